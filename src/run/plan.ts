import { type ExitCode, exitCodes } from '../base/errors.js';
import { curlCommandOf } from '../check/curl-command.js';
import { expectedAnswer } from '../check/expected-response.js';
import { parsePlanRequest } from '../inputs/commands/plan.js';
import type { TriggerRequest } from '../model/requests.js';
import { curlScript } from '../snippet/curl.js';
import { planPage } from '../snippet/plan.js';
import { withUpstreamVariables } from '../trigger/upstream-variables.js';
import type { RunDeps } from './context.js';
import { refuseTokens } from './print.js';

/** The folder in which the page expects the tokens. */
const secretsFolder = '/etc/gitlab-trigger';

/**
 * Runs the command `plan`: prints everything that one setup needs, and calls nothing.
 * @throws {InputError} when an input is wrong, or a token would be on the page.
 */
export async function runPlan({ host, files, printProduct }: RunDeps): Promise<ExitCode> {
  const { request: given, warnings } = await parsePlanRequest(host.inputs, files);
  for (const warning of warnings) host.log.warning(warning);
  const request = given.forwardContext
    ? { ...given, variables: withUpstreamVariables(given.variables, host.context()) }
    : given;
  const page = planPage(request, {
    call: callOf(request),
    answer: expectedAnswer({ details: undefined }, request),
    secretsFolder,
  });
  refuseTokens(page, 'plan');
  (printProduct ?? host.log.info)(host.masker.redact(page));
  return exitCodes.accepted;
}

function callOf(request: TriggerRequest): string | undefined {
  const { lines, environment } = curlCommandOf(request, (text) => text);
  return lines === undefined ? undefined : curlScript({ lines, environment }, request, secretsFolder);
}
