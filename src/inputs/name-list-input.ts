import { nearestName } from '../base/nearest-name.js';
import { ok, okUnless, wrong, type Outcome, type Problem } from './outcome.js';
import { shownText } from './shown-text.js';

/** A closed list of names, and what to call one of them in a message. */
export interface KnownNames<Name extends string> {
  readonly names: readonly Name[];
  readonly noun: string;
}

/** Reads one name of a closed list. */
export function oneOf<const Name extends string>(names: readonly Name[]): (given: string) => Outcome<Name> {
  return (given) => {
    const word = given.trim();
    const name = names.find((known) => known === word);
    if (name !== undefined) return ok(name);
    return wrong({
      what: `is ${shownText(word)}`,
      cure: `${nearestHint(word, names)}Give one of ${names.join(', ')}.`,
    });
  };
}

/** Reads names of a closed list, separated by commas, spaces or line ends, into a set; there must be one at least. */
export function parseNameList<Name extends string>(
  given: string,
  { names, noun }: KnownNames<Name>,
): Outcome<ReadonlySet<Name>> {
  const words = given.split(/[\s,]+/u).filter((word) => word !== '');
  if (words.length === 0)
    return wrong({ what: `names no ${noun}`, cure: `Give some of ${names.join(', ')}.` });
  const found = new Set<Name>();
  const problems: Problem[] = [];
  for (const word of words) {
    const name = names.find((known) => known === word);
    if (name === undefined) problems.push(unknownName(word, { names, noun }));
    else found.add(name);
  }
  return okUnless(problems, found);
}

function unknownName(word: string, { names, noun }: KnownNames<string>): Problem {
  return {
    what: `has the unknown ${noun} ${shownText(word)}`,
    cure: `${nearestHint(word, names)}Known are ${names.join(', ')}.`,
  };
}

/** A sentence with the name most likely meant, ready to be followed by another; empty when none is near. */
function nearestHint(word: string, names: readonly string[]): string {
  const nearest = nearestName(word.slice(0, 30), names);
  return nearest === undefined ? '' : `Did you mean ${nearest}? `;
}
