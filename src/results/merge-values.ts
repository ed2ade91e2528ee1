import type { ErrorParts } from '../base/app-error.js';
import type { ValueEntry } from './value-entry.js';

/** All values together, the last of each key; or why they cannot stand together. */
export type MergedValues =
  | { readonly kind: 'merged'; readonly values: ReadonlyMap<string, string> }
  | { readonly kind: 'clash'; readonly trouble: ErrorParts };

/** GitHub's expressions do not tell `tag` from `TAG`: neither in an object nor among outputs. */
export function mergeValues(files: readonly (readonly ValueEntry[])[]): MergedValues {
  const values = new Map<string, string>();
  const keyOf = new Map<string, string>();
  for (const { key, value } of files.flat()) {
    const other = keyOf.get(key.toLowerCase()) ?? key;
    if (other !== key) {
      return {
        kind: 'clash',
        trouble: {
          code: 'values_unfit',
          what: `values_from: ${other} and ${key} differ in nothing but case`,
          why: 'A workflow could not tell them apart.',
          cure: 'Rename one of them.',
        },
      };
    }
    keyOf.set(key.toLowerCase(), key);
    values.set(key, value);
  }
  return { kind: 'merged', values };
}
