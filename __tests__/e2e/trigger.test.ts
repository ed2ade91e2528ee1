import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect } from '@jest/globals';

import { legacyRelease } from '../../src/simulator/gitlab/state/release.js';
import { FaultPlan } from '../../src/simulator/gitlab/wire/fault-plan.js';
import type { StepResult } from '../../src/simulator/runner/runner.js';
import { throwAwayAuthority } from '../integration/http/throw-away-authority.js';
import { inputsFor, mainSha, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { describeEachNode } from './support/node-versions.js';
import { runAction } from './support/run-action.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const triggerPath = '/api/v4/projects/group%2Fapp/trigger/pipeline';

const startOutputs = {
  pipeline_id: '257',
  web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
  pipeline_iid: '1',
  project_id: '42',
  ref: 'main',
  sha: mainSha,
  created_at: isoTime,
  status: 'created',
  outcome: 'triggered',
};

/** What a pipeline is recognized by later. */
const mark = { key: expect.any(String), run: expect.any(String) };

describeEachNode('a process that starts a pipeline', ({ path: nodePath }) => {
  const test = testsAtOnce();

  test('does it over TLS, with the authority that it is given and not without', async () => {
    const { caCertificate, serverCertificate, serverKey } = throwAwayAuthority();
    const tls = { key: serverKey, cert: serverCertificate };
    await withSimulator({ scenario: oneProject(), tls }, async ({ url, requests }) => {
      const [without, result] = await Promise.all([
        runAction({ nodePath, with: inputsFor(url) }),
        runAction({ nodePath, with: { ...inputsFor(url), ca_certificate: caCertificate } }),
      ]);

      expect([without.exitCode, without.outputs]).toEqual([4, {}]);
      expect(result.outputs).toEqual(startOutputs);
      expect([result.exitCode, result.annotations, result.rawStderr]).toEqual([0, [], '']);
      expect(requestLines(requests)).toEqual([`POST ${triggerPath}`]);
    });
  });
});

describe('starting a pipeline', () => {
  const test = testsAtOnce();

  test('sends one request, says two lines and sets every output that is known', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests, gitlab }) => {
      const result = await runAction({ with: inputsFor(url) });

      const { exitCode, conclusion, outputs, jobOutputs, shownLines, annotations, rawStderr } = result;
      expect({ exitCode, conclusion, annotations, rawStderr }).toEqual({
        exitCode: 0,
        conclusion: 'success',
        annotations: [],
        rawStderr: '',
      });
      expect(outputs).toEqual(startOutputs);
      expect(jobOutputs).toEqual(outputs);
      expect(shownLines).toEqual([
        `Triggering a pipeline in group/app at main on ${new URL(url).host}`,
        'Pipeline 257 (#1) https://gitlab.example.com/group/app/-/pipelines/257',
      ]);
      expect(requestLines(requests)).toEqual([`POST ${triggerPath}`]);
      expect(requests[0]?.headers).toEqual({
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'content-type': 'application/json',
        'content-length': expect.stringMatching(/^\d+$/),
        connection: 'keep-alive',
        host: new URL(url).host,
        'user-agent': expect.stringContaining('gitlab-trigger'),
      });
      expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
        token: tokens.trigger,
        ref: 'main',
        gitlab_trigger: mark,
      });
      expect(gitlab.pipelines().map(({ source, username }) => ({ source, username }))).toEqual([
        { source: 'trigger', username: 'ada' },
      ]);
    });
  });

  test('passes variables and typed inputs on exactly', async () => {
    const variables = {
      EMPTY: '',
      LINES: 'one\ntwo\r\n\n three ',
      MARKS: `a,b=c "q" 'p' @file %0A \\n $HOME <b>&amp;`,
      UNICODE: 'grüße 🦊 日本\u2028',
      LARGE: '0123456789'.repeat(10_000),
    };
    const pipelineInputs = { name: 'a "b"\n', count: 3, flag: false, list: ['x', 1, true] };
    const ci = valid(quickScript('success'), {
      name: { type: 'string' },
      count: { type: 'number' },
      flag: { type: 'boolean' },
      list: { type: 'array' },
    });
    await withSimulator({ scenario: oneProject({ ci }) }, async ({ url, requests, gitlab }) => {
      const { exitCode } = await runAction({
        with: {
          ...inputsFor(url),
          variables: JSON.stringify(variables),
          inputs: JSON.stringify(pipelineInputs),
        },
      });

      expect(exitCode).toBe(0);
      expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
        token: tokens.trigger,
        ref: 'main',
        variables,
        inputs: pipelineInputs,
        gitlab_trigger: mark,
      });
      const [pipeline] = gitlab.pipelines();
      const { TRIGGER_PAYLOAD: payload = '', ...given } = pipeline?.variables ?? {};
      expect(given).toEqual(variables);
      expect(payload).not.toContain(tokens.trigger);
      expect(pipeline?.inputs).toEqual(pipelineInputs);
    });
  });

  test('reads KEY=VALUE lines verbatim, and files below them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-variables-'));
    const file = join(folder, 'deploy.yml');
    await writeFile(file, 'REGION: eu-west-1\nREPLICAS: 2\n');
    try {
      await withSimulator({ scenario: oneProject() }, async ({ url, gitlab }) => {
        const variables = '# comment\nREPLICAS=3\nQUOTED="as is" \n\nEXPR=a=b=c\n';
        await runAction({ with: { ...inputsFor(url), variables, variables_file: file } });

        const given = { ...gitlab.pipelines()[0]?.variables, TRIGGER_PAYLOAD: 'some' };
        expect(given).toEqual({
          REGION: 'eu-west-1',
          REPLICAS: '3',
          QUOTED: '"as is" ',
          EXPR: 'a=b=c',
          TRIGGER_PAYLOAD: 'some',
        });
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('creates the pipeline as a user when only an access token is given', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests, gitlab }) => {
      const result = await runAction({
        with: { ...inputsFor(url), token: '', access_token: tokens.api, variables: 'A=1\nB=2' },
      });

      expect(result.outputs).toEqual(startOutputs);
      expect(requestLines(requests)).toEqual([
        'GET /api/v4/projects/group%2Fapp/pipelines?per_page=1',
        'POST /api/v4/projects/group%2Fapp/pipeline',
      ]);
      expect(requests[1]?.headers['private-token']).toBe(tokens.api);
      expect(JSON.parse(requests[1]?.body ?? '')).toEqual({
        ref: 'main',
        variables: [
          { key: 'A', value: '1' },
          { key: 'B', value: '2' },
        ],
      });
      expect(gitlab.pipelines()[0]?.source).toBe('api');
    });
  });

  test('starts a downstream pipeline with a job token', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests, gitlab }) => {
      const result = await runAction({ with: { ...inputsFor(url), token: tokens.job } });

      expect(result.outputs).toEqual(startOutputs);
      expect(requestLines(requests)).toEqual([
        'GET /api/v4/projects/group%2Fapp/pipelines?per_page=1',
        `POST ${triggerPath}`,
      ]);
      expect(gitlab.pipelines()[0]?.source).toBe('pipeline');
    });
  });

  test('reports every problem of the inputs at once, and sends nothing', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
      const result = await runAction({
        with: {
          gitlab_url: url,
          project_id: 'app',
          ref: 'a'.repeat(40),
          token: tokens.api,
          variables: '{"A": {"B": 1}, "C-D": "x"}',
          inputs: '[1]',
          wait: 'yes',
          accept: 'sucess',
          timeout: '60',
          poll_interval: '10ms',
          request_headers: 'Host: other',
          request_timeout: '1h',
        },
      });

      expect(result.exitCode).toBe(2);
      expect(requests).toEqual([]);
      expect(result.outputs).toEqual({});
      expect(result.annotations).toHaveLength(1);
      const { message = '' } = result.annotations[0] ?? {};
      expect(message).toContain('[invalid_input]');
      const places = Array.from(message.matchAll(/^- ([\w.]+)/gm), ([, place]) => place);
      expect(new Set(places)).toEqual(
        new Set([
          'project_id',
          'ref',
          'token',
          'variables.A.B',
          'variables.C',
          'inputs',
          'wait',
          'accept',
          'timeout',
          'poll_interval',
          'request_headers',
          'request_timeout',
        ]),
      );
    });
  });

  test('treats an empty input as not given', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
      const blank = Object.fromEntries(
        [
          'access_token',
          'variables',
          'variables_file',
          'inputs',
          'wait',
          'accept',
          'timeout',
          'poll_interval',
          'outage_timeout',
          'request_timeout',
          'ca_certificate',
          'request_headers',
          'allow_http',
        ].map((name, index) => [name, index % 2 === 0 ? '' : ' \n']),
      );
      const result = await runAction({ with: { ...inputsFor(url), ...blank } });

      expect([result.exitCode, result.annotations]).toEqual([0, []]);
      expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
        token: tokens.trigger,
        ref: 'main',
        gitlab_trigger: mark,
      });
    });
  });

  test('treats an empty required input as missing', async () => {
    const result = await runAction({ with: { project_id: '', ref: ' ', token: '' } });
    expect(result.exitCode).toBe(2);
    for (const name of ['project_id', 'ref', 'token']) {
      expect(result.annotations[0]?.message).toContain(`- ${name} was not given`);
    }
  });

  test('reports a pipeline that fails at creation on an older GitLab as a refusal with its errors', async () => {
    const ci = {
      kind: 'invalid',
      errors: ['jobs:build config should implement the script', 'second fault'],
    } as const;
    await withSimulator({ scenario: oneProject({ ci }, { release: legacyRelease }) }, async ({ url }) => {
      const result = await runAction({ with: inputsFor(url) });

      expect(result.exitCode).toBe(3);
      expect(result.outputs).toEqual({ ...startOutputs, status: 'failed', outcome: 'failed' });
      const { message = '' } = result.annotations[0] ?? {};
      expect(message).toContain('[ci_config_invalid]');
      expect(message).toContain('jobs:build config should implement the script');
      expect(message).toContain('second fault');
    });
  });

  test("shows GitLab's words and a hint when GitLab refuses", async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
      const result = await runAction({ with: { ...inputsFor(url), ref: 'gone' } });

      expect([result.exitCode, result.outputs, requests.length]).toEqual([3, {}, 1]);
      expect(result.annotations.map(({ kind, message }) => ({ kind, message }))).toEqual([
        {
          kind: 'error',
          message: expect.stringMatching(
            /^Cannot start a pipeline in group\/app at gone on \S+ \[ref_not_found\]\nWhy: GitLab answered 400: Reference not found.*\nWhat to do: There is no branch or tag 'gone'/,
          ),
        },
      ]);
    });
  });

  test('finds a GitLab below a path', async () => {
    await withSimulator(
      { scenario: oneProject({}, { relativeUrlRoot: '/git/lab' }) },
      async ({ url, requests }) => {
        const result = await runAction({ with: inputsFor(`${url}/`) });

        expect(new URL(url).pathname).toBe('/git/lab');
        expect(result.outputs.web_url).toBe('https://gitlab.example.com/git/lab/group/app/-/pipelines/257');
        expect(requestLines(requests)).toEqual([`POST /git/lab${triggerPath}`]);
      },
    );
  });

  test('trusts an authority given as text or as a path, and no other', async () => {
    const { caCertificate, serverCertificate, serverKey } = throwAwayAuthority();
    const folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-authority-'));
    const file = join(folder, 'ca.pem');
    await writeFile(file, caCertificate);
    const tls = { key: serverKey, cert: serverCertificate };
    try {
      await withSimulator({ scenario: oneProject(), tls }, async ({ url, requests }) => {
        const run = (given: Readonly<Record<string, string>>): ReturnType<typeof runAction> =>
          runAction({ with: { ...inputsFor(url), ...given } });
        const [asText, asPath, without] = await Promise.all([
          run({ ca_certificate: caCertificate }),
          run({ ca_certificate: file }),
          run({}),
        ]);

        expect([asText.exitCode, asPath.exitCode, without.exitCode]).toEqual([0, 0, 4]);
        expect(without.annotations[0]?.message).toMatch(/\[tls_failed\][\s\S]*ca_certificate/);
        expect(without.outputs).toEqual({});
        expect(requests).toHaveLength(2);
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  const commandsAndOutputs = '##[error]x\nweb_url=https://evil.example/\nghadelimiter_x<<EOF';

  test('shows names that look like commands of the runner as text', async () => {
    const status = `created\n::error::status\n${commandsAndOutputs}`;
    const body = JSON.stringify({
      id: 257,
      iid: 1,
      project_id: 42,
      status,
      ref: 'main',
      sha: mainSha,
      web_url: 'https://gitlab.example.com/::error::/##[error]url',
    });
    const faults = new FaultPlan([
      { when: { method: 'POST' }, fault: { kind: 'status', status: 201, work: 'done', body } },
    ]);
    await withSimulator({ scenario: oneProject(), faults }, async ({ url }) => {
      const result = await runAction({ with: inputsFor(url) });

      expect([result.exitCode, result.annotations]).toEqual([0, []]);
      expect(result.outputs).toEqual({
        pipeline_id: '257',
        pipeline_iid: '1',
        project_id: '42',
        status,
        ref: 'main',
        sha: mainSha,
        web_url: 'https://gitlab.example.com/::error::/##[error]url',
        outcome: 'triggered',
      });
      expect(result.fileTexts.env + result.fileTexts.path).toBe('');
    });
  });

  /** Runs the action where the start is answered so, which it does not take for a start. */
  const runNotBelieving = async (body: string): Promise<StepResult> => {
    const faults = new FaultPlan([
      { when: { method: 'POST' }, fault: { kind: 'status', status: 201, work: 'done', body } },
    ]);
    return await withSimulator({ scenario: oneProject(), faults }, async ({ url }) => {
      const result = await runAction({ with: inputsFor(url) });
      expect([result.exitCode, result.outputs]).toEqual([4, {}]);
      expect(result.annotations.map(({ kind }) => kind)).toEqual(['error']);
      return result;
    });
  };

  test('takes a commit that looks like commands for none, and hands nothing of it over', async () => {
    const body = JSON.stringify({
      id: 257,
      iid: 1,
      project_id: 42,
      status: 'created',
      ref: 'main',
      sha: commandsAndOutputs,
    });
    const result = await runNotBelieving(body);
    expect(result.annotations[0]?.message).toContain(
      '[start_uncertain]\nWhy: The answer names the number 257',
    );
    expect(result.fileTexts.env + result.fileTexts.path).toBe('');
  });

  test('shows another ref that looks like commands as one annotation of ours', async () => {
    const body = JSON.stringify({
      id: 257,
      project_id: 42,
      ref: 'x\n::error::ref\n##[error]y',
      status: 'created',
    });
    const result = await runNotBelieving(body);
    expect(result.annotations[0]?.message).toContain('pipeline 257 of x ::error::ref ##[error]y, and');
  });

  test('shows a refusal that contains commands as one annotation of ours', async () => {
    const text = 'no\n::error::pwned\r::warning::pwned ##[error]pwned \u001b[31mred';
    const body = JSON.stringify({ message: { base: [text] } });
    const faults = new FaultPlan([
      { when: { method: 'POST' }, fault: { kind: 'status', status: 400, work: 'not_done', body } },
    ]);
    await withSimulator({ scenario: oneProject(), faults }, async ({ url }) => {
      const result = await runAction({ with: inputsFor(url) });

      expect(result.exitCode).toBe(3);
      expect(result.annotations.map(({ kind }) => kind)).toEqual(['error']);
      expect(result.annotations[0]?.message).toContain('no ::error::pwned ::warning::pwned');
      expect(result.rawStdout).not.toContain('\u001b');
    });
  });

  const hostile = [
    'https://gitlab.example.com/a\npipeline_id=666',
    'javascript:alert(1)',
    'https://gitlab.example.com/a b',
  ];
  for (const webUrl of hostile) {
    test(`accepts a response with the address ${JSON.stringify(webUrl)} as a start, and builds the address itself`, async () => {
      const body = JSON.stringify({
        id: 257,
        project_id: 42,
        status: 'created',
        ref: 'main',
        sha: mainSha,
        web_url: webUrl,
      });
      const faults = new FaultPlan([
        { when: { method: 'POST' }, fault: { kind: 'status', status: 201, work: 'done', body } },
      ]);
      await withSimulator({ scenario: oneProject(), faults }, async ({ url, requests }) => {
        const result = await runAction({ with: inputsFor(url) });

        expect([result.exitCode, requests.length]).toEqual([0, 1]);
        expect(result.outputs).toMatchObject({
          pipeline_id: '257',
          project_id: '42',
          web_url: `${url}/group/app/-/pipelines/257`,
        });
        expect(result.rawStdout).not.toContain(webUrl);
      });
    });
  }
});
