import { type ExitCode, InputError, exitCodes } from '../base/errors.js';
import { tokensIn } from '../base/text.js';
import { commands } from '../cli/commands.js';
import { completionScript, shells } from '../cli/completion.js';
import { parseSnippetRequest } from '../inputs/commands/snippet.js';
import { githubSnippet, gitlabSnippet } from '../snippet/snippet.js';
import type { RunDeps } from './context.js';

/**
 * Runs the command `snippet`: prints YAML to start from, and nothing else.
 * @throws {InputError} when the request is ambiguous, or a token would be part of the output.
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

/** Prints the completion script of a shell, and nothing else. */
export function runCompletion({ host, printProduct }: RunDeps): Promise<ExitCode> {
  const given = host.inputs.read('shell');
  const shell = shells.find((name) => name === given);
  // The command line parser accepts no other value.
  if (shell === undefined) throw new TypeError('no shell was given');
  (printProduct ?? host.log.info)(completionScript(shell, commands));
  return Promise.resolve(exitCodes.accepted);
}
