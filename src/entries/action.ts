import { systemClock } from '../base/clock.js';
import type { ExitCode } from '../base/errors.js';
import { githubActionsHost } from '../hosts/adapters/github-actions.js';
import { watchStandardOutput } from '../hosts/process/standard-output.js';
import { textFilesUntil } from '../hosts/text-files.js';
import { createNodeTransport } from '../http/node-transport.js';
import { type ActionRun, type EntryContext, type RunDeps, runMasked } from '../run/context.js';
import { type Entry, withFaults } from './process.js';

/** A run as an action on a GitHub runner. */
export function actionEntry(action: ActionRun): Entry {
  const { loss } = watchStandardOutput('log');
  const host = githubActionsHost();
  const deps: Omit<RunDeps, 'files'> = {
    host,
    clock: systemClock,
    random: Math.random,
    environment: process.env,
    createTransport: createNodeTransport,
  };
  const run = (given: RunDeps, context: EntryContext): Promise<ExitCode> =>
    withFaults(host, () => action.run(given, context));
  return {
    log: host.log,
    loss,
    run: (context) =>
      runMasked({ ...action, run }, { ...deps, files: textFilesUntil(context.signal) }, context),
  };
}
