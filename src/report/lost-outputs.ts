import type { ErrorParts } from '../base/app-error.js';

/** So many are named; the rest is counted. */
const maxNamed = 5;

/** What to say of values that were read, and that no later step can have. */
export function lostValues(
  lost: readonly { readonly name: string; readonly why: string }[],
): readonly ErrorParts[] {
  if (lost.length === 0) return [];
  const named = lost.slice(0, maxNamed);
  const more = lost.length > maxNamed ? ` and ${lost.length - maxNamed} more` : '';
  return [
    {
      code: 'output_lost',
      what: `values_from: ${named.map(({ name }) => name).join(', ')}${more} could not be handed to later steps`,
      why: named.map(({ name, why }) => `${name}: ${why}.`).join('\n'),
      cure: 'With the command, give output_file, with an ending that can carry them (.json): it has all outputs on every CI. Or bring long texts back as artifacts.',
    },
  ];
}
