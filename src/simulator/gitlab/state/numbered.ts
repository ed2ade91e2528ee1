/**
 * Records by their id: one of thousands is found, and the newest are, without a look at the others. Ids only
 * grow, so that a new one belongs at the end.
 */
export class Numbered<T extends { readonly id: number }> {
  #records: T[] = [];

  add(record: T): void {
    this.#records.push(record);
  }

  find(id: number): T | undefined {
    const record = this.#records[this.#placeOf(id)];
    return record?.id === id ? record : undefined;
  }

  /** Those with smaller ids than `beforeId`, from the newest on. */
  *newestFirst(beforeId = Infinity): IterableIterator<T> {
    for (let at = this.#placeOf(beforeId) - 1; at >= 0; at -= 1) {
      const record = this.#records[at];
      if (record !== undefined) yield record;
    }
  }

  forget(isGone: (record: T) => boolean): void {
    this.#records = this.#records.filter((record) => !isGone(record));
  }

  get size(): number {
    return this.#records.length;
  }

  /** Where the first record stands whose id is not smaller. */
  #placeOf(id: number): number {
    let [low, high] = [0, this.#records.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#records[middle]?.id ?? Infinity) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
