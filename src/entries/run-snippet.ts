import { exitCodes, type ExitCode } from '../base/exit-code.js';
import { parseSnippetRequest } from '../inputs/parse-snippet-request.js';
import { githubSnippet } from '../snippet/github-snippet.js';
import { gitlabSnippet } from '../snippet/gitlab-snippet.js';
import type { RunDeps } from './run-deps.js';

/**
 * One run of the command `snippet`: prints YAML to begin from, and nothing else.
 * @throws {InputError} when it is not clear what is wanted.
 */
export async function runSnippet({ host, files, printProduct }: RunDeps): Promise<ExitCode> {
  const { request } = await parseSnippetRequest(host.inputs, files);
  const text = request.kind === 'gitlab' ? gitlabSnippet(request) : githubSnippet(request);
  (printProduct ?? host.log.info)(text);
  return exitCodes.accepted;
}
