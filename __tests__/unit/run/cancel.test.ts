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

describe('the sub-action that cancels', () => {
  test('cancels a pipeline that runs, and says so', async () => {
    const run = await cancel();
    expect(run).toMatchObject({ exitCode: 0, statuses: ['canceled'] });
    expect(run.outputs).toMatchObject({ pipeline_id: '257', status: 'canceled' });
    expect(run.events).toContain('info: Pipeline 257 is canceled');
  });

  test('masks its token before it says a word', async () => {
    const { events } = await cancel();
    expect(placeOf(events, 'masked: access_token')).toBeGreaterThanOrEqual(0);
    expect(placeOf(events, 'masked: access_token')).toBeLessThan(placeOf(events, 'info: '));
  });

  test('is content with a pipeline that has ended by itself', async () => {
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

  test('fails when GitLab does not allow it, with the link, and the pipeline runs on', async () => {
    const run = await cancel({ inputs: { access_token: tokens.readApi } });
    expect(run.error).toMatchObject({ exitCode: 3 });
    expect(run.statuses).toEqual(['running']);
    expect(run.outputs).toMatchObject({ status: 'running' });
  });

  test('fails when there is no such pipeline, and sets nothing', async () => {
    const run = await cancel({ inputs: { pipeline_id: '999' } });
    expect(run.error).toMatchObject({ exitCode: 3 });
    expect(run.outputs).toEqual({});
  });

  test('that is stopped ends as stopped, not as refused', async () => {
    const run = await cancel({
      onRequest: (line, { stop }) => {
        if (line.includes('/cancel')) stop('SIGTERM');
      },
      faults: [{ when: { method: 'POST' }, fault: { kind: 'stall' } }],
    });
    expect(run.error).toMatchObject({ code: 'aborted', exitCode: 143 });
    expect(run.tookMs).toBeLessThan(1000);
  });

  test('gives up after a minute, and says that it could not be confirmed', async () => {
    const run = await cancel({ faults: [{ when: { method: 'POST' }, fault: { kind: 'stall' } }] });
    expect(run.error).toMatchObject({ code: 'not_canceled' });
    expect(run.tookMs).toBeLessThanOrEqual(61_000);
  });
});
