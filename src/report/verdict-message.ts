import { assertNever } from '../base/assert-never.js';
import {
  OutcomeError,
  TimeoutError,
  UnreachableError,
  type AppError,
  type ErrorParts,
} from '../base/app-error.js';
import { formatDuration } from '../base/duration.js';
import type { Outcome, Verdict } from '../follow/verdict.js';
import type { Pipeline } from '../gitlab/pipeline.js';

/** The last line of a run that was followed, e.g. `Pipeline 257 passed after 1m02s`. */
export function verdictSentence({ outcome, pipeline, elapsedMs }: Verdict): string {
  return `Pipeline ${pipeline.id} ${phraseOf(outcome)} after ${formatDuration(elapsedMs)}`;
}

/** The error for a verdict that fails the step; `undefined` when the outcome is among those that `accept` lists. */
export function verdictError(verdict: Verdict, accept: ReadonlySet<string>): AppError | undefined {
  const { outcome, pipeline } = verdict;
  const what = verdictSentence(verdict);
  const link = `Open ${pipeline.webUrl}`;
  switch (outcome) {
    case 'timeout':
      return new TimeoutError({
        code: 'wait_timeout',
        what,
        why: `Its status was '${pipeline.status}' when timeout was over; it was left running.`,
        cure: `Raise timeout, or find out what it waits for. ${link}`,
      });
    case 'outage':
      return new UnreachableError({
        code: 'outage',
        what,
        why: `GitLab gave no usable answer for the whole of outage_timeout; the last status seen was '${pipeline.status}'.`,
        cure: `The pipeline may still be running. ${link}`,
      });
    case 'success':
    case 'warnings':
    case 'failed':
    case 'canceled':
    case 'skipped':
    case 'manual':
      if (accept.has(outcome)) return undefined;
      return new OutcomeError({
        code: 'outcome_not_accepted',
        what,
        why: `The outcome '${outcome}' is not one of those accepted here: ${[...accept].join(', ')}.`,
        cure:
          outcome === 'manual' ? `A manual job blocks the pipeline until somebody plays it. ${link}` : link,
      });
    default:
      return assertNever(outcome);
  }
}

/** What a person must know when we were stopped while the pipeline was running. */
export function leftRunning(pipeline: Pipeline): Pick<ErrorParts, 'why' | 'cure'> {
  return {
    why: `Pipeline ${pipeline.id} was left running.`,
    cure: `Cancel it in GitLab if nobody needs it: ${pipeline.webUrl}`,
  };
}

function phraseOf(outcome: Outcome): string {
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
    default:
      return assertNever(outcome);
  }
}
