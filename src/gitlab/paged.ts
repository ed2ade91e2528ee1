/** A list that came in pages. `cut_off`: there was more, but it ended where we stop asking. */
export interface Paged<T> {
  readonly items: readonly T[];
  readonly truncated: 'complete' | 'cut_off';
  /** Entries that are not among the items, because they cannot be read; absent when there are none. */
  readonly unfit?: { readonly count: number; readonly why: string } | undefined;
}

/** An entry of a list that cannot be read. */
export interface UnfitEntry {
  readonly unfit: string;
  /** Where even that much is known. */
  readonly id?: number | undefined;
}

export function isUnfit(entry: object): entry is UnfitEntry {
  return 'unfit' in entry;
}

/** What of a list can be read, and what cannot; absent when there is nothing of it. */
export function partedEntries<T extends object>(
  entries: readonly (T | UnfitEntry)[],
): { readonly fit: readonly T[]; readonly unfit: readonly UnfitEntry[] | undefined } {
  const unfit = entries.filter(isUnfit);
  const fit = entries.filter((entry): entry is T => !isUnfit(entry));
  return { fit, unfit: unfit.length === 0 ? undefined : unfit };
}
