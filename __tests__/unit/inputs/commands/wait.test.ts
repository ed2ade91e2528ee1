import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../../src/base/errors.js';
import { parseWaitRequest, waitInputs, waitTable } from '../../../../src/inputs/commands/wait-and-cancel.js';
import { readInputs } from '../../../../src/inputs/table.js';
import { noFiles, sourceOf } from '../input-sources.js';

const least = { project_id: 'group/app', pipeline_id: '257' };

async function refusal(inputs: Readonly<Record<string, string>>): Promise<string> {
  const error: unknown = await parseWaitRequest(sourceOf(inputs), noFiles).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof InputError) return error.message;
  throw new TypeError('the inputs were accepted', { cause: error });
}

describe('parseWaitRequest', () => {
  test('needs project and pipeline only', async () => {
    expect(await parseWaitRequest(sourceOf(least), noFiles)).toEqual({
      request: {
        connection: {
          apiUrl: new URL('https://gitlab.com/api/v4/'),
          gitlabUrl: 'https://gitlab.com',
          requestTimeoutMs: 30_000,
          caCertificate: undefined,
          requestHeaders: [],
        },
        project: { kind: 'path', path: 'group/app' },
        pipelineId: 257,
        accessToken: undefined,
        follow: {
          accept: new Set(['success', 'warnings']),
          timeoutMs: 3_600_000,
          queueTimeoutMs: undefined,
          outageTimeoutMs: 300_000,
          pollInterval: 'auto',
          jobs: [],
          onManual: 'stop',
          downstream: 'show',
          cancelOn: new Set(['abort']),
        },
        report: { logs: 'failed', logLines: 50, summary: true },
        results: { on: 'success', values: undefined, junitFile: undefined },
      },
      warnings: [],
    });
  });

  test('takes the access token, and warns of what it repaired', async () => {
    const { request, warnings } = await parseWaitRequest(
      sourceOf({ ...least, access_token: 'glpat-x\n', on_manual: 'play', expected_sha: 'ABCDEF0' }),
      noFiles,
    );
    expect([request.accessToken?.reveal(), request.follow.onManual, request.expectedSha]).toEqual([
      'glpat-x',
      'play',
      'abcdef0',
    ]);
    expect(warnings).toEqual(['access_token had white space around it, which was removed']);
  });

  test('tells all problems at once', async () => {
    const message = await refusal({
      gitlab_url: 'http://gitlab.test',
      pipeline_id: '#118',
      on_manual: 'play',
      cancel_on: 'never, abort',
      log_lines: '0',
    });
    expect(message.split('\n').map((line) => line.replace(/\. .*$/, ''))).toEqual([
      'The inputs have 6 problems, so nothing was sent [invalid_input]',
      'Why: each of these has to be corrected:',
      '- gitlab_url is http://gitlab.test, and plain http would send the tokens readable for everybody on the way',
      '- project_id was not given',
      '- pipeline_id is "#118", a number that counts within the project only',
      '- on_manual is play, but access_token was not given, and no other token may play jobs',
      '- cancel_on says never beside other reasons',
      '- log_lines is "0"',
    ]);
  });
});

describe('the inputs of the wait action', () => {
  test('have these names and defaults, in this order', () => {
    expect(waitInputs.map((row) => [row.name, row.default ?? null])).toEqual([
      ['gitlab_url', 'https://gitlab.com'],
      ['project_id', null],
      ['pipeline_id', null],
      ['access_token', null],
      ['expected_sha', null],
      ['jobs', null],
      ['accept', 'success, warnings'],
      ['on_manual', 'stop'],
      ['downstream', 'show'],
      ['timeout', '1h'],
      ['queue_timeout', null],
      ['outage_timeout', '5m'],
      ['poll_interval', 'auto'],
      ['cancel_on', 'abort'],
      ['logs', 'failed'],
      ['log_lines', '50'],
      ['summary', 'true'],
      ['values_from', null],
      ['mask_values', null],
      ['values_as_outputs', 'false'],
      ['artifacts', null],
      ['artifacts_path', 'gitlab-artifacts'],
      ['junit_file', null],
      ['results_on', 'success'],
      ['github_token', null],
      ['comment', 'false'],
      ['commit_status', null],
      ['ca_certificate', null],
      ['request_headers', null],
      ['request_timeout', '30s'],
      ['allow_http', 'false'],
    ]);
  });

  test('need project_id and pipeline_id always', () => {
    const required = waitInputs.filter((row) => row.required === 'always').map((row) => row.name);
    expect(required).toEqual(['project_id', 'pipeline_id']);
  });

  test('have descriptions of one line that end as sentences', () => {
    for (const { description } of waitInputs) expect(description).toMatch(/^[^\n]{20,300}\.$/);
  });

  test('accept their own defaults', async () => {
    const nothingGiven = await readInputs(waitTable, { source: sourceOf(least), files: noFiles });
    expect(Object.values(nothingGiven).filter((outcome) => outcome.kind === 'wrong')).toEqual([]);
  });
});
