import type { IncomingMessage } from 'node:http';

import { TransportFault } from './transport.js';

/**
 * Reads a body to its very end.
 * @throws {TransportFault} `truncated` when the connection ended before the body did; `too_large` as soon as it is known to be longer than
 * `maxBytes`, and then the socket is closed.
 */
export async function readBody(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const length = await passBody(message, { maxBytes, take: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks, length);
}

/**
 * Hands a body to `take` piece by piece, waiting for a promise that it gives, and gives its length. What `take` throws is thrown, and the socket is closed.
 * @throws {TransportFault} as `readBody`; what came before has been handed over by then.
 */
export async function passBody(
  message: IncomingMessage,
  { maxBytes, take }: { readonly maxBytes: number; readonly take: (chunk: Buffer) => unknown },
): Promise<number> {
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) {
    message.destroy();
    throw tooLarge(maxBytes, message);
  }
  let length = 0;
  let isBroken = true;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      // Until the next piece is waited for, an error is not the connection's.
      isBroken = false;
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(maxBytes, message);
      const taken = take(chunk);
      if (taken instanceof Promise) await taken;
      isBroken = true;
    }
  } catch (error) {
    throw isBroken ? truncated(length, message, error) : error;
  }
  if (!message.complete) throw truncated(length, message);
  return length;
}

function tooLarge(maxBytes: number, { statusCode: status }: IncomingMessage): TransportFault {
  return new TransportFault({
    kind: 'too_large',
    reached: 'maybe',
    message: `the answer is longer than ${maxBytes} bytes`,
    status,
  });
}

function truncated(length: number, { statusCode: status }: IncomingMessage, cause?: unknown): TransportFault {
  return new TransportFault({
    kind: 'truncated',
    reached: 'maybe',
    message: `the connection broke after ${length} bytes of the answer's body`,
    status,
    cause,
  });
}
