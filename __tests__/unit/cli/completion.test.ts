import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { commands } from '../../../src/cli/commands.js';
import { completionScript } from '../../../src/cli/completion.js';

/** What a real bash proposes for the last of these words. */
function proposals(...words: readonly string[]): readonly string[] {
  const program = `${completionScript('bash', commands)}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _gitlab_trigger; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const shown = execFileSync('bash', ['--norc', '-c', program, 'bash', 'gitlab-trigger', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return shown.split('\n').filter((line) => line !== '');
}

describe('the completion of bash', () => {
  test('completes commands', () => {
    expect(proposals('wa')).toEqual(['wait']);
    expect(proposals('')).toEqual([...commands.map(({ name }) => name), '--help', '--version']);
  });

  test('completes flags and operations', () => {
    expect(proposals('run', '--project')).toEqual(['--project-id']);
    expect(proposals('run', '--ref', 'main', '--output-f')).toEqual(['--output-file', '--output-format']);
    expect(proposals('tokens', 'rot')).toEqual(['rotate']);
  });

  test('leaves values and unknown commands to the shell', () => {
    expect(proposals('run', '--ref', 'r')).toEqual([]);
    expect(proposals('nothing', '--')).toEqual([]);
  });

  test('never proposes a token as a flag', () => {
    expect(proposals('run', '--tok')).toEqual(['--token-file']);
  });
});

describe.each([
  { shell: 'bash', check: ['--norc', '-n'] },
  { shell: 'zsh', check: ['-n'] },
  { shell: 'fish', check: ['--no-execute'] },
] as const)('the script for $shell', ({ shell, check }) => {
  const script = completionScript(shell, commands);
  const isThere = spawnSync(shell, ['--version']).status === 0;
  const shellTest = isThere ? test : test.skip;

  test('names every command and every flag of run', () => {
    const missing = commands.filter(({ name }) => !script.includes(name));
    expect(missing).toEqual([]);
    expect(script).toContain('output-format');
  });

  shellTest('is one that this shell can read (skipped where it is not there)', () => {
    // From a file: fish refuses to read from the socket that is the standard input here.
    const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-completion-'));
    try {
      const path = join(folder, `script.${shell}`);
      writeFileSync(path, script);
      const { status, stderr } = spawnSync(shell, [...check, path], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
