import { describe, expect, test } from '@jest/globals';

import { waitAction } from '../../../src/run/wait.js';
import type {
  PastPipelineDescription,
  PushDescription,
  PushedPipelineDescription,
} from '../../../src/simulator/gitlab/state/scenario.js';
import { mainSha, oneProject, quickScript, tokens } from '../../support/one-project.js';
import { type RunEnd, type RunStory, placeOf, runInVirtualTime } from './support/run-in-virtual-time.js';

const newSha = 'c'.repeat(40);

function push(afterMs: number, pipelines: readonly PushedPipelineDescription[] = [{}]): PushDescription {
  return { afterMs, ref: 'main', sha: newSha, user: 'ada', pipelines };
}

interface Given extends Partial<RunStory> {
  readonly pushes?: readonly PushDescription[];
  readonly past?: readonly PastPipelineDescription[];
}

async function wait({ inputs, pushes = [], past = [], scenario, ...story }: Given = {}): Promise<RunEnd> {
  return await runInVirtualTime({
    action: waitAction,
    scenario: scenario ?? oneProject({ pushes, pastPipelines: past }),
    inputs: { ref: '', token: '', sha: newSha, ...inputs },
    ...story,
  });
}

function past(source: string, startedAgoMs: number, ref = 'main'): PastPipelineDescription {
  return { ref, user: 'ada', startedAgoMs, source, script: quickScript('success') };
}

const said = ({ events }: RunEnd): string =>
  events.filter((event) => /^(?:info|warning)/.test(event)).join('\n');

describe('a step that waits for the pipeline of a commit', () => {
  test('waits until it appears, and follows it', async () => {
    const run = await wait({ pushes: [push(90_000)] });
    expect([run.exitCode, run.outputs.pipeline_id, run.outputs.sha]).toEqual([0, '257', newSha]);
    expect(run.tookMs).toBeGreaterThan(90_000);
    expect(run.tookMs).toBeLessThan(130_000);
    const lines = said(run).split('\n');
    const waiting = lines.filter((line) => line.includes('No pipeline for commit cccccccc yet; waiting for'));
    expect(waiting).toHaveLength(2);
    expect(waiting[0]).toMatch(/waiting for up to (?:9m59s|10m00s)$/);
  });

  test('polls rarely while nothing is there', async () => {
    const run = await wait({ inputs: { appear_timeout: '30m' } });
    expect(run.error).toMatchObject({ code: 'pipeline_not_appeared', exitCode: 5 });
    expect(run.tookMs).toBeGreaterThanOrEqual(1_800_000);
    expect(run.tookMs).toBeLessThan(1_810_000);
    expect(run.requests.length).toBeLessThan(130);
    expect(run.outputs).toEqual({});
  });

  test('keeps a fixed pause', async () => {
    const run = await wait({ inputs: { appear_timeout: '10m', poll_interval: '1m' } });
    expect(run.requests).toHaveLength(11);
  });

  test('polls once when it may not wait', async () => {
    const run = await wait({ inputs: { appear_timeout: '0s' } });
    expect([run.error?.code, run.requests.length]).toEqual(['pipeline_not_appeared', 1]);
    expect(run.error?.message).toContain('GitLab lists no pipeline of it.');
  });

  test('accepts one at the last moment', async () => {
    const run = await wait({ pushes: [push(59_900)], inputs: { appear_timeout: '1m' } });
    expect([run.exitCode, run.outputs.pipeline_id]).toEqual([0, '257']);
  });

  test('accepts one that ended long ago at once', async () => {
    const run = await wait({ past: [past('push', 3_600_000)], inputs: { sha: mainSha } });
    expect([run.exitCode, run.outputs.pipeline_id]).toEqual([0, '257']);
    expect(run.tookMs).toBeLessThan(2000);
  });

  test('uses the newest of several, and reports which were skipped', async () => {
    const run = await wait({
      past: [past('push', 900_000), past('push', 600_000), past('trigger', 300_000)],
      inputs: { sha: mainSha },
    });
    expect([run.exitCode, run.outputs.pipeline_id]).toEqual([0, '258']);
    expect(said(run)).toContain('passed over: 257 (push on main), 259 (trigger on main)');
  });

  test.each(['trigger', 'api', 'web', 'schedule', 'pipeline', 'security_orchestration_policy', 'external'])(
    'skips one of source %s, unless that is requested',
    async (source) => {
      const given = { past: [past(source, 600_000)] };
      const inputs = { sha: mainSha, appear_timeout: '20s' };
      const without = await wait({ ...given, inputs });
      expect(without.error?.code).toBe('pipeline_not_appeared');
      expect(without.error?.message).toContain(`were passed over: 257 (${source}, main)`);
      expect(said(without)).toContain(`(passed over: 257 (${source} on main))`);
      const asked = await wait({ ...given, inputs: { ...inputs, source } });
      expect([asked.exitCode, asked.outputs.pipeline_id]).toEqual([0, '257']);
    },
  );

  const both = [{}, { source: 'merge_request_event', ref: 'refs/merge-requests/7/head' }];

  test('refuses to guess between a branch and a merge request pipeline, however close they are', async () => {
    const run = await wait({
      pushes: [
        push(10_000),
        { ...push(11_500, [{ source: 'merge_request_event', ref: 'refs/merge-requests/7/head' }]) },
      ],
    });
    expect(run.error).toMatchObject({ code: 'pipeline_ambiguous', exitCode: 3 });
    expect(run.error?.message).toContain(
      '258 (merge_request_event, refs/merge-requests/7/head), 257 (push, main)',
    );
    expect(run.error?.message).toContain('Give source');
    expect(run.outputs).toEqual({});
  });

  test.each([
    { inputs: { source: 'merge_request_event' }, id: '258' },
    { inputs: { source: 'push' }, id: '257' },
    { inputs: { ref: 'main' }, id: '257' },
    { inputs: { ref: 'refs/heads/main' }, id: '257' },
    { inputs: { ref: 'refs/merge-requests/7/head' }, id: '258' },
  ])('chooses by $inputs', async ({ inputs, id }) => {
    const run = await wait({ pushes: [push(10_000, both)], inputs });
    expect([run.exitCode, run.outputs.pipeline_id]).toEqual([0, id]);
  });

  test('refuses to guess between two branches at one commit', async () => {
    const base = oneProject({
      refs: [
        { name: 'main', sha: newSha },
        { name: 'release', sha: newSha },
      ],
      pastPipelines: [past('push', 600_000), past('push', 600_000, 'release')],
    });
    const run = await wait({ scenario: base });
    expect(run.error?.code).toBe('pipeline_ambiguous');
    expect(run.error?.message).toContain('Give ref');
    const chosen = await wait({ scenario: base, inputs: { ref: 'release' } });
    expect([chosen.exitCode, chosen.outputs.pipeline_id]).toEqual([0, '258']);
  });

  test('refuses to guess between child pipelines, and uses the only one', async () => {
    const child = { name: 'child', downstream: { script: quickScript('success') } };
    const parent = (count: number): PastPipelineDescription => ({
      ...past('push', 600_000),
      script: {
        jobs: [{ name: 'unit', durationMs: 100 }],
        bridges: Array.from({ length: count }, (_, index) => ({ ...child, name: `child-${index}` })),
      },
    });
    const inputs = { sha: mainSha, source: 'parent_pipeline' };
    const one = await wait({ past: [parent(1)], inputs });
    expect([one.exitCode, one.outputs.pipeline_id]).toEqual([0, '258']);
    const two = await wait({ past: [parent(2)], inputs });
    expect(two.error?.code).toBe('pipeline_ambiguous');
    expect(two.error?.message).toContain('pipeline_id of the child');
    const notAsked = await wait({ past: [parent(2)], inputs: { sha: mainSha } });
    expect([notAsked.exitCode, notAsked.outputs.pipeline_id]).toEqual([0, '257']);
  });

  test('ignores what an old release lists in addition', async () => {
    const scenario = oneProject(
      { pastPipelines: [past('push', 600_000), past('trigger', 300_000)] },
      { release: { sourceFilter: 'ignored' } },
    );
    const run = await wait({ scenario, inputs: { sha: mainSha, source: 'push' } });
    expect([run.exitCode, run.outputs.pipeline_id]).toEqual([0, '257']);
  });
});

