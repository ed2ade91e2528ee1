/** A list that came in pages. `cut_off`: there was more, but it ended where we stop asking. */
export interface Paged<T> {
  readonly items: readonly T[];
  readonly truncated: 'complete' | 'cut_off';
}
