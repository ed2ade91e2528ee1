import type { Instance, PipelineRecord } from '../state/records.js';

/**
 * Gives a pipeline and all its relatives new tags, up and down the tree.
 * @see GitLab, `app/services/ci/expire_pipeline_cache_service.rb`
 */
export function touchTags(instance: Instance, pipeline: PipelineRecord, atMs: number): void {
  touchBelow(instance, rootOf(pipeline), atMs);
  instance.onChange?.(pipeline, atMs);
}

function rootOf(pipeline: PipelineRecord): PipelineRecord {
  const above = pipeline.upstream?.pipeline;
  return above === undefined ? pipeline : rootOf(above);
}

function touchBelow(instance: Instance, pipeline: PipelineRecord, atMs: number): void {
  renewTag(instance, pipeline.id, atMs);
  for (const { downstream } of pipeline.jobs) {
    if (downstream !== undefined) touchBelow(instance, downstream, atMs);
  }
}

/** Makes a new tag; another one each time. */
export function renewTag(instance: Instance, pipelineId: number, atMs: number): number {
  const serial = instance.nextIds.tag;
  instance.nextIds.tag += 1;
  instance.changeTags.set(pipelineId, { serial, touchedMs: atMs });
  return serial;
}
