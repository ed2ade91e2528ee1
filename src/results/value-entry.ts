/** A key with its value, as they stand in a file: nothing of them is checked yet. */
export interface ValueEntry {
  readonly key: string;
  readonly value: string;
  /** For messages: ` (line 3)`; empty where a place would say nothing. */
  readonly at: string;
}

/**
 * The pairs of a file, or why it is none of values. What can be told of an unfit file is told, because a part of it may have to be masked. `why` follows the name
 * of the file in a sentence and shows nothing of a value.
 */
export type EntriesReading =
  | { readonly kind: 'entries'; readonly entries: readonly ValueEntry[] }
  | { readonly kind: 'unfit'; readonly why: string; readonly entries: readonly ValueEntry[] };
