import { cancelTree } from '../follow/cancel-tree.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { Pipeline } from '../model/pipeline.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { Cancellation } from '../model/verdict.js';
import { cancelLine } from '../report/log-lines.js';
import type { RunDeps } from './context.js';

/**
 * A step that was stopped: a runner kills 10 s after its first signal and asks again at 7.5 s: finding out
 * what there is, canceling, outputs and report have to fit into six.
 */
const stoppedWithinMs = 3500;

/** Who cancels, and with what. */
export interface Canceller {
  readonly deps: RunDeps;
  readonly gitlab: Pick<GitLabClient, 'cancelPipeline' | 'fetchPipeline'>;
  /** Whether there is a token that GitLab may let cancel. */
  readonly mayCancel: boolean;
  readonly forceSignal: AbortSignal;
  /** How long it may take; 3.5 s when left out, as for a step that was stopped. */
  readonly withinMs?: number | undefined;
}

/** Cancels pipelines with all that is alive below them, and says what became of each. Never throws. */
export async function cancelPipelines(
  { deps, gitlab, mayCancel, forceSignal, withinMs = stoppedWithinMs }: Canceller,
  targets: readonly { readonly pipeline: Pipeline; readonly snapshot: PipelineSnapshot | undefined }[],
): Promise<readonly Cancellation[]> {
  const why = 'there is no access_token to cancel it with, and a trigger token cannot';
  const ends = mayCancel
    ? await Promise.all(
        targets.map((target) =>
          cancelTree({ gitlab, clock: deps.clock }, { ...target, withinMs, signal: forceSignal }),
        ),
      )
    : targets.map(({ pipeline }): readonly Cancellation[] => [{ pipeline, result: 'left_running', why }]);
  const cancellations = ends.flat();
  sayCancellations(deps, cancellations);
  return cancellations;
}

/** Says what became of each. */
export function sayCancellations({ host }: RunDeps, cancellations: readonly Cancellation[]): void {
  for (const cancellation of cancellations) {
    const say = isLeftRunning(cancellation) ? host.log.warning : host.log.info;
    say(cancelLine(cancellation));
  }
}

export function isLeftRunning({ result }: Cancellation): boolean {
  return result === 'left_running';
}
