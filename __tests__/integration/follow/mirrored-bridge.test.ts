import { describe, expect, test } from '@jest/globals';

import type { BridgeScript, PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { tokens, valid } from '../../support/one-project.js';
import { type SimulatedEnd, followSimulated } from './follow-simulated.js';

function upstreamOf(child: PipelineScript, bridge: Partial<BridgeScript> = {}): PipelineScript {
  return {
    stages: ['build', 'below', 'after'],
    jobs: [{ name: 'compile', stage: 'build' }],
    bridges: [
      { name: 'child', stage: 'below', strategy: 'mirror', downstream: { script: child }, ...bridge },
    ],
  };
}

const childOf = (job: Partial<NonNullable<PipelineScript['jobs']>[number]>): PipelineScript => ({
  jobs: [{ name: 'inner', durationMs: 3000, ...job }],
});

/** The statuses in which the trigger job was seen, in order. */
function bridgeStatuses({ events }: SimulatedEnd): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'job_changed' && event.job.name === 'child' ? [event.job.status] : [],
  );
}

describe('a trigger job with strategy: mirror', () => {
  const ends: {
    name: string;
    child: PipelineScript;
    bridge?: Partial<BridgeScript>;
    status: string;
    outcome: string;
  }[] = [
    { name: 'success', child: childOf({}), status: 'success', outcome: 'success' },
    { name: 'failed', child: childOf({ result: 'failed' }), status: 'failed', outcome: 'failed' },
    { name: 'canceled', child: childOf({ result: 'canceled' }), status: 'canceled', outcome: 'canceled' },
    { name: 'manual', child: childOf({ result: 'manual' }), status: 'manual', outcome: 'manual' },
    {
      name: 'failed where it may',
      child: childOf({ result: 'failed' }),
      bridge: { allowFailure: true },
      status: 'failed',
      outcome: 'warnings',
    },
    {
      name: 'canceled where it may fail',
      child: childOf({ result: 'canceled' }),
      bridge: { allowFailure: true },
      status: 'canceled',
      outcome: 'warnings',
    },
  ];
  test.each(ends)('ends like its pipeline: $name', async ({ child, bridge, status, outcome }) => {
    const end = await followSimulated({ script: upstreamOf(child, bridge) });
    expect(end.verdict.outcome).toBe(outcome);
    expect(bridgeStatuses(end).at(-1)).toBe(status);
  });

  test.each([
    { child: childOf({}), outcome: 'success' },
    { child: childOf({ result: 'failed' }), outcome: 'failed' },
    { child: childOf({ result: 'canceled' }), outcome: 'canceled' },
    { child: childOf({ result: 'skipped' }), outcome: 'skipped' },
    { child: childOf({ result: 'manual' }), outcome: 'manual' },
    { child: childOf({ result: 'manual', allowFailure: true }), outcome: 'skipped' },
  ])('gives the outcome $outcome with downstream: require', async ({ child, outcome }) => {
    const { verdict } = await followSimulated({
      script: upstreamOf(child),
      request: { downstream: 'require' },
    });
    expect(verdict.outcome).toBe(outcome);
  });

  test('is skipped with its pipeline, and does not hold up the one above', async () => {
    const end = await followSimulated({ script: upstreamOf(childOf({ result: 'skipped' })) });
    expect(end.verdict.outcome).toBe('success');
    expect(end.verdict.snapshot?.root.bridges.map(({ bridge }) => bridge.status)).toEqual(['skipped']);
  });

  test.each(['preparing', 'waiting_for_resource', 'scheduled', 'canceling', 'waiting_for_callback'])(
    'runs while its pipeline is %s',
    async (status) => {
      const statusTimeline = [
        { afterMs: 0, status: 'pending' },
        { afterMs: 1000, status },
        { afterMs: 20_000, status: 'success' },
      ];
      const end = await followSimulated({ script: upstreamOf({ statusTimeline }) });
      expect(end.verdict.outcome).toBe('success');
      expect(bridgeStatuses(end)).toEqual(['running', 'success']);
    },
  );

  test('stays manual after a user has played the blocking job of its pipeline, and ends with it', async () => {
    const end = await followSimulated({
      script: upstreamOf(childOf({ result: 'manual', durationMs: 60_000 })),
      request: { onManual: 'wait', pollInterval: 1000 },
      meanwhile: { 30_000: ({ send }) => void send('POST', '/jobs/9003/play') },
    });
    expect(end.verdict.outcome).toBe('success');
    expect(bridgeStatuses(end)).toEqual(['manual', 'success']);
    const below = end.events.flatMap((event) =>
      event.kind === 'pipeline_changed' && event.path.length > 0 ? [event.pipeline.status] : [],
    );
    expect(below.slice(-3)).toEqual(['manual', 'running', 'success']);
  });

  test.each(['show', 'require'] as const)(
    'has the blocking job of its pipeline played with on_manual: play and downstream: %s',
    async (downstream) => {
      const end = await followSimulated({
        script: upstreamOf(childOf({ result: 'manual', resultAfterPlay: 'failed' })),
        request: { onManual: 'play', downstream },
      });
      const plays = end.asked.filter(({ target }) => target.endsWith('/play'));
      expect(plays).toEqual([expect.objectContaining({ status: 200 })]);
      expect(end.verdict.outcome).toBe('failed');
    },
  );

  test('restarts the pipeline above when it is retried from below', async () => {
    const end = await followSimulated({
      script: {
        ...upstreamOf(childOf({ result: 'failed', resultAfterRetry: 'success' })),
        jobs: [{ name: 'long', stage: 'below', durationMs: 60_000 }],
      },
      request: { pollInterval: 500 },
      meanwhile: { 30_000: ({ send }) => void send('POST', '/pipelines/258/retry') },
    });
    expect(end.verdict.outcome).toBe('success');
    expect(bridgeStatuses(end)).toEqual(['running', 'failed', 'running', 'success']);
  });
});

