import { systemClock } from '../base/clock.js';
import type { ExitCode } from '../base/exit-code.js';
import { githubActionsHost } from '../hosts/github-actions.js';
import { createNodeTransport } from '../http/node-transport.js';
import type { RunDeps } from './run-deps.js';
import type { EntryContext } from './entry-context.js';
import type { Entry } from './run-entry.js';
import { textFiles } from './text-files.js';

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
