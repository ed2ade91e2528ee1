import type { IncomingMessage } from 'node:http';

import { beginsAsGzip, contentCodingOf } from './content-coding.js';
import { BrokenGzip, inflate } from './inflate.js';
import { TransportFault } from './transport.js';

/** What gzip adds to bytes that it cannot shorten: one in a thousand is more than enough, and a name in its head. */
const gzipOverhead = (bytes: number): number => Math.ceil(bytes / 1000) + 1024;

/**
 * Reads a body to its very end, inflated if it is gzip. `maxBytes` counts what comes out; `signal` ends inflating as it ends the connection.
 * @throws {TransportFault} `truncated` when the connection ended before the body did, or when it is not one whole gzip stream although it says
 * so, gzip although it does not say so, or in another coding; `too_large` as soon as it is known to be longer than `maxBytes`. The socket
 * is closed then.
 */
export async function readBody(
  message: IncomingMessage,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Buffer> {
  const coding = contentCodingOf(message.headers['content-encoding']);
  switch (coding.kind) {
    case 'plain':
      return notGzip(
        message,
        await collected(message, piecesOf(message, { maxBytes, wireBytes: maxBytes }), maxBytes),
      );
    case 'gzip': {
      const wireBytes = maxBytes + gzipOverhead(maxBytes);
      const pieces = inflate(piecesOf(message, { maxBytes, wireBytes }), signal);
      try {
        return notGzip(message, await collected(message, pieces, maxBytes));
      } catch (error) {
        // The pieces would end with the next of them, which may never come.
        message.destroy();
        throw error instanceof BrokenGzip
          ? notWhole(
              "the answer's body is not the whole gzip stream that its headers announce",
              message,
              error,
            )
          : error;
      }
    }
    case 'foreign':
      message.destroy();
      throw foreignCoding(coding.name, message);
  }
}

/**
 * Hands a body to `take` piece by piece, as it is, waiting for a promise that it gives. What `take` throws is thrown, and the socket is closed.
 * @throws {TransportFault} as `readBody`, and `truncated` for any coding; what came before has been handed over by then.
 */
export async function passBody(
  message: IncomingMessage,
  { maxBytes, take }: { readonly maxBytes: number; readonly take: (chunk: Buffer) => unknown },
): Promise<void> {
  const coding = contentCodingOf(message.headers['content-encoding']);
  if (coding.kind !== 'plain') {
    message.destroy();
    throw foreignCoding(coding.kind === 'gzip' ? 'gzip' : coding.name, message);
  }
  for await (const piece of piecesOf(message, { maxBytes, wireBytes: maxBytes })) {
    const taken = take(piece);
    if (taken instanceof Promise) await taken;
  }
}

/** The bytes of a body as they come. Leaving the loop early closes the socket. */
async function* piecesOf(
  message: IncomingMessage,
  { maxBytes, wireBytes }: { readonly maxBytes: number; readonly wireBytes: number },
): AsyncGenerator<Buffer, void, undefined> {
  if (Number(message.headers['content-length'] ?? 0) > wireBytes) {
    message.destroy();
    throw tooLarge(maxBytes, message);
  }
  let length = 0;
  try {
    for await (const piece of message as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > wireBytes) throw tooLarge(maxBytes, message);
      yield piece;
    }
  } catch (error) {
    throw error instanceof TransportFault ? error : truncated(length, message, error);
  }
  if (!message.complete) throw truncated(length, message);
}

async function collected(
  message: IncomingMessage,
  pieces: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<Buffer> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > maxBytes) throw tooLarge(maxBytes, message);
    kept.push(piece);
  }
  return Buffer.concat(kept, length);
}

/** Held bodies are text: one that begins as gzip has lost its header on the way, or was packed twice. */
function notGzip(message: IncomingMessage, body: Buffer): Buffer {
  if (beginsAsGzip(body)) throw notWhole("the answer's body is gzip, and its headers do not say so", message);
  return body;
}

function tooLarge(maxBytes: number, { statusCode: status }: IncomingMessage): TransportFault {
  return new TransportFault({
    kind: 'too_large',
    reached: 'maybe',
    message: `the answer is longer than ${maxBytes} bytes`,
    status,
  });
}

function truncated(length: number, message: IncomingMessage, cause?: unknown): TransportFault {
  return notWhole(`the connection broke after ${length} bytes of the answer's body`, message, cause);
}

function foreignCoding(name: string, message: IncomingMessage): TransportFault {
  return notWhole(
    `the answer's body came compressed in a way that was not asked for (${name}); something in front of GitLab does that`,
    message,
  );
}

function notWhole(text: string, { statusCode: status }: IncomingMessage, cause?: unknown): TransportFault {
  return new TransportFault({ kind: 'truncated', reached: 'maybe', message: text, status, cause });
}
