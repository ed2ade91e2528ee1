import { mapInParallel } from '../base/in-parallel.js';
import { describeReply } from '../gitlab/describe-reply.js';
import type { UnfitEntry } from '../gitlab/paged.js';
import { isTerminalStatus } from '../gitlab/pipeline-status.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Reply } from '../gitlab/reply.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import { isSuperseded, readMark, type PipelineMark } from './pipeline-mark.js';

/** The part of GitLab that tells which pipelines are ours. */
export interface MarkReader {
  readonly listPipelines: (
    call: {
      readonly project: ProjectAddress;
      readonly filters: {
        readonly ref: string;
        readonly source?: string | undefined;
        readonly perPage: number;
      };
    },
    signal: AbortSignal,
  ) => Promise<Reply<readonly Pipeline[]>>;
  readonly fetchVariables: (
    call: { readonly project: ProjectAddress; readonly pipelineId: number },
    signal: AbortSignal,
  ) => Promise<Reply<readonly { readonly key: string; readonly value: string }[]>>;
}

/** Older pipelines of the same workflow that still run, and why some could not be told. */
export interface Superseded {
  readonly pipelines: readonly Pipeline[];
  readonly trouble?: string | undefined;
}

/** The newest so many pipelines of the ref are looked at; an older one that still runs is rare, and the list is one request. */
const newestPipelines = 50;
const parallelRequests = 4;

/**
 * Finds the pipelines that `mine` replaces: older, of the same project, ref and source, still alive, and marked by the same workflow. A pipeline
 * whose mark cannot be read is never taken for ours.
 * @throws the reason of `signal` when it aborts.
 * @see https://docs.gitlab.com/api/pipelines/#get-variables-of-a-pipeline
 */
export async function findSuperseded(
  gitlab: MarkReader,
  {
    pipeline,
    mark,
    signal,
  }: { readonly pipeline: Pipeline; readonly mark: PipelineMark; readonly signal: AbortSignal },
): Promise<Superseded> {
  const project: ProjectAddress = { kind: 'id', id: pipeline.projectId };
  const filters = { ref: pipeline.ref, source: pipeline.source, perPage: newestPipelines };
  const listed = await gitlab.listPipelines({ project, filters }, signal);
  if (listed.kind !== 'ok') return { pipelines: [], trouble: describeReply(listed).why };
  const candidates = listed.value.filter(({ id, status }) => id < pipeline.id && !isTerminalStatus(status));
  const judged = await mapInParallel(candidates, parallelRequests, async (candidate) => {
    const variables = await gitlab.fetchVariables({ project, pipelineId: candidate.id }, signal);
    if (variables.kind !== 'ok') return { candidate, isOurs: false, trouble: describeReply(variables).why };
    const payload = variables.value.find(({ key }) => key === 'TRIGGER_PAYLOAD')?.value;
    const older = payload === undefined ? undefined : readMark(payload);
    const trouble = payload === undefined ? unreadIn(variables, 'variable') : undefined;
    return { candidate, isOurs: older !== undefined && isSuperseded(older, mark), trouble };
  });
  const ofList = unreadIn({ unfit: listed.unfit?.filter(({ id = 0 }) => id < pipeline.id) }, 'pipeline');
  return {
    pipelines: judged.filter(({ isOurs }) => isOurs).map(({ candidate }) => candidate),
    trouble: judged.find(({ trouble }) => trouble !== undefined)?.trouble ?? ofList,
  };
}

/** Why an entry of a list is not known, if there is one. */
function unreadIn(
  { unfit }: { readonly unfit?: readonly UnfitEntry[] | undefined },
  what: string,
): string | undefined {
  const first = unfit?.[0];
  return first === undefined ? undefined : `a ${what} of the list cannot be read (${first.unfit})`;
}
