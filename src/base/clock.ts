/**
 * All the time that the program knows. Everything that waits takes a clock, so that tests can own time.
 */
export interface Clock {
  /** Milliseconds that never jump; only differences mean anything. */
  readonly nowMs: () => number;
  /** Wall time in milliseconds since 1970, to be shown or compared with a server's time; it may jump. */
  readonly epochMs: () => number;
  /** Calls back once, `delayMs` from now; the function it gives back forgets the call. */
  readonly schedule: (
    delayMs: number,
    callback: () => void,
    /** `idle`: the process may end before. */
    kind?: 'idle',
  ) => () => void;
}

/** The longest delay that `setTimeout` takes (about 24.8 days); a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  epochMs: () => Date.now(),
  schedule: (delayMs, callback, kind) => {
    const timer = setTimeout(callback, Math.min(Math.max(delayMs, 0), longestTimerMs));
    if (kind === 'idle') timer.unref();
    return () => clearTimeout(timer);
  },
};

/**
 * Waits `delayMs` on `clock`.
 * @throws the reason of `signal`, at once, when it aborts before.
 */
export async function sleep(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const onAbort = (): void => {
      forget();
      reject(signal.reason as Error);
    };
    const forget = clock.schedule(delayMs, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Resolves when everything that is ready to run has run; for clocks that only move when nothing else does. */
export async function nextTurn(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
