import { execFileSync } from 'node:child_process';

import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { curlCommandOf } from '../../../src/check/curl-command.js';
import { shellWord } from '../../../src/check/shell-text.js';
import type { TriggerRequest } from '../../../src/inputs/trigger-request.js';
import { requested } from './support/requested.js';

const request = await requested();
const redact = (text: string): string => text.replaceAll('opensesame', '***');

function textOf(changes: Partial<TriggerRequest>): string {
  return curlCommandOf({ ...request, ...changes }, redact).lines?.join('\n') ?? '';
}

/** What a shell makes of the command, up to the pipe. */
function bodyOf(changes: Partial<TriggerRequest>, environment: Readonly<Record<string, string>>): string {
  const [first = ''] = textOf(changes).split(' |\n');
  return execFileSync('sh', ['-c', first], { env: environment, encoding: 'utf8' });
}

test('the simplest one', () => {
  expect(curlCommandOf(request, redact)).toEqual({
    lines: [
      `printf '%s' '{"token":"' "$GITLAB_TRIGGER_TOKEN" '","ref":"main"}' |`,
      '  curl --silent --show-error --fail-with-body \\',
      "    --header 'Content-Type: application/json' \\",
      '    --data @- \\',
      '    https://gitlab.example.com/api/v4/projects/group%2Fapp/trigger/pipeline',
    ],
    environment: ['GITLAB_TRIGGER_TOKEN'],
  });
});

test('with an access token, which goes into a header that no command line shows', async () => {
  const { credentials } = await requested({ token: '' });
  expect(
    curlCommandOf(
      { ...request, credentials, variables: { A: '1', B_TOKEN: 'x' }, pipelineInputs: { n: 1 } },
      redact,
    ),
  ).toEqual({
    lines: [
      `printf 'PRIVATE-TOKEN: %s\\n' "$GITLAB_TRIGGER_ACCESS_TOKEN" |`,
      '  curl --silent --show-error --fail-with-body \\',
      "    --header 'Content-Type: application/json' \\",
      '    --header @- \\',
      `    --data '{"ref":"main","variables":[{"key":"A","value":"1"},{"key":"B_TOKEN","value":"***"}],"inputs":{"n":1}}' \\`,
      '    https://gitlab.example.com/api/v4/projects/group%2Fapp/pipeline',
    ],
    environment: ['GITLAB_TRIGGER_ACCESS_TOKEN', 'B_TOKEN'],
  });
});

test('with a gateway and an authority of its own', () => {
  const connection = {
    ...request.connection,
    caCertificate: '-----BEGIN',
    requestHeaders: [{ name: 'X-Gate', value: new Secret('hidden') }],
  };
  const text = textOf({ connection });
  expect(text).toContain('--header @request-headers.txt');
  expect(text).toContain('--cacert ca.pem');
  expect(text).not.toContain('hidden');
});

test('secrets that are known are nowhere in it', () => {
  const text = textOf({
    ref: 'opensesame',
    variables: { A: 'say opensesame', OPEN_opensesame: 'x' },
    pipelineInputs: { list: ['opensesame'] },
  });
  expect(text).not.toContain('opensesame');
  expect(text).toContain(`"A":"' "$A" '"`);
});

test('one that nobody would copy is left out', () => {
  const variables = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`V${index}`, 'x'.repeat(100)]),
  );
  expect(curlCommandOf({ ...request, variables }, redact).lines).toBeUndefined();
});

describe('a shell makes of it the body that would be sent', () => {
  const odd = {
    QUOTE: `it's "quoted"`,
    SHELL: '$(id) `id` $HOME ${x} !! \\ & ; | > < * ~ # %s %d',
    LINES: 'a\nb\r\n\tc',
    UNICODE: 'é 😀 \u202e \u2028 \u0007',
    EMPTY: '',
    __proto__x: 'y',
  };

  test('whatever is in the values', () => {
    const body = bodyOf({ variables: odd, ref: "a'b$c" }, { GITLAB_TRIGGER_TOKEN: 'glptt-1' });
    expect(JSON.parse(body)).toEqual({ token: 'glptt-1', ref: "a'b$c", variables: odd });
  });

  test('with inputs of all types', () => {
    const pipelineInputs = { s: "it's", n: 1.5, b: true, l: ['a', { x: null }], API_KEY: 'k', tokens: [1] };
    const body = bodyOf(
      { pipelineInputs },
      { GITLAB_TRIGGER_TOKEN: 't', API_KEY: 'from env', tokens: '[2]' },
    );
    expect(JSON.parse(body)).toEqual({
      token: 't',
      ref: 'main',
      inputs: { ...pipelineInputs, API_KEY: 'from env', tokens: [2] },
    });
  });

  test('without what may be a secret, or is long', () => {
    const variables = {
      DB_PASSWORD: 'hunter2',
      NOTE: `see glpat-${'a'.repeat(20)}`,
      LONG: 'x'.repeat(300),
      '1ST_SECRET': 's',
    };
    const text = textOf({ variables });
    for (const value of Object.values(variables)) expect(text).not.toContain(`"${value}"`);
    expect(curlCommandOf({ ...request, variables }, redact).environment).toEqual(
      ['GITLAB_TRIGGER_TOKEN', '_1ST_SECRET', 'DB_PASSWORD', 'NOTE', 'LONG'].sort(
        (one, other) => order(text, one) - order(text, other),
      ),
    );
    expect(
      JSON.parse(
        bodyOf(
          { variables },
          { GITLAB_TRIGGER_TOKEN: 't', DB_PASSWORD: 'p', NOTE: 'n', LONG: 'l', _1ST_SECRET: 'o' },
        ),
      ),
    ).toEqual({
      token: 't',
      ref: 'main',
      variables: { DB_PASSWORD: 'p', NOTE: 'n', LONG: 'l', '1ST_SECRET': 'o' },
    });
  });
});

function order(text: string, name: string): number {
  return text.indexOf(`$${name}"`);
}

test.each(['', ' ', "'", "''", 'a b', '$x', '-n', '~', 'a\\', '!', '\n'])('a word of a shell: %j', (text) => {
  const echoed = execFileSync('sh', ['-c', `printf '%s' ${shellWord(text)}`], { encoding: 'utf8' });
  expect(echoed).toBe(text);
});
