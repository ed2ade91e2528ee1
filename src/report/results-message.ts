import type { ErrorParts } from '../base/app-error.js';
import type { Pipeline } from '../gitlab/pipeline.js';

/** So many are named in a message; the rest is counted. */
const maxNamed = 5;

/** What to say when results of an accepted pipeline are missing. A single trouble, of which there must be one at least, speaks for itself. */
export function incompleteResults(pipeline: Pipeline, troubles: readonly ErrorParts[]): ErrorParts {
  const [only, ...others] = troubles;
  if (only !== undefined && others.length === 0) return only;
  const more = troubles.length - maxNamed;
  const lines = troubles.slice(0, maxNamed).map(({ what, code }) => `  - ${what} [${code}]`);
  return {
    code: 'results_incomplete',
    what: `Pipeline ${pipeline.id} is accepted, but ${troubles.length} of the results that were asked for are missing`,
    why: ['These could not be brought back:', ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join(
      '\n',
    ),
    cure: 'Each is explained in a warning of its own.',
  };
}
