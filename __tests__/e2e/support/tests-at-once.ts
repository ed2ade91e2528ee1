import { beforeAll, test } from '@jest/globals';

/** How many run at the same time: most of them wait for a second to pass, and some start a process. */
const mostAtOnce = 8;

/** For all tests of a `describe` together, on a machine that is busy with other tests too. */
const retryTimeoutMs = 120_000;

interface Planned {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/**
 * Gives a `test` for the `describe` it is called in: what it declares runs before the first of them is
 * reported, several at a time. Jest's own `test.concurrent` does not let a test load a module while no other
 * test is being reported.
 */
export function testsAtOnce(): (name: string, run: () => Promise<void>) => void {
  const planned: Planned[] = [];
  const endings = new Map<string, PromiseSettledResult<void>>();
  beforeAll(async () => {
    const queue = [...planned];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [ending] = await Promise.allSettled([next.run()]);
        endings.set(next.name, ending);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
  }, retryTimeoutMs);
  return (name, run) => {
    if (planned.some((other) => other.name === name)) throw new TypeError(`two tests are called: ${name}`);
    planned.push({ name, run });
    test(name, () => {
      const ending = endings.get(name);
      if (ending === undefined) throw new Error('the test did not run');
      if (ending.status === 'rejected') throw ending.reason;
    });
  };
}
