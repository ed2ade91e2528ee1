import type { Log } from './ports.js';

/** Says everything on standard output: one stream keeps the order. */
export function terminalLog(): Log {
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const group = (title: string, lines: readonly string[]): void => {
    for (const line of [title, ...lines]) print(line);
  };
  return { info: print, debug: () => undefined, warning: print, error: print, group };
}
