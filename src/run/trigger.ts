import { AbortedError, type ExitCode, type RefusedError, exitCodes } from '../base/errors.js';
import type { GitLabClient } from '../gitlab/client.js';
import { checkCaller, unservedInputs } from '../inputs/commands/host-needs.js';
import { parseTriggerRequest, triggerTable } from '../inputs/commands/trigger.js';
import type { ProjectAddress } from '../model/addresses.js';
import type { StartEvent } from '../model/events.js';
import type { Pipeline } from '../model/pipeline.js';
import { type CancelReason, type TriggerRequest, jobTokenOf } from '../model/requests.js';
import { wrongCommit } from '../model/verdict.js';
import { pipelineLine, requestLine, startEventLine } from '../report/log-lines.js';
import { createdOutputs, startOutputs } from '../report/outputs.js';
import type { NewStart, RerunDeps, RerunTask, TakenUp } from '../trigger/rerun.js';
import { failedAtCreation } from '../trigger/start-context.js';
import { type StartRunDeps, type StartedRun, projectUnknown, startRun } from '../trigger/start.js';
import { findSuperseded } from '../trigger/supersede.js';
import { abortRun } from './abort.js';
import { cancelPipelines } from './cancel-pipelines.js';
import { type ActionRun, type EntryContext, type RunDeps, openGitLab, setOutputs } from './context.js';
import type { Feedback } from './feedback/feedback.js';
import { openFeedback } from './feedback/open.js';
import { checkPlaces, removeFormerTests } from './places.js';
import { savePendingStart, saveSettled, saveUnsettled } from './saved-run.js';

interface TriggerRun extends EntryContext {
  readonly deps: RunDeps;
  readonly gitlab: GitLabClient;
  readonly request: TriggerRequest;
  readonly project: ProjectAddress;
  readonly mayCancel: boolean;
  readonly feedback: Feedback;
}

/**
 * A step that does not wait and is stopped halfway has not done its work, so its pipeline is canceled too.
 */
const cancelOnUnlessFollowed: ReadonlySet<CancelReason> = new Set(['abort']);

function cancelOnOf({ follow }: TriggerRequest): ReadonlySet<CancelReason> {
  return follow?.cancelOn ?? cancelOnUnlessFollowed;
}

/**
 * Runs the root action. Reads the inputs, starts one pipeline, and follows it if the inputs say so. Sets
 * outputs as soon as they are known.
 * @throws {AppError} for everything that fails the step. The caller prints the error.
 */
export async function runTrigger(deps: RunDeps, entry: EntryContext): Promise<ExitCode> {
  const { host, files } = deps;
  removeFormerTests(host.inputs.read('junit_file'));
  const { request, warnings } = await parseTriggerRequest(host.inputs, files);
  for (const warning of warnings) host.log.warning(warning);

  if (!request.dryRun && request.supersede) checkCaller(host.context());
  for (const warning of unservedInputs(request, host)) host.log.warning(warning);
  if (request.dryRun) {
    const { checkRequest } = await import('./check.js');
    return await checkRequest(deps, entry, request);
  }
  const { connection, credentials, project, follow, report, results } = request;
  checkPlaces(host, results);
  const { gitlab, close } = openGitLab(deps, connection, credentials.accessToken, jobTokenOf(credentials));
  const feedback = await openFeedback(deps, entry, request);
  try {
    const mayCancel = credentials.accessToken !== undefined;
    const run: TriggerRun = { ...entry, deps, gitlab, request, project, mayCancel, feedback };
    const started = await startOrTakeUp(run);
    const { pipeline } = started;
    await settleStart(run, started);
    if (follow !== undefined) {
      // Half of the program, and not needed before the pipeline exists.
      const { followToVerdict } = await import('./follow.js');
      await followToVerdict({ ...run, pipeline, follow, report, results });
    } else saveSettled(deps);
    return exitCodes.accepted;
  } catch (error) {
    feedback.fail(error);
    throw error;
  } finally {
    await feedback.close();
    close();
  }
}

