import { type ExitCode, InputError, exitCodes } from '../base/errors.js';
import { tokensIn } from '../base/text.js';
import { commands } from '../cli/commands.js';
import { completionScript, shells } from '../cli/completion.js';
import { parseSnippetRequest } from '../inputs/commands/snippet.js';
import { githubSnippet, gitlabSnippet } from '../snippet/snippet.js';
import type { RunDeps } from './context.js';

/**
 * One run of the command `snippet`: prints YAML to begin from, and nothing else.
 * @throws {InputError} when it is not clear what is wanted, or a token would be in it.
 */
export async function runSnippet({ host, files, printProduct }: RunDeps): Promise<ExitCode> {
  const { request } = await parseSnippetRequest(host.inputs, files);
  const text = request.kind === 'gitlab' ? gitlabSnippet(request) : githubSnippet(request);
  if (tokensIn(text).length > 0) {
    throw new InputError({
      code: 'invalid_input',
      what: 'The snippet would hold a token (not shown), and whoever may read the repository could read it there',
      hint: 'Look at variables and inputs, also those of the environment (GITLAB_TRIGGER_VARIABLES); let a secret come from ${{ secrets.NAME }} instead.',
    });
  }
  (printProduct ?? host.log.info)(text);
  return exitCodes.accepted;
}

/** Prints the script of a shell, and nothing beside it. */
export function runCompletion({ host, printProduct }: RunDeps): Promise<ExitCode> {
  const given = host.inputs.read('shell');
  const shell = shells.find((name) => name === given);
  // The reader of the command line takes no other word.
  if (shell === undefined) throw new TypeError('no shell was given');
  (printProduct ?? host.log.info)(completionScript(shell, commands));
  return Promise.resolve(exitCodes.accepted);
}
