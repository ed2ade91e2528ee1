import { type ExitCode, RefusedError, exitCodes } from '../base/errors.js';
import { redactedLine } from '../base/text.js';
import { allChecks } from '../check/all-checks.js';
import { curlCommandOf } from '../check/curl-command.js';
import { expectedAnswer } from '../check/expected-response.js';
import { type InspectedGitLab, gatherFacts } from '../check/gather.js';
import { answersAsGitLab } from '../check/server-and-token.js';
import type { GitLabClient } from '../gitlab/client.js';
import { impossibleRef, probeTriggerToken } from '../gitlab/probe-trigger-token.js';
import { errorOf } from '../gitlab/responses/explain.js';
import { unservedInputs } from '../inputs/commands/host-needs.js';
import { parseTriggerRequest } from '../inputs/commands/trigger.js';
import { projectLabel } from '../model/addresses.js';
import { type TriggerRequest, jobTokenOf } from '../model/requests.js';
import {
  answerLines,
  checkLines,
  checkTotals,
  checksOutput,
  curlLines,
  failedChecksParts,
  formatCheckSummary,
} from '../report/checks.js';
import { startContextOf } from '../trigger/start-context.js';
import { withUpstreamVariables } from '../trigger/upstream-variables.js';
import { type EntryContext, type RunDeps, openGitLab, setOutputs } from './context.js';

/**
 * Runs the command `check`: checks everything that starting a pipeline needs, and starts none.
 * @throws {AppError} for everything that fails the step. The caller prints the error.
 */
export async function runCheck(deps: RunDeps, entry: EntryContext): Promise<ExitCode> {
  const { request, warnings } = await parseTriggerRequest(deps.host.inputs, deps.files);
  for (const warning of [...warnings, ...unservedInputs(request, deps.host)]) deps.host.log.warning(warning);
  return await checkRequest(deps, entry, request);
}

/**
 * The same for a request that is already parsed, as with `dry_run`.
 * @throws {RefusedError} `check_failed` when a check fails.
 * @throws {UnreachableError} when GitLab does not respond.
 */
export async function checkRequest(
  deps: RunDeps,
  { signal }: EntryContext,
  given: TriggerRequest,
): Promise<ExitCode> {
  const { host } = deps;
  const request = withContext(deps, given);
  const { project, ref, gitlabUrl } = startContextOf(given);
  const target = `${projectLabel(project)} at ${ref} on ${gitlabUrl.replace(/^https:\/\//, '')}`;
  host.log.info(`Checking ${target}; nothing will be started`);
  const { gitlab, close } = openWay(deps, request);
  try {
    const facts = await gatherFacts(inspected(gitlab, request), request, signal);
    const redact = redactionOf(deps);
    const checks = allChecks(facts, request).map((check) => ({
      ...check,
      finding: redact(check.finding),
      hint: check.hint === undefined ? undefined : redact(check.hint),
    }));
    setOutputs(deps, { checks: checksOutput(checks) });
    for (const line of checkLines(checks)) host.log.info(line);
    host.log.group('The same with curl', curlLines(curlCommandOf(request, host.masker.redact)));
    host.log.group(
      'GitLab answers with 201 and JSON such as this, and more',
      answerLines(expectedAnswer(facts, request), redact),
    );
    host.log.info(checkTotals(checks));
    if (request.report.summary) await writeSummary(deps, formatCheckSummary({ checks, target }));
    if (!answersAsGitLab(facts.server) && facts.server.kind !== 'ok') {
      throw errorOf(facts.server, { what: `Nothing was started, and nothing could be checked: ${target}` });
    }
    if (checks.some(({ state }) => state === 'failed')) {
      throw new RefusedError({ code: 'check_failed', ...failedChecksParts(checks, target) });
    }
    return exitCodes.accepted;
  } finally {
    close();
  }
}

/**
 * Redacts GitLab's words before they are truncated, because half a secret is no longer recognized. Control
 * characters go first, because invisible characters can hide a secret.
 */
function redactionOf({ host }: RunDeps): (text: string) => string {
  return (text) => redactedLine(text, host.masker.redact, longestWords);
}

/** Characters; far more than is shown. */
const longestWords = 100_000;

function withContext({ host }: RunDeps, request: TriggerRequest): TriggerRequest {
  if (!request.forwardContext) return request;
  return { ...request, variables: withUpstreamVariables(request.variables, host.context()) };
}

/** The GitLab calls that a check may use: it reads, and it tries the token on a ref that cannot exist. */
function inspected(gitlab: GitLabClient, { project, credentials }: TriggerRequest): InspectedGitLab {
  const { fetchVersion, fetchOwnToken, fetchProject, listPipelines, peekJobs } = gitlab;
  const { fetchBranch, fetchTag, lintConfig, fetchFile } = gitlab;
  return {
    fetchVersion,
    fetchOwnToken,
    fetchProject,
    listPipelines,
    peekJobs,
    fetchBranch,
    fetchTag,
    lintConfig,
    fetchFile,
    probe:
      credentials.kind === 'trigger'
        ? (signal) => probeTriggerToken(gitlab, { project, token: credentials.token }, signal)
        : undefined,
    tryCreation:
      credentials.kind === 'access'
        ? (signal) =>
            gitlab.createPipeline({ project, ref: impossibleRef, variables: {}, inputs: {} }, signal)
        : undefined,
  };
}

async function writeSummary({ host }: RunDeps, markdown: string): Promise<void> {
  if (!(await host.summary.write(markdown))) host.log.warning('The report could not be written.');
}

function openWay(deps: RunDeps, { connection, credentials }: TriggerRequest): ReturnType<typeof openGitLab> {
  return openGitLab(deps, connection, credentials.accessToken, jobTokenOf(credentials));
}
