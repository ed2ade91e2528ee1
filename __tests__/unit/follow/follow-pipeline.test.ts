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
    playJob:
      given.playJob ??
      (() => {
        throw new Error('no job was to be played');
      }),
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
  test('says each change once and ends with the outcome', async () => {
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
    expect(events[0]).toEqual({ ...changedTo('dreaming', 0), known: false });
    expect(events).toHaveLength(2);
  });

  test('the wait ends at its timeout, with one last look', async () => {
    const { verdict, nowMs } = await followReplies([at('running')], { request: { timeoutMs: 25_000 } });
    expect({ outcome: verdict.outcome, nowMs }).toEqual({ outcome: 'timeout', nowMs: 25_000 });
  });

  test('a pipeline that ends right at the timeout gets its true color', async () => {
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
      'poll_failed',
      'poll_recovered',
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

  test('a pipeline that has ended while a job of it still moves is looked at again', async () => {
    const { verdict } = await followReplies([at('failed'), at('running'), at('success')], {
      jobs: [
        ok([jobWith({ status: 'failed' }), jobWith({ id: 2, status: 'pending' })]),
        ok([jobWith({ id: 2, status: 'running' })]),
        ok([jobWith({ id: 2, status: 'success' })]),
      ],
    });
    expect(verdict.outcome).toBe('success');
  });

  test('an outcome that stays doubtful is believed at the third look', async () => {
    const { verdict, polls } = await followReplies([at('canceled')], {
      jobs: [ok([jobWith({ status: 'canceling' })])],
    });
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'canceled', polls: 3 });
  });

  test('a doubtful outcome is not borne out by looks that said another one', async () => {
    const { verdict } = await followReplies([at('failed'), at('failed'), at('success'), at('failed')], {
      jobs: [ok([jobWith({ status: 'running' })])],
    });
    expect(verdict.outcome).toBe('failed');
  });

  test("a doubt does not hurry against the server's wish for a longer pause", async () => {
    const throttled = refused({ status: 429, hints: { retryAfterMs: 42_000 } });
    const { nowMs } = await followReplies([at('canceled'), throttled, at('canceled')], {
      jobs: [ok([jobWith({ status: 'canceling' })])],
    });
    expect(nowMs).toBe(44_000);
  });

  test('jobs that cannot be read for the moment are said, and do not hide the outcome for long', async () => {
    const { events, verdict, polls } = await followReplies([at('success')], { jobs: [lost()] });
    expect(events.map(({ kind }) => kind)).toEqual(['poll_failed', 'pipeline_changed']);
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'success', polls: 3 });
  });

  test('jobs that may not be read are a gap, said once', async () => {
    const { events, verdict } = await followReplies([at('running'), at('success')], {
      jobs: [refused({ status: 403, texts: ['403 Forbidden'] })],
    });
    expect(events.map(({ kind }) => kind)).toEqual(['pipeline_changed', 'partial_data', 'pipeline_changed']);
    expect(verdict.outcome).toBe('success');
  });

  test('the queue has a patience of its own', async () => {
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

  test('once a job has run, the queue is over', async () => {
    const { verdict } = await followReplies([at('running'), at('running'), at('running'), at('success')], {
      request: { queueTimeoutMs: 15_000 },
      jobs: [ok([jobWith({ status: 'running', startedAt: '2026-01-01T00:00:00Z' })])],
    });
    expect(verdict.outcome).toBe('success');
  });

  test('the verdict on chosen jobs comes before the pipeline ends', async () => {
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

  test('a name that no job has ends the wait with the names there are', async () => {
    const following = followReplies([at('running')], {
      request: { jobs: ['unti'] },
      jobs: [ok([jobWith({ name: 'unit', status: 'running' })])],
    });
    await expect(following).rejects.toMatchObject({
      exitCode: 2,
      parts: { what: 'jobs: no job of pipeline 257 matches unti', why: 'It has unit.' },
    });
  });

  test('a blocking manual job is played once when asked to', async () => {
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

  test('a manual job that may not be played ends the wait as manual, with the reason said', async () => {
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

  test('no gate is opened once a job has failed, and the failure is the outcome', async () => {
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

  test('a gate is opened when GitLab has repeated the job that had failed', async () => {
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

  test('a line of jobs that fits nothing in an ended pipeline is an error at the first look', async () => {
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

  test('what a trigger job started is looked for again, and its end is waited for', async () => {
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

  test('a pipeline that GitLab never shows is no success where it is required, but an outage', async () => {
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

  test('a success that may be one with warnings is an outage where the step takes only one of them', async () => {
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

  test('such a success is believed as soon as its jobs are seen', async () => {
    const { verdict, polls } = await followReplies([ok(pipelineWith({ status: 'success' }))], {
      request: { accept: new Set(['success']) },
      jobs: [lost(), lost(), lost(), lost(), ok([jobWith({ status: 'failed', allowFailure: true })])],
    });
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'warnings', polls: 5 });
  });

  test('with outage_timeout: 0s such a pipeline is still given three looks', async () => {
    const { verdict, polls } = await followReplies([at('success')], {
      request: { downstream: 'require', outageTimeoutMs: 0 },
      bridges: [[child]],
    });
    expect({ outcome: verdict.outcome, polls }).toEqual({ outcome: 'outage', polls: 3 });
  });

  describe('a pipeline that failed although no job of it has', () => {
    const jobs = [ok([jobWith({ id: 1, name: 'unit' })])];
    const sonar = { id: 90, name: 'sonar', status: 'failed', allowFailure: false };
    const explainedBy = (
      reply: Awaited<ReturnType<NonNullable<FollowDeps['gitlab']['fetchCommitStatuses']>>>,
    ) => followReplies([at('failed')], { jobs, fetchCommitStatuses: () => Promise.resolve(reply) });

    test('is explained by the failed statuses of other systems, and no others', async () => {
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
    ])('stays what it is when that is $name', async ({ reply, why }) => {
      const { verdict } = await explainedBy(reply);
      expect([verdict.outcome, verdict.externalStatuses]).toEqual(['failed', { failed: [], unread: why }]);
    });

    test('does not wait long for the explanation', async () => {
      const { verdict, nowMs } = await followReplies([at('failed')], {
        jobs,
        fetchCommitStatuses: (_call, signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          }),
      });
      expect([verdict.outcome, verdict.externalStatuses?.unread, nowMs]).toEqual([
        'failed',
        'GitLab did not answer in time',
        12_000,
      ]);
    });

    test.each([
      { name: 'a job failed', reply: at('failed'), jobs: [ok([jobWith({ status: 'failed' })])] },
      { name: 'its configuration is wrong', reply: at('failed', { yamlErrors: 'x' }), jobs: [ok([])] },
      { name: 'it passed', reply: at('success'), jobs },
    ])('is not asked about when $name', async ({ reply, jobs: its }) => {
      const { verdict } = await followReplies([reply], {
        jobs: its,
        fetchCommitStatuses: () => {
          throw new Error('nobody was to ask');
        },
      });
      expect(verdict.externalStatuses).toBeUndefined();
    });
  });

  test('a history that does not come holds nothing up', async () => {
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

  test('silence of minutes is broken by a sign of life', async () => {
    const { events } = await followReplies([at('running')], {
      jobs: [ok([jobWith({ name: 'slow', status: 'running' })])],
    });
    expect(events.filter(({ kind }) => kind === 'heartbeat')).toEqual([
      { kind: 'heartbeat', elapsedMs: 300_000, status: 'running', running: ['slow'] },
    ]);
  });
});
