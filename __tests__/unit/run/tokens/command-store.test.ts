import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { type Clock, systemClock } from '../../../../src/base/clock.js';
import { AbortedError, AppError } from '../../../../src/base/errors.js';
import { Secret } from '../../../../src/base/secret.js';
import type { StoreCommand } from '../../../../src/model/requests.js';
import { createMasker } from '../../../../src/hosts/redaction/redaction.js';
import { createCommandStore } from '../../../../src/run/tokens/command-store.js';

const token = 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';
const accessToken = 'glpat-Qw4Er6Ty8Ui0Op2As4Df';
const masker = createMasker();
masker.mask(new Secret(accessToken), 'access_token', 'token');
masker.mask(new Secret('word'), 'request_headers (X-Gate)');
masker.mask(new Secret('Passw0rdOfProxy'));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Pauses between two attempts take no time to speak of; a limit of an hour does. */
const quickClock: Clock = {
  ...systemClock,
  schedule: (delayMs, callback) => systemClock.schedule(delayMs / 1000, callback),
};

interface Storing {
  /** `stored`, or the error. */
  readonly end: string;
  readonly code: string | undefined;
}

async function store(
  command: Pick<StoreCommand, 'store'> & Partial<StoreCommand>,
  { stop, clock = quickClock }: { readonly stop?: AbortController; readonly clock?: Clock } = {},
): Promise<Storing> {
  const place = createCommandStore(
    { clock, random: () => 0.5, redact: masker.redact },
    { verify: undefined, timeoutMs: 3_600_000, ...command },
  );
  const { signal } = stop ?? new AbortController();
  try {
    await place.store(new Secret(token), signal);
    return { end: 'stored', code: undefined };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { end: error.message, code: error.code };
  }
}

/** Whether a process is gone, or only waits for its parent to hear of its end. */
function hasEnded(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
}

/** A signal that was sent is a moment under way; one that was not fails the test by its limit of time. */
async function untilEnded(pid: number): Promise<void> {
  while (!hasEnded(pid)) await new Promise((resolve) => setImmediate(resolve));
}

const inFolder = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(inFolder(name), 'utf8');

