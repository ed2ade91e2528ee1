import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { AbortedError } from '../../../src/base/errors.js';
import { awaitPoll } from '../../../src/follow/await-poll.js';
import { type ChangeWatch, newWatch } from '../../../src/follow/change-watch.js';
import type { ChangeReply } from '../../../src/gitlab/change-request.js';
import { TransportFault } from '../../../src/http/transport.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';

const stop = new AbortedError('SIGINT');
const unchanged: ChangeReply = {
  kind: 'answer',
  status: 304,
  tag: 'W/"1"',
  fromGitLabCache: true,
  body: 'other',
  hints: {},
};
const changed: ChangeReply = {
  ...unchanged,
  status: 200,
  tag: 'W/"2"',
  fromGitLabCache: false,
  body: 'query',
};
const lost: ChangeReply = {
  kind: 'fault',
  fault: new TransportFault({ kind: 'reset', reached: 'maybe', message: 'the connection broke' }),
};

interface Given {
  /** How each question is answered; the last one for ever. */
  readonly answers: readonly { readonly afterMs: number; readonly reply: ChangeReply }[];
  readonly pollPauseMs?: number;
  readonly limitMs?: number;
  readonly abortAtMs?: number;
}

interface Awaited {
  readonly end: { readonly watch: ChangeWatch } | { readonly reason: unknown };
  readonly endMs: number;
  readonly askedMs: readonly number[];
  /** Why each question that got no answer was given up. */
  readonly cuts: readonly unknown[];
  readonly leftTimers: number;
}

/** One pause, with a tag that has told the truth so far, from the end of a poll at 0 on. */
async function pauseWith({
  answers,
  pollPauseMs = 20_000,
  limitMs = 600_000,
  abortAtMs,
}: Given): Promise<Awaited> {
  const clock = createVirtualClock();
  const abort = new AbortController();
  if (abortAtMs !== undefined) clock.schedule(abortAtMs, () => abort.abort(stop));
  const askedMs: number[] = [];
  const cuts: unknown[] = [];
  const askForChange = async (_call: unknown, signal: AbortSignal): Promise<ChangeReply> => {
    const answer = answers[Math.min(askedMs.length, answers.length - 1)];
    askedMs.push(clock.nowMs());
    try {
      await sleep(clock, answer?.afterMs ?? 0, signal);
    } catch (error) {
      cuts.push(error);
      throw error;
    }
    return answer?.reply ?? unchanged;
  };
  const waiting = awaitPoll(
    { gitlab: { askForChange }, clock, random: () => 0.5 },
    {
      pipelineId: 257,
      watch: { ...newWatch, tag: 'W/"1"', isTrusted: true, askedMs: 0, polledMs: 0, fingerprint: 'x' },
      limitMs,
      momentOf: () => ({ pollPauseMs, leastPollMs: 0, leastProbeMs: 0, underway: 1, hasLater: false }),
      onHints: () => undefined,
      signal: abort.signal,
    },
  );
  const end = await clock.run(
    waiting.then(
      (watch) => ({ watch }),
      (reason: unknown) => ({ reason }),
    ),
  );
  const leftTimers = clock.pendingTimers() - (abortAtMs !== undefined && !abort.signal.aborted ? 1 : 0);
  return { end, endMs: clock.nowMs(), askedMs, cuts, leftTimers };
}

const never = { afterMs: 1e9, reply: unchanged };

describe('a pause that is aborted', () => {
  test('ends at once while a question is under way, which is given up with the same reason', async () => {
    const ended = await pauseWith({ answers: [never], abortAtMs: 4000 });
    expect(ended).toEqual({
      end: { reason: stop },
      endMs: 4000,
      askedMs: [2500],
      cuts: [stop],
      leftTimers: 0,
    });
  });

  test('ends at once between two questions', async () => {
    const ended = await pauseWith({ answers: [{ afterMs: 100, reply: unchanged }], abortAtMs: 4000 });
    expect(ended).toMatchObject({ end: { reason: stop }, endMs: 4000, askedMs: [2500], cuts: [] });
    expect(ended.leftTimers).toBe(0);
  });

  test.each([
    ['unchanged', unchanged],
    ['changed', changed],
    ['lost', lost],
  ])('ends even if an answer comes in the same moment: %s', async (_name, reply) => {
    const ended = await pauseWith({ answers: [{ afterMs: 1500, reply }, never], abortAtMs: 4000 });
    expect(ended).toMatchObject({ end: { reason: stop }, endMs: 4000, leftTimers: 0 });
  });

  test('asks nothing when that has happened before', async () => {
    const ended = await pauseWith({ answers: [never], abortAtMs: 0 });
    expect(ended).toMatchObject({ end: { reason: stop }, endMs: 0, askedMs: [] });
  });
});

describe('a limit of time', () => {
  test('that is over while a question is under way ends the pause without an error', async () => {
    const ended = await pauseWith({ answers: [never], limitMs: 4000 });
    expect(ended).toMatchObject({ endMs: 4000, askedMs: [2500], leftTimers: 0 });
    expect(ended.end).toHaveProperty('watch');
    expect(ended.cuts).toHaveLength(1);
  });

  test('that is over before the next question leaves none to be asked', async () => {
    const ended = await pauseWith({ answers: [never], limitMs: 2000 });
    expect(ended).toMatchObject({ endMs: 2000, askedMs: [], leftTimers: 0 });
    expect(ended.end).toHaveProperty('watch');
  });
});

describe('a question without an answer', () => {
  test('is given up after 3 s, and leaves the poll where it would be without any', async () => {
    const ended = await pauseWith({ answers: [never], pollPauseMs: 20_000 });
    expect(ended).toMatchObject({ endMs: 20_000, askedMs: [2500], leftTimers: 0 });
    expect(ended.end).toMatchObject({ watch: { failures: 1, isTrusted: false } });
  });

  test('puts off a poll that is due by no more than those 3 s', async () => {
    const ended = await pauseWith({ answers: [never], pollPauseMs: 2600 });
    expect(ended.endMs).toBeLessThanOrEqual(2600 + 3000);
  });

  test('of which the connection broke is none, too, and no error', async () => {
    const ended = await pauseWith({ answers: [{ afterMs: 100, reply: lost }], pollPauseMs: 20_000 });
    expect(ended).toMatchObject({ endMs: 20_000, askedMs: [2500], leftTimers: 0 });
    expect(ended.end).toMatchObject({ watch: { failures: 1 } });
  });
});
