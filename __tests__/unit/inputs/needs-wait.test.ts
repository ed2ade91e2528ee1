import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { parseSnippetRequest } from '../../../src/inputs/commands/snippet.js';
import { parseTriggerRequest, triggerTable } from '../../../src/inputs/commands/trigger.js';
import { parseWaitRequest } from '../../../src/inputs/commands/wait-and-cancel.js';
import type { InputTable } from '../../../src/inputs/table.js';
import { noFiles, sourceOf } from './input-sources.js';
import { leastTriggerInputs } from './support/requests.js';

const least = {
  ...leastTriggerInputs,
  access_token: 'glpat-hunter2',
  github_token: 'ghs_0123456789abcdefghijkl',
};

const table: InputTable = triggerTable;

interface OtherText {
  readonly other: string;
  readonly same: readonly string[];
  /** What it is of use with. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** For each input that needs a step that waits: a text that does not mean its default, and others that do. */
const texts: Readonly<Record<string, OtherText>> = {
  jobs: { other: 'unit', same: [] },
  accept: { other: 'success', same: ['success, warnings', 'warnings,success', 'success\nwarnings'] },
  on_manual: { other: 'play', same: ['stop', ' stop '] },
  retry_failed: { other: '2', same: ['0', '00'] },
  retry_on: {
    other: 'script_failure',
    same: ['infrastructure', 'infrastructure, api_failure'],
    beside: { retry_failed: '1' },
  },
  downstream: { other: 'require', same: ['show'] },
  timeout: { other: '20m', same: ['1h', '60m'] },
  queue_timeout: { other: '5m', same: [] },
  outage_timeout: { other: '0s', same: ['5m', '300s'] },
  poll_interval: { other: '10s', same: ['auto'] },
  cancel_on: { other: 'never', same: ['abort', 'abort, abort'] },
  logs: { other: 'all', same: ['failed'] },
  log_lines: { other: '10', same: ['50'] },
  values_from: { other: 'pack:build.env', same: [] },
  values_as_outputs: { other: 'true', same: ['false', 'False'] },
  artifacts: { other: 'build', same: [] },
  artifacts_path: { other: 'elsewhere', same: ['gitlab-artifacts'] },
  junit_file: { other: 'junit.xml', same: [] },
  results_on: { other: 'always', same: ['success'] },
  comment: { other: 'true', same: ['false', 'FALSE'] },
  commit_status: { other: 'gitlab', same: [] },
};

/** Inputs that work on a step which only starts a pipeline. */
const withoutNeeds = [
  ...['gitlab_url', 'project_id', 'ref', 'token', 'access_token', 'variables', 'variables_file', 'inputs'],
  ...['wait_for_commit', 'accept_newer_commit', 'sync_mirror'],
  ...['forward_context', 'expected_sha', 'dry_run', 'wait', 'supersede', 'summary', 'mask_values'],
  ...['on_rerun', 'rerun_key'],
  ...['github_token', 'ca_certificate', 'request_headers', 'request_timeout', 'allow_http'],
];

async function startOf(
  given: Readonly<Record<string, string>>,
): Promise<{ readonly refusal: string; readonly warnings: readonly string[] }> {
  try {
    const { warnings } = await parseTriggerRequest(sourceOf({ ...least, ...given }), noFiles);
    return { refusal: '', warnings };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refusal: error.message, warnings: [] };
  }
}

test('every input either requires a step that waits, or works without one:', () => {
  expect(Object.keys(table).sort()).toEqual([...Object.keys(texts), ...withoutNeeds].sort());
  const needy = Object.keys(table).filter((name) => table[name]?.needsWait !== undefined);
  expect(needy.sort()).toEqual(Object.keys(texts).sort());
});

