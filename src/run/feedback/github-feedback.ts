import { isUrl } from '../../base/address.js';
import { delayedAbort } from '../../base/clock.js';
import { AbortedError, AppError } from '../../base/errors.js';
import { cleanLine } from '../../base/text.js';
import { type RepositoryName, parseRepositoryName } from '../../github/api.js';
import { commentIdentity } from '../../github/comments.js';
import { proxyProblem } from '../../http/proxy.js';
import { isLoopback } from '../../inputs/addresses.js';
import { parseFeedbackRequest } from '../../inputs/feedback.js';
import { parseBoolean } from '../../inputs/scalars.js';
import { type ProjectAddress, projectLabel } from '../../model/addresses.js';
import type { CallerContext } from '../../model/caller-context.js';
import type { Pipeline } from '../../model/pipeline.js';
import type { FeedbackRequest } from '../../model/requests.js';
import type { TestTotals } from '../../model/test-report.js';
import { openGitHub } from '../connect-github.js';
import type { EntryContext, RunDeps } from '../context.js';
import { createCommentChannel } from './comment.js';
import { createStatusChannel } from './commit-status.js';
import { type Feedback, type PipelineMoment, noFeedback } from './feedback.js';
import { type ChannelDeps, FeedbackTimeout, type MomentChannel } from './queue.js';
import { type FeedbackKind, createFeedbackRecord, openFeedbackOf } from './saved-state.js';

/** A stopped step has six seconds in all; canceling runs in parallel. */
const stoppedWithinMs = 4500;
/** The verdict is known at this point. Feedback that takes longer is abandoned. */
const closedWithinMs = 20_000;
/** GitHub itself ends a request after ten seconds. */
const requestTimeoutMs = 10_000;

export interface GitHubFeedbackSettings {
  readonly request: FeedbackRequest;
  /** Identifies our comment; see `commentIdentityOf`. */
  readonly identity: string;
  /** The kinds of feedback still to send; if absent, all that the request asks for. */
  readonly open?: readonly FeedbackKind[] | undefined;
}

/** Identity of our comment: the workflow with either the given name, or the job and the project. */
export function commentIdentityOf(
  { workflow = '', job = '' }: CallerContext,
  of: {
    readonly name: string | undefined;
    readonly gitlabUrl: string;
    readonly project: ProjectAddress;
  },
): string {
  const { name, gitlabUrl, project } = of;
  if (name !== undefined) return commentIdentity(['name', workflow, name]);
  return commentIdentity(['job', workflow, job, gitlabUrl, projectLabel(project)]);
}

/**
 * Feedback through the API of GitHub, or of a host with a compatible API. Without such an API it warns and
 * does nothing.
 */
export function createGitHubFeedback(
  deps: RunDeps,
  entry: EntryContext,
  settings: GitHubFeedbackSettings,
): Feedback {
  const { host, clock, random } = deps;
  const { request, identity } = settings;
  const context = host.context();
  const place = placeOf(deps, context);
  if (typeof place === 'string') {
    host.log.warning(`comment and commit_status were left out: ${place}`);
    return noFeedback;
  }
  const { repository, apiUrl } = place;
  const deadline = createDeadline(deps, entry);
  const { token } = request;
  const way = { apiUrl, token, caCertificate: undefined, requestTimeoutMs };
  const { github: client, close: closeGitHub } = openGitHub(deps, way);
  const { signal } = deadline;
  const channelDeps: ChannelDeps = { client, repository, clock, random, host, context, signal };
  let tests: TestTotals | undefined;
  const channels = openChannels(channelDeps, settings, () => tests);
  const record = createFeedbackRecord(host, { identity, kinds: [...channels.keys()] });
  let begun: Pipeline | undefined;
  let ended: PipelineMoment | undefined;

  const end = (moment: PipelineMoment): void => {
    if (ended !== undefined) return;
    ended = moment;
    record.ended(moment);
    for (const [kind, channel] of channels) channel.tell(moment, () => record.closed(kind));
  };
  return {
    begin: (pipeline) => {
      begun = pipeline;
      // There is only time to report how it ended.
      if (entry.signal.aborted) return;
      record.begun(pipeline);
      for (const channel of channels.values()) channel.tell({ kind: 'running', pipeline });
    },
    end,
    fail: (error) => {
      if (begun === undefined && error instanceof AbortedError) return;
      end({ kind: 'told', state: 'error', ...wordsOf(error), pipeline: begun });
    },
    addTests: (found) => {
      if (found === undefined || ended === undefined) return;
      tests = found;
      channels.get('comment')?.tell(ended);
    },
    close: async () => {
      deadline.end();
      const errors = await Promise.all([...channels.values()].map((channel) => channel.settled()));
      deadline.dispose();
      closeGitHub();
      const messages = errors.filter((failure) => failure !== undefined).map(({ message }) => message);
      if (messages.length > 0) host.log.warning(messages.join('\n'));
    },
  };
}

