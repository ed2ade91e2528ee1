import { type ExitCode, exitCodes } from '../base/errors.js';
import { type FindFailure, findRun } from '../follow/find-pipeline.js';
import type { GitLabClient } from '../gitlab/client.js';
import { unservedInputs } from '../inputs/commands/host-needs.js';
import { parseWaitRequest, waitTable } from '../inputs/commands/wait-and-cancel.js';
import type { PipelineCall } from '../model/addresses.js';
import type { Pipeline } from '../model/pipeline.js';
import type { WaitRequest } from '../model/requests.js';
import { findFailureLine, pipelineLine } from '../report/log-lines.js';
import { foundOutputs } from '../report/outputs.js';
import { type ActionRun, type EntryContext, type RunDeps, openGitLab, setOutputs } from './context.js';
import { openFeedback } from './feedback/open.js';
import { checkPlaces, removeFormerTests } from './places.js';
import { saveUnsettled } from './saved-run.js';

/**
 * Runs the sub-action `wait`: follows a pipeline that was started elsewhere.
 * @throws {AppError} for everything that fails the step. The caller prints the error.
 */
export async function runWait(deps: RunDeps, entry: EntryContext): Promise<ExitCode> {
  const { host, files, clock } = deps;
  removeFormerTests(host.inputs.read('junit_file'));
  const { request, warnings } = await parseWaitRequest(host.inputs, files);
  for (const warning of [...warnings, ...unservedInputs(request, host)]) host.log.warning(warning);

  const { connection, accessToken, jobToken, expectedSha } = request;
  const { follow, report, results } = request;
  checkPlaces(host, results);
  const { gitlab, close } = openGitLab(deps, connection, accessToken, jobToken);
  const feedback = await openFeedback(deps, entry, request);
  try {
    const { signal } = entry;
    const { project, pipelineId } = await choose(deps, gitlab, { request, signal });
    const onFound = (found: Pipeline): void => {
      deps.watch?.({ kind: 'pipeline_known', pipeline: found });
      setOutputs(deps, foundOutputs(found));
      host.log.info(pipelineLine(found));
      feedback.begin(found);
    };
    const onFailure = (failure: FindFailure): void => host.log.warning(findFailureLine(pipelineId, failure));
    const { outageTimeoutMs: retryTimeoutMs } = follow;
    const pipeline = await findRun(
      { gitlab, clock, onFound, onFailure },
      { project, pipelineId, expectedSha, retryTimeoutMs, signal, reader: jobToken && 'job_token' },
    );
    if (follow.cancelOn.has('abort')) saveUnsettled(deps, pipeline);
    const mayCancel = accessToken !== undefined;
    const { followToVerdict } = await import('./follow.js');
    const known = { pipeline, project, mayCancel };
    await followToVerdict({ ...entry, ...known, deps, gitlab, follow, report, results, feedback });
    return exitCodes.accepted;
  } catch (error) {
    feedback.fail(error);
    throw error;
  } finally {
    await feedback.close();
    close();
  }
}

/** The pipeline that is meant: one that was given by its commit is waited for until it is there. */
async function choose(
  deps: RunDeps,
  gitlab: GitLabClient,
  { request, signal }: { readonly request: WaitRequest; readonly signal: AbortSignal },
): Promise<PipelineCall> {
  const { project, pipelineId, commit } = request;
  if (commit === undefined) return { project, pipelineId };
  const { awaitPipeline } = await import('./await.js');
  return await awaitPipeline(deps, gitlab, { request, commit, signal });
}

export const waitAction: ActionRun = { inputs: waitTable, run: runWait };
