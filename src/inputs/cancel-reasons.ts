import { parseNameList } from './name-list-input.js';
import { andThen, ok, wrong, type Outcome } from './outcome.js';
import { cancelReasons, type CancelReason } from './trigger-request.js';

/** Reads when to cancel the pipeline: names of reasons, separated by commas, spaces or line ends; or `never` alone, which is the empty set. */
export function parseCancelReasons(given: string): Outcome<ReadonlySet<CancelReason>> {
  const listed = parseNameList(given, { names: [...cancelReasons, 'never'], noun: 'reason' });
  return andThen(listed, (names) => {
    if (names.has('never') && names.size > 1) {
      return wrong({
        what: 'says never beside other reasons',
        cure: `Give never alone, or some of ${cancelReasons.join(', ')}.`,
      });
    }
    return ok(new Set(cancelReasons.filter((reason) => names.has(reason))));
  });
}
