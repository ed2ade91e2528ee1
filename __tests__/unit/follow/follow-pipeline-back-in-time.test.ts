import { describe, expect, test } from '@jest/globals';

import { followPipeline } from '../../../src/follow/follow-pipeline.js';
import type { FollowDeps } from '../../../src/follow/progress.js';
import type { Bridge, Job } from '../../../src/model/pipeline.js';
import type { FollowRequest } from '../../../src/model/requests.js';
import type { Verdict } from '../../../src/model/verdict.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { followWith, jobWith, lost, ok, pipelineWith } from '../../support/pipelines.js';

/** A pipeline as some replica shows it. */
interface Shown {
  readonly status: string;
  /** Seconds since the start; absent where GitLab tells no times. */
  readonly at?: number;
  readonly jobs?: readonly Job[];
  /** `undefined` for a list that cannot be read. */
  readonly bridges?: readonly Bridge[] | undefined;
}

type World = (seconds: number) => Readonly<Record<number, Shown>>;

const startMs = Date.parse('2026-11-30T10:00:00.000Z');

function timeOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(startMs + at * 1000).toISOString();
}

interface Followed {
  readonly outcome: Verdict['outcome'];
  readonly seconds: number;
}

async function followIn(world: World, given: Partial<FollowRequest> = {}): Promise<Followed> {
  const clock = createVirtualClock();
  const beginMs = clock.nowMs();
  const seconds = (): number => (clock.nowMs() - beginMs) / 1000;
  const shown = (id: number): Shown => world(seconds())[id] ?? { status: 'created' };
  const gitlab: FollowDeps['gitlab'] = {
    fetchPipeline: ({ pipelineId: id }) => {
      const { status, at } = shown(id);
      return Promise.resolve(ok(pipelineWith({ id, status, updatedAt: timeOf(at) })));
    },
    fetchJobs: ({ pipelineId: id }) =>
      Promise.resolve(ok({ items: shown(id).jobs ?? [], truncated: 'complete' })),
    fetchBridges: ({ pipelineId: id }) => {
      const each = shown(id);
      if ('bridges' in each && each.bridges === undefined) return Promise.resolve(lost());
      return Promise.resolve(ok({ items: each.bridges ?? [], truncated: 'complete' }));
    },
    listPipelines: () => Promise.resolve(ok([])),
    playJob: () => Promise.resolve(lost()),
  };
  const request = followWith({ outageTimeoutMs: 30_000, pollInterval: 1000, ...given });
  const { signal } = new AbortController();
  const events = followPipeline(
    { gitlab, clock, random: () => 0.5 },
    { pipeline: pipelineWith(), request, signal },
  );
  const drain = async (): Promise<Verdict> => {
    for (;;) {
      const step = await events.next();
      if (step.done === true) return step.value;
    }
  };
  const { outcome } = await clock.run(drain());
  return { outcome, seconds: seconds() };
}

const job = (id: number, name: string, status: string): Job => jobWith({ id, name, status });

function bridgeTo(pipelineId: number, status: string, id = 1000 + pipelineId): Bridge {
  const downstream = {
    projectId: 42,
    pipelineId,
    status,
    webUrl: `https://gitlab.example.com/${pipelineId}`,
  };
  return { ...jobWith({ id, name: 'deploy' }), downstream };
}

/** From 2 s on a retry is seen; it fails at 12 s. A replica shows what was before from 6 to 8 s. */
function retried(before: Shown, again: (status: 'running' | 'failed') => Shown): (s: number) => Shown {
  return (s) => (s < 2 ? before : s >= 6 && s <= 8 ? before : again(s < 12 ? 'running' : 'failed'));
}

/** Whether `updated_at` is there. */
const times = [true, false];

