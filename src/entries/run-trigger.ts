import { AbortedError } from '../base/app-error.js';
import { exitCodes, type ExitCode } from '../base/exit-code.js';
import type { Random } from '../base/random.js';
import type { GitLabClient } from '../gitlab/gitlab-client.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import { parseTriggerRequest } from '../inputs/parse-trigger-request.js';
import { triggerTable } from '../inputs/trigger-inputs.js';
import type { CancelReason, TriggerRequest } from '../inputs/trigger-request.js';
import { startOutputs } from '../report/outputs.js';
import { pipelineLine, requestLine, startEventLine } from '../report/start-lines.js';
import { checkReadable } from '../trigger/check-readable.js';
import { findSuperseded } from '../trigger/find-superseded.js';
import { markOf, type PipelineMark } from '../trigger/pipeline-mark.js';
import { startContextOf, type StartContext } from '../trigger/start-context.js';
import type { StartEvent } from '../trigger/start-event.js';
import { startPipeline } from '../trigger/start-pipeline.js';
import { stillbirthOf } from '../trigger/stillbirth.js';
import { withUpstreamVariables } from '../trigger/upstream-variables.js';
import { wrongCommit } from '../trigger/wrong-commit.js';
import { cancelPipelines } from './cancel-pipelines.js';
import { leave } from './leave.js';
import { maskSecrets, openGitLab, setOutputs, type RunDeps } from './run-deps.js';
import type { EntryContext } from './run-entry.js';
import { saveSettled, saveUnsettled } from './run-state.js';

interface TriggerRun extends EntryContext {
  readonly deps: RunDeps;
  readonly gitlab: GitLabClient;
  readonly request: TriggerRequest;
  readonly context: StartContext;
  readonly mark: PipelineMark;
  readonly mayCancel: boolean;
}

/** A step that does not wait and is stopped halfway has not done its work: its pipeline goes, too. */
const cancelOnUnlessFollowed: ReadonlySet<CancelReason> = new Set(['abort']);

/**
 * One run of the root action. Masks first, then reads the inputs, then starts one pipeline, and follows it when asked to. Outputs are set the
 * moment they are known.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
export async function runTrigger(deps: RunDeps, entry: EntryContext): Promise<ExitCode> {
  const { host, files } = deps;
  maskSecrets(deps, triggerTable);
  const { request, warnings } = await parseTriggerRequest(host.inputs, files);
  for (const warning of warnings) host.log.warning(warning);

  const { connection, credentials, follow, report, results } = request;
  const { gitlab, close } = openGitLab(deps, connection, credentials.accessToken);
  try {
    const mayCancel = credentials.accessToken !== undefined;
    const run: TriggerRun = {
      ...entry,
      deps,
      gitlab,
      request,
      context: startContextOf(request),
      mark: newMark(deps, request),
      mayCancel,
    };
    const pipeline = await start(run);
    await settleStart(run, pipeline);
    if (follow !== undefined) {
      // Half of the program, and none of it is needed before the pipeline exists.
      const { followToVerdict } = await import('./follow-to-verdict.js');
      await followToVerdict({ ...run, pipeline, follow, report, results });
    }
    return exitCodes.accepted;
  } finally {
    close();
  }
}

function newMark({ host, random }: RunDeps, { project, ref }: TriggerRequest): PipelineMark {
  return markOf({ context: host.context(), project, ref, nonce: `${digits(random)}${digits(random)}` });
}

/** Some fifty bits, which are enough not to meet by accident; nobody is kept out by them. */
function digits(random: Random): string {
  return random().toString(36).slice(2, 12);
}

/** The one request, with what comes before it and what is known right after it. */
async function start(run: TriggerRun): Promise<Pipeline> {
  const { deps, gitlab, context, signal, mark } = run;
  const request = withContext(run);
  const { host, clock, random } = deps;
  host.log.info(requestLine(request));
  if (request.follow !== undefined) {
    const hasAccessToken = request.credentials.accessToken !== undefined;
    await checkReadable(gitlab, { project: request.project, hasAccessToken, context, signal });
  }
  const onEvent = (event: StartEvent): void => host.log.info(startEventLine(event));
  const pipeline = await startPipeline(
    { gitlab, clock, random, onEvent },
    { request, context, mark, signal },
  );
  // The state first: a kill between the two must not leave a pipeline that nobody cancels.
  if (request.follow?.cancelOn.has('abort') === true) saveUnsettled(deps, pipeline);
  setOutputs(deps, startOutputs(pipeline));
  host.log.info(pipelineLine(pipeline));
  return pipeline;
}

function withContext({ deps, request }: TriggerRun): TriggerRequest {
  if (!request.forwardContext) return request;
  return { ...request, variables: withUpstreamVariables(request.variables, deps.host.context()) };
}

/**
 * What is to be done before a pipeline that was just created may go on.
 * @throws {AppError} when it may not.
 */
async function settleStart(run: TriggerRun, pipeline: Pipeline): Promise<void> {
  const { deps, request, context, signal } = run;
  const { follow, report } = request;
  const cancelOn = follow?.cancelOn ?? cancelOnUnlessFollowed;
  try {
    const stillbirth = stillbirthOf(pipeline, context);
    if (stillbirth !== undefined) {
      setOutputs(deps, { outcome: 'failed' });
      throw stillbirth;
    }
    signal.throwIfAborted();
    const mismatch = wrongCommit(pipeline, follow?.expectedSha);
    if (mismatch !== undefined) {
      if (cancelOn.size > 0) await cancelPipelines(run, [{ pipeline, snapshot: undefined }]);
      throw mismatch;
    }
    if (request.supersede) await supersede(run, pipeline);
  } catch (error) {
    if (error instanceof AbortedError) {
      throw await leave({ ...run, cancelOn, report }, { pipeline, snapshot: undefined, elapsedMs: 0, error });
    }
    saveSettled(deps);
    throw error;
  }
}

/** Trouble with older pipelines is said, and never keeps the new one from running. */
async function supersede(run: TriggerRun, pipeline: Pipeline): Promise<void> {
  const { deps, gitlab, mark, signal } = run;
  const { pipelines, trouble } = await findSuperseded(gitlab, { pipeline, mark, signal });
  if (trouble !== undefined) {
    deps.host.log.warning(
      `supersede: some older pipelines could not be told whose they are, and were left alone: ${trouble}`,
    );
  }
  if (pipelines.length === 0) return;
  deps.host.log.info(`Superseding ${pipelines.map(({ id }) => id).join(', ')}`);
  await cancelPipelines(
    run,
    pipelines.map((older) => ({ pipeline: older, snapshot: undefined })),
  );
}
