import { createLogLines } from '../../../src/logs/decode-lines.js';
import { createRedaction } from '../../../src/hosts/redaction/redaction.js';
import type { Job } from '../../../src/model/pipeline.js';
import type { PipelineNode } from '../../../src/model/snapshot.js';
import { fetchTests, type FoundCase } from '../../../src/results/fetch-tests.js';
import type { findJobs } from '../../../src/results/find-job.js';
import { pathMatcher } from '../../../src/results/artifacts/plan.js';
import { planUnpacking } from '../../../src/results/artifacts/unpack-plan.js';

export const times = (count: number, one: string | ((index: number) => string), between = ''): string =>
  Array.from({ length: count }, (_, index) => (typeof one === 'string' ? one : one(index))).join(between);

export function jobs(count: number, name: (index: number) => string): readonly { readonly job: Job }[] {
  return Array.from({ length: count }, (_, id) => ({
    job: {
      id: id + 1,
      name: name(id),
      stage: 'test',
      status: 'success',
      allowFailure: false,
      webUrl: 'https://x',
    },
  }));
}

type Searched = Parameters<typeof findJobs>;

export const line = (job: string): Searched[0] => ({ splits: [{ job, path: undefined }] });
export const treeOf = (count: number, name: (index: number) => string): Searched[1] => ({
  pipeline: { id: 1, projectId: 1 },
  jobs: jobs(count, name),
  bridges: [],
});

const clock = { nowMs: () => 0, epochMs: () => 0, schedule: () => () => undefined };
const ok = <T>(value: T) => Promise.resolve({ kind: 'ok' as const, value, hints: {} });

/** Tests of so many jobs, a suite and a failed case each. */
export function testsOf(count: number): unknown {
  const names = Array.from({ length: count }, (_, index) => `suite ${index}`);
  const counts = { total: 1, success: 0, failed: 1, skipped: 0, error: 0, seconds: 0 };
  const tree = {
    ...treeOf(count, (index) => `suite ${index}`),
    jobs: jobs(count, (index) => `suite ${index}`).map(({ job }) => ({
      job: { ...job, artifacts: [{ fileType: 'junit', filename: 'x', bytes: 1, fileFormat: 'gzip' }] },
    })),
  };
  const gitlab = {
    fetchTestSummary: () =>
      ok({ ...counts, suites: names.map((name, index) => ({ ...counts, name, jobIds: [index + 1] })) }),
    fetchTestReport: () =>
      ok({ suites: names.map((name) => ({ name, cases: [{ status: 'failed', name: 'a', seconds: 0 }] })) }),
  };
  const { signal } = new AbortController();
  return fetchTests(
    { gitlab, clock, random: () => 0, retryTimeoutMs: 1000 },
    { tree, cases: 'all' },
    signal,
  ).then((found) => {
    if (found.failed.length !== count) throw new Error(`${found.failed.length} tests, not ${count}`);
  });
}

export const cases = (count: number): readonly FoundCase[] =>
  Array.from({ length: count }, (_, index) => ({
    status: 'failed',
    name: `case ${index}`,
    classname: 'C',
    seconds: 1,
    output: 'no',
    suite: `suite ${index % 7}`,
    path: [],
    file: 'src/a.ts',
  }));

export function logOf(text: string): void {
  const lines = createLogLines(() => undefined);
  lines.push(Buffer.from(text));
  lines.end();
}

function entriesOf(count: number, name: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => ({
    name: name(index),
    kind: 'file' as const,
    isExecutable: false,
    offset: index * 100,
    packedBytes: 1,
    bytes: 1,
    crc32: 0,
    packing: 'stored' as const,
  }));
}

export const unpacked = (count: number, name: (index: number) => string): Promise<unknown> =>
  planUnpacking({
    entries: entriesOf(count, name),
    archiveBytes: 1e9,
    wants: pathMatcher('**/*'),
    naming: 'windows',
    signal: new AbortController().signal,
  });

/** A pipeline of so many jobs and as many trigger jobs, each in a stage of its own. */
export function nodeOf(count: number): PipelineNode {
  const state = ({ job }: ReturnType<typeof jobs>[number]) => ({
    job: { ...job, stage: `stage ${job.id}`, status: 'running' },
    attempt: 1,
    earlier: [],
  });
  const bridges = jobs(count, (index) => `down ${index}`).map((one) => ({
    bridge: { ...state(one).job, id: 1_000_000 - one.job.id, stage: `down ${one.job.id}` },
    downstream: undefined,
  }));
  const pipeline = { id: 1, projectId: 1, status: 'running' };
  return {
    pipeline,
    jobs: jobs(count, (index) => `job ${index}`).map(state),
    bridges,
  } as never;
}

export const token = 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';

export function knowing(): ReturnType<typeof createRedaction> {
  const redaction = createRedaction();
  redaction.add(token);
  return redaction;
}

/** Knows so many lines of a value that is masked. */
export function secretsOf(count: number): ReturnType<typeof createRedaction> {
  const redaction = createRedaction();
  for (let index = 0; index < count; index += 1) redaction.add(`the line of a value ${index}`, 'mask_values');
  return redaction;
}
