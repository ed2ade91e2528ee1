import { type FileHandle, open } from 'node:fs/promises';

import { type Clock, type Random, sleep } from '../../base/clock.js';
import { type RetryPolicy, retryDelayMs } from '../../base/retry.js';
import { describeReply } from '../../gitlab/responses/explain.js';
import { type FailedReply, type Reply, retryAfterOf } from '../../gitlab/responses/reply.js';
import { isTransient } from '../../gitlab/responses/response-meaning.js';
import type { DownloadRest, DownloadSink } from '../../gitlab/streams.js';
import type { DownloadProgress } from './plan.js';

/** So much is collected before it is written, and as much may come meanwhile. */
const collectedBytes = 256 * 1024;

/** A new file that is written piece by piece, while the next pieces come. */
export interface FileSink {
  /** How much has been taken: the next piece is put behind it. */
  readonly bytes: () => number;
  /** Gives a promise when so much waits to be written that nothing more should come for now. */
  readonly write: (piece: Buffer) => Promise<void> | undefined;
  /** Writes what still waits. */
  readonly flush: () => Promise<void>;
  /** Begins anew. */
  readonly restart: () => void;
  readonly close: () => Promise<void>;
}

/** @throws errors of the system, such as `EEXIST` or `ENOSPC`; those of a write at the next call. */
export async function openFileSink(path: string): Promise<FileSink> {
  const file = await open(path, 'wx');
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
      // In the order of the writes: what comes now must not be cut off by it.
      writing = writing
        .then(() => file.truncate(0))
        .catch((error: unknown) => {
          failure = { error };
        });
    },
    close: async () => {
      await writing;
      await file.close();
    },
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

/** What is left when only a part was written. */
function withoutStart(pieces: readonly Buffer[], bytes: number): readonly Buffer[] {
  let skip = bytes;
  return pieces.flatMap((piece) => {
    const from = Math.min(skip, piece.length);
    skip -= from;
    return from === piece.length ? [] : [piece.subarray(from)];
  });
}

/**
 * Patient: the pipeline has done its work, and a minute more for a restarting server is nothing beside doing
 * it again.
 */
export const downloadRetries: RetryPolicy = {
  attempts: 6,
  firstPauseMs: 2000,
  maxPauseMs: 20_000,
  maxRetryAfterMs: 60_000,
};

/**
 * A line that breaks again and again, and brings a little more each time, is given up after so many attempts
 * in all.
 */
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
 * Downloads into a new file. After a cut it goes on where it was, if the server still has the same, and
 * begins anew otherwise; attempts that bring something do not count against the policy.
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
    // The rest may be refused because there is none, or because the file has become shorter: the whole is
    // asked for next.
    const isRestRefused = reply.kind === 'refused' && reply.refusal.status === 416 && rest !== undefined;
    if (isRestRefused) validator = undefined;
    if (file.bytes() > before) attempt = 1;
    const isOver = attempt >= downloadRetries.attempts || all >= mostAttempts;
    if (isOver || !(isRestRefused || isTransient(reply, 'artifact'))) return { kind: 'failed', reply };
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
