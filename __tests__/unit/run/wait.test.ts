import { describe, expect, test } from '@jest/globals';

import { waitAction } from '../../../src/run/wait.js';
import { endlessScript, oneProject, quickScript, valid } from '../../support/one-project.js';
import { type RunEnd, type RunStory, placeOf, runInVirtualTime } from './support/run-in-virtual-time.js';

async function wait({ inputs, ...story }: Partial<RunStory> = {}): Promise<RunEnd> {
  return await runInVirtualTime({
    action: waitAction,
    scenario: oneProject(),
    isStarted: true,
    inputs: { pipeline_id: '257', ...inputs },
    ...story,
  });
}

const endless = oneProject({ ci: valid(endlessScript) });

describe('a step that waits for a pipeline of another step', () => {
  test.each([
    { result: 'success', accept: 'success', exitCode: 0, outcome: 'success' },
    { result: 'failed', accept: 'success', exitCode: 1, outcome: 'failed' },
    { result: 'failed', accept: 'failed', exitCode: 0, outcome: 'failed' },
  ] as const)('ends with $exitCode when $result comes and $accept is accepted', async (row) => {
    const { result, accept, exitCode, outcome } = row;
    const run = await wait({ scenario: oneProject({ ci: valid(quickScript(result)) }), inputs: { accept } });
    expect(run.exitCode ?? run.error?.exitCode).toBe(exitCode);
    expect(run.outputs).toMatchObject({ pipeline_id: '257', outcome, status: result });
  });

  test('masks its secrets before it logs anything', async () => {
    const { events } = await wait();
    expect(placeOf(events, 'masked: access_token')).toBeGreaterThanOrEqual(0);
    expect(placeOf(events, 'masked: access_token')).toBeLessThan(placeOf(events, 'info: '));
  });

  test('sets the identity of the pipeline as soon as it is read, and its outcome at the end', async () => {
    const { events } = await wait();
    const found = placeOf(events, 'output: pipeline_id=257');
    expect(found).toBeGreaterThanOrEqual(0);
    expect(found).toBeLessThan(placeOf(events, 'info: Pipeline 257'));
    expect(placeOf(events, 'output: outcome=success')).toBeGreaterThan(placeOf(events, 'info: 00:00'));
  });

  test('fails at once, without an outcome, when there is no such pipeline', async () => {
    const run = await wait({ inputs: { pipeline_id: '999' } });
    expect(run.error).toMatchObject({ exitCode: 3 });
    expect(run.outputs).toEqual({});
  });

  test('does not follow a pipeline of another commit than the expected one', async () => {
    const run = await wait({ scenario: endless, inputs: { expected_sha: '2'.repeat(40) } });
    expect(run.error?.code).toBe('wrong_commit');
    expect(run.statuses).toEqual(['running']);
    expect(run.tookMs).toBeLessThan(60_000);
  });

  test('leaves the pipeline running at a timeout, unless that is a reason to cancel it', async () => {
    const left = await wait({ scenario: endless, inputs: { timeout: '1m' } });
    expect([left.error?.exitCode, left.outputs.outcome, left.statuses]).toEqual([5, 'timeout', ['running']]);
    const gone = await wait({ scenario: endless, inputs: { timeout: '1m', cancel_on: 'timeout' } });
    expect([gone.error?.exitCode, gone.outputs.outcome, gone.statuses]).toEqual([5, 'timeout', ['canceled']]);
  });

  test('ends as an outage when GitLab stays unreachable, and cancels nothing', async () => {
    const run = await wait({
      scenario: endless,
      inputs: { outage_timeout: '1m', cancel_on: 'timeout, failure' },
      faults: [
        {
          when: { pathMatches: /\/jobs|\/bridges|\/pipelines\/257/, nth: 'every' },
          fault: { kind: 'status', status: 503, work: 'not_done' },
        },
      ],
    });
    expect(run.error?.exitCode).toBe(4);
    expect(run.requests.filter((line) => line.includes('/cancel'))).toEqual([]);
    expect(run.statuses).toEqual(['running']);
  });
});

describe('a step that waits and is stopped', () => {
  test('reports it, and cancels the pipeline', async () => {
    const run = await wait({ scenario: endless, meanwhile: { 5000: ({ stop }) => stop() } });
    expect(run.error).toMatchObject({ code: 'aborted', exitCode: 130 });
    expect(run.outputs).toMatchObject({ outcome: 'aborted', status: 'canceled' });
    expect(run.statuses).toEqual(['canceled']);
  });

  test('sets its outputs before it cancels, and writes the report after that', async () => {
    const { events } = await wait({ scenario: endless, meanwhile: { 5000: ({ stop }) => stop() } });
    const aborted = placeOf(events, 'output: outcome=aborted');
    const canceled = placeOf(events, 'info: Pipeline 257 is cancel');
    expect(aborted).toBeGreaterThanOrEqual(0);
    expect(canceled).toBeGreaterThan(aborted);
    expect(placeOf(events, 'summary')).toBeGreaterThan(canceled);
  });

  test('leaves the pipeline to the post step when a second signal comes before it is canceled', async () => {
    const run = await wait({
      scenario: endless,
      meanwhile: { 5000: ({ stop }) => stop() },
      onRequest: (line, { stop }) => {
        if (line.includes('/cancel')) stop();
      },
      faults: [{ when: { method: 'POST' }, fault: { kind: 'stall' } }],
    });
    expect(run.error?.code).toBe('aborted');
    expect(run.tookMs).toBeLessThan(6000);
    expect(run.error?.message).toContain('running');
    expect(run.events.filter((event) => event.startsWith('saved: pipeline')).at(-1)).toContain(
      '"pipelineId":257',
    );
  });

  test('gives canceling three and a half seconds, and leaves the rest to the post step', async () => {
    const run = await wait({
      scenario: endless,
      meanwhile: { 5000: ({ stop }) => stop() },
      faults: [{ when: { method: 'POST' }, fault: { kind: 'stall' } }],
    });
    expect(run.error?.code).toBe('aborted');
    expect(run.tookMs).toBe(8500);
    expect(run.events.filter((event) => event.startsWith('saved: pipeline')).at(-1)).toContain(
      '"pipelineId":257',
    );
  });

  test('keeps an earlier verdict', async () => {
    const run = await wait({
      scenario: oneProject({ ci: valid(quickScript('failed')) }),
      onRequest: (line, { stop }) => {
        if (line.includes('/trace')) stop();
      },
    });
    expect(run.error).toMatchObject({ exitCode: 1 });
    expect(run.outputs).toMatchObject({ outcome: 'failed' });
    expect(run.summaries).toHaveLength(1);
  });
});
