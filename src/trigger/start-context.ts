import { RefusedError } from '../base/errors.js';
import { cleanLine } from '../base/text.js';
import { type ProjectAddress, projectLabel, projectPage } from '../model/addresses.js';
import type { Pipeline } from '../model/pipeline.js';
import type { TriggerRequest } from '../model/requests.js';

/** What an explanation may need to know about the request that was refused. */
export interface StartContext {
  /** How the pipeline was asked for: with a trigger token, with a `CI_JOB_TOKEN`, or with an access token. */
  readonly via: 'trigger_token' | 'job_token' | 'access_token';
  readonly project: ProjectAddress;
  readonly ref: string;
  /** As a person would write it, without a trailing slash. */
  readonly gitlabUrl: string;
  /** Where the pipeline's variables come from; absent when that is not known. */
  readonly variablesFrom?: 'nobody' | 'inputs' | 'forward_context' | 'both' | undefined;
}

/** The context of a request as it was read, before the caller's own variables are among its variables. */
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

/** As GitLab shows a ref: without `refs/heads/` or `refs/tags/`. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

/**
 * The page in GitLab that lists the project's pipelines, or the project itself where only its id is known.
 */
export function pipelinesPage({ gitlabUrl, project }: StartContext): string {
  return projectPage(gitlabUrl, project, '/-/pipelines');
}

/** GitLab's word for where such a pipeline comes from, `CI_PIPELINE_SOURCE`. */
export function sourceOf(via: StartContext['via']): string {
  if (via === 'trigger_token') return 'trigger';
  return via === 'job_token' ? 'pipeline' : 'api';
}

/**
 * The error for a pipeline that was failed when GitLab answered: servers of before 17.x answer 201 where
 * newer ones answer 422. `undefined` when the pipeline was born healthy.
 */
export function failedAtCreation(pipeline: Pipeline, context: StartContext): RefusedError | undefined {
  if (pipeline.status !== 'failed') return undefined;
  return new RefusedError({
    code: 'ci_config_invalid',
    what: `GitLab created pipeline ${pipeline.id} in ${projectLabel(context.project)} at ${context.ref}, and it failed at once`,
    why: yamlErrorsOf(pipeline) ?? 'GitLab gave no reason.',
    hint: `Mend the CI configuration on ${context.ref}, or look at the pipeline: ${pipeline.webUrl}`,
  });
}

/** A CI configuration can have an error a line; more of them would bury the first ones. */
const mostErrorsShown = 20;

function yamlErrorsOf({ yamlErrors }: Pipeline): string | undefined {
  const lines = yamlErrors?.split(/\r?\n/, mostErrorsShown).map((line) => cleanLine(line));
  return lines?.filter((line) => line !== '').join('\n');
}
