import type { Clock } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ProjectAddress } from '../model/addresses.js';
import { type CreatedPipeline, type Pipeline, unknownProjectId } from '../model/pipeline.js';
import { answerInTime } from './answered-project.js';
import { type StartContext, pipelinesPage, shortRef } from './start-context.js';

/** The part of the GitLab client that reads what the response to a start omitted. */
export type PipelineTeller = Pick<GitLabClient, 'fetchPipeline' | 'fetchProject'>;

/**
 * Completes the pipeline in the response to a start. Takes what the response omits from the request, or else
 * from GitLab. Nothing here fails, because the ID of the pipeline is already known.
 */
export async function completeStart(
  deps: { readonly gitlab: PipelineTeller; readonly clock: Clock },
  created: CreatedPipeline,
  start: { readonly project: ProjectAddress; readonly context: StartContext; readonly signal: AbortSignal },
): Promise<Pipeline> {
  const { project, context, signal } = start;
  const { id, status, ref, sha, webUrl } = created;
  const projectId = created.projectId ?? (project.kind === 'id' ? project.id : undefined);
  const within = { clock: deps.clock, signal };
  const isWhole = ![projectId, status, ref, sha].includes(undefined);
  const details = isWhole
    ? undefined
    : await answerInTime({ ...within, record: 'new' }, (cutSignal) =>
        deps.gitlab.fetchPipeline({ project, pipelineId: id }, cutSignal),
      );
  const owner =
    (projectId ?? knownOf(details)) === undefined
      ? await answerInTime({ ...within, record: 'old' }, (cutSignal) =>
          deps.gitlab.fetchProject({ project }, cutSignal),
        )
      : undefined;
  return {
    ...(details ?? created),
    projectId: projectId ?? knownOf(details) ?? owner?.id ?? unknownProjectId,
    status: status ?? details?.status ?? 'created',
    ref: ref ?? details?.ref ?? shortRef(context.ref),
    sha: sha ?? details?.sha ?? '',
    webUrl: webUrl ?? details?.webUrl ?? pageOf(id, context),
  };
}

function knownOf(details: Pipeline | undefined): number | undefined {
  return details?.projectId === unknownProjectId ? undefined : details?.projectId;
}

function pageOf(id: number, context: StartContext): string {
  const page = pipelinesPage(context);
  return page.endsWith('/-/pipelines') ? `${page}/${id}` : page;
}
