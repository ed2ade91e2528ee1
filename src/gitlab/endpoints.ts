import type { ProjectAddress } from '../model/addresses.js';

/**
 * Which pipelines of a project to list. @see https://docs.gitlab.com/api/pipelines/#list-project-pipelines
 */
export interface PipelineFilters {
  /** The short name: GitLab compares it with the `ref` of each pipeline. */
  readonly ref?: string | undefined;
  readonly sha?: string | undefined;
  readonly source?: string | undefined;
  readonly status?: string | undefined;
  readonly username?: string | undefined;
  readonly name?: string | undefined;
  /** Milliseconds since 1970, by the server's clock. Servers before 17.x ignore it and list everything. */
  readonly createdAfterMs?: number | undefined;
  readonly updatedAfterMs?: number | undefined;
  readonly orderBy?: 'id' | 'status' | 'ref' | 'updated_at' | undefined;
  readonly sort?: 'asc' | 'desc' | undefined;
  /** From 1 to 100; default 20. */
  readonly perPage?: number | undefined;
  /** From 1, which is the default. */
  readonly page?: number | undefined;
}

/**
 * The URLs of the API, all below `apiUrl`. That URL ends in a slash and may have a path prefix on servers
 * with a relative root. The functions throw a `RangeError` on an ID that is not a positive integer, and on a
 * path that leads out of `projects/`.
 */
export const endpoints = {
  triggerPipeline: (apiUrl: URL, project: ProjectAddress): URL => below(apiUrl, project, 'trigger/pipeline'),
  createPipeline: (apiUrl: URL, project: ProjectAddress): URL => below(apiUrl, project, 'pipeline'),
  project: (apiUrl: URL, project: ProjectAddress): URL => below(apiUrl, project, ''),
  pipeline: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    below(apiUrl, project, `pipelines/${checkedId(pipelineId)}`),
  pipelines: (apiUrl: URL, project: ProjectAddress, filters: PipelineFilters): URL => {
    const url = below(apiUrl, project, 'pipelines');
    url.search = queryOf(filters).toString();
    return url;
  },
  jobs: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    ofPipeline({ apiUrl, project, pipelineId }, `jobs?include_retried=true&per_page=${largestPage}`),
  bridges: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    ofPipeline({ apiUrl, project, pipelineId }, `bridges?per_page=${largestPage}`),
  /** The same list under the name that 19.2 introduced. */
  triggerJobs: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    ofPipeline({ apiUrl, project, pipelineId }, `trigger_jobs?per_page=${largestPage}`),
  commitStatuses: (
    apiUrl: URL,
    project: ProjectAddress,
    { sha, pipelineId }: { readonly sha: string; readonly pipelineId: number },
  ): URL => {
    const url = below(apiUrl, project, `repository/commits/${nameSegment(sha)}/statuses`);
    url.search = `pipeline_id=${checkedId(pipelineId)}&per_page=${largestPage}`;
    return url;
  },
  cancelPipeline: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    ofPipeline({ apiUrl, project, pipelineId }, 'cancel'),
  retryPipeline: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    ofPipeline({ apiUrl, project, pipelineId }, 'retry'),
  variables: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    ofPipeline({ apiUrl, project, pipelineId }, 'variables'),
  testSummary: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    ofPipeline({ apiUrl, project, pipelineId }, 'test_report_summary'),
  testReport: (apiUrl: URL, project: ProjectAddress, pipelineId: number): URL =>
    ofPipeline({ apiUrl, project, pipelineId }, 'test_report'),
  playJob: (apiUrl: URL, project: ProjectAddress, jobId: number): URL =>
    below(apiUrl, project, `jobs/${checkedId(jobId)}/play`),
  retryJob: (apiUrl: URL, project: ProjectAddress, jobId: number): URL =>
    below(apiUrl, project, `jobs/${checkedId(jobId)}/retry`),
  triggerTokens: (apiUrl: URL, project: ProjectAddress): URL =>
    below(apiUrl, project, `triggers?per_page=${largestPage}`),
  createTriggerToken: (apiUrl: URL, project: ProjectAddress): URL => below(apiUrl, project, 'triggers'),
  triggerToken: (apiUrl: URL, project: ProjectAddress, triggerId: number): URL =>
    below(apiUrl, project, `triggers/${checkedId(triggerId)}`),
  version: (apiUrl: URL): URL => new URL('version', apiUrl),
  ownToken: (apiUrl: URL): URL => new URL('personal_access_tokens/self', apiUrl),
  branch: (apiUrl: URL, project: ProjectAddress, name: string): URL =>
    below(apiUrl, project, `repository/branches/${nameSegment(name)}`),
  tag: (apiUrl: URL, project: ProjectAddress, name: string): URL =>
    below(apiUrl, project, `repository/tags/${nameSegment(name)}`),
  lint: (
    apiUrl: URL,
    project: ProjectAddress,
    { ref, parameter }: { readonly ref: string; readonly parameter: 'content_ref' | 'sha' },
  ): URL => {
    const url = below(apiUrl, project, 'ci/lint');
    url.searchParams.set(parameter, ref);
    return url;
  },
  mergeBase: (apiUrl: URL, project: ProjectAddress, commits: readonly string[]): URL => {
    const url = below(apiUrl, project, 'repository/merge_base');
    for (const commit of commits) url.searchParams.append('refs[]', commit);
    return url;
  },
  pullMirror: (apiUrl: URL, project: ProjectAddress): URL => below(apiUrl, project, 'mirror/pull'),
  file: (
    apiUrl: URL,
    project: ProjectAddress,
    { path, ref }: { readonly path: string; readonly ref: string },
  ): URL => {
    const url = below(apiUrl, project, `repository/files/${nameSegment(path)}/raw`);
    url.searchParams.set('ref', ref);
    return url;
  },
  /** `fromByte` counts from 0. */
  trace: (apiUrl: URL, { project, jobId, fromByte }: TracePart): URL => {
    if (!Number.isSafeInteger(fromByte) || fromByte < 0)
      throw new RangeError(`a log cannot be read from byte ${fromByte}`);
    const url = below(apiUrl, project, `jobs/${checkedId(jobId)}/trace`);
    if (fromByte > 0) url.searchParams.set('byte_offset', String(fromByte));
    return url;
  },
  artifacts: (apiUrl: URL, project: ProjectAddress, jobId: number): URL =>
    below(apiUrl, project, `jobs/${checkedId(jobId)}/artifacts`),
  artifactFile: (apiUrl: URL, { project, jobId, path }: ArtifactPath): URL =>
    below(apiUrl, project, `jobs/${checkedId(jobId)}/artifacts/${encodedPath(path)}`),
} as const;