describe('a trigger job that mirrors a pipeline of a read-only project', () => {
  /** `ada` started the pipeline, and only reads what it starts elsewhere. */
  function scenarioOf(script: PipelineScript): Pick<Scenario, 'projects'> {
    return {
      projects: [
        {
          id: 42,
          path: 'group/app',
          members: { ada: 'maintainer' },
          refs: [{ name: 'main' }],
          triggers: [{ token: tokens.trigger, owner: 'ada' }],
          ci: valid(script),
        },
        { id: 43, path: 'group/other', members: { ada: 'reporter' }, refs: [{ name: 'main' }] },
      ],
    };
  }
  const blocked = childOf({ result: 'manual' });
  const elsewhere = { downstream: { projectId: 43, script: blocked } };
  const deeper: PipelineScript = {
    bridges: [{ name: 'inner', strategy: 'mirror', ...elsewhere }],
  };

  test.each([
    { name: 'below', script: upstreamOf(blocked, elsewhere) },
    { name: 'two levels below', script: upstreamOf(deeper) },
  ])('blocks for good if no one allows us to play its job $name', async ({ script }) => {
    const { verdict, asked } = await followSimulated({
      script,
      scenario: scenarioOf(script),
      request: { onManual: 'play', downstream: 'show' },
    });
    expect(asked.filter(({ target }) => target.endsWith('/play'))).toEqual([
      expect.objectContaining({ status: 403 }),
    ]);
    expect(verdict.outcome).toBe('manual');
  });

  test('blocks nothing if the pipeline above does not wait for it', async () => {
    const script = upstreamOf(blocked, { ...elsewhere, strategy: 'none' });
    const { verdict } = await followSimulated({
      script,
      scenario: scenarioOf(script),
      request: { onManual: 'play', downstream: 'show' },
    });
    expect(verdict.outcome).toBe('success');
  });

  test('can still be played by another user if the pipeline above runs', async () => {
    const script = upstreamOf(childOf({ result: 'manual' }), { ...elsewhere, strategy: 'depend' });
    const { verdict } = await followSimulated({
      script,
      scenario: scenarioOf(script),
      request: { onManual: 'play', downstream: 'show', timeoutMs: 120_000 },
    });
    expect(verdict.outcome).toBe('timeout');
  });
});
