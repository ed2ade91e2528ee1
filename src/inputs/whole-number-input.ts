import { ok, wrong, type Outcome } from './outcome.js';
import { shownText } from './shown-text.js';

/** Reads a whole number within a range, ends included. */
export function wholeNumberWithin(range: {
  readonly least: number;
  readonly most: number;
}): (given: string) => Outcome<number> {
  const { least, most } = range;
  return (given) => {
    const text = given.trim();
    const value = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    if (value !== undefined && value >= least && value <= most) return ok(value);
    return wrong({
      what: `is ${shownText(text)}`,
      cure: `Give a whole number from ${least} to ${most}, in digits only.`,
    });
  };
}
