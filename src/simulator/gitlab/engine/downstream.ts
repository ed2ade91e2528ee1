import type { Instance, JobRecord, PipelineRecord, RefRecord } from '../state/records.js';

/**
 * The project and ref of the pipeline that a bridge starts; `undefined` when the scenario has no such
 * project.
 */
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

/**
 * The status of a bridge when its pipeline has this status; `undefined` if it does not follow.
 * @see GitLab, `inherit_status_from_downstream` in `app/models/ci/bridge.rb`
 */
export function inheritedStatus(bridge: JobRecord, status: string): string | undefined {
  const strategy = bridge.owner.kind === 'bridge' ? bridge.owner.script.strategy : undefined;
  switch (strategy) {
    case 'depend':
      if (status === 'success' || status === 'canceled') return status;
      return status === 'failed' || status === 'skipped' ? 'failed' : 'running';
    case 'mirror':
      if (['success', 'canceled', 'failed', 'manual', 'skipped'].includes(status)) return status;
      // Only a retry restarts an ended one: it stays manual while the played job runs.
      return bridge.status === 'manual' ? 'manual' : 'running';
    case 'none':
    case undefined:
      return undefined;
  }
}
