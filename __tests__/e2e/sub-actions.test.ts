import { describe, expect } from '@jest/globals';

import type { SimulatedGitLab } from '../../src/simulator/gitlab/simulated-gitlab.js';
import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { FaultPlan } from '../../src/simulator/gitlab/wire/fault-plan.js';
import type { StepResult } from '../../src/simulator/runner/runner.js';
import { type WorkflowRun, exampleRun } from '../../src/simulator/runner/step-environment.js';
import {
  endlessScript,
  inputsFor,
  mainSha,
  oneProject,
  quickScript,
  tokens,
  valid,
} from '../support/one-project.js';
import { describeEachNode } from './support/node-versions.js';
import { runAction, runPost, startAction } from './support/run-action.js';
import type { RunningSimulator } from './support/start-simulator.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines, until, withSimulator } from './support/with-simulator.js';

const webUrl = 'https://gitlab.example.com/group/app/-/pipelines/257';
const endless = oneProject({ ci: valid(endlessScript) });

/** Starts a pipeline with the root action, as an earlier job of the workflow does, and gives its id. */
async function startEarly(
  { url }: RunningSimulator,
  inputs: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { outputs, exitCode } = await runAction({ with: { ...inputsFor(url), ...inputs } });
  expect(exitCode).toBe(0);
  return outputs.pipeline_id ?? '';
}

function addressOf({ url }: RunningSimulator, pipelineId: string): Readonly<Record<string, string>> {
  return { gitlab_url: url, project_id: 'group/app', pipeline_id: pipelineId, access_token: tokens.api };
}

async function waitFor(
  simulator: RunningSimulator,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  return await runAction({
    folder: 'wait',
    with: { ...addressOf(simulator, '257'), ...inputs },
  });
}

async function cancelIt(
  simulator: RunningSimulator,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  return await runAction({
    folder: 'cancel',
    with: { ...addressOf(simulator, '257'), ...inputs },
  });
}

function statusesOf(gitlab: SimulatedGitLab): Readonly<Record<number, string>> {
  return Object.fromEntries(gitlab.pipelines().map(({ id, status }) => [id, status]));
}

describeEachNode('a pipeline that is started early', ({ path }) => {
  const test = testsAtOnce();

  test('is followed by its id, and canceled by its id', async () => {
    await withSimulator({ scenario: endless }, async (simulator) => {
      const started = await runAction({ nodePath: path, with: inputsFor(simulator.url) });
      const address = addressOf(simulator, started.outputs.pipeline_id ?? '');
      const waited = await runAction({ nodePath: path, folder: 'wait', with: { ...address, timeout: '1s' } });
      const canceled = await runAction({ nodePath: path, folder: 'cancel', with: address });

      expect([waited.exitCode, waited.outputs.outcome]).toEqual([5, 'timeout']);
      expect([canceled.exitCode, canceled.outputs]).toEqual([
        0,
        { pipeline_id: '257', web_url: webUrl, status: 'canceled', outcome: 'canceled' },
      ]);
    });
  });
});

