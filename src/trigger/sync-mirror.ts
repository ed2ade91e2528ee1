import { type AppError, RefusedError } from '../base/errors.js';
import { cleanLine, withoutTokens } from '../base/text.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { PollResult } from '../gitlab/poll-until.js';
import { describeReply } from '../gitlab/responses/explain.js';
import type { FailedReply, Reply } from '../gitlab/responses/reply.js';
import { isTransient } from '../gitlab/responses/response-meaning.js';
import { type ProjectAddress, projectLabel } from '../model/addresses.js';
import type { AwaitEvent } from '../model/events.js';
import type { PullMirror } from '../model/pipeline.js';

/**
 * Called at each poll that did not find the commit. Makes GitLab pull the first time; from then on checks
 * whether the pull failed. Returns a failed reply, or nothing.
 */
export type MirrorSync = () => Promise<PollResult<never> | undefined>;

export interface MirrorDeps {
  readonly gitlab: Pick<GitLabClient, 'fetchPullMirror' | 'startPullMirror'>;
  readonly onEvent: (event: AwaitEvent) => void;
}

/** GitLab's minimum interval between two pulls. */
const pullIntervalMs = 300_000;

/**
 * Makes GitLab pull the mirror of a project, once.
 * @throws {RefusedError} `mirror_refused` when GitLab does not pull, `mirror_failed` when the pull failed.
 */
export function createMirrorSync(
  { gitlab, onEvent }: MirrorDeps,
  { project, signal }: { readonly project: ProjectAddress; readonly signal: AbortSignal },
): MirrorSync {
  const label = projectLabel(project);
  let state: 'new' | 'asked' | 'unwatched' = 'new';
  let before: PullMirror | undefined;
  const begin = async (): Promise<PollResult<never> | undefined> => {
    const seen = await gitlab.fetchPullMirror({ project }, signal);
    const asked = await gitlab.startPullMirror({ project }, signal);
    if (asked.kind !== 'ok') {
      if (isTransient(asked)) return { kind: 'failed', reply: asked };
      throw refused(asked, label);
    }
    before = seen.kind === 'ok' ? seen.value : undefined;
    // GitLab before 15.6 has no endpoint for the result.
    state = seen.kind === 'ok' ? 'asked' : 'unwatched';
    onEvent({ kind: 'mirror_asked', dueInMs: dueIn(seen) });
    return undefined;
  };
  const check = async (): Promise<void> => {
    const seen = await gitlab.fetchPullMirror({ project }, signal);
    // An unreadable state proves nothing; the commit may still arrive.
    if (seen.kind !== 'ok' || seen.value.updateStatus !== 'failed') return;
    if (seen.value.lastUpdateAt !== before?.lastUpdateAt) throw failed(seen.value, label);
  };
  return async () => {
    if (state === 'new') return await begin();
    if (state === 'asked') await check();
    return undefined;
  };
}

/** How long GitLab waits before it pulls a mirror again, by GitLab's clock. */
function dueIn(seen: Reply<PullMirror>): number | undefined {
  if (seen.kind !== 'ok') return undefined;
  const lastMs = Date.parse(seen.value.lastUpdateAt ?? '');
  const dueMs = lastMs + pullIntervalMs - (seen.hints.serverTimeMs ?? NaN);
  return dueMs > 0 ? Math.min(dueMs, pullIntervalMs) : undefined;
}

function failed({ lastError }: PullMirror, label: string): RefusedError {
  return new RefusedError({
    code: 'mirror_failed',
    what: `Nothing was started: GitLab could not pull the mirror of ${label}`,
    why: lastError === undefined ? 'GitLab gives no reason.' : `GitLab says: ${shownError(lastError)}`,
    hint: 'Fix what it names (mostly the address, the credentials, or a branch that has diverged) in Settings > Repository > Mirroring repositories.',
  });
}

/** Git's message may contain the address of the mirror, and with it a password. */
function shownError(text: string): string {
  const withoutUsers = text.replace(/(?<=:\/\/)[^\s/@]*(?:@[^\s/@]*)*@/g, '***@');
  return cleanLine(withoutTokens(withoutUsers), 500);
}

function refused(reply: FailedReply, label: string): AppError {
  const what = `Nothing was started: GitLab does not pull the mirror of ${label}`;
  const described = describeReply(reply);
  const advice =
    reply.kind === 'refused' && reply.refusal.speaker === 'gitlab' ? adviceOn(reply.refusal) : undefined;
  return new RefusedError({
    what,
    ...described,
    ...(advice === undefined ? {} : { code: 'mirror_refused', hint: advice }),
  });
}

function adviceOn({
  status,
  texts,
  oauthError,
}: Extract<FailedReply, { kind: 'refused' }>['refusal']): string | undefined {
  if (status === 400 && texts.some((text) => /not mirrored/i.test(text))) {
    return 'It has no pull mirror: set one up in Settings > Repository > Mirroring repositories, or leave sync_mirror out if the repository is pushed to GitLab.';
  }
  if (status === 403 && texts.some((text) => /on pause/i.test(text))) {
    return 'GitLab has given up after 14 failures in a row: fix the cause in Settings > Repository > Mirroring repositories, and press "Update now" there.';
  }
  if (status === 403 && oauthError !== undefined) return 'Use an access_token with the scope api.';
  if (status === 403) return 'The user behind access_token needs the role Maintainer in the project.';
  if (status === 404) {
    return 'Pull mirrors need GitLab Premium or Ultimate, and a member of the project behind access_token: check both, or leave sync_mirror out.';
  }
  return undefined;
}
