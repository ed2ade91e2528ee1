import { actionEntry } from './action-entry.js';
import type { Entry } from './run-entry.js';
import { runTrigger } from './run-trigger.js';

/** The root action: starts a pipeline, follows it when asked to. */
export function triggerEntry(): Entry {
  return actionEntry(runTrigger);
}
