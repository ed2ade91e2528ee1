import { describe, expect, test } from '@jest/globals';

import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { TestCase, TestReport, TestSuite, TestTotals } from '../../../src/model/test-report.js';
import { type FoundTests, fetchTests } from '../../../src/results/fetch-tests.js';
import type { JobTree } from '../../../src/results/find-job.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { jobWith, lost, ok, refused } from '../../support/pipelines.js';

const none = { total: 0, success: 0, failed: 0, skipped: 0, error: 0, seconds: 0 };
const junit = [{ fileType: 'junit' }];

function suite(name: string, given: Partial<TestSuite> = {}): TestSuite {
  return { ...none, name, total: 1, success: 1, seconds: 0.5, ...given };
}

function totals(...suites: readonly TestSuite[]): Reply<TestTotals> {
  return ok({ ...none, suites });
}

/** A pipeline whose jobs have left a test report each, and a child of it. */
function treeOf(id: number, jobIds: readonly number[], child?: JobTree): JobTree {
  return {
    pipeline: { id, projectId: 42 },
    jobs: jobIds.map((jobId) => ({ job: jobWith({ id: jobId, name: `job ${jobId}`, artifacts: junit }) })),
    bridges: child === undefined ? [] : [{ bridge: { name: 'child' }, downstream: child }],
  };
}

interface Server {
  /** What is answered one time after the other, by pipeline; the last again and again. */
  readonly counts: Readonly<Record<number, readonly Reply<TestTotals>[]>>;
  readonly cases?: Readonly<Record<number, Reply<TestReport> | readonly Reply<TestReport>[]>>;
  readonly retryTimeoutMs?: number;
}

async function testsOf(
  tree: JobTree,
  { counts, cases = {}, retryTimeoutMs = 0 }: Server,
  wanted: 'failed' | 'all' = 'failed',
): Promise<{ readonly found: FoundTests; readonly asked: readonly string[]; readonly tookMs: number }> {
  const clock = createVirtualClock();
  const asked: string[] = [];
  const gitlab = {
    fetchTestSummary: ({ pipelineId }: { readonly pipelineId: number }) => {
      const before = asked.filter((line) => line === `counts ${pipelineId}`).length;
      asked.push(`counts ${pipelineId}`);
      const replies = counts[pipelineId] ?? [];
      const reply = replies[Math.min(before, replies.length - 1)];
      if (reply === undefined) throw new Error(`nobody expected counts of ${pipelineId}`);
      return Promise.resolve(reply);
    },
    fetchTestReport: ({ pipelineId }: { readonly pipelineId: number }) => {
      const before = asked.filter((line) => line === `cases ${pipelineId}`).length;
      asked.push(`cases ${pipelineId}`);
      const given = cases[pipelineId] ?? [];
      const replies = 'kind' in given ? [given] : given;
      const reply = replies[Math.min(before, replies.length - 1)];
      if (reply === undefined) throw new Error(`nobody expected cases of ${pipelineId}`);
      return Promise.resolve(reply);
    },
  };
  const { signal } = new AbortController();
  const reading = fetchTests(
    { gitlab, clock, random: () => 1, retryTimeoutMs },
    { tree, cases: wanted },
    signal,
  );
  const found = await clock.run(reading);
  return { found, asked, tookMs: clock.nowMs() };
}

