import { describe, expect } from '@jest/globals';

import { gitHubTokens, headSha, octoApp, pushedSha } from '../support/octo-app.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import {
  feedbackRun,
  feedbackRunOn,
  pullRequestRun,
  pushRun,
  repository,
  type Worlds,
} from './support/feedback.js';
import { describeEachNode } from './support/node-versions.js';
import { withGitHub } from './support/start-github.js';
import { endlessRequests } from './support/stopping.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until } from './support/with-simulator.js';

const webUrl = 'https://gitlab.example.com/group/app/-/pipelines/257';
const both = { comment: 'true', commit_status: 'gitlab' };

/** `octo/app` with these comments on pull request 7. */
function commented(
  comments: readonly { readonly author: string; readonly body: string }[],
): ReturnType<typeof octoApp> {
  const scenario = octoApp();
  const repositories = scenario.repositories.map((one) => ({
    ...one,
    pullRequests: [{ number: 7, headSha, comments }],
  }));
  return { ...scenario, repositories };
}

/** The comment without its marker and its time. */
function bodyOf(body: string | undefined): string {
  return (body ?? '').replace(/^<!-- gitlab-trigger [^>]* -->\n/, '').replace(/after [\dms.]+/, 'after 1s');
}

describe('the API of a host that is at plain http', () => {
  const test = testsAtOnce();
  const run = { ...pullRequestRun(), apiUrl: 'http://github.corp.example/api/v3' };

  test('gets no token', async () => {
    const result = await feedbackRun({ inputs: both, run });
    expect([result.exitCode, result.requests]).toEqual([0, []]);
    expect(result.warnings).toEqual([
      'comment and commit_status were left out: the API of this host (GITHUB_API_URL) is at http://github.corp.example, and plain http would expose github_token to everyone on the network path. Use https, or set allow_http to true if you accept that.',
    ]);
  });

  test('gets it when the user allows that', async () => {
    const result = await feedbackRun({ inputs: { ...both, allow_http: 'true' }, run });
    expect(result.warnings.join('\n')).toContain('github.corp.example');
    expect(result.warnings.join('\n')).not.toContain('plain http');
  });

  test('gets it on loopback', async () => {
    const result = await feedbackRun({ inputs: both });
    expect([result.warnings, result.comments.length]).toEqual([[], 1]);
  });
});

