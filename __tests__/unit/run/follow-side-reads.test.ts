import { describe, expect, test } from '@jest/globals';

import { waitAction } from '../../../src/run/wait.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Fault } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { oneProject, valid } from '../../support/one-project.js';
import { type RunEnd, placeOf, runInVirtualTime } from './support/run-in-virtual-time.js';

interface TimedEnd extends RunEnd {
  /** When polls were sent, in milliseconds since the start. */
  readonly polledMs: readonly number[];
  /** When the outcome was set. */
  readonly decidedMs: number;
}

/** Follows pipeline 257 while every log that is asked for meets `fault`. */
async function followWith(
  fault: Fault,
  { script, inputs = {} }: { readonly script: PipelineScript; readonly inputs?: RunEnd['outputs'] },
): Promise<TimedEnd> {
  const clock = createVirtualClock();
  const scenario = oneProject({ ci: valid(script) });
  const polledMs: number[] = [];
  let decidedMs = NaN;
  const run = await runInVirtualTime({
    action: waitAction,
    scenario,
    where: { clock, gitlab: new SimulatedGitLab({ clock }, scenario) },
    isStarted: true,
    inputs: {
      pipeline_id: '257',
      logs: 'all',
      poll_interval: '1s',
      timeout: '20s',
      request_timeout: '10m',
      ...inputs,
    },
    faults: [{ when: { pathMatches: /\/trace/, nth: 'every' }, fault }],
    onRequest: (line) => {
      if (line.endsWith('/pipelines/257')) polledMs.push(clock.nowMs());
    },
    changeHost: (host) => ({
      ...host,
      outputs: {
        ...host.outputs,
        set: (name, value) => {
          if (name === 'outcome') decidedMs = clock.nowMs();
          host.outputs.set(name, value);
        },
      },
    }),
  });
  return { ...run, polledMs, decidedMs };
}

const jobsThat = (result: 'success' | 'failed', jobs: number): PipelineScript => ({
  createdForMs: 50,
  jobs: Array.from({ length: jobs }, (_value, index) => ({
    name: `job ${index}`,
    durationMs: 3000,
    result,
    log: 'of job\n',
  })),
});

const slow: Fault = { kind: 'drip', everyMs: 1000 };
const silent: Fault = { kind: 'stall' };

describe('logs: all with slow or silent logs', () => {
  test.each([
    { name: '20 slow logs', fault: slow, jobs: 20, result: 'success', exitCode: 0 },
    { name: 'a silent log', fault: silent, jobs: 1, result: 'success', exitCode: 0 },
    { name: 'silent logs of failed jobs', fault: silent, jobs: 5, result: 'failed', exitCode: 1 },
  ] as const)('delays neither a poll nor the verdict: $name', async ({ fault, jobs, result, exitCode }) => {
    const run = await followWith(fault, { script: jobsThat(result, jobs) });
    expect([run.error?.exitCode ?? run.exitCode, run.outputs.outcome]).toEqual([exitCode, result]);
    const pauses = run.polledMs.slice(1).map((atMs, index) => atMs - (run.polledMs[index] ?? 0));
    expect(Math.max(...pauses)).toBeLessThan(1500);
    expect(run.decidedMs).toBeLessThan(6000);
    // The logs, and those of failed jobs for the report.
    expect(run.tookMs - run.decidedMs).toBeLessThan(30_000 + (result === 'failed' ? 61_000 : 1000));
    const spoken = run.events.slice(placeOf(run.events, 'output: outcome='));
    for (let job = 0; job < jobs; job += 1)
      expect(spoken).toContainEqual(expect.stringMatching(`^(?:group|info): .*\\bjob ${job}\\b`));
  });

  test('ends at timeout, and says which logs are missing', async () => {
    const run = await followWith(silent, {
      script: { createdForMs: 50, jobs: [{ name: 'soak', durationMs: 3_600_000 }] },
    });
    expect([run.outputs.outcome, run.error?.exitCode]).toEqual(['timeout', 5]);
    expect(run.decidedMs).toBeLessThan(21_000);
    expect(run.events.filter((event) => /^info: .*soak.*log could not be read/.test(event))).toHaveLength(1);
  });
});
