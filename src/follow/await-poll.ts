import { type Clock, type Random, sleep, withTimeout } from '../base/clock.js';
import type { ChangeReply } from '../gitlab/change-request.js';
import type { GitLabClient } from '../gitlab/client.js';
import type { ServerHints } from '../gitlab/responses/reply.js';
import { readProbe } from './change-probe.js';
import { type ChangeWatch, afterProbe } from './change-watch.js';
import { type ProbeMoment, nextMove } from './probe-timing.js';

/** The part of GitLab that knows whether something has changed. */
export type ChangeReader = Pick<GitLabClient, 'askForChange'>;

export interface PauseDeps {
  readonly gitlab: ChangeReader;
  readonly clock: Clock;
  readonly random: Random;
  /** Receives details for debugging only. */
  readonly debug?: ((text: string) => void) | undefined;
}

export interface Pause {
  readonly pipelineId: number;
  readonly watch: ChangeWatch;
  /** When the pause ends at the latest. */
  readonly limitMs: number;
  /** Asked anew each time: answers tell what is left of limits. */
  readonly momentOf: () => Omit<ProbeMoment, 'nowMs'>;
  readonly onHints: (hints: ServerHints) => void;
  readonly signal: AbortSignal;
}

/**
 * Waits until the next poll is due, and asks meanwhile whether anything has changed. What comes of asking
 * moves that poll and nothing else: there is no answer that ends the wait in an error.
 * @throws the reason of `signal`, at once, when it aborts.
 */
export async function awaitPoll(deps: PauseDeps, pause: Pause): Promise<ChangeWatch> {
  const { clock, random, debug } = deps;
  const { limitMs, momentOf, signal } = pause;
  let { watch } = pause;
  for (;;) {
    const nowMs = clock.nowMs();
    const moment = { ...momentOf(), nowMs };
    const move = nextMove(watch, moment, random);
    await sleep(clock, Math.min(move.atMs, limitMs) - nowMs, signal);
    if (move.kind === 'poll' || move.atMs >= limitMs) return watch;
    const before = watch.off;
    watch = await askOnce(deps, pause, watch);
    if (watch.off !== undefined && before === undefined) {
      debug?.(`GitLab is not asked whether anything has changed any more: ${watch.off}.`);
    }
  }
}

/** One question, bounded as the pause is: a poll that falls due meanwhile waits for a few seconds at most. */
async function askOnce(
  { gitlab, clock, debug }: PauseDeps,
  { pipelineId, limitMs, onHints, signal }: Pause,
  watch: ChangeWatch,
): Promise<ChangeWatch> {
  const { tag } = watch;
  const afterMs = Math.max(Math.min(limitMs - clock.nowMs(), mostWaitMs), 0);
  const reply = await withTimeout({ clock, signal, afterMs }, async (cutSignal) =>
    gitlab.askForChange?.({ pipelineId, tag }, cutSignal),
  );
  const nowMs = clock.nowMs();
  const probe = readProbe(isReply(reply) ? reply : unanswered, tag);
  const hints = isReply(reply) && reply.kind === 'answer' ? reply.hints : undefined;
  if (hints !== undefined) onHints(hints);
  if (probe.kind === 'unavailable') debug?.(`Whether anything has changed cannot be asked: ${probe.reason}.`);
  return afterProbe(watch, probe, { nowMs, retryAfterMs: hints?.retryAfterMs });
}

/** GitLab answers this from memory; who is slower is no help. */
const mostWaitMs = 3000;

const unanswered = { kind: 'none' } as const;

function isReply(reply: ChangeReply | 'timed_out' | undefined): reply is ChangeReply {
  return typeof reply === 'object';
}
