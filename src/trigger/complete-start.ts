import type { Clock } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ProjectAddress } from '../model/addresses.js';
import { type CreatedPipeline, type Pipeline, unknownProjectId } from '../model/pipeline.js';
import { answerInTime } from './answered-project.js';
import { type StartContext, pipelinesPage, shortRef } from './start-context.js';

/** The part of the GitLab client that reads what the response to a start omitted. */
export type PipelineTeller = Pick<GitLabClient, 'fetchPipeline'>;

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
  const isWhole = ![projectId, status, ref, sha].includes(undefined);
  const details = isWhole
    ? undefined
    : await answerInTime({ clock: deps.clock, signal }, (cutSignal) =>
        deps.gitlab.fetchPipeline({ project, pipelineId: id }, cutSignal),
      );
  return {
    ...(details ?? created),
    projectId: projectId ?? details?.projectId ?? unknownProjectId,
    status: status ?? details?.status ?? 'created',
    ref: ref ?? details?.ref ?? shortRef(context.ref),
    sha: sha ?? details?.sha ?? '',
    webUrl: webUrl ?? details?.webUrl ?? pageOf(id, context),
  };
}

function pageOf(id: number, context: StartContext): string {
  const page = pipelinesPage(context);
  return page.endsWith('/-/pipelines') ? `${page}/${id}` : page;
}
