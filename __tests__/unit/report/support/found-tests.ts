import type { FoundCase, FoundTests } from '../../../../src/results/fetch-tests.js';

/** A case of the job `unit` that failed without a word. */
export function caseWith(given: Partial<FoundCase> = {}): FoundCase {
  return { path: [], suite: 'unit', status: 'failed', name: 'rounds', seconds: 0, ...given };
}

/** Tests of which only what is given is there. */
export function testsWith(given: Partial<FoundTests> = {}): FoundTests {
  return {
    counts: { total: 0, success: 0, failed: 0, error: 0, skipped: 0, seconds: 0 },
    suites: [],
    failed: [],
    all: undefined,
    unreadable: [],
    ...given,
  };
}
