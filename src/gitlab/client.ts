import type { Secret } from '../base/secret.js';
import type {
  ArtifactFileCall,
  FreshPipelineCall,
  JobCall,
  PipelineCall,
  PipelineCreation,
  CorrelationMark,
  ProjectAddress,
} from '../model/addresses.js';
import {
  type Bridge,
  type CommitStatus,
  type CreatedPipeline,
  type Job,
  type Paged,
  type Pipeline,
  type ListedVariable,
  type Project,
  type ReadPipeline,
  type UnfitEntry,
  partedEntries,
} from '../model/pipeline.js';
import type { TestReport, TestTotals } from '../model/test-report.js';
import {
  type InspectionCalls,
  type TriggerTokenCalls,
  inspectionCalls,
  triggerTokenCalls,
} from './admin-calls.js';
import { type ChangeCall, type ChangeReply, askForChange } from './change-request.js';
import { type PipelineFilters, endpoints } from './endpoints.js';
import { createTriggerJobReader, jobTokenReads } from './job-token-reads.js';
import { type LogCall, type StreamedLog, streamJobLog } from './log-stream.js';
import { type MirrorCalls, mirrorCalls } from './mirror-calls.js';
import { type FetchPage, fetchPages } from './paging.js';
import { creationBody, triggerBody } from './pipeline-body.js';
import { type GitLabApiCall, type RunnerDeps, createCallRunner, freshly } from './request.js';
import type { Reply } from './responses/reply.js';
import {
  completePipeline,
  lacksProject,
  readingJobsOf,
  readingListOf,
  readingOf,
} from './schemas/complete-pipeline.js';
import { type DownloadRest, type DownloadSink, streamArtifact } from './streams.js';

/** Connection settings of a GitLab server. */
export interface GitLabConnection {
  /** The API root with a trailing slash. Credentials never go to another origin. */
  readonly apiUrl: URL;
  readonly requestTimeoutMs: number;
  /** Sent with every request. Headers that the client sets itself take precedence. */
  readonly requestHeaders: readonly { readonly name: string; readonly value: Secret }[];
}

/**
 * The calls of GitLab's API that this program makes. Each is one request (lists: one per page), without
 * retries or waiting. Every result of the network and of GitLab is a value. A method throws only the reason
 * of its `signal`, a `RangeError` for an impossible ID, or because of a bug in this program.
 */
