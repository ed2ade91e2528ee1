import type { InputTable, ReadingOf } from './input-table.js';
import { oneOf } from './name-list-input.js';
import { all, type Outcome } from './outcome.js';
import type { ResultsRequest } from './trigger-request.js';

/** The inputs that say what to bring back from a pipeline that was followed. */
export const resultsInputs = {
  results_on: {
    required: 'never',
    default: 'success',
    description:
      'When to bring results back: success (the outcome is one that accept lists), failure (it is not), or always. Tests are brought back always.',
    secret: 'none',
    parse: oneOf(['success', 'failure', 'always']),
  },
} satisfies InputTable;

/** Puts together what is brought back. */
export function resultsOf(reading: ReadingOf<typeof resultsInputs>): Outcome<ResultsRequest> {
  return all({ on: reading.results_on });
}
