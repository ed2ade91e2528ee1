import { assertNever } from '../../base/assert-never.js';
import { type Clock, withTimeout } from '../../base/clock.js';
import { formatDuration } from '../../base/duration.js';
import {
  AbortedError,
  type AppError,
  type ErrorParts,
  ResultsError,
  formatParts,
} from '../../base/errors.js';
import type { Log } from '../../hosts/host.js';
import type { ResultsRequest } from '../../model/requests.js';
import type { PipelineSnapshot } from '../../model/snapshot.js';
import type { Verdict } from '../../model/verdict.js';
import { incompleteResults } from '../../report/verdict-message.js';
import type { FoundTests } from '../../results/fetch-tests.js';
import type { FollowRun } from '../follow-context.js';

/** What bringing results back needs of a run. */
export interface ResultsRun {
  readonly deps: {
    readonly host: { readonly log: Pick<Log, 'info' | 'warning'> };
    readonly clock: Clock;
  };
  readonly results: ResultsRequest;
  readonly signal: AbortSignal;
}

/** One kind of results: how to tell that it is asked for, and how to bring it back. */
export interface ResultsPart<Run> {
  /** What it is called in messages: `values`. */
  readonly noun: string;
  readonly isWanted: (request: ResultsRequest) => boolean;
  /** `results_on`: only for outcomes that it names. */
  readonly on: 'results_on' | 'always';
  /** Whether a green step must not be without it. */
  readonly isNeeded: (request: ResultsRequest) => boolean;
  /** After so long it is given up. */
  readonly withinMs: number;
  /**
   * Brings it back, sets its outputs, and gives what is missing of it and must not be; what is missing and may be, it says itself.
   * @throws the reason of `signal` when it aborts.
   */
  readonly bring: (
    run: Run,
    snapshot: PipelineSnapshot,
    signal: AbortSignal,
  ) => Promise<readonly ErrorParts[]>;
}

/** A pipeline whose verdict is known, and whose outputs are set. */
export interface Concluded {
  readonly verdict: Verdict;
  /** Why the step fails anyway. */
  readonly verdictError: AppError | undefined;
}

/**
 * Brings back what was asked for, one kind after the other, and says what is missing. Gives the error that the step is to fail with although its outcome
 * is accepted; never one for a step that fails anyway, whose own error must not be hidden. Being stopped meanwhile is such an error too, when
 * something was still missing: whoever reads the results may rely on a green step. Throws nothing of its own.
 */
export async function runResults<Run extends ResultsRun>(
  run: Run,
  { verdict, verdictError }: Concluded,
  parts: readonly ResultsPart<Run>[],
): Promise<AppError | undefined> {
  const { log } = run.deps.host;
  const { outcome, pipeline } = verdict;
  const accepted = verdictError === undefined;
  const asked = parts.filter(({ isWanted }) => isWanted(run.results));
  const isTime = isTimeFor(run.results.on, verdictError);
  const wanted = asked.filter(({ on }) => on === 'always' || isTime);
  if (wanted.length < asked.length) {
    const others = nounsOf(asked.filter((part) => !wanted.includes(part)));
    log.info(`No ${others}: results_on is ${run.results.on}, and the outcome is ${outcome}.`);
  }
  const errors: ErrorParts[] = [];
  const left = [...wanted];
  let stopped: AbortedError | undefined;
  try {
    for (const part of wanted) {
      errors.push(...(await bringInTime(run, part, verdict)));
      left.shift();
    }
  } catch (error) {
    if (error instanceof AbortedError) stopped = error;
    // A fault of ours must not hide what became of the pipeline either.
    else if (accepted) throw error;
    else log.warning(`The ${nounsOf(left)} could not be brought back: ${String(error)}`);
  }
  const missing = left.filter(({ isNeeded }) => isNeeded(run.results));
  const stopReason = stopped !== undefined && missing.length > 0 ? stopped : undefined;
  // The one message of the step says a single trouble, unless it has to say something else.
  const isSaidLater = accepted && stopReason === undefined && errors.length === 1;
  if (!isSaidLater) for (const failure of errors) log.warning(formatParts(failure));
  if (!accepted) return undefined;
  if (stopReason !== undefined) {
    return new AbortedError(stopReason.stopSignal, {
      why: `Pipeline ${pipeline.id} has ended with the outcome ${outcome}, but its ${nounsOf(missing)} had not all been brought back.`,
      hint: 'Run the step again, or get them from GitLab.',
    });
  }
  return errors.length > 0 ? new ResultsError(incompleteResults(pipeline, errors)) : undefined;
}

function nounsOf(parts: readonly { readonly noun: string }[]): string {
  return parts.map(({ noun }) => noun).join(' and ');
}

function isTimeFor(on: ResultsRequest['on'], verdictError: AppError | undefined): boolean {
  switch (on) {
    case 'success':
      return verdictError === undefined;
    case 'failure':
      return verdictError !== undefined;
    case 'always':
      return true;
    default:
      return assertNever(on);
  }
}

async function bringInTime<Run extends ResultsRun>(
  run: Run,
  { noun, withinMs, bring, isNeeded }: ResultsPart<Run>,
  { outcome, snapshot }: Verdict,
): Promise<readonly ErrorParts[]> {
  const { deps, signal } = run;
  signal.throwIfAborted();
  const missingDuties = (failure: ErrorParts): readonly ErrorParts[] => {
    if (isNeeded(run.results)) return [failure];
    deps.host.log.info(formatParts(failure));
    return [];
  };
  const what = `The ${noun} could not be brought back`;
  if (outcome === 'outage' || snapshot === undefined) {
    return missingDuties({ code: 'outage', what, why: 'GitLab cannot be reached.' });
  }
  const errors = await withTimeout({ clock: deps.clock, signal, afterMs: withinMs }, (cutSignal) =>
    bring(run, snapshot, cutSignal),
  );
  if (errors !== 'timed_out') return errors;
  return missingDuties({
    code: 'results_too_slow',
    what: `${what} within ${formatDuration(withinMs)}`,
    hint: 'Run the step again; if that is no better, bring less back.',
  });
}

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
    const { bringValues } = await import('./values.js');
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
    const { bringArtifacts } = await import('./artifacts.js');
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
      const { bringTests } = await import('./tests.js');
      const { tests, errors } = await bringTests(run, snapshot, signal);
      if (tests !== undefined) onTests(tests);
      return errors;
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
