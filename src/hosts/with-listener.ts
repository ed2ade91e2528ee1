import type { Host } from './ports.js';

/** Hears what a step sets and warns of. */
export interface HostListener {
  readonly onOutput: (name: string, value: string) => void;
  readonly onWarning: (text: string) => void;
  /** Whether it passes on what it hears as it is, with nothing taken out. */
  readonly hearsWhole: (value: string) => boolean;
}

/** The host, with somebody who hears what a step sets and warns of, after the host has, and with whom an output has reached a place. */
export function withListener<SomeHost extends Pick<Host, 'outputs' | 'log'>>(
  host: SomeHost,
  { onOutput, onWarning, hearsWhole }: HostListener,
): SomeHost {
  const { keeps } = host.outputs;
  const heard = new Map<string, string>();
  return {
    ...host,
    outputs: {
      ...host.outputs,
      keeps: keeps === 'nothing' ? 'no_secrets' : keeps,
      hindrance: (kind) => (kind === 'open' ? undefined : host.outputs.hindrance?.(kind)),
      lost: async () => {
        const others = (await host.outputs.lost?.()) ?? [];
        return others.filter(({ name }) => !hearsWhole(heard.get(name) ?? ''));
      },
      set: (name: string, value: string) => {
        host.outputs.set(name, value);
        heard.set(name, value);
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
