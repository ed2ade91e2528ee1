import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { inputsFor, oneProject, tokens } from '../support/one-project.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

const root = join(import.meta.dirname, '..', '..');

/** The instructions of the Dockerfile, in their order. */
const instructions = readFileSync(join(root, 'ci', 'docker', 'Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [name = '', rest = ''] = line.split(/ (.*)/, 2);
    return { name, rest };
  });

function restOf(wanted: string): string {
  return instructions.find(({ name }) => name === wanted)?.rest ?? '';
}

function wordsOf(wanted: string): readonly string[] {
  return JSON.parse(restOf(wanted)) as readonly string[];
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
test('the program of the image runs from the files that it copies, with only inputs in its environment', async () => {
  const image = await realpath(await mkdtemp(join(tmpdir(), 'gitlab-trigger-image-')));
  try {
    for (const { rest } of instructions.filter(({ name }) => name === 'COPY')) {
      const [from = '', to = ''] = rest.split(' ');
      await cp(join(root, from), join(image, to), { recursive: true });
    }
    await chmod(image, 0o755);
    const scenario = oneProject();
    await withSimulator({ scenario }, async ({ url, requests }) => {
      const inputs = Object.entries({ ...inputsFor(url), access_token: tokens.api, wait: 'true' });
      const [program = '', ...words] = [...wordsOf('ENTRYPOINT'), ...wordsOf('CMD')];
      expect(program).toBe('node');
      const child = spawn(
        process.execPath,
        words.map((word) => (word.startsWith('/') ? join(image, word) : word)),
        {
          cwd: image,
          env: Object.fromEntries(
            inputs.map(([name, value]) => [`GITLAB_TRIGGER_${name.toUpperCase()}`, value]),
          ),
          // The user nobody, where the tests may become somebody else.
          ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      const [exitCode] = (await once(child, 'close')) as [number | null];
      expect([exitCode, output]).toEqual([0, expect.stringContaining('Pipeline 257 passed')]);
      expect(requestLines(requests)).toContain('POST /api/v4/projects/group%2Fapp/trigger/pipeline');
    });
  } finally {
    await rm(image, { recursive: true, force: true });
  }
});
