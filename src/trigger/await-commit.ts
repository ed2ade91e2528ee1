import type { Clock } from '../base/clock.js';
import { formatDuration } from '../base/duration.js';
import { RefusedError, TimeoutError } from '../base/errors.js';
import { cleanLine } from '../base/text.js';
import type { GitLabClient } from '../gitlab/client.js';
import { type PollResult, pollUntil } from '../gitlab/poll-until.js';
import { errorOf } from '../gitlab/responses/explain.js';
import type { FailedReply, Reply } from '../gitlab/responses/reply.js';
import { type ProjectAddress, projectLabel } from '../model/addresses.js';
import type { RepositoryRef } from '../model/pipeline.js';
import type { CommitWait } from '../model/requests.js';
import { type MirrorDeps, type MirrorSync, createMirrorSync } from './sync-mirror.js';

/** A commit that a ref must have before a pipeline is started on it. */
export interface AwaitedCommit {
  readonly project: ProjectAddress;
  /** The ref as the user gave it. */
  readonly ref: string;
  /** In lower case; may be shortened. */
  readonly expectedSha: string;
  readonly wait: CommitWait;
  /** How long GitLab may be unreachable without a break. */
  readonly outageTimeoutMs: number;
  readonly signal: AbortSignal;
}

interface AwaitDeps extends MirrorDeps {
  readonly gitlab: MirrorDeps['gitlab'] & Pick<GitLabClient, 'fetchBranch' | 'fetchTag' | 'fetchMergeBase'>;
  readonly clock: Clock;
}

/**
 * Waits until a branch or tag in GitLab is at a commit. If requested, GitLab pulls its mirror.
 * @throws {RefusedError} `ref_moved_on` when the ref has the commit and newer ones, unless the request
 * accepts that; `mirror_refused`, `mirror_failed`.
 * @throws {TimeoutError} `commit_not_arrived` when the commit does not arrive in time.
 * @throws {AppError} when GitLab refuses the requests or stays unreachable.
 */
export async function awaitCommit(deps: AwaitDeps, awaited: AwaitedCommit): Promise<void> {
  const { gitlab, clock, onEvent } = deps;
  const { project, ref, expectedSha, wait, signal } = awaited;
  const readTip = tipReader(gitlab, awaited);
  const sync: MirrorSync | undefined = wait.syncMirror ? createMirrorSync(deps, awaited) : undefined;
  let tip: string | undefined;
  let compared: string | undefined;
  const poll = async (): Promise<PollResult<'exact' | 'newer'>> => {
    const read = await readTip();
    if (read.kind === 'failed') return read;
    tip = read.tip;
    if (tip?.startsWith(expectedSha) === true) return { kind: 'found', value: 'exact' };
    if (tip !== undefined && tip !== compared) {
      const held = await holdsCommit(gitlab, { project, expectedSha, tip, signal });
      if (typeof held !== 'boolean') return { kind: 'failed', reply: held };
      if (held) return { kind: 'found', value: 'newer' };
      compared = tip;
    }
    return (await sync?.()) ?? { kind: 'not_yet' };
  };
  const startMs = clock.nowMs();
  const found = await pollUntil({
    clock,
    signal,
    timeoutMs: wait.timeoutMs,
    pollInterval: 'auto',
    outageTimeoutMs: awaited.outageTimeoutMs,
    poll,
    onWaiting: (waited) => onEvent({ kind: 'awaiting_commit', sha: expectedSha, ref, tip, ...waited }),
    onFailure: (failure) => onEvent({ kind: 'await_failed', ...failure }),
    errorFor: (reply) =>
      errorOf(reply, {
        what: `Nothing was started: cannot see which commit ${ref} of ${labelOf(awaited)} is at`,
      }),
  });
  if (found === 'timed_out') throw notArrived(tip, awaited);
  // A ref that was found always has a commit.
  const at = tip ?? '';
  if (found === 'newer' && !wait.acceptNewer) throw movedOn(at, awaited);
  onEvent({
    kind: 'commit_arrived',
    sha: expectedSha,
    ref,
    tip: at,
    isNewer: found === 'newer',
    elapsedMs: clock.nowMs() - startMs,
  });
}

/**
 * Whether a commit is another one or has it in its history; the reply when GitLab does not show that. A
 * commit that GitLab does not know is in no history.
 */
