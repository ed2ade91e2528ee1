import { sleep } from '../base/clock.js';
import { RefusedError, UnreachableError } from '../base/errors.js';
import { retryDelayMs } from '../base/retry.js';
import type { Secret } from '../base/secret.js';
import type { ProbeVerdict } from '../gitlab/probe-trigger-token.js';
import { type ProjectAddress, projectLabel } from '../model/addresses.js';
import type { TokenRun } from './operations.js';
import { callPolicy } from './retry.js';
import type { OwnedToken, TokenDeps } from './target.js';

/** Tells whether GitLab takes a token, without starting anything with it. */
export type ProbeToken = (
  call: { readonly project: ProjectAddress; readonly token: Secret },
  signal: AbortSignal,
) => Promise<ProbeVerdict>;

/**
 * Makes sure that GitLab takes a token. A new one may not have reached every server of GitLab yet, so that a
 * no is asked for again, too.
 * @throws {AppError} when GitLab does not take it, or gives no answer that tells.
 */
export async function proveToken(
  deps: Pick<TokenDeps<never>, 'clock' | 'random' | 'onEvent'> & { readonly probe: ProbeToken },
  token: OwnedToken,
  { scene, signal }: TokenRun,
): Promise<void> {
  const call = { project: scene.project, token: token.secret };
  for (let attempt = 1; ; attempt += 1) {
    const verdict = await deps.probe(call, signal);
    if (verdict.kind === 'accepted') {
      deps.onEvent({ kind: 'proven', token });
      return;
    }
    const { kind, ...described } = verdict;
    if (kind === 'blocked' || attempt >= callPolicy.attempts) {
      const what = `GitLab did not take trigger token ${token.id} of ${projectLabel(scene.project)}`;
      throw kind === 'unknown'
        ? new UnreachableError({ what, ...described })
        : new RefusedError({ what, ...described });
    }
    const delayMs = retryDelayMs({ attempt, retryAfterMs: undefined, random: deps.random }, callPolicy);
    deps.onEvent({ kind: 'retrying', why: described.why, delayMs });
    await sleep(deps.clock, delayMs, signal);
  }
}
