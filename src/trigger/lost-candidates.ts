import type { Pipeline } from '../model/pipeline.js';
import { type StartContext, shortRef } from './start-context.js';

/** Page size of a list: GitLab's maximum. */
export const newestPipelines = 100;

/** A page with so many items may be a full one, whatever page size was requested: it is GitLab's default. */
const smallestFullPage = 20;

/**
 * Maximum difference between the clocks of GitLab's web and worker hosts. The times of its pipelines are
 * compared only with each other.
 */
const skewMs = 30_000;

export interface SearchedSpan {
  /** The newest pipeline before the request, if known; 0 if there was none. */
  readonly knownId: number | undefined;
  readonly context: Pick<StartContext, 'ref'>;
  /** Time since the request was sent. */
  readonly elapsedMs: number;
}

/**
 * The pipelines that a request may have started. `incomplete`: there may be more than the list shows.
 * `emptied`: the list lacks pipelines that existed before. `empty`: the list shows none, and it is unknown
 * whether there were any before.
 */
export interface Candidates {
  readonly kind: 'complete' | 'incomplete' | 'emptied' | 'empty';
  readonly pipelines: readonly Pipeline[];
}

/**
 * Selects the pipelines that may be newer than the request from a list of the newest ones. A pipeline is
 * older when its number does not exceed that of a pipeline from before the request. If no such number is
 * known, it is older when it was created longer before the newest of the list than the request is old. All
 * times are by GitLab's clock; a missing time proves nothing.
 */
export function candidatesIn(list: readonly Pipeline[], span: SearchedSpan): Candidates {
  const { knownId, context, elapsedMs } = span;
  const newestMs = Math.max(...list.map(({ createdAt }) => Date.parse(createdAt ?? '')).filter(isTime));
  const isOlder = ({ id, createdAt }: Pipeline): boolean =>
    knownId === undefined ? Date.parse(createdAt ?? '') < newestMs - elapsedMs - skewMs : id <= knownId;
  const pipelines = list.filter((pipeline) => !isOlder(pipeline) && mayBeOf(pipeline, context.ref));
  if (list.some(isOlder)) return { kind: 'complete', pipelines };
  if (list.length >= smallestFullPage) return { kind: 'incomplete', pipelines };
  // A list of any length must contain the pipelines from before, or it is not complete.
  if (knownId === undefined) return { kind: list.length === 0 ? 'empty' : 'complete', pipelines };
  return { kind: knownId === 0 ? 'complete' : 'emptied', pipelines };
}

/** GitLab shows a ref by its short name. Whichever name is longer, it ends like the other. */
function mayBeOf({ ref }: Pipeline, asked: string): boolean {
  const [one, other] = [shortRef(ref), shortRef(asked)];
  return one === other || ref.endsWith(`/${other}`) || asked.endsWith(`/${one}`);
}

function isTime(ms: number): boolean {
  return !Number.isNaN(ms);
}
