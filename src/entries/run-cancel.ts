import { RefusedError } from '../base/app-error.js';
import { exitCodes, type ExitCode } from '../base/exit-code.js';
import type { Cancellation } from '../follow/cancel-tree.js';
import { findPipeline } from '../follow/find-pipeline.js';
import { cancelTable } from '../inputs/cancel-inputs.js';
import { parseCancelRequest } from '../inputs/parse-cancel-request.js';
import { cancellationOutputs } from '../report/outputs.js';
import { pipelineLine } from '../report/start-lines.js';
import { cancelPipelines, isLeftRunning } from './cancel-pipelines.js';
import { maskSecrets, openGitLab, setOutputs, type RunDeps } from './run-deps.js';
import type { EntryContext } from './run-entry.js';
import { treeOf } from './tree-of.js';

/** Nobody waits for a kill here: long enough for a busy GitLab. */
const withinMs = 60_000;

/**
 * One run of the sub-action `cancel`: cancels a pipeline and what is alive below it.
 * @throws {AppError} when it could not be confirmed; nothing of it has been printed yet.
 */
export async function runCancel(deps: RunDeps, { signal, hurry }: EntryContext): Promise<ExitCode> {
  const { host, files, clock } = deps;
  maskSecrets(deps, cancelTable);
  const { request, warnings } = await parseCancelRequest(host.inputs, files);
  for (const warning of warnings) host.log.warning(warning);

  const { connection, accessToken, project, pipelineId } = request;
  const { gitlab, close } = openGitLab(deps, connection, accessToken);
  try {
    const wanted = { project, pipelineId, patienceMs: withinMs, signal };
    const pipeline = await findPipeline({ gitlab, clock }, wanted);
    setOutputs(deps, { pipeline_id: String(pipeline.id), web_url: pipeline.webUrl, status: pipeline.status });
    host.log.info(pipelineLine(pipeline));
    const snapshot = await treeOf(gitlab, pipeline, signal);
    const canceller = { deps, gitlab, mayCancel: true, hurry: AbortSignal.any([signal, hurry]), withinMs };
    const cancellations = await cancelPipelines(canceller, [{ pipeline, snapshot }]);
    const [own] = cancellations;
    if (own !== undefined) setOutputs(deps, cancellationOutputs(own));
    signal.throwIfAborted();
    const left = cancellations.find(isLeftRunning);
    if (left !== undefined) throw notCancelled(left);
    return exitCodes.accepted;
  } finally {
    close();
  }
}

function notCancelled({ pipeline, why }: Cancellation): RefusedError {
  return new RefusedError({
    code: 'not_cancelled',
    what: `Pipeline ${pipeline.id} could not be cancelled`,
    why,
    cure: `The access_token needs the scope api, and its user the right to cancel on ${pipeline.ref}. Open ${pipeline.webUrl}`,
  });
}
