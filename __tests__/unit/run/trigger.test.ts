import { describe, expect, test } from '@jest/globals';

import { triggerAction } from '../../../src/run/trigger.js';
import { legacyRelease } from '../../../src/simulator/gitlab/state/release.js';
import { endlessScript, mainSha, oneProject, quickScript, tokens, valid } from '../../support/one-project.js';
import { type RunEnd, type RunStory, placeOf, runInVirtualTime } from './support/run-in-virtual-time.js';

const started = 'POST /projects/group%2Fapp/trigger/pipeline';

async function trigger(story: Partial<RunStory> = {}): Promise<RunEnd> {
  return await runInVirtualTime({ action: triggerAction, scenario: oneProject(), ...story });
}

const endless = oneProject({ ci: valid(endlessScript) });
const canceled = expect.stringMatching(/^POST \/projects\/\d+\/pipelines\/257\/cancel/);

describe('a step that only triggers', () => {
  test('starts one pipeline, sets its outputs, and leaves nothing to the post step', async () => {
    const run = await trigger();
    expect(run).toMatchObject({ exitCode: 0, error: undefined });
    expect(run.requests.filter((line) => line.startsWith('POST'))).toHaveLength(1);
    expect(run.outputs).toMatchObject({ pipeline_id: '257', status: 'created', ref: 'main', sha: mainSha });
    expect(run.outputs).toMatchObject({ outcome: 'triggered' });
    expect(run.events.filter((event) => event.startsWith('saved: pipeline')).at(-1)).toBe('saved: pipeline=');
  });

  test('masks every secret before it logs anything', async () => {
    const { events } = await trigger({
      inputs: { github_token: 'ghs_Wq8TzR4vYb6NcJdLfKx2m0PaSdFgHjKlQw3r' },
    });
    const masks = events.flatMap((event, index) => (event.startsWith('masked: ') ? [index] : []));
    expect(masks.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...masks)).toBeLessThan(placeOf(events, 'info: '));
  });

  test('masks secrets also when an input is wrong, and sends nothing', async () => {
    const run = await trigger({ inputs: { ref: '' } });
    expect(run.error).toMatchObject({ code: 'invalid_input', exitCode: 2 });
    expect(run.events).toContain('masked: token');
    expect(run.requests).toEqual([]);
  });

  test('saves what to search for before the request, and the pipeline before it logs it', async () => {
    const { events } = await trigger();
    const pending = placeOf(events, 'saved: pipeline={"run":');
    const known = placeOf(events, 'saved: pipeline={"projectId":42,"pipelineId":257');
    expect(pending).toBeGreaterThanOrEqual(0);
    expect(known).toBeGreaterThan(pending);
    expect(placeOf(events, 'output: pipeline_id=257')).toBeGreaterThan(pending);
    expect(placeOf(events, 'output: web_url=')).toBeGreaterThan(known);
    expect(placeOf(events, 'info: Pipeline 257')).toBeGreaterThan(known);
  });

  test('leaves nothing to the post step when GitLab refuses', async () => {
    const run = await trigger({ inputs: { token: 'glptt-99887766554433221100ffeeddccbbaa00112233' } });
    expect(run.error).toMatchObject({ exitCode: 3 });
    expect(run.events.filter((event) => event.startsWith('saved: pipeline')).at(-1)).toBe('saved: pipeline=');
    expect(run.outputs).toEqual({});
  });

  test('reports a pipeline that failed at its creation, and fails', async () => {
    const run = await trigger({
      scenario: oneProject({ ci: { kind: 'invalid', errors: ['bad: yaml'] } }, { release: legacyRelease }),
    });
    expect(run.exitCode).toBeUndefined();
    expect(run.error?.message).toContain('bad: yaml');
    expect(run.outputs).toMatchObject({ pipeline_id: '257', outcome: 'failed' });
    expect(run.events.filter((event) => event.startsWith('saved: pipeline')).at(-1)).toBe('saved: pipeline=');
  });
});

describe('a pipeline on another commit than the expected one', () => {
  const inputs = { expected_sha: '2'.repeat(40) };

  test('is canceled, and the step ends with that error', async () => {
    const run = await trigger({ scenario: endless, inputs });
    expect(run.error?.code).toBe('wrong_commit');
    expect(run.requests).toContainEqual(canceled);
    expect(run.outputs).toMatchObject({ pipeline_id: '257', status: 'canceled' });
  });

  test('is left alone if nothing may be canceled', async () => {
    const run = await trigger({ scenario: endless, inputs: { ...inputs, wait: 'true', cancel_on: 'never' } });
    expect(run.error?.code).toBe('wrong_commit');
    expect(run.requests).not.toContainEqual(canceled);
  });

  test('is reported as running if no token may cancel it, and the error stays the same', async () => {
    const run = await trigger({ scenario: endless, inputs: { ...inputs, access_token: '' } });
    expect(run.error?.code).toBe('wrong_commit');
    expect(run.events.join('\n')).toContain(
      'warning: Pipeline 257 is still running (there is no access_token',
    );
  });
});

