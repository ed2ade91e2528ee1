import { actionEntry } from './action-entry.js';
import type { Entry } from './run-entry.js';
import { runCancel } from './run-cancel.js';

/** The sub-action `cancel`: cancels a pipeline. */
export function cancelEntry(): Entry {
  return actionEntry(runCancel);
}
