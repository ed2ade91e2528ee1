import { RefusedError, UnreachableError } from '../base/app-error.js';
import { sleep } from '../base/clock.js';
import { retryDelayMs } from '../base/retry-delay.js';
import type { Secret } from '../base/secret.js';
import type { ProbeVerdict } from '../gitlab/probe-trigger-token.js';
import type { ProjectAddress } from '../inputs/trigger-request.js';
import type { TokenRun } from './manage-tokens.js';
import type { OwnedToken } from './owned-token.js';
import { callPolicy } from './repeat-call.js';
import type { TokenDeps } from './token-admin.js';

/** Tells whether GitLab takes a token, without starting anything with it. */
export type ProbeToken = (
  call: { readonly project: ProjectAddress; readonly token: Secret },
  signal: AbortSignal,
) => Promise<ProbeVerdict>;

/**
 * Makes sure that GitLab takes a token. A new one may not have reached every server of GitLab yet, so that a no is asked for again, too.
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
      const what = `GitLab did not take trigger token ${token.id} of ${scene.projectName}`;
      throw kind === 'unknown'
        ? new UnreachableError({ what, ...described })
        : new RefusedError({ what, ...described });
    }
    const delayMs = retryDelayMs({ attempt, retryAfterMs: undefined, random: deps.random }, callPolicy);
    deps.onEvent({ kind: 'will_repeat', why: described.why, delayMs });
    await sleep(deps.clock, delayMs, signal);
  }
}
