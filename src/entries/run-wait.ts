import { exitCodes, type ExitCode } from '../base/exit-code.js';
import type { FindTrouble } from '../follow/find-pipeline.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import { parseWaitRequest } from '../inputs/parse-wait-request.js';
import { waitTable } from '../inputs/wait-inputs.js';
import { findRun } from '../library/find-run.js';
import { foundOutputs } from '../report/outputs.js';
import { findTroubleLine, pipelineLine } from '../report/start-lines.js';
import { checkPlaces } from './check-places.js';
import { removeFormerTests } from './clear-places.js';
import { openFeedback } from './open-feedback.js';
import { maskSecrets, openGitLab, setOutputs, type RunDeps } from './run-deps.js';
import type { EntryContext } from './entry-context.js';
import { saveUnsettled } from './run-state.js';

/**
 * One run of the sub-action `wait`: follows a pipeline that was started elsewhere.
 * @throws {AppError} for everything that is to turn the step red; nothing of it has been printed yet.
 */
export async function runWait(deps: RunDeps, entry: EntryContext): Promise<ExitCode> {
  const { host, files, clock } = deps;
  maskSecrets(deps, waitTable);
  removeFormerTests(host.inputs.read('junit_file'));
  const { request, warnings } = await parseWaitRequest(host.inputs, files);
  for (const warning of warnings) host.log.warning(warning);

  const { connection, accessToken, jobToken, project, pipelineId, expectedSha } = request;
  const { follow, report, results } = request;
  checkPlaces(host, results);
  const { gitlab, close } = openGitLab(deps, connection, accessToken, jobToken);
  const feedback = await openFeedback(deps, entry, request);
  try {
    const onFound = (found: Pipeline): void => {
      deps.watch?.({ kind: 'pipeline_known', pipeline: found });
      setOutputs(deps, foundOutputs(found));
      host.log.info(pipelineLine(found));
      feedback.begin(found);
    };
    const onTrouble = (trouble: FindTrouble): void => host.log.warning(findTroubleLine(pipelineId, trouble));
    const { outageTimeoutMs: patienceMs } = follow;
    const { signal } = entry;
    const pipeline = await findRun(
      { gitlab, clock, onFound, onTrouble },
      { project, pipelineId, expectedSha, patienceMs, signal, reader: jobToken && 'job_token' },
    );
    if (follow.cancelOn.has('abort')) saveUnsettled(deps, pipeline);
    const mayCancel = accessToken !== undefined;
    const { followToVerdict } = await import('./follow-to-verdict.js');
    await followToVerdict({ ...entry, deps, gitlab, pipeline, follow, report, results, mayCancel, feedback });
    return exitCodes.accepted;
  } catch (error) {
    feedback.fail(error);
    throw error;
  } finally {
    await feedback.close();
    close();
  }
}
