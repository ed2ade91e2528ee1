import type { ErrorCode } from '../base/errors.js';
import { adviceOnRef } from '../base/ref-advice.js';
import type { Topic } from '../gitlab/responses/gitlab-words.js';
import type { Refusal } from '../gitlab/responses/reply.js';
import { granularHint } from '../gitlab/responses/token-hints.js';
import { projectLabel } from '../model/addresses.js';
import { fourCauses, restrictedVariables } from './refusal-advice.js';
import { type StartContext, pipelinesPage, sourceOf } from './start-context.js';

/** One known reason why GitLab does not start a pipeline. */
export interface RefusalCause {
  readonly code: ErrorCode;
  /** The start methods that this cause applies to; all when absent. */
  readonly via?: readonly StartContext['via'][];
  readonly matches: (refusal: Refusal) => boolean;
  readonly hint: (context: StartContext, refusal: Refusal) => string;
}

const says =
  (...patterns: readonly RegExp[]) =>
  ({ texts }: Refusal): boolean =>
    texts.some((text) => patterns.some((pattern) => pattern.test(text)));

const answers =
  (...statuses: readonly number[]) =>
  ({ status }: Refusal): boolean =>
    statuses.includes(status);

const isAbout =
  (topic: Topic) =>
  ({ about }: Refusal): boolean =>
    about === topic;

const both =
  (one: (refusal: Refusal) => boolean, other: (refusal: Refusal) => boolean) =>
  (refusal: Refusal): boolean =>
    one(refusal) && other(refusal);

/**
 * The refusals that a start request can get; the first match wins. GitLab's texts decide where one status has
 * several causes. A translated or reworded text gets the general explanation of its status.
 * @see GitLab 13.0 to 19.3, `lib/api/ci/triggers.rb`, `app/services/ci/create_pipeline_service.rb` and the
 * chain behind it
 */
