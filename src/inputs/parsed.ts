import { deepFreeze } from './deep-freeze.js';
import { invalidInputs } from './invalid-inputs.js';
import type { Outcome } from './outcome.js';

/** A request, and what had to be repaired in the inputs to get it, for the log. */
export interface Parsed<Request> {
  readonly request: Request;
  readonly warnings: readonly string[];
}

/**
 * The frozen request out of what became of the inputs.
 * @throws {InputError} once, with every problem of every input.
 */
export function parsedOf<Request>(outcome: Outcome<Request>): Parsed<Request> {
  if (outcome.kind === 'wrong') throw invalidInputs(outcome.problems);
  return deepFreeze({ request: outcome.value, warnings: outcome.warnings });
}
