import { type ExitCode, exitCodes } from '../base/errors.js';
import { findPipeline } from '../follow/find-pipeline.js';
import { triggerTable } from '../inputs/commands/trigger.js';
import { parseCancelRequest } from '../inputs/commands/wait-and-cancel.js';
import { readInputs } from '../inputs/table.js';
import type { FollowRequest, InputSource } from '../model/requests.js';
import { findFailureLine } from '../report/log-lines.js';
import { cancelLeftBehind } from './cancel-lost-start.js';
import { type ActionRun, type EntryContext, type RunDeps, openGitLab } from './context.js';
import { isFeedbackOpen } from './feedback/saved-state.js';
import { type SavedRun, unsettledRun } from './saved-run.js';

/** The runner gives the cleanup of a canceled job minutes, not hours. */
const withinMs = 30_000;

/**
 * The post step. Cancels the pipeline if the main step was killed while following it or did not finish
 * canceling it. Looks for the pipeline that a killed step may have started. Finishes open feedback. Does
 * nothing otherwise. Never fails the step: it logs what it cannot do.
 */
export async function runCleanup(deps: RunDeps, entry: EntryContext): Promise<ExitCode> {
  const { host } = deps;
  const saved = unsettledRun(host.state);
  if (saved !== undefined && 'run' in saved) {
    const { cancelLostStart } = await import('./cancel-lost-start.js');
    await cancelLostStart(deps, entry, { pending: saved, withinMs });
  } else if (saved !== undefined) await settle(deps, entry, saved);
  if (isFeedbackOpen(host.state)) {
    const { finishFeedback } = await import('./feedback/github-feedback.js');
    await finishFeedback(deps, entry);
  }
  return exitCodes.accepted;
}

/**
 * The inputs are those of the main step, including secrets that this step does not need, so that all are
 * masked.
 */
export const cleanupAction: ActionRun = { inputs: triggerTable, run: runCleanup };

async function settle(deps: RunDeps, entry: EntryContext, saved: SavedRun): Promise<void> {
  const { host, clock, files } = deps;
  host.log.info(`The step ended before pipeline ${saved.pipelineId} did.`);
  try {
    const { request } = await parseCancelRequest(savedSource(host.inputs, saved), files);
    const { connection, accessToken, project, pipelineId } = request;
    const { gitlab, close } = openGitLab(deps, connection, accessToken);
    try {
      const pipeline = await findPipeline(
        {
          gitlab,
          clock,
          onFailure: (failure) => host.log.info(findFailureLine(pipelineId, failure)),
        },
        { project, pipelineId, retryTimeoutMs: withinMs, signal: entry.signal },
      );
      const downstream = await downstreamOf(deps);
      await cancelLeftBehind({ deps, entry, gitlab, project, downstream, withinMs }, pipeline);
    } finally {
      close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    host.log.warning(`It may still be running, and could not be canceled: ${saved.webUrl}\n${why}`);
  }
}

/** An invalid input has failed the main step before there was a pipeline. */
async function downstreamOf({ host, files }: RunDeps): Promise<FollowRequest['downstream']> {
  const { downstream } = triggerTable;
  const reading = await readInputs({ downstream }, { source: host.inputs, files });
  return reading.downstream.kind === 'ok' ? reading.downstream.value : 'show';
}

/** The inputs of the main step (the post step has the same) with the saved pipeline added. */
function savedSource(inputs: InputSource, { projectId, pipelineId }: SavedRun): InputSource {
  const known: Readonly<Record<string, string>> = {
    ...(projectId === undefined ? {} : { project_id: String(projectId) }),
    pipeline_id: String(pipelineId),
  };
  return { read: (name) => known[name] ?? inputs.read(name) };
}
