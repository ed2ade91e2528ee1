import { InputError } from '../../base/errors.js';
import { isTerminalStatus } from '../../model/pipeline.js';
import type { AcceptableOutcome } from '../../model/requests.js';
import {
  type JobState,
  type PipelineNode,
  type PipelineSnapshot,
  placesOf,
  stepsOf,
} from '../../model/snapshot.js';
import { growthOf, isContradictedByJobs, unseenJobs } from './contradictions.js';
import { type JobAddress, type JobSelection, type LineChoice, choiceOf } from './job-selection.js';
import { keepsGatesShut, movesByItself } from './pipeline-end.js';
import { type Decision, type End, type DecisionRules, passes, worstOf } from './rules.js';

export type SomeJobs = Extract<JobSelection, { readonly kind: 'some' }>;

/** A job of the tree, with its pipeline. */
export interface PlacedJob extends JobAddress {
  readonly state: JobState;
  readonly node: PipelineNode;
}

const goingOn: Decision = { kind: 'going_on' };

/**
 * The verdict depends on the chosen jobs only. It comes when all of them have ended, or when one of them has
 * failed. Every outcome except a failure needs the complete choice: each line matches a job, no further job
 * can appear that it would match, and no job that it may match is hidden.
 */
export function decideByJobs(
  snapshot: PipelineSnapshot,
  rules: DecisionRules,
  selection: SomeJobs,
): Decision {
  const { root, failure } = snapshot;
  const choices = choicesOf(snapshot, selection);
  const isUnmatched = choices.some(({ jobs }) => jobs.length === 0);
  const needsTree = choices.some(({ jobs, dependsOn }) => jobs.length === 0 || dependsOn === 'tree');
  // Without those below, the list that names a chosen job is not an empty one.
  const isUnproved = needsTree && snapshot.isUnproved === true;
  const growth = needsTree ? growthOf(snapshot, rules) : 'none';
  const unseen = needsTree ? unseenJobs(snapshot, rules) : root.incomplete?.jobs;
  const settled = ({ outcome, certainty }: End): Decision => {
    // Nothing is worse than a failure, whatever an empty list hides.
    const isInDoubt = certainty === 'doubtful' || (isUnproved && outcome !== 'failed');
    if (failure === undefined && !isInDoubt) return { kind: 'decided', outcome };
    const needsReplicas = isInDoubt && passes(outcome, rules.accept);
    return { kind: 'doubtful', outcome, until: needsReplicas ? 'replicas_settled' : 'repeated' };
  };

  const isComplete = unseen === undefined && failure === undefined && !isUnproved;
  if (isUnmatched && growth === 'none' && isComplete) return { kind: 'unmatched', certainty: 'firm' };
  const chosen = chosenJobs(choices);
  const ends = chosen.map((job) => endOfJob(job, rules.onManual));
  const end = worstOf(ends);
  if (end?.outcome === 'failed') return settled(end);
  if (growth === 'sure') {
    const gate = endOfWaitAtGate(root, rules.onManual);
    const atGate = gate && worstOf([...ends, gate]);
    return atGate === undefined ? goingOn : settled(atGate);
  }
  if (ends.includes(undefined) || failure !== undefined) return end === undefined ? goingOn : settled(end);
  // As long as the pipeline runs, waiting for what GitLab does not show yet costs nothing.
  if (unseen !== undefined) return isOver(root, rules.onManual) ? { kind: 'open', why: unseen } : goingOn;
  if (growth === 'perhaps' && (rules.downstream === 'require' || !isUnmatched)) {
    return { kind: 'open', why: 'GitLab does not show which pipeline a trigger job started' };
  }
  if (isUnmatched || end === undefined) return { kind: 'unmatched', certainty: 'doubtful' };
  const old = chosen.find((job) => isOutdated(job, end.outcome, rules));
  if (old !== undefined) return { kind: 'open', why: oldJob(old) };
  return settled(end);
}

/** The jobs that each line matches in a snapshot. */
export function choicesOf({ root }: PipelineSnapshot, { lines }: SomeJobs): readonly LineChoice<PlacedJob>[] {
  const jobs = placesOf(root).flatMap(({ path, node }): readonly PlacedJob[] => [
    ...node.jobs.map((state): PlacedJob => ({ path, name: state.job.name, kind: 'job', state, node })),
    ...node.bridges.map(({ bridge }): PlacedJob => {
      const state = { job: bridge, attempt: 1, earlier: [] };
      return { path, name: bridge.name, kind: 'trigger_job', state, node };
    }),
  ]);
  return lines.map((line) => choiceOf(line, jobs));
}

/** The jobs that any of the lines matches, each once. */
export function chosenJobs(choices: readonly LineChoice<PlacedJob>[]): readonly PlacedJob[] {
  return [...new Set(choices.flatMap(({ jobs }) => jobs))];
}

