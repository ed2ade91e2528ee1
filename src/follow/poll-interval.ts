import type { Random } from '../base/clock.js';
import type { UsualLength } from './history.js';
import { type RequestBudget, throttlePauseMs } from './request-budget.js';

/** What is doubtful is believed when so many snapshots in a row show it. */
export const pollsToBelieve = 3;
/** Pause before it is polled again, and while it waits for a replica. */
export const doubtPollMs = 1000;
export const replicaPollMs = 5000;

/** Something that runs, and how long such things take. */
export interface Underway {
  readonly ageMs: number;
  readonly length: UsualLength;
}

/** The odds of the upper to the lower tenth, both against the middle: 9 * 9. */
const tenthOdds = 81;
/** Limits of the sharpness of a duration: from "any time" to jobs that vary by a twentieth. */
const bluntest = 1;
const sharpest = 40;
/**
 * One run in ten is unusual (a cold cache, a busy runner, a smaller change); its duration is spread this
 * widely.
 */
const oddShare = 0.1;
const oddShape = 2;

/** The probability, from 0 to 1, that it ends within a given time, if it has not ended yet. */
export function chanceOfEnd({ ageMs, length }: Underway): (aheadMs: number) => number {
  const longerThan = survivalOf(length);
  const soFar = longerThan(ageMs);
  return (aheadMs) => 1 - longerThan(ageMs + aheadMs) / soFar;
}

/** The duration that a share of the runs (`share`, from 0 to 1) stays below. */
export function quantileMs(length: UsualLength, share: number): number {
  return length.medianMs * (share / (1 - share)) ** (1 / shapeOf(length));
}

/**
 * The share of runs that take longer than `timeMs`. Log-logistic: few end before the typical duration, many
 * around it, and beyond it the chance of ending within a second falls with age, so pauses grow again.
 */
function survivalOf(length: UsualLength): (timeMs: number) => number {
  const shape = shapeOf(length);
  const oddOnes = Math.min(shape, oddShape);
  return (timeMs) => {
    const ratio = Math.max(timeMs, 0) / length.medianMs;
    return (1 - oddShare) / (1 + ratio ** shape) + oddShare / (1 + ratio ** oddOnes);
  };
}

function shapeOf({ lowMs, highMs }: UsualLength): number {
  const shape = Math.log(tenthOdds) / Math.log(highMs / lowMs);
  return Math.min(Math.max(shape, bluntest), sharpest);
}

/** Minimum poll interval. Polling faster brings no benefit and uses up the rate limit. */
const shortestPollMs = 1000;
/**
 * Maximum poll interval: sparse enough for hours. A longer one would hide an unexpected end, and all
 * progress, for too long.
 */
const longestPollMs = 60_000;
/**
 * How much earlier, on average, a further poll must find the end to be worth it. All pauses are derived from
 * this price and grow with its square root: four times the price halves the polls and doubles the delay.
 */
const pollWorthMs = 240;
/**
 * Young pipelines are mostly short or about to fail, whatever is typical: no pause is longer than the sum of
 * this and the age.
 */
const youngPollMs = 2000;
/** The share of jobs that fail at any time while they run. It keeps polls going while no end is due. */
const failureShare = 0.03;
/** Random part of each pause: callers that started together drift apart. */
const jitterShare = 0.1;
/**
 * The first retry after a failed poll is early, each further one later: retries must not make an outage
 * worse.
 */
const firstPollRetryMs = 2000;
const pollRetryGrowth = 1.5;
const maxPollRetryMs = 30_000;
/** Time step of the computation: half of the shortest pause. */
const stepMs = shortestPollMs / 2;
/** Beyond the slowest of so many running jobs, others hardly change the end. */
const mostJobs = 16;

/**
 * The duration of something unknown: from seconds to an hour, with every order of magnitude equally likely.
 */
export const unknownLength: UsualLength = { medianMs: 60_000, lowMs: 6667, highMs: 540_000, samples: 0 };

/** What the time of the next poll depends on. All times are milliseconds. */
export interface PollMoment {
  /** The age of the pipeline. */
  readonly ageMs: number;
  readonly pollInterval: 'auto' | number;
  /** The pause that the server asks for, if any. */
  readonly retryAfterMs?: number | undefined;
  /** The requests that the server still allows, if it says so. */
  readonly budget?: RequestBudget | undefined;
  /** The number of failed polls in a row; 0 if the last one succeeded. */
  readonly failedPolls?: number | undefined;
  /** The typical duration of the whole pipeline. */
  readonly usual?: UsualLength | undefined;
  /** The state of the jobs, if known. */
  readonly work?: Work | undefined;
}

/** What must happen before a pipeline ends. */
export interface Work {
  /** All of these have to end; at least one. */
  readonly running: readonly Underway[];
  /** The total duration of what follows, unless one of the running jobs fails; absent if nothing follows. */
  readonly later?: UsualLength | undefined;
  /**
   * True if the durations above are those of the jobs, which are better than the typical duration of the
   * whole pipeline.
   */
  readonly known: boolean;
}

