import { isTerminalStatus } from '../gitlab/pipeline-status.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import { treeOf } from '../library/tree-of.js';
import { cancelPipelines } from './cancel-pipelines.js';
import type { openGitLab, RunDeps } from './run-deps.js';
import type { EntryContext } from './entry-context.js';

/** Cancels a pipeline that the main step has left, with what is alive below it; says what became of it. */
export async function cancelLeftBehind(
  {
    deps,
    entry,
    gitlab,
    withinMs,
  }: {
    readonly deps: RunDeps;
    readonly entry: EntryContext;
    readonly gitlab: ReturnType<typeof openGitLab>['gitlab'];
    readonly withinMs: number;
  },
  pipeline: Pipeline,
): Promise<void> {
  if (isTerminalStatus(pipeline.status)) {
    const how = pipeline.status === 'canceled' ? 'It has ended' : 'It has ended by itself';
    deps.host.log.info(`${how}: ${pipeline.status}.`);
    return;
  }
  const { signal, hurry } = entry;
  const snapshot = await treeOf(gitlab, pipeline, signal);
  await cancelPipelines(
    { deps, gitlab, mayCancel: true, hurry: AbortSignal.any([signal, hurry]), withinMs },
    [{ pipeline, snapshot }],
  );
}
