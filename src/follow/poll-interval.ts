import type { Random } from '../base/clock.js';
import type { UsualLength } from './history.js';
import { type RequestBudget, throttlePauseMs } from './request-budget.js';

/** Something that is under way, and how long such things take. */
export interface Underway {
  readonly ageMs: number;
  readonly length: UsualLength;
}

/** The odds of the upper to the lower tenth, both against the middle: 9 * 9. */
const tenthOdds = 81;
/** The blunt end is for "any time", the sharp one for jobs that take the same time to a twentieth. */
const bluntest = 1;
const sharpest = 40;
/**
 * One run in ten does not behave as usual (a cold cache, a busy runner, a smaller change); its length is
 * spread this widely.
 */
const oddShare = 0.1;
const oddShape = 2;

/** The chance, from 0 to 1, that it ends within a span from now, knowing that it has not ended yet. */
export function chanceOfEnd({ ageMs, length }: Underway): (aheadMs: number) => number {
  const longerThan = survivalOf(length);
  const soFar = longerThan(ageMs);
  return (aheadMs) => 1 - longerThan(ageMs + aheadMs) / soFar;
}

/** How long a thing of this length takes, that only `share` of its runs are quicker than. */
export function quantileMs(length: UsualLength, share: number): number {
  return length.medianMs * (share / (1 - share)) ** (1 / shapeOf(length));
}

/**
 * The share of runs that take longer than `timeMs`. Log-logistic: few end before the usual length, many
 * around it, and beyond it the chance of ending within a second falls with age, which makes pauses grow
 * again.
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

/** Nobody gains from looking more often, and GitLab's limits count every look. */
const shortestPollMs = 1000;
/**
 * Sparse enough for hours; longer would leave an unexpected end, and every line of progress, unseen for too
 * long.
 */
const longestPollMs = 60_000;
/**
 * How much earlier, on average, we must learn of the end for one more look to be worth it. All pauses are
 * derived from this price and grow with its square root: four times as much halves the looks and doubles the
 * delay.
 */
const pollWorthMs = 240;
/**
 * Young pipelines are mostly short ones or about to fail, whatever is usual: no pause is longer than this and
 * the age together.
 */
const youngPollMs = 2000;
/** The share of jobs that fail, at any time while they run: what keeps us looking while no end is due. */
const failureShare = 0.03;
/** Callers that started together drift apart. */
const jitterShare = 0.1;
/**
 * A failed look is soon made good, and one after another ever more slowly: an outage must not be made worse.
 */
const firstPollRetryMs = 2000;
const pollRetryGrowth = 1.5;
const maxPollRetryMs = 30_000;
/** The future is reckoned in steps of this size: half of the shortest pause. */
const stepMs = shortestPollMs / 2;
/** Beyond the slowest of so many running jobs, others hardly move the end. */
const mostJobs = 16;

/**
 * How long something takes of which nothing is known: from seconds to an hour, any order of magnitude alike.
 */
export const unknownLength: UsualLength = { medianMs: 60_000, lowMs: 6667, highMs: 540_000, samples: 0 };

/** What the next look is timed by. All times are milliseconds. */
export interface PollMoment {
  /** How old the pipeline is. */
  readonly ageMs: number;
  readonly pollInterval: 'auto' | number;
  /** The wish of the server, where it has one. */
  readonly retryAfterMs?: number | undefined;
  /** What the server still lets us ask for, where it says so. */
  readonly budget?: RequestBudget | undefined;
  /** How many looks have failed in a row; 0 when the last one did not. */
  readonly failedPolls?: number | undefined;
  /** How long the whole pipeline usually takes. */
  readonly usual?: UsualLength | undefined;
  /** What the jobs are doing, where that is known. */
  readonly work?: Work | undefined;
}

/** What must happen before a pipeline ends. */
export interface Work {
  /** These have to end, all of them; at least one. */
  readonly running: readonly Underway[];
  /** What then follows, altogether, unless one of the running jobs fails; absent when nothing follows. */
  readonly later?: UsualLength | undefined;
  /**
   * True when the lengths above are the jobs' own, which say more than the usual length of the whole
   * pipeline.
   */
  readonly known: boolean;
}

