import { isTerminalStatus } from '../gitlab/pipeline-status.js';
import type { JobTree } from './find-job.js';

/** A pipeline in which a job has left a test report, or may have. */
export interface TestedPipeline {
  /** The trigger jobs that lead to it, outermost first. */
  readonly path: readonly string[];
  readonly projectId: number;
  readonly pipelineId: number;
  /** The jobs that have ended and left a report. */
  readonly jobIds: readonly number[];
  /** `no`: GitLab did not list what its jobs left behind, so that there may be reports of other jobs, too. */
  readonly known: 'yes' | 'no';
}

/** The pipelines of a tree that are worth being asked for tests, each before those below it. */
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
