import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { AbortedError } from '../../../src/base/errors.js';
import { followPipeline } from '../../../src/follow/follow-pipeline.js';
import type { FollowDeps } from '../../../src/follow/progress.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { FollowEvent } from '../../../src/model/events.js';
import { type Bridge, type Job, type Pipeline, pipelineStatuses } from '../../../src/model/pipeline.js';
import type { FollowRequest } from '../../../src/model/requests.js';
import type { Verdict } from '../../../src/model/verdict.js';
import { type VirtualClock, createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { followWith, jobWith, lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

const request = followWith({ timeoutMs: 600_000, outageTimeoutMs: 60_000, pollInterval: 10_000 });

interface Followed {
  readonly events: readonly FollowEvent[];
  readonly verdict: Verdict;
  readonly polls: number;
  readonly nowMs: number;
}

/** Follows a pipeline in virtual time; each look gets the next reply, the last one for ever. */
async function followReplies(
  replies: readonly (Reply<Pipeline> | 'never')[],
  given: {
    readonly request?: Partial<FollowRequest>;
    readonly abortAtMs?: number;
    /** The jobs at each look; the last ones for ever. */
    readonly jobs?: readonly Reply<readonly Job[]>[];
    readonly playJob?: FollowDeps['gitlab']['playJob'];
    /** How long it takes to play a job. */
    readonly playMs?: (jobId: number) => number;
    readonly listPipelines?: FollowDeps['gitlab']['listPipelines'];
    /** The trigger jobs at each look; the last ones for ever. */
    readonly bridges?: readonly (readonly Bridge[])[];
    readonly fetchCommitStatuses?: FollowDeps['gitlab']['fetchCommitStatuses'];
  } = {},
): Promise<Followed> {
  const clock: VirtualClock = createVirtualClock();
  let polls = 0;
  const jobsAt = (poll: number): Reply<readonly Job[]> =>
    given.jobs?.[Math.min(poll, given.jobs.length) - 1] ?? ok([]);
  const gitlab: FollowDeps['gitlab'] = {
    fetchJobs: () => {
      const reply = jobsAt(polls);
      return Promise.resolve(
        reply.kind === 'ok' ? { ...reply, value: { items: reply.value, truncated: 'complete' } } : reply,
      );
    },
    fetchBridges: () => {
      const items = given.bridges?.[Math.min(polls, given.bridges.length) - 1] ?? [];
      return Promise.resolve(ok({ items, truncated: 'complete' }));
    },
    ...(given.fetchCommitStatuses && { fetchCommitStatuses: given.fetchCommitStatuses }),
    // That nothing is known of earlier pipelines is the plainest case.
    listPipelines: given.listPipelines ?? (() => Promise.resolve(ok([]))),
    playJob: async (call, signal) => {
      if (given.playJob === undefined) throw new Error('no job was to be played');
      if (given.playMs !== undefined) await sleep(clock, given.playMs(call.jobId), signal);
      return await given.playJob(call, signal);
    },
    fetchPipeline: async (_call, signal) => {
      const reply = replies[Math.min(polls, replies.length - 1)] ?? 'never';
      polls += 1;
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
      if (step.value.kind !== 'snapshot') events.push(step.value);
    }
  };
  const verdict = await clock.run(drain());
  return { events, verdict, polls, nowMs: clock.nowMs() };
}

const at = (status: string, more: Partial<Pipeline> = {}): Reply<Pipeline> =>
  ok(pipelineWith({ status, ...more }));

function changedTo(status: string, elapsedMs: number): FollowEvent {
  return { kind: 'pipeline_changed', elapsedMs, path: [], pipeline: pipelineWith({ status }), known: true };
}

describe('followPipeline', () => {
  test('reports each change once and ends with the outcome', async () => {
    const { events, verdict } = await followReplies([
      at('created'),
      at('running'),
      at('running'),
      at('success'),
    ]);
    expect(events).toEqual([
      changedTo('created', 0),
      changedTo('running', 10_000),
      changedTo('success', 30_000),
    ]);
    expect(verdict).toEqual({
      outcome: 'success',
      pipeline: pipelineWith({ status: 'success' }),
      snapshot: {
        root: { pipeline: pipelineWith({ status: 'success' }), jobs: [], bridges: [] },
        unreadable: [],
      },
      elapsedMs: 30_000,
    });
  });

  test.each(['success', 'failed', 'canceled', 'skipped', 'manual'])(
    'ends with the outcome %s',
    async (status) => {
      expect((await followReplies([at(status)])).verdict.outcome).toBe(status);
    },
  );

  test('ends with warnings after an allowed failure', async () => {
    const { verdict } = await followReplies([at('success', { statusGroup: 'success-with-warnings' })]);
    expect(verdict.outcome).toBe('warnings');
  });

  const goingOn = [...pipelineStatuses, 'dreaming', ''].filter(
    (status) => !['success', 'failed', 'canceled', 'skipped', 'manual'].includes(status),
  );
  test.each(goingOn)("continues while the status is '%s'", async (status) => {
    expect((await followReplies([at(status)])).verdict.outcome).toBe('timeout');
  });

  test('reports an unknown status once, as unknown', async () => {
    const { events } = await followReplies([at('dreaming'), at('dreaming'), at('success')]);
    expect(events[0]).toEqual({ ...changedTo('dreaming', 0), known: false });
    expect(events).toHaveLength(2);
  });

  test('ends at its timeout, with one last poll', async () => {
    const { verdict, nowMs } = await followReplies([at('running')], { request: { timeoutMs: 25_000 } });
    expect({ outcome: verdict.outcome, nowMs }).toEqual({ outcome: 'timeout', nowMs: 25_000 });
  });

  test('finds the outcome of a pipeline that ends right at the timeout', async () => {
    const { verdict } = await followReplies([at('running'), at('running'), at('running'), at('success')], {
      request: { timeoutMs: 25_000 },
    });
    expect(verdict.outcome).toBe('success');
  });

  test('ends at most five seconds after its timeout during a poll that never ends', async () => {
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
  ])('survives $name, and reports once when it begins and once when it ends', async ({ reply }) => {
    const { events, verdict } = await followReplies([at('running'), reply, reply, at('success')]);
    expect(events.map(({ kind }) => kind)).toEqual([
      'pipeline_changed',
      'poll_failed',
      'poll_recovered',
      'pipeline_changed',
    ]);
    expect(verdict.outcome).toBe('success');
  });

  test('ends after outage_timeout in an outage, with the last known pipeline', async () => {
    const { verdict, nowMs } = await followReplies([at('running'), lost()]);
    expect({ outcome: verdict.outcome, status: verdict.pipeline.status, nowMs }).toEqual({
      outcome: 'outage',
      status: 'running',
      nowMs: 70_000,
    });
  });

  test('gives every outage the whole of outage_timeout', async () => {
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

  test('respects a longer pause that the server asks for', async () => {
    const throttled = refused({ status: 429, hints: { retryAfterMs: 42_000 } });
    const { nowMs } = await followReplies([throttled, at('success')]);
    expect(nowMs).toBe(42_000);
  });

  test.each([401, 403])('ends at once with %d once the pipeline was read', async (status) => {
    await expect(followReplies([at('running'), refused({ status })])).rejects.toMatchObject({ exitCode: 3 });
  });

  describe('when GitLab does not find the pipeline', () => {
    const missing = refused({ status: 404, texts: ['404 Not found'] });
    const times = (count: number): readonly Reply<Pipeline>[] => Array<Reply<Pipeline>>(count).fill(missing);
    const patient = { request: { outageTimeoutMs: 300_000 } };

    test.each([
      { name: 'right after creation', replies: [...times(5), at('success')] },
      { name: 'once it was read', replies: [at('running'), ...times(5), at('success')] },
      { name: 'twice', replies: [at('running'), ...times(4), at('running'), ...times(4), at('success')] },
    ])('takes that for a replica that lags: $name', async ({ replies }) => {
      const { verdict, events } = await followReplies(replies, patient);
      expect(verdict.outcome).toBe('success');
      const failures = events.flatMap((event) => (event.kind === 'poll_failed' ? [event] : []));
      const why = expect.stringMatching(/404.*; a replica of its database may lag$/) as unknown;
      expect(failures[0]).toMatchObject({ why, retryTimeoutMs: 60_000 });
    });

    test.each([[[]], [[at('running')]], [[at('running'), lost()]]])(
      'ends when no replica may lag so long (%#)',
      async (before) => {
        const end = followReplies([...before, ...times(7), at('success')], patient);
        await expect(end).rejects.toMatchObject({ code: 'not_found', exitCode: 3 });
      },
    );

    test('takes that for a replica that lags where the jobs decide and their list is not found', async () => {
      const jobs = [ok([jobWith({ status: 'running' })]), missing, missing, ok([jobWith()])];
      const given = { jobs, request: { ...patient.request, jobs: followWith({ jobs: ['*'] }).jobs } };
      const { verdict } = await followReplies([at('running')], given);
      expect(verdict.outcome).toBe('success');
    });

    test.each([0, 20_000])('waits no longer than outage_timeout, as with %i ms', async (outageTimeoutMs) => {
      const replies = [at('running'), ...times(1 + outageTimeoutMs / 10_000), at('success')];
      const end = followReplies(replies, { request: { outageTimeoutMs } });
      await expect(end).rejects.toMatchObject({ code: 'not_found', exitCode: 3 });
    });

    test('ends at once when the route is missing, and not the pipeline', async () => {
      const route = refused({ status: 404, shape: 'error', texts: ['404 Not Found'] });
      await expect(followReplies([at('running'), route, at('success')], patient)).rejects.toMatchObject({
        exitCode: 3,
      });
    });
  });

  test.each([
    { name: 'between two looks', replies: [at('running')], abortAtMs: 15_000 },
    { name: 'during a look', replies: [at('running'), 'never' as const], abortAtMs: 15_000 },
    { name: 'before the first look has ended', replies: ['never' as const], abortAtMs: 1 },
  ])('ends at once with an abort $name', async ({ replies, abortAtMs }) => {
    await expect(followReplies(replies, { abortAtMs })).rejects.toMatchObject({ name: 'AbortedError' });
  });

  test('polls a pipeline again that has ended while one of its jobs has not', async () => {
    const { verdict } = await followReplies([at('failed'), at('running'), at('success')], {
      jobs: [
        ok([jobWith({ status: 'failed' }), jobWith({ id: 2, status: 'pending' })]),
        ok([jobWith({ id: 2, status: 'running' })]),
        ok([jobWith({ id: 2, status: 'success' })]),
      ],
    });
    expect(verdict.outcome).toBe('success');
  });

  test('believes a doubtful outcome at the third poll', async () => {
    const { verdict, polls } = await followReplies([at('canceled')], {
      jobs: [ok([jobWith({ status: 'canceling' })])],
    });
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'canceled', polls: 3 });
  });

  describe('a success beside a job that has failed', () => {
    const red = ok([jobWith({ status: 'failed' })]);
    const green = ok([jobWith({ status: 'success' })]);
    const many = <T>(item: T, count: number): readonly T[] => Array<T>(count).fill(item);

    // A fixed interval of 10 s: a doubt is polled after 1 s, and after 5 s while it waits for a replica.
    test.each([1, 3, 5, 13])(
      'is not believed before the replica of the pipeline shows the failure (after %i polls)',
      async (polls) => {
        const replies = [at('running'), ...many(at('success'), polls), at('failed')];
        const { verdict } = await followReplies(replies, { jobs: [green, red] });
        expect(verdict.outcome).toBe('failed');
      },
    );

    test('is green as soon as the jobs show that, as when one was retried', async () => {
      const jobs = [...many(red, 4), green];
      const { verdict, polls } = await followReplies([at('success')], { jobs });
      expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'success', polls: 5 });
    });

    test('is believed when no replica may lag so long, and costs few polls', async () => {
      const { verdict, nowMs, polls } = await followReplies([at('success')], { jobs: [red] });
      expect(verdict.outcome).toBe('success');
      expect([nowMs >= 60_000, nowMs < 66_000, polls < 16]).toEqual([true, true, true]);
    });

    test('is a new doubt after another snapshot', async () => {
      const jobs = [...many(red, 10), ok([jobWith({ status: 'running' })]), red];
      const replies = [...many(at('success'), 10), at('running'), ...many(at('success'), 8), at('failed')];
      const { verdict } = await followReplies(replies, { jobs });
      expect(verdict.outcome).toBe('failed');
    });

    test('is no success at the end of timeout', async () => {
      const { verdict } = await followReplies([at('success')], {
        jobs: [red],
        request: { timeoutMs: 20_000 },
      });
      expect(verdict.outcome).toBe('timeout');
    });

    test('does not hold up a failure beside jobs that have passed', async () => {
      const { verdict, polls } = await followReplies([at('failed')], { jobs: [green] });
      expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'failed', polls: 3 });
    });

    test.each(['running', 'pending', 'created', 'canceling'])(
      'is not believed either while the list of jobs still shows that job as %s',
      async (status) => {
        const old = ok([jobWith({ status, allowFailure: true })]);
        const jobs = [...many(old, 10), ok([jobWith({ status: 'failed', allowFailure: true })])];
        const { verdict, polls } = await followReplies([at('success')], { jobs });
        expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'warnings', polls: 11 });
      },
    );

    test('is held up no longer than a replica may lag if the job never ends', async () => {
      const { verdict, nowMs } = await followReplies([at('success')], {
        jobs: [ok([jobWith({ status: 'running' })])],
      });
      expect(verdict.outcome).toBe('success');
      expect([nowMs >= 60_000, nowMs < 66_000]).toEqual([true, true]);
    });

    test.each([
      { status: 'canceled', accept: 'canceled', isHeldUp: true },
      { status: 'canceled', accept: 'success', isHeldUp: false },
    ] as const)('$status beside a job that runs: held up is $isHeldUp if $accept passes', async (given) => {
      const { verdict, nowMs } = await followReplies([at(given.status)], {
        jobs: [ok([jobWith({ status: 'running' }), jobWith({ id: 2, name: 'b', status: 'canceled' })])],
        request: { accept: new Set([given.accept]) },
      });
      expect(verdict.outcome).toBe(given.status);
      expect(nowMs >= 60_000).toBe(given.isHeldUp);
    });
  });

  test('does not confirm a doubtful outcome by polls with another one', async () => {
    const { verdict } = await followReplies([at('failed'), at('failed'), at('success'), at('failed')], {
      jobs: [ok([jobWith({ status: 'running' })])],
    });
    expect(verdict.outcome).toBe('failed');
  });

  test('respects a longer pause of the server also with a doubtful outcome', async () => {
    const throttled = refused({ status: 429, hints: { retryAfterMs: 42_000 } });
    const { nowMs } = await followReplies([at('canceled'), throttled, at('canceled')], {
      jobs: [ok([jobWith({ status: 'canceling' })])],
    });
    expect(nowMs).toBe(44_000);
  });

  test('reports jobs that are temporarily unreadable, and finds the outcome nevertheless', async () => {
    const { events, verdict, polls } = await followReplies([at('success')], { jobs: [lost()] });
    expect(events.map(({ kind }) => kind)).toEqual(['poll_failed', 'pipeline_changed']);
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'success', polls: 3 });
  });

  test('reports jobs that may not be read as partial data, once', async () => {
    const { events, verdict } = await followReplies([at('running'), at('success')], {
      jobs: [refused({ status: 403, texts: ['403 Forbidden'] })],
    });
    expect(events.map(({ kind }) => kind)).toEqual(['pipeline_changed', 'partial_data', 'pipeline_changed']);
    expect(verdict.outcome).toBe('success');
  });

  test('applies queue_timeout to the queue', async () => {
    const { verdict, nowMs } = await followReplies([at('pending')], {
      request: { queueTimeoutMs: 60_000 },
      jobs: [ok([jobWith({ status: 'pending' })])],
    });
    expect({ outcome: verdict.outcome, limit: verdict.limit, nowMs }).toEqual({
      outcome: 'timeout',
      limit: 'queue_timeout',
      nowMs: 60_000,
    });
  });

  test('ends the queue once a job has run', async () => {
    const { verdict } = await followReplies([at('running'), at('running'), at('running'), at('success')], {
      request: { queueTimeoutMs: 15_000 },
      jobs: [ok([jobWith({ status: 'running', startedAt: '2026-01-01T00:00:00Z' })])],
    });
    expect(verdict.outcome).toBe('success');
  });

  describe('the queue and a trigger job, for which GitLab gives no time', () => {
    const trigger = jobWith({ id: 5, name: 'deploy', status: 'pending' });
    const below = {
      projectId: 42,
      pipelineId: 900,
      status: 'created',
      webUrl: 'https://gitlab.example.com/900',
    };
    const follow = async (bridge: Bridge): Promise<string | undefined> => {
      const { verdict } = await followReplies([at('running'), at('running'), at('running'), at('success')], {
        request: { queueTimeoutMs: 15_000, downstream: 'ignore' },
        bridges: [[bridge], [bridge], [bridge], [{ ...bridge, status: 'success' }]],
      });
      return verdict.limit ?? verdict.outcome;
    };

    test.each([
      { name: 'runs', bridge: { ...trigger, status: 'running' } },
      { name: 'has passed', bridge: { ...trigger, status: 'success' } },
      { name: 'is being canceled', bridge: { ...trigger, status: 'canceling' } },
      { name: 'has failed and may', bridge: { ...trigger, status: 'failed', allowFailure: true } },
      { name: 'is pending and has started a pipeline', bridge: { ...trigger, downstream: below } },
      { name: 'started a pipeline that GitLab does not name', bridge: { ...trigger, unreadDownstream: {} } },
    ])('ends once it $name', async ({ bridge }) => {
      expect(await follow(bridge)).toMatch(/^(success|warnings)$/);
    });

    test.each(['created', 'pending', 'manual', 'waiting_for_resource', 'skipped', 'canceled'])(
      'goes on while it is %s',
      async (status) => {
        expect(await follow({ ...trigger, status })).toBe('queue_timeout');
      },
    );
  });

  test('gives the verdict on chosen jobs before the pipeline ends', async () => {
    const { verdict, nowMs } = await followReplies([at('running')], {
      request: { jobs: ['unit*'] },
      jobs: [
        ok([
          jobWith({ name: 'unit 1', status: 'running' }),
          jobWith({ id: 2, name: 'slow', status: 'running' }),
        ]),
        ok([
          jobWith({ name: 'unit 1', status: 'success' }),
          jobWith({ id: 2, name: 'slow', status: 'running' }),
        ]),
      ],
    });
    expect({ outcome: verdict.outcome, nowMs }).toEqual({ outcome: 'success', nowMs: 10_000 });
  });

  test('ends with the existing names for a name that no job has', async () => {
    const following = followReplies([at('running')], {
      request: { jobs: ['unti'] },
      jobs: [ok([jobWith({ name: 'unit', status: 'running' })])],
    });
    await expect(following).rejects.toMatchObject({
      exitCode: 2,
      parts: { what: 'jobs: no job of pipeline 257 matches unti', why: 'It has unit.' },
    });
  });

  test('plays a blocking manual job once when requested', async () => {
    const played: number[] = [];
    const { events, verdict } = await followReplies([at('manual'), at('manual'), at('success')], {
      request: { onManual: 'play' },
      jobs: [ok([jobWith({ id: 7, name: 'approve', status: 'manual' })])],
      playJob: ({ jobId }) => {
        played.push(jobId);
        return Promise.resolve(ok(jobWith({ id: jobId })));
      },
    });
    expect(played).toEqual([7]);
    expect(events.filter(({ kind }) => kind === 'job_played')).toHaveLength(1);
    expect(verdict.outcome).toBe('success');
  });

  test('ends as manual, with the reason, if a manual job may not be played', async () => {
    const { events, verdict } = await followReplies([at('manual')], {
      request: { onManual: 'play' },
      jobs: [ok([jobWith({ id: 7, name: 'approve', status: 'manual' })])],
      playJob: () => Promise.resolve(refused({ status: 403, texts: ['403 Forbidden'] })),
    });
    expect(events.at(-1)).toMatchObject({
      kind: 'job_played',
      refusal: 'GitLab answered 403: 403 Forbidden',
    });
    expect(verdict.outcome).toBe('manual');
  });

  describe('a job that is played by somebody else', () => {
    const gate = jobWith({ id: 7, name: 'approve', status: 'manual' });
    const unplayable = refused({ status: 400, texts: ['400 Bad request - Unplayable Job'] });
    const tooOld: Reply<never> = {
      kind: 'unreadable',
      status: 200,
      why: 'the jobs lack what they have since 11.2',
      tooOld: true,
      hints: {},
    };
    const refusals = [
      { name: 'called unplayable', answers: [unplayable] },
      { name: 'called unplayable after a lost request', answers: [lost(), unplayable] },
      { name: 'in conflict', answers: [refused({ status: 409, texts: ['409 Conflict'] })] },
      { name: 'forbidden', answers: [refused({ status: 403, texts: ['403 Forbidden'] })] },
      { name: 'forbidden after a lost request', answers: [lost(), refused({ status: 403 })] },
      { name: 'answered as an old GitLab would', answers: [tooOld, unplayable] },
    ];
    const answering = (
      answers: readonly Reply<Job>[],
      asked: number[] = [],
    ): FollowDeps['gitlab']['playJob'] => {
      return ({ jobId }) => {
        asked.push(jobId);
        return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1] ?? lost());
      };
    };

    test.each(refusals)('and $name here is followed to its end', async ({ answers }) => {
      const { verdict } = await followReplies([at('manual'), at('manual'), at('running'), at('success')], {
        request: { onManual: 'play' },
        jobs: [
          ...[ok([gate]), ok([gate])],
          ...[ok([{ ...gate, status: 'running' }]), ok([{ ...gate, status: 'success' }])],
        ],
        playJob: answering(answers),
      });
      expect(verdict.outcome).toBe('success');
    });

    test.each(refusals.filter(({ name }) => name !== 'forbidden'))(
      'and $name is followed behind a replica that lags',
      async ({ answers }) => {
        const stale = Array.from({ length: 12 }, () => at('manual'));
        const { verdict, events } = await followReplies([...stale, at('success')], {
          request: { onManual: 'play' },
          jobs: [...stale.map(() => ok([gate])), ok([{ ...gate, status: 'success' }])],
          playJob: answering(answers),
        });
        expect(verdict.outcome).toBe('success');
        expect(events.filter(({ kind }) => kind === 'job_played')).toEqual([]);
      },
    );

    test.each(refusals)('or by nobody, and $name, is the outcome manual in time', async ({ answers }) => {
      const { verdict, nowMs, events } = await followReplies([at('manual')], {
        request: { onManual: 'play' },
        jobs: [ok([gate])],
        playJob: answering(answers),
      });
      expect(verdict.outcome).toBe('manual');
      expect(nowMs).toBeLessThan(90_000);
      expect(events.filter(({ kind }) => kind === 'job_played')).toMatchObject([{ job: { id: 7 } }]);
    });

    test('is not the one that ends the wait while a delayed job may still fail', async () => {
      const delayed = jobWith({ id: 8, name: 'delayed', status: 'scheduled' });
      const waiting = Array.from({ length: 6 }, () => at('manual'));
      const { verdict } = await followReplies([...waiting, at('manual')], {
        request: { onManual: 'play' },
        jobs: [...waiting.map(() => ok([gate, delayed])), ok([gate, { ...delayed, status: 'failed' }])],
        playJob: answering([refused({ status: 403, texts: ['403 Forbidden'] })]),
      });
      expect(verdict.outcome).toBe('failed');
    });

    test('is asked for again after a success that cannot be read, as one without an answer', async () => {
      const asked: number[] = [];
      const { verdict } = await followReplies([at('manual'), at('manual'), at('success')], {
        request: { onManual: 'play' },
        jobs: [ok([gate])],
        playJob: answering([tooOld, ok(gate)], asked),
      });
      expect([asked, verdict.outcome]).toEqual([[7, 7], 'success']);
    });
  });

  describe('a failed pipeline that runs again before its status says so', () => {
    const first = jobWith({ id: 1, name: 'unit', status: 'failed', createdAt: '2026-01-01T00:00:00Z' });
    const again = { ...first, id: 2, createdAt: '2026-01-01T01:00:00Z' };
    const failed = at('failed', { finishedAt: '2026-01-01T00:30:00Z' });
    const steady = Array.from({ length: 7 }, () => failed);

    test.each([
      { name: 'still runs', shown: ['running'] },
      { name: 'has passed meanwhile', shown: ['running', 'running', 'success'] },
      { name: 'was never seen to run', shown: ['success'] },
      { name: 'waits for its delay', shown: ['scheduled', 'running'] },
    ])('ends as the new attempt does, which $name', async ({ shown }) => {
      const { verdict } = await followReplies([...steady, at('running'), at('success')], {
        jobs: [
          ...shown.map((status) => ok([first, { ...again, status }])),
          ...steady.slice(shown.length).map(() => ok([first, { ...again, status: shown.at(-1) ?? '' }])),
          ...[ok([first, { ...again, status: 'running' }]), ok([first, { ...again, status: 'success' }])],
        ],
      });
      expect(verdict.outcome).toBe('success');
    });

    test('is owed the time of a replica also when the new attempt has no time of its own', async () => {
      const attempt = { ...again, createdAt: undefined };
      const { verdict } = await followReplies([...steady, at('success')], {
        jobs: [
          ...[ok([first, { ...attempt, status: 'running' }]), ok([first, { ...attempt, status: 'success' }])],
        ],
      });
      expect(verdict.outcome).toBe('success');
    });

    test('is failed in the end if its status stays', async () => {
      const { verdict, nowMs } = await followReplies([failed], {
        jobs: [ok([first, { ...again, status: 'running' }])],
      });
      expect([verdict.outcome, nowMs >= 60_000, nowMs < 75_000]).toEqual(['failed', true, true]);
    });

    test('is failed soon if the latest attempt of another job has failed', async () => {
      const other = jobWith({ id: 3, name: 'lint', status: 'failed' });
      const { verdict, nowMs } = await followReplies([failed], {
        jobs: [ok([first, { ...again, status: 'running' }, other])],
      });
      expect([verdict.outcome, nowMs]).toEqual(['failed', 2000]);
    });

    test('is failed soon if no job has failed and none is newer: another system may have said so', async () => {
      const { verdict, nowMs } = await followReplies([failed], {
        jobs: [ok([{ ...first, status: 'success' }])],
      });
      expect([verdict.outcome, nowMs]).toEqual(['failed', 2000]);
    });
  });

  describe('a manual trigger job that blocks', () => {
    const deploy = jobWith({ id: 9, name: 'deploy', status: 'manual' });
    const below = {
      projectId: 42,
      pipelineId: 900,
      status: 'manual',
      webUrl: 'https://gitlab.example.com/group/app/-/pipelines/900',
    };

    test('is played once', async () => {
      const asked: number[] = [];
      const { events, verdict } = await followReplies([at('manual'), at('manual'), at('success')], {
        request: { onManual: 'play' },
        bridges: [[deploy], [deploy], [{ ...deploy, status: 'success' }]],
        playJob: ({ jobId }) => {
          asked.push(jobId);
          return Promise.resolve(ok(deploy));
        },
      });
      expect([asked, verdict.outcome]).toEqual([[9], 'success']);
      expect(events.filter(({ kind }) => kind === 'job_played')).toMatchObject([{ job: { id: 9 } }]);
    });

    test.each([
      { name: 'is optional', bridge: { ...deploy, allowFailure: true } },
      { name: 'mirrors a pipeline', bridge: { ...deploy, downstream: below } },
      { name: 'mirrors a pipeline that GitLab does not name', bridge: { ...deploy, unreadDownstream: {} } },
      { name: 'has started', bridge: { ...deploy, startedAt: '2026-01-01T00:00:00Z' } },
    ])('is not played if it $name', async ({ bridge }) => {
      const request = { onManual: 'play', downstream: 'ignore', timeoutMs: 30_000 } as const;
      // A play would throw.
      const { verdict } = await followReplies([at('manual')], { request, bridges: [[bridge]] });
      expect(verdict.outcome).toBe('timeout');
    });

    test('and is refused, as by a release that plays no trigger jobs, makes the outcome manual', async () => {
      const { events, verdict } = await followReplies([at('manual')], {
        request: { onManual: 'play' },
        bridges: [[deploy]],
        playJob: () => Promise.resolve(refused({ status: 404, texts: ['404 Not Found'] })),
      });
      expect(verdict.outcome).toBe('manual');
      expect(events.at(-1)).toMatchObject({ kind: 'job_played', job: { id: 9 } });
    });

    test('and mirrors a pipeline that is not read makes the outcome manual', async () => {
      const { events, verdict, nowMs } = await followReplies([at('manual')], {
        request: { onManual: 'play', downstream: 'ignore' },
        bridges: [[{ ...deploy, downstream: below }]],
      });
      expect([verdict.outcome, nowMs < 90_000]).toEqual(['manual', true]);
      expect(events.at(-1)).toMatchObject({ kind: 'job_played', job: { id: 9 } });
    });
  });

  describe('a request to play that GitLab does not answer', () => {
    const gate = (id: number): Job => jobWith({ id, name: `gate ${id}`, status: 'manual' });
    const gates = Array.from({ length: 12 }, (_value, index) => gate(index + 1));
    const hangs = (_call: unknown, signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });

    test('is cut at timeout, whatever the number of jobs', async () => {
      const { verdict, nowMs } = await followReplies([at('manual')], {
        request: { onManual: 'play', timeoutMs: 25_000 },
        jobs: [ok(gates)],
        playJob: hangs,
      });
      expect([verdict.outcome, verdict.limit, nowMs]).toEqual(['timeout', 'timeout', 25_000]);
    });

    test('is cut at queue_timeout', async () => {
      const { verdict, nowMs } = await followReplies([at('manual')], {
        request: { onManual: 'play', queueTimeoutMs: 15_000 },
        jobs: [ok(gates)],
        playJob: hangs,
      });
      expect([verdict.outcome, verdict.limit, nowMs]).toEqual(['timeout', 'queue_timeout', 15_000]);
    });

    test('ends at once when the step is stopped', async () => {
      const given = { request: { onManual: 'play' as const }, jobs: [ok(gates)], playJob: hangs };
      const following = followReplies([at('manual')], { ...given, abortAtMs: 7000 });
      await expect(following).rejects.toMatchObject({ name: 'AbortedError' });
    });

    test('hides no outcome: after it the pipeline is polled once more', async () => {
      const { verdict, polls, nowMs } = await followReplies([at('manual'), at('success')], {
        request: { onManual: 'play', timeoutMs: 25_000 },
        jobs: [ok([gate(1)]), ok([{ ...gate(1), status: 'success' }])],
        playJob: hangs,
      });
      expect([verdict.outcome, polls, nowMs]).toEqual(['success', 2, 25_000]);
    });

    test('leaves the other jobs to the next poll, which asks for them first', async () => {
      const asked: number[] = [];
      const three = [gate(1), gate(2), gate(3)];
      const { verdict, polls, nowMs } = await followReplies(
        [at('manual'), at('manual'), at('manual'), at('success')],
        {
          request: { onManual: 'play' },
          jobs: [ok(three), ok(three), ok(three), ok(three.map((job) => ({ ...job, status: 'success' })))],
          playMs: (jobId) => (jobId === 3 ? 0 : 30_000),
          playJob: ({ jobId }) => {
            asked.push(jobId);
            return Promise.resolve(jobId === 3 ? ok(gate(3)) : lost());
          },
        },
      );
      expect(asked).toEqual([1, 2, 3, 1]);
      expect([verdict.outcome, polls, nowMs]).toEqual(['success', 4, 3 * 40_000]);
    });
  });

  test('plays no blocking job once a job has failed, and the outcome is failed', async () => {
    const jobs = [
      jobWith({ id: 1, name: 'unit', status: 'failed' }),
      jobWith({ id: 7, name: 'deploy', status: 'manual' }),
    ];
    const { verdict, polls } = await followReplies([at('manual')], {
      request: { onManual: 'play' },
      jobs: [ok(jobs)],
    });
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'failed', polls: 3 });
  });

  test('plays a blocking job when GitLab has retried the failed job', async () => {
    const played: number[] = [];
    const gate = jobWith({ id: 7, name: 'deploy', status: 'manual' });
    const failed = jobWith({ id: 1, name: 'unit', status: 'failed' });
    const repeated = jobWith({ id: 8, name: 'unit', status: 'success' });
    const { verdict } = await followReplies([at('manual'), at('manual'), at('success')], {
      request: { onManual: 'play' },
      jobs: [
        ok([failed, gate]),
        ok([repeated, failed, gate]),
        ok([repeated, failed, { ...gate, status: 'success' }]),
      ],
      playJob: ({ jobId }) => {
        played.push(jobId);
        return Promise.resolve(ok(jobWith({ id: jobId })));
      },
    });
    expect([played, verdict.outcome]).toEqual([[7], 'success']);
  });

  test('reports a line of jobs without a match in an ended pipeline at the first poll', async () => {
    const following = followReplies([at('success')], {
      request: { jobs: ['build', 'deploy-production'] },
      jobs: [ok([jobWith({ name: 'build' })])],
    });
    await expect(following).rejects.toMatchObject({
      exitCode: 2,
      parts: { what: 'jobs: no job of pipeline 257 matches deploy-production' },
    });
  });

  const child: Bridge = jobWith({ id: 9, name: 'child' });

  test('polls the pipeline of a trigger job again, and waits for its end', async () => {
    const downstream = {
      projectId: 42,
      pipelineId: 257,
      status: 'failed',
      webUrl: 'https://gitlab.example.com/9',
    };
    const { verdict, polls } = await followReplies([at('success')], {
      request: { downstream: 'require' },
      bridges: [[child], [{ ...child, downstream }]],
    });
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'failed', polls: 2 });
  });

  test('ends with an outage, not a success, if GitLab never shows a required pipeline', async () => {
    const { events, verdict, nowMs } = await followReplies([at('success')], {
      request: { downstream: 'require', outageTimeoutMs: 60_000 },
      bridges: [[child]],
    });
    const question = 'GitLab shows no pipeline that child started';
    expect({ outcome: verdict.outcome, question: verdict.question, nowMs }).toEqual({
      outcome: 'outage',
      question,
      nowMs: 62_000,
    });
    expect(events.filter(({ kind }) => kind === 'poll_failed')).toEqual([
      { kind: 'poll_failed', elapsedMs: 2000, why: question, retryTimeoutMs: 60_000 },
    ]);
  });

  test('ends with an outage if the step accepts only one of success and warnings, and GitLab shows neither', async () => {
    const passed = [ok(pipelineWith({ status: 'success' }))];
    const jobs = [refused({ status: 403, texts: ['403 Forbidden'] })];
    const { verdict, nowMs } = await followReplies(passed, {
      request: { accept: new Set(['success']), outageTimeoutMs: 60_000 },
      jobs,
    });
    expect({ outcome: verdict.outcome, about: verdict.questionAbout }).toEqual({
      outcome: 'outage',
      about: 'warnings',
    });
    expect(verdict.question).toContain('the jobs of pipeline 257 cannot be read');
    expect(nowMs).toBeGreaterThanOrEqual(60_000);
    const both = await followReplies(passed, { jobs });
    expect(both.verdict).toMatchObject({ outcome: 'success' });
    const details = await followReplies([ok(pipelineWith({ status: 'success', statusGroup: 'success' }))], {
      request: { accept: new Set(['success']) },
      jobs,
    });
    expect(details.verdict).toMatchObject({ outcome: 'success' });
  });

  test('believes such a success as soon as its jobs are visible', async () => {
    const { verdict, polls } = await followReplies([ok(pipelineWith({ status: 'success' }))], {
      request: { accept: new Set(['success']) },
      jobs: [lost(), lost(), lost(), lost(), ok([jobWith({ status: 'failed', allowFailure: true })])],
    });
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'warnings', polls: 5 });
  });

  test('polls such a pipeline three times with outage_timeout: 0s', async () => {
    const { verdict, polls } = await followReplies([at('success')], {
      request: { downstream: 'require', outageTimeoutMs: 0 },
      bridges: [[child]],
    });
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'outage', polls: 3 });
  });

  describe('the explanation of a pipeline that failed although no job of it has', () => {
    const jobs = [ok([jobWith({ id: 1, name: 'unit' })])];
    const sonar = { id: 90, name: 'sonar', status: 'failed', allowFailure: false };
    const explainedBy = (
      reply: Awaited<ReturnType<NonNullable<FollowDeps['gitlab']['fetchCommitStatuses']>>>,
    ) => followReplies([at('failed')], { jobs, fetchCommitStatuses: () => Promise.resolve(reply) });

    test('names the failed statuses of external systems, and no others', async () => {
      const { verdict, polls } = await explainedBy(
        ok({
          items: [
            sonar,
            { ...sonar, id: 91, name: 'green', status: 'success' },
            { ...sonar, id: 92, name: 'optional', allowFailure: true },
            { ...sonar, id: 93, name: 'of another pipeline', pipelineId: 1 },
            { ...sonar, id: 1, name: 'unit' },
          ],
          truncated: 'complete',
        }),
      );
      expect(verdict.externalStatuses).toEqual({ failed: [{ ...sonar, path: [] }] });
      expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'failed', polls: 3 });
    });

    test.each([
      {
        name: 'refused',
        reply: refused({ status: 403, texts: ['403 Forbidden'] }),
        why: 'GitLab answered 403: 403 Forbidden',
      },
      { name: 'lost', reply: lost(), why: expect.stringContaining('ECONNRESET') },
    ])('is missing when that is $name', async ({ reply, why }) => {
      const { verdict } = await explainedBy(reply);
      expect([verdict.outcome, verdict.externalStatuses]).toEqual(['failed', { failed: [], unread: why }]);
    });

    test.each([
      { timeoutMs: 60_000, untilMs: 12_000 },
      // As long as a last poll may take.
      { timeoutMs: 4000, untilMs: 9000 },
    ])('is not awaited long: until $untilMs with a timeout of $timeoutMs', async ({ timeoutMs, untilMs }) => {
      const { verdict, nowMs } = await followReplies([at('failed')], {
        jobs,
        request: { timeoutMs },
        fetchCommitStatuses: (_call, signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          }),
      });
      expect([verdict.outcome, verdict.externalStatuses?.unread, nowMs]).toEqual([
        'failed',
        'GitLab did not answer in time',
        untilMs,
      ]);
    });

    test.each([
      { name: 'a job failed', reply: at('failed'), jobs: [ok([jobWith({ status: 'failed' })])] },
      { name: 'its configuration is wrong', reply: at('failed', { yamlErrors: 'x' }), jobs: [ok([])] },
      { name: 'it passed', reply: at('success'), jobs },
    ])('is not requested when $name', async ({ reply, jobs: its }) => {
      const { verdict } = await followReplies([reply], {
        jobs: its,
        fetchCommitStatuses: () => {
          throw new Error('nobody was to ask');
        },
      });
      expect(verdict.externalStatuses).toBeUndefined();
    });
  });

  test('is not delayed by a missing history', async () => {
    const listPipelines: FollowDeps['gitlab']['listPipelines'] = (_call, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const { verdict, nowMs } = await followReplies([at('running')], {
      request: { pollInterval: 'auto', timeoutMs: 25_000 },
      jobs: [ok([jobWith({ status: 'running' })])],
      listPipelines,
    });
    expect({ outcome: verdict.outcome, nowMs }).toEqual({ outcome: 'timeout', nowMs: 25_000 });
  });

  test('does not wait for a history beyond queue_timeout', async () => {
    const { verdict, nowMs } = await followReplies([at('pending')], {
      request: { pollInterval: 'auto', queueTimeoutMs: 25_000 },
      jobs: [ok([jobWith({ status: 'pending' })])],
      listPipelines: (_call, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    expect([verdict.outcome, verdict.limit, nowMs]).toEqual(['timeout', 'queue_timeout', 25_000]);
  });

  test('reports a heartbeat after minutes without an event', async () => {
    const { events } = await followReplies([at('running')], {
      jobs: [ok([jobWith({ name: 'slow', status: 'running' })])],
    });
    expect(events.filter(({ kind }) => kind === 'heartbeat')).toEqual([
      { kind: 'heartbeat', elapsedMs: 300_000, status: 'running', running: ['slow'] },
    ]);
  });
});
