import { describe, expect, test } from '@jest/globals';

import { type RetryPolicy, retry, retryDelayMs } from '../../../src/base/retry.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';

const policy: RetryPolicy = {
  attempts: 5,
  firstPauseMs: 100,
  maxPauseMs: 1000,
  maxRetryAfterMs: 5000,
};

describe('retryDelayMs', () => {
  const cases: {
    name: string;
    give: { attempt: number; retryAfterMs?: number; random: number };
    want: number;
  }[] = [
    { name: 'spreads the first pause from nothing', give: { attempt: 1, random: 0 }, want: 0 },
    { name: 'up to its whole length', give: { attempt: 1, random: 0.999 }, want: 100 },
    { name: 'doubles with the second attempt', give: { attempt: 2, random: 0.5 }, want: 100 },
    { name: 'and with the third', give: { attempt: 3, random: 0.5 }, want: 200 },
    { name: 'ends doubling at the longest pause', give: { attempt: 9, random: 0.5 }, want: 500 },
    { name: 'stays finite after a thousand attempts', give: { attempt: 2000, random: 0.5 }, want: 500 },
    { name: 'takes an attempt before the first for the first', give: { attempt: 0, random: 0.5 }, want: 50 },
    {
      name: "follows the server's wish exactly",
      give: { attempt: 1, retryAfterMs: 1234, random: 0.5 },
      want: 1234,
    },
    { name: 'also when it is nothing', give: { attempt: 3, retryAfterMs: 0, random: 0.5 }, want: 0 },
    {
      name: 'but not for longer than allowed',
      give: { attempt: 1, retryAfterMs: 86_400_000, random: 0 },
      want: 5000,
    },
    { name: 'and never into the past', give: { attempt: 1, retryAfterMs: -5, random: 0.5 }, want: 0 },
  ];

  test.each(cases)('$name', ({ give, want }) => {
    const { attempt, retryAfterMs, random } = give;

    expect(retryDelayMs({ attempt, retryAfterMs, random: () => random }, policy)).toBe(want);
  });
});

describe('retry', () => {
  type Result = 'done' | 'refused' | 'busy';

  /** Attempts that bring `results` one after the other, each with the time at which it was made. */
  const tryWith = async (
    results: readonly Result[],
    { untilMs, stopAtMs }: { readonly untilMs?: number; readonly stopAtMs?: number } = {},
  ): Promise<{
    readonly end: unknown;
    readonly atMs: readonly number[];
    readonly pauses: readonly number[];
  }> => {
    const clock = createVirtualClock();
    const stopped = new AbortController();
    if (stopAtMs !== undefined) clock.schedule(stopAtMs, () => stopped.abort(new Error('stopped')));
    const atMs: number[] = [];
    const pauses: number[] = [];
    const end = retry<Result>({
      clock,
      random: () => 0.5,
      policy,
      attempt: () => {
        atMs.push(clock.nowMs());
        return Promise.resolve(results[atMs.length - 1] ?? 'busy');
      },
      retryable: (result) => (result === 'busy' ? {} : undefined),
      onRetry: (_result, delayMs) => pauses.push(delayMs),
      untilMs,
      signal: stopped.signal,
    }).catch((error: unknown) => error);
    return { end: await clock.run(end), atMs, pauses };
  };

  test('makes one attempt when that succeeds', async () => {
    expect(await tryWith(['done'])).toEqual({ end: 'done', atMs: [0], pauses: [] });
  });

  test('waits between attempts, and reports each pause before it', async () => {
    expect(await tryWith(['busy', 'busy', 'done'])).toEqual({
      end: 'done',
      atMs: [0, 50, 150],
      pauses: [50, 100],
    });
  });

  test('does not repeat what would fail again', async () => {
    expect(await tryWith(['busy', 'refused', 'done'])).toMatchObject({ end: 'refused', atMs: [0, 50] });
  });

  test('returns the last result when no attempts are left', async () => {
    const { end, atMs } = await tryWith([]);
    expect({ end, attempts: atMs.length }).toEqual({ end: 'busy', attempts: policy.attempts });
  });

  test('does not start a pause that ends too late', async () => {
    expect(await tryWith([], { untilMs: 149 })).toMatchObject({ end: 'busy', atMs: [0, 50] });
    expect(await tryWith([], { untilMs: 150 })).toMatchObject({ end: 'busy', atMs: [0, 50, 150] });
  });

  test('ends at once with the reason of the signal during a pause', async () => {
    const { end, atMs } = await tryWith([], { stopAtMs: 60 });
    expect(end).toEqual(new Error('stopped'));
    expect(atMs).toEqual([0, 50]);
  });

  test('rethrows the error of an attempt, and does not repeat it', async () => {
    const clock = createVirtualClock();
    let attempts = 0;
    const failing = retry({
      clock,
      random: () => 0.5,
      policy,
      attempt: () => {
        attempts += 1;
        return Promise.reject(new Error('broken'));
      },
      retryable: () => ({}),
      signal: new AbortController().signal,
    });
    await expect(failing).rejects.toThrow('broken');
    expect(attempts).toBe(1);
  });

  test('respects the pause that the server asks for, as far as the policy allows', async () => {
    const clock = createVirtualClock();
    const wishes = [700, 90_000];
    const atMs: number[] = [];
    await clock.run(
      retry({
        clock,
        random: () => 0.5,
        policy,
        attempt: () => Promise.resolve(atMs.push(clock.nowMs())),
        retryable: (attempt) => (attempt > wishes.length ? undefined : { retryAfterMs: wishes[attempt - 1] }),
        signal: new AbortController().signal,
      }),
    );
    expect(atMs).toEqual([0, 700, 700 + policy.maxRetryAfterMs]);
  });
});