/** The shortest pause that the server allows, whatever is gained by a poll. */
export function leastPollMs({
  retryAfterMs = 0,
  budget,
}: Pick<PollMoment, 'retryAfterMs' | 'budget'>): number {
  return Math.max(retryAfterMs, budget === undefined ? 0 : throttlePauseMs(budget));
}

/**
 * How long to wait before the next look, in milliseconds: short where the end is likely, long elsewhere.
 * Never under a second and, but for the server's wish, which wins when it is longer, a budget that runs out,
 * and a longer fixed interval, never over a minute. A fixed interval is what it is, whatever the budget.
 */
export function nextPollMs(moment: PollMoment, random: Random): number {
  const { pollInterval, retryAfterMs = 0, failedPolls = 0, budget } = moment;
  if (pollInterval !== 'auto') return Math.max(pollInterval, retryAfterMs);
  const steady =
    failedPolls > 0 ? pollRetryMs(failedPolls) : Math.min(plannedPollMs(moment), youngPollMs + ageOf(moment));
  const jittered = steady * (1 + jitterShare * (2 * random() - 1));
  const wanted = Math.min(Math.max(jittered, shortestPollMs), longestPollMs);
  // A failed look is made good first.
  const throttlePause = budget === undefined || failedPolls > 0 ? 0 : throttlePauseMs(budget);
  return Math.max(wanted, throttlePause * (1 + jitterShare * random()), retryAfterMs);
}

function pollRetryMs(failedPolls: number): number {
  return Math.min(firstPollRetryMs * pollRetryGrowth ** (failedPolls - 1), maxPollRetryMs);
}

/**
 * Looks are best placed where their density is the square root of half the hazard (the chance of ending
 * within a unit of time, when not ended before) over the worth of a look; the next one is due when that
 * density adds up to one.
 * @see bench/README.md, for how that follows
 */
function plannedPollMs(moment: PollMoment): number {
  let planned = 0;
  let before = 0;
  for (const [index, chance] of chancesOf(moment).entries()) {
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

/** The chance that the pipeline has ended, after one step, two steps and so on, up to the longest pause. */
function chancesOf(moment: PollMoment): readonly number[] {
  const whole: Underway = { ageMs: ageOf(moment), length: moment.usual ?? unknownLength };
  const { running, later, known } = moment.work ?? { running: [whole], later: undefined, known: true };
  const slowest = running
    .toSorted((one, other) => other.length.medianMs - other.ageMs - (one.length.medianMs - one.ageMs))
    .slice(0, mostJobs)
    .map((job) => ({ chanceWithin: chanceOfEnd(job), scaleMs: Math.max(job.length.medianMs, job.ageMs) }));
  const wholeWithin = chanceOfEnd(whole);

  const ended: number[] = [];
  const passed: number[] = [];
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
    ended.push(allEnded);
    passed.push(allPassed);
  }
  const finished = followedBy(passed, later);
  return ended.map((allEnded, index) => {
    const failed = allEnded - (passed[index] ?? 0);
    const byJobs = finished[index] ?? 0;
    const success = known || moment.usual === undefined ? byJobs : wholeWithin((index + 1) * stepMs);
    return Math.min(failed + success, 1);
  });
}

function ageOf({ ageMs }: PollMoment): number {
  return Number.isFinite(ageMs) ? Math.max(ageMs, 0) : 0;
}

/** The chances that what comes after has ended too, reckoned with five equally likely lengths of it. */
function followedBy(passed: readonly number[], later: UsualLength | undefined): readonly number[] {
  if (later === undefined) return passed;
  const shifts = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => Math.round(quantileMs(later, share) / stepMs));
  return passed.map(
    (_, index) => shifts.reduce((sum, shift) => sum + (passed[index - shift] ?? 0), 0) / shifts.length,
  );
}
