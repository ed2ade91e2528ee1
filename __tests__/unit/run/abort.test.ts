import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/errors.js';
import type { CancelReason } from '../../../src/model/requests.js';
import { abortRun } from '../../../src/run/abort.js';
import type { PipelineMoment } from '../../../src/run/feedback/feedback.js';
import { noFeedback } from '../../../src/run/feedback/feedback.js';
import { pipelineWith, refused } from '../../support/pipelines.js';
import { nodeOf, snapshotOf } from '../report/support/snapshots.js';
import { type Canceling, canceling } from './support/canceller.js';

const running = pipelineWith({ status: 'running' });

interface Aborted {
  readonly error: AbortedError;
  readonly moments: readonly PipelineMoment[];
  readonly outputsAtMoment: readonly string[];
}

async function abort(
  who: Canceling,
  { cancelOn = ['abort'], status = 'running' }: { cancelOn?: readonly CancelReason[]; status?: string } = {},
): Promise<Aborted> {
  const moments: PipelineMoment[] = [];
  let outputsAtMoment: readonly string[] = [];
  const feedback = {
    ...noFeedback,
    end: (moment: PipelineMoment): void => {
      moments.push(moment);
      outputsAtMoment = [...who.outputs];
    },
  };
  const snapshot = snapshotOf(nodeOf({ pipeline: { ...running, status } }));
  const report = { logs: 'failed', logLines: 50, summary: true } as const;
  const error = await who.clock.run(
    abortRun(
      { ...who, cancelOn: new Set(cancelOn), report, feedback },
      { pipeline: running, snapshot, elapsedMs: 5000, error: new AbortedError('SIGTERM') },
    ),
  );
  return { error, moments, outputsAtMoment };
}

describe('a stopped run', () => {
  test('sets its outputs, then sends feedback, then cancels, and then writes its report', async () => {
    const who = canceling();
    const { error, moments, outputsAtMoment } = await abort(who);
    expect(outputsAtMoment).toContain('outcome=aborted');
    expect(moments).toMatchObject([{ kind: 'ended', outcome: 'aborted', accepted: false }]);
    expect(who.calls).toEqual(['cancel 257']);
    expect(who.outputs.at(-1)).toBe('status=canceled');
    expect(who.summaries).toHaveLength(1);
    expect(error).toMatchObject({ code: 'aborted', exitCode: 143, stopSignal: 'SIGTERM' });
    expect(error.message).toContain('Pipeline 257 was canceled with it (canceled).');
    expect(who.saved).toEqual(['pipeline=']);
  });

  test('leaves its pipeline to the post step if it could not be canceled, and reports that it still runs', async () => {
    const who = canceling({
      cancel: () => refused({ status: 403 }),
      fetch: (id) => ({ kind: 'ok', value: pipelineWith({ id, status: 'running' }), hints: {} }),
    });
    const { error } = await abort(who);
    expect(who.saved).toEqual([]);
    expect(error.message).toContain('257');
    expect(error.message).not.toContain('was canceled with it');
    expect(who.outputs.at(-1)).toBe('status=running');
  });

  test('leaves nothing to the post step if the pipeline should continue', async () => {
    const who = canceling();
    const { error } = await abort(who, { cancelOn: ['timeout'] });
    expect(who.calls).toEqual([]);
    expect(who.saved).toEqual(['pipeline=']);
    expect(error.message).not.toContain('was canceled with it');
  });

  test('leaves nothing to the post step if no token may cancel', async () => {
    const who = canceling({}, { mayCancel: false });
    await abort(who);
    expect(who.calls).toEqual([]);
    expect(who.saved).toEqual(['pipeline=']);
  });

  test('reports a pipeline that had already ended', async () => {
    const who = canceling({
      cancel: (id) => ({ kind: 'ok', value: pipelineWith({ id, status: 'success' }), hints: {} }),
    });
    const { error } = await abort(who, { status: 'success' });
    expect(error.message).toContain('had already ended');
    expect(who.saved).toEqual(['pipeline=']);
  });

  test('still ends with its report if a second signal ends the canceling', async () => {
    const force = new AbortController();
    force.abort(new AbortedError('SIGINT'));
    const who = canceling({ cancel: () => 'silence', fetch: () => 'silence' }, { forceSignal: force.signal });
    const { error } = await abort(who);
    expect(error.exitCode).toBe(143);
    expect(who.saved).toEqual([]);
    expect(who.summaries).toHaveLength(1);
    expect(who.clock.nowMs()).toBe(0);
  });
});