describe('the tests of a pipeline', () => {
  test('are not requested if no job left a report', async () => {
    const tree: JobTree = {
      ...treeOf(1, []),
      jobs: [
        { job: jobWith({ artifacts: [{ fileType: 'archive' }] }) },
        { job: jobWith({ status: 'running', artifacts: undefined }) },
      ],
    };
    const { found, asked } = await testsOf(tree, { counts: {} });
    expect({ found, asked }).toEqual({
      found: { counts: none, suites: [], failed: [], all: undefined, unreadable: [] },
      asked: [],
    });
  });

  test('are requested once if GitLab does not list the artifacts of jobs', async () => {
    const tree: JobTree = { ...treeOf(1, []), jobs: [{ job: jobWith({ artifacts: undefined }) }] };
    const { found, asked, tookMs } = await testsOf(tree, { counts: { 1: [totals()] } });
    expect([found.suites, found.unreadable, asked, tookMs]).toEqual([[], [], ['counts 1'], 0]);
  });

  test('are awaited until each job is counted', async () => {
    const { found, asked, tookMs } = await testsOf(treeOf(1, [11, 12]), {
      counts: {
        1: [
          totals(),
          totals(suite('job 11', { jobIds: [11] })),
          totals(suite('job 11', { jobIds: [11] }), suite('job 12', { jobIds: [12] })),
        ],
      },
    });
    expect([found.counts, found.unreadable, asked.length, tookMs]).toEqual([
      { ...none, total: 2, success: 2, seconds: 1 },
      [],
      3,
      1500,
    ]);
  });

  test('are not awaited longer than fifteen seconds', async () => {
    const { found, tookMs } = await testsOf(treeOf(1, [11, 12]), {
      counts: { 1: [totals(suite('job 11', { jobIds: [11] }))] },
    });
    expect([found.counts.total, found.unreadable]).toEqual([
      1,
      ['GitLab has not counted the tests of one job of pipeline 1 in time'],
    ]);
    expect(tookMs).toBeLessThanOrEqual(15_000);
  });

  test('are accepted as they are from a server that does not name jobs', async () => {
    const { found, asked } = await testsOf(treeOf(1, [11, 12]), { counts: { 1: [totals(suite('job 11'))] } });
    expect([found.counts.total, found.unreadable, asked]).toEqual([1, [], ['counts 1']]);
  });

  test('contain the failed cases, and nothing more', async () => {
    const failing = suite('unit', { total: 3, failed: 1, success: 1, error: 1, jobIds: [11] });
    const cases = [
      { status: 'failed', name: 'a', seconds: 1 },
      { status: 'success', name: 'b', seconds: 1 },
      { status: 'error', name: 'c', seconds: 1 },
    ];
    const server = {
      counts: { 1: [totals(failing)] },
      cases: { 1: ok({ suites: [{ name: 'unit', cases }] }) },
    };
    const { found } = await testsOf(treeOf(1, [11]), server);
    const at = { suite: 'unit', path: [] };
    expect([found.failed, found.all]).toEqual([
      [
        { ...cases[0], ...at },
        { ...cases[2], ...at },
      ],
      undefined,
    ]);
    const whole = await testsOf(treeOf(1, [11]), server, 'all');
    expect(whole.found.all).toHaveLength(3);
    expect(whole.found.failed).toHaveLength(2);
  });

  test('are reported if they cannot be read', async () => {
    const denied = await testsOf(treeOf(1, [11]), {
      counts: { 1: [refused({ status: 403, texts: ['403 Forbidden'] })] },
    });
    expect(denied.found.unreadable).toEqual([
      'the tests of pipeline 1 cannot be read (GitLab answered 403: 403 Forbidden)',
    ]);
    const half = await testsOf(treeOf(1, [11]), {
      counts: { 1: [totals(suite('unit', { failed: 1, jobIds: [11] }))] },
      cases: { 1: lost() },
    });
    expect([half.found.counts.failed, half.found.failed]).toEqual([1, []]);
    expect(half.found.unreadable[0]).toContain('the test cases of pipeline 1 cannot be read');
  });
});

