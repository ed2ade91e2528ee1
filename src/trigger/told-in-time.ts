import { AbortedError } from '../base/app-error.js';
import { sleep, type Clock } from '../base/clock.js';
import { withCutOff } from '../base/cut-off.js';
import { isTransient } from '../gitlab/is-transient.js';
import type { Reply } from '../gitlab/reply.js';

/** The outputs wait for it, and may do without. */
const askWithinMs = 5000;
const askPauseMs = 1000;

/** What GitLab tells of a pipeline that was started, asked for as often as it takes; `undefined` when it does not tell in time. Never throws for trouble, or for being stopped. */
export async function toldInTime<T>(
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  ask: (signal: AbortSignal) => Promise<Reply<T>>,
): Promise<T | undefined> {
  const work = async (cutSignal: AbortSignal): Promise<T | undefined> => {
    for (;;) {
      const reply = await ask(cutSignal);
      if (reply.kind === 'ok') return reply.value;
      if (!isTransient(reply)) return undefined;
      await sleep(clock, askPauseMs, cutSignal);
    }
  };
  try {
    const told = await withCutOff({ clock, signal, afterMs: askWithinMs }, work);
    return told === 'cut_off' ? undefined : told;
  } catch (error) {
    if (error instanceof AbortedError) return undefined;
    throw error;
  }
}
