import { describe, expect, test } from '@jest/globals';

import { followPipeline } from '../../../src/follow/follow-pipeline.js';
import type { FollowDeps } from '../../../src/follow/progress.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { Bridge, Job, Pipeline } from '../../../src/model/pipeline.js';
import type { FollowRequest } from '../../../src/model/requests.js';
import type { Verdict } from '../../../src/model/verdict.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { followWith, jobWith, ok, pipelineWith, refused } from '../../support/pipelines.js';

type Source = 'gitlab' | 'cache';

/** What is answered at one look, and by whom. */
interface Shown {
  readonly status: string;
  readonly pipeline?: Source;
  readonly jobs?: Source;
  readonly bridges?: Source;
  readonly below?: Source;
  readonly list?: readonly Job[];
  readonly bridge?: Bridge;
}

function by<T>(source: Source | undefined, value: T): Reply<T> {
  const reply = ok(value);
  return source === 'cache' && reply.kind === 'ok' ? { ...reply, hints: { fromCache: true } } : reply;
}

interface Followed {
  readonly verdict: Verdict;
  readonly polls: number;
  /** What made the address of the pipeline another one, at each look. */
  readonly fresh: readonly (string | undefined)[];
  readonly printed: readonly string[];
  readonly plays: number;
}

/** Each look gets the next of them, the last one for ever. */
async function follow(shown: readonly Shown[], given: Partial<FollowRequest> = {}): Promise<Followed> {
  const clock = createVirtualClock();
  let polls = 0;
  let plays = 0;
  const fresh: (string | undefined)[] = [];
  const now = (): Shown => shown[Math.min(polls, shown.length) - 1] ?? { status: 'running' };
  const gitlab: FollowDeps['gitlab'] = {
    fetchPipeline: (call): Promise<Reply<Pipeline>> => {
      if (call.pipelineId !== 257) {
        return Promise.resolve(by(now().below, pipelineWith({ id: call.pipelineId, status: 'success' })));
      }
      polls += 1;
      fresh.push(call.fresh);
      const { pipeline, status } = now();
      return Promise.resolve(by(pipeline, pipelineWith({ status })));
    },
    fetchJobs: () => {
      const { jobs, list = [] } = now();
      return Promise.resolve(by(jobs, { items: list, truncated: 'complete' as const }));
    },
    fetchBridges: () => {
      const { bridges, bridge } = now();
      const items = bridge === undefined ? [] : [bridge];
      return Promise.resolve(by(bridges, { items, truncated: 'complete' as const }));
    },
    listPipelines: () => Promise.resolve(ok([])),
    playJob: () => {
      plays += 1;
      return Promise.resolve(refused({ status: 400, texts: ['400 Bad request - Unplayable Job'] }));
    },
  };
  const request = followWith({
    timeoutMs: 3_600_000,
    outageTimeoutMs: 60_000,
    pollInterval: 10_000,
    ...given,
  });
  const { signal } = new AbortController();
  const events = followPipeline(
    { gitlab, clock, random: () => 0.5 },
    { pipeline: pipelineWith(), request, signal },
  );
  const printed: string[] = [];
  const drain = async (): Promise<Verdict> => {
    for (;;) {
      const step = await events.next();
      if (step.done === true) return step.value;
      if (step.value.kind === 'poll_failed') printed.push(step.value.why);
    }
  };
  return { verdict: await clock.run(drain()), polls, fresh, printed, plays };
}

const bridge: Bridge = {
  ...jobWith({ id: 2, name: 'below' }),
  downstream: {
    pipelineId: 300,
    projectId: 42,
    status: 'success',
    webUrl: 'https://gitlab.example.com/group/app/-/pipelines/300',
  },
};