const refusalCauses: readonly RefusalCause[] = [
  {
    code: 'job_token_not_running',
    matches: both(answers(400, 401), says(/^Job is not running$/i, /^400 Job has to be running$/i)),
    hint: () =>
      'A CI_JOB_TOKEN only works while its job runs: start the pipeline from inside that job, or use a pipeline trigger token.',
  },
  {
    code: 'job_token_invalid',
    matches: both(
      answers(401),
      says(/^Job has been erased/i, /^Project has been deleted/i, /^Job token has expired/i),
    ),
    hint: () => 'Use the CI_JOB_TOKEN of the running job, or a pipeline trigger token.',
  },
  {
    code: 'unauthorized',
    via: ['access_token'],
    matches: answers(401),
    hint: () =>
      'GitLab does not know this access_token, or it has expired or been revoked: make a new one with the scope api and store it in the secret.',
  },
  {
    code: 'insufficient_scope',
    via: ['access_token'],
    matches: both(answers(403), ({ oauthError }) => oauthError?.startsWith('insufficient_') ?? false),
    hint: (_, refusal) =>
      granularHint(refusal) ??
      'Creating a pipeline needs an access_token with the scope api, or use a pipeline trigger token.',
  },
  {
    code: 'route_not_found',
    matches: both(answers(404), ({ shape }) => shape === 'error'),
    hint: ({ gitlabUrl }) =>
      `GitLab has no such route at ${gitlabUrl}: check gitlab_url (with its path, if GitLab is installed below one). ` +
      'If the URL is right, a proxy on the way decodes %2F: give the numeric project_id instead of the path.',
  },
  {
    code: 'not_found',
    via: ['access_token'],
    matches: answers(404),
    hint: ({ project }) =>
      `Check that the project ${projectLabel(project)} exists and that the user behind access_token can see it; a fine-grained token must cover it.`,
  },
  {
    code: 'trigger_not_found',
    matches: answers(404),
    hint: fourCauses,
  },
  {
    code: 'project_moved',
    matches: both(answers(405), says(/moved projects/i)),
    hint: () =>
      'The project was renamed or moved. Give its new path, or better its numeric id, as project_id.',
  },
  {
    code: 'maintenance',
    matches: isAbout('maintenance'),
    hint: () => 'Nothing was started. Run the step again when GitLab is out of maintenance.',
  },
  {
    code: 'read_only_instance',
    matches: both(answers(403), says(/^You cannot perform write operations on a read-only instance$/)),
    hint: () =>
      'Nothing was started. This GitLab takes no changes: it is a copy (a secondary site of Geo), or was made read-only. Waiting does not help: set gitlab_url to the address of the primary.',
  },
  {
    code: 'server_error',
    matches: isAbout('git_busy'),
    hint: () =>
      'Nothing was started: the part of GitLab that keeps the repositories is overloaded. Run the step again later.',
  },
  {
    code: 'pipeline_hook_refused',
    via: ['trigger_token', 'job_token'],
    matches: both(answers(403), says(/^403 Forbidden$/)),
    hint: () =>
      'GitLab refuses to start pipelines from pipeline events (X-Gitlab-Event: Pipeline Hook), to stop loops: remove that header from request_headers.',
  },
  {
    code: 'forbidden',
    via: ['access_token'],
    matches: both(answers(403), says(/^403 Forbidden$/)),
    hint: ({ project }) =>
      `The user behind access_token needs the Developer role in ${projectLabel(project)}, and CI/CD must be on there.`,
  },
  {
    code: 'ref_invalid',
    matches: both(answers(400), says(/\bref is (?:missing|empty|invalid)/i)),
    hint: () => 'Give a branch or a tag as ref.',
  },
  {
    code: 'request_refused',
    matches: both(answers(400), says(/\btoken is (?:missing|empty|invalid)/i)),
    hint: () => 'The token did not arrive: something between here and GitLab changed the request body.',
  },
  {
    code: 'variables_invalid',
    matches: says(
      /^variables is invalid/i,
      /variables needs to be a map/i,
      /can contain only letters, digits and/i,
      /^Failed to build pipeline variables/i,
    ),
    hint: () => "Names of variables are 1 to 255 characters of A-Z, a-z, 0-9 and '_'; values are text.",
  },
  {
    code: 'variables_invalid',
    matches: says(/^Duplicate variable name/i),
    hint: (context) =>
      `Give each variable once, and never TRIGGER_PAYLOAD, which GitLab sets itself. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
  },
  {
    code: 'inputs_invalid',
    matches: says(
      /^inputs is invalid/i,
      /given inputs not defined/i,
      /\binputs?\b.*(?:required|not defined|must be|type|not allowed|cannot)/i,
      /\binput: /i,
      /^There cannot be more than \d+ inputs/i,
    ),
    hint: ({ ref }) =>
      `Compare inputs with the spec:inputs section of the CI configuration on ${ref}: names, types, and which ones have no default.`,
  },
  {
    code: 'ref_not_found',
    matches: says(/^Reference not found/i),
    hint: ({ ref, project }) =>
      `There is no branch or tag '${ref}' in ${projectLabel(project)}. ${adviceOnRef(ref) ?? 'A commit SHA cannot be used; a branch that was just pushed or mirrored may not have arrived yet.'}`,
  },
  {
    code: 'commit_not_found',
    matches: says(/^Commit not found/i),
    hint: ({ ref }) =>
      `'${ref}' exists, but its commit cannot be read: wait for the push or the mirror to finish, or check the repository.`,
  },
  {
    code: 'ref_ambiguous',
    matches: says(/^Ref is ambiguous/i),
    hint: ({ ref }) =>
      `A branch and a tag are both called '${ref}': give refs/heads/${ref} or refs/tags/${ref}.`,
  },
  {
    code: 'not_found',
    matches: says(/^Project is deleted!$/i),
    hint: ({ project }) =>
      `The project ${projectLabel(project)} is about to be deleted: give the project_id of another one, or restore it in GitLab.`,
  },
  {
    code: 'pipelines_disabled',
    matches: says(/^Pipelines are disabled/i),
    hint: () =>
      'Switch CI/CD on in the project: Settings > General > Visibility, project features, permissions > CI/CD.',
  },
  {
    code: 'import_running',
    matches: says(/project import is complete/i),
    hint: () => 'Run the step again when the import has finished.',
  },
  {
    code: 'variables_restricted',
    matches: says(/^Insufficient permissions to set pipeline variables/i),
    hint: restrictedVariables,
  },
  {
    code: 'owner_not_permitted',
    matches: says(/^Insufficient permissions to create a new pipeline/i),
    hint: ({ via }) =>
      `The user behind the ${via === 'access_token' ? 'access token' : 'token'} needs the Developer role in the project and must not be blocked; ` +
      'an archived project runs no pipelines. A trigger token stops working when its owner leaves: make a new one as another user.',
  },
  {
    code: 'ref_protected',
    matches: says(
      /sufficient permission to run a pipeline on/i,
      /^Insufficient permissions for protected ref/i,
    ),
    hint: ({ ref }) =>
      `'${ref}' is protected. Let the user behind the token push or merge to it (Settings > Repository > Protected branches or tags), or use a token of a user who may.`,
  },
  {
    code: 'ci_config_missing',
    matches: says(/^Missing CI config file/i),
    hint: ({ ref }) =>
      `Add a .gitlab-ci.yml on ${ref}, or set its path in Settings > CI/CD > General pipelines.`,
  },
  {
    code: 'no_jobs',
    matches: says(
      /filtered out by workflow rules/i,
      /will not run for the selected trigger/i,
      /No stages \/ jobs for this pipeline/i,
      /Review the (?:workflow:)?rules configuration/i,
    ),
    hint: ({ via }) =>
      `Rules left nothing to run. Allow this source in workflow:rules and in the rules of at least one job: $CI_PIPELINE_SOURCE == "${sourceOf(via)}".`,
  },
  {
    code: 'pipeline_rate_limit',
    matches: isAbout('minute_full'),
    hint: () =>
      'The limit counts pipelines per minute for the user behind the token: run the step again in a minute, or start fewer at once.',
  },
  {
    code: 'pipeline_limit',
    matches: says(/number of jobs has exceeded the limit/i, /^Pipeline has too many jobs!/i),
    hint: (context) =>
      `The pipeline itself has too many jobs: leave some out, split the configuration into child pipelines, or raise the limit. Running the step again does not help. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
  },
  {
    code: 'pipeline_limit',
    matches: says(
      /exceeded the allowed number of jobs/i,
      /size limit/i,
      /pipeline (?:has|had) too many/i,
      /too many (?:jobs|deployments)/i,
      /deployments? limit/i,
      /activity limit/i,
    ),
    hint: (context) =>
      `Run the step again when other pipelines have ended, or raise the limit. GitLab may have kept a failed pipeline: ${pipelinesPage(context)}`,
  },
  {
    code: 'user_not_verified',
    matches: says(/identity verification/i),
    hint: () => 'The owner of the token has to verify their identity in GitLab before CI jobs run.',
  },
  {
    code: 'persist_failed',
    matches: says(/^Failed to persist the pipeline/i, /^Failed to build the pipeline!$/i),
    hint: () => 'Nothing was started. Run the step again; if the error persists, see what GitLab says above.',
  },
  {
    code: 'owner_not_permitted',
    matches: both(answers(422), says(/reviewed by a non-AI user/i)),
    hint: (context) =>
      `GitLab requires that a human reviews the change before its pipeline runs: let a user start it there, or use the token of a human user. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
  },
  {
    code: 'request_refused',
    matches: both(answers(422), says(/^External validation failed/i)),
    hint: (context) =>
      `The validation service of this GitLab refuses the pipeline, and the CI configuration need not be wrong: an administrator can tell why. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
  },
  {
    code: 'request_refused',
    matches: both(answers(422), says(/^Pipeline execution policy error/i)),
    hint: (context) =>
      `A pipeline execution policy of the group or the instance fails, not the CI configuration of the project: show GitLab's message to the maintainers of the policies. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
  },
  {
    code: 'server_error',
    matches: both(answers(422), says(/^Undefined error \(/i)),
    hint: (context) =>
      `GitLab failed while it created the pipeline: an administrator finds the cause in the logs by the id in the brackets. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
  },
  {
    code: 'ci_config_invalid',
    matches: answers(422),
    hint: (context) =>
      `Fix the CI configuration on ${context.ref}; GitLab's pipeline editor shows the same errors. GitLab kept a failed pipeline: ${pipelinesPage(context)}`,
  },
];

/** The first cause that matches; `undefined` when GitLab's response shows no known cause. */
export function causeOf(refusal: Refusal, context: StartContext): RefusalCause | undefined {
  return refusalCauses.find((cause) => (cause.via?.includes(context.via) ?? true) && cause.matches(refusal));
}
