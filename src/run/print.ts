import { type ExitCode, InputError, exitCodes } from '../base/errors.js';
import { tokensIn } from '../base/text.js';
import { curlCommandOf } from '../check/curl-command.js';
import { commands } from '../cli/commands.js';
import { completionScript, shells } from '../cli/completion.js';
import { parseSnippetRequest } from '../inputs/commands/snippet.js';
import type { SnippetRequest } from '../model/requests.js';
import { cronSnippet } from '../snippet/cron.js';
import { curlScript } from '../snippet/curl.js';
import { receiverSnippet } from '../snippet/receivers.js';
import { githubSnippet, gitlabSnippet } from '../snippet/snippet.js';
import type { RunDeps } from './context.js';

/**
 * Runs the command `snippet`: prints a text to start from, and nothing else.
 * @throws {InputError} when the request is ambiguous, or a token would be part of the output.
 */
export async function runSnippet({ host, files, printProduct }: RunDeps): Promise<ExitCode> {
  const { request } = await parseSnippetRequest(host.inputs, files);
  const text = snippetOf(request);
  refuseTokens(text, 'snippet');
  (printProduct ?? host.log.info)(text);
  return exitCodes.accepted;
}

/** @throws {InputError} when a text that is not secret would contain a token. */
export function refuseTokens(text: string, noun: string): void {
  if (tokensIn(text).length === 0) return;
  throw new InputError({
    code: 'invalid_input',
    what: `The ${noun} would hold a token (not shown), and everyone who can read the repository could read it there`,
    hint: 'Look at variables and inputs, also those of the environment (GITLAB_TRIGGER_VARIABLES); let a secret come from ${{ secrets.NAME }} instead.',
  });
}

function snippetOf(request: SnippetRequest): string {
  switch (request.kind) {
    case 'gitlab':
      return gitlabSnippet(request);
    case 'github':
      return githubSnippet(request);
    case 'cron':
      return cronSnippet(request);
    case 'curl':
      return curlText(request);
    case 'webhook':
    case 'bot':
      return receiverSnippet(request);
  }
}

function curlText({ request, secretsFolder }: Extract<SnippetRequest, { kind: 'curl' }>): string {
  const { lines, environment } = curlCommandOf(request, (text) => text);
  if (lines !== undefined) return curlScript({ lines, environment }, request, secretsFolder);
  throw new InputError({
    code: 'invalid_input',
    what: 'The call would be longer than 6000 characters, which is too long to copy',
    hint: 'Give fewer variables, or let the caller run the command: gitlab-trigger snippet cron.',
  });
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
