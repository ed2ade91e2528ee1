import { describe, expect, test } from '@jest/globals';

import type { InputError } from '../../../../src/base/errors.js';
import { parseTriggerRequest } from '../../../../src/inputs/commands/trigger.js';
import { filesOf, noFiles, sourceOf } from '../input-sources.js';
import {
  defaultFollow,
  defaultResults,
  leastTriggerInputs,
  plainConnection,
  refusalOf,
} from '../support/requests.js';

async function refusal(inputs: Readonly<Record<string, string>>): Promise<InputError> {
  return await refusalOf(parseTriggerRequest(sourceOf(inputs), noFiles));
}

describe('parseTriggerRequest', () => {
  test('returns the defaults', async () => {
    const { request, warnings } = await parseTriggerRequest(
      sourceOf({ ...leastTriggerInputs, gitlab_url: ' ' }),
      noFiles,
    );
    const { credentials, ...rest } = request;
    expect(rest).toEqual({
      connection: plainConnection('https://gitlab.com'),
      project: { kind: 'path', path: 'group/app' },
      ref: 'main',
      variables: {},
      pipelineInputs: {},
      forwardContext: false,
      supersede: false,
      dryRun: false,
      expectedSha: undefined,
      follow: undefined,
      ...defaultResults,
      feedback: undefined,
    });
    expect(credentials.kind === 'trigger' && credentials.token.reveal()).toBe('glptt-hunter2');
    expect(warnings).toEqual([]);
  });

  test('returns how to follow with wait: true', async () => {
    const { request } = await parseTriggerRequest(sourceOf({ ...leastTriggerInputs, wait: 'true' }), noFiles);
    expect(request.follow).toEqual(defaultFollow);
  });

  test('reads every input for following and reporting', async () => {
    const { request } = await parseTriggerRequest(
      sourceOf({
        ...leastTriggerInputs,
        access_token: 'glpat-x',
        wait: 'true',
        accept: 'any',
        timeout: '2h',
        queue_timeout: '10m',
        outage_timeout: '0s',
        poll_interval: '15s',
        jobs: 'lint\ndeploy-*',
        on_manual: 'play',
        downstream: 'require',
        expected_sha: 'ABCDEF0123',
        cancel_on: 'timeout, failure',
        forward_context: 'true',
        supersede: 'true',
        logs: 'all',
        log_lines: '1000',
        summary: 'false',
      }),
      noFiles,
    );
    const { expectedSha, follow, report, forwardContext, supersede } = request;
    expect({ expectedSha, follow, report, forwardContext, supersede }).toEqual({
      expectedSha: 'abcdef0123',
      follow: {
        accept: new Set(['success', 'warnings', 'skipped', 'canceled', 'manual', 'failed']),
        timeoutMs: 7_200_000,
        queueTimeoutMs: 600_000,
        outageTimeoutMs: 0,
        pollInterval: 15_000,
        jobs: ['lint', 'deploy-*'],
        onManual: 'play',
        downstream: 'require',
        cancelOn: new Set(['timeout', 'failure']),
      },
      report: { logs: 'all', logLines: 1000, summary: false },
      forwardContext: true,
      supersede: true,
    });
  });

  test.each([
    {
      give: { on_manual: 'play', wait: 'true' },
      want: [
        'on_manual is play, but access_token was not given, and no other token may play jobs [invalid_input]',
        'What to do: Give access_token with the scope api, or set on_manual to stop or wait.',
      ],
    },
    {
      give: { supersede: 'true' },
      want: [
        'supersede is true, but access_token was not given, and no other token may find and cancel pipelines [invalid_input]',
        'What to do: Give access_token with the scope api, of a Maintainer or of the owner of the trigger token; or set supersede to false.',
      ],
    },
    {
      give: { supersede: 'true', token: '', access_token: 'glpat-x' },
      want: [
        'supersede is true, but token was not given, and a pipeline created with access_token has no mark to recognize it by [invalid_input]',
        'What to do: Give token (a pipeline trigger token) beside access_token, or set supersede to false.',
      ],
    },
  ])('refuses what cannot work: $give', async ({ give, want }) => {
    expect((await refusal({ ...leastTriggerInputs, ...give })).message).toBe(want.join('\n'));
  });

  test('does not report missing permissions if the access token is invalid', async () => {
    const error = await refusal({
      ...leastTriggerInputs,
      access_token: 'glptt-hunter2',
      wait: 'true',
      on_manual: 'play',
      supersede: 'true',
    });
    expect(error.message).toBe(
      'access_token is a pipeline trigger token [invalid_input]\nWhat to do: Give it as token instead.',
    );
  });

  test('cancels on abort without an access token, as far as possible', async () => {
    const { request, warnings } = await parseTriggerRequest(
      sourceOf({ ...leastTriggerInputs, wait: 'true', cancel_on: 'abort, failure' }),
      noFiles,
    );
    expect([request.follow?.cancelOn, warnings]).toEqual([new Set(['abort', 'failure']), []]);
  });

  test('lets variables win over files', async () => {
    const { request } = await parseTriggerRequest(
      sourceOf({ ...leastTriggerInputs, variables: 'B=2', variables_file: 'a.env', inputs: 'n: 3' }),
      filesOf({ 'a.env': 'A=1\nB=1' }),
    );
    expect([request.variables, request.pipelineInputs]).toEqual([{ A: '1', B: '2' }, { n: 3 }]);
  });

  test('creates the pipeline with the access token if there is no other', async () => {
    const { request } = await parseTriggerRequest(
      sourceOf({ project_id: '1', ref: 'main', access_token: 'glpat-x' }),
      noFiles,
    );
    expect([request.credentials.kind, request.credentials.accessToken?.reveal()]).toEqual([
      'access',
      'glpat-x',
    ]);
  });

  test('warns of repaired values', async () => {
    const { warnings } = await parseTriggerRequest(
      sourceOf({ ...leastTriggerInputs, token: 'abc\n' }),
      noFiles,
    );
    expect(warnings).toEqual(['token had white space around it, which was removed']);
  });

  test('freezes the result deeply', async () => {
    const parsed = await parseTriggerRequest(
      sourceOf({
        ...leastTriggerInputs,
        variables: 'A=1',
        inputs: 'a: {b: [{}]}',
        wait: 'true',
        request_headers: 'X-A: 1',
      }),
      noFiles,
    );
    const thawed: string[] = [];
    const poll = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, inner] of Object.entries(value)) poll(inner, `${path}.${key}`);
    };
    poll(parsed, '');
    expect(thawed).toEqual([]);
  });

  test('allows plain http to loopback, and elsewhere on request', async () => {
    const loopback = await parseTriggerRequest(
      sourceOf({ ...leastTriggerInputs, gitlab_url: 'http://127.0.0.1:80' }),
      noFiles,
    );
    const allowed = await parseTriggerRequest(
      sourceOf({ ...leastTriggerInputs, gitlab_url: 'http://gitlab.test', allow_http: 'true' }),
      noFiles,
    );
    expect([loopback, allowed].map(({ request }) => request.connection.gitlabUrl)).toEqual([
      'http://127.0.0.1',
      'http://gitlab.test',
    ]);
  });

  test('reports a single problem in one sentence', async () => {
    expect((await refusal({ ...leastTriggerInputs, gitlab_url: 'http://gitlab.test' })).message).toBe(
      [
        'gitlab_url is http://gitlab.test, and plain http would expose the tokens to everyone on the network path [invalid_input]',
        'What to do: Use https, or set allow_http to true if you accept that.',
      ].join('\n'),
    );
  });

  test('reports all problems at once, also of inputs that only matter with wait', async () => {
    const error = await refusal({
      ref: 'a'.repeat(40),
      token: '',
      variables: 'A:\n  b: hunter2',
      inputs: '[1]',
      accept: 'sucess',
      timeout: '90',
      allow_http: 'maybe',
      request_headers: 'hunter2',
    });
    expect([error.code, error.exitCode]).toEqual(['invalid_input', 2]);
    expect(error.message.split('\n').map((line) => line.replace(/\. .*$/, ''))).toEqual([
      'The inputs have 9 problems, so nothing was sent [invalid_input]',
      'Why: each of these has to be corrected:',
      '- request_headers (line 1) is not a header (not shown)',
      '- allow_http is "maybe"',
      '- project_id was not given',
      '- ref is a commit SHA, and GitLab starts pipelines for branches and tags only',
      '- token was not given, and neither was access_token',
      '- variables.A.b is nested, but a variable is one text',
      '- inputs is a list, not a map (not shown)',
      '- accept has the unknown outcome "sucess"',
      '- timeout is "90", a number without a unit',
    ]);
    expect(error.message).not.toContain('hunter2');
  });

  test('does not ask for a token if an invalid one was given', async () => {
    expect((await refusal({ ...leastTriggerInputs, token: 'glpat-hunter2' })).message).toBe(
      'token is a personal, project or group access token [invalid_input]\nWhat to do: Give it as access_token instead.',
    );
  });

  test('shortens a long list of problems', async () => {
    const lines = 'oops\n'.repeat(300_000);
    const { message } = await refusal({ ...leastTriggerInputs, variables: `A=1\n${lines}` });
    expect(message.split('\n')).toHaveLength(2 + 25 + 1);
    expect(message).toMatch(/- and 299975 more of this kind$/);
  });
});
