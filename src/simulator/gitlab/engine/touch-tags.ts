import { type ChangeTag, changeTagLifeMs, shownTag } from '../state/change-tags.js';
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

/** Creates a new tag, different each time. */
export function renewTag(instance: Instance, pipelineId: number, atMs: number): number {
  const serial = instance.nextIds.tag;
  instance.nextIds.tag += 1;
  const { changeTags, changeTagLagMs: lagMs } = instance;
  const known = changeTags.get(pipelineId);
  const isAlive = known !== undefined && atMs - known.touchedMs <= changeTagLifeMs;
  const before = isAlive && lagMs > 0 ? withoutForgotten(known, { lagMs, nowMs: atMs }) : undefined;
  changeTags.set(pipelineId, { serial, touchedMs: atMs, before });
  return serial;
}

/** What is older than the tag that is shown will never be shown again. */
function withoutForgotten(tag: ChangeTag, at: Parameters<typeof shownTag>[1]): ChangeTag {
  const shown = shownTag(tag, at);
  return shown.before === undefined ? tag : cutBehind(tag, shown);
}

function cutBehind(tag: ChangeTag, last: ChangeTag): ChangeTag {
  const { before } = tag;
  return tag === last || before === undefined
    ? { ...tag, before: undefined }
    : { ...tag, before: cutBehind(before, last) };
}