describe('the sub-action wait', () => {
  const test = testsAtOnce();

  const page = { kind: 'status', status: 404, work: 'not_done' } as const;

  test('reports at once which server answers in place of GitLab, and how long it retries', async () => {
    const first = new FaultPlan([{ when: { method: 'GET', nth: 1 }, fault: page }]);
    await withSimulator({ scenario: oneProject(), faults: first }, async (simulator) => {
      await startEarly(simulator);
      const run = await waitFor(simulator, { outage_timeout: '1h' });
      const [warning] = run.annotations;
      expect([run.exitCode, warning?.kind, warning?.message]).toEqual([
        0,
        'warning',
        expect.stringMatching(
          /^Cannot read pipeline 257 yet \(The server answered 404 .*; trying again for up to 1h00m$/,
        ),
      ]);
    });
  });

  test('gives up when a server answers in place of GitLab for longer than outage_timeout', async () => {
    const always = new FaultPlan([{ when: { method: 'GET' }, fault: page }]);
    await withSimulator({ scenario: endless, faults: always }, async (simulator) => {
      const run = await waitFor(simulator, { outage_timeout: '1s' });
      expect([run.exitCode, run.outputs]).toEqual([4, {}]);
      expect(run.annotations.map(({ message }) => message).join()).toContain('[not_gitlab]');
    });
  });

  for (const { result, want } of [
    { result: 'success' as const, want: { exitCode: 0, conclusion: 'success' } },
    { result: 'failed' as const, want: { exitCode: 1, conclusion: 'failure' } },
  ]) {
    test(`ends like a pipeline that ends as ${result}`, async () => {
      const script = quickScript(result, { durationMs: 800, log: 'one\n' });
      await withSimulator({ scenario: oneProject({ ci: valid(script) }) }, async (simulator) => {
        await startEarly(simulator);
        const run = await waitFor(simulator);

        const { exitCode, conclusion } = run;
        expect({ exitCode, conclusion }).toEqual(want);
        expect(run.outputs).toMatchObject({
          pipeline_id: '257',
          web_url: webUrl,
          pipeline_iid: '1',
          project_id: '42',
          ref: 'main',
          sha: mainSha,
          status: result,
          outcome: result,
        });
        expect(run.outputs.jobs).toContain('"unit"');
        expect(run.summary).toContain('### Jobs');
        const posts = requestLines(simulator.requests).filter((line) => line.startsWith('POST'));
        expect(posts.filter((line) => line !== 'POST /api/graphql')).toHaveLength(1);
      });
    });
  }

  test('reports the end of a pipeline that ended long ago', async () => {
    await withSimulator({ scenario: oneProject() }, async (simulator) => {
      await startEarly(simulator);
      await until(() => statusesOf(simulator.gitlab)[257] === 'success');
      const run = await waitFor(simulator);
      expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'success']);
    });
  });

  test('says what to check when there is no such pipeline', async () => {
    await withSimulator({ scenario: oneProject() }, async (simulator) => {
      const run = await waitFor(simulator, { pipeline_id: '999' });
      expect([run.exitCode, run.outputs]).toEqual([3, {}]);
      expect(run.annotations.map(({ kind }) => kind)).toEqual(['error']);
      expect(run.annotations[0]?.message).toMatch(/Cannot read pipeline 999[\s\S]*404[\s\S]*What to do: /);
    });
  });

  test('needs an id', async () => {
    await withSimulator({ scenario: oneProject() }, async (simulator) => {
      const run = await waitFor(simulator, { pipeline_id: '' });
      expect([run.exitCode, simulator.requests]).toEqual([2, []]);
      expect(run.annotations[0]?.message).toContain('pipeline_id');
    });
  });

  test('finds the pipeline that GitLab starts by itself when a commit arrives', async () => {
    const sha = 'c'.repeat(40);
    const mirrored = oneProject({
      pushes: [{ afterMs: Infinity, ref: 'main', sha, user: 'ada', pipelines: [{}] }],
    });
    await withSimulator({ scenario: mirrored }, async (simulator) => {
      const choice = { pipeline_id: '', sha, ref: 'main', source: 'push', poll_interval: '1s' };
      const awaited = 'No pipeline of source push for commit cccccccc on main yet; waiting for up to ';
      const step = await startAction({
        folder: 'wait',
        with: { ...addressOf(simulator, ''), ...choice },
        onLine: (line) => {
          if (line.startsWith(awaited)) simulator.gitlab.bringPushes(42);
        },
      });
      const run = await step.finished;
      expect([run.exitCode, run.outputs.pipeline_id, run.outputs.sha]).toEqual([0, '257', sha]);
      expect(run.shownLines.filter((line) => line.startsWith(awaited))).toHaveLength(1);
      expect(requestLines(simulator.requests).filter((line) => !line.startsWith('GET'))).toEqual([]);
    });
  });

  test('ends with 3 when the pipeline runs another commit, and leaves it alone', async () => {
    await withSimulator({ scenario: endless }, async (simulator) => {
      await startEarly(simulator);
      const run = await waitFor(simulator, { expected_sha: 'abcdef1234' });
      expect(run.exitCode).toBe(3);
      expect(run.annotations.map(({ message }) => message).join('\n')).toContain('[wrong_commit]');
      expect(statusesOf(simulator.gitlab)[257]).not.toBe('canceled');
    });
  });

  test('cancels the pipeline when it is canceled, and its post step then does nothing', async () => {
    await withSimulator({ scenario: endless }, async (simulator) => {
      await startEarly(simulator);
      let isFollowing = false;
      const action = {
        folder: 'wait',
        with: addressOf(simulator, '257'),
        onLine: (line: string): boolean => (isFollowing ||= /soak +running|pipeline 257/.test(line)),
      };
      const step = await startAction(action);
      await until(() => isFollowing);
      step.cancel();
      const main = await step.finished;
      const before = simulator.requests.length;
      const post = await runPost(action, main);

      expect([main.exitCode, main.outputs.outcome, statusesOf(simulator.gitlab)[257]]).toEqual([
        130,
        'aborted',
        'canceled',
      ]);
      expect([post.exitCode, simulator.requests.length]).toEqual([0, before]);
    });
  });
});

