import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { type LogFollower, createLogFollower } from '../../../src/logs/follow-logs.js';
import {
  type LogBlock,
  type LogLimits,
  type LogSource,
  defaultLogLimits,
} from '../../../src/logs/log-entry.js';
import type { TraceReader } from '../../../src/logs/read-trace.js';
import type { Job } from '../../../src/model/pipeline.js';
import { type VirtualClock, createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { lost, ok, refused } from '../../support/pipelines.js';

const project = { kind: 'id', id: 42 } as const;
const startedAt = '2026-01-01T00:00:00Z';

function jobWith(given: Partial<Job> = {}): Job {
  return {
    id: 1,
    name: 'unit',
    stage: 'test',
    status: 'running',
    allowFailure: false,
    webUrl: 'https://gitlab.example.com/group/app/-/jobs/1',
    startedAt,
    ...given,
  };
}

const sourceOf = (job: Job): LogSource => ({ project, path: [], job });

/** Lines that never repeat, so that whatever comes twice is seen. */
const linesFrom = (first: number, last: number): string =>
  Array.from({ length: last - first }, (_value, index) => `line number ${first + index} of this log\n`).join(
    '',
  );

type Failure = ReturnType<typeof refused>;

const stranger: Failure = { kind: 'unreadable', status: 200, why: 'the body is not a log', hints: {} };

/** A GitLab with logs that tests write to, and the requests it has seen. */
interface LogWorld {
  readonly logs: Map<number, string>;
  /** What requests for a job get instead, first things first. */
  readonly failures: Map<number, Failure[]>;
  readonly asked: string[];
  readonly clock: VirtualClock;
  readonly follower: LogFollower;
  most: number;
  readonly read: (...jobs: readonly Job[]) => Promise<readonly unknown[]>;
  readonly settle: () => Promise<readonly unknown[]>;
}

function worldWith(
  given: {
    readonly ignoresOffset?: boolean;
    /** Responses do not say where they end; the first ones of an ended job are cut to this length. */
    readonly untold?: readonly number[];
    /** A cache answers with what it has, and says so, unless a fresh response is asked for. */
    readonly cache?: true;
    /** A proxy removes the names of logs, so that parts of them prove nothing. */
    readonly hidesNames?: boolean;
    readonly limits?: LogLimits;
    readonly signal?: AbortSignal;
    readonly chunk?: number;
  } = {},
): LogWorld {
  const clock = createVirtualClock();
  const signal = given.signal ?? new AbortController().signal;
  let open = 0;
  const gitlab: TraceReader = {
    streamTrace: async ({ jobId, fromByte, fresh }, sink, askSignal) => {
      world.asked.push(`${jobId}@${fromByte}${fresh === undefined ? '' : ' fresh'}`);
      open += 1;
      world.most = Math.max(world.most, open);
      await sleep(clock, 10 * (10 - jobId), askSignal).finally(() => (open -= 1));
      const failure = world.failures.get(jobId)?.shift();
      if (failure !== undefined) return failure;
      if (given.hidesNames === true && fromByte > 0) return stranger;
      const whole = Buffer.from(world.logs.get(jobId) ?? '');
      const all = given.ignoresOffset === true ? whole : whole.subarray(fromByte);
      const cut = given.untold?.[world.asked.length - 1];
      const body = all.subarray(0, cut);
      const size = given.chunk ?? 1000;
      for (let at = 0; at < body.length; at += size) {
        askSignal.throwIfAborted();
        sink(Buffer.from(body.subarray(at, at + size)));
      }
      const hints = given.cache === true && fresh === undefined ? { fromCache: true as const } : {};
      if (given.untold !== undefined) return { ...ok({ bytes: body.length }), hints: { endUntold: true } };
      const streamed: Awaited<ReturnType<TraceReader['streamTrace']>> = ok({
        bytes: body.length,
        ...(given.hidesNames === true ? { provenByStart: true } : {}),
      });
      return { ...streamed, hints };
    },
  };
  const follower = createLogFollower({ gitlab, clock }, given.limits ?? defaultLogLimits);
  const world: LogWorld = {
    logs: new Map(),
    failures: new Map(),
    asked: [],
    clock,
    follower,
    most: 0,
    read: (...jobs) => clock.run(shown(follower.read(jobs.map(sourceOf), signal))),
    settle: () => clock.run(shown(follower.settle(signal))),
  };
  return world;
}

/** Blocks, short: `[job id, text of the lines]`, `[job id, reason, note]` or `[why]`. */
async function shown(blocks: AsyncIterable<LogBlock>): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const block of blocks) all.push(shortOf(block));
  return all;
}

