import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { runProgram } from '../../../src/hosts/programs.js';

const folder = mkdtempSync(join(tmpdir(), 'gitlab-trigger-program-'));
const heard = join(folder, 'heard');

function program(script: string): string {
  const path = join(folder, `program-${Math.random().toString(36).slice(2)}`);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

beforeAll(() => {
  process.env.GITLAB_TRIGGER_TOKEN = 'glptt-0123456789';
  process.env.token = 'glptt-0123456789';
});
afterAll(() => {
  delete process.env.GITLAB_TRIGGER_TOKEN;
  delete process.env.token;
  rmSync(folder, { recursive: true, force: true });
});

test('a program gets its words and its standard input, and no input of ours', async () => {
  const name = program(
    `{ echo "$@"; cat; echo; env | grep -e GITLAB_TRIGGER_ -e glptt-; } > '${heard}'; true`,
  );
  expect(await runProgram({ name, words: ['set', 'a key'], input: 'two\nlines' })).toBeUndefined();
  expect(readFileSync(heard, 'utf8')).toBe('set a key\ntwo\nlines\n');
});

test.each([
  { name: () => 'no-such-program-anywhere', want: { why: 'is not installed', outlook: 'hopeless' } },
  { name: () => program('exit 3'), want: { why: 'ended with exit code 3', outlook: 'open' } },
  { name: () => program('exec sleep 60'), want: { why: 'took longer than 0.2 s', outlook: 'hopeless' } },
  // It reads nothing of what it is given.
  { name: () => program('exec <&-; exit 0'), want: undefined },
])('a program reports how it ended: $want', async ({ name, want }) => {
  expect(await runProgram({ name: name(), words: [], input: 'x'.repeat(1_000_000) }, 200)).toEqual(want);
});

test('is not waited for by what it leaves behind with its output', async () => {
  const name = program(`printf yes; sleep 600 & echo $! > '${heard}'`);
  const accepts = (printed: string): boolean => printed === 'yes';
  expect(await runProgram({ name, words: [], input: '', accepts })).toBeUndefined();
  process.kill(Number(readFileSync(heard, 'utf8')), 'SIGKILL');
});

test('a program gets its input in a file that only this user may read, and that is removed afterwards', async () => {
  const name = program(
    `{ echo "$1"; cat "$2"; echo; stat -c %a "$2"; } > '${heard}'; echo "$2" >> '${heard}'`,
  );
  const told = { name, words: ['--valuefile'], input: 'two\nlines', inputBy: 'file' } as const;
  expect(await runProgram(told)).toBeUndefined();
  const [flag, first, second, mode, path = ''] = readFileSync(heard, 'utf8').split('\n');
  expect([flag, first, second, mode]).toEqual(['--valuefile', 'two', 'lines', '600']);
  expect(existsSync(path)).toBe(false);
});

test.each([
  { printed: 'printf yes', want: undefined },
  { printed: 'printf no', want: { why: 'reported success but did not save the value', outlook: 'open' } },
  { printed: 'exit 7', want: { why: 'ended with exit code 7', outlook: 'open' } },
])('an exit code of 0 is no success if the output does not show it: $printed', async ({ printed, want }) => {
  const told = { name: program(printed), words: [], input: '', accepts: (text: string) => text === 'yes' };
  expect(await runProgram(told)).toEqual(want);
});

test('unreadable output is no success', async () => {
  const accepts = (text: string): boolean => JSON.parse(text) === 1;
  expect(await runProgram({ name: program('echo {'), words: [], input: '', accepts })).toEqual({
    why: 'reported success but did not save the value',
    outlook: 'open',
  });
});
