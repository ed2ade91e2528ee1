import { describe, expect, test } from '@jest/globals';

import { AbortedError, type ErrorParts } from '../../../../src/base/errors.js';
import type { Outcome, Verdict } from '../../../../src/model/verdict.js';
import { type ResultsPart, type ResultsRun, runResults } from '../../../../src/run/results/results.js';
import type { FoundTests } from '../../../../src/results/fetch-tests.js';
import { createVirtualClock } from '../../../../src/simulator/virtual-clock.js';
import { pipelineWith } from '../../../support/pipelines.js';

type Collect = ResultsPart<ResultsRun>['collect'];

const pipeline = pipelineWith({ status: 'success' });

function verdictOf(outcome: Outcome): Verdict {
  return {
    outcome,
    pipeline,
    snapshot: { root: { pipeline, jobs: [], bridges: [] }, unreadable: [] },
    elapsedMs: 0,
  };
}

function part(noun: string, collect: Collect): ResultsPart<ResultsRun> {
  return {
    noun,
    isWanted: () => true,
    isNeeded: () => true,
    on: 'results_on',
    limit: { kind: 'own', withinMs: 60_000 },
    collect,
  };
}

const whole = part('values', () => Promise.resolve({ errors: [] }));

function missingDuties(...names: readonly string[]): ResultsPart<ResultsRun> {
  const errors = names.map((name): ErrorParts => ({
    code: 'not_found',
    what: `${name} is missing`,
    why: 'GitLab answered 404',
  }));
  return part('files', () => Promise.resolve({ errors }));
}

async function resultsOf(
  outcome: Outcome,
  parts: readonly ResultsPart<ResultsRun>[],
  {
    on = 'success',
    stopped = new AbortController(),
  }: { on?: ResultsRun['results']['on']; stopped?: AbortController } = {},
): Promise<{
  readonly error: { code: string; exitCode: number; message: string } | undefined;
  readonly printed: readonly string[];
  readonly tests?: FoundTests;
}> {
  const printed: string[] = [];
  const clock = createVirtualClock();
  const run: ResultsRun = {
    deps: {
      host: {
        log: {
          info: (text) => printed.push(`info: ${text}`),
          warning: (text) => printed.push(`warning: ${text}`),
        },
      },
      clock,
    },
    results: { on, values: undefined, artifacts: undefined, junitFile: undefined },
    signal: stopped.signal,
  };
  const concluded = { verdict: verdictOf(outcome), accepted: outcome === 'success' };
  const { error, tests } = await clock.run(runResults(run, concluded, parts));
  expect(clock.pendingTimers()).toBe(0);
  return {
    error: error && { code: error.code, exitCode: error.exitCode, message: error.message },
    printed,
    ...(tests === undefined ? {} : { tests }),
  };
}

