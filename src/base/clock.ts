/** The only source of time. Everything that waits takes a clock, so that tests can control time. */
export interface Clock {
  /** Monotonic milliseconds; only differences have a meaning. */
  readonly nowMs: () => number;
  /**
   * Wall-clock time in milliseconds since 1970, for display or comparison with a server's time; it may jump.
   */
  readonly epochMs: () => number;
  /** Calls back once, after `delayMs`. The returned function cancels the call. */
  readonly schedule: (
    delayMs: number,
    callback: () => void,
    /** `idle`: the call does not keep the process alive. */
    kind?: 'idle',
  ) => () => void;
}

/** The longest delay that `setTimeout` supports (about 24.8 days); a longer one fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The clock of this process: `nowMs` is monotonic, `epochMs` is the wall clock, both in milliseconds. */
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
 * @throws the reason of `signal`, as soon as it aborts.
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
 * Resolves after everything that is ready to run has run; for clocks that advance only when nothing else
 * runs.
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
 * Runs `work` with a signal that also aborts after `afterMs`. Resolves to `timed_out` if that happened.
 * @throws any error of `work`, and the reason of `signal` when it aborts.
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
 * A signal that aborts `graceMs` after `signal`, with the same reason, for work that should rather be
 * finished than interrupted. `dispose` stops waiting.
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

/** A task to repeat during some work. */
export interface PeriodicTask {
  readonly clock: Pick<Clock, 'schedule'>;
  readonly everyMs: number;
  readonly run: () => void;
}

/**
 * Repeats a task until `work` settles, and settles with its result.
 * @throws any error of `work`. An error of the task is an uncaught exception and ends the process.
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
 * A number from 0 (inclusive) to 1 (exclusive): `Math.random` in production, a seeded sequence in
 * simulations.
 */
export type Random = () => number;
