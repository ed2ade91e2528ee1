import type { ReleaseTraits } from '../state/release-traits.js';
import type { AccessRule } from '../wire/caller.js';
import {
  deleteAllArtifacts,
  deleteArtifacts,
  eraseJob,
  keepArtifacts,
  listArtifactTree,
} from './archive/fate.js';
import { archiveOfRefProblems, downloadArchiveOfRef, downloadFileOfRef } from './archive/of-ref.js';
import { downloadArchive, downloadArtifactFile } from './artifacts.js';
import { createPipelineByUser, createPipelineProblems } from './create-pipeline.js';
import { showMetadata, showOwnJob, showOwnToken, showOwnUser, showVersion } from './instance.js';
import * as jobs from './jobs.js';
import * as one from './one-pipeline.js';
import { latestPipeline, listPipelines, pipelineFilterProblems } from './pipelines.js';
import { listProjects, showProject } from './projects.js';
import { repositoryRows } from './repository/routes.js';
import {
  type Route,
  type Row,
  forJob,
  forPipeline,
  forProject,
  ownAccess,
  reading,
  readingAsSomebody,
  writing,
} from './route.js';
import { showTestReport, showTestReportSummary } from './test-reports.js';
import { triggerPipeline } from './trigger-pipeline.js';
import * as triggers from './trigger-tokens.js';

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
      forPipeline('update_pipeline', one.renamePipeline, one.renamingProblems),
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

/** Job tokens can read archives in all releases. */
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
    ['GET', `${single}/trace`, readable, forJob(read, jobs.showTrace, jobs.traceProblems)],
    [
      'GET',
      `${list}/artifacts/:ref+/download`,
      archives,
      forProject(read, downloadArchiveOfRef, archiveOfRefProblems),
    ],
    [
      'GET',
      `${list}/artifacts/:ref+/raw/:artifact_path+`,
      archives,
      forProject(read, downloadFileOfRef, archiveOfRefProblems),
    ],
    ...(release.artifactTree === 'no_route' ? [] : [treeRow]),
    ['POST', `${single}/artifacts/keep`, steering, forJob('update_pipeline', keepArtifacts)],
    ['DELETE', `${single}/artifacts`, steering, forJob('update_pipeline', deleteArtifacts)],
    ['DELETE', '/projects/:id/artifacts', steering, forProject('admin_triggers', deleteAllArtifacts)],
    ['POST', `${single}/erase`, steering, forJob('update_pipeline', eraseJob)],
    ['GET', `${single}/artifacts`, archives, forJob(read, downloadArchive)],
    ['GET', `${single}/artifacts/:artifact_path+`, archives, forJob(read, downloadArtifactFile)],
    ['POST', `${single}/play`, steering, forJob('update_pipeline', jobs.playJobByUser)],
    ['POST', `${single}/retry`, steering, forJob('update_pipeline', jobs.retryJobByUser)],
    ['POST', `${single}/cancel`, steering, forJob('update_pipeline', jobs.cancelJobByUser)],
  ];
}

const archives = reading('read_jobs', 'accepted');

const treeRow: Row = [
  'GET',
  '/projects/:id/jobs/:job_id/artifacts/tree',
  archives,
  forJob('read_pipelines', listArtifactTree),
];

const metadataRow: Row = ['GET', '/metadata', { ...ownAccess, scope: 'read_api' }, () => showMetadata];

const ownTokenRow: Row = ['GET', '/personal_access_tokens/self', ownAccess, () => showOwnToken];

function otherRows({ ownToken, metadata }: ReleaseTraits): readonly Row[] {
  const list = '/projects/:id/triggers';
  const single = `${list}/:trigger_id`;
  const [readable, steering] = [readingAsSomebody('read_triggers'), writing('admin_triggers')];
  const admin = 'admin_triggers';
  return [
    ['GET', '/version', { ...ownAccess, scope: 'read_api' }, () => showVersion],
    ...(metadata === 'no_route' ? [] : [metadataRow]),
    ...(ownToken === 'no_route' ? [] : [ownTokenRow]),
    ['GET', '/user', { ...ownAccess, scope: 'read_user', permission: 'read_user' }, () => showOwnUser],
    ['GET', '/job', { ...ownAccess, jobToken: 'accepted' }, () => showOwnJob],
    ['GET', '/projects', reading('read_project'), () => listProjects],
    ['GET', '/projects/:id', reading('read_project'), forProject('read_project', showProject)],
    ['GET', list, readable, forProject(admin, triggers.listTriggers)],
    ['POST', list, steering, forProject(admin, triggers.createTrigger, triggers.newTriggerProblems)],
    ['GET', single, readable, forProject(admin, triggers.showTrigger)],
    ['PUT', single, steering, forProject(admin, triggers.updateTrigger)],
    ['DELETE', single, steering, forProject(admin, triggers.deleteTrigger)],
  ];
}
