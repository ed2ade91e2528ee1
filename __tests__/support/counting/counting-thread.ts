import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Does what is counted with so many pieces; what it does before it returns that is not counted. */
export type Work = (pieces: number) => () => unknown;

/** Counts what the works of a module do. */
export interface CountingThread {
  /** The names of the works. */
  readonly names: readonly string[];
  /** The operations of a work for each of these numbers of pieces; one at a time is asked. */
  readonly counts: (name: string, pieces: readonly number[]) => Promise<readonly number[]>;
  readonly close: () => Promise<unknown>;
}

/**
 * A thread that loads a module which exports `works`. V8 goes through every function it has loaded to count,
 * and a worker of Jest keeps those of all the suites it has run; a thread of its own has only what is
 * counted.
 */
export async function startCounting(module: URL): Promise<CountingThread> {
  const thread = new Worker(new URL('thread.js', import.meta.url), { workerData: module.href });
  const answer = async (): Promise<{ names?: string[]; counts?: number[]; error?: Error }> => {
    const [message] = (await once(thread, 'message')) as [Awaited<ReturnType<typeof answer>>];
    if (message.error !== undefined) throw message.error;
    return message;
  };
  const { names = [] } = await answer();
  return {
    names,
    counts: async (name, pieces) => {
      const answered = answer();
      thread.postMessage({ name, pieces });
      const { counts = [] } = await answered;
      return counts;
    },
    close: () => thread.terminate(),
  };
}
