import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';

import { sleep, systemClock } from '../base/clock.js';
import { textIn } from '../base/encoding.js';
import { AbortedError } from '../base/errors.js';
import { FileTooLargeError } from '../base/files.js';
import type { TextFiles } from '../model/requests.js';
import { refuseLinksToRead } from './foreign-links.js';

/** More than GitLab takes in one request, and than any file of certificates or tokens has. */
const mostBytes = 16 * 1024 * 1024;

const chunkBytes = 64 * 1024;

/** Interval between looks into a pipe whose writer is not there yet, or has nothing to say. */
const pipePollMs = 20;

/**
 * The files of this machine; all files that inputs name are read here. A link in the working folder may have
 * come with a checkout, and would choose which file of the machine is sent to GitLab: it is not followed. A
 * named pipe is read until its writer closes it. Nothing that never ends, or never begins, is read past
 * `signal` or past the size limit.
 */
export function textFilesUntil(signal: AbortSignal, limitBytes = mostBytes): TextFiles {
  return {
    readText: async (path) => {
      try {
        signal.throwIfAborted();
        refuseLinksToRead(path);
        // A pipe without a writer would block the open, and with it the end of this process.
        const file = await open(path, constants.O_RDONLY | nonBlocking);
        try {
          return textIn(await bytesOf(file, { path, signal, limitBytes }));
        } finally {
          await file.close();
        }
      } catch (error) {
        throw signal.aborted ? abortedBy(signal) : error;
      }
    },
  };
}

/** Windows has no such flag, and no such pipes among its files. */
const nonBlocking = process.platform === 'win32' ? 0 : constants.O_NONBLOCK;

function abortedBy({ reason }: AbortSignal): AbortedError {
  return reason instanceof AbortedError ? reason : new AbortedError('AbortSignal', { cause: reason });
}

async function bytesOf(
  file: FileHandle,
  of: { readonly path: string; readonly signal: AbortSignal; readonly limitBytes: number },
): Promise<Buffer> {
  const { path, signal, limitBytes } = of;
  const isAwaitingWriter = (await file.stat()).isFIFO() && !isOpenAlready(path);
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    signal.throwIfAborted();
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const count = await readNow(file, chunk);
    if (count === 0 && !(isAwaitingWriter && size === 0)) return Buffer.concat(chunks);
    if (count === 0 || count === 'nothing_yet') {
      await sleep(systemClock, pipePollMs, signal);
      continue;
    }
    size += count;
    if (size > limitBytes) throw new FileTooLargeError(limitBytes);
    chunks.push(chunk.subarray(0, count));
  }
}

/** `nothing_yet`: the pipe or terminal has a writer that has written nothing more. */
async function readNow(file: FileHandle, into: Buffer): Promise<number | 'nothing_yet'> {
  try {
    return (await file.read(into, 0, into.length, null)).bytesRead;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 'nothing_yet';
    throw error;
  }
}

/**
 * Whether a path names a file that this process was started with: standard input, or what a shell puts in
 * place of `<(…)`. Its writer has been there, so its end is the end, even if it is empty.
 */
function isOpenAlready(path: string): boolean {
  return /^\/(?:dev|proc)\//.test(resolve(path));
}
