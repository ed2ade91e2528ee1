import type { PipelineSnapshot } from '../follow/snapshot.js';
import { takeSnapshot, type TreeReader } from '../follow/take-snapshot.js';
import type { Pipeline } from '../gitlab/pipeline.js';

/** What is below a pipeline that is to be cancelled; best effort: GitLab cancels child pipelines itself, those of other projects it does not. */
export async function treeOf(
  gitlab: TreeReader,
  { projectId, id: pipelineId }: Pipeline,
  signal: AbortSignal,
): Promise<PipelineSnapshot | undefined> {
  const look = { projectId, pipelineId, downstream: 'show', previous: undefined, signal } as const;
  const reply = await takeSnapshot(gitlab, look);
  return reply.kind === 'ok' ? reply.value : undefined;
}