describe('a snapshot from a cache', () => {
  test.each(['success', 'failed', 'canceled', 'skipped', 'manual'])(
    'does not end following as %s; the next one from GitLab does',
    async (status) => {
      const { verdict, polls, fresh } = await follow([
        { status, pipeline: 'cache' },
        { status, pipeline: 'cache' },
        { status: 'running' },
        { status: 'failed', list: [jobWith({ status: 'failed' })] },
      ]);
      expect([verdict.outcome, polls]).toEqual(['failed', 4]);
      // Another address each time, as long as it lasts.
      expect(fresh[0]).toBeUndefined();
      expect(new Set([fresh[1], fresh[2]]).size).toBe(2);
      expect(fresh.slice(1)).toEqual([expect.any(String), expect.any(String), undefined]);
    },
  );

  test.each([
    { name: 'the jobs', shown: { jobs: 'cache' } },
    { name: 'the trigger jobs', shown: { bridges: 'cache' } },
    { name: 'a pipeline below', shown: { below: 'cache', bridge } },
  ] as const)('ends nothing if only $name come from it', async ({ shown }) => {
    const job = jobWith();
    const { verdict, polls } = await follow([
      { status: 'success', list: [job], ...shown },
      { status: 'success', list: [job], ...('bridge' in shown ? { bridge } : {}) },
    ]);
    expect([verdict.outcome, polls]).toEqual(['success', 2]);
  });

  test('ends following as an outage after outage_timeout if all are cached, which is reported', async () => {
    const { verdict, printed } = await follow([{ status: 'success', pipeline: 'cache' }]);
    expect([verdict.outcome, verdict.question]).toEqual([
      'outage',
      expect.stringContaining('a cache answers in place of GitLab'),
    ]);
    expect(verdict.elapsedMs).toBeGreaterThanOrEqual(60_000);
    expect(verdict.elapsedMs).toBeLessThan(80_000);
    expect(printed).toEqual([expect.stringContaining('a cache answers in place of GitLab')]);
  });

  describe('between snapshots from GitLab that contradict themselves', () => {
    const list = [jobWith({ status: 'canceling' })];
    const doubtful: Shown = { status: 'canceled', list };

    test.each<{ readonly name: string; readonly cached: readonly Shown[] }>([
      { name: 'shows the same', cached: [{ ...doubtful, pipeline: 'cache' }] },
      { name: 'still shows the pipeline running', cached: [{ status: 'running', pipeline: 'cache' }] },
      {
        name: 'shows another end, twice',
        cached: [
          { status: 'failed', list, pipeline: 'cache' },
          { status: 'failed', list, jobs: 'cache' },
        ],
      },
    ])('neither confirms nor resets the doubt if it $name', async ({ cached }) => {
      const turns = [doubtful, ...cached];
      const { verdict, polls } = await follow([1, 2, 3, 4, 5].flatMap(() => turns));
      // The third of those from GitLab.
      expect([verdict.outcome, polls]).toEqual(['canceled', 2 * turns.length + 1]);
    });

    test('changes nothing about a later outage if only the cache answers from then on', async () => {
      const { verdict } = await follow([doubtful, { ...doubtful, pipeline: 'cache' }]);
      expect([verdict.outcome, verdict.question]).toEqual([
        'outage',
        expect.stringContaining('a cache answers'),
      ]);
      expect(verdict.elapsedMs).toBeLessThan(120_000);
    });

    test('confirms nothing of before if GitLab shows another end then', async () => {
      const failed: Shown = { status: 'failed', list: [jobWith({ status: 'failed' })] };
      const { verdict, polls } = await follow([doubtful, { ...doubtful, pipeline: 'cache' }, failed]);
      expect([verdict.outcome, polls]).toEqual(['failed', 3]);
    });
  });

  test('is no reason to play a job, or to reject a name of jobs', async () => {
    const gate = jobWith({ name: 'gate', status: 'manual' });
    const played = await follow(
      [
        { status: 'manual', pipeline: 'cache', list: [gate] },
        { status: 'success', list: [jobWith()] },
      ],
      { onManual: 'play' },
    );
    expect([played.verdict.outcome, played.plays]).toEqual(['success', 0]);
    const named = await follow(
      [
        { status: 'success', jobs: 'cache', list: [] },
        { status: 'success', list: [jobWith({ name: 'unit' })] },
      ],
      { jobs: ['unit'] },
    );
    expect(named.verdict.outcome).toBe('success');
  });

  test('of a running pipeline counts as any other', async () => {
    const { verdict, printed } = await follow([
      { status: 'running', pipeline: 'cache' },
      { status: 'success', list: [jobWith()] },
    ]);
    expect([verdict.outcome, printed]).toEqual(['success', []]);
  });
});
