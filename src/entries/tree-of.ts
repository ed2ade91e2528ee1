import type { PipelineSnapshot } from '../follow/snapshot.js';
import { takeSnapshot } from '../follow/take-snapshot.js';
import type { GitLabClient } from '../gitlab/gitlab-client.js';
import type { Pipeline } from '../gitlab/pipeline.js';

/** What is below a pipeline that is to be cancelled; best effort: GitLab cancels child pipelines itself, those of other projects it does not. */
export async function treeOf(
  gitlab: GitLabClient,
  { projectId, id: pipelineId }: Pipeline,
  signal: AbortSignal,
): Promise<PipelineSnapshot | undefined> {
  const look = { projectId, pipelineId, downstream: 'show', previous: undefined, signal } as const;
  const reply = await takeSnapshot(gitlab, look);
  return reply.kind === 'ok' ? reply.value : undefined;
}