describe('test cases that GitLab counted and does not list', () => {
  const counted = suite('unit', { total: 3, success: 2, failed: 1, jobIds: [11] });
  const one = { status: 'success', name: 'a', seconds: 1 };
  const other = { status: 'success', name: 'b', seconds: 1 };
  const failed = { status: 'failed', name: 'c', seconds: 1 };
  const report = (...cases: readonly TestCase[]): Reply<TestReport> =>
    ok({ suites: [{ name: 'unit', cases }] });
  const whole = report(one, other, failed);

  test('are awaited as long as a server that is down', async () => {
    const { found, asked, tookMs } = await testsOf(
      treeOf(1, [11]),
      {
        counts: { 1: [totals(counted)] },
        cases: { 1: [report(one), report(one, failed), whole] },
        retryTimeoutMs: 20_000,
      },
      'all',
    );
    expect([found.all, found.unreadable, asked.length, tookMs]).toEqual([
      [one, other, failed].map((each) => ({ ...each, suite: 'unit', path: [] })),
      [],
      4,
      6000,
    ]);
  });

  test.each<{
    name: string;
    given: Reply<TestReport>;
    counted?: TestSuite;
    wanted?: 'failed' | 'all';
    want: string;
  }>([
    {
      name: 'fewer',
      given: report(one),
      want: 'GitLab lists only 1 of the 3 test cases of unit that it counted in pipeline 1',
    },
    {
      name: 'no suite at all',
      given: ok({ suites: [] }),
      want: 'GitLab lists only 0 of the 3 test cases of unit that it counted in pipeline 1',
    },
    {
      name: 'the cases in a suite of another name',
      given: ok({ suites: [{ name: 'other', cases: [one, other, failed] }] }),
      want: 'GitLab lists only 0 of the 3 test cases of unit that it counted in pipeline 1',
    },
    {
      name: 'as many, but of another result',
      given: report(one, other, one),
      want: 'GitLab lists only 3 of the 3 test cases of unit that it counted in pipeline 1',
    },
    {
      name: 'no failed one, if only these are needed',
      given: report(one, other),
      wanted: 'failed',
      want: 'GitLab lists only 0 of the 1 failed test cases of unit that it counted in pipeline 1',
    },
    {
      name: 'fewer than the total, whatever the other counts',
      given: report(one),
      counted: suite('unit', { total: 5, jobIds: [11] }),
      want: 'GitLab lists only 1 of the 5 test cases of unit that it counted in pipeline 1',
    },
    {
      name: 'the cases of one of two parts',
      given: ok({ suites: [{ name: 'unit', seconds: 1, cases: [one] }] }),
      counted: suite('unit', { total: 2, success: 2, seconds: 2, jobIds: [11, 12] }),
      want: 'GitLab lists only 1 of the 2 test cases of unit that it counted in pipeline 1',
    },
    {
      name: 'no failed case of two parts, which take no time',
      given: ok({ suites: [{ name: 'unit', seconds: 0, cases: [one] }] }),
      counted: suite('unit', { total: 2, success: 1, failed: 1, seconds: 0, jobIds: [11, 12] }),
      want: 'GitLab lists only 1 of the 2 test cases of unit that it counted in pipeline 1',
    },
    {
      name: 'no case, from a server that does not name jobs',
      given: ok({ suites: [{ name: 'unit', cases: [] }] }),
      counted: suite('unit', { total: 2, success: 2, seconds: 0 }),
      want: 'GitLab lists only 0 of the 2 test cases of unit that it counted in pipeline 1',
    },
  ])('are missing in the end: $name', async ({ given, counted: own = counted, wanted = 'all', want }) => {
    const { found, tookMs } = await testsOf(
      treeOf(1, [11]),
      { counts: { 1: [totals(own)] }, cases: { 1: given }, retryTimeoutMs: 20_000 },
      wanted,
    );
    expect(found.unreadable).toEqual([want]);
    expect(tookMs).toBeLessThanOrEqual(20_000);
  });

  test.each<{ name: string; given: Reply<TestReport>; counted?: TestSuite; wanted?: 'failed' | 'all' }>([
    { name: 'all are listed', given: whole },
    { name: 'more are listed', given: report(one, other, failed, { ...one, status: 'novel' }) },
    { name: 'all failed ones are listed, and no others are needed', given: report(failed), wanted: 'failed' },
    {
      name: 'GitLab says that it could not read the report',
      given: report(),
      counted: { ...counted, problem: 'JUnit XML parsing failed' },
    },
    {
      name: 'two parts have the same cases, which are listed once',
      given: ok({ suites: [{ name: 'unit', seconds: 6.004, cases: [one, other, failed] }] }),
      counted: suite('unit', { total: 6, success: 4, failed: 2, seconds: 6, jobIds: [11, 12] }),
    },
    {
      name: 'the same, from a server that does not name jobs',
      given: ok({ suites: [{ name: 'unit', seconds: 6, cases: [one, other, failed] }] }),
      counted: suite('unit', { total: 6, success: 4, failed: 2, seconds: 6 }),
    },
  ])('are not missed if $name', async ({ given, counted: own = counted, wanted = 'all' }) => {
    const { found, asked, tookMs } = await testsOf(
      treeOf(1, [11]),
      { counts: { 1: [totals(own)] }, cases: { 1: given }, retryTimeoutMs: 20_000 },
      wanted,
    );
    expect([found.unreadable, asked, tookMs]).toEqual([[], ['counts 1', 'cases 1'], 0]);
  });

  test('are awaited once for all pipelines', async () => {
    const children = [2, 3, 4].map((id) => ({
      bridge: { name: `to ${id}` },
      downstream: treeOf(id, [10 + id]),
    }));
    const of = (id: number): Reply<TestTotals> => totals({ ...counted, jobIds: [10 + id] });
    const { found, tookMs } = await testsOf(
      { ...treeOf(1, []), bridges: children },
      {
        counts: { 2: [of(2)], 3: [of(3)], 4: [of(4)] },
        cases: { 2: report(one), 3: whole, 4: report(one) },
        retryTimeoutMs: 20_000,
      },
      'all',
    );
    expect(found.unreadable.map((text) => text.slice(-11))).toEqual([' pipeline 2', ' pipeline 4']);
    expect(tookMs).toBeLessThanOrEqual(20_000);
  });

  test('are named by three suites at most', async () => {
    const suites = ['a', 'b', 'c', 'd', 'e'].map((name) => suite(name, { jobIds: [11] }));
    const { found } = await testsOf(
      treeOf(1, [11]),
      { counts: { 1: [totals(...suites)] }, cases: { 1: ok({ suites: [] }) } },
      'all',
    );
    expect(found.unreadable[0]).toMatch(
      /cases of c, not all of 2 more suites that it counted in pipeline 1$/,
    );
  });

  test('are missing if GitLab counts more in total than in its suites', async () => {
    const { found } = await testsOf(treeOf(1, [11]), {
      counts: { 1: [ok({ ...none, total: 5, suites: [suite('unit', { jobIds: [11] })] })] },
    });
    expect(found.unreadable).toEqual(['GitLab counted 5 tests in pipeline 1, but only 1 in its suites']);
    const broken = await testsOf(treeOf(1, [11]), {
      counts: {
        1: [ok({ ...none, total: 5, suites: [suite('unit', { jobIds: [11], problem: 'no XML' })] })],
      },
    });
    expect(broken.found.unreadable).toEqual([]);
  });
});

