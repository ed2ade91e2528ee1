import type { Log } from './ports.js';

/** Says everything on standard output: one stream keeps the order. */
export function terminalLog(): Log {
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  return { info: print, debug: () => undefined, warning: print, error: print };
}
