import type { LogSource } from './log-block.js';
import { placesOf } from './pipeline-tree.js';
import type { PipelineSnapshot } from './snapshot.js';

/** Every job of the tree whose log can be read, earlier attempts first. Trigger jobs have no log. */
export function logSourcesOf({ root }: PipelineSnapshot): readonly LogSource[] {
  return placesOf(root).flatMap(({ path, node }) => {
    const project = { kind: 'id', id: node.pipeline.projectId } as const;
    return node.jobs.flatMap(({ job, earlier }) =>
      [...earlier, job].map((one) => ({ project, path, job: one })),
    );
  });
}
