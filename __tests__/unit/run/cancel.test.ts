import { describe, expect, test } from '@jest/globals';

import { cancelAction } from '../../../src/run/cancel.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../../support/one-project.js';
import { type RunEnd, type RunStory, placeOf, runInVirtualTime } from './support/run-in-virtual-time.js';

async function cancel({ inputs, ...story }: Partial<RunStory> = {}): Promise<RunEnd> {
  return await runInVirtualTime({
    action: cancelAction,
    scenario: oneProject({ ci: valid(endlessScript) }),
    isStarted: true,
    inputs: { pipeline_id: '257', token: '', ...inputs },
    ...story,
  });
}

describe('the sub-action cancel', () => {
  test('cancels a running pipeline, and reports it', async () => {
    const run = await cancel();
    expect(run).toMatchObject({ exitCode: 0, statuses: ['canceled'] });
    expect(run.outputs).toMatchObject({ pipeline_id: '257', status: 'canceled' });
    expect(run.events).toContain('info: Pipeline 257 is canceled');
  });

  test('masks its token before it logs anything', async () => {
    const { events } = await cancel();
    expect(placeOf(events, 'masked: access_token')).toBeGreaterThanOrEqual(0);
    expect(placeOf(events, 'masked: access_token')).toBeLessThan(placeOf(events, 'info: '));
  });

  test('accepts a pipeline that has ended by itself', async () => {
    const run = await cancel({
      scenario: oneProject({ ci: valid(quickScript('success', { durationMs: 1 })) }),
      onRequest: () => undefined,
      faults: [],
      action: {
        ...cancelAction,
        run: async (deps, entry) => {
          await new Promise<void>((resolve) => void deps.clock.schedule(60_000, resolve));
          return await cancelAction.run(deps, entry);
        },
      },
    });
    expect(run).toMatchObject({ exitCode: 0, statuses: ['success'] });
    expect(run.events.join('\n')).toContain('had already ended as success');
  });

  test('fails if GitLab refuses, with the link, and the pipeline keeps running', async () => {
    const run = await cancel({ inputs: { access_token: tokens.readApi } });
    expect(run.error).toMatchObject({ exitCode: 3 });
    expect(run.statuses).toEqual(['running']);
    expect(run.outputs).toMatchObject({ status: 'running' });
  });

  test('fails if there is no such pipeline, and sets nothing', async () => {
    const run = await cancel({ inputs: { pipeline_id: '999' } });
    expect(run.error).toMatchObject({ exitCode: 3 });
    expect(run.outputs).toEqual({});
  });

  test('ends as stopped, not as refused, if it is stopped', async () => {
    const run = await cancel({
      onRequest: (line, { stop }) => {
        if (line.includes('/cancel')) stop('SIGTERM');
      },
      faults: [{ when: { method: 'POST' }, fault: { kind: 'stall' } }],
    });
    expect(run.error).toMatchObject({ code: 'aborted', exitCode: 143 });
    expect(run.tookMs).toBeLessThan(1000);
  });

  test('gives up after a minute, and reports that it could not be confirmed', async () => {
    const run = await cancel({ faults: [{ when: { method: 'POST' }, fault: { kind: 'stall' } }] });
    expect(run.error).toMatchObject({ code: 'not_canceled' });
    expect(run.tookMs).toBeLessThanOrEqual(61_000);
  });
});
