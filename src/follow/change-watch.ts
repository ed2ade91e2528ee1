import type { NoAnswer, Probe } from './change-probe.js';

/**
 * What is known from asking whether anything has changed. Polls alone say what is true; this says when the
 * next one is worth making. Times are those of the clock, in milliseconds.
 */
export interface ChangeWatch {
  /** What to ask with; absent before the first answer. */
  readonly tag: string | undefined;
  /** Why nothing is asked any more. */
  readonly off: NoAnswer | 'stuck' | 'restless' | undefined;
  /** When the last question was answered, or given up. */
  readonly askedMs: number;
  readonly notBeforeMs: number;
  /** How many questions in a row had no answer. */
  readonly failures: number;
  /** Whether the tag has been seen to move together with what polls show. */
  readonly isTrusted: boolean;
  /**
   * What a poll has not answered yet. `first`: there was no tag before, so that this one tells nothing.
   * `echo`: a poll has answered, too early to be sure that no replica lagged. `seenMs` is the time of the
   * newest tag, `sinceMs` of the first one after the poll before.
   */
  readonly unread:
    | { readonly kind: 'first' | 'change' | 'echo'; readonly seenMs: number; readonly sinceMs: number }
    | undefined;
  /** How often in a row a poll after a new tag showed no change. */
  readonly fruitless: number;
  /** How many answers in a row had another tag. */
  readonly changes: number;
  /** When a poll first showed a change without a new tag. */
  readonly untoldMs: number | undefined;
  /** How many such changes in a row the tag missed. */
  readonly untold: number;
  /** What the last poll showed; statuses only. */
  readonly fingerprint: string | undefined;
  /** When the last poll had ended. */
  readonly polledMs: number;
}

export const newWatch: ChangeWatch = {
  tag: undefined,
  off: undefined,
  askedMs: -Infinity,
  notBeforeMs: -Infinity,
  failures: 0,
  isTrusted: false,
  unread: undefined,
  fruitless: 0,
  changes: 0,
  untoldMs: undefined,
  untold: 0,
  fingerprint: undefined,
  polledMs: -Infinity,
};

/** A server that has no answer now is asked again after this, and twice more. */
const failurePauseMs = 60_000;
const mostFailures = 3;
/** A tag is touched by a worker of its own, which may lag. */
const touchLagMs = 10_000;
const mostUntold = 2;
/** A tag that is another one each time tells nothing, and is given up once polls have shown that. */
const suspectAfter = 4;
const restlessAfter = 6;
const fruitlessAfter = 3;

/** A poll this long after a new tag sees what the tag was made for, on a replica, too. */
export const echoMs = 1500;
/** Timers may be early. */
const timerSlackMs = 50;

/**
 * Whether the tag has been another one so often that it may be one that always is. That it moves says little
 * then; a pipeline with many jobs looks the same, and loses nothing by being polled as without questions.
 */
export function isSuspect({ changes }: Pick<ChangeWatch, 'changes'>): boolean {
  return changes >= suspectAfter;
}

/** What an answer adds. */
export function afterProbe(
  watch: ChangeWatch,
  probe: Probe,
  { nowMs, retryAfterMs = 0 }: { readonly nowMs: number; readonly retryAfterMs?: number | undefined },
): ChangeWatch {
  const asked = { ...watch, askedMs: nowMs };
  switch (probe.kind) {
    case 'unavailable': {
      const failures = watch.failures + 1;
      const isOver = probe.lasts === 'for_good' || failures >= mostFailures;
      const notBeforeMs = nowMs + Math.max(failurePauseMs, retryAfterMs);
      return { ...asked, off: isOver ? probe.reason : undefined, failures, notBeforeMs, isTrusted: false };
    }
    case 'unchanged':
      return withDoubt({ ...asked, failures: 0, changes: 0 }, nowMs);
    case 'changed': {
      const { unread } = watch;
      const isFirst = watch.tag === undefined;
      const changes = watch.changes + 1;
      const isRestless = changes >= restlessAfter && watch.fruitless >= fruitlessAfter;
      return {
        ...asked,
        failures: 0,
        tag: probe.tag,
        off: isRestless ? 'restless' : undefined,
        changes,
        // A tag that moves after the news is as good as one that moves before.
        isTrusted: watch.isTrusted || watch.untoldMs !== undefined,
        untoldMs: undefined,
        untold: isFirst ? watch.untold : 0,
        unread: {
          kind: isFirst ? 'first' : 'change',
          seenMs: nowMs,
          sinceMs: unread?.kind === 'change' ? unread.sinceMs : nowMs,
        },
      };
    }
  }
}

function withDoubt(watch: ChangeWatch, nowMs: number): ChangeWatch {
  const { untoldMs } = watch;
  if (untoldMs === undefined || nowMs - untoldMs < touchLagMs) return watch;
  const untold = watch.untold + 1;
  const off = untold >= mostUntold ? 'stuck' : undefined;
  return { ...watch, untoldMs: undefined, untold, off, isTrusted: false };
}

/** What a poll adds, that was sent at `startMs` and showed `fingerprint`. */
export function afterPoll(
  watch: ChangeWatch,
  {
    fingerprint,
    startMs,
    endMs,
  }: { readonly fingerprint: string; readonly startMs: number; readonly endMs: number },
): ChangeWatch {
  const { unread } = watch;
  const isNews = watch.fingerprint !== undefined && watch.fingerprint !== fingerprint;
  const isExplained = unread !== undefined && unread.kind !== 'first';
  const isSettled = unread !== undefined && startMs - unread.seenMs >= echoMs - timerSlackMs;
  return {
    ...watch,
    fingerprint,
    polledMs: endMs,
    isTrusted: watch.isTrusted || (isNews && isExplained),
    untoldMs: isNews && unread === undefined ? (watch.untoldMs ?? endMs) : watch.untoldMs,
    fruitless: isNews ? 0 : watch.fruitless + (unread?.kind === 'change' ? 1 : 0),
    unread:
      unread === undefined || isSettled
        ? undefined
        : { ...unread, kind: unread.kind === 'first' ? 'first' : 'echo' },
  };
}
