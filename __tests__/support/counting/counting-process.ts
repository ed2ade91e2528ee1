import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Does what is counted with so many pieces; what it does before it returns that is not counted. */
export type Work = (pieces: number) => () => unknown;

/** Counts what the works of a module do. */
export interface CountingProcess {
  /** The names of the works. */
  readonly names: readonly string[];
  /** The operations of a work for each of these numbers of pieces; one at a time is asked. */
  readonly counts: (name: string, pieces: readonly number[]) => Promise<readonly number[]>;
  readonly close: () => Promise<unknown>;
}

/** What the process says: the names first, then the counts of each work asked for. */
export interface Counted {
  readonly names?: readonly string[];
  readonly counts?: readonly number[];
  readonly error?: Error;
}

/**
 * A process that loads a module which exports `works`. V8 goes through every function it has loaded to count,
 * and a worker of Jest keeps those of all the suites it has run. V8 optimizes beside the work and counts no
 * call that it has put into the caller: how many it counts would depend on how fast the machine is.
 */
export async function startCounting(module: URL): Promise<CountingProcess> {
  const counting = fork(fileURLToPath(new URL('process.js', import.meta.url)), [module.href], {
    execArgv: ['--no-opt', '--no-maglev'],
    serialization: 'advanced',
  });
  const answer = async (): Promise<Counted> => {
    const [message] = (await once(counting, 'message')) as [Counted];
    if (message.error !== undefined) throw message.error;
    return message;
  };
  const { names = [] } = await answer();
  return {
    names,
    counts: async (name, pieces) => {
      const answered = answer();
      counting.send({ name, pieces });
      const { counts = [] } = await answered;
      return counts;
    },
    close: () => {
      const ended = once(counting, 'exit');
      counting.kill();
      return ended;
    },
  };
}
