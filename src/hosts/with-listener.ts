import type { Host } from './ports.js';

/** Hears what a step sets and warns of. */
export interface HostListener {
  readonly onOutput: (name: string, value: string) => void;
  readonly onWarning: (text: string) => void;
}

/** The host, with somebody who hears what a step sets and warns of, after the host has. */
export function withListener<SomeHost extends Pick<Host, 'outputs' | 'log'>>(
  host: SomeHost,
  { onOutput, onWarning }: HostListener,
): SomeHost {
  return {
    ...host,
    outputs: {
      ...host.outputs,
      set: (name: string, value: string) => {
        host.outputs.set(name, value);
        onOutput(name, value);
      },
    },
    log: {
      ...host.log,
      warning: (text: string) => {
        host.log.warning(text);
        onWarning(text);
      },
    },
  };
}
