import type { ReleaseTraits } from '../state/release-traits.js';
import type { Endpoint } from '../wire/call.js';
import type { AccessRule } from '../wire/caller.js';
import { downloadArchive, downloadArtifactFile } from './artifacts.js';
import { listCommitStatuses } from './commit-statuses.js';
import { createPipelineByUser, createPipelineProblems } from './create-pipeline.js';
import { showOwnToken, showVersion } from './instance.js';
import * as jobs from './jobs.js';
import { lintConfiguration } from './lint.js';
import * as one from './one-pipeline.js';
import { latestPipeline, listPipelines, pipelineFilterProblems } from './pipelines.js';
import { type Ability, type ProjectEntrance, onJob, onPipeline, onProject } from './project-call.js';
import { showProject } from './projects.js';
import * as repository from './repository.js';
import { showTestReport, showTestReportSummary } from './test-reports.js';
import { triggerPipeline } from './trigger-pipeline.js';
import * as triggers from './trigger-tokens.js';

/** One row of the API: `:name` takes one path segment, `:name+` one or more. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly pattern: string;
  /** `open`: the endpoint looks at its credentials itself. */
  readonly rule: AccessRule | 'open';
  readonly endpoint: Endpoint;
}

/** Reading that a public project allows everybody. */
function reading(permission: string, jobToken: AccessRule['jobToken'] = 'ignored'): AccessRule {
  return { scope: 'read_api', permission, jobToken, anonymous: 'accepted' };
}

/** Reading that demands credentials, on public projects too. */
function readingAsSomebody(permission: string, jobToken: AccessRule['jobToken'] = 'ignored'): AccessRule {
  return { ...reading(permission, jobToken), anonymous: 'refused' };
}

function writing(permission: string): AccessRule {
  return { scope: 'api', permission, jobToken: 'ignored', anonymous: 'refused' };
}

const ownAccess: AccessRule = {
  scope: 'any',
  permission: 'read_own_token',
  jobToken: 'ignored',
  anonymous: 'refused',
};

type Row = readonly [
  method: Route['method'],
  pattern: string,
  rule: AccessRule,
  endpoint: (rule: AccessRule) => Endpoint,
];

type Check = ProjectEntrance['check'];

function forProject(ability: Ability, handle: Parameters<typeof onProject>[1], check?: Check): Row[3] {
  return (rule) => onProject({ ability, rule, check }, handle);
}

function forPipeline(ability: Ability, handle: Parameters<typeof onPipeline>[1], check?: Check): Row[3] {
  return (rule) => onPipeline({ ability, rule, check }, handle);
}

function forJob(ability: Ability, handle: Parameters<typeof onJob>[1]): Row[3] {
  return (rule) => onJob({ ability, rule }, handle);
}

/** All routes of a release, the first match wins. */
export function routesOf(release: ReleaseTraits): readonly Route[] {
  const jobTokenReads = release.jobTokenReads === 'pipelines' ? 'accepted' : 'ignored';
  const rows: readonly Row[] = [
    ...pipelineRows(release, jobTokenReads),
    ...triggerJobRows(release, jobTokenReads),
    ...jobRows(release),
    ...repositoryRows(release),
    ...otherRows(release),
  ];
  return [
    ...triggerRoutes,
    ...rows.map(([method, pattern, rule, endpoint]): Route => ({
      method,
      pattern,
      rule,
      endpoint: endpoint(rule),
    })),
  ];
}

const triggerRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/projects/:id/trigger/pipeline', rule: 'open', endpoint: triggerPipeline },
  {
    method: 'POST',
    pattern: '/projects/:id/ref/:ref+/trigger/pipeline',
    rule: 'open',
    endpoint: triggerPipeline,
  },
];

function pipelineRows(release: ReleaseTraits, jobToken: AccessRule['jobToken']): readonly Row[] {
  const list = '/projects/:id/pipelines';
  const single = `${list}/:pipeline_id`;
  const readable = reading('read_pipelines', jobToken);
  const steering = writing('admin_pipelines');
  const read = 'read_pipelines';
  return [
    [
      'POST',
      '/projects/:id/pipeline',
      writing('create_pipelines'),
      forProject('create_pipeline', createPipelineByUser, createPipelineProblems),
    ],
    ['GET', list, readable, forProject(read, listPipelines, pipelineFilterProblems)],
    ['GET', `${list}/latest`, reading(read), forProject(read, latestPipeline)],
    ['GET', single, readable, forPipeline(read, one.showPipeline)],
    ['DELETE', single, steering, forPipeline(read, one.deletePipeline)],
    [
      'GET',
      `${single}/jobs`,
      reading('read_jobs', jobTokenOnJobs(release)),
      forPipeline(read, jobs.listPipelineJobs, jobs.jobFilterProblems),
    ],
    ['GET', `${single}/variables`, readingAsSomebody(read), forPipeline(read, one.listPipelineVariables)],
    ['GET', `${single}/test_report`, reading(read), forPipeline(read, showTestReport)],
    ['GET', `${single}/test_report_summary`, reading(read), forPipeline(read, showTestReportSummary)],
    ['POST', `${single}/cancel`, steering, forPipeline('update_pipeline', one.cancelPipelineByUser)],
    ['POST', `${single}/retry`, steering, forPipeline('update_pipeline', one.retryPipelineByUser)],
    [
      'PUT',
      `${single}/metadata`,
      { ...steering, jobToken: 'accepted' },
      forPipeline('update_pipeline', one.renamePipeline),
    ],
  ];
}

