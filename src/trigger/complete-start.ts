import { AbortedError } from '../base/app-error.js';
import { sleep, type Clock } from '../base/clock.js';
import { withCutOff } from '../base/cut-off.js';
import { isTransient } from '../gitlab/is-transient.js';
import { unknownProjectId, type CreatedPipeline, type Pipeline } from '../gitlab/pipeline.js';
import type { Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import { pipelinesPage, shortRef, type StartContext } from './start-context.js';

/** The part of GitLab that tells what the answer to a start left out. */
export interface PipelineTeller {
  readonly fetchPipeline: (
    call: { readonly project: ProjectAddress; readonly pipelineId: number },
    signal: AbortSignal,
  ) => Promise<Reply<Pipeline>>;
}

/** The outputs wait for it, and may do without. */
const askWithinMs = 5000;
const askPauseMs = 1000;

/**
 * Makes a whole pipeline of the answer to a start, whatever that leaves out: from what was asked for, and where that does not tell, from GitLab. A pipeline that was
 * started is known by its number, so nothing here fails.
 */
export async function completeStart(
  deps: { readonly gitlab: PipelineTeller; readonly clock: Clock },
  created: CreatedPipeline,
  start: { readonly project: ProjectAddress; readonly context: StartContext; readonly signal: AbortSignal },
): Promise<Pipeline> {
  const { project, context } = start;
  const { id, status, ref, sha, webUrl } = created;
  const projectId = created.projectId ?? (project.kind === 'id' ? project.id : undefined);
  const isWhole = ![projectId, status, ref, sha].includes(undefined);
  const told = isWhole ? undefined : await ask(deps, id, start);
  return {
    ...(told ?? created),
    projectId: projectId ?? told?.projectId ?? unknownProjectId,
    status: status ?? told?.status ?? 'created',
    ref: ref ?? told?.ref ?? shortRef(context.ref),
    sha: sha ?? told?.sha ?? '',
    webUrl: webUrl ?? told?.webUrl ?? pageOf(id, context),
  };
}

/** As GitLab tells it; `undefined` when it does not in time. */
async function ask(
  { gitlab, clock }: { readonly gitlab: PipelineTeller; readonly clock: Clock },
  pipelineId: number,
  { project, signal }: { readonly project: ProjectAddress; readonly signal: AbortSignal },
): Promise<Pipeline | undefined> {
  const work = async (cutSignal: AbortSignal): Promise<Pipeline | undefined> => {
    for (;;) {
      const reply = await gitlab.fetchPipeline({ project, pipelineId }, cutSignal);
      if (reply.kind === 'ok') return reply.value;
      if (!isTransient(reply)) return undefined;
      await sleep(clock, askPauseMs, cutSignal);
    }
  };
  try {
    const told = await withCutOff({ clock, signal, afterMs: askWithinMs }, work);
    return told === 'cut_off' ? undefined : told;
  } catch (error) {
    if (error instanceof AbortedError) return undefined;
    throw error;
  }
}

function pageOf(id: number, context: StartContext): string {
  const page = pipelinesPage(context);
  return page.endsWith('/-/pipelines') ? `${page}/${id}` : page;
}
