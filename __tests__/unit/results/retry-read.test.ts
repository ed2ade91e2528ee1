import { describe, expect, test } from '@jest/globals';

import type { Reply } from '../../../src/gitlab/responses/reply.js';
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