describe('the sub-action cancel', () => {
  const test = testsAtOnce();
  const soak: PipelineScript = { createdForMs: 0, jobs: [{ name: 'soak', durationMs: 3_600_000 }] };

  test('also cancels child pipelines, and those of other projects', async () => {
    const script: PipelineScript = {
      ...soak,
      bridges: [
        { name: 'child', downstream: { script: soak } },
        { name: 'other', downstream: { projectId: 43, ref: 'main', script: soak } },
      ],
    };
    const { projects, ...scenario } = oneProject({ ci: valid(script) });
    const members = { ada: 'maintainer' } as const;
    const open = projects.map((project) =>
      project.id === 43 ? { ...project, members, refs: [{ name: 'main' }] } : project,
    );
    await withSimulator({ scenario: { ...scenario, projects: open } }, async (simulator) => {
      await startEarly(simulator);
      await until(() => simulator.gitlab.pipelines().length === 3);
      const run = await cancelIt(simulator);

      expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'canceled']);
      expect(statusesOf(simulator.gitlab)).toEqual({ 257: 'canceled', 258: 'canceled', 259: 'canceled' });
    });
  });

  test('leaves an ended pipeline alone, and reports how it ended', async () => {
    await withSimulator({ scenario: oneProject() }, async (simulator) => {
      await startEarly(simulator);
      await until(() => statusesOf(simulator.gitlab)[257] === 'success');
      const run = await cancelIt(simulator);
      expect([run.exitCode, run.outputs.status, run.outputs.outcome]).toEqual([0, 'success', 'success']);
      expect(run.shownLines).toContain('Pipeline 257 had already ended as success');
    });
  });

  for (const { name, token, says } of [
    { name: 'a token that may only read', token: tokens.readApi, says: /scope|permission|403/ },
    { name: 'a user who may only look', token: 'glpat-guest-guest-guest-gu', says: /403|404|401/ },
  ]) {
    test(`fails with ${name}, and says why and where`, async () => {
      const scenario: Scenario = {
        ...endless,
        accessTokens: [
          { token: tokens.readApi, user: 'ada', scopes: ['read_api'] },
          { token: 'glpat-guest-guest-guest-gu', user: 'guest', scopes: ['api'] },
        ],
      };
      await withSimulator({ scenario }, async (simulator) => {
        await startEarly(simulator);
        const run = await cancelIt(simulator, { access_token: token });
        expect([run.exitCode, run.outputs.outcome]).toEqual([3, undefined]);
        expect(statusesOf(simulator.gitlab)[257]).not.toBe('canceled');
        const text = run.annotations.map(({ message }) => message).join('\n');
        expect(text).toMatch(says);
        expect(text).toContain(webUrl);
      });
    });
  }

  test('says what to check when there is no such pipeline', async () => {
    await withSimulator({ scenario: endless }, async (simulator) => {
      const run = await cancelIt(simulator, { pipeline_id: '999' });
      expect([run.exitCode, run.outputs]).toEqual([3, {}]);
    });
  });

  test('continues when GitLab fails temporarily', async () => {
    const faults = new FaultPlan([
      {
        when: { method: 'POST', pathMatches: /\/cancel$/, nth: 1, times: 2 },
        fault: { kind: 'status', status: 502, work: 'not_done' },
      },
    ]);
    await withSimulator({ scenario: endless, faults }, async (simulator) => {
      await startEarly(simulator);
      const run = await cancelIt(simulator);
      expect([run.exitCode, statusesOf(simulator.gitlab)[257]]).toEqual([0, 'canceled']);
    });
  });
});

