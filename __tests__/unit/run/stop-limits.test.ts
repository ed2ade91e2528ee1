import { spawnSync } from 'node:child_process';

import { describe, expect, test } from '@jest/globals';

import { isAlive, killIfNamed } from '../../../src/hosts/background.js';
import { reasonToStop } from '../../../src/run/simulation/stop-limits.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';

const free = { stopAfterMs: undefined, stopWith: undefined, isReady: () => true };

/** Of a process that has ended. */
function formerPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

describe('a server stops', () => {
  test('when its time is over', async () => {
    const clock = createVirtualClock();
    const signal = new AbortController().signal;
    const reason = clock.run(reasonToStop({ clock, signal }, { ...free, stopAfterMs: 3_600_000 }));
    expect(await reason).toBe('1h00m are over (stop_after)');
    expect(clock.nowMs()).toBe(3_600_000);
  });

  test('when its ready file is removed', async () => {
    const clock = createVirtualClock();
    const signal = new AbortController().signal;
    const isReady = (): boolean => clock.nowMs() < 10_000;
    expect(await clock.run(reasonToStop({ clock, signal }, { ...free, isReady }))).toBe(
      'its ready_file was removed',
    );
    expect(clock.nowMs()).toBe(10_000);
  });

  test('when another process has ended, and not before', async () => {
    const clock = createVirtualClock();
    const signal = new AbortController().signal;
    const pid = formerPid();
    const gone = reasonToStop({ clock, signal }, { ...free, stopWith: pid });
    expect(await clock.run(gone)).toBe(`process ${pid} has ended`);
    const here = reasonToStop({ clock, signal }, { ...free, stopWith: process.pid, stopAfterMs: 5_000 });
    expect(await clock.run(here)).toBe('5s are over (stop_after)');
  });

  test('by a signal, which is no limit', async () => {
    const clock = createVirtualClock();
    const stop = new AbortController();
    clock.schedule(60_000, () => stop.abort(new Error('SIGTERM')));
    expect(await clock.run(reasonToStop({ clock, signal: stop.signal }, free))).toBeUndefined();
    expect(clock.nowMs()).toBe(60_000);
  });
});

describe('a process', () => {
  test('is alive until it has ended', () => {
    expect([isAlive(process.pid), isAlive(formerPid())]).toEqual([true, false]);
  });

  test('that does not show the word is left alone, and so is one that has ended', () => {
    // This one: a kill would end the tests.
    const spared = process.platform === 'win32' ? 'unknown' : 'other';
    expect(killIfNamed(process.pid, '/tmp/simulated-gitlab-of-another/ready.json')).toBe(spared);
    expect(killIfNamed(formerPid(), 'ready.json')).toBe('unknown');
  });
});
