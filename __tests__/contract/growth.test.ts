import { afterAll, describe, expect, test } from '@jest/globals';

import { startCounting } from '../support/counting/counting-process.js';

const counting = await startCounting(new URL('growth/works.ts', import.meta.url));
afterAll(() => counting.close());

/** So many pieces are fed, and so much may the operations grow where the pieces double. */
interface Sizes {
  readonly pieces: readonly number[];
  readonly mostGrowth: number;
}

const plenty: Sizes = { pieces: [10_000, 20_000, 40_000, 80_000], mostGrowth: 2.4 };
/**
 * For what takes long: a quarter of the pieces, and less growth. Where operations are `a * n + b * n * n`,
 * both find the same `b`: from 40,000 to 80,000 they grow by 2.4 where it is `a / 160_000`, and from 10,000
 * to 20,000 by 2.1 where it is `a / 190_000`.
 */
const fewer: Sizes = { pieces: plenty.pieces.map((count) => count / 4), mostGrowth: 2.1 };

const costly: readonly string[] = [
  'beginnings of a token',
  'beginnings of a token, cut off',
  'ends of a token',
  'ends of a token, cut off',
  'whole tokens in a text',
  'pieces of a token in a text',
  'a token on many lines',
  'escapes in a text',
  'secrets in a text',
  'secrets to be known',
  'secrets that begin alike, and a text that does so',
  'mistakes in a configuration',
  'keys of a configuration',
  'jobs of a configuration',
  'names in a configuration',
  'a list of a configuration',
  'documents in a configuration',
  'tags in a configuration',
  'variables in YAML',
  'variables in lines',
  'values in lines',
  'values in JSON',
  'values of many files',
  'tests of many jobs',
  'paths of an archive',
  'one path of an archive, again and again',
  'changes of a pipeline',
];

/** Not linear, or not to be. */
const others: readonly string[] = [
  'a line, and so many known secrets',
  'names that grow, and what is like them',
];

describe('the number of operations grows linearly with the pieces:', () => {
  test('what takes long is among what is fed', () => {
    expect(counting.names).toEqual(expect.arrayContaining([...costly, ...others]));
  });

  test.each(counting.names.filter((name) => !others.includes(name)))(
    '%s',
    async (name) => {
      const { pieces, mostGrowth } = costly.includes(name) ? fewer : plenty;
      const counts = await counting.counts(name, pieces);
      const growths = counts.slice(1).map((count, index) => count / (counts[index] ?? 1));
      // What does not read so far at all does not grow.
      expect({
        counts,
        growths,
        isLinear: counts.length === pieces.length && growths.every((growth) => growth < mostGrowth),
      }).toMatchObject({ isLinear: true });
      expect(counts[0]).toBeGreaterThan(0);
    },
    120_000,
  );
});

test('the cost of a line does not grow with the number of known secrets', async () => {
  const [little = 0, much = 0] = await counting.counts('a line, and so many known secrets', [20, 2_000]);
  expect(little).toBeGreaterThan(0);
  // Some places look like the beginning of more of them.
  expect(much).toBeLessThan(3 * little);
});

test('the counter detects quadratic growth', async () => {
  const [one = 1, two = 0] = await counting.counts('names that grow, and what is like them', [200, 400]);
  expect(two / one).toBeGreaterThan(3.5);
});
