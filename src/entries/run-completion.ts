import { exitCodes, type ExitCode } from '../base/exit-code.js';
import { commands } from '../command/commands.js';
import { completionScript, shells } from '../command/completion-script.js';
import type { RunDeps } from './run-deps.js';

/** Prints the script of a shell, and nothing beside it. */
export function runCompletion({ host, printProduct }: RunDeps): Promise<ExitCode> {
  const given = host.inputs.read('shell');
  const shell = shells.find((name) => name === given);
  // The reader of the command line takes no other word.
  if (shell === undefined) throw new TypeError('no shell was given');
  (printProduct ?? host.log.info)(completionScript(shell, commands));
  return Promise.resolve(exitCodes.accepted);
}
