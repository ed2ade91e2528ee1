import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { Agenda } from '../../../../src/simulator/gitlab/state/agenda.js';

interface Item {
  readonly name: number;
  dueMs: number | undefined;
}

describe('an agenda', () => {
  test('returns the same next item as a search of all, whatever has changed', () => {
    const change = fc.record({
      name: fc.nat({ max: 9 }),
      dueMs: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const agenda = new Agenda<Item>();
        const items = new Map<number, Item>();
        for (const { name, dueMs } of changes) {
          const item = items.get(name) ?? { name, dueMs: undefined };
          items.set(name, item);
          item.dueMs = dueMs;
          if (dueMs !== undefined) agenda.add(item, dueMs);
          const dues = [...items.values()].flatMap((each) => each.dueMs ?? []);
          const earliest = dues.length === 0 ? undefined : Math.min(...dues);
          expect(agenda.next((each) => each.dueMs)?.dueMs).toBe(earliest);
        }
      }),
    );
  });

  test('returns the older of two at the same time first, and a deleted one never', () => {
    const agenda = new Agenda<Item>();
    const [one, two] = [
      { name: 1, dueMs: 5 },
      { name: 2, dueMs: 5 },
    ];
    agenda.add(one, 9);
    agenda.add(two, 5);
    agenda.add(one, 5);
    expect(agenda.next(({ dueMs }) => dueMs)).toBe(one);
    agenda.delete(one);
    expect(agenda.next(({ dueMs }) => dueMs)).toBe(two);
  });
});
