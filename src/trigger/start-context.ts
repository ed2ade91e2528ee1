import { RefusedError } from '../base/errors.js';
import { cleanLine } from '../base/text.js';
import { type ProjectAddress, projectLabel, projectPage } from '../model/addresses.js';
import type { Pipeline } from '../model/pipeline.js';
import type { TriggerRequest } from '../model/requests.js';

/** What an explanation needs to know about the refused request. */
export interface StartContext {
  /** How the pipeline was requested: with a trigger token, a `CI_JOB_TOKEN` or an access token. */
  readonly via: 'trigger_token' | 'job_token' | 'access_token';
  readonly project: ProjectAddress;
  readonly ref: string;
  /** Without a trailing slash. */
  readonly gitlabUrl: string;
  /** The origin of the pipeline's variables; absent if unknown. */
  readonly variablesFrom?: 'nobody' | 'inputs' | 'forward_context' | 'both' | undefined;
}

/** The context of a request before the variables of the caller's context are added. */
export function startContextOf(request: TriggerRequest): StartContext {
  const { connection, project, ref, credentials } = request;
  return {
    via: credentials.kind === 'trigger' ? credentials.tokenKind : 'access_token',
    project,
    ref,
    gitlabUrl: connection.gitlabUrl,
    variablesFrom: variablesSource(request),
  };
}

function variablesSource({ variables, forwardContext }: TriggerRequest): StartContext['variablesFrom'] {
  const isGiven = Object.keys(variables).length > 0;
  if (forwardContext) return isGiven ? 'both' : 'forward_context';
  return isGiven ? 'inputs' : 'nobody';
}

/** The short name that GitLab shows: without `refs/heads/` or `refs/tags/`. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

/** The page in GitLab that lists the project's pipelines, or the project itself if only its id is known. */
export function pipelinesPage({ gitlabUrl, project }: StartContext): string {
  return projectPage(gitlabUrl, project, '/-/pipelines');
}

/** GitLab's source of such a pipeline, as in `CI_PIPELINE_SOURCE`. */
export function sourceOf(via: StartContext['via']): string {
  if (via === 'trigger_token') return 'trigger';
  return via === 'job_token' ? 'pipeline' : 'api';
}

/**
 * The error for a pipeline that had already failed when GitLab answered: GitLab before 17.x answers 201 where
 * newer releases answer 422. `undefined` if the pipeline has not failed.
 */
export function failedAtCreation(pipeline: Pipeline, context: StartContext): RefusedError | undefined {
  if (pipeline.status !== 'failed') return undefined;
  return new RefusedError({
    code: 'ci_config_invalid',
    what: `GitLab created pipeline ${pipeline.id} in ${projectLabel(context.project)} at ${context.ref}, and it failed at once`,
    why: yamlErrorsOf(pipeline) ?? 'GitLab gave no reason.',
    hint: `Fix the CI configuration on ${context.ref}, or look at the pipeline: ${pipeline.webUrl}`,
  });
}

/** A CI configuration can have an error on each line. A longer list would hide the first ones. */
const mostErrorsShown = 20;

function yamlErrorsOf({ yamlErrors }: Pipeline): string | undefined {
  const lines = yamlErrors?.split(/\r?\n/, mostErrorsShown).map((line) => cleanLine(line));
  return lines?.filter((line) => line !== '').join('\n');
}