describe('a replica that shows what was before, for some polls', () => {
  test.each(times)('does not undo a retry of a chosen job, with times: %s', async (hasTimes) => {
    const at = (second: number): Pick<Shown, 'at'> => (hasTimes ? { at: second } : {});
    const others = job(2, 'b', 'running');
    const one = retried(
      { status: 'running', ...at(0), jobs: [job(1, 'a', 'success'), others] },
      (status) => ({
        status: 'running',
        ...at(2),
        jobs: [job(1, 'a', 'success'), job(5, 'a', status), others],
      }),
    );
    const world: World = (s) => ({ 257: one(s < 2 ? 2 : s) });
    const got = await followIn(world, { jobs: ['a'] });
    expect(got.outcome).toBe('failed');
    expect(got.seconds).toBeGreaterThanOrEqual(12);
  });

  test('does not undo the play of a chosen job', async () => {
    const world: World = (s) => ({
      257: {
        status: 'running',
        jobs: [job(1, 'a', s >= 6 && s <= 8 ? 'manual' : s < 12 ? 'running' : 'failed')],
      },
    });
    const got = await followIn(world, { jobs: ['a'], accept: new Set(['success', 'manual']) });
    expect(got.outcome).toBe('failed');
  });

  test.each(times)('does not undo the retry of a pipeline below, with times: %s', async (hasTimes) => {
    const at = (second: number): Pick<Shown, 'at'> => (hasTimes ? { at: second } : {});
    const child = retried({ status: 'success', ...at(1), jobs: [job(3, 'b', 'success')] }, (status) => ({
      status,
      ...at(status === 'running' ? 3 : 12),
      jobs: [job(3, 'b', 'success'), job(9, 'b', status)],
    }));
    const world: World = (s) => ({
      257: {
        status: s < 5 ? 'running' : 'success',
        ...at(s < 5 ? 0 : 5),
        bridges: [bridgeTo(300, 'success')],
      },
      300: child(s),
    });
    const got = await followIn(world, { downstream: 'require' });
    expect(got.outcome).toBe('failed');
    expect(got.seconds).toBeGreaterThanOrEqual(12);
  });

  test.each(times)('does not undo the retry of a trigger job, with times: %s', async (hasTimes) => {
    const at = (second: number): Pick<Shown, 'at'> => (hasTimes ? { at: second } : {});
    const isOld = (s: number): boolean => s < 2 || (s >= 6 && s <= 8);
    const state = (s: number): string => (s < 12 ? 'running' : 'failed');
    const world: World = (s) => ({
      257: {
        status: s < 5 ? 'running' : 'success',
        ...at(s < 5 ? 0 : 5),
        bridges: isOld(s) ? [bridgeTo(300, 'success', 2)] : [bridgeTo(301, state(s), 12)],
      },
      300: { status: 'success', ...at(1), jobs: [job(3, 'b', 'success')] },
      301: { status: state(s), ...at(s < 12 ? 2 : 12), jobs: [job(4, 'b', state(s))] },
    });
    expect(await followIn(world, { downstream: 'require' })).toEqual({ outcome: 'failed', seconds: 12 });
  });

  test.each(['show', 'require', 'ignore'] as const)(
    'does not end a pipeline that runs again, with downstream: %s',
    async (downstream) => {
      const again = (status: string): readonly Job[] => [job(1, 'a', 'success'), job(9, 'a', status)];
      const world: World = (s) => {
        const old = { status: 'success', at: 0, jobs: [job(1, 'a', 'success')] };
        const status = s < 12 ? 'running' : 'failed';
        const root = s >= 6 && s <= 8 ? old : { status, at: s < 12 ? 4 : 12, jobs: again(status) };
        return { 257: root };
      };
      expect(await followIn(world, { downstream })).toEqual({ outcome: 'failed', seconds: 12 });
    },
  );

  test('is remembered from a poll that failed as a whole', async () => {
    const world: World = (s) => {
      const seen: Shown = {
        status: 'running',
        at: 3,
        jobs: [job(1, 'a', 'success'), job(9, 'a', 'running')],
        bridges: undefined,
      };
      const old: Shown = { status: 'success', at: 0, jobs: [job(1, 'a', 'success')] };
      const now: Shown = { status: 'failed', at: 12, jobs: [job(1, 'a', 'success'), job(9, 'a', 'failed')] };
      return { 257: s < 2 ? seen : s < 12 ? old : now };
    };
    expect(await followIn(world, { downstream: 'require' })).toEqual({ outcome: 'failed', seconds: 12 });
  });
});

describe('a replica that flaps', () => {
  test('delays no failure that another one shows', async () => {
    const world: World = (s) => {
      const old: Shown = { status: 'success', at: 0, jobs: [job(1, 'a', 'success')] };
      const status = s < 10 ? 'running' : 'failed';
      const now: Shown = { status, at: s < 10 ? 2 : 10, jobs: [job(1, 'a', 'success'), job(9, 'a', status)] };
      return { 257: s > 0 && s % 2 === 1 ? old : now };
    };
    expect(await followIn(world)).toEqual({ outcome: 'failed', seconds: 10 });
  });
});

describe('a pipeline that stays as it was before', () => {
  const world =
    (lagSeconds: number): World =>
    (s) =>
      s < 3
        ? { 257: { status: 'running', at: 2, jobs: [job(1, 'a', 'running')] } }
        : { 257: { status: 'success', at: 2 - lagSeconds, jobs: [job(1, 'a', 'success')] } };

  test('is polled like an outage', async () => {
    const { outcome, seconds } = await followIn(world(2));
    expect(outcome).toBe('outage');
    expect(seconds).toBeLessThan(40);
  });

  test('by no more than clocks differ is believed when no replica lags so long', async () => {
    const { outcome, seconds } = await followIn(world(0.2));
    expect(outcome).toBe('success');
    expect(seconds).toBeGreaterThanOrEqual(63);
    expect(seconds).toBeLessThan(75);
  });
});
