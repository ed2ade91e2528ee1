import { afterAll, describe, expect, test } from '@jest/globals';

import { startCounting } from '../support/counting/counting-process.js';
import { repeatedPieces } from '../support/repeated-pieces.js';

const counting = await startCounting(new URL('growth/picture-works.ts', import.meta.url));
afterAll(() => counting.close());

interface Reader {
  readonly counts: readonly number[];
  /** Operations for each piece where there are the most pieces; a third more than they are. */
  readonly most: number;
}

const jobCounts = [500, 1000, 2000, 4000];
const textLengths = [375, 750, 1500];

const readers: Readonly<Record<string, Reader>> = {
  'a frame of jobs': { counts: jobCounts, most: 35 },
  'a frame of long names': { counts: jobCounts, most: 385 },
  'long names made short': { counts: jobCounts, most: 315 },
  'a table of long names': { counts: [1250, 2500, 5000], most: 240 },
  'the report of jobs': { counts: jobCounts, most: 85 },
  'the report of failed jobs with long logs': { counts: jobCounts, most: 115 },
  'a pattern, repeated repetition': { counts: textLengths, most: 105 },
  'a pattern, two ways to read each piece': { counts: textLengths, most: 80 },
  'a pattern, many places to end': { counts: textLengths, most: 230 },
};

describe('the number of operations grows linearly with the pieces, and is small, for each:', () => {
  test.each(Object.entries(readers))('%s', async (name, reader) => {
    const counts = await counting.counts(name, reader.counts);
    const growths = counts.slice(1).map((count, index) => count / (counts[index] ?? 1));
    const forEach = (counts.at(-1) ?? 0) / (reader.counts.at(-1) ?? 1);
    expect({
      counts,
      growths,
      forEach,
      isLinear: growths.length > 1 && growths.every((growth) => growth < 2.4),
    }).toMatchObject({
      isLinear: true,
    });
    expect(counts[0]).toBeGreaterThan(0);
    expect(forEach).toBeLessThan(reader.most);
  });
});

describe('a refusal of a megabyte takes twice the operations of half of it at most, whatever it repeats:', () => {
  test.each(repeatedPieces)('%j', async (piece) => {
    const sizes = [1000, 500_000, 1_000_000];
    const [, half = 0, whole = Infinity] = await counting.counts(`a refusal of ${piece}`, sizes);
    expect({ half, whole, isLinear: whole < 2.4 * half }).toMatchObject({ isLinear: true });
    expect(half).toBeGreaterThan(0);
  });
});