export interface GitLabClient extends TriggerTokenCalls, InspectionCalls, MirrorCalls {
  /**
   * Starts a pipeline with a trigger token or a CI_JOB_TOKEN. That token is the only credential: the access
   * token is not sent. GitLab stores `mark`, like everything in the request except the token, in the
   * pipeline's variable TRIGGER_PAYLOAD, as the member `gitlab_trigger`.
   * @see https://docs.gitlab.com/api/pipeline_triggers/#trigger-a-pipeline-with-a-token
   */
  readonly triggerPipeline: (
    call: PipelineCreation & { readonly token: Secret; readonly mark?: CorrelationMark | undefined },
    signal: AbortSignal,
  ) => Promise<Reply<CreatedPipeline>>;
  /**
   * Starts a pipeline with the access token.
   * @throws {TypeError} when the client has no access token.
   * @see https://docs.gitlab.com/api/pipelines/#create-a-new-pipeline
   */
  readonly createPipeline: (call: PipelineCreation, signal: AbortSignal) => Promise<Reply<CreatedPipeline>>;
  /**
   * For GitLab before 13.10, this also reads the project if it is given by its path.
   * @see https://docs.gitlab.com/api/pipelines/#get-a-single-pipeline
   */
  readonly fetchPipeline: (call: FreshPipelineCall, signal: AbortSignal) => Promise<Reply<Pipeline>>;
  /**
   * Asks whether a pipeline or anything below it has changed, at almost no cost for GitLab. Absent if a job
   * token is the only token that can read, because that interface does not accept it.
   */
  readonly askForChange?: (call: ChangeCall, signal: AbortSignal) => Promise<ChangeReply>;
  /** @see https://docs.gitlab.com/api/projects/#get-a-single-project */
  readonly fetchProject: (
    call: { readonly project: ProjectAddress },
    signal: AbortSignal,
  ) => Promise<Reply<Project>>;
  /**
   * The first page only. An unreadable entry is in `unfit` of the reply. `fresh`, a different text in each
   * request, keeps caches on the way from returning an old list. It is a query parameter, which GitLab
   * ignores.
   * @see https://docs.gitlab.com/api/pipelines/#list-project-pipelines
   */
  readonly listPipelines: (
    call: {
      readonly project: ProjectAddress;
      readonly filters: PipelineFilters;
      readonly fresh?: string | undefined;
    },
    signal: AbortSignal,
  ) => Promise<Reply<readonly Pipeline[]>>;
  /**
   * All jobs of a pipeline, newest first, including earlier attempts, without trigger jobs. If one page
   * fails, the call fails.
   * @see https://docs.gitlab.com/api/jobs/#list-all-jobs-in-a-pipeline
   */
  readonly fetchJobs: (call: FreshPipelineCall, signal: AbortSignal) => Promise<Reply<Paged<Job>>>;
  /** The newest job only, in one request. Shows whether the token may read jobs. */
  readonly peekJobs: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<readonly unknown[]>>;
  /**
   * All trigger jobs of a pipeline, as in `fetchJobs`, by whichever name the server has for the list.
   * @see https://docs.gitlab.com/api/jobs/#list-all-trigger-jobs-for-a-pipeline
   */
  readonly fetchBridges: (call: FreshPipelineCall, signal: AbortSignal) => Promise<Reply<Paged<Bridge>>>;
  /**
   * The latest statuses of a commit within a pipeline, including those of external systems.
   * @see https://docs.gitlab.com/api/commits/#list-commit-statuses
   */
  readonly fetchCommitStatuses: (
    call: PipelineCall & { readonly sha: string },
    signal: AbortSignal,
  ) => Promise<Reply<Paged<CommitStatus>>>;
  /**
   * Asks GitLab to cancel a pipeline. GitLab returns a pipeline that cannot be canceled unchanged, so only
   * the status shows the result.
   * @see https://docs.gitlab.com/api/pipelines/#cancel-all-jobs-for-a-pipeline
   */
  readonly cancelPipeline: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<Pipeline>>;
  /**
   * Asks GitLab to retry the failed and canceled jobs of a pipeline. GitLab answers in the same way when
   * there are none, so only the jobs show the result.
   * @see https://docs.gitlab.com/api/pipelines/#retry-jobs-in-a-pipeline
   */
  readonly retryPipeline: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<Pipeline>>;
  /** Starts a manual job. @see https://docs.gitlab.com/api/jobs/#run-a-job */
  readonly playJob: (call: JobCall, signal: AbortSignal) => Promise<Reply<Job>>;
  /**
   * Runs a job again that has ended; GitLab answers with the new attempt, and refuses to retry an attempt
   * twice. @see https://docs.gitlab.com/api/jobs/#retry-a-job
   */
  readonly retryJob: (call: JobCall, signal: AbortSignal) => Promise<Reply<Job>>;
  /**
   * The variables of a pipeline, with `unfit` as in `listPipelines`. Allowed for maintainers and for the user
   * of the pipeline.
   * @see https://docs.gitlab.com/api/pipelines/#get-variables-of-a-pipeline
   */
  readonly fetchVariables: (
    call: PipelineCall,
    signal: AbortSignal,
  ) => Promise<Reply<readonly ListedVariable[]>>;
  /** @see https://docs.gitlab.com/api/pipelines/#get-a-test-report-summary-for-a-pipeline */
  readonly fetchTestSummary: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<TestTotals>>;
  /**
   * All test cases, with the output of the failed ones.
   * @see https://docs.gitlab.com/api/pipelines/#get-a-test-report-for-a-pipeline
   */
  readonly fetchTestReport: (call: PipelineCall, signal: AbortSignal) => Promise<Reply<TestReport>>;
  /**
   * Streams a job's log to `sink` from the byte `fromByte` (0 is the first), and returns the number of bytes.
   * Servers before 19.1 ignore `fromByte` and send the whole log. A text that is not proven to be this log is
   * unreadable. `fresh` as in `listPipelines`. After a fault, everything written so far is valid. The request
   * timeout restarts with each 64 KiB, so a long log may take long. Errors that `sink` throws are rethrown.
   * @see https://docs.gitlab.com/api/jobs/#get-a-log-file
   */
  readonly streamTrace: (
    call: LogCall,
    sink: (bytes: Buffer) => void,
    signal: AbortSignal,
  ) => Promise<Reply<StreamedLog>>;
  /**
   * One file of a job's artifacts, in memory. A file longer than `maxBytes` gives the fault `too_large`.
   * @throws {RangeError} on a path with empty or dot segments, which no file in artifacts has.
   * @see https://docs.gitlab.com/api/job_artifacts/#download-a-single-artifact-file-by-job-id
   */
  readonly fetchArtifactFile: (
    call: ArtifactFileCall & { readonly maxBytes: number },
    signal: AbortSignal,
  ) => Promise<Reply<Buffer>>;
  /** The same, streamed. GitLab sends such a file only as a whole. */
  readonly streamArtifactFile: (
    call: ArtifactFileCall,
    sink: DownloadSink,
    signal: AbortSignal,
  ) => Promise<Reply<{ readonly bytes: number }>>;
  /**
   * Streams the archive of a job's artifacts. It may come from another server, which gets none of our headers
   * except the range. With `rest`, a server may still send the whole archive; `begin` tells. After a fault,
   * everything written so far is valid. The request timeout restarts with each 64 KiB.
   * @see https://docs.gitlab.com/api/job_artifacts/#download-job-artifacts-by-job-id
   */
  readonly streamArchive: (
    call: JobCall & { readonly rest?: DownloadRest | undefined },
    sink: DownloadSink,
    signal: AbortSignal,
  ) => Promise<Reply<{ readonly bytes: number }>>;
}