describe('the input supersede', () => {
  const test = testsAtOnce();
  const developerToken = 'glpat-dev-dev-dev-dev-dev1';
  const scenario: Scenario = {
    ...endless,
    projects: endless.projects.map((project) =>
      project.id === 42 ? { ...project, refs: [{ name: 'main', sha: mainSha }, { name: 'next' }] } : project,
    ),
    accessTokens: [
      { token: tokens.api, user: 'ada', scopes: ['api'] },
      { token: developerToken, user: 'dev', scopes: ['api'] },
    ],
  };

  async function startIn(
    simulator: RunningSimulator,
    run: Partial<WorkflowRun>,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<StepResult> {
    return await runAction({
      run: { ...exampleRun, ...run },
      with: { ...inputsFor(simulator.url), ...inputs },
    });
  }

  function startByHand(gitlab: SimulatedGitLab): void {
    gitlab.handle({
      method: 'POST',
      target: '/api/v4/projects/42/trigger/pipeline',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ token: tokens.trigger, ref: 'main' })),
    });
  }

  test('cancels the older pipeline of the same workflow, and no other', async () => {
    await withSimulator({ scenario }, async (simulator) => {
      const starts: readonly (readonly [Partial<WorkflowRun>, Readonly<Record<string, string>>?])[] = [
        [{ runId: '1' }],
        [{ runId: '1', workflow: 'another' }],
        [{ runId: '1', job: 'another' }],
        [{ runId: '1', repository: 'octo-org/another' }],
        [{ runId: '1' }, { ref: 'next' }],
        [{ runId: '1', ref: 'refs/heads/topic/one' }],
        [{ runId: '1', eventName: 'workflow_run', event: { workflow_run: { head_branch: 'topic/one' } } }],
        [{ runId: '2' }],
      ];
      for (const [run, inputs] of starts) await startIn(simulator, run, inputs);
      startByHand(simulator.gitlab);
      await until(() => !Object.values(statusesOf(simulator.gitlab)).includes('created'));
      const newest = await startIn(
        simulator,
        { runId: '2' },
        { supersede: 'true', access_token: tokens.api },
      );

      expect([newest.exitCode, newest.annotations]).toEqual([0, []]);
      expect(newest.shownLines).toContain('Superseding 257');
      const { 257: superseded, ...others } = statusesOf(simulator.gitlab);
      expect(superseded).toBe('canceled');
      expect(Object.keys(others)).toHaveLength(9);
      expect(Object.values(others)).not.toContain('canceled');
    });
  });

  test('cancels nothing, and says so, with a token that may not read variables', async () => {
    await withSimulator({ scenario }, async (simulator) => {
      await startIn(simulator, { runId: '1' });
      const newest = await startIn(
        simulator,
        { runId: '2' },
        { supersede: 'true', access_token: developerToken },
      );

      expect(newest.exitCode).toBe(0);
      expect(newest.annotations.map(({ kind }) => kind)).toEqual(['warning']);
      expect(newest.annotations[0]?.message).toMatch(/supersede: .*403/);
      expect(Object.values(statusesOf(simulator.gitlab))).not.toContain('canceled');
      expect(requestLines(simulator.requests).filter((line) => line.endsWith('/cancel'))).toEqual([]);
    });
  });
});

describe('the input forward_context', () => {
  const test = testsAtOnce();

  const titles = [
    `$(touch /tmp/pwned) \`id\` "double" 'single' \\ \\n $HOME \${{ secrets.TOKEN }} %0A%0D`,
    'two\nlines\r\n::error::pwned\n::add-mask::a\n##[error]pwned\n::set-output name=x::y',
    '  grüße 🦊 日本 \u202eoderfed\u2028 <b>&amp;</b> [link](javascript:alert(1)) ',
    '--option=value; rm -rf / && echo "{}" | a=b,c=d\t',
  ];
  for (const [index, title] of titles.entries()) {
    test(`passes pull request titles on byte for byte (${index + 1})`, async () => {
      const headRef = 'feature/$(id)-`x`-"q"';
      const event = {
        action: 'opened',
        pull_request: {
          number: 7,
          title,
          html_url: 'https://github.com/octo-org/octo-repo/pull/7',
          head: { ref: headRef, sha: '2'.repeat(40) },
          base: { ref: 'main' },
        },
      };
      await withSimulator({ scenario: oneProject() }, async ({ url, gitlab }) => {
        const run = await runAction({
          run: { ...exampleRun, eventName: 'pull_request', ref: 'refs/pull/7/merge', event },
          with: {
            ...inputsFor(url),
            forward_context: 'true',
            variables: '{"UPSTREAM_JOB": "mine"}',
          },
        });

        expect([run.exitCode, run.annotations]).toEqual([0, []]);
        const { TRIGGER_PAYLOAD: payload = '', ...variables } = gitlab.pipelines()[0]?.variables ?? {};
        expect(variables).toEqual({
          UPSTREAM_CI: 'GitHub Actions',
          UPSTREAM_REPOSITORY: 'octo-org/octo-repo',
          UPSTREAM_SHA: exampleRun.sha,
          UPSTREAM_REF: 'refs/pull/7/merge',
          UPSTREAM_REF_NAME: '7/merge',
          UPSTREAM_ACTOR: 'octocat',
          UPSTREAM_EVENT: 'pull_request',
          UPSTREAM_WORKFLOW: 'deploy',
          UPSTREAM_JOB: 'mine',
          UPSTREAM_RUN_ID: exampleRun.runId,
          UPSTREAM_RUN_ATTEMPT: '1',
          UPSTREAM_RUN_URL: `https://github.com/octo-org/octo-repo/actions/runs/${exampleRun.runId}`,
          UPSTREAM_PR_NUMBER: '7',
          UPSTREAM_PR_TITLE: title,
          UPSTREAM_PR_URL: 'https://github.com/octo-org/octo-repo/pull/7',
          UPSTREAM_PR_HEAD_REF: headRef,
          UPSTREAM_PR_HEAD_SHA: '2'.repeat(40),
          UPSTREAM_PR_BASE_REF: 'main',
        });
        expect(payload).toContain('UPSTREAM_PR_TITLE');
        expect(run.rawStdout).not.toContain(title.trim());
      });
    });
  }

  test('is off by default', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, gitlab }) => {
      await runAction({ with: inputsFor(url) });
      expect(Object.keys(gitlab.pipelines()[0]?.variables ?? {})).toEqual(['TRIGGER_PAYLOAD']);
    });
  });
});