describe('a command that stores a token', () => {
  test('gets it on standard input, without a line end', async () => {
    expect(await store({ store: `cat > '${inFolder('kept')}'` })).toEqual({ end: 'stored', code: undefined });
    expect(read('kept')).toBe(token);
  });

  test('sees it neither in its arguments nor in its environment', async () => {
    const lines = [`env > '${inFolder('env')}'`, `tr '\\0' ' ' < /proc/$$/cmdline > '${inFolder('argv')}'`];
    await store({ store: lines.join('\n') });
    expect(read('argv')).toContain('env');
    expect(read('env') + read('argv')).not.toContain(token);
  });

  test('sees no variable with a secret in it, whatever its name, and keeps what programs need', async () => {
    const hidden = {
      SOME_1: accessToken,
      SOME_2: ` ${accessToken}`,
      SOME_3: `${accessToken}\n`,
      SOME_4: `--header=PRIVATE-TOKEN:${accessToken};`,
      SOME_5: Buffer.from(`oauth2:${accessToken}`).toString('base64'),
      SOME_6: accessToken.slice(3),
      SOME_7: '{"auth":"glpat\\u002d' + accessToken.slice(6) + '"}',
    };
    const kept = {
      PATH: `${process.env.PATH}:/opt/word/bin`,
      HOME: `${folder}/word`,
      https_proxy: 'http://u:Passw0rdOfProxy@127.0.0.1:1',
      NO_PROXY: 'word.example.com',
      VAULT_ADDR: 'https://vault.example.com',
    };
    const before = { ...process.env };
    Object.assign(process.env, hidden, kept);
    try {
      await store({ store: `env > '${inFolder('env')}'` });
    } finally {
      for (const name of Object.keys({ ...hidden, ...kept })) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
    }
    expect(read('env')).not.toMatch(/SOME_|Qw4Er6|Ui0Op2/);
    for (const [name, value] of Object.entries(kept)) expect(read('env')).toContain(`${name}=${value}\n`);
  });

  test('does not see the inputs of the step', async () => {
    const names = [
      'GITLAB_TRIGGER_ACCESS_TOKEN',
      'INPUT_ACCESS_TOKEN',
      'STATE_pipeline',
      'PLUGIN_ACCESS_TOKEN',
      'plugin_access_token',
      'BUILDKITE_PLUGIN_GITLAB_TRIGGER_ACCESS_TOKEN',
      // A copy, as some CIs make one of a setting.
      'access_token',
    ];
    for (const name of names) process.env[name] = 'glpat-0123456789abcdef0123';
    process.env.VAULT_ADDR = 'https://vault.example.com';
    try {
      await store({ store: `env > '${inFolder('env')}'` });
    } finally {
      for (const name of [...names, 'VAULT_ADDR']) Reflect.deleteProperty(process.env, name);
    }
    expect(read('env')).not.toMatch(/GITLAB_TRIGGER_|INPUT_|STATE_|PLUGIN_|glpat-/i);
    expect(read('env')).toContain('VAULT_ADDR=https://vault.example.com');
  });

  test('fails with its exit code and none of its words, and has stored nothing', async () => {
    const { end, code } = await store({ store: 'echo first >&2; echo permission denied >&2; exit 3' });
    expect(code).toBe('token_not_stored');
    expect(end).toContain('store_command ended with exit code 3');
    expect(end).not.toMatch(/first|permission denied/);
  });

  test.each([
    { name: 'as it is', line: 'cat >&2; exit 1' },
    { name: 'in base64', line: 'base64 >&2; exit 1' },
    { name: 'behind other words', line: 'printf "cannot store %s" "$(cat)" >&2; exit 1' },
    { name: 'on standard output', line: 'cat; exit 1' },
    { name: 'backwards', line: 'rev >&2; exit 1' },
    { name: 'with blanks between', line: 'sed "s/./& /g" >&2; exit 1' },
    { name: 'shifted by thirteen letters', line: 'tr a-z n-za-m >&2; exit 1' },
  ])('shows no token that it prints $name', async ({ line }) => {
    const { end } = await store({ store: line });
    expect(end).toContain('ended with exit code 1');
    expect(end).not.toMatch(/glptt|ttplg|g l p t t|tycgg/);
    expect(end).not.toContain(token.slice(6, 30));
    expect(end).not.toContain(Buffer.from(token).toString('base64').slice(0, 20));
  });

  test('may exit without reading its input', async () => {
    expect((await store({ store: 'true' })).end).toBe('stored');
  });

  test('shows no part of a token that it prints after the kept part', async () => {
    const { end } = await store({
      store: 'head -c 65500 /dev/zero | tr "\\0" "a" >&2; echo >&2; cat >&2; exit 1',
    });
    expect(end).toContain('ended with exit code 1');
    expect(end).not.toContain(token.slice(0, 10));
  });

  test('may print more than is kept', async () => {
    expect((await store({ store: 'head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2' })).end).toBe(
      'stored',
    );
  });

  test('is ended with its child processes when it takes too long', async () => {
    const line = `(sleep 600; touch '${inFolder('late')}') & echo $! > '${inFolder('pid')}'; sleep 600`;
    const { end, code } = await store({ store: line, timeoutMs: 2000 }, { clock: systemClock });
    expect(code).toBe('token_not_stored');
    expect(end).toContain('store_command took longer than 2 s');
    expect(hasEnded(Number(read('pid')))).toBe(true);
  });

  test.each([
    { name: 'that holds its output open', background: 'sleep 600 &' },
    { name: 'that holds its input open', background: 'sleep 600 <&0 >/dev/null &' },
    { name: 'that prints on', background: 'yes &' },
    { name: 'that hears no hint', background: `(trap '' HUP TERM INT; sleep 600) &` },
  ])('counts with its own end, and what it leaves behind $name is ended', async ({ background }) => {
    const line = `cat > '${inFolder('kept')}'; ${background} echo $! > '${inFolder('pid')}'`;
    const { end } = await store({ store: line }, { clock: systemClock });
    expect(end).toBe('stored');
    expect(read('kept')).toBe(token);
    await untilEnded(Number(read('pid')));
  });

  test('keeps its exit code when it leaves something behind', async () => {
    const { end } = await store({ store: 'sleep 600 & exit 4' }, { clock: systemClock });
    expect(end).toContain('store_command ended with exit code 4');
  });

  test('is not waited for by what has a session of its own', async () => {
    const line = `setsid sleep 600 & echo $! > '${inFolder('pid')}'`;
    const { end } = await store({ store: line }, { clock: systemClock });
    const pid = Number(read('pid'));
    try {
      expect(end).toBe('stored');
    } finally {
      if (!hasEnded(pid)) process.kill(pid, 'SIGKILL');
    }
  });

  test('is ended when the step is stopped', async () => {
    const stop = new AbortController();
    const line = `echo $$ > '${inFolder('pid')}'; sleep 600`;
    const storing = store({ store: line }, { stop, clock: systemClock });
    while (!existsSync(inFolder('pid')) || read('pid') === '') {
      await new Promise((resolve) => setImmediate(resolve));
    }
    stop.abort(new AbortedError('SIGTERM'));
    expect((await storing).code).toBe('aborted');
    expect(hasEnded(Number(read('pid')))).toBe(true);
  });

  test('fails if it cannot be found, and has stored nothing', async () => {
    const { end, code } = await store({ store: 'no-such-program-here' });
    expect(code).toBe('token_not_stored');
    expect(end).toContain('store_command ended with exit code 127');
  });
});

