import { describe, expect, test } from '@jest/globals';

import { followPipeline } from '../../../src/follow/follow-pipeline.js';
import type { FollowDeps } from '../../../src/follow/progress.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { Bridge, Job, Paged } from '../../../src/model/pipeline.js';
import type { FollowRequest } from '../../../src/model/requests.js';
import { placesOf } from '../../../src/model/snapshot.js';
import type { Verdict } from '../../../src/model/verdict.js';
import { sleep } from '../../../src/base/clock.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { followWith, jobWith, lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

/** A pipeline at some moment. */
interface Fake {
  readonly status: string;
  readonly group?: string;
  readonly jobs?: readonly Job[] | Reply<never>;
  readonly below?: readonly Bridge[];
}

/** An honest GitLab: all pipelines at a time in seconds since the start. */
type World = (seconds: number) => Readonly<Record<number, Fake>>;

interface Followed {
  readonly verdict: Verdict;
  readonly error?: unknown;
  readonly seconds: number;
  /** Every request, as `second what id`. */
  readonly asked: readonly string[];
}

async function followIn(
  world: World,
  given: Partial<FollowRequest> = {},
  hintsAt?: (seconds: number, requests: number) => Extract<Reply<unknown>, { kind: 'ok' }>['hints'],
  tookMs = 0,
): Promise<Followed> {
  const clock = createVirtualClock();
  const startMs = clock.nowMs();
  const asked: string[] = [];
  const seconds = (): number => (clock.nowMs() - startMs) / 1000;
  const hinted = <T>(reply: Reply<T>): Reply<T> =>
    reply.kind === 'ok' && hintsAt !== undefined
      ? { ...reply, hints: { ...reply.hints, ...hintsAt(seconds(), asked.length) } }
      : reply;
  const fakeOf = (what: string, id: number): Fake | undefined => {
    asked.push(`${seconds()} ${what} ${id}`);
    return world(seconds())[id];
  };
  const listed = <T>(items: readonly T[] | Reply<never> | undefined): Reply<Paged<T>> => {
    if (items === undefined) return refused({ status: 404 });
    return 'kind' in items ? items : hinted(ok({ items, truncated: 'complete' }));
  };
  const gitlab: FollowDeps['gitlab'] = {
    fetchPipeline: async ({ pipelineId: id }, signal) => {
      const fake = fakeOf('pipeline', id);
      if (tookMs > 0) await sleep(clock, tookMs, signal);
      const { status, group: statusGroup } = fake ?? {};
      if (fake?.status === 'unreachable') return lost();
      return status === undefined
        ? refused({ status: 404 })
        : hinted(ok(pipelineWith({ id, status, statusGroup })));
    },
    fetchJobs: ({ pipelineId: id }) => {
      const fake = fakeOf('jobs', id);
      return Promise.resolve(
        listed(
          fake === undefined
            ? undefined
            : (fake.jobs ?? [jobWith({ id: 5000 + id, name: `job ${id}`, status: fake.status })]),
        ),
      );
    },
    fetchBridges: ({ pipelineId: id }) => {
      const fake = fakeOf('bridges', id);
      return Promise.resolve(listed(fake === undefined ? undefined : (fake.below ?? [])));
    },
    listPipelines: () => Promise.resolve(ok([])),
    playJob: () => Promise.resolve(refused({ status: 403, texts: ['403 Forbidden'] })),
  };
  const following = followPipeline(
    { gitlab, clock, random: () => 0.5 },
    {
      pipeline: pipelineWith(),
      request: followWith({
        timeoutMs: 600_000,
        outageTimeoutMs: 30_000,
        pollInterval: 1000,
        downstream: 'require',
        ...given,
      }),
      signal: new AbortController().signal,
    },
  );
  const drain = async (): Promise<Verdict> => {
    for (;;) {
      const step = await following.next();
      if (step.done === true) return step.value;
    }
  };
  const verdict = await clock.run(drain());
  return { verdict, seconds: seconds(), asked };
}

