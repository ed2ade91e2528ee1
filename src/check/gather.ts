import type { InspectionCalls } from '../gitlab/admin-calls.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ProbeVerdict } from '../gitlab/probe-trigger-token.js';
import type { Reply } from '../gitlab/responses/reply.js';
import type { ConfigLint, OwnToken, Project, RepositoryRef } from '../model/pipeline.js';
import { type TriggerRequest, readsWithJobToken } from '../model/requests.js';
import { isBefore, refPartsOf } from './check.js';
import { answersAsGitLab } from './server-and-token.js';

/** The part of GitLab that is looked at. There is nothing in it that could start or change anything. */
export interface InspectedGitLab
  extends InspectionCalls, Pick<GitLabClient, 'fetchProject' | 'listPipelines' | 'peekJobs'> {
  /** Asks for a pipeline on a ref that cannot exist; absent when there is no token to be tried. */
  readonly probe: ((signal: AbortSignal) => Promise<ProbeVerdict>) | undefined;
  /** The same with the access token; absent when that is not to create the pipeline. */
  readonly tryCreation: ((signal: AbortSignal) => Promise<Reply<unknown>>) | undefined;
}

/** The whole picture: what GitLab answered to everything that was asked. */
export interface CheckFacts {
  readonly server: Reply<{ readonly version: string }>;
  /** Absent when no GitLab answered: nothing else was asked then, and the token was sent nowhere. */
  readonly details: ProjectFacts | undefined;
}

export interface ProjectFacts {
  readonly probe: ProbeVerdict | undefined;
  readonly ownToken: Reply<OwnToken> | undefined;
  readonly project: Reply<Project>;
  /** Tried with a fine-grained token, of which GitLab tells nothing else. */
  readonly creation?: Reply<unknown> | undefined;
  /** Asked for when the pipeline is to be followed. */
  readonly pipelines: Reply<unknown> | undefined;
  /** Of `refs/tags/…` no branch is asked for, and the other way round. */
  readonly branch: Reply<RepositoryRef> | undefined;
  readonly tag: Reply<RepositoryRef> | undefined;
  readonly lint: Reply<ConfigLint>;
  /** The CI file; absent when nobody knows where it is. */
  readonly file: Reply<string> | undefined;
}

/**
 * Asks GitLab for everything that the checks need to know: first whether it is there, then all the rest at
 * once.
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
 * The first refusal of the reads that following takes. Of their permissions a job token may have one without
 * the other.
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

/** Both names work from 16.10 to now, so that the border needs not be known exactly. */
function lintParameterOf(server: CheckFacts['server']): 'content_ref' | 'sha' {
  return server.kind === 'ok' && isBefore(server.value.version, [17, 0]) === true ? 'sha' : 'content_ref';
}

/** A configuration of another project or server cannot be read through this one. */
function configPathOf(project: Reply<Project>): string | undefined {
  if (project.kind !== 'ok') return undefined;
  const { ciConfigPath } = project.value;
  if (ciConfigPath === undefined || ciConfigPath === '') return '.gitlab-ci.yml';
  return /^[^@:]+$/.test(ciConfigPath) && /[^./]/.test(ciConfigPath) ? ciConfigPath : undefined;
}
