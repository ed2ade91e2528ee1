import { describe, expect, test } from '@jest/globals';

import type { ProjectDescription } from '../../../src/simulator/gitlab/state/scenario.js';
import type { FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { oneProject, quickScript, valid } from '../../support/one-project.js';
import { type AttemptStory, postsOf, runAttempt, startBodyOf, startWith } from './support/attempts.js';
import type { RunEnd } from './support/run-in-virtual-time.js';

const start = '/trigger/pipeline';
const owned: Partial<ProjectDescription> = { members: { ada: 'owner', dev: 'developer' } };
const slowlyFailing: Partial<ProjectDescription> = {
  ...owned,
  ci: valid(quickScript('failed', { durationMs: 20_000 })),
};
const failing: Partial<ProjectDescription> = { ...owned, ci: valid(quickScript('failed')) };

const one = { inputs: { variables: 'IMAGE=one' } } as const;
const other = { inputs: { variables: 'IMAGE=other' } } as const;

/** Two calls of one step that ask for different things: pipelines 257 and 258. */
async function bothCalls(
  project: Partial<ProjectDescription>,
  story: Partial<AttemptStory> = {},
): Promise<RunEnd['where']> {
  const { where } = await runAttempt({ attempt: 1, project, ...story, ...one });
  await runAttempt({ attempt: 1, where, ...story, ...other });
  return where;
}

describe('a step that makes two calls, which ask for different things', () => {
  test('has each of them start its own after a failure, and cancels none', async () => {
    const where = await bothCalls(failing);
    for (const [index, call] of [one, other].entries()) {
      const again = await runAttempt({ attempt: 2, where, ...call });
      expect([again.error?.code, again.outputs.pipeline_id, postsOf(again)]).toEqual([
        'outcome_not_accepted',
        String(259 + index),
        [start],
      ]);
    }
  });

  test.each<{ what: string; fault: FaultRule['fault']; exitCode: number }>([
    {
      what: 'may not be read',
      fault: { kind: 'status', status: 403, work: 'not_done', body: '{"message":"403 Forbidden"}' },
      exitCode: 3,
    },
    { what: 'cannot be read', fault: { kind: 'reset_before' }, exitCode: 4 },
  ])('starts nothing when what it has started $what behind the other', async ({ fault, exitCode }) => {
    const where = await bothCalls(owned);
    const faults: readonly FaultRule[] = [
      { when: { pathMatches: /\/257\/variables$/, nth: 'every' }, fault },
    ];
    const end = await runAttempt({ attempt: 2, where, faults, ...one });
    expect(end.error).toMatchObject({ code: 'rerun_uncertain', exitCode });
    expect(postsOf(end)).toEqual([]);
  });

  test('finds its own behind any number of the other', async () => {
    const body = await startBodyOf({ attempt: 1, project: owned, ...other });
    const { where } = await runAttempt({ attempt: 1, project: owned, ...one });
    for (let count = 0; count < 60; count += 1) startWith(where.gitlab, body);
    const end = await runAttempt({ attempt: 2, where, ...one });
    expect([end.exitCode, end.outputs.pipeline_id, postsOf(end)]).toEqual([0, '257', []]);
  });
});

describe('what somebody else has started with the mark of a step', () => {
  test.each<{ what: string; forged: (body: Readonly<Record<string, unknown>>) => Record<string, unknown> }>([
    {
      what: 'another value of a variable that is called as one of the context',
      forged: (body) => ({ ...body, variables: { UPSTREAM_SHA: 'bad' } }),
    },
    { what: 'inputs that were not asked for', forged: (body) => ({ ...body, inputs: { tests: 'none' } }) },
    {
      what: 'another ref of the same short name',
      forged: (body) => ({ ...body, ref: 'refs/heads/main' }),
    },
  ])('is not taken up with $what', async ({ forged }) => {
    const inputs = { variables: 'UPSTREAM_SHA=good' };
    const project = {
      ...owned,
      ci: valid(quickScript('success'), { tests: { type: 'string', default: 'all' } }),
    };
    const body = await startBodyOf({ attempt: 1, project, inputs });
    const { where } = await runAttempt({ attempt: 1, project, told: { run: '1' } });
    startWith(where.gitlab, forged(body));
    expect(where.gitlab.pipelines().map(({ id }) => id)).toEqual([257, 258]);
    const end = await runAttempt({ attempt: 2, where, inputs });
    expect([end.outputs.pipeline_id, postsOf(end)]).toEqual(['259', [start]]);
  });
});

describe('a third attempt', () => {
  test('waits for what the second one has asked for, which is on its way', async () => {
    const body = await startBodyOf({ attempt: 2, told: { isFirst: true }, project: owned });
    const { where } = await runAttempt({ attempt: 1, project: slowlyFailing });
    const end = await runAttempt({
      attempt: 3,
      where,
      meanwhile: { 40_000: ({ gitlab }) => startWith(gitlab, body) },
    });
    expect([end.error?.code, end.outputs.pipeline_id, postsOf(end)]).toEqual([
      'outcome_not_accepted',
      '258',
      [],
    ]);
    expect(end.events.filter((event) => event.includes('looked for'))).toEqual([
      'info: Pipeline 257 of attempt 1 is failed; an attempt after it may have sent a request that is still on its way, so its pipeline is looked for during 2m14s',
    ]);
  });

  test('starts its own once nothing of the second one can come any more', async () => {
    const { where } = await runAttempt({ attempt: 1, project: failing });
    const end = await runAttempt({ attempt: 3, where });
    expect([end.outputs.pipeline_id, postsOf(end)]).toEqual(['258', [start]]);
    expect(end.tookMs).toBeGreaterThan(135_000);
  });

  test.each([
    { what: 'counts its attempts in two places', before: '1.1', mine: '1.2' },
    { what: 'counts them from 0', before: '0', mine: '1' },
  ])('is none where the host $what, and nothing is between', async ({ before, mine }) => {
    const { where } = await runAttempt({ attempt: 1, told: { id: before }, project: failing });
    const end = await runAttempt({ attempt: 2, told: { id: mine }, where });
    expect([end.outputs.pipeline_id, postsOf(end)]).toEqual(['258', [start]]);
    expect(end.tookMs).toBeLessThan(10_000);
  });

  test.each([
    { what: 'another stage', before: '1.1', mine: '2.1' },
    { what: 'another workflow', before: '6f1d', mine: '81ac' },
  ])('may be between two of $what', async ({ before, mine }) => {
    const { where } = await runAttempt({ attempt: 1, told: { id: before }, project: failing });
    const end = await runAttempt({ attempt: 2, told: { id: mine }, where });
    expect([end.outputs.pipeline_id, postsOf(end)]).toEqual(['258', [start]]);
    expect(end.tookMs).toBeGreaterThan(135_000);
  });
});

describe('two attempts at once', () => {
  test.each<{ what: string; fault: FaultRule['fault'] }>([
    { what: 'a connection that breaks', fault: { kind: 'reset_before' } },
    { what: 'a page of a gateway', fault: { kind: 'html' } },
  ])('leave one pipeline in spite of $what at the last look', async ({ fault }) => {
    const body = await startBodyOf({ attempt: 1, project: owned });
    let isStarted = false;
    const end = await runAttempt({
      attempt: 2,
      project: owned,
      faults: [{ when: { pathMatches: /\/pipelines\?.*after/, nth: 1 }, fault }],
      onRequest: (line, { gitlab }) => {
        if (!line.includes(start) || isStarted) return;
        isStarted = true;
        startWith(gitlab, body);
      },
    });
    expect(end.error).toMatchObject({ code: 'rerun_overtaken', exitCode: 3 });
    expect(postsOf(end)).toEqual([start, '/pipelines/258/cancel']);
  });
});

describe('a step that has GitLab retry what failed', () => {
  test.each([5_000, 20_000])(
    'is not red by a picture of before, from a replica %i ms behind',
    async (replicaLagMs) => {
      const ci = valid(quickScript('failed', { durationMs: 90_000, resultAfterRetry: 'success' }));
      const scenario = oneProject({ ci }, { replicaLagMs });
      const { where } = await runAttempt({ attempt: 1, scenario, inputs: { on_rerun: 'retry' } });
      const again = await runAttempt({ attempt: 2, where, inputs: { on_rerun: 'retry' } });
      expect([again.exitCode, again.outputs.outcome, postsOf(again), again.statuses]).toEqual([
        0,
        'success',
        ['/pipelines/257/retry'],
        ['success'],
      ]);
    },
  );
});
