import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/errors.js';
import { changeTagModes } from '../../../src/simulator/gitlab/state/change-tags.js';
import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import type { VirtualClock } from '../../../src/simulator/virtual-clock.js';
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

/** As before: a minute, or the age and two seconds where that is shorter; and one poll. */
function oldBoundMs({ endedMs }: SimulatedEnd): number {
  return Math.min(60_000, endedMs + 2000) * 1.1 + 2000;
}

function longestPauseMs(end: SimulatedEnd, fromMs: number): number {
  const polls = pollsOf(end).filter((atMs) => atMs >= fromMs);
  return Math.max(0, ...polls.slice(1).map((atMs, index) => atMs - (polls[index] ?? 0)));
}

interface ToldEnd extends SimulatedEnd {
  /** What it logged for those who debug. */
  readonly lines: readonly string[];
}

/** The runs so far: in virtual time every run of a scenario is the same. */
const runs = new Map<string, Promise<ToldEnd>>();

function follow(
  name: keyof typeof scripts,
  scenario: Partial<Scenario> = {},
  request: SimulatedRun['request'] = {},
): Promise<ToldEnd> {
  const key = JSON.stringify([name, scenario, request]);
  const run = runs.get(key) ?? followAnew(name, scenario, request);
  runs.set(key, run);
  return run;
}

async function followAnew(
  name: keyof typeof scripts,
  scenario: Partial<Scenario>,
  request: SimulatedRun['request'],
): Promise<ToldEnd> {
  const lines: string[] = [];
  const end = await followSimulated({
    script: scripts[name],
    scenario,
    request: { timeoutMs: 3_600_000, ...request },
    debug: (text) => lines.push(text),
  });
  return { ...end, lines };
}

const traps: readonly Partial<Scenario>[] = [
  ...changeTagModes.filter((mode) => mode !== 'working').map((changeTags) => ({ changeTags })),
  { release: { changeTags: 'absent' } },
  { replicaLagMs: 900 },
  { changeTagLagMs: 4000 },
  { changeTagLagMs: 90_000 },
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
      expect(delayOf(end)).toBeLessThanOrEqual(oldBoundMs(end));
      // Polls do not pile up.
      expect(pollsOf(end).length).toBeLessThanOrEqual(pollsOf(blind).length * 1.25 + 5);
    },
  );

  test('logs nothing but a debug line about it', async () => {
    const { events, lines } = await follow('long', trap);
    expect(
      events.filter(({ kind }) => !['job_changed', 'pipeline_changed', 'heartbeat'].includes(kind)),
    ).toEqual([]);
    // What only lags may be right in the end.
    if (trap.replicaLagMs === undefined && trap.changeTagLagMs === undefined)
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

  test.each(['short', 'long', 'tree'] as const)(
    'restless costs a %s pipeline a few polls at first, and no long pause',
    async (name) => {
      const [end, blind] = [
        await follow(name, { changeTags: 'restless' }),
        await follow(name, { changeTags: 'blocked_404' }),
      ];
      expect(probesOf(end).length).toBeLessThanOrEqual(40);
      expect(pollsOf(end).length).toBeLessThanOrEqual(pollsOf(blind).length + 6);
      // From the fifth question on, no poll waits for what the tag says.
      const fromMs = probesOf(end)[4]?.atMs ?? Infinity;
      expect(longestPauseMs(end, fromMs)).toBeLessThanOrEqual(longestPauseMs(blind, fromMs) + 2000);
    },
  );
});

describe('while a question is under way that nobody answers', () => {
  const tripMs = (target: string): number => (isProbe({ target }) ? 1e9 : 0);
  const stop = new AbortedError('SIGTERM');

  test('the run is aborted at once', async () => {
    let clock: VirtualClock | undefined;
    const run = followSimulated({
      script: long,
      request: { timeoutMs: 3_600_000 },
      tripMs,
      // The first question is asked after a second at most, and given up after three more.
      signal: (virtual) => {
        clock = virtual;
        const abort = new AbortController();
        virtual.schedule(2500, () => abort.abort(stop));
        return abort.signal;
      },
    });
    await expect(run).rejects.toBe(stop);
    expect(clock?.nowMs()).toBe(2500);
  });

  test('its deadline is kept, and followed by one last poll', async () => {
    const end = await followSimulated({ script: long, request: { timeoutMs: 2500 }, tripMs });
    expect([end.verdict.outcome, end.verdict.elapsedMs]).toEqual(['timeout', 2500]);
    expect(pollsOf(end).at(-1)).toBe(2500);
  });

  test('a pipeline ends as without, in the old bounds and three seconds', async () => {
    for (const name of ['short', 'long', 'tree'] as const) {
      const script = scripts[name];
      const request = { timeoutMs: 3_600_000 };
      const [silent, blind] = [
        await followSimulated({ script, request, tripMs }),
        await follow(name, { changeTags: 'blocked_404' }),
      ];
      expect(silent.verdict.outcome).toBe(blind.verdict.outcome);
      expect(delayOf(silent)).toBeLessThanOrEqual(oldBoundMs(silent) + 3000);
      expect(pollsOf(silent).length).toBeLessThanOrEqual(pollsOf(blind).length * 1.25 + 5);
      // None of them has arrived.
      expect(probesOf(silent)).toEqual([]);
    }
  });
});
