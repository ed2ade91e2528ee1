import { actionEntry } from './action-entry.js';
import type { Entry } from './run-entry.js';
import { runTokens } from './run-tokens.js';

/** The sub-action `tokens`: manages the trigger tokens of a project. */
export function tokensEntry(): Entry {
  return actionEntry(runTokens);
}