/** A trigger job that started pipeline `id`, which it shows with this status. */
function bridgeTo(id: number, status: string, more: Partial<Bridge> = {}): Bridge {
  const webUrl = `https://gitlab.example.com/${id}`;
  return {
    ...jobWith({ id: 1000 + id, name: `to ${id}` }),
    downstream: { projectId: 42, pipelineId: id, status, webUrl },
    ...more,
  };
}

const rootUntil = (endS: number, seconds: number, below: readonly Bridge[]): Fake => ({
  status: seconds > endS ? 'success' : 'running',
  below,
});

const optional = { allowFailure: true } as const;

describe('what has ended below the pipeline is read afresh before it decides', () => {
  /** Job 300/opt of a pipeline that stays a success. */
  const optJobs = (opt: Partial<Job>): readonly Job[] => [
    jobWith({ id: 5300, name: 'pack' }),
    jobWith({ id: 5301, name: 'opt', allowFailure: true, ...opt }),
  ];
  /** A manual trigger job of the ended child is played after 3 s; what it starts ends like this. */
  const playedUntil =
    (endS: number, end: 'success' | 'failed'): World =>
    (seconds) => {
      const status = seconds < endS ? 'running' : end;
      const bridge =
        seconds < 3
          ? bridgeTo(400, '', { status: 'manual', ...optional, downstream: undefined })
          : bridgeTo(400, status, optional);
      return {
        257: rootUntil(8, seconds, [bridgeTo(300, 'success')]),
        300: { status: 'success', below: [bridge] },
        400: { status },
      };
    };
  const onlySuccess = { accept: new Set(['success'] as const) };

  test.each<{ name: string; world: World; request?: Partial<FollowRequest>; want: string; atS: number }>([
    {
      name: 'a trigger job of an ended child that was played later',
      world: playedUntil(6, 'failed'),
      want: 'failed',
      atS: 9,
    },
    {
      name: 'the same, still running when the pipeline ends: it is followed further',
      world: playedUntil(20, 'success'),
      want: 'success',
      atS: 20,
    },
    {
      name: 'a grandchild that was run again',
      world: (s) => {
        const status = s < 3 ? 'success' : s < 6 ? 'running' : 'failed';
        return {
          257: rootUntil(8, s, [bridgeTo(300, 'success')]),
          300: { status: 'success', below: [bridgeTo(400, status)] },
          400: { status },
        };
      },
      want: 'failed',
      atS: 9,
    },
    {
      name: 'a grandchild that failed, was run again and passed',
      world: (s) => {
        const status = s < 3 ? 'failed' : 'success';
        return {
          257: rootUntil(8, s, [bridgeTo(300, 'success')]),
          300: { status: 'success', below: [bridgeTo(400, status, { ...optional })] },
          400: {
            status,
            ...(status === 'failed' ? { jobs: [jobWith({ id: 7, name: 'job 400', status })] } : {}),
          },
        };
      },
      want: 'success',
      atS: 9,
    },
    {
      name: 'a child that GitLab calls a success with warnings now',
      world: (s) => ({
        257: rootUntil(8, s, [bridgeTo(300, 'success')]),
        300: {
          status: 'success',
          group: s < 3 ? 'success' : 'success-with-warnings',
          jobs: optJobs({ status: s < 3 ? 'manual' : 'failed' }),
        },
      }),
      request: onlySuccess,
      want: 'warnings',
      atS: 9,
    },
    {
      name: 'a chosen job that was run again',
      world: (s) => ({
        257: {
          ...rootUntil(8, s, [bridgeTo(300, 'success')]),
          jobs: [jobWith({ name: 'slow', status: s > 8 ? 'success' : 'running' })],
        },
        300: { status: 'success', jobs: s < 3 ? optJobs({}) : optJobs({ id: 5400, status: 'failed' }) },
      }),
      request: { ...onlySuccess, downstream: 'show', jobs: ['slow', 'to 300/opt'] },
      want: 'warnings',
      atS: 9,
    },
    {
      name: 'a chosen job that runs again: it is followed further',
      world: (s) => ({
        257: {
          ...rootUntil(8, s, [bridgeTo(300, 'success')]),
          jobs: [jobWith({ name: 'slow', status: s > 8 ? 'success' : 'running' })],
        },
        300: {
          status: 'success',
          jobs: s < 7 ? optJobs({}) : optJobs({ id: 5400, status: s < 12 ? 'running' : 'failed' }),
        },
      }),
      request: { ...onlySuccess, downstream: 'show', jobs: ['slow', 'to 300/opt'] },
      want: 'warnings',
      atS: 12,
    },
    {
      name: 'a job that a glob matches in a pipeline started later',
      world: (s) => ({
        257: {
          ...rootUntil(8, s, [bridgeTo(300, 'success')]),
          jobs: [jobWith({ status: s > 8 ? 'success' : 'running' })],
        },
        300: {
          status: 'success',
          below: s < 3 ? [] : [bridgeTo(400, 'failed', optional)],
        },
        400: { status: 'failed', jobs: [jobWith({ id: 9, name: 'late', status: 'failed' })] },
      }),
      request: { downstream: 'show', jobs: ['*'] },
      want: 'failed',
      atS: 9,
    },
  ])('$name', async ({ world, request, want, atS }) => {
    const { verdict, seconds } = await followIn(world, request);
    expect([verdict.outcome, seconds]).toEqual([want, atS]);
  });

  test.each(['show', 'require'] as const)(
    'so that results come from the newest attempt, with downstream: %s',
    async (downstream) => {
      const world: World = (s) => ({
        257: rootUntil(8, s, [bridgeTo(300, 'success')]),
        300: {
          status: 'success',
          jobs: [
            ...(s > 3 ? [jobWith({ id: 5301, name: 'pack' })] : []),
            jobWith({ id: 5300, name: 'pack' }),
          ],
        },
      });
      const { verdict } = await followIn(world, { downstream });
      const [, child] = verdict.snapshot === undefined ? [] : placesOf(verdict.snapshot.root);
      expect(child?.node.jobs[0]?.job.id).toBe(5301);
    },
  );

  test('also where the pipeline has failed, for the results of what failed', async () => {
    const world: World = (s) => ({
      257: {
        status: s > 8 ? 'failed' : 'running',
        jobs: [jobWith({ status: s > 8 ? 'failed' : 'running' })],
        below: [bridgeTo(300, 'success')],
      },
      300: { status: 'success', jobs: s < 3 ? optJobs({}) : optJobs({ id: 5400, status: 'failed' }) },
    });
    const { verdict } = await followIn(world);
    const [, child] = verdict.snapshot === undefined ? [] : placesOf(verdict.snapshot.root);
    expect([verdict.outcome, child?.node.jobs[1]?.job.id]).toEqual(['failed', 5400]);
  });

  test('and not believed while that reading fails', async () => {
    const world: World = (s) => ({
      257: rootUntil(8, s, [bridgeTo(300, 'success')]),
      300: { status: 'success', below: [bridgeTo(400, s < 3 ? 'success' : 'failed')] },
      400: { status: s < 3 ? 'success' : 'failed', ...(s > 8 && s < 15 ? { jobs: lost() } : {}) },
    });
    expect((await followIn(world)).verdict.outcome).toBe('failed');
  });
});

