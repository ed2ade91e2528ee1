import { parseNameList } from './name-list-input.js';
import { andThen, ok, type Outcome } from './outcome.js';
import { acceptableOutcomes, type AcceptableOutcome } from './trigger-request.js';

/** Reads names of outcomes, separated by commas, spaces or line ends; `any` stands for all of them. */
export function parseAcceptedOutcomes(given: string): Outcome<ReadonlySet<AcceptableOutcome>> {
  const listed = parseNameList(given, { names: [...acceptableOutcomes, 'any'], noun: 'outcome' });
  return andThen(listed, (names) =>
    ok(new Set(acceptableOutcomes.filter((outcome) => names.has('any') || names.has(outcome)))),
  );
}
