import { systemClock } from '../base/clock.js';
import { githubActionsHost } from '../hosts/adapters/github-actions.js';
import { textFiles } from '../hosts/text-files.js';
import { createNodeTransport } from '../http/node-transport.js';
import { type ActionRun, type RunDeps, runMasked } from '../run/context.js';
import type { Entry } from './process.js';

/** A run as an action on a GitHub runner. */
export function actionEntry(action: ActionRun): Entry {
  const host = githubActionsHost();
  const deps: RunDeps = {
    host,
    files: textFiles,
    clock: systemClock,
    random: Math.random,
    environment: process.env,
    createTransport: createNodeTransport,
  };
  return { log: host.log, run: (context) => runMasked(action, deps, context) };
}
