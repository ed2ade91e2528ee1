import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type JobAddress, choiceOf, jobSelectionOf } from '../../src/follow/decide/job-selection.js';

function fits(pattern: string, name: string, path: readonly string[] = []): boolean {
  const selection = jobSelectionOf([pattern]);
  if (selection.kind === 'all') throw new Error('a pattern was given');
  const job: JobAddress = { path, name };
  const [choice] = selection.lines.map((line) => choiceOf(line, [job]));
  expect(choice?.pattern).toBe(pattern);
  return choice?.jobs.includes(job) === true;
}

/**
 * What the pattern means, spelled out slowly: row by row, whether the pattern up to here fits the text up to
 * there.
 */
function fitsByTable(pattern: string, text: string): boolean {
  const given = Array.from(text);
  let row = [true, ...given.map(() => false)];
  for (const mark of Array.from(pattern)) {
    const next = [mark === '*' && row[0] === true];
    given.forEach((character, index) => {
      const alone = row[index] === true && (mark === '?' || mark === character);
      next.push(mark === '*' ? row[index + 1] === true || next[index] === true : alone);
    });
    row = next;
  }
  return row[given.length] === true;
}

/**
 * Few letters, so that patterns often fit, and every mark that has a meaning in some language of patterns.
 */
const letters = fc.constantFrom('a', 'b', ' ', '/', '.', '🦊', '\n', ...'()[]{}|\\^$+!@"~,:-'.split(''));

describe('the globs of jobs', () => {
  test('read `*` as any text, `?` as one character, and everything else literally', () => {
    const pattern = fc.string({
      unit: fc.oneof(letters, fc.constantFrom('*', '?')),
      minLength: 1,
      maxLength: 8,
    });
    const name = fc.string({ unit: letters, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pattern, name, (given, text) => {
        expect(fits(given, text)).toBe(fitsByTable(given, text));
      }),
      { numRuns: 500 },
    );
  });

  test('made from a name by inserting `*` and `?` match that name', () => {
    const pieces = fc.array(
      fc.record({
        text: fc.string({ unit: 'grapheme', maxLength: 10 }),
        hide: fc.constantFrom('*', '?', ''),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, (given) => {
        const name = given.map(({ text }) => text).join('');
        const pattern = given
          .map(({ text, hide }) => {
            if (hide === '*') return '*';
            return hide === '?' ? '?'.repeat(Array.from(text).length) : text;
          })
          .join('');
        fc.pre(pattern !== '');
        expect(fits(pattern, name)).toBe(true);
        expect(fits(`child/${pattern}`, name, ['child'])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    { pattern: 'test (node 20) *', name: 'test (node 20) unit', want: true },
    { pattern: 'build: [linux, *]', name: 'build: [linux, amd64]', want: true },
    { pattern: 'a|b*', name: 'a', want: false },
    { pattern: 'deploy/?', name: 'deploy/🦊', want: true },
    { pattern: 'deploy?eu', name: 'deploy/eu', want: true },
    { pattern: 'win\\*', name: 'win\\dows', want: true },
    { pattern: '"quoted" *', name: '"quoted" job', want: true },
    { pattern: './run*', name: './run.sh', want: true },
    { pattern: '*', name: '.', want: true },
  ])('$pattern and $name: $want', ({ pattern, name, want }) => {
    expect(fits(pattern, name)).toBe(want);
  });

  test('with a star at every letter match without delay', () => {
    const names = ['a'.repeat(255), `${'a'.repeat(254)}b`, 'ab'.repeat(127)];
    const patterns = [
      '*a'.repeat(100),
      `${'*a'.repeat(40)}c`,
      `${'a*'.repeat(60)}b*c`,
      `${'?*'.repeat(300)}c`,
    ];
    // A matcher that goes back on its steps does not end here, and Jest's own limit ends it.
    const answers = patterns.flatMap((pattern) => names.map((name) => fits(pattern, name)));
    expect(answers.filter(Boolean)).toEqual([true]);
  });
});
