import { appendFileSync } from 'node:fs';

import type { HostMeans } from './host-means.js';

/** What this process has. */
export function processMeans(): HostMeans {
  return {
    environment: process.env,
    print: (text) => void process.stdout.write(text),
    appendText: (path, text) => appendFileSync(path, text),
  };
}