describe('the input expected_sha', () => {
  const test = testsAtOnce();

  for (const { name, inputs, status } of [
    { name: 'the pipeline is canceled', inputs: {}, status: 'canceled' },
    {
      name: 'the pipeline is left running where that is asked for',
      inputs: { cancel_on: 'never' },
      status: 'running',
    },
  ]) {
    test(`ends the step with 3 for another commit, and ${name}`, async () => {
      await withSimulator({ scenario: endless }, async ({ url, gitlab, requests }) => {
        const run = await runAction({
          with: {
            ...inputsFor(url),
            access_token: tokens.api,
            wait: 'true',
            expected_sha: '2222222',
            ...inputs,
          },
        });

        expect([run.exitCode, run.outputs.pipeline_id, run.outputs.sha]).toEqual([3, '257', mainSha]);
        expect(run.annotations.map(({ message }) => message).join('\n')).toContain('[wrong_commit]');
        if (status === 'running') await until(() => statusesOf(gitlab)[257] === status);
        expect(statusesOf(gitlab)).toEqual({ 257: status });
        expect(requestLines(requests).filter((line) => line.endsWith('/trigger/pipeline'))).toHaveLength(1);
      });
    });
  }

  test('also ends a step that does not wait, and reports what cannot be canceled', async () => {
    await withSimulator({ scenario: endless }, async ({ url, gitlab }) => {
      const run = await runAction({ with: { ...inputsFor(url), expected_sha: '2222222' } });

      expect([run.exitCode, run.outputs.pipeline_id, run.outputs.sha]).toEqual([3, '257', mainSha]);
      const printed = run.annotations.map(({ kind, message }) => `${kind}: ${message}`).join('\n');
      expect(printed).toMatch(/warning: Pipeline 257 is still running[^]*error: [^]*\[wrong_commit\]/);
      expect(Object.values(statusesOf(gitlab))).not.toContain('canceled');
    });
  });

  test('cancels another commit in a step that does not wait, and not the right one', async () => {
    await withSimulator({ scenario: endless }, async ({ url, gitlab }) => {
      const given = { ...inputsFor(url), access_token: tokens.api };
      const wrong = await runAction({ with: { ...given, expected_sha: '2222222' } });
      const right = await runAction({ with: { ...given, expected_sha: mainSha.toUpperCase() } });

      expect([wrong.exitCode, wrong.outputs.status, right.exitCode]).toEqual([3, 'canceled', 0]);
      expect([right.outputs.outcome, right.annotations]).toEqual(['triggered', []]);
      const { 257: first, 258: second } = statusesOf(gitlab);
      expect([first, second === 'canceled']).toEqual(['canceled', false]);
    });
  });

  test('accepts the right commit, shortened', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url }) => {
      const run = await runAction({
        with: {
          ...inputsFor(url),
          access_token: tokens.api,
          wait: 'true',
          expected_sha: mainSha.slice(0, 8),
        },
      });
      expect(run.exitCode).toBe(0);
    });
  });
});
