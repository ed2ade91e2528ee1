import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { createLogFollower } from '../../../src/logs/follow-logs.js';
import type { LogBlock } from '../../../src/logs/log-entry.js';
import { type BesideReader, createBesideReader } from '../../../src/logs/read-beside.js';
import type { TraceReader } from '../../../src/logs/read-trace.js';
import { type VirtualClock, createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { jobWith, ok } from '../../support/pipelines.js';

/** How GitLab sends the log of a job: after a pause, and then so many bytes at a time with a pause each. */
interface Sending {
  readonly log: string;
  readonly afterMs?: number;
  readonly bytes?: number;
  readonly everyMs?: number;
}

interface World {
  readonly clock: VirtualClock;
  readonly reader: BesideReader;
  readonly sendings: Map<number, Sending>;
  /** What was shown, in order: `[job id, text]`. */
  readonly shown: (readonly [number, string])[];
  readonly see: (status: string, ...ids: readonly number[]) => void;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly abort: AbortController;
}

function worldWith(show?: (block: LogBlock) => void): World {
  const clock = createVirtualClock();
  const abort = new AbortController();
  const sendings: World['sendings'] = new Map();
  const shown: World['shown'] = [];
  const gitlab: TraceReader = {
    streamTrace: async ({ jobId, fromByte }, sink, signal) => {
      const { log, afterMs = 0, bytes = Infinity, everyMs = 0 } = sendings.get(jobId) ?? { log: '' };
      await sleep(clock, afterMs, signal);
      const body = Buffer.from(log).subarray(fromByte);
      for (let at = 0; at < body.length; at += bytes) {
        await sleep(clock, everyMs, signal);
        sink(body.subarray(at, at + bytes));
      }
      return ok({ bytes: body.length });
    },
  };
  const reader = createBesideReader({
    follower: createLogFollower({ gitlab, clock }),
    clock,
    signal: abort.signal,
    show: show ?? ((block) => shown.push(shortOf(block))),
  });
  const see = (status: string, ...ids: readonly number[]): void =>
    reader.see(
      ids.map((id) => ({
        project: { kind: 'id', id: 42 },
        path: [],
        job: jobWith({ id, status, startedAt: '2026-01-01T00:00:00Z' }),
      })),
    );
  const wait = (delayMs: number): Promise<void> =>
    clock.run(sleep(clock, delayMs, new AbortController().signal));
  return { clock, reader, sendings, shown, see, wait, abort };
}

function shortOf(block: LogBlock): readonly [number, string] {
  switch (block.kind) {
    case 'lines':
      return [block.job.id, block.lines.map((entry) => (entry.kind === 'line' ? entry.text : '')).join('|')];
    case 'note':
      return [block.job.id, `${block.reason}: ${block.text}`];
    case 'closed':
      return [0, block.why];
  }
}

const never = { log: '', afterMs: 1e9 };
const missing = 'unavailable: the end of the log could not be read';
const tooSlow = 'unavailable: the log cannot be shown to its end: it did not arrive in time';

describe('logs beside the polls', () => {
  test('are shown without anybody waiting, and completed after the verdict', async () => {
    const { clock, reader, sendings, shown, see, wait } = worldWith();
    sendings.set(1, { log: 'one\n', afterMs: 8000 });
    see('running', 1);
    await wait(7000);
    expect(shown).toEqual([]);
    await wait(2000);
    expect(shown).toEqual([[1, 'one']]);
    sendings.set(1, { log: 'one\ntwo\n', afterMs: 8000 });
    see('success', 1);
    await clock.run(reader.finish());
    expect(shown).toEqual([
      [1, 'one'],
      [1, 'two'],
    ]);
    expect(clock.nowMs()).toBe(17_000);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('are read to the end after the job has ended during a read', async () => {
    const { clock, reader, sendings, shown, see, wait } = worldWith();
    sendings.set(1, { log: 'one\n', afterMs: 3000 });
    see('running', 1);
    await wait(1000);
    sendings.set(1, { log: 'one\ntwo', afterMs: 3000 });
    see('success', 1);
    await clock.run(reader.finish());
    expect(shown).toEqual([
      [1, 'one'],
      [1, 'two'],
    ]);
  });

  test('take 30 seconds after the verdict at most, and each one that is missing is named', async () => {
    const { clock, reader, sendings, shown, see, wait } = worldWith();
    const ids = Array.from({ length: 20 }, (_value, index) => index + 1);
    for (const id of ids) sendings.set(id, { log: `log of ${id}\n`, afterMs: 8000 });
    see('running', ...ids);
    await wait(3000);
    see('success', ...ids);
    await clock.run(reader.finish());
    expect(clock.nowMs()).toBe(33_000);
    const complete = shown.filter(([id, text]) => text === `log of ${id}`).map(([id]) => id);
    const named = shown.filter(([, text]) => text === missing || text === tooSlow).map(([id]) => id);
    expect(complete.length).toBeGreaterThanOrEqual(12);
    expect(new Set(complete).size).toBe(complete.length);
    expect(new Set([...complete, ...named]).size).toBe(20);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('that never arrive do not take the time of the others', async () => {
    const { clock, reader, sendings, shown, see, wait } = worldWith();
    for (const id of [1, 2, 3, 4]) sendings.set(id, never);
    for (const id of [5, 6, 7, 8]) sendings.set(id, { log: `log of ${id}\n`, afterMs: 1000 });
    see('running', 1, 2, 3, 4, 5, 6, 7, 8);
    await wait(1000);
    see('failed', 1, 2, 3, 4, 5, 6, 7, 8);
    await clock.run(reader.finish());
    expect(shown.filter(([, text]) => text.startsWith('log of')).map(([id]) => id)).toEqual([5, 6, 7, 8]);
    expect(shown.filter(([, text]) => text === missing).map(([id]) => id)).toEqual([1, 2, 3, 4]);
    expect(clock.nowMs()).toBeLessThanOrEqual(31_000);
  });

  test('that never arrive are named although their jobs still run', async () => {
    const { clock, reader, sendings, shown, see } = worldWith();
    sendings.set(1, never);
    see('running', 1);
    await clock.run(reader.finish());
    expect(shown).toEqual([[1, missing]]);
  });

  test('that arrive slowly are cut and continued, each line once and in order', async () => {
    const { clock, reader, sendings, shown, see, wait } = worldWith();
    const lines = Array.from({ length: 1500 }, (_value, index) => `line ${index}`);
    const log = `${lines.join('\n')}\n`;
    sendings.set(1, { log, bytes: 500, everyMs: 1000 });
    see('running', 1);
    await wait(15_500);
    see('running', 1);
    await wait(15_500);
    expect(shown).toHaveLength(2);
    see('success', 1);
    await clock.run(reader.finish());
    expect(shown.map(([, text]) => text).join('|')).toBe(lines.join('|'));
  });

  test('of an endless stream end, too, with what arrived', async () => {
    const { clock, reader, sendings, shown, see } = worldWith();
    sendings.set(1, { log: 'and so on\n'.repeat(10_000), bytes: 10, everyMs: 100 });
    see('success', 1);
    await clock.run(reader.finish());
    expect(clock.nowMs()).toBeLessThanOrEqual(30_000);
    expect(shown.at(-1)).toEqual([1, missing]);
    expect(shown.length).toBeGreaterThan(1);
  });

  test('end at once when the step is stopped, during the polls and after the verdict', async () => {
    const { clock, reader, sendings, shown, see, wait, abort } = worldWith();
    sendings.set(1, { log: 'one\n', afterMs: 8000 });
    see('success', 1);
    await wait(1000);
    clock.schedule(1000, () => abort.abort(new Error('stopped')));
    await clock.run(reader.finish());
    expect([clock.nowMs(), shown, clock.pendingTimers()]).toEqual([2000, [], 0]);
  });

  test('end at once when the run ends without a verdict', async () => {
    const { clock, reader, sendings, shown, see, wait } = worldWith();
    sendings.set(1, { log: 'one\n', afterMs: 8000 });
    see('running', 1);
    await wait(1000);
    see('running', 1);
    await clock.run(reader.stop());
    expect([clock.nowMs(), shown, clock.pendingTimers()]).toEqual([1000, [], 0]);
  });

  test('hide no error of the code that shows them', async () => {
    const bug = new Error('a bug');
    const { clock, reader, sendings, see, wait } = worldWith(() => {
      throw bug;
    });
    sendings.set(1, { log: 'one\n' });
    see('running', 1);
    await wait(1000);
    see('success', 1);
    await expect(clock.run(reader.finish())).rejects.toBe(bug);
  });
});
