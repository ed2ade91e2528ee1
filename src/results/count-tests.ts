import { sleep } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import { describeReply } from '../gitlab/responses/explain.js';
import type { PipelineCall } from '../model/addresses.js';
import { isTerminalStatus } from '../model/pipeline.js';
import type { TestSuite, TestTotals } from '../model/test-report.js';
import type { JobTree } from './find-job.js';
import { type RetryWindow, readWithRetry } from './retry-read.js';

/** The GitLab calls that count tests. */
export type TestCounter = Pick<GitLabClient, 'fetchTestSummary'>;

/** A suite with the path to its jobs. */
export interface CountedSuite extends TestSuite {
  readonly path: readonly string[];
}

/** GitLab's counts for one pipeline. */
export interface CountedPipeline {
  readonly pipeline: TestedPipeline;
  /** The suites that no earlier pipeline contains. */
  readonly suites: readonly CountedSuite[];
}

/** The counts of all pipelines, and what is missing, in words. */
export interface CountedTests {
  readonly counted: readonly CountedPipeline[];
  readonly unreadable: readonly string[];
}

/**
 * GitLab counts the tests of a job in a background task. It takes a second or two after the end of the job,
 * and longer on a busy server. The jobs with a report are known, and a count lists its jobs, so "not counted
 * yet" differs from "no tests".
 */
const countedWithinMs = 15_000;
const [firstPauseMs, maxPauseMs] = [500, 3000];

/** Maximum number of pipelines with tests that are read. */
const mostPipelines = 20;

/**
 * Reads the counts of all pipelines, and waits for those that GitLab has not finished yet. Servers from 19 on
 * count child pipelines with their parent; these are not requested again.
 * @throws the reason of `signal` when it aborts.
 */
export async function countTests(
  deps: RetryWindow & { readonly gitlab: TestCounter },
  pipelines: readonly TestedPipeline[],
  signal: AbortSignal,
): Promise<CountedTests> {
  const endMs = Math.min(deps.clock.nowMs() + countedWithinMs, deps.endMs ?? Infinity);
  const pathOf = pathsOf(pipelines);
  const seen = new Set<number>();
  const counted: CountedPipeline[] = [];
  const unreadable: string[] = [];
  for (const pipeline of pipelines.slice(0, mostPipelines)) {
    const expected = pipeline.jobIds.filter((id) => !seen.has(id));
    if (expected.length === 0 && pipeline.known === 'yes') continue;
    const task = { pipeline, expected, below: jobsBelow(pipeline, pipelines), endMs, signal };
    const { suites, missing } = await countOf(deps, task);
    if (missing !== undefined) unreadable.push(missing);
    const fresh = suites.filter(
      ({ jobIds = [] }) => jobIds.length === 0 || jobIds.some((id) => !seen.has(id)),
    );
    for (const id of suites.flatMap(({ jobIds = [] }) => jobIds)) seen.add(id);
    counted.push({
      pipeline,
      suites: fresh.map((suite) => ({ ...suite, path: pathOf(suite, pipeline) })),
    });
  }
  if (pipelines.length > mostPipelines) {
    unreadable.push(`the tests of ${pipelines.length - mostPipelines} more pipelines were not read`);
  }
  return { counted, unreadable };
}

interface CountTask {
  readonly pipeline: TestedPipeline;
  readonly expected: readonly number[];
  /** IDs of the jobs in its child pipelines. */
  readonly below: readonly number[];
  readonly endMs: number;
  readonly signal: AbortSignal;
}

