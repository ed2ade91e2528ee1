import { spawnSync } from 'node:child_process';

import { describe, expect, test } from '@jest/globals';

import { endlessScript, oneProject, quickScript, valid } from '../support/one-project.js';
import { screenAfter } from '../support/tiny-terminal.js';
import { tellCommand } from './support/command-story.js';

/** A pseudo terminal comes from the program `script` of util-linux. */
const versionOfScript = spawnSync('script', ['--version'], { encoding: 'utf8' });
const hasPty = versionOfScript.status === 0 && versionOfScript.stdout.includes('util-linux');
const ptyTest = hasPty || process.env.CI === 'true' ? test : test.skip;

const terminal = { TERM: 'xterm-256color', LANG: 'C.UTF-8', CI: '' };

describe('the live view in a pseudo terminal of 100 by 30 (skipped without util-linux script)', () => {
  ptyTest('a run shows its jobs while it waits, and leaves only its log', async () => {
    const scenario = oneProject({ ci: valid(quickScript('failed', { durationMs: 1500 })) });
    const run = await tellCommand({
      words: ['run', '--wait'],
      scenario,
      pace: 'of_who_follows',
      environment: terminal,
      inTerminal: true,
    });
    expect(run.exitCode).toBe(1);
    // It was there, with a spinner that turned.
    expect(run.stdout).toMatch(/⠋|⠙|⠹|⠸|⠼|⠴|⠦|⠧|⠇|⠏/);
    expect(run.stdout).toMatch(/1 job: 1 (?:waiting|running)/);
    const { lines, isCursorVisible, wraps } = screenAfter(run.stdout, 100);
    expect([isCursorVisible, wraps]).toEqual([true, true]);
    expect(lines.filter((line) => /^ \d+ jobs?: |^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/.test(line))).toEqual([]);
    expect(lines[0]).toContain('Triggering a pipeline in group/app at main');
    expect(lines.filter((line) => line.includes('unit')).length).toBeGreaterThan(1);
    expect(lines.join('\n')).toContain('Error: Pipeline 257 failed after');
    expect(run.stdout).toContain('\u001b[31mfailed\u001b[0m');
  });

  ptyTest.each([
    { signal: 'SIGINT', exitCode: 130 },
    { signal: 'SIGTERM', exitCode: 143 },
    { signal: 'SIGHUP', exitCode: 129 },
  ] as const)('disappears at $signal', async ({ signal, exitCode }) => {
    let isStopped = false;
    const run = await tellCommand({
      words: ['run', '--wait'],
      scenario: oneProject({ ci: valid(endlessScript) }),
      environment: terminal,
      inTerminal: true,
      onOutput: (text, stop) => {
        if (isStopped || !text.includes('1 job: 1 running')) return;
        isStopped = true;
        stop(signal);
      },
    });
    expect(run.exitCode).toBe(exitCode);
    const { lines, isCursorVisible, wraps } = screenAfter(run.stdout, 100);
    expect([isCursorVisible, wraps]).toEqual([true, true]);
    expect(lines.filter((line) => /^ \d+ jobs?: /.test(line))).toEqual([]);
    expect(lines.join('\n')).toContain('was canceled with it');
  });

  ptyTest.each([
    { name: 'a dumb terminal', environment: { ...terminal, TERM: 'dumb' } },
    { name: 'a CI that nobody knows', environment: { ...terminal, CI: 'true', NO_COLOR: '1' } },
  ])('is replaced by plain lines in $name', async ({ environment }) => {
    const scenario = oneProject({ ci: valid(quickScript('success')) });
    const run = await tellCommand({ words: ['run', '--wait'], scenario, environment, inTerminal: true });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).not.toContain('\u001b');
  });
});
