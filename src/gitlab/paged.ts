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
