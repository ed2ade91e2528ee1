import { assertNever } from '../base/assert-never.js';
import type { Outcome } from '../follow/verdict.js';

/** What the report can be about: an end, or that we were stopped before. */
export type ReportedOutcome = Outcome | 'aborted';

/** The outcome as the middle of a sentence: `Pipeline 257 … after 1m02s`. */
export function phraseOf(outcome: ReportedOutcome): string {
  switch (outcome) {
    case 'success':
      return 'passed';
    case 'warnings':
      return 'passed with warnings';
    case 'failed':
      return 'failed';
    case 'canceled':
      return 'was canceled';
    case 'skipped':
      return 'was skipped';
    case 'manual':
      return 'is blocked by a manual job';
    case 'timeout':
      return 'did not end in time';
    case 'outage':
      return 'was lost from sight';
    case 'aborted':
      return 'was no longer followed';
    default:
      return assertNever(outcome);
  }
}

/** One symbol for the outcome. */
export function outcomeMark(outcome: ReportedOutcome): string {
  switch (outcome) {
    case 'success':
      return '✅';
    case 'warnings':
      return '⚠️';
    case 'failed':
      return '❌';
    case 'canceled':
      return '🚫';
    case 'skipped':
      return '⏭️';
    case 'manual':
      return '✋';
    case 'timeout':
      return '⌛';
    case 'outage':
      return '❓';
    case 'aborted':
      return '🛑';
    default:
      return assertNever(outcome);
  }
}
