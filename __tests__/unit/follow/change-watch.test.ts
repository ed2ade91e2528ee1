import { describe, expect, test } from '@jest/globals';

import type { Probe } from '../../../src/follow/change-probe.js';
import {
  type ChangeWatch,
  afterPoll,
  afterProbe,
  echoMs,
  newWatch,
} from '../../../src/follow/change-watch.js';
import { type ProbeMoment, nextMove } from '../../../src/follow/probe-timing.js';

const unchanged: Probe = { kind: 'unchanged' };
const changed = (tag: string): Probe => ({ kind: 'changed', tag });
const probed = (watch: ChangeWatch, probe: Probe, nowMs: number): ChangeWatch =>
  afterProbe(watch, probe, { nowMs });
const polled = (watch: ChangeWatch, fingerprint: string, atMs: number): ChangeWatch =>
  afterPoll(watch, { fingerprint, startMs: atMs, endMs: atMs });
const moment = (nowMs: number, given: Partial<ProbeMoment> = {}): ProbeMoment => ({
  nowMs,
  pollPauseMs: 20_000,
  leastPollMs: 0,
  leastProbeMs: 0,
  underway: 1,
  hasLater: false,
  ...given,
});
const next = (watch: ChangeWatch, nowMs: number, given: Partial<ProbeMoment> = {}): unknown =>
  nextMove(watch, moment(nowMs, given), () => 0.5);

/** A tag that has told of a change, which a poll then showed. */
const trusted = polled(
  probed(polled(probed(newWatch, changed('a'), 0), 'x', 2000), changed('b'), 3000),
  'y',
  5000,
);

describe('the tag of a pipeline', () => {
  test('is trusted once it has changed together with the snapshots, before or after them', () => {
    const first = polled(probed(newWatch, changed('a'), 0), 'x', 2000);
    expect(first.isTrusted).toBe(false);
    expect(trusted.isTrusted).toBe(true);
    const late = probed(polled(first, 'y', 4000), changed('b'), 5000);
    expect(late.isTrusted).toBe(true);
  });

  test('is no longer trusted after it missed a change, and given up after a second one', () => {
    const once = probed(polled(trusted, 'z', 60_000), unchanged, 70_001);
    expect([once.isTrusted, once.off]).toEqual([false, undefined]);
    const twice = probed(polled(once, 'w', 90_000), unchanged, 100_001);
    expect(twice.off).toBe('stuck');
  });

  /** Another tag each time, and a poll after each that shows `fingerprints`, one after the other. */
  const moving = (times: number, fingerprintOf: (nth: number) => string): ChangeWatch => {
    let watch = trusted;
    for (let nth = 0; nth < times; nth += 1) {
      watch = polled(
        probed(watch, changed(`t${nth}`), 10_000 + nth * 3000),
        fingerprintOf(nth),
        12_000 + nth * 3000,
      );
    }
    return watch;
  };

  test('that is another one each time tells nothing', () => {
    expect(moving(6, () => 'y').off).toBe('restless');
    // The last news came with the second of them.
    expect(moving(6, (nth) => (nth < 2 ? `y${nth}` : 'y1')).off).toBe('restless');
  });

  test('that is another one each time is right where polls show as much', () => {
    expect(moving(60, (nth) => `y${nth}`).off).toBeUndefined();
    expect(moving(60, (nth) => `y${Math.floor(nth / 3)}`).off).toBeUndefined();
  });

  test('that stands still once is not restless, whatever was before', () => {
    const still = probed(
      moving(3, () => 'y'),
      unchanged,
      40_000,
    );
    expect(still.off).toBeUndefined();
    expect(probed(still, changed('last'), 43_000).off).toBeUndefined();
  });

  test('that is unavailable for now is requested again later, and not forever', () => {
    const none: Probe = { kind: 'unavailable', reason: 'server_error', lasts: 'for_now' };
    const once = afterProbe(trusted, none, { nowMs: 6000, retryAfterMs: 90_000 });
    expect([once.off, once.notBeforeMs, once.isTrusted]).toEqual([undefined, 96_000, false]);
    expect(probed(probed(once, none, 96_000), none, 200_000).off).toBe('server_error');
  });
});

describe('the next move of a watch', () => {
  test('is a poll at once when the change may be the end, and another one for replicas', () => {
    const watch = probed(trusted, changed('c'), 9000);
    expect(next(watch, 9000)).toEqual({ kind: 'poll', atMs: 9000 });
    const seen = polled(watch, 'y', 9000);
    expect(seen.unread?.kind).toBe('echo');
    expect(polled(seen, 'y', 9000 + echoMs).unread).toBeUndefined();
  });

  test('waits a little if more has to happen first', () => {
    const watch = probed(trusted, changed('c'), 9000);
    expect(next(watch, 9000, { underway: 1, hasLater: true })).toMatchObject({ atMs: 9000 + echoMs });
    expect(next(watch, 9000, { underway: 50 })).toMatchObject({ kind: 'probe' });
  });

  test('is a poll within a minute with a trusted tag, and as before with an untrusted one', () => {
    const watch = probed(trusted, unchanged, 64_500);
    expect(next(watch, 64_500)).toMatchObject({ atMs: expect.any(Number) });
    const wary = probed({ ...trusted, isTrusted: false }, unchanged, 24_900);
    expect(next(wary, 24_900)).toEqual({ kind: 'poll', atMs: 25_000 });
  });

  describe('after a tag that was another one each time', () => {
    const moved = (times: number, polls: 'with news' | 'without'): ChangeWatch => {
      let watch = trusted;
      for (let nth = 0; nth < times; nth += 1) {
        watch = probed(watch, changed(`t${nth}`), 10_000 + nth * 1000);
        if (polls === 'with news') watch = polled(watch, `y${nth}`, 10_000 + nth * 1000);
      }
      return polled(watch, polls === 'with news' ? 'z' : 'y', 20_000);
    };
    // Even when so much is under way that what has changed can wait, or a trusted tag says nothing new.
    test.each([1, 2, 10, 50])('is a poll when one is due without any, with %d jobs under way', (underway) => {
      for (const watch of [moved(4, 'with news'), moved(5, 'without')]) {
        for (const pollPauseMs of [1000, 3000, 20_000]) {
          const given = { underway, pollPauseMs, leastProbeMs: 100_000 };
          const { atMs } = nextMove(watch, moment(20_000, given), () => 0.5);
          expect(atMs).toBeLessThanOrEqual(20_000 + pollPauseMs);
        }
      }
    });

    test('is no earlier poll for one more tag, where the polls before have shown nothing', () => {
      const watch = probed(moved(5, 'without'), changed('more'), 21_000);
      const given = { leastProbeMs: 100_000 };
      expect(nextMove(watch, moment(21_000, given), () => 0.5)).toEqual({ kind: 'poll', atMs: 40_000 });
    });

    test('is one in a minute again once it stands still', () => {
      const still = probed(polled(moved(5, 'with news'), 'z', 22_000), unchanged, 23_000);
      const { atMs } = nextMove(still, moment(23_000, { leastProbeMs: 100_000 }), () => 0.5);
      expect(atMs).toBeGreaterThan(22_000 + 50_000);
    });
  });

  test('never comes before the pause that the server asks for has ended', () => {
    const watch = probed(trusted, changed('c'), 9000);
    expect(next(watch, 9000, { leastPollMs: 30_000, leastProbeMs: 100_000 })).toEqual({
      kind: 'poll',
      atMs: 35_000,
    });
  });
});