/**
 * Without `accessToken`, reads are anonymous, which public projects allow. Reads that GitLab allows with a
 * CI_JOB_TOKEN (lists of pipelines, jobs and trigger jobs, a pipeline, artifacts) use `jobToken` if there is
 * one.
 */
export function createGitLabClient(
  deps: RunnerDeps,
  settings: {
    readonly connection: GitLabConnection;
    readonly accessToken: Secret | undefined;
    readonly jobToken?: Secret | undefined;
  },
): GitLabClient {
  const { connection, accessToken, jobToken } = settings;
  const { apiUrl } = connection;
  const plain = headersFor(connection);
  const withJobToken =
    accessToken === undefined && jobToken !== undefined
      ? { ...plain, 'job-token': jobToken.reveal() }
      : undefined;
  const authorized = accessToken === undefined ? plain : { ...plain, 'private-token': accessToken.reveal() };
  const json = { 'content-type': 'application/json' };
  const runner = createCallRunner(deps, connection);
  const run = async <T>(call: GitLabApiCall<T>): Promise<Reply<T>> => (await runner.run(call)).reply;
  const get = <T>(url: URL, signal: AbortSignal, read: GitLabApiCall<T>['read']): Promise<Reply<T>> =>
    run({ method: 'GET', url, headers: authorized, signal, read });
  const reading = jobTokenReads(withJobToken, authorized);
  /** Adds what the response of an old release lacks. */
  const completed = async (
    { project }: Pick<PipelineCall, 'project'>,
    reply: Reply<ReadPipeline>,
    signal: AbortSignal,
  ): Promise<Reply<Pipeline>> => {
    if (reply.kind !== 'ok') return reply;
    let id: number | undefined;
    if (lacksProject(reply.value, project)) {
      const found = await get(endpoints.project(apiUrl, project), signal, (schemas) => schemas.readProject);
      if (found.kind !== 'ok') return found;
      ({ id } = found.value);
    }
    return { ...reply, value: completePipeline(reply.value, { address: project, apiUrl, id }) };
  };
  const post = <T>(url: URL, signal: AbortSignal, read: GitLabApiCall<T>['read']): Promise<Reply<T>> =>
    run({ method: 'POST', url, headers: authorized, signal, read });
  const getPages = <T extends { readonly id: number }>(
    firstUrl: URL,
    signal: AbortSignal,
    read: GitLabApiCall<readonly (T | UnfitEntry)[]>['read'],
    headers: Readonly<Record<string, string>> = authorized,
  ): Promise<Reply<Paged<T>>> => {
    const fetchPage: FetchPage<T> = (url, pageSignal) =>
      runner.run({ method: 'GET', url, headers, signal: pageSignal, read });
    return fetchPages({ apiUrl, firstUrl, fetchPage }, signal);
  };

  return {
    ...triggerTokenCalls(runner, { apiUrl, headers: authorized }),
    ...inspectionCalls(runner, { apiUrl, headers: authorized }),
    ...mirrorCalls(runner, { apiUrl, headers: authorized }),
    triggerPipeline: async (call, signal) =>
      run({
        method: 'POST',
        url: endpoints.triggerPipeline(apiUrl, call.project),
        headers: { ...plain, ...json },
        body: triggerBody(call, { token: call.token.reveal(), mark: call.mark }),
        signal,
        read: (schemas) => schemas.readCreatedPipeline,
      }),
    createPipeline: async (call, signal) => {
      if (accessToken === undefined) throw new TypeError('creating a pipeline needs an access token');
      return run({
        method: 'POST',
        url: endpoints.createPipeline(apiUrl, call.project),
        headers: { ...authorized, ...json },
        body: creationBody(call),
        signal,
        read: (schemas) => schemas.readCreatedPipeline,
      });
    },
    fetchPipeline: async (call, signal) =>
      completed(
        call,
        await reading('READ_PIPELINES', (headers) => {
          const url = endpoints.pipeline(apiUrl, call.project, call.pipelineId);
          return run({
            method: 'GET',
            ...freshly({ url, headers }, call.fresh),
            signal,
            read: readingOf(call),
          });
        }),
        signal,
      ),
    ...(withJobToken === undefined && {
      askForChange: (call, signal) =>
        askForChange({ ...deps, ...connection, headers: authorized }, call, signal),
    }),
    fetchProject: async ({ project }, signal) =>
      get(endpoints.project(apiUrl, project), signal, (schemas) => schemas.readProject),
    listPipelines: async ({ project, filters, fresh }, signal) => {
      const url = endpoints.pipelines(apiUrl, project, filters);
      const read = readingListOf(project);
      const reply = await reading('READ_PIPELINES', (headers) =>
        run({ method: 'GET', ...freshly({ url, headers }, fresh), signal, read }),
      );
      if (reply.kind !== 'ok') return reply;
      const known = { address: project, apiUrl };
      const { fit, unfit } = partedEntries(reply.value);
      return { ...reply, value: fit.map((pipeline) => completePipeline(pipeline, known)), unfit };
    },
    fetchJobs: async ({ project, pipelineId, fresh }, signal) =>
      reading('READ_JOBS', (plainHeaders) => {
        const first = { url: endpoints.jobs(apiUrl, project, pipelineId), headers: plainHeaders };
        const { url, headers } = freshly(first, fresh);
        return getPages(url, signal, (schemas) => readingJobsOf(pipelineId, schemas.readJobs), headers);
      }),
    peekJobs: async ({ project, pipelineId }, signal) =>
      reading('READ_JOBS', (headers) => {
        const url = endpoints.jobs(apiUrl, project, pipelineId);
        url.searchParams.set('per_page', '1');
        return run({ method: 'GET', url, headers, signal, read: (schemas) => schemas.readJobs });
      }),
    fetchBridges: createTriggerJobReader(
      async (route, { project, pipelineId, fresh }: FreshPipelineCall, signal) =>
        reading('READ_PIPELINES', (plainHeaders) => {
          const urlOf = route === 'bridges' ? endpoints.bridges : endpoints.triggerJobs;
          const first = { url: urlOf(apiUrl, project, pipelineId), headers: plainHeaders };
          const { url, headers } = freshly(first, fresh);
          return getPages(url, signal, (schemas) => readingJobsOf(pipelineId, schemas.readBridges), headers);
        }),
    ),
    fetchCommitStatuses: async ({ project, ...pipeline }, signal) => {
      const { readCommitStatuses } = await import('./schemas/inspection-schemas.js');
      return getPages(endpoints.commitStatuses(apiUrl, project, pipeline), signal, () => readCommitStatuses);
    },
    cancelPipeline: async (call, signal) =>
      completed(
        call,
        await post(endpoints.cancelPipeline(apiUrl, call.project, call.pipelineId), signal, readingOf(call)),
        signal,
      ),
    retryPipeline: async (call, signal) =>
      completed(
        call,
        await post(endpoints.retryPipeline(apiUrl, call.project, call.pipelineId), signal, readingOf(call)),
        signal,
      ),
    playJob: async ({ project, jobId }, signal) =>
      post(endpoints.playJob(apiUrl, project, jobId), signal, (schemas) => schemas.readJob),
    retryJob: async ({ project, jobId }, signal) =>
      post(endpoints.retryJob(apiUrl, project, jobId), signal, (schemas) => schemas.readJob),
    fetchVariables: async ({ project, pipelineId }, signal) => {
      const url = endpoints.variables(apiUrl, project, pipelineId);
      const read: GitLabApiCall<readonly (ListedVariable | UnfitEntry)[]>['read'] = (schemas) =>
        schemas.readVariables;
      const reply = await get(url, signal, read);
      if (reply.kind !== 'ok') return reply;
      const { fit, unfit } = partedEntries(reply.value);
      return { ...reply, value: fit, unfit };
    },
    fetchTestSummary: async ({ project, pipelineId }, signal) =>
      get(endpoints.testSummary(apiUrl, project, pipelineId), signal, (schemas) => schemas.readTestTotals),
    fetchTestReport: async ({ project, pipelineId }, signal) =>
      get(endpoints.testReport(apiUrl, project, pipelineId), signal, (schemas) => schemas.readTestReport),
    streamTrace: async (call, sink, signal) =>
      streamJobLog(runner, { apiUrl, call, headers: authorized, sink, signal }),
    fetchArtifactFile: async ({ maxBytes, ...file }, signal) => {
      const url = endpoints.artifactFile(apiUrl, file);
      const chunks: Buffer[] = [];
      const sink = { begin: () => undefined, write: (chunk: Buffer) => void chunks.push(chunk), maxBytes };
      const reply = await reading('READ_JOBS', (headers) =>
        streamArtifact(runner, { url, headers, offered: 'as_file', sink, signal }),
      );
      return reply.kind === 'ok' ? { ...reply, value: Buffer.concat(chunks) } : reply;
    },
    streamArtifactFile: async (file, sink, signal) =>
      reading('READ_JOBS', (headers) => {
        const url = endpoints.artifactFile(apiUrl, file);
        return streamArtifact(runner, { url, headers, offered: 'as_file', sink, signal });
      }),
    streamArchive: async ({ project, jobId, rest }, sink, signal) =>
      reading('READ_JOBS', (headers) => {
        const url = endpoints.artifacts(apiUrl, project, jobId);
        return streamArtifact(runner, { url, headers, offered: 'in_any_way', rest, sink, signal });
      }),
  };
}

/** Names are in lower case, so that our header replaces the user's instead of being sent beside it. */
function headersFor(connection: GitLabConnection): Readonly<Record<string, string>> {
  // Uses entries instead of assignments, because `__proto__` is a possible header name.
  const headers = Object.fromEntries(
    connection.requestHeaders.map(({ name, value }) => [name.toLowerCase(), value.reveal()]),
  );
  return { ...headers, accept: 'application/json' };
}
