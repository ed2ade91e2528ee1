import type { HostMeans } from './host-means.js';
import type { Host } from './ports.js';
import { createRedaction } from './redaction.js';

/** No CI that we know: a terminal, or a CI whose own commands we do not speak. Secrets are taken out by ourselves. */
export function plainHost({ print }: HostMeans): Host {
  const redaction = createRedaction();
  const say = (text: string): void => print(`${redaction.apply(text)}\n`);
  return {
    name: 'a terminal',
    inputs: { read: () => undefined },
    log: {
      info: say,
      debug: () => undefined,
      warning: (text) => say(`Warning: ${text}`),
      error: (text) => say(`Error: ${text}`),
      group: (title, lines) => {
        say(title);
        for (const line of lines) say(`  ${line}`);
      },
    },
    masker: {
      mask: (secret) => void redaction.add(secret.reveal()),
      redact: redaction.apply,
      redactMarkdown: redaction.applyToMarkdown,
    },
    outputs: { set: () => undefined },
    summary: { write: () => Promise.resolve(true) },
    state: { save: () => undefined, load: () => undefined },
    context: () => ({ ci: 'a terminal' }),
  };
}
