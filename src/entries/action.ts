import { systemClock } from '../base/clock.js';
import type { ExitCode } from '../base/errors.js';
import { githubActionsHost } from '../hosts/adapters/github-actions.js';
import { textFiles } from '../hosts/text-files.js';
import { createNodeTransport } from '../http/node-transport.js';
import type { EntryContext, RunDeps } from '../run/context.js';
import type { Entry } from './process.js';

/** A run, as an action on a GitHub runner. */
export function actionEntry(run: (deps: RunDeps, context: EntryContext) => Promise<ExitCode>): Entry {
  const host = githubActionsHost();
  const deps: RunDeps = {
    host,
    files: textFiles,
    clock: systemClock,
    random: Math.random,
    environment: process.env,
    createTransport: createNodeTransport,
  };
  return { log: host.log, run: (context) => run(deps, context) };
}
