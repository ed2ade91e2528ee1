import type { Instance, JobRecord, PipelineRecord, RefRecord } from './records.js';

/** The project and ref of the pipeline that a bridge starts; `undefined` when the scenario has no such project. */
export function downstreamTarget(
  instance: Instance,
  job: JobRecord,
): { readonly project: PipelineRecord['project']; readonly ref: RefRecord } | undefined {
  const { pipeline, owner } = job;
  const downstream = owner.kind === 'bridge' ? owner.script.downstream : undefined;
  const project = instance.projects.get(downstream?.projectId ?? pipeline.project.id);
  const name = downstream?.ref ?? pipeline.ref.name;
  const ref = project?.refs.find((candidate) => candidate.name === name) ?? project?.refs[0];
  return project === undefined || ref === undefined ? undefined : { project, ref };
}

/** The status of a bridge that depends on a pipeline with this status. */
export function mirroredStatus(status: string): string {
  if (status === 'success' || status === 'canceled') return status;
  return status === 'failed' || status === 'skipped' ? 'failed' : 'running';
}