function triggerJobRows(
  { triggerJobRoutes }: ReleaseTraits,
  jobToken: AccessRule['jobToken'],
): readonly Row[] {
  const rule = reading('read_pipelines', jobToken);
  return triggerJobRoutes.map((name): Row => [
    'GET',
    `/projects/:id/pipelines/:pipeline_id/${name}`,
    rule,
    forPipeline('read_pipelines', jobs.listBridges, jobs.jobFilterProblems),
  ]);
}

/** Archives are read by job tokens since long before. */
function jobTokenOnJobs({ jobTokenReads }: ReleaseTraits): AccessRule['jobToken'] {
  return jobTokenReads === 'artifacts_only' ? 'ignored' : 'accepted';
}

function jobRows(release: ReleaseTraits): readonly Row[] {
  const list = '/projects/:id/jobs';
  const single = `${list}/:job_id`;
  const readable = readingAsSomebody('read_jobs');
  const steering = writing('admin_jobs');
  const read = 'read_pipelines';
  return [
    [
      'GET',
      list,
      readingAsSomebody('read_jobs', jobTokenOnJobs(release)),
      forProject(read, jobs.listProjectJobs, jobs.jobFilterProblems),
    ],
    ['GET', single, readable, forJob(read, jobs.showJob)],
    ['GET', `${single}/trace`, readable, forJob(read, jobs.showTrace)],
    ['GET', `${single}/artifacts`, reading('read_jobs', 'accepted'), forJob(read, downloadArchive)],
    [
      'GET',
      `${single}/artifacts/:artifact_path+`,
      reading('read_jobs', 'accepted'),
      forJob(read, downloadArtifactFile),
    ],
    ['POST', `${single}/play`, steering, forJob('update_pipeline', jobs.playJobByUser)],
    ['POST', `${single}/retry`, steering, forJob('update_pipeline', jobs.retryJobByUser)],
    ['POST', `${single}/cancel`, steering, forJob('update_pipeline', jobs.cancelJobByUser)],
  ];
}

function repositoryRows({ lintRef }: ReleaseTraits): readonly Row[] {
  const below = '/projects/:id/repository';
  const read = 'read_code';
  return [
    ['GET', `${below}/branches/:branch`, reading('read_branch'), forProject(read, repository.showBranch)],
    ['GET', `${below}/tags/:tag`, reading('read_tag'), forProject(read, repository.showTag)],
    [
      'GET',
      `${below}/files/:path/raw`,
      reading('read_repository_file'),
      forProject(read, repository.showRawFile),
    ],
    [
      'GET',
      `${below}/commits/:sha/statuses`,
      reading('read_commit_status'),
      forProject('read_pipelines', listCommitStatuses),
    ],
    ...(lintRef === 'no_route' ? [] : [lintRow]),
  ];
}

const lintRow: Row = [
  'GET',
  '/projects/:id/ci/lint',
  reading('read_ci_config'),
  forProject('read_code', lintConfiguration),
];

const ownTokenRow: Row = ['GET', '/personal_access_tokens/self', ownAccess, () => showOwnToken];

function otherRows({ ownToken }: ReleaseTraits): readonly Row[] {
  const list = '/projects/:id/triggers';
  const single = `${list}/:trigger_id`;
  const [readable, steering] = [readingAsSomebody('read_triggers'), writing('admin_triggers')];
  const admin = 'admin_triggers';
  return [
    ['GET', '/version', { ...ownAccess, scope: 'read_api' }, () => showVersion],
    ...(ownToken === 'no_route' ? [] : [ownTokenRow]),
    ['GET', '/projects/:id', reading('read_project'), forProject('read_project', showProject)],
    ['GET', list, readable, forProject(admin, triggers.listTriggers)],
    ['POST', list, steering, forProject(admin, triggers.createTrigger, triggers.newTriggerProblems)],
    ['GET', single, readable, forProject(admin, triggers.showTrigger)],
    ['PUT', single, steering, forProject(admin, triggers.updateTrigger)],
    ['DELETE', single, steering, forProject(admin, triggers.deleteTrigger)],
  ];
}