export const triggerAction: ActionRun = { inputs: triggerTable, run: runTrigger };

/** A pipeline of this step, and what is known of it beside. */
interface OwnPipeline extends StartedRun {
  /** Whether an earlier attempt has started it. */
  readonly isTakenUp: boolean;
  /** Looks for one that another attempt has started at the same time; gives the error for that. */
  readonly collision?: (() => Promise<RefusedError | undefined>) | undefined;
}

/** The pipeline of an earlier attempt where that is asked for and there is one, and otherwise a new one. */
async function startOrTakeUp(run: TriggerRun): Promise<OwnPipeline> {
  const { request } = run;
  if (request.rerun === undefined) return { ...(await startNew(run)), isTakenUp: false };
  const { collision, takeUpEarlier } = await import('../trigger/rerun.js');
  const earlier = await takeUp(run, takeUpEarlier);
  if (earlier.kind === 'taken_up') return { ...earlier.started, isTakenUp: true };
  const started = await startNew(run);
  return {
    ...started,
    isTakenUp: false,
    collision: async () => collision(started.pipeline, await earlier.othersThan(started.pipeline)),
  };
}

async function startNew(run: TriggerRun): Promise<StartedRun> {
  const { deps, gitlab, request, signal } = run;
  if (request.commitWait !== undefined) {
    const { awaitExpectedCommit } = await import('./await.js');
    await awaitExpectedCommit(deps, gitlab, { request, signal });
  }
  return await start(run);
}

/**
 * Reuses the pipeline of an earlier attempt if there is one. The saved state is correct at every moment, for
 * the post step.
 */
async function takeUp(
  run: TriggerRun,
  takeUpEarlier: (deps: RerunDeps, task: RerunTask) => Promise<TakenUp | NewStart>,
): Promise<TakenUp | NewStart> {
  const { deps, gitlab, request, signal, report } = { ...run, ...run.request };
  const { clock, random, host } = deps;
  const cancelOn = cancelOnOf(request);
  let taken: Pipeline | undefined;
  const onTaken = (pipeline: Pipeline): void => {
    taken = pipeline;
    if (cancelOn.has('abort')) saveUnsettled(deps, pipeline);
    setOutputs(deps, createdOutputs(pipeline.id));
  };
  const onEvent = (event: StartEvent): void => tellStart(run, event);
  try {
    const earlier = await takeUpEarlier(
      { gitlab, clock, random, onEvent, onTaken },
      { request, caller: host.context(), signal },
    );
    if (earlier.kind === 'taken_up') announce(run, earlier.started.pipeline);
    return earlier;
  } catch (error) {
    if (taken !== undefined && error instanceof AbortedError) {
      throw await abortRun(
        { ...run, cancelOn, report },
        { pipeline: taken, snapshot: undefined, elapsedMs: 0, error },
      );
    }
    saveSettled(deps);
    throw error;
  }
}

function tellStart({ deps }: TriggerRun, event: StartEvent): void {
  deps.watch?.(event);
  const { log } = deps.host;
  const say = event.kind === 'project_unconfirmed' ? log.warning : log.info;
  say(startEventLine(event));
}

function announce({ deps, feedback }: TriggerRun, pipeline: Pipeline): void {
  deps.watch?.({ kind: 'pipeline_known', pipeline });
  setOutputs(deps, startOutputs(pipeline));
  deps.host.log.info(pipelineLine(pipeline));
  feedback.begin(pipeline);
}

/**
 * Sends the one request that starts the pipeline. Keeps the saved state true at all times, for the post step
 * of a killed step: first how to find the pipeline, then its ID.
 */
