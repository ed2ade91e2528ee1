import type { FoundTests } from '../results/fetch-tests.js';
import type { FollowRun } from './follow-run.js';
import type { ResultsPart } from './run-results.js';

/** A few small files, each of which may be asked for several times. */
const valuesWithinMs = 120_000;

const values: ResultsPart<FollowRun> = {
  noun: 'values',
  isWanted: (request) => request.values !== undefined,
  isNeeded: () => true,
  on: 'results_on',
  withinMs: valuesWithinMs,
  bring: async (run, snapshot, signal) => {
    const { values: request } = run.results;
    if (request === undefined) return [];
    const { bringValues } = await import('./bring-values.js');
    return await bringValues(run, request, snapshot, signal);
  },
};

/** Longer than any job of GitHub may take; a download that stands still ends by itself long before. */
const artifactsWithinMs = 24 * 3_600_000;

const artifacts: ResultsPart<FollowRun> = {
  noun: 'artifacts',
  isWanted: (request) => request.artifacts !== undefined,
  isNeeded: () => true,
  on: 'results_on',
  withinMs: artifactsWithinMs,
  bring: async (run, snapshot, signal) => {
    const { artifacts: request } = run.results;
    if (request === undefined) return [];
    const { bringArtifacts } = await import('./bring-artifacts.js');
    return await bringArtifacts(run, request, snapshot, signal);
  },
};

/** Three or four small requests; most of the time is for GitLab to count. */
const testsWithinMs = 60_000;

/** Whoever reports on the pipeline hears of the tests by `onTests`. */
function testsPart(onTests: (tests: FoundTests) => void): ResultsPart<FollowRun> {
  return {
    noun: 'tests',
    isWanted: () => true,
    isNeeded: (request) => request.junitFile !== undefined,
    on: 'always',
    withinMs: testsWithinMs,
    bring: async (run, snapshot, signal) => {
      const { bringTests } = await import('./bring-tests.js');
      const { tests, troubles } = await bringTests(run, snapshot, signal);
      if (tests !== undefined) onTests(tests);
      return troubles;
    },
  };
}

/**
 * Every kind of results, in the order in which they are brought back: the quick ones first, so that they are there when a slow one is cut off. Their code is
 * loaded when they are asked for.
 */
export function resultsParts(onTests: (tests: FoundTests) => void): readonly ResultsPart<FollowRun>[] {
  return [values, testsPart(onTests), artifacts];
}
