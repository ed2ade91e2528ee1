import { describe, expect, test } from '@jest/globals';

import type { JobScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { ProjectDescription } from '../../../src/simulator/gitlab/state/scenario.js';
import type { Fault, FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { readScenario } from '../../../src/simulator/scenario-file/read-scenario.js';
import { quickScript, tokens, valid } from '../../support/one-project.js';
import {
  type AttemptStory,
  deletePipeline,
  postsOf,
  rerunLines,
  runAttempt,
  startBodyOf,
  startWith,
} from './support/attempts.js';
import { type RunEnd, placeOf } from './support/run-in-virtual-time.js';

const start = '/trigger/pipeline';
const retryPost = '/pipelines/257/retry';

/** `ada` owns the project, so that she may delete pipelines. */
const owned = { members: { ada: 'owner', dev: 'developer' } } as const;

const failsOnce: Partial<ProjectDescription> = {
  ...owned,
  ci: valid(quickScript('failed', { resultAfterRetry: 'success' })),
};
const failing: Partial<ProjectDescription> = { ...owned, ci: valid(quickScript('failed')) };

function long(job: Partial<JobScript> = {}): Partial<ProjectDescription> {
  return {
    ...owned,
    ci: valid({ createdForMs: 50, jobs: [{ name: 'soak', durationMs: 100_000, ...job }] }),
  };
}

/** A first attempt, and a later one in the same place. */
async function twice(
  first: Partial<AttemptStory>,
  second: Partial<AttemptStory> = {},
  between: (end: RunEnd) => void = () => undefined,
): Promise<{ readonly first: RunEnd; readonly second: RunEnd }> {
  const one = await runAttempt({ ...first, attempt: 1 });
  between(one);
  const two = await runAttempt({ ...first, ...second, attempt: 2, where: one.where });
  return { first: one, second: two };
}

const retrying = { inputs: { on_rerun: 'retry' } } as const;
const givesUp = { cancel_on: 'never', timeout: '5s' } as const;

describe('a step that follows what an earlier attempt has started', () => {
  test('takes it up while it runs, and ends with it', async () => {
    const { first, second } = await twice({ project: long(), inputs: givesUp }, { inputs: {} });
    expect([first.error?.code, postsOf(first)]).toEqual(['wait_timeout', [start]]);
    expect([second.exitCode, second.outputs.pipeline_id, second.outputs.outcome]).toEqual([
      0,
      '257',
      'success',
    ]);
    expect([postsOf(second), second.statuses]).toEqual([[], ['success']]);
    expect(rerunLines(second)).toEqual([
      'Reusing pipeline 257 of attempt 1, which is running: no other one is started',
    ]);
  });

  test('is green at once with one that has passed', async () => {
    const { second } = await twice({ project: owned });
    expect([second.exitCode, second.outputs.pipeline_id, postsOf(second)]).toEqual([0, '257', []]);
    expect(second.tookMs).toBeLessThan(5000);
  });

  test('takes one up without waiting for it', async () => {
    const { second } = await twice({ project: owned, inputs: { wait: 'false' } });
    expect([second.exitCode, second.outputs.pipeline_id, second.outputs.outcome]).toEqual([
      0,
      '257',
      'triggered',
    ]);
    expect(postsOf(second)).toEqual([]);
  });

  test.each([
    { how: 'failed', first: { project: failing }, status: 'failed' },
    {
      how: 'was canceled',
      first: { project: long(), inputs: { cancel_on: 'timeout', timeout: '5s' } },
      status: 'canceled',
    },
    {
      how: 'is being canceled',
      first: { project: long({ cancelingForMs: 40_000 }), inputs: { cancel_on: 'timeout', timeout: '5s' } },
      status: 'canceled',
    },
  ])('starts a new one when it $how, and says why', async ({ first, status }) => {
    const { second } = await twice(first);
    expect(second.outputs.pipeline_id).toBe('258');
    expect(postsOf(second).filter((post) => post === start)).toEqual([start]);
    expect(rerunLines(second)).toEqual([
      `Starting a new pipeline, because pipeline 257 of attempt 1 is ${status} and on_rerun is follow`,
    ]);
  });

  test('takes up the one of the newest attempt', async () => {
    const { second } = await twice({ project: failing });
    const third = await runAttempt({ attempt: 3, where: second.where });
    expect(rerunLines(third)[0]).toContain('pipeline 258 of attempt 2');
    expect(third.outputs.pipeline_id).toBe('259');
  });

  test('starts its own when there was none, once no request can still be on its way', async () => {
    const end = await runAttempt({ attempt: 2, project: owned });
    expect([end.exitCode, postsOf(end)]).toEqual([0, [start]]);
    expect(rerunLines(end)).toEqual([
      'No pipeline of an earlier attempt is there; its request may still be on its way, so it is looked for during 2m14s',
      'Starting a new pipeline, because no earlier attempt of this step has left one',
    ]);
    expect(end.tookMs).toBeGreaterThan(135_000);
    expect(end.tookMs).toBeLessThan(140_000);
    expect(end.requests.length).toBeLessThan(30);
  });

  test('finds one that comes late, and starts no other', async () => {
    const body = await startBodyOf({ attempt: 1, project: owned });
    const end = await runAttempt({
      attempt: 2,
      project: owned,
      meanwhile: { 60_000: ({ gitlab }) => startWith(gitlab, body) },
    });
    expect([end.exitCode, end.outputs.pipeline_id, postsOf(end)]).toEqual([0, '257', []]);
  });

  test('finds one that GitLab made in the last second of its work, and a replica shows at last', async () => {
    const body = await startBodyOf({ attempt: 1, project: owned });
    const end = await runAttempt({
      attempt: 2,
      project: owned,
      meanwhile: { 118_000: ({ gitlab }) => startWith(gitlab, body) },
    });
    expect([end.exitCode, end.outputs.pipeline_id, postsOf(end)]).toEqual([0, '257', []]);
  });

  test('starts its own when the earlier one was deleted', async () => {
    const { second } = await twice({ project: owned }, {}, ({ where }) => deletePipeline(where.gitlab, 257));
    expect([second.exitCode, second.outputs.pipeline_id, postsOf(second)]).toEqual([0, '258', [start]]);
    expect(rerunLines(second).at(-1)).toContain('no earlier attempt of this step has left one');
  });

  test('starts its own when other variables are asked for, and says so', async () => {
    const { second } = await twice(
      { project: owned, inputs: { variables: 'IMAGE=1' } },
      { inputs: { variables: 'IMAGE=2' } },
    );
    expect([second.outputs.pipeline_id, postsOf(second)]).toEqual(['258', [start]]);
    expect(rerunLines(second)).toEqual([
      'Starting a new pipeline, because pipeline 257 of attempt 1 was started with other variables or inputs',
    ]);
  });

  test('takes up nothing that bears its mark and was started with other variables', async () => {
    const body = await startBodyOf({ attempt: 1, project: owned, inputs: { variables: 'TESTS=all' } });
    const { where } = await runAttempt({ attempt: 1, project: owned, told: { run: '1' } });
    startWith(where.gitlab, { ...body, variables: { TESTS: 'none' } });
    const end = await runAttempt({ attempt: 2, where, inputs: { variables: 'TESTS=all' } });
    expect([end.outputs.pipeline_id, postsOf(end)]).toEqual(['259', [start]]);
  });

  test('knows its own although the context that it forwards has changed', async () => {
    const { second } = await twice({ project: owned, inputs: { forward_context: 'true' } });
    expect([second.outputs.pipeline_id, postsOf(second)]).toEqual(['257', []]);
  });

  test.each<{ what: string; second: Partial<AttemptStory> }>([
    { what: 'run', second: { told: { run: '78' } } },
    { what: 'job', second: { told: { step: ['other', '__self'] } } },
    { what: 'step', second: { told: { step: ['trigger', '__self_2'] } } },
    { what: 'leg of a matrix', second: { inputs: { rerun_key: '{"os":"windows"}' } } },
  ])('leaves the pipeline of another $what alone', async ({ second: other }) => {
    const { second } = await twice({ project: owned, inputs: { rerun_key: '{"os":"linux"}' } }, other);
    expect([second.outputs.pipeline_id, postsOf(second)]).toEqual(['258', [start]]);
  });

  test('tells the legs of a matrix apart', async () => {
    const legs = ['{"os":"linux"}', '{"os":"windows"}'] as const;
    const linux = await runAttempt({ attempt: 1, project: owned, inputs: { rerun_key: legs[0] } });
    const { where } = await runAttempt({ attempt: 1, where: linux.where, inputs: { rerun_key: legs[1] } });
    for (const [index, rerunKey] of legs.entries()) {
      const again = await runAttempt({ attempt: 2, where, inputs: { rerun_key: rerunKey } });
      expect([again.outputs.pipeline_id, postsOf(again)]).toEqual([String(257 + index), []]);
    }
  });

  test('starts nothing when two pipelines of one attempt are alike', async () => {
    const { where } = await runAttempt({ attempt: 1, project: owned });
    await runAttempt({ attempt: 1, where });
    const end = await runAttempt({ attempt: 2, where });
    expect(end.error).toMatchObject({ code: 'rerun_uncertain', exitCode: 3 });
    expect(end.error?.message).toMatch(/several pipelines alike, 258, 257[^]*rerun_key/);
    expect(postsOf(end)).toEqual([]);
  });

  test('follows what its own attempt has started, however it ended', async () => {
    const { where } = await runAttempt({ attempt: 2, project: failing, told: { isFirst: true } });
    const end = await runAttempt({ attempt: 2, where, inputs: { on_rerun: 'retry' } });
    expect([end.error?.code, end.outputs.pipeline_id, postsOf(end)]).toEqual([
      'outcome_not_accepted',
      '257',
      [],
    ]);
  });

  test('starts nothing behind the back of a later attempt', async () => {
    const { second } = await twice({ project: owned, told: { id: '3' } }, { told: { id: '2' } });
    expect(second.error).toMatchObject({ code: 'rerun_overtaken', exitCode: 3 });
    expect(second.error?.message).toContain('attempt 3 of this step has started pipeline 257');
    expect(postsOf(second)).toEqual([]);
  });

  test('gives way to an attempt that started its own at the same time', async () => {
    const body = await startBodyOf({ attempt: 1, project: long() });
    const end = await runAttempt({
      attempt: 2,
      project: long(),
      onRequest: (line, { gitlab }) => {
        if (line.includes(start) && gitlab.pipelines().length === 0) startWith(gitlab, body);
      },
    });
    expect(end.error).toMatchObject({ code: 'rerun_overtaken', exitCode: 3 });
    expect(postsOf(end)).toEqual([start, '/pipelines/258/cancel']);
    expect(end.where.gitlab.pipelines().map(({ id, status }) => [id, status])).toEqual([
      [257, 'running'],
      [258, 'canceled'],
    ]);
  });

  test.each([
    { what: 'a first attempt', attempt: 1 },
    { what: 'a host that tells no attempts', attempt: undefined },
  ])('looks for nothing in $what', async ({ attempt }) => {
    const end = await runAttempt({ attempt, project: owned });
    expect([end.exitCode, postsOf(end)]).toEqual([0, [start]]);
    expect(end.requests.filter((line) => line.includes('order_by'))).toEqual([]);
    expect(rerunLines(end).length).toBe(attempt === undefined ? 1 : 0);
  });

  test('looks once, and waits for nothing, where each attempt may be the first', async () => {
    const end = await runAttempt({ attempt: 901, told: { isFirst: 'unknown' }, project: owned });
    expect([end.exitCode, postsOf(end)]).toEqual([0, [start]]);
    expect(end.tookMs).toBeLessThan(5000);
    const again = await runAttempt({ attempt: 902, told: { isFirst: 'unknown' }, where: end.where });
    expect([again.outputs.pipeline_id, postsOf(again)]).toEqual(['257', []]);
  });

  test('keeps to on_rerun: new', async () => {
    const { second } = await twice({ project: owned, inputs: { on_rerun: 'new' } });
    expect([second.outputs.pipeline_id, postsOf(second), rerunLines(second)]).toEqual(['258', [start], []]);
  });

  test('has nobody wait for a commit whose pipeline is there', async () => {
    const inputs = { expected_sha: '1'.repeat(40), wait_for_commit: '10m' };
    const { second } = await twice({ project: owned, inputs });
    expect([second.exitCode, postsOf(second)]).toEqual([0, []]);
    expect(second.requests.some((line) => line.includes('/repository/'))).toBe(false);
  });

  test('tells the post step which pipeline to cancel, before it follows it', async () => {
    const { second } = await twice(
      { project: long(), inputs: givesUp },
      { inputs: { cancel_on: 'abort' }, meanwhile: { 10_000: ({ stop }) => stop('SIGTERM') } },
    );
    expect(second.error?.code).toBe('aborted');
    expect(placeOf(second.events, 'saved: pipeline={"projectId":42,"pipelineId":257')).toBeGreaterThanOrEqual(
      0,
    );
    expect(postsOf(second)).toEqual(['/pipelines/257/cancel']);
  });
});

describe('who cannot tell what an earlier attempt has started', () => {
  const listed = /\/pipelines\?/;
  const refused = (status: number): Fault => ({
    kind: 'status',
    status,
    work: 'not_done',
    body: '{"message":"403 Forbidden"}',
  });
  test.each<{ what: string; faults: readonly FaultRule[]; exitCode: number; says: RegExp }>([
    {
      what: 'may list nothing',
      faults: [{ when: { pathMatches: listed, nth: 'every' }, fault: refused(403) }],
      exitCode: 3,
      says: /403 Forbidden/,
    },
    {
      what: 'may read no variables',
      faults: [{ when: { pathMatches: /\/variables$/, nth: 'every' }, fault: refused(403) }],
      exitCode: 3,
      says: /variables of pipeline 257, which tell whose it is, cannot be read/,
    },
    {
      what: 'gets no answer',
      faults: [{ when: { pathMatches: listed, nth: 'every' }, fault: { kind: 'reset_before' } }],
      exitCode: 4,
      says: /connection/,
    },
    {
      what: 'gets the page of a stranger',
      faults: [{ when: { pathMatches: listed, nth: 'every' }, fault: { kind: 'html' } }],
      exitCode: 4,
      says: /page/,
    },
    {
      what: 'gets an empty list from anybody',
      faults: [
        {
          when: { pathMatches: listed, nth: 'every' },
          fault: { kind: 'status', status: 200, work: 'not_done', body: '[]' },
        },
      ],
      exitCode: 4,
      says: /lacks the headers that GitLab sends/,
    },
    {
      what: 'gets variables that are none',
      faults: [
        {
          when: { pathMatches: /\/variables$/, nth: 'every' },
          fault: { kind: 'status', status: 200, work: 'not_done', body: '[]' },
        },
      ],
      exitCode: 4,
      says: /pipeline 257: it has no TRIGGER_PAYLOAD/,
    },
  ])('starts nothing when it $what', async ({ faults, exitCode, says }) => {
    const { second } = await twice({ project: owned }, { faults });
    expect(second.error).toMatchObject({ code: 'rerun_uncertain', exitCode });
    expect(second.error?.message).toMatch(says);
    expect(second.error?.message).toContain('Nothing was started');
    expect([postsOf(second), second.statuses, second.outputs]).toEqual([[], ['success'], {}]);
  });

  test('asks again where the trouble passes', async () => {
    const faults: readonly FaultRule[] = [
      { when: { pathMatches: listed, nth: 1 }, fault: { kind: 'reset_before' } },
      { when: { pathMatches: /\/variables$/, nth: 1 }, fault: { kind: 'html' } },
    ];
    const { second } = await twice({ project: owned }, { faults });
    expect([second.exitCode, second.outputs.pipeline_id, postsOf(second)]).toEqual([0, '257', []]);
  });

  test('may be a developer for whom others have started pipelines since', async () => {
    const { where } = await runAttempt({
      attempt: 1,
      project: { ...owned, triggers: [{ token: tokens.trigger, owner: 'dev' }] },
    });
    const end = await runAttempt({ attempt: 2, where });
    expect([end.exitCode, postsOf(end)]).toEqual([0, []]);
  });
});

describe('a step that retries what failed in the pipeline of an earlier attempt', () => {
  test('has GitLab retry it once, and follows it to its end', async () => {
    const { first, second } = await twice({ project: failsOnce, ...retrying });
    expect([first.error?.code, second.exitCode]).toEqual(['outcome_not_accepted', 0]);
    expect([second.outputs.pipeline_id, second.outputs.outcome, postsOf(second)]).toEqual([
      '257',
      'success',
      [retryPost],
    ]);
    expect(rerunLines(second)).toEqual([
      'Retrying the failed and canceled jobs of pipeline 257 of attempt 1, which is failed: no other one is started',
      'GitLab runs jobs of pipeline 257 of attempt 1 again',
    ]);
  });

  test('can be tried out with a scenario file', async () => {
    const reading = readScenario(`
projects:
  group/app:
    id: 42
    members: {ada: maintainer}
    trigger_tokens: [{token: ${tokens.trigger}, owner: ada}]
    refs: {main: {pipeline: flaky}}
users: {ada: {}}
access_tokens: [{token: ${tokens.api}, user: ada, scopes: [api]}]
pipelines:
  flaky: {jobs: {unit: {result: failed, result_after_retry: success}}}
faults: [{fault: reset_after, method: POST, path: /retry}]
`);
    if (reading.kind === 'wrong') throw new Error(JSON.stringify(reading.faults));
    const { scenario, faults } = reading.value;
    const first = await runAttempt({ attempt: 1, scenario, ...retrying });
    const second = await runAttempt({ attempt: 2, where: first.where, faults, ...retrying });
    expect([first.error?.code, second.exitCode, second.outputs.pipeline_id]).toEqual([
      'outcome_not_accepted',
      0,
      first.outputs.pipeline_id,
    ]);
    expect(postsOf(second).length).toBe(1);
  });

  test('is red when they fail again', async () => {
    const { second } = await twice({ project: failing, ...retrying });
    expect([second.error?.code, second.outputs.outcome, postsOf(second)]).toEqual([
      'outcome_not_accepted',
      'failed',
      [retryPost],
    ]);
  });

  test('brings a canceled one back', async () => {
    const { second } = await twice(
      { project: long(), inputs: { on_rerun: 'retry', cancel_on: 'timeout', timeout: '5s' } },
      { inputs: { on_rerun: 'retry' } },
    );
    expect([second.exitCode, second.outputs.pipeline_id, postsOf(second)]).toEqual([0, '257', [retryPost]]);
  });

  test('follows one that runs, and one that has passed', async () => {
    const running = await twice(
      { project: long(), inputs: { ...givesUp, on_rerun: 'retry' } },
      { inputs: { on_rerun: 'retry' } },
    );
    const passed = await twice({ project: owned, ...retrying });
    for (const { second } of [running, passed]) expect([second.exitCode, postsOf(second)]).toEqual([0, []]);
  });

  test('retries the failed job of one in which others still run', async () => {
    const jobs = [
      { name: 'unit', durationMs: 200, result: 'failed', resultAfterRetry: 'success' },
      { name: 'soak', durationMs: 60_000 },
    ] as const;
    const { second } = await twice({
      project: { ...owned, ci: valid({ jobs }) },
      inputs: { on_rerun: 'retry', jobs: 'unit', cancel_on: 'never' },
    });
    expect([second.exitCode, postsOf(second)]).toEqual([0, [retryPost]]);
  });

  test.each<{ what: string; faults: readonly FaultRule[]; posts: number }>([
    {
      what: 'a request that never arrived',
      faults: [{ when: { method: 'POST', pathMatches: /retry$/, nth: 1 }, fault: { kind: 'refuse' } }],
      posts: 2,
    },
    {
      what: 'an answer that got lost after the work',
      faults: [{ when: { method: 'POST', pathMatches: /retry$/, nth: 1 }, fault: { kind: 'reset_after' } }],
      posts: 1,
    },
    {
      what: 'half an answer',
      faults: [{ when: { method: 'POST', pathMatches: /retry$/, nth: 1 }, fault: { kind: 'truncate' } }],
      posts: 1,
    },
    {
      what: 'a gateway that gave up waiting',
      faults: [
        {
          when: { method: 'POST', pathMatches: /retry$/, nth: 1 },
          fault: {
            kind: 'status',
            status: 502,
            work: 'done',
            body: '<html></html>',
            contentType: 'text/html',
          },
        },
      ],
      posts: 1,
    },
    {
      what: 'a throttle',
      faults: [
        {
          when: { method: 'POST', pathMatches: /retry$/, nth: 1 },
          fault: { kind: 'rate_limited', retryAfterSeconds: 3 },
        },
      ],
      posts: 2,
    },
  ])('gets over $what with one retry', async ({ faults, posts }) => {
    const { second } = await twice({ project: failsOnce, ...retrying }, { faults });
    expect([second.exitCode, second.outputs.outcome]).toEqual([0, 'success']);
    const sent = postsOf(second);
    expect(sent.every((post) => post === retryPost)).toBe(true);
    expect(sent.length).toBeLessThanOrEqual(posts);
    expect(second.statuses).toEqual(['success']);
  });

  test.each<{ what: string; fault: Fault; code: string; exitCode: number; atMostMs: number }>([
    {
      what: 'a role that is too small',
      fault: { kind: 'status', status: 403, work: 'not_done', body: '{"message":"403 Forbidden"}' },
      code: 'retry_refused',
      exitCode: 3,
      atMostMs: 5000,
    },
    {
      what: 'a project that has moved',
      fault: {
        kind: 'status',
        status: 405,
        work: 'not_done',
        body: '{"message":"Non GET methods are not allowed for moved projects"}',
      },
      code: 'retry_refused',
      exitCode: 3,
      atMostMs: 5000,
    },
    {
      what: 'an error of GitLab',
      fault: {
        kind: 'status',
        status: 500,
        work: 'not_done',
        body: '{"message":"500 Internal Server Error"}',
      },
      code: 'retry_uncertain',
      exitCode: 4,
      atMostMs: 150_000,
    },
    {
      what: 'the page of a stranger',
      fault: { kind: 'html' },
      code: 'retry_uncertain',
      exitCode: 4,
      atMostMs: 150_000,
    },
    {
      what: 'no answer at all',
      fault: { kind: 'stall' },
      code: 'retry_uncertain',
      exitCode: 4,
      atMostMs: 150_000,
    },
  ])('fails on $what, and starts nothing', async ({ fault, code, exitCode, atMostMs }) => {
    const faults = [{ when: { method: 'POST', pathMatches: /retry$/ }, fault }];
    const { second } = await twice({ project: failsOnce, ...retrying }, { faults });
    expect(second.error).toMatchObject({ code, exitCode });
    expect([postsOf(second), second.statuses]).toEqual([[retryPost], ['failed']]);
    expect(second.tookMs).toBeLessThan(atMostMs);
  });

  test('says what a token with the scope read_api lacks', async () => {
    const { second } = await twice(
      { project: failsOnce, ...retrying },
      { inputs: { on_rerun: 'retry', access_token: tokens.readApi } },
    );
    expect(second.error).toMatchObject({ code: 'retry_refused', exitCode: 3 });
    expect(second.error?.message).toContain('access_token with the scope api');
    expect([postsOf(second), second.statuses]).toEqual([[retryPost], ['failed']]);
  });

  test.each([
    { when: 'before it is read', at: /GET .*\/pipelines\/257(?:$|\?)/ },
    { when: 'before it is retried', at: /POST .*\/retry$/ },
  ])('starts nothing when the pipeline is deleted $when', async ({ at }) => {
    const { second } = await twice(
      { project: failsOnce, ...retrying },
      { onRequest: (line, { gitlab }) => (at.test(line) ? deletePipeline(gitlab, 257) : undefined) },
    );
    expect(second.error).toMatchObject({ code: 'rerun_pipeline_gone', exitCode: 3 });
    expect(postsOf(second).filter((post) => post === start)).toEqual([]);
  });

  test('goes on with what somebody else has retried at the same moment', async () => {
    const conflict: Fault = {
      kind: 'status',
      status: 409,
      work: 'done',
      body: '{"message":"409 Conflict"}',
    };
    const faults = [{ when: { method: 'POST', pathMatches: /retry$/ }, fault: conflict }];
    const { second } = await twice({ project: failsOnce, ...retrying }, { faults });
    expect([second.exitCode, postsOf(second)]).toEqual([0, [retryPost]]);
  });

  test('cancels it when the step is stopped while GitLab works on the retry', async () => {
    const { second } = await twice(
      { project: long({ result: 'failed' }), inputs: { on_rerun: 'retry', timeout: '10m' } },
      {
        onRequest: (line, { stop }) => (line.endsWith('/retry') ? stop('SIGTERM') : undefined),
      },
    );
    expect(second.error?.code).toBe('aborted');
    expect(postsOf(second)).toEqual([retryPost, '/pipelines/257/cancel']);
    expect(second.statuses).toEqual(['canceled']);
  });
});
