import type { Pipeline } from '../model/pipeline.js';
import { type StartContext, shortRef } from './start-context.js';

/** The page of a list; GitLab gives no more items in one. */
export const newestPipelines = 100;

/** A page of so many may be a full one, whatever was asked for: it is GitLab's default. */
const smallestFullPage = 20;

/**
 * How far the clocks of GitLab's web and worker hosts may differ; the times of its pipelines are compared
 * with each other and with nothing else.
 */
const skewMs = 30_000;

export interface SearchedSpan {
  /** The newest pipeline that was there before the request, where that is known; 0 for none. */
  readonly knownId: number | undefined;
  readonly context: Pick<StartContext, 'ref'>;
  /** Since the request was sent. */
  readonly elapsedMs: number;
}

/**
 * The pipelines that a request may have started. `incomplete`: there may be more than the list shows.
 * `emptied`: it lacks those that were there before. `empty`: it shows none at all, and nobody knows whether
 * there were any.
 */
export interface Candidates {
  readonly kind: 'complete' | 'incomplete' | 'emptied' | 'empty';
  readonly pipelines: readonly Pipeline[];
}

/**
 * Picks the pipelines that may have come since the request out of a list of the newest ones. A pipeline is
 * older than the request when its number is not above that of one that was there before; where none is known,
 * when it was created longer before the newest of the list than the request is old. All these times are by
 * GitLab's own clock, and one that is missing proves nothing.
 */
export function candidatesIn(list: readonly Pipeline[], span: SearchedSpan): Candidates {
  const { knownId, context, elapsedMs } = span;
  const newestMs = Math.max(...list.map(({ createdAt }) => Date.parse(createdAt ?? '')).filter(isTime));
  const isOlder = ({ id, createdAt }: Pipeline): boolean =>
    knownId === undefined ? Date.parse(createdAt ?? '') < newestMs - elapsedMs - skewMs : id <= knownId;
  const pipelines = list.filter((pipeline) => !isOlder(pipeline) && mayBeOf(pipeline, context.ref));
  if (list.some(isOlder)) return { kind: 'complete', pipelines };
  if (list.length >= smallestFullPage) return { kind: 'incomplete', pipelines };
  // However short it is: what was there before has to be in it, or it does not show what there is.
  if (knownId === undefined) return { kind: list.length === 0 ? 'empty' : 'complete', pipelines };
  return { kind: knownId === 0 ? 'complete' : 'emptied', pipelines };
}

/** GitLab shows a ref by its short name; whichever of the two names is the longer one, they end alike. */
function mayBeOf({ ref }: Pipeline, asked: string): boolean {
  const [one, other] = [shortRef(ref), shortRef(asked)];
  return one === other || ref.endsWith(`/${other}`) || asked.endsWith(`/${one}`);
}

function isTime(ms: number): boolean {
  return !Number.isNaN(ms);
}
