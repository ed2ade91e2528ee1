import { hidesFailures } from '../../model/pipeline.js';
import type { AcceptableOutcome } from '../../model/requests.js';
import { type PipelineNode, type PipelineSnapshot, placesOf } from '../../model/snapshot.js';
import { decideByJobs } from './by-jobs.js';
import { contradictsItself, isContradictedByJobs, isRevived, unshownCause } from './contradictions.js';
import type { JobSelection } from './job-selection.js';
import { endOfPipeline, isStuckAtGate } from './pipeline-end.js';
import { requiredEnds, unseenBridges } from './required-ends.js';
import { type Decision, type DecisionRules, passes, worstOf } from './rules.js';
import { tellsWarningsApart, untoldWarnings } from './warnings.js';

export type { Decision } from './rules.js';

const successes: ReadonlySet<AcceptableOutcome> = new Set(['success', 'warnings']);

/** Why a snapshot that is partly from a cache ends nothing. */
const outdatedSnapshot = 'a cache answers in place of GitLab, and what it shows may be outdated';

/**
 * Decides from one snapshot alone whether following ends, and how. An unknown status means that the pipeline
 * still runs. A cached response ends nothing, because it may be outdated.
 */
export function decide(snapshot: PipelineSnapshot, rules: DecisionRules, selection: JobSelection): Decision {
  const decision = decideAsShown(snapshot, rules, selection);
  const isOld = snapshot.fromCache === true && decision.kind !== 'going_on';
  return isOld ? { kind: 'open', why: outdatedSnapshot } : decision;
}

function decideAsShown(snapshot: PipelineSnapshot, rules: DecisionRules, selection: JobSelection): Decision {
  if (selection.kind === 'some') return decideByJobs(snapshot, rules, selection);
  const { root, failure, isUnproved = false } = snapshot;
  const own = endOfPipeline(root, rules.onManual);
  const below = rules.downstream === 'require' ? requiredEnds(root, rules.onManual) : [];
  // If only a user can make the pipeline continue, a failure below decides without waiting for that user:
  // playing the job cannot undo it.
  const isLost = below.some((each) => each.end?.outcome === 'failed') && isStuckAtGate(root);
  if (own === undefined && !isLost) return { kind: 'going_on' };
  const end = worstOf([own, ...below.map((each) => each.end)]);
  if (end === undefined) return { kind: 'going_on' };
  // Hidden parts can make the outcome worse, but nothing is worse than a failure.
  if (rules.downstream === 'require' && end.outcome !== 'failed') {
    const why = below.find(({ question }) => question !== undefined)?.question ?? unseenBridges(root);
    if (why !== undefined) return { kind: 'open', why };
  }
  // Polling again does not tell `success` and `warnings` apart, unless GitLab then shows more.
  if (end.outcome === 'success' && rules.accept !== undefined && tellsWarningsApart(rules.accept)) {
    const why = untoldWarnings(snapshot, rules.downstream);
    if (why !== undefined) return { kind: 'open', why, about: 'warnings' };
  }
  const isPassing = passes(end.outcome, rules.accept);
  if (hidesFailures(end.outcome)) {
    const unseen = failure ?? (isPassing ? (root.incomplete?.jobs ?? root.incomplete?.bridges) : undefined);
    if (unseen !== undefined) {
      return { kind: 'open', why: `whether a job has failed is not known (${unseen})` };
    }
    const why = isPassing ? oldJobs(snapshot, end.outcome, rules) : undefined;
    if (why !== undefined) return { kind: 'open', why };
  }
  const { outcome, certainty } = end;
  const isContradicted =
    rules.downstream === 'require' ? contradictsItself(root) : isContradictedByJobs(root);
  // Only a pipeline of trigger jobs alone, or of statuses of other systems, has no jobs.
  const needsLists = rules.downstream === 'require' || hidesFailures(outcome) || root.jobs.length === 0;
  const isPassed = isPassing || successes.has(outcome);
  // Of two answers that contradict each other, one may be as old as a replica that lags. An empty list of
  // another server may last for as long as one.
  const needsReplicas =
    (isContradicted && (isPassed || (outcome === 'failed' && isFailureRevived(snapshot, rules)))) ||
    (isUnproved && needsLists && isPassed);
  if (needsReplicas) {
    return { kind: 'doubtful', outcome, until: 'replicas_settled' };
  }
  const isDoubtful =
    failure !== undefined ||
    (isUnproved && needsLists && outcome !== 'failed') ||
    certainty === 'doubtful' ||
    contradictsItself(root);
  return isDoubtful ? { kind: 'doubtful', outcome, until: 'repeated' } : { kind: 'decided', outcome };
}

/** Whether all that has failed runs again, by its jobs: then the failure may be one of before. */
function isFailureRevived({ root }: PipelineSnapshot, { downstream, onManual }: DecisionRules): boolean {
  const failed = countingNodes(root, downstream).filter(
    (node) => endOfPipeline(node, onManual)?.outcome === 'failed',
  );
  return failed.length > 0 && failed.every(isRevived);
}

/** Why the jobs of the pipelines that ended so may be outdated, in words. */
function oldJobs(
  { root }: PipelineSnapshot,
  outcome: AcceptableOutcome,
  { downstream }: DecisionRules,
): string | undefined {
  return countingNodes(root, downstream)
    .filter(({ pipeline }) => pipeline.status === outcome)
    .map(unshownCause)
    .find((why) => why !== undefined);
}

/** The pipelines whose ends make the outcome. */
function countingNodes(root: PipelineNode, downstream: DecisionRules['downstream']): readonly PipelineNode[] {
  return downstream === 'require' ? placesOf(root).map(({ node }) => node) : [root];
}
