import type { FollowRun } from './follow-run.js';
import type { ResultsPart } from './run-results.js';

/**
 * Every kind of results, in the order in which they are brought back: the quick ones first, so that they are there when a slow one is cut off. Their code is
 * loaded when they are asked for.
 */
export const resultsParts: readonly ResultsPart<FollowRun>[] = [];
