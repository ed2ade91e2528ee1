import { describe, expect, test } from '@jest/globals';

import { type Poll, type TreeReader, takeSnapshot } from '../../../src/follow/take-snapshot.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { Bridge, Job, Paged, Pipeline } from '../../../src/model/pipeline.js';
import { type PipelineSnapshot, placesOf } from '../../../src/model/snapshot.js';
import { jobWith, lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

/** A pipeline as the fake GitLab has it; the ids of those below stand in its trigger jobs. */
interface Fake {
  readonly status: string;
  readonly jobs?: readonly Job[] | Reply<never>;
  readonly below?: readonly number[] | Reply<never>;
  /** It exists, and may not be read. */
  readonly hidden?: 'yes';
}

function bridgeTo(id: number, fakes: Readonly<Record<number, Fake>>): Bridge {
  const status = fakes[id]?.status ?? 'created';
  const webUrl = `https://gitlab.example.com/${id}`;
  return {
    ...jobWith({ id: 1000 + id, name: `to ${id}` }),
    downstream: { projectId: 42, pipelineId: id, status, webUrl },
  };
}

function listing<T>(items: readonly T[]): Reply<Paged<T>> {
  return ok({ items, truncated: 'complete' });
}

let requests = 0;

function readerOf(fakes: Readonly<Record<number, Fake>>): {
  readonly reader: TreeReader;
  readonly calls: string[];
} {
  const calls: string[] = [];
  const fakeOf = (pipelineId: number): Fake | undefined => fakes[pipelineId];
  const reader: TreeReader = {
    fetchPipeline: ({ pipelineId }) => {
      calls.push(`pipeline ${pipelineId}`);
      const fake = fakeOf(pipelineId);
      const reply: Reply<Pipeline> =
        fake === undefined || fake.hidden === 'yes'
          ? refused({ status: 404, hints: { requestId: `SIM${(requests += 1)}` } })
          : ok(pipelineWith({ id: pipelineId, status: fake.status }));
      return Promise.resolve(reply);
    },
    fetchJobs: ({ pipelineId }) => {
      calls.push(`jobs ${pipelineId}`);
      const jobs = fakeOf(pipelineId)?.jobs ?? [];
      return Promise.resolve('kind' in jobs ? jobs : listing(jobs));
    },
    fetchBridges: ({ pipelineId }) => {
      calls.push(`bridges ${pipelineId}`);
      const below = fakeOf(pipelineId)?.below ?? [];
      return Promise.resolve('kind' in below ? below : listing(below.map((id) => bridgeTo(id, fakes))));
    },
  };
  return { reader, calls };
}

async function poll(
  fakes: Readonly<Record<number, Fake>>,
  given: Partial<Pick<Poll, 'previous' | 'downstream' | 'decidedBy'>> = {},
): Promise<{ readonly snapshot: PipelineSnapshot; readonly calls: readonly string[] }> {
  const { reader, calls } = readerOf(fakes);
  const reply = await takeSnapshot(reader, {
    projectId: 42,
    pipelineId: 257,
    downstream: given.downstream ?? 'show',
    decidedBy: given.decidedBy,
    previous: given.previous,
    signal: new AbortController().signal,
  });
  if (reply.kind !== 'ok') throw new Error(`the look failed: ${reply.kind}`);
  return { snapshot: reply.value, calls };
}

describe('a job without allow_failure', () => {
  const unknown = (status: string): Job => jobWith({ status, isAllowanceUnknown: true });
  const allowedIn = async (status: string, previous?: PipelineSnapshot): Promise<boolean | undefined> => {
    const jobs = previous === undefined ? [unknown('failed')] : lost();
    const { snapshot } = await poll({ 257: { status, jobs } }, { previous });
    return snapshot.root.jobs[0]?.job.allowFailure;
  };

  test.each([
    { status: 'success', want: true },
    { status: 'failed', want: false },
    { status: 'running', want: false },
    { status: 'canceled', want: false },
  ])('may fail only in a pipeline that passed: $status', async ({ status, want }) => {
    expect(await allowedIn(status)).toBe(want);
  });

  test('is judged anew if the pipeline runs again and its jobs cannot be read', async () => {
    const { snapshot: previous } = await poll({ 257: { status: 'success', jobs: [unknown('failed')] } });
    expect(await allowedIn('failed', previous)).toBe(false);
  });

  test('of which GitLab says that it must not fail keeps that in a pipeline that passed', async () => {
    const { snapshot } = await poll({ 257: { status: 'success', jobs: [jobWith({ status: 'failed' })] } });
    expect(snapshot.root.jobs[0]?.job.allowFailure).toBe(false);
  });
});

describe('takeSnapshot', () => {
  test('groups attempts, with the latest first', async () => {
    const jobs = [
      jobWith({ id: 3, name: 'unit', status: 'running' }),
      jobWith({ id: 2, name: 'lint' }),
      jobWith({ id: 1, name: 'unit', status: 'failed' }),
    ];
    const { snapshot } = await poll({ 257: { status: 'running', jobs } });
    expect(snapshot.root.jobs).toEqual([
      { job: jobs[0], attempt: 2, earlier: [jobs[2]] },
      { job: jobs[1], attempt: 1, earlier: [] },
    ]);
  });

  test('reads the tree', async () => {
    const { snapshot, calls } = await poll({
      257: { status: 'running', below: [300] },
      300: { status: 'running', below: [400] },
      400: { status: 'success', jobs: [jobWith()] },
    });
    const child = snapshot.root.bridges[0]?.downstream;
    expect(child?.pipeline.id).toBe(300);
    expect(child?.bridges[0]?.downstream?.jobs).toHaveLength(1);
    expect(calls).toHaveLength(9);
  });

  test('does not read downstream pipelines when they are ignored', async () => {
    const { calls } = await poll({ 257: { status: 'running', below: [300] } }, { downstream: 'ignore' });
    expect([...calls].sort()).toEqual(['bridges 257', 'jobs 257', 'pipeline 257']);
  });

  test('reads pipelines that start each other in a cycle once', async () => {
    const { calls } = await poll({
      257: { status: 'running', below: [300] },
      300: { status: 'running', below: [257, 300] },
    });
    expect(calls.filter((call) => call.startsWith('pipeline'))).toEqual(['pipeline 257', 'pipeline 300']);
  });

  test('truncates an endless chain, and reports that', async () => {
    const fakes = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [257 + index, { status: 'running', below: [258 + index] }]),
    );
    const { snapshot, calls } = await poll(fakes);
    expect(calls.filter((call) => call.startsWith('pipeline'))).toHaveLength(21);
    expect(snapshot.unreadable).toEqual(['downstream pipelines below level 20']);
    const lowest = placesOf(snapshot.root).at(-1)?.node.bridges[0];
    expect(lowest).toMatchObject({
      downstream: undefined,
      cutOff: 'the pipeline that to 278 started is not read: 20 levels of the tree are read',
    });
  });

  describe('the most pipelines that are read', () => {
    const wide = (count: number): Readonly<Record<number, Fake>> => {
      const ids = Array.from({ length: count }, (_, index) => 1000 + index);
      return {
        257: { status: 'running', below: ids },
        ...Object.fromEntries(ids.map((id) => [id, { status: 'success', jobs: [jobWith()] }])),
      };
    };
    const cutOffOf = ({ root }: PipelineSnapshot): readonly string[] =>
      root.bridges.flatMap(({ cutOff }) => cutOff ?? []);

    test.each([
      { decides: 'nothing', limit: 200, given: { downstream: 'show' } },
      { decides: 'the tree', limit: 1000, given: { downstream: 'require' } },
      { decides: 'jobs', limit: 1000, given: { downstream: 'show', decidedBy: 'jobs' } },
    ] as const)('are $limit where $decides below decides', async ({ limit, given }) => {
      const whole = await poll(wide(limit - 1), given);
      expect([cutOffOf(whole.snapshot), whole.snapshot.unreadable]).toEqual([[], []]);
      const cut = await poll(wide(limit + 2), given);
      const why = (id: number): string =>
        `the pipeline that to ${id} started is not read: ${limit} pipelines of a tree are read`;
      expect(cutOffOf(cut.snapshot)).toEqual([999, 1000, 1001].map((each) => why(each + limit)));
      expect(cut.snapshot.unreadable).toEqual([`downstream pipelines beyond the first ${limit}`]);
    });

    test('count those that are remembered with all below them', async () => {
      const ids = Array.from({ length: 150 }, (_, index) => 1000 + index);
      const fakes: Record<number, Fake> = {
        257: { status: 'running', below: ids },
        ...Object.fromEntries(ids.map((id) => [id, { status: 'success', below: [id + 1000] }])),
        ...Object.fromEntries(ids.map((id) => [id + 1000, { status: 'success' }])),
      };
      const { snapshot: previous } = await poll(fakes);
      const { snapshot } = await poll(fakes, { previous });
      expect(placesOf(previous.root)).toHaveLength(200);
      expect(placesOf(snapshot.root)).toHaveLength(200);
      // Those that no pipeline was left for are asked for again, and found to be too many again.
      expect(snapshot.unreadable).toEqual(previous.unreadable);
    });
  });

  test('does not read again what has ended below, and reads only the lists of a running child', async () => {
    const fakes: Record<number, Fake> = {
      257: { status: 'running', below: [300, 400] },
      300: { status: 'success', jobs: [jobWith()] },
      400: { status: 'running', jobs: [jobWith({ status: 'running' })] },
    };
    const { snapshot: previous } = await poll(fakes);
    const { snapshot, calls } = await poll(fakes, { previous });
    expect([...calls].sort()).toEqual(['bridges 257', 'jobs 257', 'jobs 400', 'pipeline 257']);
    expect(snapshot).toEqual(previous);
  });

  test('reports an unreadable downstream pipeline as partial data', async () => {
    const { snapshot } = await poll({ 257: { status: 'running', below: [300] } });
    expect(snapshot.unreadable).toEqual([
      'downstream pipeline 300 of to 300 cannot be read (GitLab answered 404)',
    ]);
    expect(snapshot.root.bridges[0]?.downstream).toBeUndefined();
  });

  test('reports an unreadable pipeline once, although each refusal has another request id', async () => {
    const fakes: Record<number, Fake> = { 257: { status: 'running', below: [300] } };
    const { snapshot: previous } = await poll(fakes);
    const { snapshot } = await poll(fakes, { previous });
    expect(snapshot.unreadable).toEqual(previous.unreadable);
  });

  test('keeps the jobs of the snapshot before if they cannot be read this time', async () => {
    const jobs = [jobWith({ status: 'running' })];
    const { snapshot: previous } = await poll({ 257: { status: 'running', jobs } });
    const { snapshot } = await poll({ 257: { status: 'running', jobs: lost() } }, { previous });
    expect(snapshot.root.jobs).toEqual(previous.root.jobs);
    expect(snapshot.failure).toContain('ECONNRESET');
  });

  test('uses the trigger job for the end of an unreadable pipeline, also below an ended one', async () => {
    const below = { 257: { status: 'success', below: [300] }, 300: { status: 'success', below: [400] } };
    const hidden = (status: string): Readonly<Record<number, Fake>> => ({
      ...below,
      400: { status, hidden: 'yes' },
    });
    const { snapshot: previous } = await poll(hidden('running'));
    const { snapshot } = await poll(hidden('failed'), { previous });
    expect(snapshot.root.bridges[0]?.downstream?.bridges[0]?.bridge.downstream?.status).toBe('failed');
  });

  test('reads trigger jobs again that could not be read at first', async () => {
    const fakes: Record<number, Fake> = { 257: { status: 'running', jobs: [jobWith()], below: lost() } };
    const { snapshot: previous } = await poll(fakes);
    fakes[257] = { status: 'running', jobs: [jobWith()], below: [300] };
    fakes[300] = { status: 'running' };
    const { snapshot } = await poll(fakes, { previous });
    expect(snapshot.root.bridges[0]?.downstream?.pipeline.id).toBe(300);
  });

  test('reads a downstream pipeline again that ended while its jobs could not be read', async () => {
    const fakes: Record<number, Fake> = {
      257: { status: 'running', below: [300] },
      300: { status: 'failed', jobs: lost() },
    };
    const { snapshot: previous } = await poll(fakes);
    fakes[300] = { status: 'failed', jobs: [jobWith({ status: 'failed' })] };
    const { snapshot } = await poll(fakes, { previous });
    expect(snapshot.root.bridges[0]?.downstream?.jobs).toHaveLength(1);
  });

  for (const [name, below] of [
    ['refused', refused({ status: 403 })],
    ['lost', lost()],
  ] as const) {
    test(`fails without the list of trigger jobs (${name}) if downstream pipelines are required`, async () => {
      const fakes: Record<number, Fake> = {
        257: { status: 'success', below: [300] },
        300: { status: 'success', below },
      };
      const task = { projectId: 42, pipelineId: 257, previous: undefined } as const;
      const { signal } = new AbortController();
      const { reader } = readerOf(fakes);
      const shown = await takeSnapshot(reader, { ...task, downstream: 'show', signal });
      const required = await takeSnapshot(reader, { ...task, downstream: 'require', signal });
      expect([shown.kind, required]).toEqual(['ok', below]);
    });
  }

  test('fails without the list of jobs if jobs decide, and does not use earlier jobs', async () => {
    const jobs = [jobWith({ status: 'created' })];
    const { snapshot: previous } = await poll({ 257: { status: 'running', jobs } });
    const gone = refused({ status: 404 });
    const { reader } = readerOf({ 257: { status: 'success', jobs: gone } });
    const task = { projectId: 42, pipelineId: 257, downstream: 'show', previous } as const;
    const { signal } = new AbortController();
    expect(await takeSnapshot(reader, { ...task, decidedBy: 'jobs', signal })).toEqual(gone);
  });

  describe('the missing part of a list', () => {
    const task = { projectId: 42, pipelineId: 257, downstream: 'show', previous: undefined } as const;
    const { signal } = new AbortController();
    const lists = (listing: Partial<Paged<never>>): TreeReader => ({
      ...readerOf({ 257: { status: 'running', jobs: [jobWith()] } }).reader,
      fetchBridges: () => Promise.resolve(ok({ items: [], truncated: 'complete', ...listing })),
    });

    test.each([
      {
        name: 'an entry that cannot be read',
        give: { unfit: { count: 1, why: 'missing: web_url' } },
        why: '1 of the trigger jobs of pipeline 257 cannot be read (missing: web_url)',
      },
      {
        name: 'several',
        give: { unfit: { count: 3, why: 'missing: id' } },
        why: '3 of the trigger jobs of pipeline 257 cannot be read (the first is missing: id)',
      },
      {
        name: 'its end',
        give: { truncated: 'timed_out' as const },
        why: 'the trigger jobs of pipeline 257 are too many to be read completely',
      },
    ])('is partial data, and known to the decision: $name', async ({ give, why }) => {
      const reply = await takeSnapshot(lists(give), { ...task, signal });
      expect(reply).toMatchObject({ value: { unreadable: [why], root: { incomplete: { bridges: why } } } });
    });

    test('is requested again', async () => {
      const first = await takeSnapshot(lists({ unfit: { count: 1, why: 'bad' } }), { ...task, signal });
      if (first.kind !== 'ok') throw new Error('the first look failed');
      const bridge = { ...jobWith({ id: 9, name: 'child' }), downstream: undefined };
      const reader = { ...lists({}), fetchBridges: () => Promise.resolve(listing([bridge])) };
      const second = await takeSnapshot(reader, { ...task, previous: first.value, signal });
      expect(second).toMatchObject({ value: { root: { bridges: [{ bridge: { name: 'child' } }] } } });
      expect(second).not.toHaveProperty('value.root.incomplete');
    });
  });

  test('reads a downstream pipeline again that has ended and contradicts itself', async () => {
    const fakes: Record<number, Fake> = {
      257: { status: 'running', below: [300] },
      300: { status: 'success', jobs: [jobWith({ status: 'running' })] },
    };
    const { snapshot: previous } = await poll(fakes);
    fakes[300] = { status: 'success', jobs: [jobWith()] };
    const { snapshot, calls } = await poll(fakes, { previous });
    expect(calls).toContain('jobs 300');
    expect(snapshot.root.bridges[0]?.downstream?.jobs[0]?.job.status).toBe('success');
  });

  test.each([
    ['require', true],
    ['show', false],
  ] as const)(
    'with downstream: %s a list without trigger jobs is asked for again at the end: %s',
    async (downstream, isAsked) => {
      const fakes: Record<number, Fake> = { 257: { status: 'running', jobs: [jobWith()] } };
      const { snapshot: previous } = await poll(fakes, { downstream });
      fakes[257] = { status: 'success', jobs: [jobWith()], below: [300] };
      fakes[300] = { status: 'failed' };
      const { snapshot } = await poll(fakes, { previous, downstream });
      expect(snapshot.root.bridges).toHaveLength(isAsked ? 1 : 0);
    },
  );

  test('reports a pipeline as partial data if its trigger job names it unreadably', async () => {
    const bridge = { ...jobWith({ id: 9, name: 'child' }), unreadDownstream: { status: 'success' } };
    const reader = {
      ...readerOf({ 257: { status: 'success' } }).reader,
      fetchBridges: () => Promise.resolve(listing([bridge])),
    };
    const { signal } = new AbortController();
    const task = { projectId: 42, pipelineId: 257, previous: undefined, signal } as const;
    const shown = await takeSnapshot(reader, { ...task, downstream: 'show' });
    const ignored = await takeSnapshot(reader, { ...task, downstream: 'ignore' });
    expect([shown, ignored]).toMatchObject([
      { value: { unreadable: ['the pipeline that child started: GitLab does not show which one it is'] } },
      { value: { unreadable: [] } },
    ]);
  });
});

