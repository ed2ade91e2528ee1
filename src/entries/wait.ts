import { actionEntry } from './action-entry.js';
import type { Entry } from './run-entry.js';
import { runWait } from './run-wait.js';

/** The sub-action `wait`: follows a pipeline that was started elsewhere. */
export function waitEntry(): Entry {
  return actionEntry(runWait);
}
