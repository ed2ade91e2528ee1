import { describe, expect, test } from '@jest/globals';

import { waitAction } from '../../../src/run/wait.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { JobResult } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Fault, FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { oneProject, valid } from '../../support/one-project.js';
import { type RunEnd, runInVirtualTime } from './support/run-in-virtual-time.js';

interface Reported extends RunEnd {
  /** From the outcome to the end. */
  readonly afterVerdictMs: number;
}

/** Runs `wait` for a pipeline whose job has values, tests and a log, with these faults after its verdict. */
async function report(
  faults: readonly FaultRule[],
  {
    result = 'success',
    inputs = {},
  }: { readonly result?: JobResult; readonly inputs?: RunEnd['outputs'] } = {},
): Promise<Reported> {
  const clock = createVirtualClock();
  const scenario = oneProject({
    ci: valid({
      createdForMs: 50,
      jobs: [
        {
          name: 'unit',
          durationMs: 200,
          result,
          log: 'the log\n',
          artifacts: [{ fileType: 'archive', filename: 'artifacts.zip', files: { 'out.env': 'A=1\n' } }],
        },
      ],
      tests: [{ name: 'unit', cases: [{ name: 'a', status: 'failed' }] }],
    }),
  });
  let decidedMs = NaN;
  const run = await runInVirtualTime({
    action: waitAction,
    scenario,
    where: { clock, gitlab: new SimulatedGitLab({ clock }, scenario) },
    isStarted: true,
    inputs: {
      pipeline_id: '257',
      values_from: 'unit:out.env',
      results_on: 'always',
      logs: 'failed',
      request_timeout: '10m',
      ...inputs,
    },
    faults,
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
  return { ...run, afterVerdictMs: clock.nowMs() - decidedMs };
}

const forEver = (pathMatches: RegExp, fault: Fault): FaultRule => ({
  when: { pathMatches, nth: 'every' },
  fault,
});

/** What values, tests and logs have together. */
const togetherMs = 60_000;

const details = [/\/artifacts\/out\.env/, /\/test_report/, /\/trace/];

const lasting: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: 'silence', fault: { kind: 'stall' } },
  { name: 'a byte a second', fault: { kind: 'drip', everyMs: 1000 } },
  { name: 'a lost connection', fault: { kind: 'reset_before' } },
  { name: 'a broken answer', fault: { kind: 'truncate' } },
  { name: 'an endless answer', fault: { kind: 'too_large', megabytes: 'endless' } },
  { name: 'a page', fault: { kind: 'html' } },
  { name: '503', fault: { kind: 'status', status: 503, work: 'not_done' } },
  { name: '429', fault: { kind: 'rate_limited', retryAfterSeconds: 20 } },
];

describe('values, tests and logs', () => {
  test.each(lasting)(
    'take no longer than a minute together when all of them meet $name',
    async ({ fault }) => {
      const run = await report(
        details.map((path) => forEver(path, fault)),
        { result: 'failed' },
      );
      expect([run.error?.code, run.outputs.outcome]).toEqual(['outcome_not_accepted', 'failed']);
      expect(run.afterVerdictMs).toBeLessThanOrEqual(togetherMs);
      expect(run.summaries).toHaveLength(1);
    },
  );

  test.each([
    { name: 'values', path: /\/artifacts\/out\.env/, failedTests: 1 },
    { name: 'tests', path: /\/test_report/, failedTests: 0 },
  ])('leave some time to what comes after them: $name are silent', async ({ path, failedTests }) => {
    const run = await report([forEver(path, { kind: 'stall' })], { result: 'failed' });
    expect(run.afterVerdictMs).toBeLessThanOrEqual(togetherMs);
    expect(run.events).toContainEqual(expect.stringContaining('group: log of unit'));
    expect(run.events.filter((event) => event.startsWith('group: failed tests'))).toHaveLength(failedTests);
    expect(run.summaries[0]).toContain('the log');
  });

  test('that are silent are reported with the time that they had', async () => {
    const run = await report([forEver(/\/artifacts\/out\.env/, { kind: 'stall' })]);
    expect(run.error).toMatchObject({ code: 'request_timeout', exitCode: 6 });
    expect(run.error?.message).toContain('unit:out.env');
  });

  test('keep the reason of the last answer when time is up', async () => {
    const run = await report([
      { when: { pathMatches: /\/artifacts\/out\.env/, nth: 1 }, fault: { kind: 'html' } },
      forEver(/\/artifacts\/out\.env/, { kind: 'stall' }),
    ]);
    expect(run.error).toMatchObject({ code: 'not_gitlab', exitCode: 6 });
  });

  test('keep the values of the files that were read, to mask them', async () => {
    const run = await report([forEver(/\/artifacts\/gone\.env/, { kind: 'stall' })], {
      inputs: { values_from: 'unit:out.env\nunit:gone.env', mask_values: 'A' },
    });
    expect(run.error).toMatchObject({ exitCode: 6 });
    expect(run.events).toContain('masked: a value');
    expect(run.outputs.values).toBeUndefined();
  });
});

describe('an answer that is too long', () => {
  const tooLong = (times: number): FaultRule => ({
    when: { pathMatches: /\/artifacts\/out\.env/, nth: 1, times },
    fault: { kind: 'too_large', megabytes: 'endless' },
  });

  test.each([
    { times: 1, reads: 2, code: undefined },
    { times: 2, reads: 3, code: undefined },
    { times: 3, reads: 3, code: 'values_unfit' },
    { times: 1000, reads: 3, code: 'values_unfit' },
  ])('is believed the third time in a row, not after a minute: $times', async ({ times, reads, code }) => {
    const run = await report([tooLong(times)]);
    expect([run.error?.code, run.outputs.values]).toEqual([
      code,
      code === undefined ? '{"A":"1"}' : undefined,
    ]);
    expect(run.requests.filter((line) => line.includes('out.env'))).toHaveLength(reads);
    expect(run.afterVerdictMs).toBeLessThan(10_000);
  });
});
