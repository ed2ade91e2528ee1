import type { PipelineTreeView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import type { Evidence } from './evidence.js';
import { tokens } from './random-instance.js';
import { hasEnded } from './truth.js';
import { type Violation, unless } from './violation.js';
import { isCancelPost } from './wire.js';

/** Only what is ours is canceled, only when that is wanted, and then it is. */
export function cancelFaults(evidence: Evidence): readonly Violation[] {
  return [
    ...foreignFaults(evidence),
    ...unwantedFaults(evidence),
    ...leftFaults(evidence),
    ...orphanFaults(evidence),
    ...wordFaults(evidence),
    ...playFaults(evidence),
  ];
}

function foreignFaults({ life }: Evidence): readonly Violation[] {
  const { exchanges, subjectId, lastTree, story } = life;
  const own = new Set([subjectId, ...(lastTree === undefined ? [] : idsBelow(lastTree))]);
  const canceled = exchanges
    .filter(isCancelPost)
    .map(({ url }) => Number(/\/pipelines\/(\d+)\//.exec(url.pathname)?.[1]));
  const foreign = canceled.filter((id) => !own.has(id));
  // No pipeline of these worlds carries the mark of an earlier run.
  return unless(
    foreign.length === 0,
    "nobody else's pipeline is canceled",
    () => `${foreign.join(', ')} in ${story.entry}`,
  );
}

function unwantedFaults({ life, cancelOn, outputs }: Evidence): readonly Violation[] {
  const { exchanges, main, story } = life;
  const cancels = exchanges.filter(isCancelPost);
  if (cancels.length === 0) return [];
  const isStopped = story.stops.length > 0 || main.kind === 'killed';
  const isTimeout = outputs.outcome === 'timeout';
  const isWanted =
    (cancelOn.includes('abort') && isStopped) ||
    (cancelOn.includes('timeout') && isTimeout) ||
    (cancelOn.includes('failure') && main.exitCode !== 0 && !isTimeout) ||
    (cancelOn.length > 0 && (main.exitCode === 3 || story.inputs.expected_sha !== ''));
  return unless(
    isWanted,
    'only what should be is canceled',
    () => `cancel_on is ${cancelOn.join() || 'never'}`,
  );
}

/** On a clear day, a step that was stopped or killed leaves nothing running that it was to cancel. */
function leftFaults(evidence: Evidence): readonly Violation[] {
  const { life, cancelOn, outputs, isFollowing } = evidence;
  const { story, main, exchanges, lastTree, subjectId } = life;
  const isStopped = main.exitCode === 130 || main.exitCode === 143;
  const isClear = isClearDay(evidence);
  const mayCancel =
    story.inputs.access_token === tokens.api || story.inputs.access_token === tokens.developer;
  // A step that was killed after its verdict had nothing left to cancel.
  const isUnderWay = [undefined, 'triggered', 'aborted'].includes(outputs.outcome);
  const isKnown = outputs.pipeline_id !== undefined && isUnderWay;
  // Who does not wait has what it came for, and is not missed when it is killed.
  if (main.kind === 'killed' && !isFollowing) return [];
  // A second signal asks not to clean up.
  if (
    story.stops.length > 1 ||
    !isStopped ||
    !isClear ||
    !mayCancel ||
    !isKnown ||
    !cancelOn.includes('abort')
  )
    return [];
  if (lastTree === undefined || story.scenario.throttle !== undefined) return [];
  const isDone = hasEnded(lastTree) || lastTree.status === 'canceling';
  const asked = exchanges.some((exchange) => isCancelPost(exchange) && exchange.worked);
  return unless(
    isDone || asked,
    'a stopped step leaves nothing running',
    () => `${subjectId ?? 0} is ${lastTree.status}`,
  );
}

/** On a clear day, the post step of a killed one cancels also what nobody had seen answered. */
function orphanFaults(evidence: Evidence): readonly Violation[] {
  const { life, cancelOn, outputs, creations } = evidence;
  const { story, main, exchanges, lastTree, subjectId } = life;
  const { inputs, scenario } = story;
  const isOurs = inputs.access_token === tokens.api && inputs.token === tokens.trigger;
  const isLost = main.kind === 'killed' && outputs.pipeline_id === undefined && creations.length > 0;
  if (!isLost || !isOurs || !cancelOn.includes('abort') || !isClearDay(evidence)) return [];
  if (lastTree === undefined || scenario.throttle !== undefined) return [];
  const isDone = hasEnded(lastTree) || lastTree.status === 'canceling';
  const asked = exchanges.some((exchange) => isCancelPost(exchange) && exchange.worked);
  return unless(
    isDone || asked,
    'the post step finds what a killed step has started',
    () => `${subjectId ?? 0} is ${lastTree.status}`,
  );
}

/**
 * Only what was canceled is said to have been; what was still being canceled may have ended otherwise
 * since.
 */
function wordFaults({ life }: Evidence): readonly Violation[] {
  const { main, treeAfterMain } = life;
  const text = main.error instanceof Error ? main.error.message : '';
  const [, printed] = /was canceled with it \((\w+)\)/.exec(text) ?? [];
  if (printed === undefined) return [];
  return unless(
    printed === 'canceling' || (printed === 'canceled' && treeAfterMain?.status === 'canceled'),
    'only what was canceled is said to have been',
    () => `${treeAfterMain?.status ?? 'there is none'}: ${text}`,
  );
}

function isClearDay({ life: { story }, requestTimeoutMs }: Evidence): boolean {
  return (
    // A line that is slower than request_timeout brings no answers.
    requestTimeoutMs > 2 * story.latency.mostMs &&
    story.faults.length === 0 &&
    story.outages.length === 0 &&
    story.stays.length === 0 &&
    story.peculiarities.age === 'current' &&
    story.peculiarities.contradictions === 0 &&
    story.lateWork === undefined
  );
}

function playFaults({ life, judging }: Evidence): readonly Violation[] {
  const plays = life.exchanges.filter(
    ({ method, url }) => method === 'POST' && url.pathname.endsWith('/play'),
  );
  return unless(
    plays.length === 0 || judging.onManual === 'play',
    'only who plays plays',
    () => judging.onManual,
  );
}

function idsBelow(tree: PipelineTreeView): readonly number[] {
  return tree.jobs.flatMap(({ downstream }) =>
    downstream === undefined ? [] : [downstream.id, ...idsBelow(downstream)],
  );
}
