import { deepFreeze } from './deep-freeze.js';
import { invalidInputs } from './invalid-inputs.js';
import type { Outcome, Problem } from './outcome.js';

/** A request, and what had to be repaired in the inputs to get it, for the log. */
export interface Parsed<Request> {
  readonly request: Request;
  readonly warnings: readonly string[];
}

/**
 * The frozen request out of what became of the inputs. Several parts of a request may need the same input: what is wrong with it, or was repaired, is told once.
 * @throws {InputError} once, with every problem of every input.
 */
export function parsedOf<Request>(outcome: Outcome<Request>): Parsed<Request> {
  if (outcome.kind === 'wrong') throw invalidInputs(eachOnce(outcome.problems));
  return deepFreeze({ request: outcome.value, warnings: [...new Set(outcome.warnings)] });
}

function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [
    ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.what]), problem])).values(),
  ];
}
