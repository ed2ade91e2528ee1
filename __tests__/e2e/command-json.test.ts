import { describe, expect, test } from '@jest/globals';

import { FaultPlan } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { tellCommand } from './support/command-story.js';
import { runCommand } from './support/run-command.js';

interface End {
  readonly exit_code: number;
  readonly outcome: string | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly error: { readonly code: string; readonly what: string } | null;
}

/** Every line of standard output is JSON, and the last one is the end. */
function linesOf(stdout: string): { readonly events: readonly Record<string, unknown>[]; readonly end: End } {
  const objects = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const end = objects.at(-1);
  expect(end).toMatchObject({ version: 1, event: 'end' });
  return { events: objects.slice(0, -1), end: end as unknown as End };
}

describe('the flag --json', () => {
  test.each([
    { result: 'success', exitCode: 0, environment: {} },
    { result: 'failed', exitCode: 1, environment: {} },
    { result: 'failed', exitCode: 1, environment: { GITHUB_ACTIONS: 'true' } },
  ] as const)('prints one object for $result, with the log beside it ($environment)', async (row) => {
    const { result, exitCode, environment } = row;
    const scenario = oneProject({ ci: valid(quickScript(result)) });
    const run = await tellCommand({ words: ['run', '--wait', '--json'], scenario, environment });
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout.split('\n').length).toBe(2);
    const { end } = linesOf(run.stdout);
    expect(end).toMatchObject({
      command: 'run',
      exit_code: exitCode,
      outcome: result,
      outputs: { pipeline_id: '257', status: result },
      verdict: { outcome: result, jobs: 1 },
    });
    expect(end.error?.code).toBe(exitCode === 0 ? undefined : 'outcome_not_accepted');
    expect(run.stderr).toContain('Pipeline 257');
    const isGitHub = 'GITHUB_ACTIONS' in environment;
    expect(run.stderr.includes('::add-mask::')).toBe(isGitHub);
  });

  test('prints a line for everything that happens', async () => {
    const scenario = oneProject({ ci: valid(quickScript('success')) });
    const run = await tellCommand({ words: ['run', '--wait', '--json-lines'], scenario });
    const { events, end } = linesOf(run.stdout);
    const kinds = events.map(({ event }) => event);
    // The id of the pipeline first, as soon as GitLab has told it.
    expect(events[0]).toMatchObject({ event: 'output', name: 'pipeline_id', value: '257' });
    expect(kinds[1]).toBe('pipeline_known');
    expect(new Set(kinds)).toEqual(new Set(['pipeline_known', 'output', 'pipeline_changed', 'job_changed']));
    expect(end.exit_code).toBe(0);
  });

  test('prints lines while things happen, and when the run is stopped', async () => {
    let isStopped = false;
    const run = await tellCommand({
      words: ['run', '--wait', '--json-lines'],
      scenario: oneProject({ ci: valid(endlessScript) }),
      onOutput: (text, stop) => {
        if (isStopped || !text.includes('"job_changed"')) return;
        isStopped = true;
        stop('SIGINT');
      },
    });
    expect(run.exitCode).toBe(130);
    expect(linesOf(run.stdout).end).toMatchObject({
      exit_code: 130,
      outcome: 'aborted',
      error: { code: 'aborted', what: 'Stopped by SIGINT' },
    });
  });

  test.each([
    { words: ['run', '--json', '--waitt'], code: 'invalid_input', exitCode: 2 },
    { words: ['runn', '--json'], code: 'invalid_input', exitCode: 2 },
    { words: ['run', '--json'], code: 'invalid_input', exitCode: 2 },
    { words: ['run', '--json', '--token-file', 'gone'], code: 'invalid_input', exitCode: 2 },
    { words: ['run', '--json', '--output-file', 'x'], code: 'invalid_input', exitCode: 2 },
    { words: ['run', '--json', '--token', 'glptt-0123456789'], code: 'invalid_input', exitCode: 2 },
  ])('prints an object for $words', async ({ words, code, exitCode }) => {
    const run = await runCommand({ words });
    expect(run.exitCode).toBe(exitCode);
    const { end } = linesOf(run.stdout);
    expect(end).toMatchObject({ exit_code: exitCode, outputs: {}, error: { code } });
    expect(run.stdout + run.stderr).not.toContain('glptt-0123456789');
    expect(run.stderr).toContain(end.error?.what.split(',')[0]);
  });

  test('reports a refusal without the token that the server repeats', async () => {
    const body = JSON.stringify({ message: { base: [`no "${tokens.trigger}" ##[error]`] } });
    const faults = new FaultPlan([
      { when: { method: 'POST' }, fault: { kind: 'status', status: 400, work: 'not_done', body } },
    ]);
    const run = await tellCommand({ words: ['run', '--json'], faults });
    expect(run.exitCode).toBe(3);
    expect(linesOf(run.stdout).end.exit_code).toBe(3);
    expect(run.stdout + run.stderr).not.toMatch(/glptt-|glpat-/);
    expect(run.stdout).not.toContain('##');
  });

  test('does not mistake help or a version for a run', async () => {
    const { stdout, stderr } = await runCommand({ words: ['run', '--help', '--json'] });
    expect(linesOf(stdout).end.exit_code).toBe(0);
    expect(stderr).toContain('Usage: gitlab-trigger run');
  });
});

describe('the command line without --json', () => {
  test('writes nothing to standard output for a command that does not exist', async () => {
    const { exitCode, stdout, stderr } = await runCommand({ words: ['completoin', 'bash'] });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('has no command');
  });

  test('continues when its reader goes away', async () => {
    const run = await tellCommand({
      words: ['run', '--wait', '--output-file', 'out.json'],
      scenario: oneProject({ ci: valid(quickScript('success')) }),
      closesOutput: true,
    });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe('');
  });
});
