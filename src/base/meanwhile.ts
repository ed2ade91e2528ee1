import type { Clock } from './clock.js';

/** What to do again and again beside some work. */
export interface Chore {
  readonly clock: Pick<Clock, 'schedule'>;
  readonly everyMs: number;
  readonly run: () => void;
}

/**
 * Does a chore again and again until `work` settles, and settles as it does.
 * @throws what `work` throws; an error of the chore ends the process as any that nobody awaits.
 */
export async function meanwhile<T>({ clock, everyMs, run }: Chore, work: () => Promise<T>): Promise<T> {
  const next = (): void => {
    forget = clock.schedule(everyMs, next);
    run();
  };
  let forget = clock.schedule(everyMs, next);
  try {
    return await work();
  } finally {
    forget();
  }
}