/** How a chosen job ended; `undefined` while it runs. */
export function endOfJob(
  { state: { job }, node }: PlacedJob,
  onManual: DecisionRules['onManual'],
): End | undefined {
  const { status } = node.pipeline;
  switch (job.status) {
    case 'success':
      return { outcome: 'success', certainty: 'firm' };
    case 'failed':
      if (job.allowFailure) {
        return { outcome: 'warnings', certainty: job.isAllowanceUnknown === true ? 'doubtful' : 'firm' };
      }
      // GitLab may still retry a job that has just failed. A failed job in a pipeline that passed is
      // confirmed by further polls.
      return {
        outcome: 'failed',
        certainty: isTerminalStatus(status) && status !== 'success' ? 'firm' : 'doubtful',
      };
    case 'canceled':
    case 'skipped':
      return { outcome: job.status, certainty: 'firm' };
    case 'manual':
      if (isTerminalStatus(status)) return { outcome: 'manual', certainty: certaintyOf(node) };
      if (onManual === 'stop') return { outcome: 'manual', certainty: 'firm' };
      return endOfWaitAtGate(node, onManual);
    default:
      // A job that had not started when the pipeline ended did not do its work.
      if (isTerminalStatus(status)) return { outcome: 'skipped', certainty: certaintyOf(node) };
      return job.status === 'created' ? endOfWaitAtGate(node, onManual) : undefined;
  }
}

/**
 * Whether a job that has not ended is shown by a list that is older than the end of its pipeline. GitLab
 * calls no pipeline a success before all of its jobs have ended; after another end, what became of the job
 * matters where the step would pass with it.
 */
function isOutdated(
  { state: { job }, node }: PlacedJob,
  outcome: AcceptableOutcome,
  { accept }: DecisionRules,
): boolean {
  const { status } = node.pipeline;
  if (isTerminalStatus(job.status) || !isTerminalStatus(status) || !isContradictedByJobs(node)) return false;
  return status === 'success' || accept?.has(outcome) === true;
}

function oldJob({ state: { job }, node }: PlacedJob): string {
  const { id } = node.pipeline;
  return `job ${job.name} is shown as ${job.status} in pipeline ${id}, which has ended: the list of jobs may be an old one`;
}

/** Whether the status of an ended pipeline is firm or needs confirmation. */
function certaintyOf(node: PipelineNode): End['certainty'] {
  return isContradictedByJobs(node) ? 'doubtful' : 'firm';
}

/**
 * The end of a pipeline behind a manual job that ends the wait: no user is expected to play it, or a job has
 * failed, so the step does not play it. What still moves beside that job may yet start others.
 */
function endOfWaitAtGate(node: PipelineNode, onManual: DecisionRules['onManual']): End | undefined {
  if (node.pipeline.status !== 'manual' || movesByItself(node)) return undefined;
  const isShut = onManual === 'stop' || (onManual === 'play' && keepsGatesShut(node));
  return isShut ? { outcome: 'manual', certainty: 'doubtful' } : undefined;
}

function isOver(node: PipelineNode, onManual: DecisionRules['onManual']): boolean {
  return isTerminalStatus(node.pipeline.status) || endOfWaitAtGate(node, onManual) !== undefined;
}

/** Maximum number of job names in a message. */
const namesShown = 30;

/** The error for lines of `jobs` that match no job, when no further job can appear. */
export function unmatchedError(snapshot: PipelineSnapshot, selection: JobSelection): InputError {
  const choices = selection.kind === 'all' ? [] : choicesOf(snapshot, selection);
  const unmatched = choices.filter(({ jobs }) => jobs.length === 0).map(({ pattern }) => pattern);
  const places = placesOf(snapshot.root);
  const names = places.flatMap(({ path, node }) =>
    stepsOf(node).map(({ job }) => [...path, job.name].join('/')),
  );
  const gates = places.flatMap(({ path, node }) =>
    node.bridges
      .filter(({ bridge }) => bridge.status === 'manual')
      .map(({ bridge }) => [...path, bridge.name].join('/')),
  );
  const left =
    gates.length === 0 ? '' : ` The jobs below ${listed(gates)} are unknown until a user plays it.`;
  return new InputError({
    code: 'invalid_input',
    what: `jobs: no job of pipeline ${snapshot.root.pipeline.id} matches ${unmatched.join(', ')}`,
    why: names.length === 0 ? 'No job of it can be seen.' : `It has ${listed(names)}.${left}`,
    hint: 'Give the names of jobs as GitLab shows them, or globs; rules may have left a job out of this pipeline.',
  });
}

function listed(names: readonly string[]): string {
  const more = names.length > namesShown ? ` and ${names.length - namesShown} more` : '';
  return `${names.slice(0, namesShown).join(', ')}${more}`;
}
