import type { FailedReply, Reply } from '../../gitlab/responses/reply.js';
import type { Bridge, Job, Paged, Pipeline } from '../../model/pipeline.js';
import { type PipelineNode, placesOf } from '../../model/snapshot.js';
import type { Decision } from '../decide/rules.js';
import {
  type HighWater,
  type ListOfSteps,
  type MarkedStep,
  type StepMark,
  course,
  keyOf,
  latestByName,
  wordsFor,
} from './high-water.js';

/** By how much a pipeline is older than it was shown before, in milliseconds; 0 if it is not. */
export function behindMs(
  { updatedMs }: HighWater,
  { id, updatedAt = '' }: Pick<Pipeline, 'id' | 'updatedAt'>,
): number {
  const behind = (updatedMs.get(id) ?? NaN) - Date.parse(updatedAt);
  return behind > 0 ? behind : 0;
}

/**
 * The failed read that a list from before counts as; `undefined` if it is none. What a cache has kept is
 * older as a rule, and decides nothing anyway.
 */
export function behindReply<T extends Job | Bridge>(
  marks: HighWater,
  list: ListOfSteps,
  reply: Reply<Paged<T>>,
): FailedReply | undefined {
  if (reply.kind !== 'ok') return undefined;
  const { items, truncated, unfit } = reply.value;
  if (truncated === 'timed_out' || unfit !== undefined) return undefined;
  const by = reply.hints.fromCache === true ? 'names' : 'attempts';
  const why = whyBehind(marks, list, { items, by });
  return why === undefined ? undefined : { kind: 'unreadable', status: 200, why, hints: reply.hints };
}

/**
 * Why a complete list is from before, in words; `undefined` if it is not. A pipeline never loses a job, nor a
 * newer attempt at it; an attempt never gives back the pipeline that it started, and none that has begun
 * waits for a user again. `names`: an older attempt may pass.
 */
export function whyBehind(
  { steps }: HighWater,
  list: ListOfSteps,
  { items, by = 'attempts' }: { readonly items: readonly MarkedStep[]; readonly by?: 'names' | 'attempts' },
): string | undefined {
  const marks = steps.get(keyOf(list));
  if (marks === undefined) return undefined;
  const latest = latestByName(items);
  for (const [name, mark] of marks) {
    const step = latest.get(name);
    const lost = step === undefined ? `lack ${name}` : by === 'attempts' && lostOf(step, { mark, list });
    if (lost !== false && lost !== undefined) return `${wordsFor(list)} ${lost}, which was shown before`;
  }
  return undefined;
}

function lostOf(
  step: MarkedStep,
  { mark, list }: { readonly mark: StepMark; readonly list: ListOfSteps },
): string | undefined {
  const { name } = step;
  if (step.id < mark.id) return `lack the latest attempt at ${name}`;
  if (step.id > mark.id) return undefined;
  const isUnread = step.unreadDownstream !== undefined;
  const startedId = step.downstream?.pipelineId ?? -Infinity;
  if (mark.startedId !== undefined && !isUnread && startedId < mark.startedId) {
    return `lack pipeline ${mark.startedId} of ${name}`;
  }
  return isUndone(step, { mark, list }) ? `lack the start of ${name}` : undefined;
}

/**
 * Whether an attempt that has begun is shown as one that has not. GitLab may skip one that waits for a
 * runner, and starts a trigger job again when a pipeline below is retried.
 */
function isUndone(
  { status, startedAt }: MarkedStep,
  { mark, list }: { readonly mark: StepMark; readonly list: ListOfSteps },
): boolean {
  // One that mirrors its pipeline (`strategy: mirror`) waits again whenever that does, shown or not.
  if (mark.startedId !== undefined || (startedAt !== undefined && list.kind === 'trigger jobs')) return false;
  if (status === 'manual' || status === 'scheduled') return mark.course > course.idle;
  return status === 'skipped' && mark.course >= course.run && list.kind === 'jobs';
}

/** The servers of one GitLab write times by clocks of their own, which may differ by as much. */
const clockSkewMs = 1000;

/**
 * What a snapshot decides of pipelines of which newer states were seen. A state of before that, from a
 * replica that lags, ends nothing. Where it is older by no more than clocks differ, it may be the newest, and
 * is believed once no replica shows what was before.
 */
export function decisionSince(
  marks: HighWater,
  decision: Decision,
  { root, isTreeVital }: { readonly root: PipelineNode; readonly isTreeVital: boolean },
): Decision {
  if (decision.kind === 'going_on' || decision.kind === 'open') return decision;
  const counting = isTreeVital ? placesOf(root).map(({ node }) => node.pipeline) : [root.pipeline];
  const behind = counting.filter((pipeline) => behindMs(marks, pipeline) > 0);
  const [first] = behind;
  if (first === undefined) return decision;
  const isSkew = behind.every((pipeline) => behindMs(marks, pipeline) <= clockSkewMs);
  if (isSkew && decision.kind !== 'unmatched') {
    return { kind: 'doubtful', outcome: decision.outcome, until: 'replicas_settled' };
  }
  return { kind: 'open', why: `GitLab shows pipeline ${first.id} as it was before it went on` };
}
