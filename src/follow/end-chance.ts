import type { UsualLength } from './usual-length.js';

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
/** One run in ten does not behave as usual (a cold cache, a busy runner, a smaller change); its length is spread this widely. */
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
 * The share of runs that take longer than `timeMs`. Log-logistic: few end before the usual length, many around it, and beyond it the chance
 * of ending within a second falls with age, which makes pauses grow again.
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
