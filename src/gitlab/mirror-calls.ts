import { describePage } from '../http/json-api.js';
import { readAnswerBody } from '../http/response-body.js';
import type { ProjectAddress } from '../model/addresses.js';
import type { PullMirror } from '../model/pipeline.js';
import type { CallSettings } from './admin-calls.js';
import { endpoints } from './endpoints.js';
import { type CallRunner, type UnreadAnswer, unreadableReply } from './request.js';
import type { Reply } from './responses/reply.js';

/** A project with a pull mirror. */
export interface MirrorCall {
  readonly project: ProjectAddress;
}

/** The calls for commits that reach a project from another server. */
export interface MirrorCalls {
  /**
   * The newest commit in the history of both; each is a full or shortened SHA. GitLab answers 400 when it
   * does not know one of them.
   * @see https://docs.gitlab.com/api/repositories/#merge-base
   */
  readonly fetchMergeBase: (
    call: MirrorCall & { readonly commits: readonly [string, string] },
    signal: AbortSignal,
  ) => Promise<Reply<{ readonly sha: string }>>;
  /**
   * Since 15.6, for Maintainers, with GitLab Premium.
   * @see https://docs.gitlab.com/api/project_pull_mirroring/#get-a-projects-pull-mirror-details
   */
  readonly fetchPullMirror: (call: MirrorCall, signal: AbortSignal) => Promise<Reply<PullMirror>>;
  /**
   * Asks GitLab to pull. Within five minutes of the last pull, GitLab only schedules the next one. For
   * Maintainers, scope `api`, with GitLab Premium. Repeating it does no harm.
   * @see https://docs.gitlab.com/api/project_pull_mirroring/#start-the-pull-mirroring-process-for-a-project
   */
  readonly startPullMirror: (call: MirrorCall, signal: AbortSignal) => Promise<Reply<'accepted'>>;
}

/** The first call loads the schemas, as with the calls that check a project. */
export function mirrorCalls(runner: CallRunner, { apiUrl, headers }: CallSettings): MirrorCalls {
  return {
    fetchMergeBase: async ({ project, commits }, signal) => {
      const { readMergeBase } = await import('./schemas/inspection-schemas.js');
      const url = endpoints.mergeBase(apiUrl, project, commits);
      return (await runner.run({ method: 'GET', url, headers, signal, read: () => readMergeBase })).reply;
    },
    fetchPullMirror: async ({ project }, signal) => {
      const { readPullMirror } = await import('./schemas/inspection-schemas.js');
      const url = endpoints.pullMirror(apiUrl, project);
      return (await runner.run({ method: 'GET', url, headers, signal, read: () => readPullMirror })).reply;
    },
    startPullMirror: async ({ project }, signal) => {
      const url = endpoints.pullMirror(apiUrl, project);
      // There is no body, but a server under maintenance gives its real answer to JSON requests only.
      const asking = { ...headers, 'content-type': 'application/json' };
      const reply = await runner.send({ method: 'POST', url, headers: asking, signal });
      return reply.kind === 'ok' ? readAcceptance(reply.value) : reply;
    },
  };
}

/** GitLab answers 200 or 202 with an irrelevant body. A page comes from a server in front of it. */
function readAcceptance(answer: UnreadAnswer): Reply<'accepted'> {
  const { response, hints } = answer;
  const content = readAnswerBody(response.headers['content-type'], response.body);
  if (content.kind === 'html') return unreadableReply(answer, describePage(content.texts));
  return { kind: 'ok', value: 'accepted', hints };
}
