import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { tellCommand, type CommandStory, type CommandTold } from './support/command-story.js';

interface Left extends CommandTold {
  /** What it left in its folder, by the path below it. */
  readonly files: Readonly<Record<string, string>>;
}

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

async function tell(story: CommandStory): Promise<Left> {
  let files: Left['files'] = {};
  const details = await tellCommand({
    ...story,
    inspect: async (folder) => {
      await story.inspect?.(folder);
      files = await filesIn(folder);
    },
  });
  return { ...details, files };
}

const red = oneProject({ ci: valid(quickScript('failed')) });

describe('the flag --output-file', () => {
  test.each([
    { name: 'on a plain host', environment: {} },
    { name: 'on GitHub', environment: { GITHUB_ACTIONS: 'true' } },
  ])('gives a file with every output $name, and the report beside it', async ({ environment }) => {
    const words = ['run', '--wait', '--output-file', 'out/values.json', '--summary-file', 'report.md'];
    const { exitCode, files } = await tell({ words, scenario: red, environment });
    expect([exitCode, Object.keys(files).sort()]).toEqual([1, ['out/values.json', 'report.md']]);
    const outputs = JSON.parse(files['out/values.json'] ?? '') as Record<string, string>;
    expect(outputs).toMatchObject({ pipeline_id: '257', status: 'failed', outcome: 'failed' });
    expect(JSON.parse(outputs.failed_jobs ?? '')).toMatchObject({ version: 1, jobs: [{ name: 'unit' }] });
    expect(files['report.md']).toContain('failed');
  });

  test('accepts a folder with a file for each output', async () => {
    const { files } = await tell({
      words: ['run', '--output-file', 'results/', '--output-prefix', 'GITLAB_'],
    });
    expect(files).toMatchObject({
      'results/GITLAB_pipeline_id': '257',
      'results/GITLAB_outcome': 'triggered',
    });
  });

  test('is also read from the environment', async () => {
    const environment = { GITLAB_TRIGGER_OUTPUT_FILE: 'out.sh' };
    const { files } = await tell({ words: ['run'], environment });
    expect(files['out.sh']).toContain("export pipeline_id='257'\n");
  });

  test('leaves the known outputs of a killed run, and nothing of the run before', async () => {
    let isKilled = false;
    const { exitCode, files } = await tell({
      // The system kills it, whatever the program does.
      nodePath: process.execPath,
      words: ['run', '--wait', '--output-file', 'out.env'],
      scenario: oneProject({ ci: valid(endlessScript) }),
      prepare: (folder) => writeFile(join(folder, 'out.env'), 'outcome=success\nstale=1\n'),
      onOutput: (text, stop) => {
        if (isKilled || !text.includes('running')) return;
        isKilled = true;
        stop('SIGKILL');
      },
    });
    expect([exitCode, Object.keys(files)]).toEqual([null, ['out.env']]);
    expect(files['out.env']).toMatch(/^pipeline_id=257\nweb_url=.*\n/);
    expect(files['out.env']).toContain('\noutcome=triggered\n');
    expect(files['out.env']).not.toContain('stale');
  });

  test.each([
    { words: ['--output-file', '.'], want: 'output_file has an extension that determines no format' },
    { words: ['--output-file', './', '--output-format', 'json'], want: 'output_file has to be a file' },
    {
      words: ['--output-file', '/dev/null', '--output-format', 'json'],
      want: 'output_file has to be a file',
    },
    { words: ['--output-file', '/dev/null/a.env'], want: 'output_file cannot be written (ENOTDIR)' },
    { words: ['--summary-file', '.'], want: 'summary_file has to be a file' },
  ])('is refused before anything is sent: $words', async ({ words, want }) => {
    const { exitCode, stdout, requests, files } = await tell({ words: ['run', ...words] });
    expect([exitCode, requests, files]).toEqual([2, [], {}]);
    expect(stdout).toContain(want);
  });

  test('creates a file for its owner, and an existing file keeps its mode', async () => {
    let mode = 0;
    const poll = async (folder: string): Promise<void> => {
      mode = (await stat(join(folder, 'out.env'))).mode & 0o777;
    };
    await tell({ words: ['run', '--output-file', 'out.env'], inspect: poll });
    expect(mode).toBe(0o600);
    const prepare = (folder: string): Promise<void> =>
      writeFile(join(folder, 'out.env'), '', { mode: 0o640 });
    await tell({ words: ['run', '--output-file', 'out.env'], inspect: poll, prepare });
    expect(mode).toBe(0o640);
  });

  test('writes no token', async () => {
    const words = ['run', '--wait', '--output-file', 'out.json', '--summary-file', 'report.md'];
    const { files } = await tell({ words, scenario: red });
    const all = Object.values(files).join('\n');
    expect(Object.values(tokens).filter((token) => all.includes(token))).toEqual([]);
  });
});
