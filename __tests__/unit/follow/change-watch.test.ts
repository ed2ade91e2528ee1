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
const polled = (watch: ChangeWatch, picture: string, atMs: number): ChangeWatch =>
  afterPoll(watch, { picture, startMs: atMs, endMs: atMs });
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

  test('that changes each time shows nothing', () => {
    let watch = trusted;
    for (let count = 0; count < 8; count += 1) {
      watch = polled(
        probed(watch, changed(String(count)), 10_000 + count * 3000),
        'y',
        12_000 + count * 3000,
      );
    }
    expect(watch.off).toBe('restless');
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

  test('never comes before the pause that the server asks for has ended', () => {
    const watch = probed(trusted, changed('c'), 9000);
    expect(next(watch, 9000, { leastPollMs: 30_000, leastProbeMs: 100_000 })).toEqual({
      kind: 'poll',
      atMs: 35_000,
    });
  });
});