describe('the collection of results', () => {
  test.each([
    { on: 'success', outcome: 'success', collected: true },
    { on: 'success', outcome: 'failed', collected: false },
    { on: 'success', outcome: 'timeout', collected: false },
    { on: 'failure', outcome: 'success', collected: false },
    { on: 'failure', outcome: 'failed', collected: true },
    { on: 'failure', outcome: 'timeout', collected: true },
    { on: 'always', outcome: 'success', collected: true },
    { on: 'always', outcome: 'failed', collected: true },
  ] as const)(
    'with results_on: $on and the outcome $outcome: $brought',
    async ({ on, outcome, collected }) => {
      let calls = 0;
      const counting = part('values', () => {
        calls += 1;
        return Promise.resolve({ errors: [] });
      });
      const { error, printed } = await resultsOf(outcome, [counting], { on });
      expect({ calls, error, printed }).toEqual({
        calls: collected ? 1 : 0,
        error: undefined,
        printed: collected ? [] : [`info: No values: results_on is ${on}, and the outcome is ${outcome}.`],
      });
    },
  );

  test('logs nothing when nothing was requested', async () => {
    const unwanted = { ...whole, isWanted: () => false };
    expect(await resultsOf('failed', [unwanted])).toEqual({ error: undefined, printed: [] });
  });

  test('fails an accepted step with the one missing result, which is not logged elsewhere', async () => {
    expect(await resultsOf('success', [whole, missingDuties('a')])).toEqual({
      error: {
        code: 'not_found',
        exitCode: 6,
        message: 'a is missing [not_found]\nWhy: GitLab answered 404',
      },
      printed: [],
    });
  });

  test('reports every missing result, and names the first in the error', async () => {
    const { error, printed } = await resultsOf('success', [missingDuties('a', 'b', 'c', 'd', 'e', 'f')]);
    expect(printed).toHaveLength(6);
    expect(printed[0]).toBe('warning: a is missing [not_found]\nWhy: GitLab answered 404');
    expect(error).toEqual({
      code: 'results_incomplete',
      exitCode: 6,
      message: `Pipeline 257 is accepted, but 6 of the requested results are missing [results_incomplete]
Why: These results are missing:
  - a is missing [not_found]
  - b is missing [not_found]
  - c is missing [not_found]
  - d is missing [not_found]
  - e is missing [not_found]
  and 1 more
What to do: Each is explained in a warning of its own.`,
    });
  });

  test('leaves its own error to a step that fails anyway', async () => {
    expect(await resultsOf('failed', [missingDuties('a')], { on: 'always' })).toEqual({
      error: undefined,
      printed: ['warning: a is missing [not_found]\nWhy: GitLab answered 404'],
    });
  });

  test('requests nothing when GitLab became unreachable', async () => {
    const never = part('values', () => Promise.reject(new Error('must not be called')));
    expect(await resultsOf('outage', [never], { on: 'always' })).toEqual({
      error: undefined,
      printed: ['warning: The values could not be fetched [outage]\nWhy: GitLab cannot be reached.'],
    });
  });

  test('continues with the next when one takes too long', async () => {
    const slow = part(
      'values',
      (_run, _snapshot, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    const { error, printed } = await resultsOf('success', [slow, whole]);
    expect({ code: error?.code, exitCode: error?.exitCode, printed }).toEqual({
      code: 'results_too_slow',
      exitCode: 6,
      printed: [],
    });
    expect(error?.message).toContain('The values could not be fetched within 1m00s');
  });
});

describe('the found tests', () => {
  const counts = { total: 1, success: 1, failed: 0, error: 0, skipped: 0, seconds: 1 };
  const found: FoundTests = { counts, suites: [], failed: [], all: undefined, unreadable: [] };
  const counting = part('tests', () => Promise.resolve({ errors: [], tests: found }));

  test('are returned when the outcome is accepted, whichever part comes last', async () => {
    expect((await resultsOf('success', [whole, counting])).tests).toBe(found);
    expect((await resultsOf('success', [counting, whole])).tests).toBe(found);
  });

  test('are returned when the outcome is not accepted', async () => {
    expect((await resultsOf('failed', [counting], { on: 'always' })).tests).toBe(found);
  });

  test('are returned when something else is missing', async () => {
    const { error, tests } = await resultsOf('success', [counting, missingDuties('a')]);
    expect({ code: error?.code, tests }).toEqual({ code: 'not_found', tests: found });
  });

  test('are returned when the step is stopped after they were found', async () => {
    const stopped = new AbortController();
    const cut = part('artifacts', (_run, _snapshot, { signal }) => {
      stopped.abort(new AbortedError('SIGINT'));
      signal.throwIfAborted();
      return Promise.resolve({ errors: [] });
    });
    const { error, tests } = await resultsOf('success', [counting, cut], { stopped });
    expect({ code: error?.code, tests }).toEqual({ code: 'aborted', tests: found });
  });

  test('are absent when their part finds none', async () => {
    expect((await resultsOf('success', [whole])).tests).toBeUndefined();
  });
});

describe('a step that is stopped while it collects results', () => {
  function stopping(): {
    readonly stopped: AbortController;
    readonly parts: readonly ResultsPart<ResultsRun>[];
  } {
    const stopped = new AbortController();
    const cut = part('values', (_run, _snapshot, { signal }) => {
      stopped.abort(new AbortedError('SIGINT'));
      signal.throwIfAborted();
      return Promise.resolve({ errors: [] });
    });
    return { stopped, parts: [missingDuties('a'), cut] };
  }

  test('fails although the pipeline passed', async () => {
    const { stopped, parts } = stopping();
    const { error, printed } = await resultsOf('success', parts, { stopped });
    expect(error).toEqual({
      code: 'aborted',
      exitCode: 130,
      message: `Stopped by SIGINT [aborted]
Why: Pipeline 257 has ended with the outcome success, but its values had not all been fetched.
What to do: Run the step again, or get them from GitLab.`,
    });
    expect(printed).toEqual(['warning: a is missing [not_found]\nWhy: GitLab answered 404']);
  });

  test('keeps the error of its pipeline', async () => {
    const { stopped, parts } = stopping();
    expect((await resultsOf('failed', parts, { stopped, on: 'always' })).error).toBeUndefined();
  });

  test('passes when only an optional result was interrupted', async () => {
    const stopped = new AbortController();
    const cut = part('tests', (_run, _snapshot, { signal }) => {
      stopped.abort(new AbortedError('SIGINT'));
      signal.throwIfAborted();
      return Promise.resolve({ errors: [] });
    });
    const unneeded = { ...cut, isNeeded: () => false };
    expect(await resultsOf('success', [unneeded], { stopped })).toEqual({ error: undefined, printed: [] });
    expect((await resultsOf('success', [unneeded, whole], { stopped })).error?.code).toBe('aborted');
  });

  test('passes when everything had been fetched before', async () => {
    const stopped = new AbortController();
    const last = part('values', () => {
      stopped.abort(new AbortedError('SIGINT'));
      return Promise.resolve({ errors: [] });
    });
    expect(await resultsOf('success', [last], { stopped })).toEqual({ error: undefined, printed: [] });
  });
});

describe('an error of ours while collecting results', () => {
  const broken = part('values', () => Promise.reject(new TypeError('x is not a function')));

  test('does not hide the outcome of the pipeline', async () => {
    expect(await resultsOf('failed', [broken], { on: 'always' })).toEqual({
      error: undefined,
      printed: ['warning: The values could not be fetched: TypeError: x is not a function'],
    });
  });

  test('does not let a step pass', async () => {
    await expect(resultsOf('success', [broken])).rejects.toThrow('x is not a function');
  });
});
