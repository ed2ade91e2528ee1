import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/app-error.js';
import { sleep } from '../../../src/base/clock.js';
import type { FollowEvent } from '../../../src/follow/follow-event.js';
import { followPipeline, type PipelineReader } from '../../../src/follow/follow-pipeline.js';
import type { Verdict } from '../../../src/follow/verdict.js';
import { pipelineStatuses } from '../../../src/gitlab/pipeline-status.js';
import type { Pipeline } from '../../../src/gitlab/pipeline.js';
import type { Reply } from '../../../src/gitlab/reply.js';
import type { FollowRequest } from '../../../src/inputs/trigger-request.js';
import { createVirtualClock, type VirtualClock } from '../../../src/simulator/virtual-clock.js';
import { lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

const request: FollowRequest = {
  accept: new Set(['success', 'warnings']),
  timeoutMs: 600_000,
  outageTimeoutMs: 60_000,
  pollInterval: 10_000,
};

interface Followed {
  readonly events: readonly FollowEvent[];
  readonly verdict: Verdict;
  readonly looks: number;
  readonly nowMs: number;
}

/** Follows a pipeline in virtual time; each look gets the next reply, the last one for ever. */
async function followReplies(
  replies: readonly (Reply<Pipeline> | 'never')[],
  given: { readonly request?: Partial<FollowRequest>; readonly abortAtMs?: number } = {},
): Promise<Followed> {
  const clock: VirtualClock = createVirtualClock();
  let looks = 0;
  const gitlab: PipelineReader = {
    fetchPipeline: async (_call, signal) => {
      const reply = replies[Math.min(looks, replies.length - 1)] ?? 'never';
      looks += 1;
      if (reply !== 'never') return reply;
      await sleep(clock, 1e9, signal);
      throw new Error('a look that never ends has ended');
    },
  };
  const abort = new AbortController();
  if (given.abortAtMs !== undefined)
    clock.schedule(given.abortAtMs, () => abort.abort(new AbortedError('SIGINT')));
  const events: FollowEvent[] = [];
  const generator = followPipeline(
    { gitlab, clock, random: () => 0.5 },
    { pipeline: pipelineWith(), request: { ...request, ...given.request }, signal: abort.signal },
  );
  const drain = async (): Promise<Verdict> => {
    for (;;) {
      const step = await generator.next();
      if (step.done === true) return step.value;
      events.push(step.value);
    }
  };
  const verdict = await clock.run(drain());
  return { events, verdict, looks, nowMs: clock.nowMs() };
}

const at = (status: string, more: Partial<Pipeline> = {}): Reply<Pipeline> =>
  ok(pipelineWith({ status, ...more }));

describe('followPipeline', () => {
  test('says each change once and ends with the outcome', async () => {
    const { events, verdict } = await followReplies([
      at('created'),
      at('running'),
      at('running'),
      at('success'),
    ]);
    expect(events).toEqual([
      { kind: 'pipeline_changed', elapsedMs: 0, status: 'created', known: true },
      { kind: 'pipeline_changed', elapsedMs: 10_000, status: 'running', known: true },
      { kind: 'pipeline_changed', elapsedMs: 30_000, status: 'success', known: true },
    ]);
    expect(verdict).toEqual({
      outcome: 'success',
      pipeline: pipelineWith({ status: 'success' }),
      elapsedMs: 30_000,
    });
  });

  test.each(['success', 'failed', 'canceled', 'skipped', 'manual'])(
    '%s is an outcome of its own',
    async (status) => {
      expect((await followReplies([at(status)])).verdict.outcome).toBe(status);
    },
  );

  test('an allowed failure makes the outcome warnings', async () => {
    const { verdict } = await followReplies([at('success', { statusGroup: 'success-with-warnings' })]);
    expect(verdict.outcome).toBe('warnings');
  });

  const goingOn = [...pipelineStatuses, 'dreaming', ''].filter(
    (status) => !['success', 'failed', 'canceled', 'skipped', 'manual'].includes(status),
  );
  test.each(goingOn)("'%s' means that the pipeline is still going", async (status) => {
    expect((await followReplies([at(status)])).verdict.outcome).toBe('timeout');
  });

  test('an unknown status is said once, as unknown', async () => {
    const { events } = await followReplies([at('dreaming'), at('dreaming'), at('success')]);
    expect(events[0]).toEqual({ kind: 'pipeline_changed', elapsedMs: 0, status: 'dreaming', known: false });
    expect(events).toHaveLength(2);
  });

  test('the wait ends at its timeout, with one last look', async () => {
    const { verdict, nowMs } = await followReplies([at('running')], { request: { timeoutMs: 25_000 } });
    expect({ outcome: verdict.outcome, nowMs }).toEqual({ outcome: 'timeout', nowMs: 25_000 });
  });

  test('a pipeline that ends right at the timeout gets its true colour', async () => {
    const { verdict } = await followReplies([at('running'), at('running'), at('running'), at('success')], {
      request: { timeoutMs: 25_000 },
    });
    expect(verdict.outcome).toBe('success');
  });

  test('a look that never ends does not hold the wait beyond its timeout by more than five seconds', async () => {
    const { verdict, nowMs } = await followReplies([at('running'), 'never'], {
      request: { timeoutMs: 25_000 },
    });
    expect({ outcome: verdict.outcome, nowMs }).toEqual({ outcome: 'timeout', nowMs: 30_000 });
  });

  test.each([
    { name: 'a lost connection', reply: lost() },
    { name: 'a server error', reply: refused({ status: 502, texts: ['Bad Gateway'] }) },
    { name: 'a throttle', reply: refused({ status: 429 }) },
    { name: 'a login page', reply: { kind: 'unreadable', status: 200, why: 'HTML', hints: {} } as const },
  ])('$name is survived, and said once when it begins and once when it ends', async ({ reply }) => {
    const { events, verdict } = await followReplies([at('running'), reply, reply, at('success')]);
    expect(events.map(({ kind }) => kind)).toEqual([
      'pipeline_changed',
      'trouble_began',
      'trouble_ended',
      'pipeline_changed',
    ]);
    expect(verdict.outcome).toBe('success');
  });

  test('an outage ends the wait after outage_timeout, with the last pipeline seen', async () => {
    const { verdict, nowMs } = await followReplies([at('running'), lost()]);
    expect({ outcome: verdict.outcome, status: verdict.pipeline.status, nowMs }).toEqual({
      outcome: 'outage',
      status: 'running',
      nowMs: 70_000,
    });
  });

  test('every outage has the whole of outage_timeout', async () => {
    const fiveBad = Array.from({ length: 5 }, () => lost());
    const { verdict } = await followReplies([
      ...fiveBad,
      at('running'),
      ...fiveBad,
      at('running'),
      at('success'),
    ]);
    expect(verdict.outcome).toBe('success');
  });

  test("the server's wish for a longer pause is granted", async () => {
    const throttled = refused({ status: 429, hints: { retryAfterMs: 42_000 } });
    const { nowMs } = await followReplies([throttled, at('success')]);
    expect(nowMs).toBe(42_000);
  });

  test.each([401, 403, 404])('%d ends the wait at once once the pipeline was seen', async (status) => {
    await expect(followReplies([at('running'), refused({ status })])).rejects.toMatchObject({ exitCode: 3 });
  });

  test('a 404 right after creation is a replica that lags', async () => {
    const { verdict } = await followReplies([
      refused({ status: 404 }),
      refused({ status: 404 }),
      at('success'),
    ]);
    expect(verdict.outcome).toBe('success');
  });

  test('a 404 that stays ends the wait after the grace', async () => {
    await expect(followReplies([refused({ status: 404 })])).rejects.toMatchObject({
      code: 'not_found',
      exitCode: 3,
    });
  });

  test.each([
    { name: 'between two looks', replies: [at('running')], abortAtMs: 15_000 },
    { name: 'during a look', replies: [at('running'), 'never' as const], abortAtMs: 15_000 },
    { name: 'before the first look has ended', replies: ['never' as const], abortAtMs: 1 },
  ])('an abort $name ends the wait at once', async ({ replies, abortAtMs }) => {
    await expect(followReplies(replies, { abortAtMs })).rejects.toMatchObject({ name: 'AbortedError' });
  });
});
