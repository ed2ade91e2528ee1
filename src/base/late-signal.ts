import type { Clock } from './clock.js';

/**
 * A signal that aborts `graceMs` after `signal` has, with the same reason: for work that is better finished than cut off. `forget` stops waiting.
 */
export function lateSignal(
  clock: Clock,
  signal: AbortSignal,
  graceMs: number,
): { readonly signal: AbortSignal; readonly forget: () => void } {
  const late = new AbortController();
  let forgetTimer = (): void => undefined;
  const onAbort = (): void => {
    forgetTimer = clock.schedule(graceMs, () => late.abort(signal.reason));
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return {
    signal: late.signal,
    forget: () => {
      signal.removeEventListener('abort', onAbort);
      forgetTimer();
    },
  };
}
