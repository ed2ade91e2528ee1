import type { IncomingMessage } from 'node:http';

import { TransportFault } from './transport.js';

/**
 * Reads a body to its very end.
 * @throws {TransportFault} `truncated` when the connection ended before the body did; `too_large` as soon as it is known to be longer than
 * `maxBytes`, and then the socket is closed.
 */
export async function readBody(message: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(message.headers['content-length'] ?? 0) > maxBytes) {
    message.destroy();
    throw tooLarge(maxBytes);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof TransportFault ? error : truncated(length, error);
  }
  if (!message.complete) throw truncated(length, undefined);
  return Buffer.concat(chunks, length);
}

function tooLarge(maxBytes: number): TransportFault {
  return new TransportFault({
    kind: 'too_large',
    reached: 'maybe',
    message: `the answer is longer than ${maxBytes} bytes`,
  });
}

function truncated(length: number, cause: unknown): TransportFault {
  return new TransportFault({
    kind: 'truncated',
    reached: 'maybe',
    message: `the connection broke after ${length} bytes of the answer's body`,
    cause,
  });
}
