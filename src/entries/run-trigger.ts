import { AbortedError, RefusedError } from '../base/app-error.js';
import type { Clock } from '../base/clock.js';
import { exitCodes, type ExitCode } from '../base/exit-code.js';
import type { Random } from '../base/random.js';
import { followPipeline } from '../follow/follow-pipeline.js';
import type { Verdict } from '../follow/verdict.js';
import { createGitLabClient, type GitLabClient } from '../gitlab/gitlab-client.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Host } from '../hosts/ports.js';
import type { Transport } from '../http/transport.js';
import type { TextFiles } from '../inputs/input-source.js';
import { parseTriggerRequest } from '../inputs/parse-trigger-request.js';
import { secretTexts } from '../inputs/secret-texts.js';
import type { FollowRequest, TriggerRequest } from '../inputs/trigger-request.js';
import { lineOf } from '../report/lines.js';
import { startOutputs, verdictOutputs, type Outputs } from '../report/outputs.js';
import { pipelineLine, requestLine } from '../report/start-lines.js';
import { leftRunning, verdictError, verdictSentence } from '../report/verdict-message.js';
import { checkReadable } from '../trigger/check-readable.js';
import { startContextOf, type StartContext } from '../trigger/start-context.js';
import { startPipeline, stillbirthOf } from '../trigger/start-pipeline.js';

/** What administrators of GitLab see in their logs. */
const userAgent = 'gitlab-trigger (+https://docs.gitlab.com/ci/triggers/)';

/** Everything outside that a run touches. */
export interface TriggerDeps {
  readonly host: Host;
  readonly files: TextFiles;
  readonly clock: Clock;
  readonly random: Random;
  readonly createTransport: (options: {
    readonly userAgent: string;
    readonly clock: Clock;
    readonly caCertificate: string | undefined;
  }) => Transport;
}

interface Run {
  readonly deps: TriggerDeps;
  readonly gitlab: GitLabClient;
  readonly request: TriggerRequest;
  readonly context: StartContext;
  readonly signal: AbortSignal;
}

/**
 * One run of the root action. Masks first, then reads the inputs, then starts one pipeline, and follows it when asked to. Outputs are set the
 * moment they are known.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
export async function runTrigger(deps: TriggerDeps, signal: AbortSignal): Promise<ExitCode> {
  const { host } = deps;
  for (const secret of secretTexts(host.inputs)) host.masker.mask(secret);
  const { request, warnings } = await parseTriggerRequest(host.inputs, deps.files);
  for (const warning of warnings) host.log.warning(warning);

  const { connection, credentials } = request;
  const transport = deps.createTransport({
    userAgent,
    clock: deps.clock,
    caCertificate: connection.caCertificate,
  });
  try {
    const gitlab = createGitLabClient(
      { transport, clock: deps.clock },
      { connection, accessToken: credentials.accessToken },
    );
    const run: Run = { deps, gitlab, request, context: startContextOf(request), signal };
    const pipeline = await start(run);
    if (request.follow !== undefined) await follow(run, { pipeline, request: request.follow });
    return exitCodes.accepted;
  } finally {
    transport.close();
  }
}

async function start({ deps, gitlab, request, context, signal }: Run): Promise<Pipeline> {
  const { log, outputs, state } = deps.host;
  log.info(requestLine(request));
  if (request.follow !== undefined) {
    const hasAccessToken = request.credentials.accessToken !== undefined;
    await checkReadable(gitlab, { project: request.project, hasAccessToken, context, signal });
  }
  const pipeline = await startPipeline(gitlab, request, { context, signal });
  setOutputs(outputs, startOutputs(pipeline));
  state.save('pipeline', JSON.stringify({ projectId: pipeline.projectId, pipelineId: pipeline.id }));
  log.info(pipelineLine(pipeline));
  const stillbirth = stillbirthOf(pipeline, context);
  if (stillbirth !== undefined) {
    setOutputs(outputs, { outcome: 'failed' });
    throw stillbirth;
  }
  return pipeline;
}

async function follow(
  { deps, gitlab, signal }: Run,
  { pipeline, request }: { readonly pipeline: Pipeline; readonly request: FollowRequest },
): Promise<void> {
  const { log, outputs } = deps.host;
  let verdict: Verdict;
  try {
    const events = followPipeline({ ...deps, gitlab }, { pipeline, request, signal });
    let step = await events.next();
    while (step.done !== true) {
      log.info(lineOf(step.value));
      step = await events.next();
    }
    verdict = step.value;
  } catch (error) {
    if (error instanceof RefusedError) setOutputs(outputs, { outcome: 'outage' });
    if (!(error instanceof AbortedError)) throw error;
    setOutputs(outputs, { outcome: 'aborted' });
    throw new AbortedError(error.stopSignal, leftRunning(pipeline));
  }
  setOutputs(outputs, verdictOutputs(verdict));
  const error = verdictError(verdict, request.accept);
  if (error !== undefined) throw error;
  log.info(verdictSentence(verdict));
}

function setOutputs(sink: Host['outputs'], outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) sink.set(name, value);
}
