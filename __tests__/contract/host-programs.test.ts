import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { buildkiteAgent } from '../support/host-programs/buildkite-agent.js';
import { envman } from '../support/host-programs/envman.js';
import { npm } from '../support/host-programs/npm.js';
import { type ProgramStandIn, type Refusal, installStandIns } from '../support/host-programs/stand-in.js';

interface Ended {
  readonly exitCode: unknown;
  readonly printed: string;
  readonly stored: Readonly<Record<string, string>>;
}

type Call = Pick<Refusal, 'words' | 'input' | 'environment'>;

/** Calls a stand-in, several times over the same store. */
async function call(standIn: ProgramStandIn, ...calls: readonly Call[]): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-stand-in-'));
  const store = join(folder, 'store');
  try {
    installStandIns([standIn], join(folder, 'bin'), store);
    let exitCode: unknown;
    let printed = '';
    for (const { words, input, environment } of calls) {
      const file = join(folder, 'input');
      if (input?.kind === 'file') writeFileSync(file, input.text);
      const all = input?.kind === 'file' ? [...words, input.flag, file] : words;
      const child = spawn(join(folder, 'bin', standIn.name), all, {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { ...process.env, ...environment },
      });
      child.stdin.on('error', () => undefined);
      child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
      // Node makes no FIFO for this, but a socket.
      child.stdin.end(input?.kind === 'socket' ? input.text : '');
      [exitCode] = (await once(child, 'close')) as unknown[];
    }
    const stored = readdirSync(store).map((name) => [name, readFileSync(join(store, name), 'utf8')] as const);
    return { exitCode, printed, stored: Object.fromEntries(stored) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Calls the real envman; what is stored is what a later step sees. */
async function callReal(envmanPath: string, { words, input }: Call): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-envman-'));
  const env = { PATH: process.env.PATH, HOME: '(expanded)', ENVMAN_ENVSTORE_PATH: join(folder, 'store.yml') };
  const run = async (all: readonly string[], text: string): Promise<Omit<Ended, 'stored'>> => {
    const child = spawn(envmanPath, all, { env, cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    let printed = '';
    child.stdin.on('error', () => undefined);
    child.stdout.setEncoding('utf8').on('data', (more: string) => (printed += more));
    child.stdin.end(text);
    const [exitCode] = (await once(child, 'close')) as unknown[];
    return { exitCode, printed };
  };
  try {
    await run(['init'], '');
    const file = join(folder, 'input');
    if (input?.kind === 'file') writeFileSync(file, input.text);
    const all = input?.kind === 'file' ? [...words, input.flag, file] : words;
    const { exitCode } = await run(all, input?.kind === 'socket' ? input.text : '');
    const { printed } = await run(['run', 'sh', '-c', 'printf %s "${A-(nothing)}"'], '');
    return { exitCode, printed: '', stored: printed === '(nothing)' ? {} : { A: printed } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each([envman, buildkiteAgent, npm].map((standIn) => ({ standIn, name: standIn.name })))(
  'what stands for $name',
  ({ standIn }) => {
    test.each(standIn.refusals)(
      'the stand-in does not accept $what ($source)',
      async ({ exitCode, stored, ...told }) => {
        expect(await call(standIn, told)).toEqual({ exitCode, printed: '', stored });
      },
    );
  },
);

// `npm run engines` says where the real one is.
const { REAL_ENVMAN: realEnvman } = process.env;
if (realEnvman !== undefined) {
  describe('the real envman', () => {
    test.each(envman.refusals.filter(({ ofOlder }) => ofOlder !== true))(
      'does not take $what either',
      async ({ exitCode, stored, ...told }) => {
        expect(await callReal(realEnvman, told)).toEqual({ exitCode, printed: '', stored });
      },
    );
  });
}

describe('the stand-in for envman', () => {
  test('keeps the value of a file as it is, and prints it', async () => {
    const text = 'a "b" \\ $HOME\n\ttwo\r\n';
    const { exitCode, printed, stored } = await call(
      envman,
      { words: ['add', '--key', 'A', '--no-expand'], input: { kind: 'file', flag: '--valuefile', text } },
      { words: ['add', '--key', 'B', '--sensitive', '--value', ''] },
      { words: ['print', '--format', 'json'] },
    );
    expect([exitCode, JSON.parse(printed), stored]).toEqual([0, { A: text, B: '' }, { A: text, B: '' }]);
  });
});

describe('the stand-in for buildkite-agent', () => {
  test('keeps and returns a value', async () => {
    const { exitCode, printed } = await call(
      buildkiteAgent,
      { words: ['meta-data', 'set', 'k'], input: { kind: 'socket', text: 'a\nb' } },
      { words: ['meta-data', 'get', 'k'] },
    );
    expect([exitCode, printed]).toEqual([0, 'a\nb']);
  });

  test('takes secrets and annotations', async () => {
    const { exitCode } = await call(
      buildkiteAgent,
      {
        words: ['redactor', 'add', '--format', 'json'],
        input: { kind: 'socket', text: JSON.stringify({ secret_0: 'a"b\\c', secret_1: 'é\n' }) },
      },
      {
        words: ['annotate', '--context', 'c', '--style', 'info', '--append'],
        input: { kind: 'socket', text: '# x' },
      },
    );
    expect(exitCode).toBe(0);
  });
});
