import type { JobRecord, PipelineRecord } from './records.js';

/** All jobs there are, by id: one of thousands is found, and the newest are, without a look at the others. */
export class JobIndex {
  /** Ids only grow, so that a new one belongs at the end. */
  #jobs: JobRecord[] = [];

  add(job: JobRecord): void {
    this.#jobs.push(job);
  }

  find(id: number): JobRecord | undefined {
    const job = this.#jobs[this.#placeOf(id)];
    return job?.id === id ? job : undefined;
  }

  /** Those with smaller ids than `beforeId`, from the newest on. */
  *newestFirst(beforeId = Infinity): IterableIterator<JobRecord> {
    for (let at = this.#placeOf(beforeId) - 1; at >= 0; at -= 1) {
      const job = this.#jobs[at];
      if (job !== undefined) yield job;
    }
  }

  /** Forgets the jobs of pipelines that are gone. */
  forget(gone: ReadonlySet<PipelineRecord>): void {
    if (gone.size > 0) this.#jobs = this.#jobs.filter(({ pipeline }) => !gone.has(pipeline));
  }

  get size(): number {
    return this.#jobs.length;
  }

  /** Where the first job stands whose id is not smaller. */
  #placeOf(id: number): number {
    let [low, high] = [0, this.#jobs.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#jobs[middle]?.id ?? Infinity) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
