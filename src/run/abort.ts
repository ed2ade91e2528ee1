import { AbortedError } from '../base/errors.js';
import { type Pipeline, isTerminalStatus } from '../model/pipeline.js';
import type { CancelReason, ReportRequest } from '../model/requests.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import { endWithStep } from '../report/log-lines.js';
import { lastOutputs } from '../report/outputs.js';
import { leftRunning } from '../report/verdict-message.js';
import { type Canceller, cancelPipelines, isLeftRunning } from './cancel-pipelines.js';
import { setOutputs } from './context.js';
import type { Feedback } from './feedback/feedback.js';
import { writeSummary } from './results/report.js';
import { saveSettled } from './saved-run.js';

/** The run that is aborted, and what the user asked for in that case. */
export interface AbortContext extends Canceller {
  readonly cancelOn: ReadonlySet<CancelReason>;
  readonly report: ReportRequest;
  readonly feedback: Feedback;
}

/** The pipeline that an aborted run leaves behind. */
export interface AbortedRun {
  readonly pipeline: Pipeline;
  readonly snapshot: PipelineSnapshot | undefined;
  /** Whether GitLab was asked to retry jobs since the snapshot: a pipeline that had ended may run again. */
  readonly isRetried?: boolean | undefined;
  /** How long the run followed the pipeline, in milliseconds. */
  readonly elapsedMs: number;
  readonly error: AbortedError;
}

/**
 * Ends an aborted run. Sets the outputs first, cancels the pipeline if the user wants it and a token allows
 * it, and then writes the report. Returns the error that states the result for the pipeline. A cancellation
 * that cannot be confirmed in time stays unsettled, and the post step takes it up.
 */
export async function abortRun(
  context: AbortContext,
  { pipeline, snapshot, isRetried = false, elapsedMs, error }: AbortedRun,
): Promise<AbortedError> {
  const { deps, cancelOn } = context;
  const last = snapshot?.root.pipeline ?? pipeline;
  setOutputs(deps, { ...lastOutputs(last, snapshot), outcome: 'aborted' });
  // In parallel with canceling: there is no time to do one after the other.
  context.feedback.end({
    kind: 'ended',
    outcome: 'aborted',
    accepted: false,
    pipeline: last,
    snapshot,
    elapsedMs,
  });
  const cancellations = cancelOn.has('abort')
    ? await cancelPipelines(context, [{ pipeline: last, snapshot }])
    : [];
  const isHandled = cancellations.length > 0 && !cancellations.some(isLeftRunning);
  if (isHandled || !cancelOn.has('abort') || !context.mayCancel) saveSettled(deps);
  const [own] = cancellations;
  const seen = own?.pipeline ?? last;
  setOutputs(deps, { status: seen.status });
  await writeSummary(context, { outcome: 'aborted', pipeline: seen, snapshot, elapsedMs });
  const wasOver = isTerminalStatus(last.status) && !isRetried;
  return isHandled && own !== undefined
    ? new AbortedError(error.stopSignal, { why: endWithStep(own, wasOver) })
    : new AbortedError(error.stopSignal, leftRunning(seen));
}
