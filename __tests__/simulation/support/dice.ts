import type { Random } from '../../../src/base/clock.js';

/** Chance that can be had again: the same seed and stream always fall the same way. */
export interface Dice {
  readonly random: Random;
  /** True with this probability (0 to 1). */
  readonly chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  /**
   * A whole number whose order of magnitude is what is even: as likely from 10 to 100 as from 100 to 1,000.
   */
  readonly spread: (least: number, most: number) => number;
  /** @throws {RangeError} on an empty list. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the items, each as often as its weight says. */
  readonly weighted: <T>(items: readonly (readonly [weight: number, item: T])[]) => T;
}

/** Dice for one part of a story; parts with different names do not disturb each other. */
export function diceOf(seed: number, stream: string): Dice {
  const random = sequenceOf(startOf(`${stream} ${seed}`));
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  return {
    random,
    chance: (probability) => random() < probability,
    between,
    spread: (least, most) => Math.round(least * (most / least) ** random()),
    pick: (items) => present(items[between(0, items.length - 1)]),
    weighted: (items) => {
      const total = items.reduce((sum, [weight]) => sum + weight, 0);
      let left = random() * total;
      const found = items.find(([weight]) => (left -= weight) < 0) ?? items.at(-1);
      return present(found)[1];
    },
  };
}

function present<T>(item: T | undefined): T {
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

/** Spreads a text over 32 bits. */
function startOf(text: string): number {
  let mixed = 0x811c9dc5;
  for (const character of text) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mixed >>> 0;
}

/**
 * A counter of 32 bits, scrambled so that neighbors have nothing in common; plenty for the few thousand
 * throws of a story.
 */
function sequenceOf(start: number): Random {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
