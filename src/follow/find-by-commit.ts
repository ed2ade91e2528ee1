import type { Clock } from '../base/clock.js';
import { formatDuration } from '../base/duration.js';
import { type AppError, RefusedError, TimeoutError } from '../base/errors.js';
import { cleanLine } from '../base/text.js';
import type { GitLabClient } from '../gitlab/client.js';
import { type PollResult, pollUntil } from '../gitlab/poll-until.js';
import { freshText } from '../gitlab/request.js';
import type { FailedReply, ServerHints } from '../gitlab/responses/reply.js';
import { type ProjectAddress, projectLabel } from '../model/addresses.js';
import type { AwaitEvent } from '../model/events.js';
import { type Pipeline, automaticSources } from '../model/pipeline.js';
import type { CommitPipeline } from '../model/requests.js';
import { unreadable } from './find-pipeline.js';

/** A search for a pipeline that GitLab starts by itself and that is to be followed. */
export interface CommitSearch {
  readonly project: ProjectAddress;
  readonly commit: CommitPipeline;
  readonly pollInterval: 'auto' | number;
  /** How long GitLab may be unreachable without a break. */
  readonly outageTimeoutMs: number;
  /** The token that reads it: an access token, or none, when absent. */
  readonly reader?: 'job_token' | undefined;
  readonly signal: AbortSignal;
}

interface SearchDeps {
  readonly gitlab: Pick<GitLabClient, 'listPipelines'>;
  readonly clock: Clock;
  readonly onEvent: (event: AwaitEvent) => void;
}

/** Page size. More pipelines of one commit are unlikely, and the newest come first. */
const perPage = 100;

/**
 * One push can start a branch pipeline and one of a merge request within seconds of each other. If both would
 * match, the list is read once more after this time.
 */
const settleMs = 5000;
/** No further pipeline of the commit is expected when a pipeline is this old. */
const settledAgeMs = 30_000;

/**
 * Finds the pipeline that GitLab started by itself for a commit, and waits for it to appear. Without a
 * source, pipelines of pushes and of merge and pull requests match. Pipelines that a user started by hand, on
 * a schedule or with a token, and those that a policy added, are skipped and reported. Of several with one
 * source and ref, the newest is used.
 * @throws {RefusedError} `pipeline_ambiguous` when several match that differ in source or ref.
 * @throws {TimeoutError} `pipeline_not_appeared` when none appears in time.
 * @throws {AppError} when GitLab refuses, or stays unreachable.
 */
export async function findByCommit(deps: SearchDeps, search: CommitSearch): Promise<Pipeline> {
  const { gitlab, clock } = deps;
  const { project, commit, signal } = search;
  const filters = { sha: commit.sha, ref: commit.ref, source: commit.source, perPage };
  let sorted: Sorted = { fit: [], passedOver: [] };
  let hasSettled = commit.ref !== undefined && commit.source !== undefined;
  const poll = async (isLast: boolean): Promise<PollResult<Pipeline>> => {
    const fresh = freshText(commit.sha.slice(0, 8), clock);
    const reply = await gitlab.listPipelines({ project, filters, fresh }, signal);
    if (reply.kind !== 'ok') return { kind: 'failed', reply };
    sorted = sort(reply.value, commit);
    const [newest] = sorted.fit;
    if (newest === undefined) return { kind: 'not_yet' };
    if (!hasSettled && !isLast && isYoung(newest, reply.hints)) {
      hasSettled = true;
      return { kind: 'not_yet', pauseMs: settleMs };
    }
    const kinds = new Set(sorted.fit.map(kindOf));
    if (kinds.size > 1) throw ambiguous(sorted.fit, search);
    return { kind: 'found', value: newest };
  };
  const found = await pollUntil({
    clock,
    signal,
    timeoutMs: commit.appearTimeoutMs,
    pollInterval: search.pollInterval,
    outageTimeoutMs: search.outageTimeoutMs,
    poll,
    onWaiting: ({ elapsedMs, remainingMs }) => {
      const { sha, ref, source } = commit;
      const { passedOver } = sorted;
      deps.onEvent({ kind: 'awaiting_pipeline', sha, ref, source, passedOver, elapsedMs, remainingMs });
    },
    onFailure: (failure) => deps.onEvent({ kind: 'await_failed', ...failure }),
    errorFor: (reply) => cannotList(reply, search),
  });
  if (found === 'timed_out') throw notAppeared(sorted.passedOver, search);
  const passedOver = [...sorted.fit.filter(({ id }) => id !== found.id), ...sorted.passedOver];
  if (passedOver.length > 0) deps.onEvent({ kind: 'pipelines_passed_over', pipelines: passedOver });
  return found;
}

