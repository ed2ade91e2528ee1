import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { cancelTree } from '../../../src/follow/cancel-tree.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { Bridge, Paged, Pipeline } from '../../../src/model/pipeline.js';
import type { PipelineSnapshot } from '../../../src/model/snapshot.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { jobWith, lost, ok, pipelineWith, refused } from '../../support/pipelines.js';
import { bridgeOf, nodeOf, snapshotOf } from '../report/support/snapshots.js';

/** A trigger job `300` of pipeline 257. */
function triggerJob(status: string, child?: { readonly id?: number; readonly status?: string }): Bridge {
  const started = child && {
    projectId: 43,
    pipelineId: child.id ?? 258,
    status: child.status ?? 'running',
    webUrl: 'https://gitlab.example.com/group/other/-/pipelines/258',
  };
  return { ...jobWith({ id: 300, name: 'deploy', status }), downstream: started };
}

interface Story {
  readonly before: readonly Bridge[] | undefined;
  /** What the trigger jobs of a pipeline are like at a time since the cancellation. */
  readonly shown: (id: number, nowMs: number) => readonly Bridge[] | Reply<never> | 'never';
  readonly cancel?: (id: number) => Reply<Pipeline>;
  readonly withinMs?: number;
  readonly rereads?: boolean;
  readonly forceAtMs?: number;
  readonly changeSnapshot?: (snapshot: PipelineSnapshot) => PipelineSnapshot;
}

async function cancelWith({
  before,
  shown,
  cancel = (id) => ok(pipelineWith({ id, status: 'canceled' })),
  withinMs = 3500,
  rereads = true,
  forceAtMs,
  changeSnapshot = (snapshot) => snapshot,
}: Story): Promise<{
  readonly ends: readonly (readonly [number, string])[];
  readonly calls: readonly string[];
  readonly nowMs: number;
  readonly pendingTimers: number;
}> {
  const clock = createVirtualClock();
  const calls: string[] = [];
  const force = new AbortController();
  if (forceAtMs !== undefined) clock.schedule(forceAtMs, () => force.abort(new Error('force')));
  const root = nodeOf({
    pipeline: { status: 'running' },
    bridges: (before ?? []).map((bridge) => bridgeOf(bridge)),
  });
  const reader = {
    fetchBridges: async (
      { pipelineId }: { readonly pipelineId: number },
      signal: AbortSignal,
    ): Promise<Reply<Paged<Bridge>>> => {
      calls.push(`bridges ${pipelineId}`);
      const items = shown(pipelineId, clock.nowMs());
      if (items === 'never') {
        await sleep(clock, 1e9, signal);
        throw new Error('an answer that never comes has come');
      }
      return 'kind' in items ? items : ok({ items, truncated: 'complete' });
    },
  };
  const act = async ({ pipelineId }: { readonly pipelineId: number }): Promise<Reply<Pipeline>> => {
    calls.push(`cancel ${pipelineId}`);
    return await Promise.resolve(cancel(pipelineId));
  };
  const ends = await clock.run(
    cancelTree(
      { gitlab: { cancelPipeline: act, fetchPipeline: act }, clock },
      {
        pipeline: root.pipeline,
        project: { kind: 'path', path: 'group/app' },
        snapshot: before === undefined ? undefined : changeSnapshot(snapshotOf(root)),
        reader: rereads ? reader : undefined,
        withinMs,
        signal: force.signal,
      },
    ),
  );
  return {
    ends: ends.map(({ pipeline, result }) => [pipeline.id, result] as const),
    calls,
    nowMs: clock.nowMs(),
    pendingTimers: clock.pendingTimers(),
  };
}

const canceledBoth = [
  [257, 'canceled'],
  [258, 'canceled'],
];
const canceledRoot = [[257, 'canceled']];