async function start(run: TriggerRun): Promise<StartedRun> {
  const { deps, gitlab, request, signal } = run;
  const cancelsOnAbort = cancelOnOf(request).has('abort');
  const { host, clock, random } = deps;
  host.log.info(requestLine(request));
  const onEvent = (event: StartEvent): void => tellStart(run, event);
  const onPending: StartRunDeps['onPending'] = (pending) => {
    if (pending === undefined) saveSettled(deps);
    else savePendingStart(deps, pending);
  };
  // A step that is killed a moment later has at least set the ID of the pipeline.
  const onCreated = (pipelineId: number): void => setOutputs(deps, createdOutputs(pipelineId));
  const started = await startRun(
    { gitlab, clock, random, onEvent, onPending: cancelsOnAbort ? onPending : undefined, onCreated },
    { request, caller: host.context(), signal },
  ).catch((error: unknown) => {
    // A step that is stopped halfway leaves the rest to the post step.
    if (cancelsOnAbort && !(error instanceof AbortedError)) saveSettled(deps);
    throw error;
  });
  const { pipeline } = started;
  // Saves the state first: a kill between the two must not leave a pipeline that is never canceled.
  if (cancelsOnAbort) saveUnsettled(deps, pipeline);
  announce(run, pipeline);
  return started;
}

/**
 * Checks the pipeline after the start: creation failure, commit, collision, project; then supersedes older
 * ones. Cancels it if the commit is wrong or another attempt was first, unless `cancel_on` is empty.
 * @throws {AppError} when it may not go on.
 */
async function settleStart(run: TriggerRun, own: OwnPipeline): Promise<void> {
  const { pipeline, context, mark, isTakenUp } = own;
  const { deps, request, signal } = run;
  const { follow, report } = request;
  const cancelOn = cancelOnOf(request);
  try {
    const creationFailure = isTakenUp ? undefined : failedAtCreation(pipeline, context);
    if (creationFailure !== undefined) {
      setOutputs(deps, { outcome: 'failed' });
      throw creationFailure;
    }
    signal.throwIfAborted();
    const mismatch = (await mismatchOf(run, pipeline)) ?? (await own.collision?.());
    if (mismatch !== undefined) {
      const ends = cancelOn.size > 0 ? await cancelPipelines(run, [{ pipeline, snapshot: undefined }]) : [];
      for (const end of ends) setOutputs(deps, { status: end.pipeline.status });
      throw mismatch;
    }
    const unknown = projectUnknown(pipeline);
    if (unknown !== undefined && (follow !== undefined || request.supersede)) throw unknown;
    if (request.supersede) await supersede(run, { pipeline, mark });
  } catch (error) {
    if (error instanceof AbortedError) {
      throw await abortRun(
        { ...run, cancelOn, report },
        { pipeline, snapshot: undefined, elapsedMs: 0, error },
      );
    }
    saveSettled(deps);
    throw error;
  }
}

/** The error for a pipeline that runs another commit than it may. */
async function mismatchOf(run: TriggerRun, pipeline: Pipeline): Promise<RefusedError | undefined> {
  const { gitlab, request, signal } = run;
  const { expectedSha, commitWait } = request;
  const mismatch = wrongCommit(pipeline, expectedSha);
  if (mismatch === undefined || expectedSha === undefined || commitWait?.acceptNewer !== true)
    return mismatch;
  const { runsNewerCommit } = await import('./await.js');
  return (await runsNewerCommit(gitlab, { pipeline, expectedSha, signal })) ? undefined : mismatch;
}

/** Failures with older pipelines are logged and never keep the new one from running. */
async function supersede(
  run: TriggerRun,
  { pipeline, mark }: Pick<StartedRun, 'pipeline' | 'mark'>,
): Promise<void> {
  const { deps, gitlab, signal } = run;
  const { pipelines, failure } = await findSuperseded(gitlab, { pipeline, mark, signal });
  if (failure !== undefined) {
    deps.host.log.warning(
      `supersede: it is unknown who started some of the older pipelines, and they were left alone: ${failure}`,
    );
  }
  if (pipelines.length === 0) return;
  deps.host.log.info(`Superseding ${pipelines.map(({ id }) => id).join(', ')}`);
  await cancelPipelines(
    run,
    pipelines.map((older) => ({ pipeline: older, snapshot: undefined })),
  );
}
