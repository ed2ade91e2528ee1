import { sleep, type Clock } from '../base/clock.js';
import type { Random } from '../base/random.js';
import { retryDelayMs, type RetryPolicy } from '../base/retry-delay.js';
import type { DownloadRest, DownloadSink } from '../gitlab/artifact-stream.js';
import { describeReply } from '../gitlab/describe-reply.js';
import type { FailedReply } from '../gitlab/failed-reply.js';
import { isTransient } from '../gitlab/is-transient.js';
import type { Reply } from '../gitlab/reply.js';
import type { DownloadProgress } from './artifact-event.js';
import { openFileSink, type FileSink } from './file-sink.js';

/** Patient: the pipeline has done its work, and a minute more for a restarting server is nothing beside doing it again. */
export const downloadRetries: RetryPolicy = {
  attempts: 6,
  firstPauseMs: 2000,
  longestPauseMs: 20_000,
  longestWishMs: 60_000,
};

/** A line that breaks again and again, and brings a little more each time, is given up after so many attempts in all. */
const mostAttempts = 50;

/** Often enough to see that something happens, seldom enough to leave the log readable. */
export const progressEveryMs = 10_000;

export interface DownloadDeps {
  readonly clock: Clock;
  readonly random: Random;
}

export interface Download {
  /** Of the file to be made. */
  readonly path: string;
  /** Asks for it; for the rest of it when `rest` is there. */
  readonly request: (
    rest: DownloadRest | undefined,
    sink: DownloadSink,
    signal: AbortSignal,
  ) => Promise<Reply<unknown>>;
  /** What it has by GitLab's list, where that is known. */
  readonly listedBytes?: number | undefined;
  /** More than this is not taken. */
  readonly maxBytes: number;
  readonly onProgress: (progress: DownloadProgress) => void;
  readonly onInterrupted: (interruption: {
    readonly why: string;
    readonly bytes: number;
    readonly delayMs: number;
  }) => void;
  readonly signal: AbortSignal;
}

export type DownloadResult =
  | {
      readonly kind: 'done';
      readonly bytes: number;
      readonly resumed: 'once_or_more' | 'never';
      /** `untold`: it may have been cut off, for all that the transport knows. */
      readonly end: 'told' | 'untold';
    }
  | { readonly kind: 'failed'; readonly reply: FailedReply };

/**
 * Downloads into a new file. After a cut it goes on where it was, if the server still has the same, and begins anew otherwise; attempts that bring something
 * do not count against the policy.
 * @throws the reason of `signal` when it aborts, and errors of the file system.
 */
export async function download(deps: DownloadDeps, asked: Download): Promise<DownloadResult> {
  const file = await openFileSink(asked.path);
  try {
    return await downloadInto(deps, asked, file);
  } finally {
    await file.close();
  }
}

async function downloadInto(deps: DownloadDeps, asked: Download, file: FileSink): Promise<DownloadResult> {
  const { clock, random } = deps;
  const { request, maxBytes, signal, onInterrupted } = asked;
  let validator: string | undefined;
  let resumed: 'once_or_more' | 'never' = 'never';
  const report = progressReporter(clock, asked.onProgress);
  for (let attempt = 1, all = 1; ; attempt += 1, all += 1) {
    const before = file.bytes();
    const rest = validator === undefined || before === 0 ? undefined : { fromByte: before, validator };
    let totalBytes: number | undefined;
    const sink: DownloadSink = {
      begin: (head) => {
        if (head.fromByte === 0) file.restart();
        else resumed = 'once_or_more';
        ({ validator, totalBytes } = head);
      },
      write: (piece) => {
        const written = file.write(piece);
        report(file.bytes(), totalBytes);
        return written;
      },
      maxBytes: Math.max(maxBytes - (rest?.fromByte ?? 0), 0),
      listedBytes: asked.listedBytes,
    };
    const reply = await request(rest, sink, signal);
    await file.flush();
    if (reply.kind === 'ok') {
      const end = reply.hints.endUntold === true ? 'untold' : 'told';
      return { kind: 'done', bytes: file.bytes(), resumed, end };
    }
    // The rest may be refused because there is none, or because the file has become shorter: the whole is asked for next.
    const isRestRefused = reply.kind === 'refused' && reply.refusal.status === 416 && rest !== undefined;
    if (isRestRefused) validator = undefined;
    if (file.bytes() > before) attempt = 1;
    const isOver = attempt >= downloadRetries.attempts || all >= mostAttempts;
    if (isOver || !(isRestRefused || isTransient(reply, 'artifact'))) return { kind: 'failed', reply };
    const delayMs = retryDelayMs({ attempt, retryAfterMs: wishOf(reply), random }, downloadRetries);
    onInterrupted({
      why: describeReply(reply).why,
      bytes: validator === undefined ? 0 : file.bytes(),
      delayMs,
    });
    await sleep(clock, delayMs, signal);
  }
}

function wishOf(reply: FailedReply): number | undefined {
  switch (reply.kind) {
    case 'refused':
      return reply.refusal.hints.retryAfterMs;
    case 'unreadable':
      return reply.hints.retryAfterMs;
    case 'fault':
      return undefined;
  }
}

function progressReporter(
  clock: Pick<Clock, 'nowMs'>,
  onProgress: Download['onProgress'],
): (bytes: number, totalBytes: number | undefined) => void {
  const startMs = clock.nowMs();
  let dueMs = startMs + progressEveryMs;
  return (bytes, totalBytes) => {
    const nowMs = clock.nowMs();
    if (nowMs < dueMs) return;
    dueMs = nowMs + progressEveryMs;
    onProgress({ bytes, totalBytes, elapsedMs: nowMs - startMs });
  };
}
