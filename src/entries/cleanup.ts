import { actionEntry } from './action-entry.js';
import type { Entry } from './run-entry.js';
import { runCleanup } from './run-cleanup.js';

/** The post step: finishes what the main step could not. */
export function cleanupEntry(): Entry {
  return actionEntry(runCleanup);
}