/** Aborts all requests when their time is up: after the end of the run, or when the step is stopped. */
function createDeadline(
  { clock }: RunDeps,
  entry: EntryContext,
): { readonly signal: AbortSignal; readonly end: () => void; readonly dispose: () => void } {
  const late = delayedAbort(clock, entry.signal, stoppedWithinMs);
  const over = new AbortController();
  let disposeEnd = (): void => undefined;
  return {
    signal: AbortSignal.any([late.signal, entry.forceSignal, over.signal]),
    end: () => {
      disposeEnd = clock.schedule(closedWithinMs, () => over.abort(new FeedbackTimeout()));
    },
    dispose: () => {
      late.dispose();
      disposeEnd();
    },
  };
}

function openChannels(
  deps: ChannelDeps,
  { request, identity, open }: GitHubFeedbackSettings,
  tests: () => TestTotals | undefined,
): ReadonlyMap<FeedbackKind, MomentChannel> {
  const isOpen = (kind: FeedbackKind): boolean => open?.includes(kind) ?? true;
  const channels = new Map<FeedbackKind, MomentChannel>();
  if (request.comment.kind === 'kept' && isOpen('comment')) {
    const channel = createCommentChannel(deps, { identity, tests });
    if (channel !== undefined) channels.set('comment', channel);
  }
  if (request.commitStatus !== undefined && isOpen('status')) {
    channels.set('status', createStatusChannel(deps, request.commitStatus));
  }
  return channels;
}

/** Where feedback goes, or why it has no target. */
function placeOf(
  deps: RunDeps,
  { apiUrl = '', repository = '' }: CallerContext,
): { readonly apiUrl: URL; readonly repository: RepositoryName } | string {
  const name = parseRepositoryName(repository);
  if (name === undefined || !/^https?:\/\//.test(apiUrl) || !isUrl(apiUrl)) {
    return 'this run is not one of GitHub, Forgejo or Gitea, whose API they need.';
  }
  const url = new URL(apiUrl);
  if (url.protocol === 'http:' && !isLoopback(url) && !isHttpAllowed(deps)) {
    return `the API of this host (GITHUB_API_URL) is at ${cleanLine(url.origin, 200)}, and plain http would expose github_token to everyone on the network path. Use https, or set allow_http to true if you accept that.`;
  }
  const problem = proxyProblem(deps.environment, url);
  if (problem !== undefined) return `${problem.variable} cannot be used: ${problem.why} ${problem.hint}`;
  return { apiUrl: url, repository: name };
}

/** The same rule as for GitLab. An invalid value has already been rejected. */
function isHttpAllowed({ host }: RunDeps): boolean {
  const given = parseBoolean(host.inputs.read('allow_http') ?? '');
  return given.kind === 'ok' && given.value;
}

function wordsOf(error: unknown): { readonly sentence: string; readonly why?: string | undefined } {
  if (!(error instanceof AppError))
    return { sentence: 'The step ended with an internal error of gitlab-trigger' };
  const { what, why, code } = error.parts;
  return { sentence: `${cleanLine(what, 400)} [${code}]`, why };
}

/**
 * Sends the feedback that the main step could not send, with the same inputs. Never throws; logs what it
 * cannot do.
 */
export async function finishFeedback(deps: RunDeps, entry: EntryContext): Promise<void> {
  const { host, files } = deps;
  try {
    const saved = openFeedbackOf(host.state);
    const request = await parseFeedbackRequest(host.inputs, files);
    if (saved === undefined || request === undefined) return;
    const { identity, open, state, sentence, pipeline } = saved;
    host.log.info(`Completing the feedback on GitHub for pipeline ${pipeline.id}.`);
    const feedback = createGitHubFeedback(deps, entry, { request, identity, open });
    feedback.end({ kind: 'told', state, sentence, pipeline });
    await feedback.close();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    host.log.warning(`The feedback on GitHub could not be completed: ${why}`);
  }
}