describe('a step that is stopped', () => {
  test('before its request has arrived leaves no pipeline and reports that it was stopped', async () => {
    const run = await trigger({ meanwhile: { 1: ({ stop }) => stop() } });
    expect(run.error).toMatchObject({ code: 'aborted', exitCode: 130 });
    expect(run.statuses).toEqual([]);
    expect(run.outputs).toEqual({});
  });

  test('right after the pipeline was created cancels it, and reports how it ended', async () => {
    const run = await trigger({
      scenario: endless,
      inputs: { wait: 'true' },
      meanwhile: { 3000: ({ stop }) => stop('SIGTERM') },
    });
    expect(run.error).toMatchObject({ code: 'aborted', exitCode: 143 });
    expect(run.error?.message).toContain('Pipeline 257 was canceled with it');
    expect(run.outputs).toMatchObject({ outcome: 'aborted', status: 'canceled' });
    expect(run.statuses).toEqual(['canceled']);
  });

  test('leaves the pipeline running where cancel_on does not name it, and says where it is', async () => {
    const run = await trigger({
      scenario: endless,
      inputs: { wait: 'true', cancel_on: 'timeout' },
      meanwhile: { 3000: ({ stop }) => stop() },
    });
    expect(run.error?.code).toBe('aborted');
    expect(run.statuses).toEqual(['running']);
    expect(run.requests).not.toContainEqual(canceled);
    expect(run.events.filter((event) => event.startsWith('saved: pipeline')).at(-1)).not.toContain('257');
  });
});

describe('a step that waits', () => {
  test.each([
    { result: 'success', exitCode: 0, outcome: 'success' },
    { result: 'failed', exitCode: 1, outcome: 'failed' },
  ] as const)(
    'ends with $exitCode when the pipeline ends as $outcome',
    async ({ result, exitCode, outcome }) => {
      const run = await trigger({
        scenario: oneProject({ ci: valid(quickScript(result)) }),
        inputs: { wait: 'true' },
      });
      expect(run.exitCode ?? run.error?.exitCode).toBe(exitCode);
      expect(run.outputs).toMatchObject({ outcome, status: result });
      expect(run.summaries).toHaveLength(1);
      expect(run.events.filter((event) => event.startsWith('saved: pipeline')).at(-1)).toBe(
        'saved: pipeline=',
      );
    },
  );

  test('starts nothing when its results would have no place', async () => {
    const run = await trigger({
      inputs: { wait: 'true', values_from: 'unit:out.env' },
      changeHost: (host) => ({
        ...host,
        outputs: { ...host.outputs, hindrance: () => 'there is no file for outputs' },
      }),
    });
    expect(run.error?.code).toBe('invalid_input');
    expect(run.error?.message).toContain('nothing was started');
    expect(run.requests).toEqual([]);
  });
});

describe('a step that supersedes', () => {
  test('continues when older pipelines cannot be listed, and reports it', async () => {
    const run = await trigger({
      scenario: endless,
      inputs: { supersede: 'true' },
      faults: [
        {
          when: { method: 'GET', pathMatches: /\/pipelines(\?|$)/ },
          fault: { kind: 'status', status: 500, work: 'not_done' },
        },
      ],
    });
    expect(run.exitCode).toBe(0);
    expect(run.events.some((event) => event.startsWith('warning: supersede: '))).toBe(true);
  });

  test('starts nothing where its older pipelines could never be recognized', async () => {
    const run = await trigger({
      inputs: { supersede: 'true' },
      changeHost: (host) => ({ ...host, context: () => ({ ci: 'a terminal' }) }),
    });
    expect(run.error?.message).toContain('a terminal does not tell the repository and the workflow');
    expect([run.error?.code, run.requests]).toEqual(['invalid_input', []]);
  });

  test('is only warned of that when nothing is to be started', async () => {
    const run = await trigger({
      inputs: { supersede: 'true', dry_run: 'true' },
      changeHost: (host) => ({ ...host, context: () => ({ ci: 'a terminal' }) }),
    });
    expect(run.error).toBeUndefined();
    expect(run.events.filter((event) => event.startsWith('warning: supersede: '))).toHaveLength(1);
  });
});

test('a step never sends its trigger token twice when GitLab has answered', async () => {
  const run = await trigger({ inputs: { wait: 'true' } });
  expect(run.requests.filter((line) => line === started)).toHaveLength(1);
  expect(JSON.stringify(run)).not.toContain(tokens.trigger);
});