describe('a manual job that may not be played, with downstream: require', () => {
  const request: Partial<FollowRequest> = { onManual: 'play', accept: new Set(['success', 'manual']) };
  const held = (s: number, below: readonly Bridge[]): Fake => ({
    status: s > 8 ? 'manual' : 'running',
    jobs: [jobWith({ name: 'approve', status: s > 8 ? 'manual' : 'created' })],
    below,
  });

  test.each<{ name: string; world: World }>([
    {
      name: 'a child that still runs, and fails',
      world: (s) => {
        const status = s < 20 ? 'running' : 'failed';
        return { 257: held(s, [bridgeTo(300, status)]), 300: { status } };
      },
    },
    {
      name: 'what has failed since below an ended child',
      world: (s) => {
        const status = s < 3 ? 'success' : 'failed';
        return {
          257: held(s, [bridgeTo(300, 'success')]),
          300: { status: 'success', below: [bridgeTo(400, status)] },
          400: { status },
        };
      },
    },
  ])('does not end following before $name', async ({ world }) => {
    expect((await followIn(world, request)).verdict.outcome).toBe('failed');
  });

  test('ends it as manual where all below has passed', async () => {
    const world: World = (s) => ({ 257: held(s, [bridgeTo(300, 'success')]), 300: { status: 'success' } });
    const { verdict, seconds } = await followIn(world, request);
    expect([verdict.outcome, seconds]).toEqual(['manual', 13]);
  });
});

