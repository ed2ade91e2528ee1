import { describe, expect, test } from '@jest/globals';

import { changeTagModes } from '../../../src/simulator/gitlab/state/change-tags.js';
import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { type SimulatedEnd, type SimulatedRun, followSimulated } from './follow-simulated.js';

/** Three quiet stretches, and an end in its 40th second or some minutes later. */
const short: PipelineScript = {
  stages: ['build', 'test'],
  jobs: [
    { name: 'compile', stage: 'build', durationMs: 14_000 },
    { name: 'unit', stage: 'test', durationMs: 23_000 },
  ],
};
const long: PipelineScript = {
  stages: ['build', 'test'],
  jobs: [
    { name: 'compile', stage: 'build', durationMs: 400_000 },
    { name: 'unit', stage: 'test', durationMs: 900_000 },
    { name: 'lint', stage: 'test', durationMs: 700_000, result: 'failed' },
  ],
};
const tree: PipelineScript = {
  bridges: [
    {
      name: 'below',
      strategy: 'depend',
      downstream: { script: { jobs: [{ name: 'inner', durationMs: 200_000, result: 'failed' }] } },
    },
  ],
};
const scripts = { short, long, tree } as const;

const isProbe = ({ target }: { readonly target: string }): boolean => target === '/api/graphql';
const probesOf = ({ asked }: SimulatedEnd): SimulatedEnd['asked'] => asked.filter(isProbe);
const pollsOf = ({ asked }: SimulatedEnd): readonly number[] =>
  asked.filter(({ target }) => target.endsWith('/pipelines/257')).map(({ atMs }) => atMs);

/** From the end of the pipeline to the verdict. */
function delayOf({ verdict, endedMs }: SimulatedEnd): number {
  return verdict.elapsedMs - endedMs;
}

function follow(
  name: keyof typeof scripts,
  scenario: Partial<Scenario> = {},
  request: SimulatedRun['request'] = {},
): Promise<SimulatedEnd> {
  const timeoutMs = 3_600_000;
  return followSimulated({ script: scripts[name], scenario, request: { timeoutMs, ...request } });
}

const traps: readonly Partial<Scenario>[] = [
  ...changeTagModes.filter((mode) => mode !== 'working').map((changeTags) => ({ changeTags })),
  { release: { changeTags: 'absent' } },
  { replicaLagMs: 900 },
];

describe('following with a tag that shows changes', () => {
  test.each(['short', 'long', 'tree'] as const)(
    'detects the end of a %s pipeline within 3 s',
    async (name) => {
      const end = await follow(name);
      expect(end.verdict.outcome).toBe(name === 'short' ? 'success' : 'failed');
      expect(delayOf(end)).toBeLessThanOrEqual(3000);
    },
  );

  test('makes fewer polls than without, but one each minute', async () => {
    const [asking, blind] = [await follow('long'), await follow('long', { changeTags: 'blocked_404' })];
    const polls = pollsOf(asking);
    expect(polls.length).toBeLessThan(pollsOf(blind).length);
    const pauses = polls.slice(1).map((atMs, index) => atMs - (polls[index] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(61_000);
  });

  test('asks at intervals of 1 to 5.5 seconds', async () => {
    const times = probesOf(await follow('long')).map(({ atMs }) => atMs);
    const pauses = times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5500);
    expect(times.length).toBeGreaterThan(100);
    expect(probesOf(await follow('short')).length).toBeLessThan(40);
  });

  test('asks nothing with a fixed interval', async () => {
    const end = await follow('short', {}, { pollInterval: 5000 });
    expect(probesOf(end)).toEqual([]);
  });

  test('polls a lagging replica again', async () => {
    for (const name of ['short', 'long', 'tree'] as const) {
      const end = await follow(name, { replicaLagMs: 900 });
      expect(delayOf(end)).toBeLessThanOrEqual(5000);
    }
  });
});

describe.each(traps)('following with the fault %j', (trap) => {
  test.each(['short', 'long', 'tree'] as const)(
    'detects the end of a %s pipeline within the bounds without a tag',
    async (name) => {
      const [end, blind] = [await follow(name, trap), await follow(name, { changeTags: 'blocked_404' })];
      expect(end.verdict.outcome).toBe(blind.verdict.outcome);
      expect(end.events.filter(({ kind }) => kind === 'poll_failed')).toEqual([]);
      // As before: a minute, or the age and two seconds where that is shorter; and one poll.
      const oldMs = Math.min(60_000, end.endedMs + 2000) * 1.1 + 2000;
      expect(delayOf(end)).toBeLessThanOrEqual(oldMs);
      // Polls do not pile up.
      expect(pollsOf(end).length).toBeLessThanOrEqual(pollsOf(blind).length * 1.25 + 5);
    },
  );

  test('logs nothing but a debug line about it', async () => {
    const lines: string[] = [];
    const { events } = await followSimulated({
      script: long,
      scenario: trap,
      request: { timeoutMs: 3_600_000 },
      debug: (text) => lines.push(text),
    });
    expect(
      events.filter(({ kind }) => !['job_changed', 'pipeline_changed', 'heartbeat'].includes(kind)),
    ).toEqual([]);
    if (trap.replicaLagMs === undefined)
      expect(lines.join('\n')).toMatch(/not asked whether anything has changed/);
  });
});

describe('a lasting fault of the tag', () => {
  test.each([
    ['stripped', 1],
    ['page', 1],
    ['redirect', 1],
    ['blocked_401', 1],
    ['blocked_403', 1],
    ['blocked_404', 1],
    ['blocked_405', 1],
    ['answered_on_the_way', 2],
    ['never_matches', 2],
    // These answer truly until nothing has changed.
    ['condition_stripped', 3],
    ['polling_off', 3],
    ['blocked_502', 3],
  ] as const)('in the form of %s is tried %d times', async (changeTags, times) => {
    expect(probesOf(await follow('long', { changeTags }))).toHaveLength(times);
  });

  test.each(['stuck', 'restless'] as const)('in the form of %s is detected', async (changeTags) => {
    const asked = probesOf(await follow('long', { changeTags }));
    expect(asked.at(-1)?.atMs).toBeLessThan(1_200_000);
  });
});