describe('pipelines that appear below a canceled one', () => {
  test.each([
    { what: 'since the last poll', before: [triggerJob('created')], shownAtMs: 0 },
    { what: 'before the first poll', before: undefined, shownAtMs: 0 },
    { what: 'while the trigger job was on its way', before: [triggerJob('pending')], shownAtMs: 700 },
  ])('are canceled too: $what', async ({ before, shownAtMs }) => {
    const { ends, nowMs, pendingTimers } = await cancelWith({
      before,
      shown: (id, nowMs) =>
        id !== 257 ? [] : nowMs < shownAtMs ? [triggerJob('canceled')] : [triggerJob('success', {})],
    });
    expect(ends).toEqual(canceledBoth);
    expect(nowMs).toBeLessThan(2000);
    expect(pendingTimers).toBe(0);
  });

  test('are found although the trigger jobs cannot be read at first', async () => {
    const { ends } = await cancelWith({
      before: [triggerJob('created')],
      shown: (id, nowMs) => (id !== 257 ? [] : nowMs < 500 ? lost() : [triggerJob('success', {})]),
    });
    expect(ends).toEqual(canceledBoth);
  });

  test('are found below one that appeared late itself', async () => {
    const { ends } = await cancelWith({
      before: [triggerJob('created')],
      shown: (id) =>
        id === 257 ? [triggerJob('success', {})] : id === 258 ? [triggerJob('success', { id: 259 })] : [],
    });
    expect(ends).toEqual([...canceledBoth, [259, 'canceled']]);
  });

  test('are canceled if only the poll before could not read them', async () => {
    const { ends } = await cancelWith({
      before: [triggerJob('running', {})],
      shown: (id) => (id === 257 ? [triggerJob('running', {})] : []),
      changeSnapshot: (snapshot) => ({ ...snapshot, failure: 'GitLab answered 503' }),
    });
    expect(ends).toEqual(canceledBoth);
  });

  test('are reported if they cannot be canceled', async () => {
    const { ends } = await cancelWith({
      before: [triggerJob('created')],
      shown: (id) => (id === 257 ? [triggerJob('success', {})] : []),
      cancel: (id) =>
        id === 257 ? ok(pipelineWith({ id, status: 'canceled' })) : refused({ status: 403, texts: ['no'] }),
    });
    expect(ends).toEqual([
      [257, 'canceled'],
      [258, 'left_running'],
    ]);
  });
});

describe('the trigger jobs of a canceled pipeline', () => {
  test('are read once, without waiting, where none is on its way', async () => {
    const { ends, calls, nowMs } = await cancelWith({
      before: [triggerJob('created')],
      shown: () => [triggerJob('canceled')],
    });
    expect({ ends, calls, nowMs }).toEqual({
      ends: canceledRoot,
      calls: ['cancel 257', 'bridges 257'],
      nowMs: 0,
    });
  });

  test('are not read where what is below is to be left alone', async () => {
    const { calls } = await cancelWith({
      before: [triggerJob('pending')],
      shown: () => [triggerJob('success', {})],
      rereads: false,
    });
    expect(calls).toEqual(['cancel 257']);
  });

  test('do not make it cancel what has ended, or what could never be read', async () => {
    const { calls } = await cancelWith({
      before: [triggerJob('running', { id: 259 })],
      shown: () => [triggerJob('running', { id: 259 }), triggerJob('success', { status: 'success' })],
    });
    expect(calls).toEqual(['cancel 257', 'bridges 257']);
  });

  test.each([
    { withinMs: 3500, untilMs: 1750 },
    { withinMs: 30_000, untilMs: 5000 },
  ])('hold it up for $untilMs ms at most, of $withinMs ms', async ({ withinMs, untilMs }) => {
    const { ends, nowMs } = await cancelWith({
      before: [triggerJob('pending')],
      shown: () => [triggerJob('canceled')],
      withinMs,
    });
    expect(ends).toEqual(canceledRoot);
    expect(nowMs).toBeGreaterThan(untilMs - 500);
    expect(nowMs).toBeLessThanOrEqual(untilMs);
  });

  test('keep within the time limit of a silent GitLab, and end at once when it is forced', async () => {
    const silent: Story = { before: [triggerJob('created')], shown: () => 'never' };
    expect(await cancelWith(silent)).toMatchObject({ ends: canceledRoot, nowMs: 3500, pendingTimers: 0 });
    expect(await cancelWith({ ...silent, forceAtMs: 700 })).toMatchObject({ ends: canceledRoot, nowMs: 700 });
  });
});
