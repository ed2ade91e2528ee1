import type { TriggerRequest } from '../../../src/model/requests.js';
import { legacyRelease } from '../../../src/simulator/gitlab/state/release.js';
import type {
  AccessTokenDescription,
  CiConfiguration,
  JobTokenDescription,
  ProjectDescription,
  Scenario,
} from '../../../src/simulator/gitlab/state/scenario.js';
import { oneProject, quickScript, tokens, valid } from '../../support/one-project.js';

/** How a row of the outcome table comes about in a simulated GitLab. */
export interface Way {
  readonly scenario: Scenario;
  /** Inputs beside or instead of the usual ones. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the inputs would refuse to say. */
  readonly request?: Partial<TriggerRequest>;
  /** What something between us and GitLab makes of the body. */
  readonly meddle?: (body: Record<string, unknown>) => unknown;
  /** The same for the path. */
  readonly reroute?: (path: string) => string;
  /** How many pipelines are started in peace before. */
  readonly startedBefore?: number;
  /** The statuses of the pipelines that are left; none unless given. */
  readonly leaves?: readonly string[];
}

function project(description: Partial<ProjectDescription>): Way {
  return { scenario: oneProject(description) };
}

function ci(configuration: CiConfiguration): Way {
  return project({ ci: configuration });
}

/** For refusals that GitLab keeps a failed pipeline of. */
function saved(way: Way): Way {
  return { ...way, leaves: ['failed'] };
}

function jobToken(job: JobTokenDescription['job'], changes: Partial<JobTokenDescription> = {}): Way {
  const jobTokens = [{ token: tokens.job, user: 'dev', projectId: 42, job, ...changes }];
  return { scenario: oneProject({}, { jobTokens }), inputs: { token: tokens.job } };
}

const byAccessToken = { token: '', access_token: tokens.api };

function accessToken(description: Partial<AccessTokenDescription>, changes: Partial<Way> = {}): Way {
  const accessTokens = [{ token: tokens.api, user: 'ada', scopes: ['api'], ...description }];
  return { scenario: oneProject({}, { accessTokens }), inputs: byAccessToken, ...changes };
}

const declared = valid(quickScript('success'), {
  replicas: { type: 'number', default: 1 },
  environment: { type: 'string', default: 'none' },
});
const environmentRequired = valid(quickScript('success'), { environment: { type: 'string' } });

function inputsByNumber(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`input_${index}`, 'x']));
}

function without(name: string): NonNullable<Way['meddle']> {
  return (body) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}

/**
 * A way to each row that a simulated GitLab gives by itself, in the releases of the row, by its name. The
 * rows that are missing here are words of releases in between, of parts that are not simulated, or of things
 * in front of GitLab; the test plays those back.
 */