describe('a list that lacks what was shown before', () => {
  const jobs = [jobWith({ id: 1, name: 'lint' }), jobWith({ id: 2, name: 'unit' })];
  const full = { 257: { status: 'running', jobs, below: [300] }, 300: { status: 'success' } };
  const shrunk: Readonly<Record<string, Readonly<Record<number, Fake>>>> = {
    jobs: { ...full, 257: { ...full[257], jobs: [jobWith({ id: 1, name: 'lint' })] } },
    'trigger jobs': { ...full, 257: { ...full[257], below: [] } },
  };

  test.each(['jobs', 'trigger jobs'])(
    'is no list: of %s, where the verdict does not need it',
    async (name) => {
      const { snapshot: previous } = await poll(full);
      const { snapshot } = await poll(shrunk[name] ?? {}, { previous });
      expect(snapshot.failure).toContain(`the ${name} of pipeline 257 lack `);
      expect(snapshot.root.jobs.map(({ job }) => job.name)).toEqual(['lint', 'unit']);
      expect(snapshot.root.bridges.map(({ bridge }) => bridge.name)).toEqual(['to 300']);
      expect(snapshot.unreadable).toEqual([]);
    },
  );

  test('fails the poll where the verdict needs it', async () => {
    const { snapshot: previous } = await poll(full, { downstream: 'require' });
    const without = poll(shrunk['trigger jobs'] ?? {}, { previous, downstream: 'require' });
    await expect(without).rejects.toThrow('the look failed: unreadable');
  });

  test('is complete again with another attempt in place of the one before', async () => {
    const { snapshot: previous } = await poll(full);
    const again = [jobWith({ id: 1, name: 'lint' }), jobWith({ id: 9, name: 'unit', status: 'running' })];
    const { snapshot } = await poll({ ...full, 257: { ...full[257], jobs: again } }, { previous });
    expect([snapshot.failure, snapshot.root.jobs.map(({ job }) => job.id)]).toEqual([undefined, [1, 9]]);
  });
});

describe('an answer about a pipeline of another commit', () => {
  const { reader } = readerOf({ 257: { status: 'success' } });
  const { sha } = pipelineWith();
  const read = (known: string | undefined): Promise<Reply<PipelineSnapshot>> =>
    takeSnapshot(reader, {
      projectId: 42,
      pipelineId: 257,
      sha: known,
      downstream: 'show',
      previous: undefined,
      signal: new AbortController().signal,
    });

  test('is none about this one', async () => {
    expect(await read('f'.repeat(40))).toMatchObject({
      kind: 'unreadable',
      why: `it is about commit ${sha}, and pipeline 257 runs ${'f'.repeat(40)}`,
    });
  });

  test.each([sha, '', undefined])('is not seen where the known commit is %p', async (known) => {
    expect(await read(known)).toMatchObject({ kind: 'ok' });
  });
});
