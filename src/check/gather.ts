import type { InspectionCalls } from '../gitlab/admin-calls.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ProbeVerdict } from '../gitlab/probe-trigger-token.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { ConfigLint, OwnToken, Project, RepositoryRef } from '../model/pipeline.js';
import { type TriggerRequest, readsWithJobToken } from '../model/requests.js';
import { isBefore, refPartsOf } from './check.js';
import { answersAsGitLab } from './server-and-token.js';

/** The GitLab calls that checks may use. None of them starts or changes anything. */
export interface InspectedGitLab
  extends InspectionCalls, Pick<GitLabClient, 'fetchProject' | 'listPipelines' | 'peekJobs'> {
  /** Asks for a pipeline on a ref that cannot exist; absent if there is no token to try. */
  readonly probe: ((signal: AbortSignal) => Promise<ProbeVerdict>) | undefined;
  /** The same with the access token; absent if the access token does not create the pipeline. */
  readonly tryCreation: ((signal: AbortSignal) => Promise<Reply<unknown>>) | undefined;
}

/** All facts: GitLab's responses to all requests. */
export interface CheckFacts {
  readonly server: Reply<{ readonly version: string }>;
  /** Absent if GitLab did not respond. Then nothing else was requested, and the token was not sent. */
  readonly details: ProjectFacts | undefined;
}

export interface ProjectFacts {
  readonly probe: ProbeVerdict | undefined;
  readonly ownToken: Reply<OwnToken> | undefined;
  readonly project: Reply<Project>;
  /** Tried with a fine-grained token, because GitLab does not return its permissions. */
  readonly creation?: Reply<unknown> | undefined;
  /** Requested if the pipeline is to be followed. */
  readonly pipelines: Reply<unknown> | undefined;
  /** For `refs/tags/…` no branch is requested, and vice versa. */
  readonly branch: Reply<RepositoryRef> | undefined;
  readonly tag: Reply<RepositoryRef> | undefined;
  readonly lint: Reply<ConfigLint>;
  /** The CI file; absent if its path is unknown. */
  readonly file: Reply<string> | undefined;
}

/**
 * Requests everything that the checks need: first the server's version, then the rest in parallel.
 * @throws the reason of `signal` when it aborts.
 */
export async function gatherFacts(
  gitlab: InspectedGitLab,
  request: TriggerRequest,
  signal: AbortSignal,
): Promise<CheckFacts> {
  const server = await gitlab.fetchVersion(signal);
  if (!answersAsGitLab(server)) return { server, details: undefined };
  const { project, ref, credentials, follow } = request;
  const { name, kind } = refPartsOf(ref);
  const askingToken = credentials.accessToken === undefined ? undefined : gitlab.fetchOwnToken(signal);
  const asking = gitlab.fetchProject({ project }, signal);
  const [probe, ownToken, creation, ofProject, pipelines, branch, tag, lint, file] = await Promise.all([
    gitlab.probe?.(signal),
    askingToken,
    askingToken?.then((reply) => (isFineGrained(reply) ? gitlab.tryCreation?.(signal) : undefined)),
    asking,
    follow === undefined ? undefined : readPipelines(gitlab, request, signal),
    kind === 'tag' ? undefined : gitlab.fetchBranch({ project, name }, signal),
    kind === 'branch' ? undefined : gitlab.fetchTag({ project, name }, signal),
    gitlab.lintConfig({ project, ref, parameter: lintParameterOf(server) }, signal),
    asking.then((reply) => {
      const path = configPathOf(reply);
      return path === undefined ? undefined : gitlab.fetchFile({ project, ref, path }, signal);
    }),
  ]);
  const asked = { probe, ownToken, creation, project: ofProject, pipelines, branch, tag, lint, file };
  return { server, details: asked };
}

function isFineGrained(reply: Reply<OwnToken>): boolean {
  return reply.kind === 'ok' && reply.value.granular === true;
}

/**
 * The first refusal among the reads that following needs. A job token may have one permission without the
 * other.
 */
async function readPipelines(
  gitlab: InspectedGitLab,
  { project, credentials }: TriggerRequest,
  signal: AbortSignal,
): Promise<Reply<unknown>> {
  const listed = await gitlab.listPipelines({ project, filters: { perPage: 1 } }, signal);
  if (listed.kind !== 'ok' || !readsWithJobToken(credentials)) return listed;
  const pipelineId = Math.max(1, ...listed.value.map(({ id }) => id));
  const jobs = await gitlab.peekJobs({ project, pipelineId }, signal);
  return jobs.kind === 'refused' && jobs.refusal.status === 404 ? listed : jobs;
}

/** Both names work from 16.10 on, so the exact version does not matter. */
function lintParameterOf(server: CheckFacts['server']): 'content_ref' | 'sha' {
  return server.kind === 'ok' && isBefore(server.value.version, [17, 0]) === true ? 'sha' : 'content_ref';
}

/** A configuration of another project or server cannot be read through this project. */
function configPathOf(project: Reply<Project>): string | undefined {
  if (project.kind !== 'ok') return undefined;
  const { ciConfigPath } = project.value;
  if (ciConfigPath === undefined || ciConfigPath === '') return '.gitlab-ci.yml';
  return /^[^@:]+$/.test(ciConfigPath) && /[^./]/.test(ciConfigPath) ? ciConfigPath : undefined;
}
