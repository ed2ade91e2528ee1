import { describe, expect, test } from '@jest/globals';

import { parseTokensRequest } from '../../../src/inputs/commands/token-operation.js';
import { parseTriggerRequest } from '../../../src/inputs/commands/trigger.js';
import { parseWaitRequest } from '../../../src/inputs/commands/wait-and-cancel.js';
import type { TriggerRequest } from '../../../src/model/requests.js';
import { filesOf, sourceOf } from './input-sources.js';
import { leastTriggerInputs, refusalOf } from './support/requests.js';

const least = { ...leastTriggerInputs, wait: 'true' };
const files = filesOf({ 'null.json': 'null\n', 'half.json': '{"A":"\\ud83d"}' });

async function read(
  given: Readonly<Record<string, string>>,
): Promise<{ readonly request: TriggerRequest; readonly warnings: readonly string[] }> {
  return await parseTriggerRequest(sourceOf({ ...least, ...given }), files);
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return (await refusalOf(work)).message;
}

describe('an empty map', () => {
  test.each(['null', ' null\n', 'Null', '~', '{}', ' { } ', '# nothing', '---\n', 'null # nothing'])(
    'is read from %j',
    async (text) => {
      const { request, warnings } = await read({ variables: text, inputs: text });
      expect([request.variables, request.pipelineInputs, warnings]).toEqual([{}, {}, []]);
    },
  );

  test('in a file may be null, too', async () => {
    const { request } = await read({ variables_file: 'null.json', variables: 'A=1' });
    expect(request.variables).toEqual({ A: '1' });
  });

  test.each([
    { text: '"null"', want: 'The quotes around it are part of the value' },
    { text: "''", want: 'The quotes around it are part of the value' },
    { text: '"{\\"A\\":\\"1\\"}"', want: 'The quotes around it are part of the value' },
    { text: '[]', want: '[] is what ${{ toJSON(…) }} gives for something empty' },
    { text: 'undefined', want: 'undefined is what a script prints' },
    { text: 'Object', want: 'Object is what an expression gives for more than a single value' },
    { text: 'Array', want: 'Array is what an expression gives for more than a single value' },
    { text: '[object Object]', want: '[object Object] is what an expression gives' },
    { text: '${{ toJSON(matrix) }}', want: 'a place for a value that nothing has put there' },
  ])('is not read from $text, whose origin is explained', async ({ text, want }) => {
    for (const name of ['variables', 'inputs']) {
      expect(await refusal(read({ [name]: text }))).toContain(want);
    }
  });

  test('does not hide half a character, which cannot be sent', async () => {
    for (const given of [{ variables: '{"A":"\\ud83d"}' }, { variables_file: 'half.json' }]) {
      expect(await refusal(read(given))).toContain('.A has half a character in it (a lone surrogate)');
    }
    expect(await refusal(read({ inputs: '{"A":["x","\\udc00"]}' }))).toContain('inputs.A.1 has half a');
    const { request } = await read({ variables: '{"A":"\\ud83d\\udef9"}' });
    expect(request.variables).toEqual({ A: '🛹' });
  });
});

/** Inputs that are closed lists, numbers, spans or tokens: no such text fits any of them. */
const closed = [
  ...[
    'gitlab_url',
    'project_id',
    'token',
    'access_token',
    'forward_context',
    'expected_sha',
    'dry_run',
    'wait',
  ],
  ...['accept', 'on_manual', 'downstream', 'timeout', 'queue_timeout', 'outage_timeout', 'poll_interval'],
  ...[
    'retry_failed',
    'retry_on',
    'cancel_on',
    'supersede',
    'logs',
    'log_lines',
    'summary',
    'values_from',
    'values_as_outputs',
  ],
  ...['artifacts_path', 'junit_file', 'results_on', 'github_token', 'comment', 'commit_status'],
  ...['request_headers', 'request_timeout', 'allow_http', 'variables_file', 'ca_certificate'],
];

describe.each(closed)('the text %s is refused', (name) => {
  test.each([
    { text: 'null', want: 'null is what ${{ toJSON(…) }}, jq and YAML give' },
    { text: 'undefined', want: 'undefined is what a script prints' },
    { text: 'Object', want: 'Object is what an expression gives' },
  ])('explains the origin of $text', async ({ text, want }) => {
    expect(await refusal(read({ [name]: text }))).toContain(want);
  });
});

const fitting: Readonly<Record<string, string>> = {
  gitlab_url: 'https://gitlab.example.com',
  project_id: 'group/app',
  token: 'glptt-hunter2',
  access_token: 'hunter2hunter2',
  github_token: 'ghs_0123456789abcdefghijkl',
  expected_sha: 'abcdef0',
  wait: 'true',
  accept: 'success',
  timeout: '20m',
  poll_interval: 'auto',
  log_lines: '10',
  request_timeout: '30s',
};

describe.each(Object.entries(fitting))('quotes around %s', (name, text) => {
  test.each(['"', "'", '`'])('includes the warning for %s', async (quote) => {
    const message = await refusal(read({ [name]: `${quote}${text}${quote}` }));
    expect(message).toMatch(new RegExp(`${name} (?:is|has)`));
    expect(message).toMatch(/quote|backtick/);
    expect(message).not.toContain('hunter2');
  });
});

test('quotes around ids are reported, too', async () => {
  const wait = parseWaitRequest(sourceOf({ project_id: '42', pipeline_id: '"257"' }), files);
  expect(await refusal(wait)).toContain('The quotes around it are part of the value');
  const source = sourceOf({ operation: 'get', project_id: '"42"', access_token: 'x1', trigger_id: "'610'" });
  const tokens = await refusal(parseTokensRequest({ source, files, nowMs: 0 }));
  expect(tokens.split('The quotes around it')).toHaveLength(3);
});

test('a character that was lost in encoding causes a warning', async () => {
  const { request, warnings } = await read({ variables: 'NAME=Jos\ufffd' });
  expect(request.variables).toEqual({ NAME: 'Jos\ufffd' });
  expect(warnings).toEqual([
    'variables has a U+FFFD in it, which usually replaces a character of a text that was not UTF-8',
  ]);
});
