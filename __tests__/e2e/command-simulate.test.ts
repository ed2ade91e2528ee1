import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { simulateTable } from '../../src/inputs/commands/simulate.js';
import { codeBlocksOf } from '../contract/support/markdown-parts.js';
import { runCommand } from './support/run-command.js';

test('simulate serves a GitLab that answers its own curl example, until it is stopped', async () => {
  let answer: Promise<{ readonly status: number; readonly text: string }> | undefined;
  const run = await runCommand({
    nodePath: process.execPath,
    words: ['simulate'],
    onOutput: (text, stop) => {
      const [, token = '', address = ''] = /--data "(token=\S+)" --data ref=main (http:\S+)/.exec(text) ?? [];
      if (address === '' || answer !== undefined) return;
      answer = fetch(address, { method: 'POST', body: new URLSearchParams(`${token}&ref=main`) }).then(
        async (response) => ({ status: response.status, text: await response.text() }),
      );
      void answer.finally(() => stop('SIGINT'));
    },
  });
  expect([run.exitCode, run.stderr]).toEqual([0, '']);
  expect(run.stdout.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:8929')).toContain(shownStart());
  const { status, text } = (await answer) ?? { status: 0, text: '' };
  expect([status, JSON.parse(text)]).toEqual([201, expect.objectContaining({ id: 257, ref: 'main' })]);
});

/** What docs/simulate.md says that the command prints. */
function shownStart(): string {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'simulate.md'), 'utf8');
  const [block] = codeBlocksOf(page, 'text');
  if (block === undefined) throw new Error('docs/simulate.md shows nothing');
  return block.text.split('\n').slice(1).join('\n').trim();
}

test('simulate reports unsupported requests on standard error, and its links lead to itself', async () => {
  let answer: Promise<readonly string[]> | undefined;
  const run = await runCommand({
    words: ['simulate', '--scenario', 'failed'],
    onOutput: (text, stop) => {
      const [, url] = /listens on (http:\S+),/.exec(text) ?? [];
      if (url === undefined || answer !== undefined) return;
      const headers = { 'private-token': 'glpat-00000000000000000000' };
      answer = (async () => {
        const gap = await fetch(`${url}/api/v4/groups?private_token=hidden`);
        const list = await fetch(`${url}/api/v4/projects/42/pipelines`, { headers });
        return [
          gap.headers.get('x-gitlab-simulator') ?? '',
          list.headers.get('link')?.split('?')[0] ?? '',
          url,
        ];
      })();
      void answer.finally(() => stop('SIGINT'));
    },
  });
  const [gap, link, url] = (await answer) ?? [];
  expect([gap, link]).toEqual(['not simulated', `<${url}/api/v4/projects/42/pipelines`]);
  expect([run.exitCode, run.stderr]).toEqual([0, 'not simulated: GET /api/v4/groups\n']);
});

test('simulate plays the scenario that its page shows', async () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'simulate.md'), 'utf8');
  const shown = codeBlocksOf(page, 'yaml').find(({ text }) => text.startsWith('users:'));
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-scenario-'));
  try {
    const file = join(folder, 'scenario.yml');
    writeFileSync(file, shown?.text ?? '');
    const run = await runCommand({
      words: ['simulate', '--scenario', file],
      onOutput: (text, stop) => {
        if (text.includes('my-access-token')) stop('SIGINT');
      },
    });
    expect([run.exitCode, run.stdout]).toEqual([
      0,
      expect.stringContaining('team/shop (id 7), refs main, v1'),
    ]);
    writeFileSync(file, (shown?.text ?? '').replace('id: 7', 'idd: 7'));
    const wrong = await runCommand({ words: ['simulate', '--scenario', file] });
    expect([wrong.exitCode, wrong.stdout + wrong.stderr]).toEqual([
      2,
      expect.stringContaining(':5:5: unknown key idd in projects.team/shop: did you mean id?'),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('docs/command.md names every option of simulate', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'command.md'), 'utf8');
  const options = Object.keys(simulateTable).map((name) => `\`--${name.replaceAll('_', '-')}\``);
  const paragraph = page.split('`gitlab-trigger simulate` serves')[1]?.split('\n\n')[0] ?? '';
  expect(options.filter((option) => !paragraph.includes(option))).toEqual([]);
});

test('simulate refuses a scenario that does not exist', async () => {
  const run = await runCommand({ words: ['simulate', '--scenario', 'succes'] });
  expect([run.exitCode, run.stdout + run.stderr]).toEqual([
    2,
    expect.stringContaining('Did you mean success?'),
  ]);
});

test.each(['13.0', '16.11', '18.2', '19.3'])('simulate plays GitLab %s', async (release) => {
  let answer: Promise<unknown> | undefined;
  const run = await runCommand({
    words: ['simulate', '--release', release],
    onOutput: (text, stop) => {
      const [, url] = /listens on (http:\S+),/.exec(text) ?? [];
      if (url === undefined || answer !== undefined) return;
      const headers = { 'private-token': 'glpat-00000000000000000000' };
      answer = fetch(`${url}/api/v4/version`, { headers }).then((response) => response.json());
      void answer.finally(() => stop('SIGINT'));
    },
  });
  expect([run.exitCode, run.stdout]).toEqual([0, expect.stringContaining(`A simulated GitLab ${release} `)]);
  expect(await answer).toMatchObject({ version: expect.stringMatching(`^${release}\\.\\d+$`) });
});

test('simulate refuses a release that it does not know', async () => {
  const run = await runCommand({ words: ['simulate', '--release', '15.0'] });
  expect([run.exitCode, run.stdout + run.stderr]).toEqual([2, expect.stringContaining('16.11')]);
});

test('simulate reports that a port is taken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const run = await runCommand({ words: ['simulate', '--port', String(port)] });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain(`port ${port} cannot be used`);
  } finally {
    server.close();
  }
});

test('completion prints a script and nothing else', async () => {
  const run = await runCommand({ words: ['completion', 'bash'], environment: { GITHUB_ACTIONS: 'true' } });
  expect([run.exitCode, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toContain('complete -o default -F _gitlab_trigger gitlab-trigger\n');
});

test('completion of an unknown shell leaves standard output empty', async () => {
  const run = await runCommand({ words: ['completion', 'bsah'] });
  expect([run.exitCode, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toContain('Valid are bash, zsh, fish.');
});
