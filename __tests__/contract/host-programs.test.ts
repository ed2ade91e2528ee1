import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { buildkiteAgent } from '../support/host-programs/buildkite-agent.js';
import { envman } from '../support/host-programs/envman.js';
import { npm, wordsForNpm } from '../support/host-programs/npm.js';
import { type ProgramStandIn, type Refusal, installStandIns } from '../support/host-programs/stand-in.js';
import { packageName } from '../support/package-name.js';

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

describe.each([envman, buildkiteAgent].map((standIn) => ({ standIn, name: standIn.name })))(
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

interface NpmCall {
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

describe('the stand-in for npm', () => {
  /** A call as `scripts/launch.sh` makes it, in a folder of its own, with one thing changed. */
  function install(change: (call: NpmCall, elsewhere: string) => Partial<NpmCall>): {
    readonly exitCode: number | null;
    readonly isThere: boolean;
  } {
    const top = realpathSync(mkdtempSync(join(tmpdir(), 'gitlab-trigger-npm-')));
    try {
      installStandIns([npm], join(top, 'bin'), join(top, 'own'));
      for (const name of ['leave.mjs', 'package.json']) writeFileSync(join(top, 'own', name), '');
      const own = join(top, 'own');
      const good = {
        words: wordsForNpm(own),
        folder: own,
        environment: { PATH: process.env.PATH ?? '', HOME: own, no_proxy: 'localhost' },
      };
      const { words, folder, environment } = { ...good, ...change(good, top) };
      const program = join(top, 'bin', 'npm');
      const { status } = spawnSync(program, words, { cwd: folder, env: environment, stdio: 'ignore' });
      return { exitCode: status, isThere: existsSync(join(own, 'node_modules', packageName, 'dist')) };
    } finally {
      rmSync(top, { recursive: true, force: true });
    }
  }

  const withWords =
    (edit: (word: string) => readonly string[]) =>
    ({ words }: NpmCall): Partial<NpmCall> => ({ words: words.flatMap(edit) });
  const withVariable =
    (name: string, value: string) =>
    ({ environment }: NpmCall): Partial<NpmCall> => ({ environment: { ...environment, [name]: value } });

  test('installs our package into the folder in which it runs', () => {
    expect(install(() => ({}))).toEqual({ exitCode: 0, isThere: true });
  });

  test.each([
    {
      what: 'a version that was never published (npm: E404, No matching version found)',
      change: withWords((word) => [word.replace(/@[\d.]+$/, '@99.0.0')]),
    },
    {
      what: 'another package (npm: E404, is not in this registry)',
      change: withWords((word) => [word.replace(/^@[^/]+\//, '')]),
    },
    { what: 'a second package', change: ({ words }: NpmCall) => ({ words: [...words, 'other'] }) },
    {
      what: 'a call without a folder of its own: it would read the .npmrc of the project',
      change: withWords((word) => (word.startsWith('--prefix=') ? [] : [word])),
    },
    {
      what: 'another folder than that in which it runs',
      change: (_: NpmCall, elsewhere: string) => ({ folder: elsewhere }),
    },
    {
      what: 'a home whose .npmrc others may have written',
      change: (_: NpmCall, elsewhere: string) => withVariable('HOME', elsewhere)(_),
    },
    {
      what: 'a call that leaves the registry to the configuration',
      change: withWords((word) => (word.startsWith('--registry=') ? [] : [word])),
    },
    {
      what: 'another registry',
      change: withWords((word) => [word.replace('registry.npmjs.org', 'registry.example.com')]),
    },
    {
      what: 'a call that lets packages run their scripts',
      change: withWords((word) => (word === '--ignore-scripts' ? [] : [word])),
    },
    {
      what: 'a call that is told a token: scripts of packages see the environment',
      change: withVariable('GITLAB_TRIGGER_TOKEN', 'glptt-x'),
    },
    { what: 'a setting by variable', change: withVariable('npm_config_registry', 'http://127.0.0.1:9/') },
    { what: 'options for Node', change: withVariable('NODE_OPTIONS', '--require=./evil.cjs') },
    { what: 'a library to load', change: withVariable('LD_PRELOAD', '') },
  ])('does not accept $what', ({ change }) => {
    expect(install(change)).toEqual({ exitCode: 1, isThere: false });
  });
});