interface Sorted {
  /** The newest first. */
  readonly fit: readonly Pipeline[];
  readonly passedOver: readonly Pipeline[];
}

/** Releases that do not know a filter list everything, so each entry is compared again. */
function sort(list: readonly Pipeline[], { sha, ref, source }: CommitPipeline): Sorted {
  const own = list
    .filter((pipeline) => pipeline.sha === sha && (ref === undefined || pipeline.ref === ref))
    .sort((one, other) => other.id - one.id);
  const isFit = (pipeline: Pipeline): boolean =>
    source === undefined
      ? pipeline.source === undefined || automaticSources.has(pipeline.source)
      : pipeline.source === source;
  return { fit: own.filter(isFit), passedOver: own.filter((pipeline) => !isFit(pipeline)) };
}

/**
 * Pipelines of one kind can replace each other, and the newest is used. A child is a part of its parent, and
 * a pipeline without a source (GitLab before 14) can be anything: each is a kind of its own.
 */
function kindOf({ id, source, ref }: Pipeline): string {
  return JSON.stringify([source === undefined || source === 'parent_pipeline' ? id : source, ref]);
}

function isYoung({ createdAt }: Pipeline, { serverTimeMs }: ServerHints): boolean {
  const ageMs = (serverTimeMs ?? NaN) - Date.parse(createdAt ?? '');
  return Number.isNaN(ageMs) || ageMs < settledAgeMs;
}

const mostNamed = 5;

/** `300 (push, main), 301 (trigger, main) and 3 more`. */
function named(pipelines: readonly Pipeline[]): string {
  const names = pipelines
    .slice(0, mostNamed)
    .map(
      ({ id, source, ref }) => `${id} (${cleanLine(source ?? 'source unknown', 60)}, ${cleanLine(ref, 255)})`,
    );
  const more = pipelines.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function wantedIn({ project, commit }: CommitSearch): string {
  const { sha, ref, source } = commit;
  const [onRef, ofSource] = [
    ref === undefined ? '' : ` on ${ref}`,
    source === undefined ? '' : ` of source ${source}`,
  ];
  return `pipeline${ofSource} for commit ${sha}${onRef} in ${projectLabel(project)}`;
}

function cannotList(reply: FailedReply, search: CommitSearch): AppError {
  return unreadable(reply, {
    what: `Cannot look for the ${wantedIn(search)}`,
    reader: search.reader,
  });
}

function ambiguous(fit: readonly Pipeline[], search: CommitSearch): RefusedError {
  return new RefusedError({
    code: 'pipeline_ambiguous',
    what: `There is more than one ${wantedIn(search)}, and nothing says which one is meant`,
    why: `GitLab has started ${named(fit)}.`,
    hint: choiceHint(fit),
  });
}

function choiceHint(fit: readonly Pipeline[]): string {
  const sources = new Set(fit.map(({ source }) => source));
  if (sources.has(undefined)) return 'This GitLab does not show the source of a pipeline: give pipeline_id.';
  if (sources.has('parent_pipeline')) {
    return 'Give the pipeline_id of the child; or follow its parent (with downstream: require all children count).';
  }
  return sources.size > 1
    ? 'Give source to choose one of them (and ref, where they differ in that too), or let workflow:rules start one only.'
    : 'Give ref to choose one of them.';
}

function notAppeared(passedOver: readonly Pipeline[], search: CommitSearch): TimeoutError {
  const { appearTimeoutMs, source } = search.commit;
  const seen =
    passedOver.length === 0
      ? 'GitLab lists no pipeline of it.'
      : `GitLab lists others, which were passed over: ${named(passedOver)}.`;
  const choice =
    passedOver.length > 0 && source === undefined ? ' Or give source to follow one of those listed.' : '';
  return new TimeoutError({
    code: 'pipeline_not_appeared',
    what: `No ${wantedIn(search)} appeared within ${formatDuration(appearTimeoutMs)}`,
    why: seen,
    hint: `Check that GitLab has the commit (a mirror may lag: raise appear_timeout; the merge commit of a pull request on GitHub never comes), that workflow:rules of its CI file allow the pipeline, and, for a pull mirror, that "Trigger pipelines for mirror updates" is on.${choice}`,
  });
}
