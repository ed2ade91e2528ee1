import { isTerminalStatus } from '../gitlab/pipeline-status.js';
import type { AcceptableOutcome, FollowRequest } from '../inputs/trigger-request.js';
import type { JobSelection } from './job-selection.js';
import { placesOf, stepsOf } from './pipeline-tree.js';
import type { BridgeState, JobState, PipelineNode, PipelineSnapshot } from './snapshot.js';

/**
 * What one picture says about the end. `doubtful`: an outcome that the next look may well take back: the pipeline and its jobs contradict each
 * other, or parts of the picture are old.
 */
export type Decision =
  | { readonly kind: 'going_on' }
  | { readonly kind: 'doubtful'; readonly outcome: AcceptableOutcome }
  | { readonly kind: 'decided'; readonly outcome: AcceptableOutcome };

const goingOn: Decision = { kind: 'going_on' };

/** From the worst to the best, for putting several outcomes together. */
const worstFirst: readonly AcceptableOutcome[] = [
  'failed',
  'canceled',
  'manual',
  'skipped',
  'warnings',
  'success',
];

/** Statuses in which something happens, or soon will, without anybody's help. */
const movingStatuses: ReadonlySet<string> = new Set([
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'canceling',
]);

/**
 * Decides from one picture, and nothing else, whether following ends and how. Unknown statuses mean that it goes on.
 */
export function decide(
  snapshot: PipelineSnapshot,
  request: Pick<FollowRequest, 'downstream' | 'onManual'>,
  selection: JobSelection,
): Decision {
  if (selection.kind === 'some') return decideByJobs(snapshot, selection, request.onManual);
  const own = outcomeOfPipeline(snapshot.root, request.onManual);
  if (own === undefined) return goingOn;
  const outcome =
    request.downstream === 'require'
      ? worstOf([own, ...outcomesBelow(snapshot.root, request.onManual)])
      : own;
  if (outcome === undefined) return goingOn;
  return isDoubtful(snapshot) ? { kind: 'doubtful', outcome } : { kind: 'decided', outcome };
}

/** The outcome of one pipeline by its own status; `undefined` while it goes on. */
function outcomeOfPipeline(
  node: PipelineNode,
  onManual: FollowRequest['onManual'],
): AcceptableOutcome | undefined {
  const { status, statusGroup } = node.pipeline;
  switch (status) {
    case 'success':
      return statusGroup === 'success-with-warnings' || stepsOf(node).some(isAllowedFailure)
        ? 'warnings'
        : 'success';
    case 'failed':
    case 'canceled':
    case 'skipped':
      return status;
    case 'manual':
      return onManual === 'stop' ? 'manual' : undefined;
    default:
      return undefined;
  }
}

function isAllowedFailure({ job }: JobState): boolean {
  return job.allowFailure && (job.status === 'failed' || job.status === 'canceled');
}

/** The outcomes of all downstream pipelines, `undefined` for those that go on. What may not be read is judged by its trigger job's word. */
function outcomesBelow(
  node: PipelineNode,
  onManual: FollowRequest['onManual'],
): readonly (AcceptableOutcome | undefined)[] {
  return node.bridges.flatMap((state) => {
    const { downstream } = state;
    if (downstream !== undefined) {
      return [outcomeOfPipeline(downstream, onManual), ...outcomesBelow(downstream, onManual)];
    }
    return outcomeOfUnread(state, onManual);
  });
}

function outcomeOfUnread(
  { bridge }: BridgeState,
  onManual: FollowRequest['onManual'],
): readonly (AcceptableOutcome | undefined)[] {
  if (bridge.downstream === undefined) return [];
  const { status } = bridge.downstream;
  if (status === 'manual') return [onManual === 'stop' ? 'manual' : undefined];
  return [isTerminalStatus(status) ? status : undefined];
}

/** A failure needs no company: it is final whatever the others do. */
function worstOf(outcomes: readonly (AcceptableOutcome | undefined)[]): AcceptableOutcome | undefined {
  if (outcomes.includes('failed')) return 'failed';
  if (outcomes.includes(undefined)) return undefined;
  return worstFirst.find((outcome) => outcomes.includes(outcome));
}

/** A terminal pipeline whose jobs still move is being retried, or was read a moment before its jobs. */
function isDoubtful({ root, trouble }: PipelineSnapshot): boolean {
  return trouble !== undefined || root.jobs.some(({ job }) => movingStatuses.has(job.status));
}

/** The verdict is about the selected jobs alone, and comes as soon as they have all ended. */
function decideByJobs(
  { root, trouble }: PipelineSnapshot,
  selection: Extract<JobSelection, { readonly kind: 'some' }>,
  onManual: FollowRequest['onManual'],
): Decision {
  const selected = placesOf(root).flatMap(({ path, node }) =>
    stepsOf(node)
      .filter(({ job }) => selection.matches({ path, name: job.name }))
      // A pipeline below goes on when the one that started it has ended.
      .map((state) => ({ state, pipelineEnded: isTerminalStatus(node.pipeline.status) })),
  );
  if (selected.length === 0) return goingOn;
  const outcomes = selected.map(({ state, pipelineEnded }) =>
    outcomeOfJob(state, { pipelineEnded, onManual }),
  );
  const outcome = outcomes.includes(undefined)
    ? undefined
    : worstFirst.find((candidate) => outcomes.includes(candidate));
  if (outcome === undefined) return goingOn;
  // A job that has just failed may be retried by GitLab itself; the next look tells.
  const isFinal = selected.some(({ pipelineEnded }, index) => pipelineEnded && outcomes[index] === 'failed');
  const mayBeRetried = outcome === 'failed' && !isFinal;
  return trouble !== undefined || mayBeRetried ? { kind: 'doubtful', outcome } : { kind: 'decided', outcome };
}

function outcomeOfJob(
  { job }: JobState,
  {
    pipelineEnded,
    onManual,
  }: { readonly pipelineEnded: boolean; readonly onManual: FollowRequest['onManual'] },
): AcceptableOutcome | undefined {
  switch (job.status) {
    case 'success':
      return 'success';
    case 'failed':
      return job.allowFailure ? 'warnings' : 'failed';
    case 'canceled':
    case 'skipped':
      return job.status;
    case 'manual':
      return onManual === 'stop' || pipelineEnded ? 'manual' : undefined;
    default:
      // A job that was never reached before the pipeline ended did not do what it was waited for.
      return pipelineEnded ? 'skipped' : undefined;
  }
}
