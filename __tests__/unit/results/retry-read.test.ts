import { describe, expect, test } from '@jest/globals';

import type { Reply } from '../../../src/gitlab/responses/reply.js';
import { TransportFault } from '../../../src/http/transport.js';
import { readWithRetry } from '../../../src/results/retry-read.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { lost, ok, refused } from '../../support/pipelines.js';

async function readOf(
  replies: readonly Reply<string>[],
  retryTimeoutMs: number,
): Promise<{ readonly kind: string; readonly reads: number; readonly tookMs: number }> {
  const clock = createVirtualClock();
  let reads = 0;
  const read = (): Promise<Reply<string>> => {
    const reply = replies[Math.min(reads, replies.length - 1)];
    reads += 1;
    if (reply === undefined) throw new Error('nobody expected this read');
    return Promise.resolve(reply);
  };
  const { signal } = new AbortController();
  const reply = await clock.run(readWithRetry({ clock, random: () => 1, retryTimeoutMs }, read, signal));
  return { kind: reply.kind, reads, tookMs: clock.nowMs() };
}

const tooLong: Reply<string> = {
  kind: 'fault',
  fault: new TransportFault({ kind: 'too_large', reached: 'maybe', message: 'too long' }),
};
const throttled = refused({ status: 429, hints: { retryAfterMs: 3000 } });

describe('a read with retries', () => {
  test.each([
    {
      name: 'an answer',
      replies: [ok('x')],
      retryTimeoutMs: 60_000,
      want: { kind: 'ok', reads: 1, tookMs: 0 },
    },
    {
      name: 'a refusal, which would be said again',
      replies: [refused({ status: 404 })],
      retryTimeoutMs: 60_000,
      want: { kind: 'refused', reads: 1, tookMs: 0 },
    },
    {
      name: 'trouble that passes',
      replies: [lost(), lost(), ok('x')],
      retryTimeoutMs: 60_000,
      want: { kind: 'ok', reads: 3, tookMs: 6000 },
    },
    {
      name: "the server's own wish",
      replies: [throttled, ok('x')],
      retryTimeoutMs: 60_000,
      want: { kind: 'ok', reads: 2, tookMs: 3000 },
    },
    {
      name: 'trouble for longer than patience lasts',
      replies: [lost()],
      retryTimeoutMs: 60_000,
      want: { kind: 'fault', reads: 8, tookMs: 54_000 },
    },
    {
      name: 'a wish beyond patience, at once',
      replies: [throttled],
      retryTimeoutMs: 2000,
      want: { kind: 'refused', reads: 1, tookMs: 0 },
    },
    {
      name: 'no patience',
      replies: [lost()],
      retryTimeoutMs: 0,
      want: { kind: 'fault', reads: 1, tookMs: 0 },
    },
  ])('handles $name', async ({ replies, retryTimeoutMs, want }) => {
    expect(await readOf(replies, retryTimeoutMs)).toEqual(want);
  });

  test.each([
    { name: 'three in a row', replies: [tooLong], want: { kind: 'fault', reads: 3, tookMs: 6000 } },
    {
      name: 'two, something else, and two again',
      replies: [tooLong, tooLong, lost(), tooLong, tooLong, ok('x')],
      want: { kind: 'ok', reads: 6, tookMs: 34_000 },
    },
  ])('believes that an answer is too long the third time in a row: $name', async ({ replies, want }) => {
    expect(await readOf(replies, 60_000)).toEqual(want);
  });

  test.each([
    { name: 'without an answer before', first: undefined, kind: 'timeout' },
    { name: 'with the failure before it', first: lost(), kind: 'reset' },
  ])('cuts a request when the time is over, $name', async ({ first, kind }) => {
    const clock = createVirtualClock();
    let reads = 0;
    const read = (signal: AbortSignal): Promise<Reply<string>> => {
      reads += 1;
      if (reads === 1 && first !== undefined) return Promise.resolve(first);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    };
    const reading = readWithRetry(
      { clock, random: () => 1, retryTimeoutMs: 60_000, endMs: 5000 },
      read,
      new AbortController().signal,
    );
    expect(await clock.run(reading)).toMatchObject({ kind: 'fault', fault: { kind } });
    expect(clock.nowMs()).toBe(5000);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('sends nothing when the time is over before', async () => {
    const clock = createVirtualClock();
    const reply = await readWithRetry(
      { clock, random: () => 1, retryTimeoutMs: 60_000, endMs: 0 },
      () => Promise.reject(new Error('nobody expected this read')),
      new AbortController().signal,
    );
    expect(reply).toMatchObject({ kind: 'fault', fault: { kind: 'timeout' } });
  });

  test('ends when it is stopped', async () => {
    const clock = createVirtualClock();
    const stop = new AbortController();
    clock.schedule(1000, () => stop.abort(new Error('stopped')));
    const reading = readWithRetry(
      { clock, random: () => 1, retryTimeoutMs: 60_000 },
      () => Promise.resolve(lost()),
      stop.signal,
    );
    await expect(clock.run(reading)).rejects.toThrow('stopped');
  });
});
