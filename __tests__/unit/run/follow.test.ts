import { describe, expect, test } from '@jest/globals';

import { waitAction } from '../../../src/run/wait.js';
import type { PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import { endlessScript, oneProject, quickScript, valid } from '../../support/one-project.js';
import { type RunEnd, type RunStory, placeOf, runInVirtualTime } from './support/run-in-virtual-time.js';

async function follow(script: PipelineScript, { inputs, ...story }: Partial<RunStory> = {}): Promise<RunEnd> {
  return await runInVirtualTime({
    action: waitAction,
    scenario: oneProject({ ci: valid(script) }),
    isStarted: true,
    inputs: { pipeline_id: '257', ...inputs },
    ...story,
  });
}

const values = { values_from: 'unit:out.env' };
const filed: PipelineScript = quickScript('success', {
  artifacts: [
    {
      fileType: 'archive',
      filename: 'artifacts.zip',
      files: { 'out.env': 'TAG=v1\nTOKEN=s3cr3t-of-the-job\n' },
    },
  ],
});
const failing: PipelineScript = {
  createdForMs: 50,
  jobs: [
    { name: 'unit', durationMs: 200, result: 'failed', log: 'it broke\n' },
    { name: 'soak', durationMs: 3_600_000 },
  ],
};

describe('the end of a run after the verdict', () => {
  test('is in order: outputs, results, logs, report, and the final sentence', async () => {
    const { exitCode, events } = await follow(filed, { inputs: values });
    expect(exitCode).toBe(0);
    const places = ['output: outcome=success', 'output: values=', 'summary', 'info: Pipeline 257 passed'].map(
      (beginning) => placeOf(events, beginning),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test('masks values before their output is set or anything is logged about them', async () => {
    const { events } = await follow(filed, { inputs: { ...values, mask_values: 'TOKEN' } });
    const masked = placeOf(events, 'masked: a value');
    expect(masked).toBeGreaterThanOrEqual(0);
    expect(masked).toBeLessThan(placeOf(events, 'output: values='));
    expect(masked).toBeLessThan(placeOf(events, 'info: Values'));
    expect(events.filter((event) => event.startsWith('info: ')).join('\n')).not.toContain('s3cr3t');
  });

  test('fails an accepted step with missing values, and still sets the outcome of the pipeline', async () => {
    const run = await follow(quickScript('success'), { inputs: values });
    expect(run.error).toMatchObject({ exitCode: 6 });
    expect(run.outputs).toMatchObject({ outcome: 'success' });
    expect(run.outputs).not.toHaveProperty('values');
    expect(run.summaries).toHaveLength(1);
  });

  test('keeps the error of the pipeline when values are missing, too, and reports what is missing', async () => {
    const run = await follow(quickScript('failed'), { inputs: { ...values, results_on: 'always' } });
    expect(run.error).toMatchObject({ exitCode: 1 });
    expect(run.events.some((event) => event.startsWith('warning: ') && event.includes('values_from'))).toBe(
      true,
    );
  });

  test('requests no values of a pipeline that was not accepted, and says why', async () => {
    const run = await follow(quickScript('failed'), { inputs: values });
    expect(run.requests.filter((line) => line.includes('/artifacts'))).toEqual([]);
    expect(run.events.join('\n')).toContain('No values: results_on is success, and the outcome is failed.');
  });

  test('omits a report that is not requested', async () => {
    const run = await follow(quickScript('success'), { inputs: { summary: 'false' } });
    expect(run.summaries).toEqual([]);
  });

  test('warns when the report could not be written, and passes', async () => {
    const run = await follow(quickScript('success'), {
      changeHost: (host) => ({ ...host, summary: { write: () => Promise.resolve(false) } }),
    });
    expect(run.exitCode).toBe(0);
    expect(run.events).toContain('warning: The report could not be written.');
  });

  test('keeps the verdict when logs cannot be read, and reports that', async () => {
    const run = await follow(quickScript('failed'), {
      faults: [
        {
          when: { pathMatches: /\/trace/, nth: 'every' },
          fault: { kind: 'status', status: 500, work: 'not_done' },
        },
      ],
    });
    expect(run.error?.exitCode).toBe(1);
    expect(run.events.some((event) => /^info: .*[Ll]og.* cannot be read/.test(event))).toBe(true);
    expect(run.summaries).toHaveLength(1);
  });

  test('omits logs that take longer than a minute', async () => {
    const run = await follow(quickScript('failed'), {
      faults: [{ when: { pathMatches: /\/trace/, nth: 'every' }, fault: { kind: 'stall' } }],
      inputs: { request_timeout: '10m' },
    });
    expect(run.error?.exitCode).toBe(1);
    expect(run.events).toContain('warning: Logs took too long to read; the report does not include them.');
    expect(run.tookMs).toBeLessThan(70_000);
  });
});

describe('a pipeline that still runs at the verdict', () => {
  test('is canceled if its failure is a reason, after its outputs are set', async () => {
    const run = await follow(failing, { inputs: { jobs: 'unit', cancel_on: 'failure' } });
    expect(run.error?.exitCode).toBe(1);
    expect(run.requests.filter((line) => line.endsWith('/pipelines/257/cancel'))).toHaveLength(1);
    expect(run.statuses).not.toContain('running');
    const said = run.events.findIndex((event) => /^info: Pipeline 257 (?:is|had|ended)/.test(event));
    expect(said).toBeGreaterThan(placeOf(run.events, 'output: outcome=failed'));
  });

  test.each(['abort', 'timeout', 'never'])('is left running when cancel_on is %s', async (reason) => {
    const run = await follow(failing, { inputs: { jobs: 'unit', cancel_on: reason } });
    expect(run.error?.exitCode).toBe(1);
    expect(run.requests.filter((line) => line.includes('/cancel'))).toEqual([]);
  });

  test('is left running when its failure is accepted', async () => {
    const run = await follow(failing, { inputs: { jobs: 'unit', cancel_on: 'failure', accept: 'failed' } });
    expect(run.exitCode).toBe(0);
    expect(run.requests.filter((line) => line.includes('/cancel'))).toEqual([]);
  });
});

describe('a token that GitLab revokes', () => {
  test('ends the step at once as refused, with the outcome outage and nothing left to the post step', async () => {
    const run = await follow(endlessScript, {
      faults: [
        {
          when: { pathMatches: /\/pipelines\/257$/, nth: 4, times: 99 },
          fault: {
            kind: 'status',
            status: 401,
            work: 'not_done',
            body: '{"message":"401 Unauthorized"}',
            contentType: 'application/json',
          },
        },
      ],
    });
    expect(run.error?.exitCode).toBe(3);
    expect(run.outputs).toMatchObject({ outcome: 'outage', status: 'running' });
    expect(run.events.filter((event) => event.startsWith('saved: pipeline')).at(-1)).toBe('saved: pipeline=');
  });
});
