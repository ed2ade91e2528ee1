import { isUrl } from '../base/address.js';
import { type Clock, delayedAbort, sleep, withTimeout } from '../base/clock.js';
import { AbortedError, RefusedError } from '../base/errors.js';
import type { GitLabClient } from '../gitlab/client.js';
import { type Reply, namesNoRecord } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import { type ProjectAddress, projectLabel, projectPage } from '../model/addresses.js';
import type { StartEvent } from '../model/events.js';
import type { CreatedPipeline } from '../model/pipeline.js';
import type { SeenBefore } from './seen-before.js';
import type { StartContext } from './start-context.js';

/** Time limit for this question in milliseconds. The outputs wait for the answer, and can do without it. */
const askWithinMs = 5000;
const askPauseMs = 1000;
/** Extra time for a step that is being stopped: it cancels only what is certainly a pipeline of its own. */
const stopGraceMs = 1000;

/**
 * Asks GitLab about a pipeline that was started, and retries as often as necessary. A replica of its database
 * may lack a `new` record for a while, so its 404 is then not the last word. Returns `undefined` when GitLab
 * does not answer in time. Never throws, also when the step is stopped.
 */
export async function answerInTime<T>(
  {
    clock,
    signal,
    record,
  }: { readonly clock: Clock; readonly signal: AbortSignal; readonly record: 'new' | 'old' },
  ask: (signal: AbortSignal) => Promise<Reply<T>>,
): Promise<T | undefined> {
  const work = async (cutSignal: AbortSignal): Promise<T | undefined> => {
    for (;;) {
      const reply = await ask(cutSignal);
      if (reply.kind === 'ok') return reply.value;
      if (!isTransient(reply) && !(record === 'new' && namesNoRecord(reply))) return undefined;
      await sleep(clock, askPauseMs, cutSignal);
    }
  };
  const late = delayedAbort(clock, signal, stopGraceMs);
  try {
    const details = await withTimeout({ clock, signal: late.signal, afterMs: askWithinMs }, work);
    return details === 'timed_out' ? undefined : details;
  } catch (error) {
    if (error instanceof AbortedError) return undefined;
    throw error;
  } finally {
    late.dispose();
  }
}

/**
 * Whether the response to a start is about the requested project. `unclear`: it names another path, which may
 * belong to the same project after a move.
 */
export type ProjectMatch = 'same' | 'other' | 'unclear';

/** The part of the GitLab client that resolves a path to a project. */
export type ProjectTeller = Pick<GitLabClient, 'fetchProject'>;

/**
 * Compares the numbers where both are known, otherwise the paths. Paths are compared without case, because
 * GitLab ignores it. A different path proves nothing: GitLab starts pipelines under the old path of a project
 * that has moved.
 */
export function matchOf(
  { projectId, webUrl }: Pick<CreatedPipeline, 'projectId' | 'webUrl'>,
  { project, gitlabUrl }: Pick<StartContext, 'project' | 'gitlabUrl'>,
  { knownProjectId }: SeenBefore = {},
): ProjectMatch {
  const wanted = project.kind === 'id' ? project.id : knownProjectId;
  if (wanted !== undefined && projectId !== undefined) return projectId === wanted ? 'same' : 'other';
  if (webUrl === undefined || project.kind === 'id') return 'same';
  const path = projectPathIn(webUrl, gitlabUrl);
  if (path === undefined) return 'same';
  const asked = `/${project.path.toLowerCase()}`;
  return (path.isWhole ? path.text === asked : path.text.endsWith(asked)) ? 'same' : 'unclear';
}

/**
 * Checks a response that names another path than the requested one: GitLab knows where an old path leads.
 * Reports what remains unknown.
 * @throws {RefusedError} `wrong_project` when the path leads to another project.
 */
export async function confirmProject(
  deps: {
    readonly gitlab: ProjectTeller;
    readonly clock: Clock;
    readonly onEvent: (event: StartEvent) => void;
  },
  created: CreatedPipeline,
  start: {
    readonly project: ProjectAddress;
    readonly context: StartContext;
    readonly seen: SeenBefore;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { project, context, seen, signal } = start;
  if (matchOf(created, context, seen) !== 'unclear') return;
  const details = await answerInTime({ clock: deps.clock, signal, record: 'old' }, (cutSignal) =>
    deps.gitlab.fetchProject({ project }, cutSignal),
  );
  const { gitlabUrl } = context;
  const match =
    details &&
    matchOf(
      created,
      { project: { kind: 'path', path: details.path }, gitlabUrl },
      { knownProjectId: details.id },
    );
  if (match === 'other') throw wrongProject(created, context);
  if (match === 'same') return;
  deps.onEvent({
    kind: 'project_unconfirmed',
    project: projectLabel(context.project),
    webUrl: created.webUrl ?? '',
  });
}

/** The error for a response about a pipeline of another project than the requested one. */
export function wrongProject(
  { id, projectId, webUrl }: CreatedPipeline,
  context: StartContext,
): RefusedError {
  const { project, gitlabUrl } = context;
  const details = projectId === undefined ? 'another project' : `project ${projectId}`;
  const answered = webUrl ?? (projectId === undefined ? gitlabUrl : `${gitlabUrl}/projects/${projectId}`);
  return new RefusedError({
    code: 'wrong_project',
    what: `A pipeline was asked for in project ${projectLabel(project)} on ${gitlabUrl}, and the answer is about pipeline ${id} of ${details}`,
    why: 'It is not followed, and none of its outputs is set: something between here and GitLab changes requests, or mixes up answers.',
    hint: `Check gitlab_url and what stands in front of GitLab. Look for a pipeline of this step at ${projectPage(gitlabUrl, project)} and at ${answered} before you run it again.`,
  });
}

/**
 * The path of the project in lower case, taken from the address of a pipeline's page; `undefined` if there is
 * none. GitLab's addresses may begin with another host or folder than ours; the folder is then part of the
 * result.
 */
function projectPathIn(
  webUrl: string,
  gitlabUrl: string,
): { readonly text: string; readonly isWhole: boolean } | undefined {
  if (!isUrl(webUrl) || !isUrl(gitlabUrl)) return undefined;
  const { origin, pathname } = new URL(webUrl);
  const [, text] = /^(.+?)(?:\/-)?\/pipelines\/\d+$/.exec(pathname.toLowerCase()) ?? [];
  if (text === undefined) return undefined;
  const own = new URL(gitlabUrl);
  const root = own.pathname.replace(/\/$/, '').toLowerCase();
  const isBelowOurs = origin === own.origin && text.startsWith(`${root}/`);
  return isBelowOurs ? { text: text.slice(root.length), isWhole: true } : { text, isWhole: false };
}
