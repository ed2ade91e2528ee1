import { afterEach } from '@jest/globals';

/** Gives a function that keeps what was started, and closes it all after each test. */
export function closedAfterEach(): <T extends { readonly close: () => unknown }>(
  started: Promise<T>,
) => Promise<T> {
  const open: { readonly close: () => unknown }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0).reverse()) await each.close();
  });
  return async (started) => {
    const running = await started;
    open.push(running);
    return running;
  };
}
