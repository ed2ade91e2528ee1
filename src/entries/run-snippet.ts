import { InputError } from '../base/app-error.js';
import { exitCodes, type ExitCode } from '../base/exit-code.js';
import { tokensIn } from '../base/token-kind.js';
import { parseSnippetRequest } from '../inputs/parse-snippet-request.js';
import { githubSnippet } from '../snippet/github-snippet.js';
import { gitlabSnippet } from '../snippet/gitlab-snippet.js';
import type { RunDeps } from './run-deps.js';

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
      cure: 'Look at variables and inputs, also those of the environment (GITLAB_TRIGGER_VARIABLES); let a secret come from ${{ secrets.NAME }} instead.',
    });
  }
  (printProduct ?? host.log.info)(text);
  return exitCodes.accepted;
}
