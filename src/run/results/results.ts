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
import { type PartLimit, type PartTime, detailsWithinMs, limitOf, sayingMs } from './time.js';

/** What collecting results needs of a run. */
export interface ResultsRun {
  readonly deps: {
    readonly host: { readonly log: Pick<Log, 'info' | 'warning'> };
    readonly clock: Clock;
  };
  readonly results: ResultsRequest;
  readonly signal: AbortSignal;
}

/** One kind of results: whether it is requested, and how to collect it. */
export interface ResultsPart<Run> {
  /** Its name in messages: `values`. */
  readonly noun: string;
  readonly isWanted: (request: ResultsRequest) => boolean;
  /** `results_on`: only for the outcomes that the input `results_on` names. */
  readonly on: 'results_on' | 'always';
  /** Whether the step must fail without it. */
  readonly isNeeded: (request: ResultsRequest) => boolean;
  readonly limit: PartLimit;
  /**
   * Collects the results and sets their outputs. Logs itself what is missing but optional.
   * @throws the reason of `time.signal` when it aborts.
   */
  readonly collect: (run: Run, snapshot: PipelineSnapshot, time: PartTime) => Promise<CollectedPart>;
}

/** The result of collecting one kind of results. */
export interface CollectedPart {
  /** What is missing although it is required. */
  readonly errors: readonly ErrorParts[];
  /** For the report and the feedback. */
  readonly tests?: FoundTests | undefined;
}

/** The result of collecting all kinds. */
export interface CollectedResults {
  /** The error with which the step fails although its outcome is accepted. */
  readonly error: AppError | undefined;
  readonly tests: FoundTests | undefined;
  /** How much of the shared time is left, in milliseconds. */
  readonly leftMs: number;
}

/** A pipeline whose verdict is known and whose outputs are set. */
export interface Concluded {
  readonly verdict: Verdict;
  /** Whether the step passes by its verdict. */
  readonly accepted: boolean;
}

/**
 * Collects the requested results, one kind after the other, and logs what is missing. Returns what was found,
 * and the error with which the step must fail although its outcome is accepted. A step that fails anyway gets
 * no such error, because its own error must stay visible. An abort while something is missing is such an
 * error too: readers of the results may rely on a passed step. Throws nothing of its own.
 */
export async function runResults<Run extends ResultsRun>(
  run: Run,
  { verdict, accepted }: Concluded,
  parts: readonly ResultsPart<Run>[],
): Promise<CollectedResults> {
  const { log } = run.deps.host;
  const { outcome } = verdict;
  const asked = parts.filter(({ isWanted }) => isWanted(run.results));
  const isTime = isTimeFor(run.results.on, accepted);
  const wanted = asked.filter(({ on }) => on === 'always' || isTime);
  if (wanted.length < asked.length) {
    const others = nounsOf(asked.filter((part) => !wanted.includes(part)));
    log.info(`No ${others}: results_on is ${run.results.on}, and the outcome is ${outcome}.`);
  }
  const errors: ErrorParts[] = [];
  let found: FoundTests | undefined;
  const left = [...wanted];
  let spentMs = 0;
  let stopped: AbortedError | undefined;
  try {
    for (const part of wanted) {
      const beganMs = run.deps.clock.nowMs();
      const collected = await collectInTime(
        run,
        { ...part, withinMs: limitOf(part.limit, spentMs) },
        verdict,
      );
      if (part.limit.kind === 'shared') spentMs += run.deps.clock.nowMs() - beganMs;
      errors.push(...collected.errors);
      found = collected.tests ?? found;
      left.shift();
    }
  } catch (error) {
    if (error instanceof AbortedError) stopped = error;
    // A bug in this code must not hide the outcome of the pipeline either.
    else if (accepted) throw error;
    else log.warning(`The ${nounsOf(left)} could not be fetched: ${String(error)}`);
  }
  const missing = left.filter(({ isNeeded }) => isNeeded(run.results));
  const stopReason = stopped !== undefined && missing.length > 0 ? stopped : undefined;
  // The step's one error message states a single failure, unless it must state something else.
  const isSaidLater = accepted && stopReason === undefined && errors.length === 1;
  if (!isSaidLater) for (const failure of errors) log.warning(formatParts(failure));
  const error = accepted ? resultsError(verdict, { errors, stopReason, missing }) : undefined;
  return { error, tests: found, leftMs: Math.max(detailsWithinMs - spentMs, 0) };
}

