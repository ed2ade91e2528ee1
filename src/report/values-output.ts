import { byteLength } from './byte-budget.js';
import { inertJson } from './inert-json.js';

/** GitHub gives all outputs of a job 1 MB and counts two bytes a character; the jobs of a pipeline need room, too. */
export const maxValuesOutputBytes = 200_000;

/** The output `values`, a JSON object on one line whose values are texts; `too_large` when it is longer than 200,000 bytes. */
export function valuesOutput(values: ReadonlyMap<string, string>): { readonly values: string } | 'too_large' {
  // Written by hand: as a member of an object, `__proto__` would be lost.
  const members = [...values].map(([key, value]) => `${inertJson(key)}:${inertJson(value)}`);
  const json = `{${members.join(',')}}`;
  return byteLength(json) > maxValuesOutputBytes ? 'too_large' : { values: json };
}

/** An output for each value: `value_` before its key, which no output of ours begins with. */
export function singleValueOutputs(
  values: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly value: string }[] {
  return [...values].map(([key, value]) => ({ name: `value_${key}`, value }));
}
