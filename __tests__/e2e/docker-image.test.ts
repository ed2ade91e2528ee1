import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { simulateTable } from '../../src/inputs/commands/simulate.js';
import { codeBlocksOf } from '../contract/support/markdown-parts.js';
import { inputsFor, oneProject, tokens } from '../support/one-project.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

const root = join(import.meta.dirname, '..', '..');

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The instructions of a Dockerfile, in their order. */
function instructionsOf(file: string): readonly Instruction[] {
  return readFileSync(join(root, 'ci', 'docker', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', rest = ''] = line.split(/ (.*)/, 2);
      return { name, rest };
    });
}

const instructions = instructionsOf('Dockerfile');

function restOf(wanted: string, of = instructions): string {
  return of.find(({ name }) => name === wanted)?.rest ?? '';
}

function wordsOf(wanted: string, of = instructions): readonly string[] {
  return JSON.parse(restOf(wanted, of)) as readonly string[];
}

test('the image is made of copied files only, and does not run as root', () => {
  expect(instructions.map(({ name }) => name)).toEqual([
    'ARG',
    'FROM',
    'COPY',
    'COPY',
    'USER',
    'ENTRYPOINT',
    'CMD',
  ]);
  expect(restOf('USER')).not.toMatch(/^(?:root|0)\b/);
});

/**
 * There is no container engine here: the files are copied as it would, and the program gets a folder in the
 * place of its root.
 */
async function withImage(of: readonly Instruction[], visit: (image: string) => Promise<void>): Promise<void> {
  const image = await realpath(await mkdtemp(join(tmpdir(), 'gitlab-trigger-image-')));
  try {
    for (const { rest } of of.filter(({ name }) => name === 'COPY')) {
      const [from = '', to = ''] = rest.split(' ');
      await cp(join(root, from), join(image, to), { recursive: true });
    }
    await chmod(image, 0o755);
    await visit(image);
  } finally {
    await rm(image, { recursive: true, force: true });
  }
}

/** Words of a program of an image, whose files are below a folder. */
function wordsIn(image: string, words: readonly string[]): readonly string[] {
  return words.map((word) => (word.startsWith('/') ? join(image, word) : word));
}

/** The user nobody, where the tests may become somebody else. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

test('the program of the image runs from the files that it copies, with only inputs in its environment', async () => {
  await withImage(instructions, async (image) => {
    const scenario = oneProject();
    await withSimulator({ scenario }, async ({ url, requests }) => {
      const inputs = Object.entries({ ...inputsFor(url), access_token: tokens.api, wait: 'true' });
      const [program = '', ...words] = [...wordsOf('ENTRYPOINT'), ...wordsOf('CMD')];
      expect(program).toBe('node');
      const child = spawn(process.execPath, wordsIn(image, words), {
        cwd: image,
        env: Object.fromEntries(
          inputs.map(([name, value]) => [`GITLAB_TRIGGER_${name.toUpperCase()}`, value]),
        ),
        ...nobody,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      const [exitCode] = (await once(child, 'close')) as [number | null];
      expect([exitCode, output]).toEqual([0, expect.stringContaining('Pipeline 257 passed')]);
      expect(requestLines(requests)).toContain('POST /api/v4/projects/group%2Fapp/trigger/pipeline');
    });
  });
});

const simulator = instructionsOf('simulator.Dockerfile');

test('the image of the simulator has the same files, and tells its port and its health', () => {
  expect(simulator.map(({ name }) => name)).toEqual([
    ...['ARG', 'FROM', 'COPY', 'COPY', 'USER', 'ENV', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'],
  ]);
  for (const same of ['ARG', 'FROM', 'COPY', 'USER', 'ENTRYPOINT']) {
    expect(restOf(same, simulator)).toBe(restOf(same));
  }
  const ports = simulator.filter(({ rest }) => /\b8929$/.test(rest)).map(({ name }) => name);
  expect(ports).toEqual(['ENV', 'EXPOSE']);
});

test('the simulator in it serves until it is stopped, and its check of health tells when it does', async () => {
  const { port } = await new Promise<AddressInfo>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address() as AddressInfo;
      probe.close(() => resolve(address));
    });
  });
  const image = Object.fromEntries(
    simulator.filter(({ name }) => name === 'ENV').map(({ rest }) => rest.split('=') as [string, string]),
  );
  // The port of the image may be taken here.
  const env = { ...image, GITLAB_TRIGGER_PORT: String(port), GITLAB_TRIGGER_TLS: 'true' };
  const [, ...check] = JSON.parse(restOf('HEALTHCHECK', simulator).replace(/^.*? CMD /, '')) as string[];
  const health = (): number | null => spawnSync(process.execPath, check, { env, ...nobody }).status;
  await withImage(simulator, async (folder) => {
    expect(health()).toBe(1);
    const [, ...words] = [...wordsOf('ENTRYPOINT', simulator), ...wordsOf('CMD', simulator)];
    const child = spawn(process.execPath, wordsIn(folder, words), {
      cwd: folder,
      env,
      ...nobody,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'close') as Promise<[number | null]>;
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(health()).toBe(0);
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  });
});

/** The services in the examples of docs/simulate.md. */
const services = codeBlocksOf(readFileSync(join(root, 'docs', 'simulate.md'), 'utf8'), 'yaml').flatMap(
  ({ text }) => {
    const { test: gitlab, jobs } = parse(text) as {
      readonly test?: { readonly services?: readonly Service[] };
      readonly jobs?: { readonly test?: { readonly services?: Readonly<Record<string, Service>> } };
    };
    return [...(gitlab?.services ?? []), ...Object.values(jobs?.test?.services ?? {})].map((service) => ({
      text,
      service,
    }));
  },
);

interface Service {
  readonly name?: string;
  readonly image?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
}

test('the services on the page take the image that the page builds, its port, and variables that are inputs', () => {
  const page = readFileSync(join(root, 'docs', 'simulate.md'), 'utf8');
  const [, tag] = /simulator\.Dockerfile -t (\S+)/.exec(page) ?? [];
  expect(services).toHaveLength(2);
  for (const { text, service } of services) {
    expect(service.name ?? service.image).toBe(tag);
    expect(text).toContain(`:${restOf('EXPOSE', simulator)}`);
    expect(text).toContain('/-/health');
    const names = Object.keys({ ...service.env, ...service.variables });
    const known = Object.keys(simulateTable).map((name) => `GITLAB_TRIGGER_${name.toUpperCase()}`);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  }
});