test.each([
  ['require', []],
  ['show', ['*']],
  ['show', ['job 257', 'to 258/*']],
] as const)(
  'a tree that is too deep to be read passes in no case, with downstream: %s and jobs: %j',
  async (downstream, jobs) => {
    const world: World = (s) =>
      Object.fromEntries(
        Array.from({ length: 25 }, (_, index) => {
          const id = 257 + index;
          const own = id === 257 && s < 5 ? 'running' : 'success';
          const isLast = index === 24;
          return [
            id,
            isLast
              ? { status: 'failed' }
              : { status: own, below: [bridgeTo(id + 1, index === 23 ? 'failed' : 'success', optional)] },
          ];
        }),
      );
    const { verdict } = await followIn(world, { downstream, jobs: [...jobs] });
    expect(verdict).toMatchObject({
      outcome: 'outage',
      question: 'the pipeline that to 278 started is not read: 20 levels of the tree are read',
    });
  },
);

describe('an outage that begins with that reading', () => {
  test('lasts as long as outage_timeout from there on', async () => {
    // The reading before it, which showed the end, was a good one.
    const below = [bridgeTo(300, 'success')];
    const world: World = (s) => ({
      257: { status: s >= 8 ? 'unreachable' : s > 4 ? 'success' : 'running', jobs: [jobWith()], below },
      300: { status: 'success' },
    });
    const followed = await followIn(world, { outageTimeoutMs: 10_000 }, undefined, 3000);
    const looks = followed.asked.filter((each) => each.endsWith('pipeline 257'));
    const failingS = looks.map((look) => Number(look.split(' ')[0])).find((second) => second >= 8) ?? NaN;
    expect(followed.verdict.outcome).toBe('outage');
    expect(followed.seconds - failingS).toBeGreaterThanOrEqual(10);
  });
});

describe('the requests of that reading', () => {
  const still: World = (s) => ({
    257: rootUntil(8, s, [bridgeTo(300, 'success'), bridgeTo(301, 'success')]),
    300: { status: 'success', below: [bridgeTo(400, 'success')] },
    301: { status: 'success' },
    400: { status: 'success' },
  });
  const requestsOf = ({ asked }: Followed, second: number): readonly string[] =>
    asked.filter((each) => each.startsWith(`${second} `));

  test('are those of the tree, once', async () => {
    const followed = await followIn(still);
    expect(followed.verdict.outcome).toBe('success');
    expect(requestsOf(followed, 8)).toHaveLength(3);
    expect(requestsOf(followed, 9)).toHaveLength(3 + 4 * 3);
  });

  test('are none where the poll has read everything', async () => {
    const atOnce = await followIn((s) => ({ ...still(s), 257: { ...still(9)[257], status: 'success' } }));
    expect([atOnce.verdict.outcome, atOnce.asked]).toMatchObject(['success', { length: 4 * 3 }]);
    const together: World = (s) => {
      const status = s > 8 ? 'success' : 'running';
      return { 257: { status, below: [bridgeTo(300, status)] }, 300: { status } };
    };
    const followed = await followIn(together);
    expect(requestsOf(followed, 9)).toHaveLength(2 * 3);
  });

  test.each(['ignore', 'show'] as const)(
    'are none without anything below, with downstream: %s',
    async (downstream) => {
      const followed = await followIn((s) => ({ 257: rootUntil(8, s, []) }), { downstream });
      expect(requestsOf(followed, 9).length).toBeLessThanOrEqual(3);
    },
  );

  test('wait for the reset of a limit that leaves too few', async () => {
    const left = (s: number): number => (s < 9 ? 100 : s < 40 ? 10 : 60);
    const followed = await followIn(still, {}, (s) => ({
      allowance: { limit: 60, remaining: left(s), resetAfterMs: s < 40 ? (40 - s) * 1000 : 60_000 },
    }));
    expect([followed.verdict.outcome, followed.seconds]).toEqual(['success', 41]);
    expect(requestsOf(followed, 41)).toHaveLength(4 * 3);
  });
});

