import { RefusedError, UnreachableError } from '../base/errors.js';
import { retry } from '../base/retry.js';
import type { Secret } from '../base/secret.js';
import type { ProbeVerdict } from '../gitlab/probe-trigger-token.js';
import { type ProjectAddress, projectLabel } from '../model/addresses.js';
import type { TokenRun } from './operations.js';
import { callPolicy } from './retry.js';
import type { OwnedToken, TokenDeps } from './target.js';

/** Checks whether GitLab accepts a token, without starting a pipeline. */
export type ProbeToken = (
  call: { readonly project: ProjectAddress; readonly token: Secret },
  signal: AbortSignal,
) => Promise<ProbeVerdict>;

/**
 * Verifies that GitLab accepts a token. A new token may not have reached all GitLab servers yet, so a refusal
 * is retried too.
 * @throws {AppError} when GitLab does not accept it, or when its responses do not show it.
 */
export async function proveToken(
  deps: Pick<TokenDeps<never>, 'clock' | 'random' | 'onEvent'> & { readonly probe: ProbeToken },
  token: OwnedToken,
  { scene, signal }: TokenRun,
): Promise<void> {
  const call = { project: scene.project, token: token.secret };
  const { clock, random, onEvent } = deps;
  const verdict = await retry({
    clock,
    random,
    policy: callPolicy,
    attempt: () => deps.probe(call, signal),
    retryable: ({ kind }) => (kind === 'accepted' || kind === 'blocked' ? undefined : {}),
    onRetry: (doubtful, delayMs) => {
      if (doubtful.kind !== 'accepted') onEvent({ kind: 'retrying', why: doubtful.why, delayMs });
    },
    signal,
  });
  if (verdict.kind === 'accepted') {
    onEvent({ kind: 'proven', token });
    return;
  }
  const { kind, ...described } = verdict;
  const what = `GitLab did not take trigger token ${token.id} of ${projectLabel(scene.project)}`;
  throw kind === 'unknown'
    ? new UnreachableError({ what, ...described })
    : new RefusedError({ what, ...described });
}