function shortOf(block: LogBlock): unknown {
  switch (block.kind) {
    case 'lines':
      return [
        block.job.id,
        block.lines.map((entry) => (entry.kind === 'line' ? `${entry.text}\n` : `${entry.kind}\n`)).join(''),
      ];
    case 'note':
      return [block.job.id, block.reason, block.text];
    case 'closed':
      return [block.why];
  }
}

describe('LogFollower', () => {
  test('returns the new lines of each poll, each line once, and reads once more after the end', async () => {
    const world = worldWith();
    world.logs.set(1, `${linesFrom(0, 200)}half`);
    expect(await world.read(jobWith())).toEqual([[1, linesFrom(0, 200)]]);
    expect(await world.read(jobWith())).toEqual([]);
    world.logs.set(1, `${linesFrom(0, 200)}half a line\n${linesFrom(200, 300)}last`);
    expect(await world.read(jobWith())).toEqual([[1, `half a line\n${linesFrom(200, 300)}`]]);
    expect(await world.read(jobWith({ status: 'success' }))).toEqual([[1, 'last\n']]);
    expect(await world.read(jobWith({ status: 'success' }))).toEqual([]);
    expect(await world.settle()).toEqual([]);
    expect(world.asked).toEqual(['1@0', '1@4982', '1@4982', '1@7794']);
  });

  test('returns an open line at the end even if its job never ends', async () => {
    const world = worldWith();
    world.logs.set(1, 'one\ntwo');
    expect(await world.read(jobWith())).toEqual([[1, 'one\n']]);
    expect(await world.settle()).toEqual([[1, 'two\n']]);
  });

  test('requests no log of jobs that never ran', async () => {
    const world = worldWith();
    const pending = jobWith({ status: 'pending', startedAt: undefined });
    const skipped = jobWith({ id: 2, status: 'skipped', startedAt: undefined });
    expect(await world.read(pending, skipped)).toEqual([]);
    expect(world.asked).toEqual([]);
  });

  test('requests four logs at a time and keeps the order of the jobs', async () => {
    const world = worldWith();
    const ids = [1, 2, 3, 4, 5, 6, 7];
    for (const id of ids) world.logs.set(id, `log of ${id}\n`);
    expect(await world.read(...ids.map((id) => jobWith({ id })))).toEqual(
      ids.map((id) => [id, `log of ${id}\n`]),
    );
    expect(world.most).toBe(4);
  });

  test('starts over with a retried job, and reads the first attempt to its end though it is no longer listed', async () => {
    const world = worldWith();
    world.logs.set(1, 'first\n');
    expect(await world.read(jobWith())).toEqual([[1, 'first\n']]);
    world.logs.set(1, 'first\nended\n');
    world.logs.set(2, 'second\n');
    expect(await world.read(jobWith({ id: 2 }))).toEqual([
      [1, 'ended\n'],
      [2, 'second\n'],
    ]);
    await world.read(jobWith({ id: 2 }));
    expect(world.asked).toEqual(['1@0', '1@0', '2@0', '2@0']);
  });

  test('prints nothing twice if the server sends the whole log, and reads longer logs less often', async () => {
    const world = worldWith({ ignoresOffset: true });
    world.logs.set(1, linesFrom(0, 20_000));
    const bytes = linesFrom(0, 20_000).length;
    expect(await world.read(jobWith())).toEqual([[1, linesFrom(0, 20_000)]]);
    world.logs.set(1, linesFrom(0, 20_100));
    expect(await world.read(jobWith())).toEqual([[1, linesFrom(20_000, 20_100)]]);
    world.logs.set(1, linesFrom(0, 20_200));
    expect(await world.read(jobWith())).toEqual([]);
    await world.clock.run(sleep(world.clock, linesFrom(0, 20_100).length / 50, new AbortController().signal));
    expect(await world.read(jobWith())).toEqual([[1, linesFrom(20_100, 20_200)]]);
    world.logs.set(1, linesFrom(0, 20_300));
    expect(await world.read(jobWith({ status: 'failed' }))).toEqual([[1, linesFrom(20_200, 20_300)]]);
    expect(world.asked).toEqual(['1@0', `1@${bytes - 512}`, '1@0', '1@0']);
  });

  test('reads whole logs where only their starts prove them', async () => {
    const world = worldWith({ hidesNames: true });
    world.logs.set(1, linesFrom(0, 1000));
    expect(await world.read(jobWith())).toEqual([[1, linesFrom(0, 1000)]]);
    world.logs.set(1, linesFrom(0, 1100));
    await world.clock.run(sleep(world.clock, 1000, new AbortController().signal));
    expect(await world.read(jobWith())).toEqual([[1, linesFrom(1000, 1100)]]);
    world.logs.set(1, linesFrom(0, 1200));
    expect(await world.read(jobWith({ status: 'failed' }))).toEqual([[1, linesFrom(1100, 1200)]]);
    expect(world.asked).toEqual(['1@0', '1@0', '1@0']);
  });

  test('is read to its end behind a cache, which is asked for fresh responses then', async () => {
    const world = worldWith({ cache: true });
    world.logs.set(1, linesFrom(0, 20));
    world.logs.set(2, linesFrom(0, 5));
    expect(await world.read(jobWith(), jobWith({ id: 2 }))).toEqual([
      [1, linesFrom(0, 20)],
      [2, linesFrom(0, 5)],
    ]);
    world.logs.set(1, linesFrom(0, 30));
    expect(await world.read(jobWith({ status: 'failed' }), jobWith({ id: 2, status: 'failed' }))).toEqual([
      [1, linesFrom(20, 30)],
    ]);
    expect(await world.settle()).toEqual([]);
    expect(world.asked).toEqual(['1@0', '2@0', '1@0 fresh', '2@0 fresh']);
  });

  test.each<{ name: string; untold: readonly number[]; requests: number }>([
    { name: 'whole', untold: [], requests: 2 },
    { name: 'cut once', untold: [50], requests: 3 },
    { name: 'cut to what is known', untold: [90, 90], requests: 2 },
  ])('is read again where its end is not told: $name', async ({ untold, requests }) => {
    const world = worldWith({ untold });
    world.logs.set(1, 'ten bytes\n'.repeat(10));
    const job = jobWith({ status: 'failed' });
    const shownLines = [...(await world.read(job)), ...(await world.settle())].map((block) => String(block));
    expect(world.asked.length).toBe(requests);
    expect(shownLines.join('').match(/ten bytes/g)?.length).toBe(untold.length === 2 ? 9 : 10);
  });

  test('is not called rewritten where a cut response ends before what is known', async () => {
    const world = worldWith({ untold: [100, 50, 40] });
    world.logs.set(1, 'ten bytes\n'.repeat(11));
    expect(await world.read(jobWith())).toEqual([[1, 'ten bytes\n'.repeat(10)]]);
    const job = jobWith({ status: 'failed' });
    expect(await world.read(job)).toEqual([]);
    expect(await world.settle()).toEqual([
      [1, 'ten bytes\n'],
      [1, 'unavailable', expect.anything()],
    ]);
  });

  test('is not shown to its end where that is not told, and each response is longer', async () => {
    const world = worldWith({ untold: [20, 40, 60, 80] });
    world.logs.set(1, 'ten bytes\n'.repeat(10));
    const job = jobWith({ status: 'failed' });
    const blocks = [...(await world.read(job)), ...(await world.settle())];
    expect(blocks.at(-1)).toEqual([
      1,
      'unavailable',
      'the log cannot be shown to its end: the response does not say where the log ends, and it may be cut off',
    ]);
  });

  test('is read on after a part that somebody else sent, and is not called rewritten', async () => {
    const world = worldWith();
    world.logs.set(1, linesFrom(0, 1000));
    expect(await world.read(jobWith())).toEqual([[1, linesFrom(0, 1000)]]);
    world.logs.set(1, linesFrom(0, 1100));
    world.failures.set(1, [stranger, stranger]);
    expect(await world.read(jobWith({ status: 'failed' }))).toEqual([]);
    expect(await world.settle()).toEqual([[1, linesFrom(1000, 1100)]]);
  });

  test('reports that a log was erased when it is certain, and shows the new one', async () => {
    const world = worldWith();
    world.logs.set(1, linesFrom(0, 200));
    await world.read(jobWith());
    world.logs.set(1, '');
    expect(await world.read(jobWith())).toEqual([]);
    expect(await world.read(jobWith())).toEqual([
      [1, 'rewritten', 'the log was erased or rewritten; it is shown from its start again'],
    ]);
    world.logs.set(1, 'new\n');
    expect(await world.read(jobWith({ status: 'success' }))).toEqual([[1, 'new\n']]);
  });

  test('ignores a log that is empty for a moment', async () => {
    const world = worldWith();
    world.logs.set(1, linesFrom(0, 200));
    await world.read(jobWith());
    world.logs.set(1, '');
    expect(await world.read(jobWith({ status: 'success' }))).toEqual([]);
    world.logs.set(1, linesFrom(0, 210));
    expect(await world.settle()).toEqual([[1, linesFrom(200, 210)]]);
  });

  test('stops at the limit of a job, reports it once, and ends the download', async () => {
    const world = worldWith({ limits: { charactersPerJob: 1000, bytesPerJob: 1e6 }, chunk: 100 });
    world.logs.set(1, linesFrom(0, 1000));
    expect(await world.read(jobWith())).toEqual([
      [1, linesFrom(0, 16)],
      [
        1,
        'cut',
        'the log is too long to be shown in full; all of it is at https://gitlab.example.com/group/app/-/jobs/1',
      ],
    ]);
    expect(await world.read(jobWith())).toEqual([]);
    expect(world.asked).toEqual(['1@0']);
  });

  test('also stops at a byte limit, for logs without visible lines', async () => {
    const world = worldWith({ limits: { charactersPerJob: 1000, bytesPerJob: 5000 } });
    world.logs.set(1, ' 10%\r'.repeat(10_000));
    expect(await world.read(jobWith())).toEqual([[1, 'cut', expect.stringContaining('too long')]]);
  });
});

