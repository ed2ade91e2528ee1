import { jobHookPayload, pipelineHookPayload } from './payloads.js';
import type { Instance, PipelineRecord } from '../state/records.js';

export type HookKind = 'pipeline' | 'job';

/** A change that webhooks tell of. */
export interface HookEvent {
  readonly kind: HookKind;
  readonly projectId: number;
  /** JSON, as it was at that moment. */
  readonly body: string;
  /** Scheme, host and relative root of the GitLab that tells it. */
  readonly instanceUrl: string;
}

/** Who is to hear of changes. */
export interface HookListener {
  readonly wants: (projectId: number, kind: HookKind) => boolean;
  readonly hear: (event: HookEvent) => void;
}

interface Known {
  status: string;
  /** By the id of the job. */
  readonly jobs: Map<number, string>;
}

/**
 * The statuses of jobs that are told; a job that becomes `manual`, `scheduled` or `skipped` is not.
 * @see GitLab, `app/models/ci/build.rb`
 */
const hookedJobStatuses: ReadonlySet<string> = new Set([
  'created',
  'pending',
  'running',
  'success',
  'failed',
  'canceled',
]);

/**
 * Finds what has changed in a pipeline since it was last seen, and tells it as GitLab does: each job that was
 * created or moved on, then the pipeline if its status is another one. Nothing is told of what a blocked user
 * started.
 */
export function watchChanges(
  instance: Instance,
  { wants, hear }: HookListener,
): (pipeline: PipelineRecord, atMs: number) => void {
  const seen = new WeakMap<PipelineRecord, Known>();
  return (pipeline, atMs) => {
    const { id: projectId } = pipeline.project;
    const known = seen.get(pipeline) ?? { status: 'created', jobs: new Map<number, string>() };
    seen.set(pipeline, known);
    const isHeard = !pipeline.user.blocked;
    const tell = (kind: HookKind, payload: () => unknown): void => {
      if (!isHeard || !wants(projectId, kind)) return;
      hear({ kind, projectId, body: JSON.stringify(payload()), instanceUrl: instance.externalUrl });
    };
    for (const job of pipeline.jobs) {
      if (job.owner.kind === 'bridge' || known.jobs.get(job.id) === job.status) continue;
      known.jobs.set(job.id, job.status);
      if (hookedJobStatuses.has(job.status)) tell('job', () => jobHookPayload(instance, job, atMs));
    }
    if (known.status === pipeline.status) return;
    known.status = pipeline.status;
    tell('pipeline', () => pipelineHookPayload(instance, pipeline, atMs));
  };
}
