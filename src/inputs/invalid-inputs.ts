import { InputError } from '../base/app-error.js';
import type { Problem } from './outcome.js';

/** More would bury the first ones; a file in the wrong format can have a problem in every line. */
const maxProblemsShown = 25;

/** The one error that tells all problems of the inputs; each place in `problems` begins with the input's name. */
export function invalidInputs(problems: readonly Problem[]): InputError {
  const [first] = problems;
  if (first !== undefined && problems.length === 1) {
    return new InputError({ code: 'invalid_input', what: sentence(first), cure: first.cure });
  }
  const lines = problems
    .slice(0, maxProblemsShown)
    .map((problem) => `- ${sentence(problem)}. ${problem.cure}`);
  const hidden = problems.length - lines.length;
  if (hidden > 0) lines.push(`- and ${hidden} more of this kind`);
  return new InputError({
    code: 'invalid_input',
    what: `The inputs have ${problems.length} problems, so nothing was sent`,
    why: ['each of these has to be corrected:', ...lines].join('\n'),
  });
}

function sentence({ at, what }: Problem): string {
  return `${at ?? 'An input'} ${what}`;
}
