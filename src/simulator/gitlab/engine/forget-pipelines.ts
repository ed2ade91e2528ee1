import type { Instance, PipelineRecord } from '../state/records.js';

/** Nothing of these pipelines is left, nor of their jobs. */
export function forgetPipelines(instance: Instance, gone: ReadonlySet<PipelineRecord>): void {
  for (const pipeline of gone) {
    instance.pipelines.delete(pipeline.id);
    instance.moving.delete(pipeline);
    instance.changeTags.delete(pipeline.id);
  }
  if (gone.size > 0) instance.jobs.forget(({ pipeline }) => gone.has(pipeline));
}

/** Forgets the oldest pipelines beyond the newest `most`, but none in which something still happens. */
export function forgetOldPipelines(instance: Instance, most: number): void {
  const gone = new Set<PipelineRecord>();
  for (const pipeline of instance.pipelines.values()) {
    if (instance.pipelines.size - gone.size <= most) break;
    if (!aliveStatuses.has(pipeline.status)) gone.add(pipeline);
  }
  forgetPipelines(instance, gone);
}

const aliveStatuses: ReadonlySet<string> = new Set([
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'canceling',
  'scheduled',
]);