export async function holdsCommit(
  gitlab: Pick<GitLabClient, 'fetchMergeBase'>,
  compared: {
    readonly project: ProjectAddress;
    readonly expectedSha: string;
    readonly tip: string;
    readonly signal: AbortSignal;
  },
): Promise<boolean | FailedReply> {
  const { project, expectedSha, tip, signal } = compared;
  const reply = await gitlab.fetchMergeBase({ project, commits: [expectedSha, tip] }, signal);
  if (reply.kind === 'ok') return reply.value.sha.toLowerCase().startsWith(expectedSha);
  if (reply.kind !== 'refused' || reply.refusal.speaker !== 'gitlab') return reply;
  const { status, texts } = reply.refusal;
  const isUnknown = status === 400 && texts.some((text) => /could not find ref/i.test(text));
  const isUnrelated = status === 404 && texts.some((text) => /merge base/i.test(text));
  return isUnknown || isUnrelated ? false : reply;
}

type Tip =
  | { readonly kind: 'tip'; readonly tip: string | undefined }
  | Extract<PollResult<never>, { kind: 'failed' }>;

/**
 * Requests the branch, and the tag if there is no such branch. Later calls request the one that was found
 * first.
 */
function tipReader(
  gitlab: Pick<GitLabClient, 'fetchBranch' | 'fetchTag'>,
  { project, ref, signal }: AwaitedCommit,
): () => Promise<Tip> {
  const full = /^refs\/(heads|tags)\/(.+)$/s.exec(ref);
  const name = full?.[2] ?? ref;
  const kinds =
    full === null ? (['heads', 'tags'] as const) : ([full[1] === 'tags' ? 'tags' : 'heads'] as const);
  const ask = async (kind: 'heads' | 'tags'): Promise<Reply<RepositoryRef>> =>
    await (kind === 'heads' ? gitlab.fetchBranch : gitlab.fetchTag)({ project, name }, signal);
  let order: readonly ('heads' | 'tags')[] = kinds;
  return async () => {
    for (const kind of order) {
      const reply = await ask(kind);
      if (reply.kind === 'ok') {
        order = [kind];
        return { kind: 'tip', tip: reply.value.sha?.toLowerCase() };
      }
      if (!isAbsent(reply)) return { kind: 'failed', reply };
    }
    order = kinds;
    return { kind: 'tip', tip: undefined };
  };
}

/** GitLab shows the project, and the project has no such ref. */
function isAbsent(reply: FailedReply): boolean {
  if (reply.kind !== 'refused') return false;
  const { status, speaker, texts } = reply.refusal;
  return (
    status === 404 && speaker === 'gitlab' && texts.some((text) => /\b(?:branch|tag) not found/i.test(text))
  );
}

function labelOf({ project }: AwaitedCommit): string {
  return projectLabel(project);
}

function movedOn(tip: string, awaited: AwaitedCommit): RefusedError {
  const { ref, expectedSha } = awaited;
  return new RefusedError({
    code: 'ref_moved_on',
    what: `Nothing was started: ${cleanLine(ref, 255)} of ${labelOf(awaited)} has moved on from expected_sha`,
    why: `It is at ${tip}, which has ${expectedSha} in its past, and a pipeline would run all of it.`,
    hint: 'Let the step of the newer commit start the pipeline; trigger a ref that does not move, such as a tag; or set accept_newer_commit to true if a newer commit will do.',
  });
}

function notArrived(tip: string | undefined, awaited: AwaitedCommit): TimeoutError {
  const { ref, expectedSha, wait } = awaited;
  const shownRef = cleanLine(ref, 255);
  const mirror = wait.syncMirror
    ? 'GitLab was asked to pull its mirror, and pulls at most every five minutes: raise wait_for_commit, or see Settings > Repository > Mirroring repositories.'
    : 'Push it, or see what the mirror does (Settings > Repository > Mirroring repositories); a pull mirror lags by up to half an hour: raise wait_for_commit, or set sync_mirror to true.';
  return new TimeoutError({
    code: 'commit_not_arrived',
    what: `Nothing was started: ${shownRef} of ${labelOf(awaited)} did not get the commit ${expectedSha} within ${formatDuration(wait.timeoutMs)}`,
    why:
      tip === undefined
        ? `There is no branch or tag ${shownRef} that GitLab shows.`
        : `It is at ${tip}, which does not have that commit in its past.`,
    hint: `${mirror} The merge commit of a pull request on GitHub never comes: expect the head commit.`,
  });
}
