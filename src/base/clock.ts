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
      dispose();
      reject(signal.reason as Error);
    };
    const dispose = clock.schedule(delayMs, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * Resolves when everything that is ready to run has run; for clocks that only move when nothing else does.
 */
export async function nextTurn(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}

export interface Timeout {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly afterMs: number;
}

/**
 * Runs `work` with a signal that also aborts after `afterMs`; gives `cut_off` when that happened.
 * @throws what `work` throws, and the reason of `signal` when it aborts.
 */
export async function withTimeout<T>(
  { clock, signal, afterMs }: Timeout,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'timed_out'> {
  const cut = new AbortController();
  const dispose = clock.schedule(afterMs, () => cut.abort(new Error('cut off')));
  try {
    return await work(AbortSignal.any([signal, cut.signal]));
  } catch (error) {
    if (cut.signal.aborted && !signal.aborted) return 'timed_out';
    throw error;
  } finally {
    dispose();
  }
}

/**
 * A signal that aborts `graceMs` after `signal` has, with the same reason: for work that is better finished
 * than cut off. `forget` stops waiting.
 */
export function delayedAbort(
  clock: Clock,
  signal: AbortSignal,
  graceMs: number,
): { readonly signal: AbortSignal; readonly dispose: () => void } {
  const late = new AbortController();
  let disposeTimer = (): void => undefined;
  const onAbort = (): void => {
    disposeTimer = clock.schedule(graceMs, () => late.abort(signal.reason));
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return {
    signal: late.signal,
    dispose: () => {
      signal.removeEventListener('abort', onAbort);
      disposeTimer();
    },
  };
}

/** What to do again and again beside some work. */
export interface PeriodicTask {
  readonly clock: Pick<Clock, 'schedule'>;
  readonly everyMs: number;
  readonly run: () => void;
}

/**
 * Does a chore again and again until `work` settles, and settles as it does.
 * @throws what `work` throws; an error of the chore ends the process as any that nobody awaits.
 */
export async function runPeriodically<T>(
  { clock, everyMs, run }: PeriodicTask,
  work: () => Promise<T>,
): Promise<T> {
  const next = (): void => {
    dispose = clock.schedule(everyMs, next);
    run();
  };
  let dispose = clock.schedule(everyMs, next);
  try {
    return await work();
  } finally {
    dispose();
  }
}

/**
 * A number from 0 (included) to 1 (excluded); `Math.random` in real life, a seeded sequence in simulations.
 */
export type Random = () => number;
