import type { AcceptableOutcome } from '../../model/requests.js';
import { type PipelineSnapshot, placesOf } from '../../model/snapshot.js';
import { decideByJobs } from './by-jobs.js';
import { contradictsItself, unshownCause } from './contradictions.js';
import type { JobSelection } from './job-selection.js';
import { endOfPipeline, isStuckAtGate } from './pipeline-end.js';
import { requiredEnds, unseenBridges } from './required-ends.js';
import { type Decision, type DecisionRules, worstOf } from './rules.js';
import { tellsWarningsApart, untoldWarnings } from './warnings.js';

export type { Decision } from './rules.js';

/**
 * What GitLab says of a pipeline in the same way whether a job of it has failed or not: without its jobs
 * nobody can tell.
 */
const hidesFailures: ReadonlySet<AcceptableOutcome> = new Set(['manual', 'canceled', 'skipped']);

/** Why a picture that a cache has a part in ends nothing. */
const oldPicture = 'a cache on the way answers in the place of GitLab, and what it shows may be old';

/**
 * Decides from one picture, and nothing else, whether following ends and how. Unknown statuses mean that it
 * goes on. What came out of a cache ends nothing: it was so once.
 */
export function decide(snapshot: PipelineSnapshot, rules: DecisionRules, selection: JobSelection): Decision {
  const decision = decideAsShown(snapshot, rules, selection);
  const isOld = snapshot.fromCache === true && decision.kind !== 'going_on';
  return isOld ? { kind: 'open', why: oldPicture } : decision;
}

function decideAsShown(snapshot: PipelineSnapshot, rules: DecisionRules, selection: JobSelection): Decision {
  if (selection.kind === 'some') return decideByJobs(snapshot, rules, selection);
  const { root, failure } = snapshot;
  const own = endOfPipeline(root, rules.onManual);
  const below = rules.downstream === 'require' ? requiredEnds(root, rules.onManual) : [];
  // Where nothing happens but by somebody's hand, a failure below is not waited for any longer.
  const isLost = below.some((each) => each.end?.outcome === 'failed') && isStuckAtGate(root);
  if (own === undefined && !isLost) return { kind: 'going_on' };
  const end = worstOf([own, ...below.map((each) => each.end)]);
  if (end === undefined) return { kind: 'going_on' };
  // What is not seen can make it worse, but nothing is worse than a failure.
  if (rules.downstream === 'require' && end.outcome !== 'failed') {
    const why = below.find(({ question }) => question !== undefined)?.question ?? unseenBridges(root);
    if (why !== undefined) return { kind: 'open', why };
  }
  // Two outcomes that the step tells apart are not told apart by looking again, unless more is seen then.
  if (end.outcome === 'success' && rules.accept !== undefined && tellsWarningsApart(rules.accept)) {
    const why = untoldWarnings(snapshot, rules.downstream);
    if (why !== undefined) return { kind: 'open', why, about: 'warnings' };
  }
  const isPassing = passes(end.outcome, rules.accept);
  if (hidesFailures.has(end.outcome)) {
    const unseen = failure ?? (isPassing ? (root.incomplete?.jobs ?? root.incomplete?.bridges) : undefined);
    if (unseen !== undefined) {
      return { kind: 'open', why: `whether a job has failed is not known (${unseen})` };
    }
    const why = isPassing ? oldJobs(snapshot, end.outcome, rules) : undefined;
    if (why !== undefined) return { kind: 'open', why };
  }
  const isDoubtful = failure !== undefined || end.certainty === 'doubtful' || contradictsItself(root);
  return { kind: isDoubtful ? 'doubtful' : 'decided', outcome: end.outcome };
}

/** Why the jobs of the pipelines that ended so may be old ones, in words. */
function oldJobs(
  { root }: PipelineSnapshot,
  outcome: AcceptableOutcome,
  { downstream }: DecisionRules,
): string | undefined {
  const nodes = downstream === 'require' ? placesOf(root).map(({ node }) => node) : [root];
  return nodes
    .filter(({ pipeline }) => pipeline.status === outcome)
    .map(unshownCause)
    .find((why) => why !== undefined);
}

/** Whether the step passes with this outcome, and would not with a failure. */
function passes(outcome: AcceptableOutcome, accept: DecisionRules['accept']): boolean {
  return accept?.has(outcome) === true && !accept.has('failed');
}