describe.each(Object.entries(texts))('%s', (name, { other, same, beside }) => {
  test.each([{}, { wait: 'false' }, { wait: '' }, { dry_run: 'true' }])(
    'it is reported with %j',
    async (rest) => {
      const { refusal, warnings } = await startOf({ ...rest, [name]: other });
      const printed = table[name]?.needsWait?.without === 'refused' ? refusal : warnings.join('\n');
      expect(printed).toContain(`${name} was given, but wait is ${rest.wait === '' ? 'empty' : 'false'}`);
    },
  );

  test.each(['', ' \n', ...same])('it counts as not given when it is %j', async (text) => {
    expect(await startOf({ [name]: text })).toEqual({ refusal: '', warnings: [] });
  });

  test('it is accepted with wait, and its description says so', async () => {
    expect(await startOf({ wait: 'true', ...beside, [name]: other })).toEqual({ refusal: '', warnings: [] });
    expect(table[name]?.description).toMatch(/ Needs wait: true\.$/);
  });
});

test('an input that affects the result of a step is refused without wait', () => {
  const refused = Object.keys(texts).filter((name) => table[name]?.needsWait?.without === 'refused');
  expect(refused).toEqual([
    ...[
      'jobs',
      'accept',
      'on_manual',
      'retry_failed',
      'retry_on',
      'downstream',
      'timeout',
      'queue_timeout',
      'outage_timeout',
      'cancel_on',
    ],
    ...['values_from', 'artifacts', 'junit_file', 'comment', 'commit_status'],
  ]);
});

test('inputs with the same requirement are reported together, in the order of the documentation', async () => {
  const { refusal } = await startOf({ timeout: '20m', accept: 'success', jobs: 'unit', junit_file: 'j.xml' });
  expect(refusal.split('\n').slice(2)).toEqual([
    '- jobs, accept and timeout were given, but wait is false, and such a step ends as soon as the pipeline exists, whatever its outcome. Set wait to true, or take jobs, accept and timeout out.',
    '- junit_file was given, but wait is false, and results are fetched only from a pipeline that is followed. Set wait to true, or take junit_file out.',
  ]);
  const { warnings } = await startOf({ logs: 'all', poll_interval: '5s' });
  expect(warnings).toEqual(['poll_interval and logs were given, but wait is false, so this has no effect']);
});

test('an empty wait is distinguished from a false one', async () => {
  const { refusal } = await startOf({ wait: ' ', accept: 'success' });
  expect(refusal.split('\n')[0]).toBe(
    'accept was given, but wait is empty (as an expression without a value gives), which counts as false, and such a step ends as soon as the pipeline exists, whatever its outcome [invalid_input]',
  );
});

test('an invalid wait is the only problem reported', async () => {
  const { refusal } = await startOf({ wait: 'yes', accept: 'success', values_from: 'a:b', comment: 'true' });
  expect(refusal).toBe('wait is "yes" [invalid_input]\nWhat to do: Give true or false.');
});

test('expected_sha is compared without wait, too', async () => {
  const { request, warnings } = await parseTriggerRequest(
    sourceOf({ ...least, expected_sha: 'ABCDEF0' }),
    noFiles,
  );
  expect([request.expectedSha, request.follow, warnings]).toEqual(['abcdef0', undefined, []]);
});

test('the action that always waits has no such requirement', async () => {
  const given = Object.fromEntries(Object.entries(texts).map(([name, { other }]) => [name, other]));
  const source = sourceOf({ ...least, pipeline_id: '257', ...given });
  const { warnings } = await parseWaitRequest(source, noFiles);
  expect(warnings).toEqual([]);
});

test('no snippet is a step that would be refused', async () => {
  const source = sourceOf({ kind: 'github', project_id: 'group/app', ref: 'main', accept: 'success' });
  await expect(parseSnippetRequest(source, noFiles)).rejects.toThrow('accept was given, but wait is false');
  const same = sourceOf({ kind: 'github', project_id: 'group/app', ref: 'main', timeout: '1h', logs: 'all' });
  const { warnings } = await parseSnippetRequest(same, noFiles);
  expect(warnings).toEqual(['logs was given, but wait is false, so this has no effect']);
});