describe('an empty list without the headers that GitLab sends with one', () => {
  const world: World = (s) => ({
    257: { status: s > 4 ? 'success' : 'running', below: s < 6 ? [] : [bridgeTo(300, 'failed')] },
    300: { status: 'failed' },
  });

  test.each([
    { isPaged: true, want: ['success', 5] },
    { isPaged: undefined, want: ['failed', 6] },
  ] as const)('is polled again before it decides: isPaged $isPaged', async ({ isPaged, want }) => {
    const { verdict, seconds } = await followIn(world, {}, () => ({ isPaged }));
    expect([verdict.outcome, seconds]).toEqual(want);
  });

  test.each([
    { jobs: 'job 257', want: ['success', 5] },
    { jobs: '*257', want: ['success', 67] },
  ] as const)('holds up no chosen job that does not depend on it: $jobs', async ({ jobs, want }) => {
    const alone: World = (s) => ({ 257: { status: s > 4 ? 'success' : 'running' } });
    const { verdict, seconds } = await followIn(alone, { jobs: [jobs] }, () => ({ isPaged: undefined }));
    expect([verdict.outcome, seconds]).toEqual(want);
  });

  test.each([
    { status: 'success', fromS: 65, toS: 75 },
    { status: 'failed', fromS: 5, toS: 7 },
    { status: 'canceled', fromS: 7, toS: 7 },
  ])(
    'decides where it lasts, as behind a proxy that removes headers: $status after $fromS s',
    async ({ status, fromS, toS }) => {
      const alone: World = (s) => ({ 257: { status: s > 4 ? status : 'running' } });
      const { verdict, seconds } = await followIn(alone, {}, () => ({ isPaged: undefined }));
      expect(verdict.outcome).toBe(status);
      expect(seconds).toBeGreaterThanOrEqual(fromS);
      expect(seconds).toBeLessThanOrEqual(toS);
    },
  );

  test.each([
    { status: 'failed', want: 'failed after 5 s' },
    { status: 'success', want: 'no job of pipeline 257 matches nowhere' },
  ])('does not hide that a chosen job is $status beside a line without a job', async ({ status, want }) => {
    const alone: World = (s) => ({ 257: { status: s > 4 ? status : 'running' } });
    const followed = followIn(alone, { jobs: ['job 257', 'nowhere'] }, () => ({ isPaged: undefined }));
    const told = await followed.then(
      ({ verdict, seconds }) => `${verdict.outcome} after ${seconds} s`,
      (error: unknown) => String(error),
    );
    expect(told).toContain(want);
  });

  test('of another server is not believed for three polls, nor for half a minute', async () => {
    const stranger: World = (s) => ({
      257: { status: s > 4 ? 'success' : 'running', below: s < 30 ? [] : [bridgeTo(300, 'failed')] },
      300: { status: 'failed' },
    });
    const { verdict } = await followIn(stranger, {}, () => ({ isPaged: undefined }));
    expect(verdict.outcome).toBe('failed');
  });

  test.each([
    { status: 'success', want: 5 },
    { status: 'canceled', want: 7 },
  ])('with downstream: show, holds up what can hide a failure: $status until $want s', async (given) => {
    const alone: World = (s) => ({ 257: { status: s > 4 ? given.status : 'running' } });
    const { verdict, seconds } = await followIn(alone, { downstream: 'show' }, () => ({
      isPaged: undefined,
    }));
    expect([verdict.outcome, seconds]).toEqual([given.status, given.want]);
  });
});

describe('a part of what has ended below that cannot be read any more', () => {
  const broken: World = (s) => ({
    257: rootUntil(4, s, [bridgeTo(300, 'success')]),
    300: { status: 'success', jobs: s < 2 ? [jobWith()] : lost() },
  });

  test.each(['show', 'require'] as const)(
    'is polled three times, and holds up no verdict for longer, with downstream: %s',
    async (downstream) => {
      const { verdict, seconds } = await followIn(broken, { downstream });
      expect([verdict.outcome, seconds]).toEqual(['success', 7]);
    },
  );
});