interface ArtifactPath {
  readonly project: ProjectAddress;
  readonly jobId: number;
  readonly path: string;
}

interface TracePart {
  readonly project: ProjectAddress;
  readonly jobId: number;
  readonly fromByte: number;
}

/** The URL parser would resolve dot segments, and the path would lead elsewhere. */
function encodedPath(path: string): string {
  const names = path.split('/');
  if (names.some((name) => /^\.{0,2}$/.test(name)) || /[\0\p{Surrogate}]/u.test(path)) {
    throw new RangeError('a path in artifacts has names between its slashes');
  }
  return names.map(encodeURIComponent).join('/');
}

/** GitLab's maximum page size. */
const largestPage = 100;

function ofPipeline(
  pipeline: { readonly apiUrl: URL; readonly project: ProjectAddress; readonly pipelineId: number },
  rest: string,
): URL {
  return below(pipeline.apiUrl, pipeline.project, `pipelines/${checkedId(pipeline.pipelineId)}/${rest}`);
}

function below(apiUrl: URL, project: ProjectAddress, rest: string): URL {
  const path = `projects/${segmentOf(project)}${rest === '' ? '' : `/${rest}`}`;
  return new URL(path, apiUrl);
}

/** One path segment. The slashes of a project's path are encoded as `%2F` exactly once. */
function segmentOf(project: ProjectAddress): string {
  if (project.kind === 'id') return checkedId(project.id);
  if (/^\.{0,2}$/.test(project.path)) throw new RangeError('a project path cannot be empty or only dots');
  return encodeURIComponent(project.path);
}

/** One path segment for a name that may contain slashes. */
function nameSegment(name: string): string {
  if (/^\.{0,2}$/.test(name)) throw new RangeError('a name cannot be empty or only dots');
  return encodeURIComponent(name);
}

function checkedId(id: number): string {
  if (!Number.isSafeInteger(id) || id < 1)
    throw new RangeError(`an id has to be a positive integer, got ${id}`);
  return String(id);
}

/** Times end in `Z`: GitLab silently drops a zone such as `+02:00` if the plus sign gets lost. */
function queryOf(filters: PipelineFilters): URLSearchParams {
  const parameters: Readonly<Record<string, string | undefined>> = {
    ref: filters.ref,
    sha: filters.sha,
    source: filters.source,
    status: filters.status,
    username: filters.username,
    name: filters.name,
    created_after: timeOf(filters.createdAfterMs),
    updated_after: timeOf(filters.updatedAfterMs),
    order_by: filters.orderBy,
    sort: filters.sort,
    per_page: filters.perPage === undefined ? undefined : String(filters.perPage),
    page: filters.page === undefined ? undefined : String(filters.page),
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return query;
}

function timeOf(epochMs: number | undefined): string | undefined {
  return epochMs === undefined ? undefined : new Date(epochMs).toISOString();
}
