import { describe, expect, test } from '@jest/globals';

import { parseWaitRequest, waitInputs, waitTable } from '../../../../src/inputs/commands/wait-and-cancel.js';
import { readInputs } from '../../../../src/inputs/table.js';
import { noFiles, sourceOf } from '../input-sources.js';
import {
  defaultFollow,
  defaultResults,
  leastWaitInputs,
  plainConnection,
  refusalOf,
  unfitDescriptions,
} from '../support/requests.js';

async function refusal(inputs: Readonly<Record<string, string>>): Promise<string> {
  return (await refusalOf(parseWaitRequest(sourceOf(inputs), noFiles))).message;
}

describe('parseWaitRequest', () => {
  test('requires only project and pipeline', async () => {
    expect(await parseWaitRequest(sourceOf(leastWaitInputs), noFiles)).toEqual({
      request: {
        connection: plainConnection('https://gitlab.com'),
        project: { kind: 'path', path: 'group/app' },
        pipelineId: 257,
        accessToken: undefined,
        follow: defaultFollow,
        ...defaultResults,
      },
      warnings: [],
    });
  });

  test('reads the access token, and warns of repaired values', async () => {
    const { request, warnings } = await parseWaitRequest(
      sourceOf({ ...leastWaitInputs, access_token: 'glpat-x\n', on_manual: 'play', expected_sha: 'ABCDEF0' }),
      noFiles,
    );
    expect([request.accessToken?.reveal(), request.follow.onManual, request.expectedSha]).toEqual([
      'glpat-x',
      'play',
      'abcdef0',
    ]);
    expect(warnings).toEqual(['access_token had white space around it, which was removed']);
  });

  test('reports all problems at once', async () => {
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
      '- gitlab_url is http://gitlab.test, and plain http would expose the tokens to everyone on the network path',
      '- project_id was not given',
      '- pipeline_id is "#118", a number that counts within the project only',
      '- on_manual is play, but access_token was not given, and no other token may play jobs',
      '- cancel_on says never beside other reasons',
      '- log_lines is "0"',
    ]);
  });
});

describe('the inputs for the pipeline of a commit', () => {
  const sha = 'AB'.repeat(20);
  const read = async (inputs: Readonly<Record<string, string>>): Promise<unknown> => {
    const { request, warnings } = await parseWaitRequest(
      sourceOf({ project_id: 'group/app', ...inputs }),
      noFiles,
    );
    return { pipelineId: request.pipelineId, commit: request.commit, warnings };
  };

  test.each([
    { ref: undefined, want: undefined },
    { ref: 'main', want: 'main' },
    { ref: 'refs/heads/topic/one', want: 'topic/one' },
    { ref: 'refs/tags/v1', want: 'v1' },
    { ref: 'refs/merge-requests/7/head', want: 'refs/merge-requests/7/head' },
    { ref: 'refs/merge-requests/7/merge', want: 'refs/merge-requests/7/merge' },
  ])('include the ref $ref as GitLab shows it', async ({ ref, want }) => {
    expect(await read({ sha, ...(ref === undefined ? {} : { ref }) })).toEqual({
      pipelineId: undefined,
      commit: { sha: sha.toLowerCase(), ref: want, source: undefined, appearTimeoutMs: 600_000 },
      warnings: [],
    });
  });

  test('include a source and a time', async () => {
    expect(await read({ sha, source: 'merge_request_event', appear_timeout: '0s' })).toMatchObject({
      commit: { source: 'merge_request_event', appearTimeoutMs: 0 },
    });
  });

  test('ignore ref and source beside an id, with a warning', async () => {
    expect(await read({ pipeline_id: '257', ref: 'main', source: 'push' })).toEqual({
      pipelineId: 257,
      commit: undefined,
      warnings: ['source was given beside pipeline_id, so this has no effect'],
    });
  });

  test.each([
    { inputs: {}, want: 'pipeline_id was not given, and sha was not either' },
    { inputs: { pipeline_id: ' ', sha: '' }, want: 'pipeline_id was not given, and sha was not either' },
    { inputs: { sha, pipeline_id: '257' }, want: 'pipeline_id and sha were both given' },
    { inputs: { sha: 'abcdef1' }, want: 'sha is "abcdef1", the beginning of a commit SHA' },
    { inputs: { sha: 'main' }, want: 'sha is "main", which is not a commit SHA' },
    { inputs: { sha: sha + 'ab' }, want: 'the beginning of a commit SHA' },
    { inputs: { sha, source: 'merge_request' }, want: 'Did you mean merge_request_event?' },
    { inputs: { sha, ref: 'refs/pull/7/merge' }, want: 'which exists on GitHub only' },
    { inputs: { sha, ref: 'refs/merge-requests/7' }, want: 'neither a branch nor a tag' },
    { inputs: { sha, appear_timeout: '5' }, want: 'a number without a unit' },
    { inputs: { sha, appear_timeout: '15d' }, want: 'Give a duration from 0s to 14d.' },
  ])('are refused: $inputs', async ({ inputs, want }) => {
    expect(await refusal({ project_id: 'group/app', ...inputs })).toContain(want);
  });
});

describe('the inputs of the wait action', () => {
  test('have these names and defaults, in this order', () => {
    expect(waitInputs.map((row) => [row.name, row.default ?? null])).toEqual([
      ['gitlab_url', 'https://gitlab.com'],
      ['project_id', null],
      ['pipeline_id', null],
      ['sha', null],
      ['ref', null],
      ['source', null],
      ['appear_timeout', '10m'],
      ['access_token', null],
      ['expected_sha', null],
      ['jobs', null],
      ['accept', 'success, warnings'],
      ['on_manual', 'stop'],
      ['retry_failed', '0'],
      ['retry_on', 'infrastructure'],
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

  test('always require project_id', () => {
    const required = waitInputs.filter((row) => row.required === 'always').map((row) => row.name);
    expect(required).toEqual(['project_id']);
  });

  test('have one-line descriptions that end as sentences', () => {
    expect(unfitDescriptions(waitInputs)).toEqual([]);
  });

  test('accept their own defaults', async () => {
    const nothingGiven = await readInputs(waitTable, { source: sourceOf(leastWaitInputs), files: noFiles });
    expect(Object.values(nothingGiven).filter((outcome) => outcome.kind === 'wrong')).toEqual([]);
  });
});