/** The error of an accepted step for its results; `undefined` if nothing required is missing. */
function resultsError(
  { outcome, pipeline }: Verdict,
  of: {
    readonly errors: readonly ErrorParts[];
    readonly stopReason: AbortedError | undefined;
    readonly missing: readonly { readonly noun: string }[];
  },
): AppError | undefined {
  const { errors, stopReason, missing } = of;
  if (stopReason !== undefined) {
    return new AbortedError(stopReason.stopSignal, {
      why: `Pipeline ${pipeline.id} has ended with the outcome ${outcome}, but its ${nounsOf(missing)} had not all been fetched.`,
      hint: 'Run the step again, or get them from GitLab.',
    });
  }
  return errors.length > 0 ? new ResultsError(incompleteResults(pipeline, errors)) : undefined;
}

function nounsOf(parts: readonly { readonly noun: string }[]): string {
  return parts.map(({ noun }) => noun).join(' and ');
}

function isTimeFor(on: ResultsRequest['on'], accepted: boolean): boolean {
  switch (on) {
    case 'success':
      return accepted;
    case 'failure':
      return !accepted;
    case 'always':
      return true;
    default:
      return assertNever(on);
  }
}

async function collectInTime<Run extends ResultsRun>(
  run: Run,
  { noun, withinMs, collect, isNeeded }: ResultsPart<Run> & { readonly withinMs: number },
  { outcome, snapshot }: Verdict,
): Promise<CollectedPart> {
  const { deps, signal } = run;
  signal.throwIfAborted();
  const without = (failure: ErrorParts): CollectedPart => {
    if (isNeeded(run.results)) return { errors: [failure] };
    deps.host.log.info(formatParts(failure));
    return { errors: [] };
  };
  const what = `The ${noun} could not be fetched`;
  if (outcome === 'outage' || snapshot === undefined) {
    return without({ code: 'outage', what, why: 'GitLab cannot be reached.' });
  }
  const endMs = deps.clock.nowMs() + withinMs - sayingMs;
  const collected = await withTimeout({ clock: deps.clock, signal, afterMs: withinMs }, (cutSignal) =>
    collect(run, snapshot, { signal: cutSignal, endMs }),
  );
  if (collected !== 'timed_out') return collected;
  return without({
    code: 'results_too_slow',
    what: `${what} within ${formatDuration(withinMs)}`,
    hint: 'Run the step again; if that does not help, request fewer results.',
  });
}

const values: ResultsPart<FollowRun> = {
  noun: 'values',
  isWanted: (request) => request.values !== undefined,
  isNeeded: () => true,
  on: 'results_on',
  limit: { kind: 'shared', partsAfter: 2 },
  collect: async (run, snapshot, time) => {
    const { values: request } = run.results;
    if (request === undefined) return { errors: [] };
    const { bringValues } = await import('./values.js');
    return { errors: await bringValues(run, request, snapshot, time) };
  },
};

/** Longer than any GitHub job may run. A stalled download ends by its own timeout long before. */
const artifactsWithinMs = 24 * 3_600_000;

const artifacts: ResultsPart<FollowRun> = {
  noun: 'artifacts',
  isWanted: (request) => request.artifacts !== undefined,
  isNeeded: () => true,
  on: 'results_on',
  limit: { kind: 'own', withinMs: artifactsWithinMs },
  collect: async (run, snapshot, time) => {
    const { artifacts: request } = run.results;
    if (request === undefined) return { errors: [] };
    const { bringArtifacts } = await import('./artifacts.js');
    return { errors: await bringArtifacts(run, request, snapshot, time.signal) };
  },
};

const tests: ResultsPart<FollowRun> = {
  noun: 'tests',
  isWanted: () => true,
  isNeeded: (request) => request.junitFile !== undefined,
  on: 'always',
  limit: { kind: 'shared', partsAfter: 1 },
  collect: async (run, snapshot, time) => {
    const { bringTests } = await import('./tests.js');
    return await bringTests(run, snapshot, time);
  },
};

/**
 * All kinds of results in the order of collection: quick ones first, so that they are there when a slow one
 * times out. Their code is loaded when they are requested.
 */
export const resultsParts: readonly ResultsPart<FollowRun>[] = [values, tests, artifacts];
