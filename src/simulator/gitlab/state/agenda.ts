interface Entry<T> {
  readonly item: T;
  readonly atMs: number;
  /** Of two at the same time, the one that was added earlier comes first. */
  readonly order: number;
}

/**
 * Which item is due next, and when: finding it among thousands takes a few steps. A time may turn out to be
 * too early, never too late.
 */
export class Agenda<T extends object> {
  readonly #heap: Entry<T>[] = [];
  readonly #valid = new Map<T, Entry<T>>();
  #order = 0;

  /** Makes sure that an item is processed by this time. */
  add(item: T, atMs: number): void {
    const present = this.#valid.get(item);
    if (present !== undefined && present.atMs <= atMs) return;
    this.#order += present === undefined ? 1 : 0;
    this.#push({ item, atMs, order: present?.order ?? this.#order });
  }

  delete(item: T): void {
    this.#valid.delete(item);
  }

  /** How many moments are kept, of which some may be looked at in vain. */
  get size(): number {
    return this.#heap.length;
  }

  /**
   * The next item by its exact time; items without one are removed.
   * @param momentOf Returns the time at which an item changes; `undefined` if it does not.
   */
  next(momentOf: (item: T) => number | undefined): T | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined) return undefined;
      const isValid = this.#valid.get(first.item) === first;
      const atMs = isValid ? momentOf(first.item) : undefined;
      if (isValid && atMs === first.atMs) return first.item;
      this.#pop();
      if (!isValid) continue;
      if (atMs === undefined) this.#valid.delete(first.item);
      else this.#push({ ...first, atMs });
    }
  }

  #push(entry: Entry<T>): void {
    this.#valid.set(entry.item, entry);
    this.#heap.push(entry);
    let at = this.#heap.length - 1;
    while (at > 0) {
      const above = Math.floor((at - 1) / 2);
      if (!this.#swapIfBefore(at, above)) return;
      at = above;
    }
  }

  #pop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const smaller = this.#isBefore(right, left) ? right : left;
      if (!this.#swapIfBefore(smaller, at)) return;
      at = smaller;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined) return false;
    return a.atMs === b.atMs ? a.order < b.order : a.atMs < b.atMs;
  }

  #swapIfBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a === undefined || b === undefined || !this.#isBefore(one, other)) return false;
    this.#heap[one] = b;
    this.#heap[other] = a;
    return true;
  }
}
