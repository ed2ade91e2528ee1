import { describe, expect, test } from '@jest/globals';

import { runPeriodically, sleep } from '../../../src/base/clock.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';

describe('the clock function for periodic work', () => {
  test('runs the task until the work is done, and leaves no timer', async () => {
    const clock = createVirtualClock();
    const doneAtMs: number[] = [];
    const task = { clock, everyMs: 40, run: () => void doneAtMs.push(clock.nowMs()) };
    const work = async (): Promise<string> => {
      await sleep(clock, 130, new AbortController().signal);
      return 'done';
    };
    expect(await clock.run(runPeriodically(task, work))).toBe('done');
    expect([doneAtMs, clock.pendingTimers()]).toEqual([[40, 80, 120], 0]);
  });

  test('leaves no timer when the work fails, and rethrows its error', async () => {
    const clock = createVirtualClock();
    const error = new Error('broken');
    const work = (): Promise<never> => Promise.reject(error);
    await expect(runPeriodically({ clock, everyMs: 40, run: () => undefined }, work)).rejects.toBe(error);
    expect(clock.pendingTimers()).toBe(0);
  });
});