describe('a fault before the pipeline of a commit is there', () => {
  test('is reported once and survived if it is a temporary outage', async () => {
    const run = await wait({
      pushes: [push(40_000)],
      faults: [{ when: { nth: 2, times: 4 }, fault: { kind: 'status', status: 503, work: 'not_done' } }],
    });
    expect([run.exitCode, run.outputs.pipeline_id]).toEqual([0, '257']);
    const warnings = run.events.filter(
      (event) =>
        event.startsWith('warning: GitLab cannot be asked (GitLab answered 503') ||
        event.startsWith('warning: GitLab cannot be asked ('),
    );
    expect(warnings).toHaveLength(1);
  });

  test('ends the step if it is a lasting outage', async () => {
    const run = await wait({
      inputs: { outage_timeout: '1m', appear_timeout: '1h' },
      faults: [{ when: { nth: 'every' }, fault: { kind: 'status', status: 503, work: 'not_done' } }],
    });
    expect(run.error?.exitCode).toBe(4);
    expect(run.error?.message).toContain(`Cannot look for the pipeline for commit ${newSha} in group/app`);
    expect(run.tookMs).toBeLessThan(90_000);
  });

  test('ends the step at once if it is a refusal', async () => {
    const run = await wait({ inputs: { access_token: 'glpat-00000000000000000001' } });
    expect(run.error).toMatchObject({ code: 'unauthorized', exitCode: 3 });
    expect(run.requests).toHaveLength(1);
    expect(run.error?.message).not.toContain('glpat');
  });

  test('does not occur with a job token, which cancels nothing', async () => {
    const run = await wait({
      past: [past('push', 600_000)],
      inputs: { sha: mainSha, access_token: tokens.job },
    });
    expect([run.exitCode, run.outputs.pipeline_id]).toEqual([0, '257']);
  });

  test('starts and cancels nothing if the step is stopped', async () => {
    const run = await wait({ pushes: [push(60_000)], meanwhile: { 20_000: ({ stop }) => stop() } });
    expect(run.error).toMatchObject({ code: 'aborted', exitCode: 130 });
    expect(run.tookMs).toBe(20_000);
    expect(run.requests.filter((line) => !line.startsWith('GET'))).toEqual([]);
    expect(placeOf(run.events, 'saved: pipeline')).toBe(-1);
  });
});