describe('the check of a stored token', () => {
  const keep = (): string => `cat > '${inFolder('kept')}'`;

  test.each(['cat', 'cat; echo', "sed 's/$/\\r/'"])('passes when `%s` prints the same', async (printer) => {
    const verify = printer.startsWith('cat')
      ? `cat '${inFolder('kept')}'${printer.slice(3)}`
      : `${printer} '${inFolder('kept')}'; echo`;
    expect((await store({ store: keep(), verify })).end).toBe('stored');
  });

  test('fails when another one is printed, and neither is shown', async () => {
    const verify = 'echo glptt-00000000000000000000';
    const { end, code } = await store({ store: 'true', verify });
    expect(code).toBe('token_not_stored');
    expect(end).toContain('verify_command printed something else than the new token');
    expect(end).not.toMatch(/glptt-/);
  });

  test.each([`printf '%s%s'`, `printf ' %s'`, `printf '%.20s'`])(
    'fails when `%s` changes it',
    async (format) => {
      const kept = `"$(cat '${inFolder('kept')}')"`;
      const { code } = await store({ store: keep(), verify: `${format} ${kept} ${kept}` });
      expect(code).toBe('token_not_stored');
    },
  );

  test('is repeated when the old one is printed at first', async () => {
    const counter = inFolder('counter');
    const verify = `echo x >> '${counter}'; if [ "$(wc -l < '${counter}')" -lt 3 ]; then echo old; else cat '${inFolder('kept')}'; fi`;
    expect((await store({ store: keep(), verify })).end).toBe('stored');
    expect(read('counter').trim().split('\n')).toHaveLength(3);
  });

  test('fails when the token cannot be read back', async () => {
    const { end, code } = await store({ store: keep(), verify: 'echo forbidden >&2; exit 2' });
    expect(code).toBe('token_not_stored');
    expect(end).toContain('verify_command ended with exit code 2');
    expect(end).not.toContain('forbidden');
  });

  test('is compared with what was printed before the end, whatever holds the output open', async () => {
    const verify = `cat '${inFolder('kept')}'; sleep 600 &`;
    expect((await store({ store: keep(), verify }, { clock: systemClock })).end).toBe('stored');
  });

  test('runs the command with empty standard input', async () => {
    const verify = 'cat';
    expect((await store({ store: 'true', verify })).code).toBe('token_not_stored');
  });
});
