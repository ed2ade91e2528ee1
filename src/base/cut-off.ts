import type { Clock } from './clock.js';

export interface CutOff {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly afterMs: number;
}

/**
 * Runs `work` with a signal that also aborts after `afterMs`; gives `cut_off` when that happened.
 * @throws what `work` throws, and the reason of `signal` when it aborts.
 */
export async function withCutOff<T>(
  { clock, signal, afterMs }: CutOff,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'cut_off'> {
  const cut = new AbortController();
  const forget = clock.schedule(afterMs, () => cut.abort(new Error('cut off')));
  try {
    return await work(AbortSignal.any([signal, cut.signal]));
  } catch (error) {
    if (cut.signal.aborted && !signal.aborted) return 'cut_off';
    throw error;
  } finally {
    forget();
  }
}
