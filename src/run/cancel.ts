import { type ExitCode, RefusedError, exitCodes } from '../base/errors.js';
import { cleanLine } from '../base/text.js';
import { cancelRun } from '../follow/cancel-pipeline.js';
import type { FindFailure } from '../follow/find-pipeline.js';
import { cancelTable, parseCancelRequest } from '../inputs/commands/wait-and-cancel.js';
import type { Pipeline } from '../model/pipeline.js';
import type { Cancellation } from '../model/verdict.js';
import { findFailureLine, pipelineLine } from '../report/log-lines.js';
import { cancellationOutputs } from '../report/outputs.js';
import { isLeftRunning, sayCancellations } from './cancel-pipelines.js';
import { type ActionRun, type EntryContext, type RunDeps, openGitLab, setOutputs } from './context.js';

/** No kill is pending here, so the limit allows for a busy GitLab. */
const withinMs = 60_000;

/**
 * Runs the sub-action `cancel`: cancels a pipeline and its running downstream pipelines.
 * @throws {AppError} when the cancellation cannot be confirmed. The caller prints the error.
 */
export async function runCancel(deps: RunDeps, { signal, forceSignal }: EntryContext): Promise<ExitCode> {
  const { host, files, clock } = deps;
  const { request, warnings } = await parseCancelRequest(host.inputs, files);
  for (const warning of warnings) host.log.warning(warning);

  const { connection, accessToken, project, pipelineId } = request;
  const { gitlab, close } = openGitLab(deps, connection, accessToken);
  try {
    const onFound = (pipeline: Pipeline): void => {
      const { id, webUrl, status } = pipeline;
      deps.watch?.({ kind: 'pipeline_known', pipeline });
      setOutputs(deps, { pipeline_id: String(id), web_url: webUrl, status });
      host.log.info(pipelineLine(pipeline));
    };
    const onFailure = (failure: FindFailure): void => host.log.warning(findFailureLine(pipelineId, failure));
    const cancellations = await cancelRun(
      { gitlab, clock, onFound, onFailure },
      { project, pipelineId, withinMs, signal, forceSignal: AbortSignal.any([signal, forceSignal]) },
    );
    sayCancellations(deps, cancellations);
    const [own] = cancellations;
    if (own !== undefined) setOutputs(deps, cancellationOutputs(own));
    signal.throwIfAborted();
    const left = cancellations.find(isLeftRunning);
    if (left !== undefined) throw notCanceled(left);
    return exitCodes.accepted;
  } finally {
    close();
  }
}

export const cancelAction: ActionRun = { inputs: cancelTable, run: runCancel };

function notCanceled({ pipeline, why }: Cancellation): RefusedError {
  return new RefusedError({
    code: 'not_canceled',
    what: `Pipeline ${pipeline.id} could not be canceled`,
    why,
    hint: `The access_token needs the scope api, and its user the right to cancel on ${cleanLine(pipeline.ref, 255)}. Open ${cleanLine(pipeline.webUrl, 2000)}`,
  });
}
