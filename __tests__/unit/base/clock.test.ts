import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';

describe('sleep', () => {
  test('ends after the delay, by the given clock', async () => {
    const clock = createVirtualClock();
    await clock.run(sleep(clock, 3_600_000, new AbortController().signal));
    expect(clock.nowMs()).toBe(3_600_000);
  });

  test('throws the reason of the signal when it aborts, and leaves no timer', async () => {
    const clock = createVirtualClock();
    const controller = new AbortController();
    const reason = new Error('stopped');
    clock.schedule(10, () => controller.abort(reason));
    await expect(clock.run(sleep(clock, 1000, controller.signal))).rejects.toBe(reason);
    expect({ nowMs: clock.nowMs(), timers: clock.pendingTimers() }).toEqual({ nowMs: 10, timers: 0 });
  });

  test('throws at once when the signal has already aborted', async () => {
    const clock = createVirtualClock();
    const reason = new Error('stopped');
    await expect(sleep(clock, 1000, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(clock.pendingTimers()).toBe(0);
  });
});
