import { AbortedError, RefusedError, UnreachableError } from '../base/app-error.js';
import { assertNever } from '../base/assert-never.js';
import { cleanLine } from '../base/foreign-text.js';
import type { Secret } from '../base/secret.js';
import { describeFault } from '../gitlab/describe-fault.js';
import { errorOf } from '../gitlab/describe-reply.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { Reply } from '../gitlab/reply.js';
import type { JsonValue, ProjectAddress, TriggerRequest } from '../inputs/trigger-request.js';
import { refusedStart } from './explain-start.js';
import type { PipelineMark } from './pipeline-mark.js';
import { pipelinesPage, type StartContext } from './start-context.js';

/** What both ways of starting a pipeline take. */
export interface StartCall {
  readonly project: ProjectAddress;
  readonly ref: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, JsonValue>>;
}

/** The part of GitLab that starting needs. */
export interface PipelineStarter {
  readonly triggerPipeline: (
    call: StartCall & { readonly token: Secret; readonly mark: Readonly<Record<string, string>> },
    signal: AbortSignal,
  ) => Promise<Reply<Pipeline>>;
  readonly createPipeline: (call: StartCall, signal: AbortSignal) => Promise<Reply<Pipeline>>;
}

/**
 * Sends the one request that starts a pipeline; it is never repeated.
 * @throws {RefusedError} when GitLab said no; also when it created a pipeline that failed at birth because of its configuration.
 * @throws {UnreachableError} when no usable answer came; the code `start_uncertain` says that a pipeline may exist.
 * @throws {AbortedError} when the signal aborts; says where to look if the request was on its way.
 * @see https://docs.gitlab.com/api/pipeline_triggers/ and https://docs.gitlab.com/api/pipelines/
 */
export async function startPipeline(
  gitlab: PipelineStarter,
  request: TriggerRequest,
  run: { readonly context: StartContext; readonly mark: PipelineMark; readonly signal: AbortSignal },
): Promise<Pipeline> {
  const { context } = run;
  const reply = await send(gitlab, request, run);
  switch (reply.kind) {
    case 'ok':
      return reply.value;
    case 'refused':
      if (reply.refusal.status === 408 || isServerError(reply.refusal.status, reply.refusal.texts)) {
        throw uncertainStart(
          context,
          `GitLab answered HTTP ${reply.refusal.status}${quoted(reply.refusal.texts)}`,
        );
      }
      if (reply.refusal.shape === 'html' && reply.refusal.status !== 429)
        throw errorOf(reply, { what: cannotStart(context) });
      throw refusedStart(reply.refusal, context);
    case 'unreadable':
      throw uncertainStart(context, reply.why);
    case 'fault': {
      if (reply.fault.reached === 'maybe') throw uncertainStart(context, describeFault(reply.fault).why);
      throw errorOf(reply, { what: cannotStart(context) });
    }
    default:
      return assertNever(reply);
  }
}

async function send(
  gitlab: PipelineStarter,
  { project, ref, variables, pipelineInputs: inputs, credentials }: TriggerRequest,
  {
    context,
    mark,
    signal,
  }: { readonly context: StartContext; readonly mark: PipelineMark; readonly signal: AbortSignal },
): Promise<Reply<Pipeline>> {
  const call: StartCall = { project, ref, variables, inputs };
  signal.throwIfAborted();
  try {
    return await (credentials.kind === 'trigger'
      ? gitlab.triggerPipeline({ ...call, token: credentials.token, mark: { ...mark } }, signal)
      : gitlab.createPipeline(call, signal));
  } catch (error) {
    if (!(error instanceof AbortedError)) throw error;
    throw new AbortedError(error.stopSignal, {
      why: 'The request to start the pipeline was on its way, so the pipeline may have been started.',
      cure: `Look for it at ${pipelinesPage(context)}, and cancel it if nobody needs it.`,
    });
  }
}

/**
 * The error for a pipeline that was failed when GitLab answered: servers of before 17.x answer 201 where newer ones answer 422.
 * `undefined` when the pipeline was born healthy.
 */
export function stillbirthOf(pipeline: Pipeline, context: StartContext): RefusedError | undefined {
  if (pipeline.status !== 'failed') return undefined;
  return new RefusedError({
    code: 'ci_config_invalid',
    what: `GitLab created pipeline ${pipeline.id} in ${context.project} at ${context.ref}, and it failed at once`,
    why: yamlErrorsOf(pipeline) ?? 'GitLab gave no reason.',
    cure: `Mend the CI configuration on ${context.ref}, or look at the pipeline: ${pipeline.webUrl}`,
  });
}

/** A CI configuration can have an error a line; more of them would bury the first ones. */
const mostErrorsShown = 20;

function yamlErrorsOf({ yamlErrors }: Pipeline): string | undefined {
  const lines = yamlErrors?.split(/\r?\n/, mostErrorsShown).map((line) => cleanLine(line));
  return lines?.filter((line) => line !== '').join('\n');
}

function cannotStart({ project, ref, gitlabUrl }: StartContext): string {
  return `Cannot start a pipeline in ${project} at ${ref} on ${gitlabUrl}`;
}

/** 5xx answers after which a pipeline may exist; GitLab's own word that it takes no writes is certain. */
function isServerError(status: number, texts: readonly string[]): boolean {
  return status >= 500 && !texts.some((text) => /maintenance|read-only/i.test(text));
}

function quoted(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `: ${texts.join('; ')}`;
}

function uncertainStart(context: StartContext, why: string): UnreachableError {
  return new UnreachableError({
    code: 'start_uncertain',
    what: `It is not known whether a pipeline was started in ${context.project} at ${context.ref} on ${context.gitlabUrl}`,
    why: `${why}. The request was not repeated, because that could start a second pipeline.`,
    cure: `Look for it at ${pipelinesPage(context)} before you run this step again.`,
  });
}