describe('a failure of a log', () => {
  test('of one job is reported once and does not affect the others', async () => {
    const world = worldWith();
    world.failures.set(1, [refused({ status: 403, texts: ['403 Forbidden'] })]);
    world.logs.set(2, 'fine\n');
    const jobs = [jobWith(), jobWith({ id: 2 })];
    expect(await world.read(...jobs)).toEqual([
      [1, 'unavailable', 'the log cannot be shown: GitLab answered 403: 403 Forbidden'],
      [2, 'fine\n'],
    ]);
    expect(await world.read(...jobs)).toEqual([]);
    expect(world.asked).toEqual(['1@0', '2@0', '2@0']);
  });

  test('without a token is reported once, and no further log is requested', async () => {
    const world = worldWith();
    const jobs = [1, 2, 3, 4, 5, 6].map((id) => jobWith({ id }));
    for (const { id } of jobs)
      world.failures.set(id, [refused({ status: 401, texts: ['401 Unauthorized'] })]);
    const why =
      'job logs need an access_token with the scope read_api. GitLab answered 401: 401 Unauthorized';
    expect(await world.read(...jobs)).toEqual([[why]]);
    expect(await world.read(...jobs)).toEqual([]);
    expect(await world.settle()).toEqual([]);
    expect(world.asked).toEqual(['1@0', '2@0', '3@0', '4@0']);
  });

  test('that is temporary is not reported: the missing lines follow later', async () => {
    const world = worldWith();
    world.logs.set(1, 'one\n');
    world.failures.set(1, [lost()]);
    expect(await world.read(jobWith())).toEqual([]);
    expect(await world.read(jobWith())).toEqual([]);
    expect(world.asked).toEqual(['1@0']);
    await world.clock.run(sleep(world.clock, 5000, new AbortController().signal));
    expect(await world.read(jobWith())).toEqual([[1, 'one\n']]);
  });

  test('at the end is retried in later polls and at the end of following, then reported', async () => {
    const world = worldWith();
    world.failures.set(1, [lost(), lost()]);
    world.failures.set(2, [lost(), lost(), lost()]);
    world.logs.set(1, 'one\n');
    const jobs = [jobWith({ status: 'failed' }), jobWith({ id: 2, status: 'failed' })];
    expect(await world.read(...jobs)).toEqual([]);
    expect(await world.settle()).toEqual([
      [1, 'one\n'],
      [
        2,
        'unavailable',
        'the log cannot be shown to its end: gitlab.example.com:443 closed the connection (ECONNRESET)',
      ],
    ]);
  });

  test('with a pause that the server asks for is respected for all jobs', async () => {
    const world = worldWith();
    world.failures.set(1, [refused({ status: 429, hints: { retryAfterMs: 60_000 } })]);
    world.logs.set(1, 'one\n');
    const job = jobWith({ status: 'success' });
    expect(await world.read(job)).toEqual([]);
    expect(await world.read(job)).toEqual([]);
    expect(world.asked).toEqual(['1@0']);
    const beforeMs = world.clock.nowMs();
    expect(await world.settle()).toEqual([[1, 'one\n']]);
    expect(world.clock.nowMs() - beforeMs).toBeLessThan(16_000);
  });

  test('is never thrown, but an abort is', async () => {
    const abort = new AbortController();
    const world = worldWith({ signal: abort.signal });
    const reason = new Error('stopped');
    world.clock.schedule(20, () => abort.abort(reason));
    await expect(world.read(...[1, 2, 3, 4, 5].map((id) => jobWith({ id })))).rejects.toBe(reason);
    expect(world.clock.pendingTimers()).toBe(0);
  });
});
