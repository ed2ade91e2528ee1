import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { shellWord } from '../../../src/base/text.js';
import { curlCommandOf } from '../../../src/check/curl-command.js';
import type { TriggerRequest } from '../../../src/model/requests.js';
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

test('the simplest command has a URL and a body', () => {
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

test('the command with an access token sends it in a header that no command line shows', async () => {
  const { credentials } = await requested({ token: '' });
  expect(curlCommandOf({ ...request, credentials }, redact)).toEqual({
    lines: [
      `printf 'PRIVATE-TOKEN: %s\\n' "$GITLAB_TRIGGER_ACCESS_TOKEN" |`,
      '  curl --silent --show-error --fail-with-body \\',
      "    --header 'Content-Type: application/json' \\",
      '    --header @- \\',
      `    --data '{"ref":"main"}' \\`,
      '    https://gitlab.example.com/api/v4/projects/group%2Fapp/pipeline',
    ],
    environment: ['GITLAB_TRIGGER_ACCESS_TOKEN'],
  });
});

test('the command with an access token and values shows neither in a command line', async () => {
  const { credentials } = await requested({ token: '' });
  const given = { credentials, variables: { A: '1', B_TOKEN: 'x' }, pipelineInputs: { n: 1 } };
  expect(curlCommandOf({ ...request, ...given }, redact)).toEqual({
    lines: [
      `printf '%s' '{"ref":"main","variables":[{"key":"A","value":"' "$A" '"},{"key":"B_TOKEN","value":"' "$B_TOKEN" '"}],"inputs":{"n":' "$n" '}}' | {`,
      `printf 'PRIVATE-TOKEN: %s\\n' "$GITLAB_TRIGGER_ACCESS_TOKEN" |`,
      '  curl --silent --show-error --fail-with-body \\',
      "    --header 'Content-Type: application/json' \\",
      '    --header @- \\',
      '    --data @/dev/fd/3 \\',
      '    https://gitlab.example.com/api/v4/projects/group%2Fapp/pipeline',
      '} 3<&0',
    ],
    environment: ['GITLAB_TRIGGER_ACCESS_TOKEN', 'A', 'B_TOKEN', 'n'],
  });
});

test('a shell passes header and body of the command to curl, and not as an argument', async () => {
  const { credentials } = await requested({ token: '' });
  const folder = mkdtempSync(join(tmpdir(), 'curl-'));
  try {
    writeFileSync(join(folder, 'curl'), '#!/bin/sh\ncat\ncat /dev/fd/3\necho "$@" >&2\n', { mode: 0o755 });
    const { stdout, stderr } = spawnSync('sh', ['-c', textOf({ credentials, variables: { A: 'hunter2' } })], {
      env: { PATH: `${folder}:${process.env.PATH ?? ''}`, GITLAB_TRIGGER_ACCESS_TOKEN: 'glpat-1', A: 'one' },
      encoding: 'utf8',
    });
    expect(stdout).toBe(`PRIVATE-TOKEN: glpat-1\n{"ref":"main","variables":[{"key":"A","value":"one"}]}`);
    expect(stderr).toContain('--header @- --data @/dev/fd/3');
    expect(stderr).not.toContain('one');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the command contains no value', () => {
  const values = {
    DATABASE_URL: 'postgres://app:hunter2-secret@db/app',
    SLACK_WEBHOOK: 'https://hooks.slack.example/T0/B0/hunter2-secret',
    SENTRY_DSN: 'hunter2-secret',
    note: 'hunter2-secret',
  };
  const pipelineInputs = {
    db: { password: 'hunter2-secret', deep: [{ er: 'hunter2-secret' }] },
    list: ['hunter2-secret'],
    jwt: 'hunter2-secret',
    pin: 48213377,
    on: true,
  };

  test.each([
    { name: 'a trigger token', inputs: {} },
    { name: 'an access token', inputs: { token: '' } },
  ])('with $name', async ({ inputs }) => {
    const { credentials } = await requested(inputs);
    const { lines = [], environment } = curlCommandOf(
      { ...request, credentials, variables: values, pipelineInputs },
      (text) => text,
    );
    const text = lines.join('\n');
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('48213377');
    expect(text).not.toContain('true');
    expect(environment.slice(1)).toEqual([...Object.keys(values), ...Object.keys(pipelineInputs)]);
    for (const name of environment) expect(text).toContain(`"$${name}"`);
  });
});

test('each value of the command has a variable of its own, which no shell has set to something else', () => {
  const { environment } = curlCommandOf(
    {
      ...request,
      variables: { 'a-b': '1', a_b: '2', PATH: '3', GITLAB_TRIGGER_TOKEN: '4' },
      pipelineInputs: { a_b: 5 },
    },
    redact,
  );
  expect(environment).toEqual([
    'GITLAB_TRIGGER_TOKEN',
    'a_b',
    'a_b_2',
    'PATH_2',
    'GITLAB_TRIGGER_TOKEN_2',
    'a_b_3',
  ]);
});

test('the command supports a gateway and an authority of its own', () => {
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

test('known secrets are nowhere in the command', () => {
  const text = textOf({
    ref: 'opensesame',
    variables: { A: 'say opensesame', OPEN_opensesame: 'x' },
    pipelineInputs: { list: ['opensesame'] },
  });
  expect(text).not.toContain('opensesame');
  expect(text).toContain(`"A":"' "$A" '"`);
});

test('the command is omitted if it is too long to copy', () => {
  const variables = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`V${index}`, 'x'.repeat(100)]),
  );
  expect(curlCommandOf({ ...request, variables }, redact).lines).toBeUndefined();
});

describe('a shell makes the body that would be sent from the command', () => {
  const odd = {
    QUOTE: `it's "quoted"`,
    DOLLARS: '$(id) `id` $HOME ${x} !! \\ & ; | > < * ~ # %s %d',
    LINES: 'a\nb\r\n\tc',
    UNICODE: 'é 😀 \u202e \u2028 \u0007',
    EMPTY: '',
    __proto__x: 'y',
  };
  const inJson = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const json = JSON.stringify(value);
        return [name, typeof value === 'string' ? json.slice(1, -1) : json];
      }),
    );

  test('with arbitrary values', () => {
    const body = bodyOf(
      { variables: odd, ref: "a'b$c" },
      { ...inJson(odd), GITLAB_TRIGGER_TOKEN: 'glptt-1' },
    );
    expect(JSON.parse(body)).toEqual({ token: 'glptt-1', ref: "a'b$c", variables: odd });
  });

  test('with inputs of all types', () => {
    const pipelineInputs = { s: "it's", n: 1.5, b: true, l: ['a', { x: null }], API_KEY: 'k', tokens: [1] };
    const body = bodyOf({ pipelineInputs }, { ...inJson(pipelineInputs), GITLAB_TRIGGER_TOKEN: 't' });
    expect(JSON.parse(body)).toEqual({ token: 't', ref: 'main', inputs: pipelineInputs });
  });

  test('with names that are no names in a shell', () => {
    const variables = { DB_PASSWORD: 'hunter2', '1ST_SECRET': 's' };
    expect(
      JSON.parse(bodyOf({ variables }, { GITLAB_TRIGGER_TOKEN: 't', DB_PASSWORD: 'p', _1ST_SECRET: 'o' })),
    ).toEqual({ token: 't', ref: 'main', variables: { DB_PASSWORD: 'p', '1ST_SECRET': 'o' } });
  });
});

test.each(['', ' ', "'", "''", 'a b', '$x', '-n', '~', 'a\\', '!', '\n'])(
  'a shell reads the quoted word %j',
  (text) => {
    const echoed = execFileSync('sh', ['-c', `printf '%s' ${shellWord(text)}`], { encoding: 'utf8' });
    expect(echoed).toBe(text);
  },
);