describe('the tests of child pipelines', () => {
  const tree = treeOf(1, [11], treeOf(2, [21]));
  const [own, below] = [suite('unit', { jobIds: [11] }), suite('web', { jobIds: [21], failed: 1 })];
  const cases = [{ status: 'failed', name: 'a', seconds: 1 }];

  test('are requested one by one on servers that count them so', async () => {
    const { found, asked } = await testsOf(tree, {
      counts: { 1: [totals(own)], 2: [totals(below)] },
      cases: { 2: ok({ suites: [{ name: 'web', cases }] }) },
    });
    expect([found.suites, found.failed, found.counts.total, asked]).toEqual([
      [
        { ...own, path: [] },
        { ...below, path: ['child'] },
      ],
      [{ ...cases[0], suite: 'web', path: ['child'] }],
      2,
      ['counts 1', 'counts 2', 'cases 2'],
    ]);
  });

  test('are counted once on servers that count them with their parent, and awaited', async () => {
    const { found, asked } = await testsOf(treeOf(1, [11], treeOf(2, [21, 22])), {
      counts: { 1: [totals(own, below), totals(own, below, suite('api', { jobIds: [22] }))] },
      cases: { 1: ok({ suites: [{ name: 'web', cases }] }) },
    });
    expect([found.suites.map(({ path }) => path), found.failed, found.counts.total, asked]).toEqual([
      [[], ['child'], ['child']],
      [{ ...cases[0], suite: 'web', path: ['child'] }],
      3,
      ['counts 1', 'counts 1', 'cases 1'],
    ]);
  });

  test('are found if the pipeline itself has none', async () => {
    const { found, asked } = await testsOf(treeOf(1, [], treeOf(2, [21])), {
      counts: { 2: [totals(suite('web', { jobIds: [21] }))] },
    });
    expect([found.counts.total, asked]).toEqual([1, ['counts 2']]);
  });

  test('are read from twenty pipelines at most', async () => {
    const children = Array.from({ length: 25 }, (_, index) => ({
      bridge: { name: `child ${index}` },
      downstream: treeOf(100 + index, [1000 + index]),
    }));
    const counts = Object.fromEntries(
      children.map((_, index) => [100 + index, [totals(suite('unit', { jobIds: [1000 + index] }))]]),
    );
    const { found } = await testsOf({ ...treeOf(1, []), bridges: children }, { counts });
    expect([found.counts.total, found.unreadable]).toEqual([
      20,
      ['the tests of 5 more pipelines were not read'],
    ]);
  });
});