async function countOf(
  deps: RetryWindow & { readonly gitlab: TestCounter },
  { pipeline, expected, below, endMs, signal }: CountTask,
): Promise<{ readonly suites: readonly TestSuite[]; readonly missing?: string | undefined }> {
  const { clock, gitlab } = deps;
  const { pipelineId } = pipeline;
  const call: PipelineCall = { project: { kind: 'id', id: pipeline.projectId }, pipelineId };
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
    const reply = await readWithRetry(
      deps,
      (readSignal) => gitlab.fetchTestSummary(call, readSignal),
      signal,
    );
    if (reply.kind !== 'ok') {
      return {
        suites: [],
        missing: `the tests of pipeline ${pipelineId} cannot be read (${describeReply(reply).why})`,
      };
    }
    const { suites } = reply.value;
    const whole = { suites, missing: missingSuites(reply.value, pipelineId) };
    // Servers before 13.2 do not say which jobs they have counted.
    if (suites.some(({ jobIds }) => jobIds === undefined)) return whole;
    const ids = new Set(suites.flatMap(({ jobIds = [] }) => jobIds));
    const wanted = below.some((id) => ids.has(id)) ? [...expected, ...below] : expected;
    const missing = wanted.filter((id) => !ids.has(id));
    if (missing.length === 0) return whole;
    if (clock.nowMs() + pauseMs > endMs) {
      const jobs = missing.length === 1 ? 'one job' : `${missing.length} jobs`;
      return {
        suites,
        missing: `GitLab has not counted the tests of ${jobs} of pipeline ${pipelineId} in time`,
      };
    }
    await sleep(clock, pauseMs, signal);
  }
}

/** What GitLab counts in total and in no suite. A suite with a problem is reported by itself. */
function missingSuites({ total, suites }: TestTotals, pipelineId: number): string | undefined {
  const inSuites = suites.reduce((sum, suite) => sum + suite.total, 0);
  const isKnown = suites.every(({ problem }) => problem === undefined);
  return isKnown && inSuites < total
    ? `GitLab counted ${total} ${total === 1 ? 'test' : 'tests'} in pipeline ${pipelineId}, but only ${inSuites} in its suites`
    : undefined;
}

function jobsBelow(of: TestedPipeline, pipelines: readonly TestedPipeline[]): readonly number[] {
  return pipelines
    .filter(
      ({ path, projectId }) =>
        projectId === of.projectId &&
        path.length > of.path.length &&
        of.path.every((name, index) => path[index] === name),
    )
    .flatMap(({ jobIds }) => jobIds);
}

/** The path to the jobs of a suite: the requested pipeline, unless the jobs are known to be below it. */
function pathsOf(
  pipelines: readonly TestedPipeline[],
): (suite: TestSuite, asked: TestedPipeline) => readonly string[] {
  const placeOf = new Map<number, TestedPipeline>();
  for (const pipeline of pipelines) {
    for (const id of pipeline.jobIds) if (!placeOf.has(id)) placeOf.set(id, pipeline);
  }
  return ({ jobIds: [jobId] = [] }, asked) => {
    const place = jobId === undefined ? undefined : placeOf.get(jobId);
    return (place ?? asked).path;
  };
}

/** A pipeline with a job that has, or may have, a test report. */
export interface TestedPipeline {
  /** The trigger jobs that lead to it, outermost first. */
  readonly path: readonly string[];
  readonly projectId: number;
  readonly pipelineId: number;
  /** IDs of the ended jobs that have a report. */
  readonly jobIds: readonly number[];
  /** `no`: GitLab does not list the artifacts of its jobs, so other jobs may have reports too. */
  readonly known: 'yes' | 'no';
}

/** The pipelines of a tree that may have tests, each before its downstream pipelines. */
export function testedPipelines(tree: JobTree, path: readonly string[] = []): readonly TestedPipeline[] {
  const ended = tree.jobs.map(({ job }) => job).filter(({ status }) => isTerminalStatus(status));
  const tested = ended.filter(({ artifacts }) => artifacts?.some(({ fileType }) => fileType === 'junit'));
  const known = ended.every(({ artifacts }) => artifacts !== undefined) ? 'yes' : 'no';
  const { id: pipelineId, projectId } = tree.pipeline;
  const own: TestedPipeline = { path, projectId, pipelineId, jobIds: tested.map(({ id }) => id), known };
  return [
    ...(tested.length > 0 || known === 'no' ? [own] : []),
    ...tree.bridges.flatMap(({ bridge, downstream }) =>
      downstream === undefined ? [] : testedPipelines(downstream, [...path, bridge.name]),
    ),
  ];
}
