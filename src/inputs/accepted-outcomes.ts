import { cleanLine } from '../base/foreign-text.js';
import { nearestName } from './nearest-name.js';
import { okUnless, wrong, type Outcome, type Problem } from './outcome.js';
import { acceptableOutcomes, type AcceptableOutcome } from './trigger-request.js';

const names = [...acceptableOutcomes, 'any'].join(', ');

/** Reads names of outcomes, separated by commas, spaces or line ends; `any` stands for all of them. */
export function parseAcceptedOutcomes(given: string): Outcome<ReadonlySet<AcceptableOutcome>> {
  const words = given.split(/[\s,]+/u).filter((word) => word !== '');
  if (words.length === 0) return wrong({ what: 'names no outcome', cure: `Give some of ${names}.` });
  const accepted = new Set<AcceptableOutcome>();
  const problems: Problem[] = [];
  for (const word of words) {
    if (word === 'any') acceptableOutcomes.forEach((outcome) => accepted.add(outcome));
    else if (isAcceptable(word)) accepted.add(word);
    else problems.push(unknownOutcome(word));
  }
  return okUnless(problems, accepted);
}

function isAcceptable(word: string): word is AcceptableOutcome {
  return (acceptableOutcomes as readonly string[]).includes(word);
}

function unknownOutcome(word: string): Problem {
  const nearest = nearestName(word.slice(0, 30), [...acceptableOutcomes, 'any']);
  const hint = nearest === undefined ? '' : `Did you mean ${nearest}? `;
  return {
    what: `has the unknown outcome "${cleanLine(word, 30)}"`,
    cure: `${hint}Known are ${names}.`,
  };
}