describe('a comment on the pull request', () => {
  const test = testsAtOnce();

  test('is created when the pipeline starts, and updated at its end', async () => {
    let atStart = '';
    const result = await feedbackRun({
      inputs: { comment: 'true' },
      scenario: oneProject({ ci: valid(quickScript('failed', { durationMs: 2500 })) }),
      meanwhile: async ({ github: { github } }) => {
        await until(() => github.comments(repository, 7).length > 0);
        atStart = github.comments(repository, 7)[0]?.body ?? '';
      },
    });
    expect(bodyOf(atStart)).toContain(`### 🔄 [Pipeline 257](${webUrl}) is running`);
    expect([result.exitCode, result.comments.length, result.warnings]).toEqual([1, 1, []]);
    const [comment] = result.comments;
    expect(comment?.author).toBe('github-actions[bot]');
    expect(comment?.body).toMatch(/^<!-- gitlab-trigger [0-9a-f]{32} run 1658821493 attempt 1 -->\n### ❌ /);
    expect(bodyOf(comment?.body)).toContain(`[Pipeline 257](${webUrl}) failed after 1s`);
    expect(bodyOf(comment?.body)).toContain('<code>unit</code>');
    expect(result.shownLines.filter((line) => line.startsWith('Comment '))).toEqual([
      'Comment https://github.com/octo/app/pull/7#issuecomment-1000000',
    ]);
  });

  test('contains the tests', async () => {
    const script = {
      ...quickScript('success'),
      tests: [{ name: 'unit', cases: [{ name: 'adds', status: 'success', executionTime: 2 }] as const }],
    };
    const result = await feedbackRun({
      inputs: { comment: 'true', summary: 'false' },
      scenario: oneProject({ ci: valid(script) }),
    });
    expect(result.comments).toHaveLength(1);
    expect(bodyOf(result.comments[0]?.body)).toContain('1 test: 1 passed');
  });

  test("is found among 250, and another user's forged one is left alone", async () => {
    await withGitHub(octoApp(), {}, async (first) => {
      const { comments } = await feedbackRunOn(first, { inputs: { comment: 'gitlab' } });
      const ours = { author: 'github-actions[bot]', body: comments[0]?.body ?? '' };
      const forged = { author: 'mallory', body: ours.body };
      const chat = Array.from({ length: 250 }, (_, index) => ({ author: 'octocat', body: `${index}` }));
      const all = [forged, ...chat.slice(0, 230), ours, ...chat.slice(230)];
      const result = await feedbackRun({
        inputs: { comment: 'gitlab' },
        github: commented(all.map((one) => (one === ours ? { ...one, body: `${one.body}old` } : one))),
      });
      expect(result.comments).toHaveLength(252);
      expect(result.comments[0]).toMatchObject(forged);
      expect(result.comments[231]?.body).not.toContain('old');
      expect(bodyOf(result.comments[231]?.body)).toContain('passed after 1s');
      expect(result.requests.filter((line) => line.startsWith('POST /repos'))).toEqual([]);
    });
  });

  test('is created again when a user deletes it', async () => {
    const result = await feedbackRun({
      inputs: { comment: 'true' },
      scenario: oneProject({ ci: valid(quickScript('success', { durationMs: 2500 })) }),
      meanwhile: async ({ github: { github } }) => {
        await until(() => github.comments(repository, 7).length > 0);
        for (const { id } of github.comments(repository, 7)) github.removeComment(repository, id);
      },
    });
    expect(result.comments).toHaveLength(1);
    expect(bodyOf(result.comments[0]?.body)).toContain('passed after 1s');
  });

  test('is one per name, and belongs to the later run', async () => {
    await withGitHub(octoApp(), {}, async (github) => {
      const run = (runId: string, comment: string): ReturnType<typeof feedbackRunOn> =>
        feedbackRunOn(github, { inputs: { comment }, run: { ...pullRequestRun(), runId } });
      await run('20', 'staging');
      await run('20', 'production');
      const early = await run('19', 'staging');
      expect(early.shownLines).toContain(
        'comment: a later run of this workflow keeps it up to date; it is left as it is.',
      );
      const { comments } = await run('21', 'staging');
      expect(comments.map(({ body }) => /run \d+/.exec(body)?.[0])).toEqual(['run 21', 'run 20']);
    });
  });

  test('becomes one again when two simultaneous runs have created two', async () => {
    await withGitHub(octoApp(), {}, async (first) => {
      const { comments } = await feedbackRunOn(first, { inputs: { comment: 'gitlab' } });
      const twice = [...comments, ...comments].map(({ author, body }) => ({ author, body }));
      const result = await feedbackRun({ inputs: { comment: 'gitlab' }, github: commented(twice) });
      expect(result.comments).toHaveLength(1);
      expect(bodyOf(result.comments[0]?.body)).toContain('passed after 1s');
    });
  });

  test('is also written as the user of a personal token', async () => {
    const result = await feedbackRun({
      inputs: { comment: 'true', github_token: gitHubTokens.personal },
    });
    expect(result.comments.map(({ author }) => author)).toEqual(['octocat']);
    expect(result.requests[0]).toBe('GET /user');
  });

  test('is omitted, with a message, if there is no pull request', async () => {
    const result = await feedbackRun({ inputs: { comment: 'true' }, run: pushRun });
    expect([result.exitCode, result.warnings, result.requests]).toEqual([0, [], []]);
    expect(result.shownLines).toContain(
      'comment: this run belongs to no pull request, so there is none to comment on.',
    );
  });

  test('says why there is no pipeline', async () => {
    const result = await feedbackRun({ inputs: { ...both, ref: 'missing' } });
    expect([result.exitCode, result.warnings]).toEqual([3, []]);
    expect(bodyOf(result.comments[0]?.body)).toContain('### ❓ No pipeline');
    expect(bodyOf(result.comments[0]?.body)).toContain('Reference not found');
    expect(result.statuses).toHaveLength(1);
    expect(result.statuses[0]).toMatch(/^error Cannot start a pipeline in group\/app at missing on /);
    expect(result.targets).toEqual(['https://github.com/octo/app/actions/runs/1658821493']);
  });

  test('shows names unchanged and no secret', async () => {
    const name = `@octocat <b> | ${tokens.trigger}`;
    const result = await feedbackRun({
      inputs: both,
      scenario: oneProject({ ci: valid(quickScript('failed', { name })) }),
    });
    const body = result.comments[0]?.body ?? '';
    expect(body).toContain('<code><span>@</span>octocat &#60;b&#62; &#124; ***…</code>');
    expect(result.statuses[1]).toContain('(@octocat <b> | ***…)');
    expect(body + result.statuses.join()).not.toContain(tokens.trigger.slice(0, 12));
  });
});

describe('the status of the commit', () => {
  const test = testsAtOnce();

  const outcomes = [
    { name: 'success', script: quickScript('success'), want: 'success Pipeline 257 passed after', code: 0 },
    {
      name: 'warnings',
      script: quickScript('failed', { allowFailure: true }),
      want: 'success Pipeline 257 passed with warnings after',
      code: 0,
    },
    { name: 'failed', script: quickScript('failed'), want: 'failure Pipeline 257 failed after', code: 1 },
    {
      name: 'manual',
      script: quickScript('manual'),
      want: 'error Pipeline 257 is blocked by a manual job after',
      code: 1,
    },
    {
      name: 'timeout',
      script: endlessScript,
      inputs: { timeout: '1s' },
      want: 'error Pipeline 257 did not end in time after',
      code: 5,
    },
  ];
  for (const { name, script, inputs, want, code } of outcomes) {
    test(`is pending, then final, when the outcome is ${name}`, async () => {
      const result = await feedbackRun({
        run: pushRun,
        scenario: oneProject({ ci: valid(script) }),
        inputs: { commit_status: 'gitlab', ...inputs },
      });
      expect([result.exitCode, result.warnings]).toEqual([code, []]);
      expect(result.statuses).toEqual(['pending Pipeline 257 is running', expect.stringContaining(want)]);
      expect(result.targets).toEqual([webUrl, webUrl]);
      expect(result.requests).toEqual(Array(2).fill(`POST /repos/octo/app/statuses/${pushedSha}`));
    });
  }

  test('is an error when GitLab becomes unreachable', async () => {
    const result = await feedbackRun({
      inputs: { commit_status: 'gitlab', outage_timeout: '0s' },
      faults: [{ when: { pathMatches: /pipelines\/257/ }, fault: { kind: 'reset_before' } }],
    });
    expect(result.exitCode).toBe(4);
    expect(result.statuses.at(-1)).toMatch(/^error Pipeline 257 became unreachable/);
  });

  test('is an error when GitLab withdraws the permission to read', async () => {
    const result = await feedbackRun({
      inputs: both,
      faults: [
        {
          when: { pathMatches: /pipelines\/257$/ },
          fault: { kind: 'status', status: 403, work: 'not_done', body: '{"message":"403 Forbidden"}' },
        },
      ],
    });
    expect(result.exitCode).toBe(3);
    expect(result.statuses.at(-1)).toMatch(/^error .*257/);
    expect(bodyOf(result.comments[0]?.body)).toContain(`### ❓ [Pipeline 257](${webUrl})`);
  });

  test('is set by the action that waits, on the head of the pull request', async () => {
    const result = await feedbackRun({
      folder: 'wait',
      inputs: { commit_status: 'gitlab', pipeline_id: '257', ref: '', token: '', wait: '' },
      scenario: oneProject({
        pastPipelines: [{ ref: 'main', user: 'ada', startedAgoMs: 60_000, script: quickScript('failed') }],
      }),
    });
    expect(result.statuses).toHaveLength(2);
    expect(result.statuses[1]).toMatch(/^failure Pipeline 257 failed after/);
    expect(result.requests[0]).toBe(`POST /repos/octo/app/statuses/${headSha}`);
  });

  test('goes to the head of the pull request that was commented on', async () => {
    const event = { issue: { number: 7, title: 'T', pull_request: { html_url: 'https://github.com/' } } };
    const result = await feedbackRun({
      inputs: { commit_status: 'gitlab' },
      run: { eventName: 'issue_comment', event },
    });
    expect(result.requests.slice(0, 2)).toEqual([
      'GET /repos/octo/app/pulls/7',
      `POST /repos/octo/app/statuses/${headSha}`,
    ]);
  });

  test('goes to the commit of the run that this one follows', async () => {
    const result = await feedbackRun({
      inputs: { commit_status: 'gitlab' },
      run: { eventName: 'workflow_run', event: { workflow_run: { head_sha: headSha } } },
    });
    expect(result.requests[0]).toBe(`POST /repos/octo/app/statuses/${headSha}`);
  });
});

describe('a failure of the feedback is one warning, and does not change the result:', () => {
  const test = testsAtOnce();

  for (const { result: job, code } of [
    { result: 'success', code: 0 },
    { result: 'failed', code: 1 },
  ] as const) {
    test(`a pull request from a fork, ${job}`, async () => {
      const result = await feedbackRun({
        inputs: { ...both, github_token: gitHubTokens.readOnly },
        run: pullRequestRun('mona/app'),
        scenario: oneProject({ ci: valid(quickScript(job)) }),
      });
      expect([result.exitCode, result.comments, result.statuses]).toEqual([code, [], []]);
      expect(result.warnings).toHaveLength(1);
      expect(result.warnings[0]).toContain('could not be kept up to date [github_forbidden]');
      expect(result.warnings[0]).toContain('could not be set [github_forbidden]');
      expect(result.warnings[0]).toContain('from a fork can only read, see docs/github-feedback.md');
      // Nothing is tried again that would be refused again.
      expect(result.requests.filter((line) => line.includes('/statuses/'))).toHaveLength(1);
    });
  }

  test('an invalid token', async () => {
    const result = await feedbackRun({ inputs: { ...both, github_token: 'ghs_nobodyknowsthistoken' } });
    expect([result.exitCode, result.warnings.length]).toEqual([0, 1]);
    expect(result.warnings[0]).toContain('[github_unauthorized]');
  });

  test('a run that is not one of GitHub', async () => {
    const result = await feedbackRun({ inputs: both, run: { ...pullRequestRun(), apiUrl: '' } });
    expect([result.exitCode, result.warnings, result.requests]).toEqual([
      0,
      [
        'comment and commit_status were left out: this run is not one of GitHub, Forgejo or Gitea, whose API they need.',
      ],
      [],
    ]);
  });
});

const endless = oneProject({ ci: valid(endlessScript) });

/** Settles when a pipeline is followed and both kinds of feedback have begun. */
async function untilBegun({ github: { github } }: Worlds): Promise<void> {
  await until(() => github.comments(repository, 7).length > 0 && github.statuses(repository).length > 0);
}

describe('a step that does not finish normally', () => {
  const test = testsAtOnce();

  test('because it is stopped, reports that in time', async () => {
    const result = await feedbackRun({
      inputs: { ...both, request_timeout: endlessRequests },
      scenario: endless,
      post: 'runs',
      meanwhile: async (worlds, step) => {
        await untilBegun(worlds);
        step.cancel();
      },
    });
    expect(result.exitCode).toBe(130);
    expect(result.statuses).toEqual([
      'pending Pipeline 257 is running',
      expect.stringMatching(/^error Pipeline 257 was no longer followed after .*: the step was stopped$/),
    ]);
    expect(bodyOf(result.comments[0]?.body)).toContain('### 🛑 ');
    expect([result.comments.length, result.warnings, result.post?.shownLines]).toEqual([1, [], []]);
  });

  test('because it is stopped while GitHub does not answer, ends in time and leaves it to the post step', async () => {
    const silence = { kind: 'stall' } as const;
    const result = await feedbackRun({
      inputs: { ...both, request_timeout: endlessRequests },
      scenario: endless,
      post: 'runs',
      githubFaults: [
        { when: { method: 'POST', pathMatches: /statuses/, nth: 2 }, fault: silence },
        { when: { method: 'PATCH', nth: 1 }, fault: silence },
      ],
      meanwhile: async (worlds, step) => {
        await untilBegun(worlds);
        step.cancel();
      },
    });
    expect(result.exitCode).toBe(130);
    // The end of the step's patience is told apart from that of a single request.
    expect(result.warnings.filter((text) => text.includes('[github_unreachable]'))).toEqual([
      expect.stringContaining('There was no answer in the time that was left for this.'),
    ]);
    expect(result.post?.shownLines).toContain('Completing the feedback on GitHub for pipeline 257.');
    expect(result.statuses.at(-1)).toMatch(/^error Pipeline 257 was no longer followed after/);
    expect(bodyOf(result.comments[0]?.body)).toContain('was no longer followed after');
  });

  // The system kills it, whatever the program does.
  const nodePath = process.execPath;

  test('because it is killed, leaves it to the post step', async () => {
    const result = await feedbackRun({
      nodePath,
      inputs: both,
      scenario: endless,
      post: 'runs',
      meanwhile: async (worlds, step) => {
        await untilBegun(worlds);
        step.kill();
      },
    });
    expect([result.exitCode, result.post?.exitCode]).toEqual([137, 0]);
    expect(result.statuses).toEqual([
      'pending Pipeline 257 is running',
      'error The step was killed before pipeline 257 ended',
    ]);
    expect(result.targets).toEqual([webUrl, webUrl]);
    expect(result.comments).toHaveLength(1);
    expect(bodyOf(result.comments[0]?.body)).toContain(
      `### ❓ [Pipeline 257](${webUrl})\n\nThe step was killed before pipeline 257 ended`,
    );
  });

  test('because it is killed before GitHub has received it, still reports', async () => {
    const result = await feedbackRun({
      nodePath,
      inputs: both,
      scenario: endless,
      post: 'runs',
      githubFaults: [{ when: { method: 'POST', nth: 1, times: 2 }, fault: { kind: 'stall' } }],
      meanwhile: async ({ github }, step) => {
        await until(() => github.requests.length >= 2);
        step.kill();
      },
    });
    expect(result.statuses).toEqual(['error The step was killed before pipeline 257 ended']);
    expect(result.comments).toHaveLength(1);
  });
});

describeEachNode('feedback', ({ path: nodePath }) => {
  const test = testsAtOnce();
  test('but ends by itself finishes its feedback', async () => {
    const result = await feedbackRun({ nodePath, inputs: both });
    expect([result.exitCode, result.comments.length, result.statuses.length]).toEqual([0, 1, 2]);
  });
});
