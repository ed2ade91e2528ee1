import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { textWidth } from '../../../src/base/text-width.js';
import { shortNames, shortened } from '../../../src/report/short-names.js';

describe('a shortened name', () => {
  test.each([
    { give: 'unit', cells: 10, want: 'unit' },
    { give: 'exactly-10', cells: 10, want: 'exactly-10' },
    { give: 'deploy-eu-west-production-canary', cells: 21, want: 'deploy-eu-…ion-canary' },
    { give: 'deploy-eu-west-production-canary: [a, b]', cells: 20, want: 'deploy-eu-…y: [a, b]' },
    // The parts of a matrix differ in what stands in brackets.
    { give: 'deploy-to-production: [eu-west, blue]', cells: 30, want: 'deploy-to-pr…: [eu-west, blue]' },
    { give: 'deploy-to-production-today: [eu-west, bl]', cells: 27, want: 'deploy-to-p…: [eu-west, bl]' },
    { give: `a-matrix: [${'x'.repeat(200)}]`, cells: 15, want: 'a-ma…xxxxxxxxx]' },
    { give: 'a-rather-long-name: [a] (attempt 2)', cells: 27, want: 'a-rather-…: [a] (attempt 2)' },
    { give: 'child › grandchild › deep-inside-a-job', cells: 20, want: 'child › gr…ide-a-job' },
    { give: '日本語日本語日本語日本語', cells: 11, want: '日本語…本語' },
    { give: '👩‍👩‍👧 family of a very long name 🦊', cells: 12, want: '👩‍👩‍👧 fam…me 🦊' },
    { give: 'e\u0301'.repeat(30), cells: 9, want: `${'e\u0301'.repeat(4)}…${'e\u0301'.repeat(4)}` },
  ])('keeps the head and the tail of $give in $cells cells', ({ give, cells, want }) => {
    expect(textWidth(shortened(give, cells))).toBeLessThanOrEqual(cells);
    expect(shortened(give, cells)).toBe(want);
  });

  test('splits no character, and is never wider than its column', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 8, max: 40 }),
        (name, cells) => {
          const short = shortened(name, cells);
          expect(textWidth(short)).toBeLessThanOrEqual(cells);
          expect(Buffer.from(short).toString()).toBe(short);
        },
      ),
    );
  });
});

function formsOf(
  names: readonly string[],
  cells: number,
  known?: ReadonlyMap<string, string>,
): readonly string[] {
  const shown = shortNames(names, cells, known);
  return names.map((name) => shown.get(name) ?? '(none)');
}

describe('the shortened names of one pipeline', () => {
  test('stay the same if they fit', () => {
    expect(formsOf(['unit', 'lint'], 10)).toEqual(['unit', 'lint']);
  });

  test('show their difference if head and tail are equal', () => {
    const names = ['eu-west', 'us-east', 'ap-south'].map(
      (region) => `deploy-production-in-${region}-behind-canary`,
    );
    expect(formsOf(names, 24)).toEqual([
      'deploy…eu-west-…d-canary',
      'deploy…us-east-…d-canary',
      'deploy…ap-south…d-canary',
    ]);
  });

  test('differ in more than one place, and are distinguished nevertheless', () => {
    const names = ['a', 'b'].flatMap((one) =>
      ['a', 'b'].map((other) => `${'x'.repeat(30)}${one}${'y'.repeat(30)}${other}${'z'.repeat(30)}`),
    );
    expect(new Set(formsOf(names, 20)).size).toBe(4);
  });

  test('get numbers if nothing else distinguishes them', () => {
    const parts = ['a', 'b', 'c'];
    const names = parts.flatMap((one) =>
      parts.flatMap((two) => parts.flatMap((three) => parts.map((four) => [one, two, three, four]))),
    );
    const forms = formsOf(
      names.map((letters) => letters.join('-'.repeat(20)).padStart(100, '>').padEnd(120, '<')),
      15,
    );
    expect(new Set(forms).size).toBe(81);
    for (const form of forms) expect(textWidth(form)).toBeLessThanOrEqual(15);
  });

  test('never take the form of an earlier name, and show the difference', () => {
    const first = 'deploy-production-1-behind-the-canary';
    const known = new Map([[first, shortened(first, 15)]]);
    const second = 'deploy-production-2-behind-the-canary';
    expect(known.get(first)).toBe('deploy-…-canary');
    expect(formsOf([second], 15, known)).toEqual(['dep…2-beh…anary']);
  });

  test('never take the form of a name that is written exactly so', () => {
    const known = new Map([['deploy-…-canary', 'deploy-…-canary']]);
    const [form = ''] = formsOf(['deploy-production-behind-the-canary'], 15, known);
    expect(form).not.toBe('deploy-…-canary');
    expect(textWidth(form)).toBeLessThanOrEqual(15);
  });

  test('differ although one is the start of the other', () => {
    const long = 'a'.repeat(60);
    const forms = formsOf([long, `${long}a`, `${long}aa`], 12);
    expect(new Set(forms).size).toBe(3);
  });

  test('are distinguished, whatever they are', () => {
    const names = fc.uniqueArray(
      fc
        .array(fc.constantFrom('a', 'bb', '日', ' › ', 'e\u0301', ': [x]'), { minLength: 1, maxLength: 40 })
        .map((parts) => parts.join('')),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(names, names, fc.integer({ min: 12, max: 30 }), (early, late, cells) => {
        const known = shortNames(early, cells);
        const all = new Map([...known, ...shortNames(late, cells, known)]);
        expect(new Set(all.values()).size).toBe(new Set([...early, ...late]).size);
        for (const form of all.values()) expect(textWidth(form)).toBeLessThanOrEqual(cells);
      }),
    );
  });
});