export const waysToOutcomes: Readonly<Record<string, Way>> = {
  'ref missing': { scenario: oneProject(), meddle: without('ref') },
  'ref blank': { scenario: oneProject(), request: { ref: ' ' } },
  'ref a list': { scenario: oneProject(), meddle: (body) => ({ ...body, ref: ['main'] }) },
  'token missing': { scenario: oneProject(), meddle: without('token') },
  'both missing': { scenario: oneProject(), meddle: () => ({}) },
  'wrong, revoked, foreign or empty token, unknown project': {
    scenario: oneProject(),
    inputs: { token: 'glptt-ffffffffffffffffffffffffffffffffffffffff' },
  },
  'job token, project not allow-listed': jobToken('running', { projectId: 43 }),
  'access token that does not see the project': accessToken(
    { user: 'stranger' },
    {
      scenario: oneProject(
        {},
        {
          users: [{ username: 'ada' }, { username: 'dev' }, { username: 'guest' }, { username: 'stranger' }],
          accessTokens: [{ token: tokens.api, user: 'stranger', scopes: ['api'] }],
        },
      ),
    },
  ),
  'route not matched': { scenario: oneProject(), reroute: (path) => path.replace('%2F', '/') },
  'job finished': jobToken('finished'),
  'job over, older wording': jobToken('erased'),
  'job erased': jobToken('erased'),
  "job's project deleted": jobToken('project_deleted'),
  'job token expired': jobToken('expired'),
  'pipeline hook': { scenario: oneProject(), inputs: { request_headers: 'X-Gitlab-Event: Pipeline Hook' } },
  'reference not found': project({ refs: [{ name: 'other' }] }),
  'commit not found': project({ refs: [{ name: 'main', commit: 'missing' }] }),
  'ref ambiguous': project({ refs: [{ name: 'main' }, { name: 'main', kind: 'tag' }] }),
  'CI/CD disabled': project({ ciEnabled: false }),
  'import running': project({ importRunning: true }),
  'owner may not create pipelines': project({ triggers: [{ token: tokens.trigger, owner: 'guest' }] }),
  'protected ref': project({ refs: [{ name: 'main', protectedFor: 'no_one' }] }),
  'protected ref, oldest wording': project({ refs: [{ name: 'main', protectedFor: 'no_one' }] }),
  'variables restricted': {
    ...project({ variablesMinimumRole: 'no_one_allowed' }),
    inputs: { variables: 'A=1' },
  },
  'TRIGGER_PAYLOAD sent': saved({
    scenario: oneProject(),
    request: { variables: { TRIGGER_PAYLOAD: '{}' } },
  }),
  'two variables with one name': saved({
    scenario: oneProject(),
    request: { variables: { K: '1', ' K': '2', L: '1', 'L ': '2' } },
  }),
  'bad variable key': { scenario: oneProject(), request: { variables: { 'A-B': '1' } } },
  'internal id clash': ci({ kind: 'id_clash' }),
  'no CI file': ci({ kind: 'missing' }),
  'invalid YAML': saved(
    ci({
      kind: 'invalid',
      errors: ['jobs:build config should implement the script:, run:, or trigger: keyword', 'second fault'],
    }),
  ),
  'invalid inputs': saved({ scenario: oneProject(), inputs: { inputs: '{"environment": "prod"}' } }),
  'an input of the wrong type': saved({ ...ci(declared), inputs: { inputs: '{"replicas": "many"}' } }),
  'a required input missing': saved(ci(environmentRequired)),
  'filtered by workflow rules': ci({ kind: 'filtered_by_workflow' }),
  'filtered by workflow rules, for a job token': {
    ...ci({ kind: 'filtered_by_workflow' }),
    inputs: { token: tokens.job },
  },
  'filtered by workflow rules, newer wording': ci({ kind: 'filtered_by_workflow' }),
  'no job left': ci({ kind: 'no_jobs' }),
  'no job left, older wording': ci({ kind: 'no_jobs' }),
  'no job left, newer wording': ci({ kind: 'no_jobs' }),
  'too many inputs': { scenario: oneProject(), inputs: { inputs: JSON.stringify(inputsByNumber(21)) } },
  'Gitaly overloaded, newer wording': ci({ kind: 'gitaly_exhausted' }),
  'more jobs than a pipeline may have': saved(ci({ kind: 'too_many_jobs', requested: 501, limit: 500 })),
  'more jobs than a pipeline may have, older wording': saved(
    ci({ kind: 'too_many_jobs', requested: 501, limit: 500 }),
  ),
  'variables that cannot be built': saved({
    scenario: oneProject(),
    request: { variables: { 'A-B': '1' } },
  }),
  'too many jobs in active pipelines': saved(ci({ kind: 'too_many_active_jobs' })),
  'too many jobs in active pipelines, through an access token': saved({
    ...ci({ kind: 'too_many_active_jobs' }),
    inputs: byAccessToken,
  }),
  'owner not identity-verified': saved(
    ci({
      kind: 'refused_once_saved',
      text: 'Identity verification is required in order to run CI jobs',
      failureReason: 'user_not_verified',
    }),
  ),
  'a persisted failure without a text': saved(
    ci({ kind: 'failed_without_text', failureReason: 'config_error' }),
  ),
  'a persisted failure without a reason': saved(ci({ kind: 'failed_without_text' })),
  'pipeline creation rate limit': {
    scenario: oneProject({}, { pipelineCreationsPerMinute: 1 }),
    startedBefore: 1,
    leaves: ['created'],
  },
  'HTTP throttle': {
    scenario: oneProject({}, { throttle: { unauthenticatedPerMinute: 1 } }),
    startedBefore: 1,
    leaves: ['created'],
  },
  maintenance: { scenario: oneProject({}, { writes: 'maintenance' }) },
  'read-only instance': { scenario: oneProject({}, { writes: 'read_only' }) },
  'variables not a map': { scenario: oneProject(), meddle: (body) => ({ ...body, variables: 'A=1' }) },
  'a variable that is not text': {
    scenario: oneProject(),
    meddle: (body) => ({ ...body, variables: { A: 1 } }),
  },
  'inputs not a map': { scenario: oneProject(), meddle: (body) => ({ ...body, inputs: 'a=1' }) },
  'wrong access token': { scenario: oneProject({}, { accessTokens: [] }), inputs: byAccessToken },
  'expired access token': accessToken({ state: 'expired' }),
  'revoked access token': accessToken({ state: 'revoked' }),
  'scope too small': accessToken({ scopes: ['read_api'] }),
  'permission of a fine-grained token missing': accessToken({ permissions: ['read_pipelines'] }),
  'role too small': accessToken({ user: 'guest' }),
  'renamed project': {
    scenario: oneProject({ path: 'group/new', renamedFrom: 'group/app' }),
    inputs: byAccessToken,
  },
  'API v3': { scenario: oneProject(), reroute: (path) => path.replace('/api/v4/', '/api/v3/') },
};

/** The one outcome that is no refusal: an old release answers 201 for a pipeline that failed at birth. */
export const wayToFailedCreation: Way = saved({
  scenario: oneProject({ ci: { kind: 'invalid', errors: ['bad: yaml'] } }, { release: legacyRelease }),
});
