import type { Clock } from '../base/clock.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ProjectAddress } from '../model/addresses.js';
import { type CreatedPipeline, type Pipeline, unknownProjectId } from '../model/pipeline.js';
import { answerInTime } from './answered-project.js';
import { type StartContext, pipelinesPage, shortRef } from './start-context.js';

/** The part of GitLab that tells what the answer to a start left out. */
export type PipelineTeller = Pick<GitLabClient, 'fetchPipeline'>;

/**
 * Makes a whole pipeline of the answer to a start, whatever that leaves out: from what was asked for, and
 * where that does not tell, from GitLab. A pipeline that was started is known by its number, so nothing here
 * fails.
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
