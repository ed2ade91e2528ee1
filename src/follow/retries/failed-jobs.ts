import { unknownReason } from '../../model/failure-reasons.js';
import { isCountingFailure } from '../../model/pipeline.js';
import type { RetryFailed } from '../../model/requests.js';
import {
  type BridgeState,
  type JobState,
  type PipelineNode,
  type PipelineSnapshot,
  placesOf,
  stepsOf,
} from '../../model/snapshot.js';
import { type PlacedJob, choicesOf, chosenJobs } from '../decide/by-jobs.js';
import type { JobSelection } from '../decide/job-selection.js';

/** A job whose failure fails the followed pipeline. */
export interface FailedCause {
  readonly path: readonly string[];
  readonly state: JobState;
  readonly node: PipelineNode;
  /** The pipelines that failed because of it: its own, and those above it. */
  readonly failing: readonly PipelineNode[];
}

/** What is judged by. */
export interface FailureRules {
  readonly downstream: 'ignore' | 'show' | 'require';
  readonly selection: JobSelection;
  readonly retryFailed: RetryFailed;
  /** How often a job has been retried already, and whether GitLab was asked to retry this attempt. */
  readonly retriesOf: (cause: FailedCause) => { readonly count: number; readonly isAsked: boolean };
}

/**
 * The jobs to retry in a snapshot whose verdict is `failed`; none unless a retry of all of them can make the
 * pipeline pass. So a job is left alone beside one that failed for another reason, that has had its retries,
 * or that may not be seen; in a pipeline that somebody canceled; and where a trigger job failed by itself:
 * to retry that one would start another pipeline.
 */
export function jobsToRetry(snapshot: PipelineSnapshot, rules: FailureRules): readonly FailedCause[] {
  if (snapshot.failure !== undefined || snapshot.fromCache === true) return [];
  const causes = causesIn(snapshot, rules);
  if (causes === 'beyond_retry') return [];
  const isCurable = (cause: FailedCause): boolean => {
    const { count, isAsked } = rules.retriesOf(cause);
    const reason = cause.state.job.failureReason ?? unknownReason;
    return rules.retryFailed.reasons.has(reason) && count < rules.retryFailed.most && !isAsked;
  };
  return causes.every(isCurable) ? causes : [];
}

/** `beyond_retry`: at least one of the causes is no job that can be retried. */
type Causes = readonly FailedCause[] | 'beyond_retry';

function causesIn(snapshot: PipelineSnapshot, { downstream, selection }: FailureRules): Causes {
  if (selection.kind === 'some') {
    const chosen = chosenJobs(choicesOf(snapshot, selection));
    return together(chosen.filter(({ state }) => isCountingFailure(state.job)).map(causesOfChosen));
  }
  const { root } = snapshot;
  const own = root.pipeline.status === 'success' ? [] : causesOf(root, [], []);
  if (downstream !== 'require') return own;
  // Every pipeline below counts by itself there, whatever its trigger job may.
  const below = placesOf(root)
    .slice(1)
    .filter(({ node }) => node.pipeline.status === 'failed')
    .map(({ path, node }) => causesOf(node, path, []));
  return together([own, ...below]);
}

/** A chosen job stands for itself, in whatever pipeline it is. */
function causesOfChosen({ path, kind, state, node }: PlacedJob): Causes {
  if (isStopped(node)) return 'beyond_retry';
  if (kind !== 'trigger_job') return [{ path, state, node, failing: failedOnly([node]) }];
  const bridge = node.bridges.find((each) => each.bridge.id === state.job.id);
  return bridge === undefined ? 'beyond_retry' : causesBelow(bridge, path, [node]);
}

/** Why a pipeline failed: its failed jobs, and those below trigger jobs that failed with their pipelines. */
function causesOf(node: PipelineNode, path: readonly string[], above: readonly PipelineNode[]): Causes {
  if (isStopped(node) || node.incomplete !== undefined) return 'beyond_retry';
  const failing = [...above, node];
  const jobs = node.jobs
    .filter(({ job }) => isCountingFailure(job))
    .map((state): FailedCause => ({ path, state, node, failing: failedOnly(failing) }));
  const below = node.bridges
    .filter(({ bridge }) => isCountingFailure(bridge))
    .map((state) => causesBelow(state, path, failing));
  const causes = together([jobs, ...below]);
  // A pipeline also fails by statuses that other systems set, and before it has any jobs.
  const isExplained = causes === 'beyond_retry' || causes.length > 0 || node.pipeline.status !== 'failed';
  return isExplained ? causes : 'beyond_retry';
}

function causesBelow(
  { bridge, downstream }: BridgeState,
  path: readonly string[],
  above: readonly PipelineNode[],
): Causes {
  if (downstream?.pipeline.status !== 'failed') return 'beyond_retry';
  return causesOf(downstream, [...path, bridge.name], above);
}

/** Each job once. */
function together(parts: readonly Causes[]): Causes {
  const byId = new Map<number, FailedCause>();
  for (const part of parts) {
    if (part === 'beyond_retry') return part;
    for (const cause of part) {
      const known = byId.get(cause.state.job.id);
      const isLonger = known === undefined || known.failing.length < cause.failing.length;
      if (isLonger) byId.set(cause.state.job.id, cause);
    }
  }
  return [...byId.values()];
}

/**
 * Somebody, or a newer pipeline, has stopped it: nobody is to start it again. GitLab calls a pipeline
 * `failed` that was canceled once a job had failed.
 */
function isStopped(node: PipelineNode): boolean {
  const jobs = stepsOf(node).map(({ job }) => job);
  return [node.pipeline, ...jobs].some(({ status }) => status === 'canceled' || status === 'canceling');
}

/** Those whose status has to change before it is known to be one of after the retry. */
function failedOnly(nodes: readonly PipelineNode[]): readonly PipelineNode[] {
  return nodes.filter(({ pipeline }) => pipeline.status === 'failed');
}