/** The shortest pause that the server allows, however useful a poll would be. */
export function leastPollMs({
  retryAfterMs = 0,
  budget,
}: Pick<PollMoment, 'retryAfterMs' | 'budget'>): number {
  return Math.max(retryAfterMs, budget === undefined ? 0 : throttlePauseMs(budget));
}

/**
 * The pause before the next poll in milliseconds: short where the end is likely, long elsewhere. At least a
 * second, and at most a minute. Three things can make it longer: a pause that the server asks for, an almost
 * exhausted rate limit, and a longer fixed interval. A fixed interval stays as it is, whatever the rate
 * limit. While probes work, `nextMove` in probe-timing.ts may move the poll.
 */
export function nextPollMs(moment: PollMoment, random: Random): number {
  const { pollInterval, retryAfterMs = 0, failedPolls = 0, budget } = moment;
  if (pollInterval !== 'auto') return Math.max(pollInterval, retryAfterMs);
  const steady =
    failedPolls > 0 ? pollRetryMs(failedPolls) : Math.min(plannedPollMs(moment), youngPollMs + ageOf(moment));
  const jittered = steady * (1 + jitterShare * (2 * random() - 1));
  const wanted = Math.min(Math.max(jittered, shortestPollMs), longestPollMs);
  // A failed poll is retried first.
  const throttlePause = budget === undefined || failedPolls > 0 ? 0 : throttlePauseMs(budget);
  return Math.max(wanted, throttlePause * (1 + jitterShare * random()), retryAfterMs);
}

function pollRetryMs(failedPolls: number): number {
  return Math.min(firstPollRetryMs * pollRetryGrowth ** (failedPolls - 1), maxPollRetryMs);
}

/**
 * The best poll density is the square root of half the hazard (the chance of ending within a unit of time, if
 * not ended before) over the worth of a poll; the next poll is due when that density adds up to one.
 * @see bench/README.md for the derivation
 */
function plannedPollMs(moment: PollMoment): number {
  let planned = 0;
  let before = 0;
  let index = -1;
  for (const chance of chancesOf(moment)) {
    index += 1;
    const left = 1 - before;
    if (left <= 0) return index * stepMs;
    const hazard = Math.max(chance - before, 0) / left / stepMs;
    const density = Math.sqrt(hazard / (2 * pollWorthMs));
    if (planned + density * stepMs >= 1) return index * stepMs + (1 - planned) / density;
    planned += density * stepMs;
    before = chance;
  }
  return longestPollMs;
}

/**
 * The probability that the pipeline has ended after one step, two steps and so on, up to the longest pause.
 */
function* chancesOf(moment: PollMoment): Generator<number, void, undefined> {
  const whole: Underway = { ageMs: ageOf(moment), length: moment.usual ?? unknownLength };
  const { running, later, known } = moment.work ?? { running: [whole], later: undefined, known: true };
  const slowest = running
    .toSorted((one, other) => other.length.medianMs - other.ageMs - (one.length.medianMs - one.ageMs))
    .slice(0, mostJobs)
    .map((job) => ({ chanceWithin: chanceOfEnd(job), scaleMs: Math.max(job.length.medianMs, job.ageMs) }));
  const wholeWithin = chanceOfEnd(whole);

  const finished = followedBy(later);
  const steps = longestPollMs / stepMs;
  for (let step = 1; step <= steps; step++) {
    const aheadMs = step * stepMs;
    let allEnded = 1;
    let allPassed = 1;
    for (const { chanceWithin, scaleMs } of slowest) {
      const spared = Math.exp((-failureShare * aheadMs) / scaleMs);
      const done = chanceWithin(aheadMs);
      allEnded *= 1 - (1 - done) * spared;
      allPassed *= done * spared;
    }
    const byJobs = finished(allPassed);
    const success = known || moment.usual === undefined ? byJobs : wholeWithin(aheadMs);
    yield Math.min(allEnded - allPassed + success, 1);
  }
}

function ageOf({ ageMs }: PollMoment): number {
  return Number.isFinite(ageMs) ? Math.max(ageMs, 0) : 0;
}

/**
 * The probability that what follows has ended too, computed with five equally likely durations of it. Takes
 * the probabilities that the jobs have passed, step by step.
 */
function followedBy(later: UsualLength | undefined): (passed: number) => number {
  if (later === undefined) return (passed) => passed;
  const shifts = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => Math.round(quantileMs(later, share) / stepMs));
  const soFar: number[] = [];
  return (passed) => {
    soFar.push(passed);
    const last = soFar.length - 1;
    return shifts.reduce((sum, shift) => sum + (soFar[last - shift] ?? 0), 0) / shifts.length;
  };
}
