import type { FileHandle } from 'node:fs/promises';

import { type Clock, type Random, sleep } from '../../base/clock.js';
import { type RetryPolicy, retryDelayMs } from '../../base/retry.js';
import { describeReply } from '../../gitlab/responses/explain.js';
import { type FailedReply, type Reply, hasFault, retryAfterOf } from '../../gitlab/responses/reply.js';
import { isTransient } from '../../gitlab/responses/response-meaning.js';
import type { DownloadRest, DownloadSink } from '../../gitlab/streams.js';
import { createTooLongCount } from '../retry-read.js';
import type { DownloadProgress } from './plan.js';

/** Number of bytes buffered before a write; as many may arrive during it. */
const collectedBytes = 256 * 1024;

/** A new file that is written chunk by chunk while the next chunks arrive. */
export interface FileSink {
  /** Number of bytes accepted; the next chunk follows them. */
  readonly bytes: () => number;
  /** Returns a promise (backpressure) if too much is waiting to be written. */
  readonly write: (piece: Buffer) => Promise<void> | undefined;
  /** Writes what is still buffered. */
  readonly flush: () => Promise<void>;
  /** Empties the file and starts over. */
  readonly restart: () => void;
  /** Waits until nothing is being written. */
  readonly settle: () => Promise<void>;
}

/** Writes to an open file. Errors of a write are thrown by the next call. */
export function createFileSink(file: FileHandle): FileSink {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let position = 0;
  let writing: Promise<void> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;

  const startWriting = (): void => {
    const pieces = waiting;
    const at = position;
    position += waitingBytes;
    waiting = [];
    waitingBytes = 0;
    writing = writing
      .then(() => (failure === undefined ? writeAll(file, pieces, at) : undefined))
      .catch((error: unknown) => {
        failure = { error };
      });
  };
  const settled = async (): Promise<void> => {
    await writing;
    if (failure !== undefined) throw failure.error;
  };

  return {
    bytes: () => position + waitingBytes,
    write: (piece) => {
      waiting.push(piece);
      waitingBytes += piece.length;
      if (waitingBytes < collectedBytes) return undefined;
      const before = settled();
      startWriting();
      return before;
    },
    flush: async () => {
      startWriting();
      await settled();
    },
    restart: () => {
      waiting = [];
      waitingBytes = 0;
      position = 0;
      // Queued after the writes, so that it does not truncate what comes next.
      writing = writing
        .then(() => file.truncate(0))
        .catch((error: unknown) => {
          failure = { error };
        });
    },
    settle: async () => await writing,
  };
}

async function writeAll(file: FileHandle, pieces: readonly Buffer[], position: number): Promise<void> {
  let at = position;
  let rest = pieces;
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev(rest, at);
    at += bytesWritten;
    rest = withoutStart(rest, bytesWritten);
  }
}

/** The rest after a partial write. */
function withoutStart(pieces: readonly Buffer[], bytes: number): readonly Buffer[] {
  let skip = bytes;
  return pieces.flatMap((piece) => {
    const from = Math.min(skip, piece.length);
    skip -= from;
    return from === piece.length ? [] : [piece.subarray(from)];
  });
}

/**
 * Retries for long: the pipeline has done its work, and one more minute for a restarting server costs nothing
 * compared with running it again.
 */
export const downloadRetries: RetryPolicy = {
  attempts: 6,
  firstPauseMs: 2000,
  maxPauseMs: 20_000,
  maxRetryAfterMs: 60_000,
};

/**
 * Maximum number of attempts in total, for a connection that breaks repeatedly and makes a little progress
 * each time.
 */
const mostAttempts = 50;

/** What an attempt that times out must have brought to count as progress. */
const leastProgressBytes = 64 * 1024;

/** Often enough to show progress, and rarely enough to keep the log readable. */
export const progressEveryMs = 10_000;

export interface DownloadDeps {
  readonly clock: Clock;
  readonly random: Random;
}

export interface Download {
  /** A new, empty file. */
  readonly file: FileHandle;
  /** Requests the file, or its rest if `rest` is present. */
  readonly request: (
    rest: DownloadRest | undefined,
    sink: DownloadSink,
    signal: AbortSignal,
  ) => Promise<Reply<unknown>>;
  /** The size in GitLab's list, if known. */
  readonly listedBytes?: number | undefined;
  /** Size limit of the download in bytes. */
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
      /** `untold`: the transport cannot tell whether the response is truncated. */
      readonly end: 'told' | 'untold';
    }
  | { readonly kind: 'failed'; readonly reply: FailedReply };

/**
 * Downloads into a new file, which stays open. After an interruption it resumes if the server still has the
 * same version, and starts over otherwise. Attempts that make progress do not count against the policy,
 * unless they stall: a server that sends a byte now and then would never end otherwise. That an answer is too
 * long is believed the third time.
 * @throws the reason of `signal` when it aborts, and errors of the file system.
 */
export async function download(deps: DownloadDeps, asked: Download): Promise<DownloadResult> {
  const file = createFileSink(asked.file);
  try {
    return await downloadInto(deps, asked, file);
  } finally {
    await file.settle();
  }
}

async function downloadInto(deps: DownloadDeps, asked: Download, file: FileSink): Promise<DownloadResult> {
  const { clock, random } = deps;
  const { request, maxBytes, signal, onInterrupted } = asked;
  let validator: string | undefined;
  let resumed: 'once_or_more' | 'never' = 'never';
  const report = progressReporter(clock, asked.onProgress);
  const isTooLong = createTooLongCount();
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
    // The server may refuse the rest because there is none, or because the file is shorter now: the whole
    // file is requested next.
    const isRestRefused = reply.kind === 'refused' && reply.refusal.status === 416 && rest !== undefined;
    if (isRestRefused || hasFault(reply, 'too_large')) validator = undefined;
    if (file.bytes() - before >= (hasFault(reply, 'timeout') ? leastProgressBytes : 1)) attempt = 1;
    const isOver = attempt >= downloadRetries.attempts || all >= mostAttempts;
    if (isTooLong(reply) || isOver || !(isRestRefused || isTransient(reply, 'artifact')))
      return { kind: 'failed', reply };
    const delayMs = retryDelayMs({ attempt, retryAfterMs: retryAfterOf(reply), random }, downloadRetries);
    onInterrupted({
      why: describeReply(reply).why,
      bytes: validator === undefined ? 0 : file.bytes(),
      delayMs,
    });
    await sleep(clock, delayMs, signal);
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
