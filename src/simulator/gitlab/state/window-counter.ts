const windowMs = 60_000;

/** Counts by key in windows of one minute, aligned to the wall clock. */
export class WindowCounter {
  readonly #counts = new Map<string, { readonly window: number; readonly count: number }>();

  /** Adds one and returns the count in this window. */
  count(key: string, nowMs: number): number {
    const window = Math.floor(nowMs / windowMs);
    const present = this.#counts.get(key);
    const count = present?.window === window ? present.count + 1 : 1;
    this.#counts.set(key, { window, count });
    return count;
  }
}

/** When the window of this time ends, in milliseconds since 1970. */
export function windowEndMs(nowMs: number): number {
  return (Math.floor(nowMs / windowMs) + 1) * windowMs;
}
