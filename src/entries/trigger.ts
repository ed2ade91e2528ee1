import { readFile } from 'node:fs/promises';

import { systemClock } from '../base/clock.js';
import { githubActionsHost } from '../hosts/github-actions.js';
import { createNodeTransport } from '../http/node-transport.js';
import type { Entry } from './run-entry.js';
import { runTrigger } from './run-trigger.js';

/** The root action: starts a pipeline, follows it when asked to. */
export function triggerEntry(): Entry {
  const host = githubActionsHost();
  const deps = {
    host,
    files: { readText: (path: string) => readFile(path, 'utf8') },
    clock: systemClock,
    random: Math.random,
    createTransport: createNodeTransport,
  };
  return { log: host.log, run: ({ signal }) => runTrigger(deps, signal) };
}
