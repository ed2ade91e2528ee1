import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/errors.js';
import { cancelPipelines } from '../../../src/run/cancel-pipelines.js';
import { pipelineWith, refused } from '../../support/pipelines.js';
import { canceling } from './support/canceller.js';

const targets = [257, 258].map((id) => ({
  pipeline: pipelineWith({ id, status: 'running' }),
  snapshot: undefined,
}));

describe('canceling pipelines', () => {
  test('requests it for each of them, and reports each result', async () => {
    const who = canceling();
    const ends = await who.clock.run(cancelPipelines(who, targets));
    expect(ends.map(({ result }) => result)).toEqual(['canceled', 'canceled']);
    expect(who.said).toEqual(['info: Pipeline 257 is canceled', 'info: Pipeline 258 is canceled']);
  });

  test('requests nothing without a token that may, and warns for each', async () => {
    const who = canceling({}, { mayCancel: false });
    const ends = await who.clock.run(cancelPipelines(who, targets));
    expect(ends.map(({ result }) => result)).toEqual(['left_running', 'left_running']);
    expect(who.calls).toEqual([]);
    expect(who.said).toHaveLength(2);
    expect(who.said[0]).toMatch(/^warning: Pipeline 257 is still running \(there is no access_token/);
  });

  test('continues with the others if one is refused', async () => {
    const who = canceling({
      cancel: (id) =>
        id === 257
          ? refused({ status: 403 })
          : { kind: 'ok', value: pipelineWith({ id, status: 'canceled' }), hints: {} },
      fetch: (id) => ({ kind: 'ok', value: pipelineWith({ id, status: 'running' }), hints: {} }),
    });
    const ends = await who.clock.run(cancelPipelines(who, targets));
    expect(ends.map(({ pipeline, result }) => [pipeline.id, result])).toEqual([
      [257, 'left_running'],
      [258, 'canceled'],
    ]);
  });

  test('gives up after three and a half seconds, and never throws', async () => {
    const who = canceling({ cancel: () => 'silence', fetch: () => 'silence' });
    const ends = await who.clock.run(cancelPipelines(who, targets));
    expect(ends.map(({ result }) => result)).toEqual(['left_running', 'left_running']);
    expect(who.clock.nowMs()).toBe(3500);
    expect(who.clock.pendingTimers()).toBe(0);
  });

  test('ends at once at a second signal', async () => {
    const force = new AbortController();
    const who = canceling({ cancel: () => 'silence', fetch: () => 'silence' }, { forceSignal: force.signal });
    who.clock.schedule(1000, () => force.abort(new AbortedError('SIGINT')));
    const ends = await who.clock.run(cancelPipelines(who, targets));
    expect(ends.map(({ result }) => result)).toEqual(['left_running', 'left_running']);
    expect(who.clock.nowMs()).toBe(1000);
  });
});
