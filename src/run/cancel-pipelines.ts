import { type BridgeReader, cancelTree } from '../follow/cancel-tree.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ProjectAddress } from '../model/addresses.js';
import type { Pipeline } from '../model/pipeline.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { Cancellation } from '../model/verdict.js';
import { cancelLine } from '../report/log-lines.js';
import type { RunDeps } from './context.js';

/**
 * Time limit for canceling in a stopped step. A runner sends its second signal after 7.5 s and kills after 10
 * s. Reading the pipelines, canceling, outputs and report must fit into 6 s.
 */
const stoppedWithinMs = 3500;

/** What canceling needs. */
export interface Canceller {
  readonly deps: RunDeps;
  readonly gitlab: Pick<GitLabClient, 'cancelPipeline' | 'fetchPipeline'>;
  /** Whether there is a token that may be allowed to cancel. */
  readonly mayCancel: boolean;
  /** The project of the pipelines as the user gave it. */
  readonly project: ProjectAddress;
  /** Finds pipelines that have appeared below since; absent if what is below is to be left alone. */
  readonly reader?: BridgeReader | undefined;
  readonly forceSignal: AbortSignal;
  /** Time limit in milliseconds; defaults to 3.5 s, as for a stopped step. */
  readonly withinMs?: number | undefined;
}

/**
 * Cancels pipelines with all their running downstream pipelines, and logs the result of each. Never throws.
 */
export async function cancelPipelines(
  { deps, gitlab, mayCancel, project, reader, forceSignal, withinMs = stoppedWithinMs }: Canceller,
  targets: readonly { readonly pipeline: Pipeline; readonly snapshot: PipelineSnapshot | undefined }[],
): Promise<readonly Cancellation[]> {
  const why = 'there is no access_token to cancel it with, and a trigger token cannot';
  const ends = mayCancel
    ? await Promise.all(
        targets.map((target) =>
          cancelTree(
            { gitlab, clock: deps.clock },
            { ...target, project, reader, withinMs, signal: forceSignal },
          ),
        ),
      )
    : targets.map(({ pipeline }): readonly Cancellation[] => [{ pipeline, result: 'left_running', why }]);
  const cancellations = ends.flat();
  sayCancellations(deps, cancellations);
  return cancellations;
}

/** Logs the result of each cancellation. */
export function sayCancellations({ host }: RunDeps, cancellations: readonly Cancellation[]): void {
  for (const cancellation of cancellations) {
    const say = isLeftRunning(cancellation) ? host.log.warning : host.log.info;
    say(cancelLine(cancellation));
  }
}

/** Whether a pipeline was not canceled, or that is unknown. */
export function isLeftRunning({ result }: Cancellation): boolean {
  return result === 'left_running';
}
