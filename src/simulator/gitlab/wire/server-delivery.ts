import type { ServerResponse } from 'node:http';

import type { Clock } from '../../../base/clock.js';
import type { Delivery } from './delivery.js';
import type { BodyStream, SimulatedResponse } from './wire.js';

export interface Stage {
  readonly clock: Clock;
  readonly outgoing: ServerResponse;
}

/** Executes a delivery on a real connection. */
export function act({ clock, outgoing }: Stage, delivery: Delivery): void {
  // A client that has disconnected is no fault of the simulation.
  outgoing.on('error', () => undefined);
  outgoing.sendDate = false;
  switch (delivery.kind) {
    case 'answer':
      writeHead(outgoing, delivery.response, 'content_length');
      if (delivery.response.stream === undefined) outgoing.end(delivery.response.body);
      else void pour(outgoing, delivery.response.stream, Infinity).then(() => outgoing.end());
      return;
    case 'refused':
      outgoing.socket?.destroy();
      return;
    case 'reset':
      outgoing.socket?.resetAndDestroy();
      return;
    case 'truncated':
      writeHead(outgoing, delivery.response, delivery.framing);
      if (delivery.response.stream !== undefined) {
        void pour(outgoing, delivery.response.stream, delivery.sentBytes).then(() => {
          outgoing.socket?.destroy();
        });
        return;
      }
      outgoing.write(delivery.response.body.subarray(0, Math.max(1, delivery.sentBytes)), () => {
        outgoing.socket?.destroy();
      });
      return;
    case 'silence':
      return;
    case 'drip':
      writeHead(outgoing, delivery.response, 'content_length');
      outgoing.flushHeaders();
      drip({ clock, outgoing }, delivery.response.body, delivery.everyMs);
      return;
    case 'flood':
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      flood(outgoing, delivery.totalBytes === 'endless' ? Infinity : delivery.totalBytes);
      return;
  }
}

function writeHead(
  outgoing: ServerResponse,
  { status, headers, body, stream }: SimulatedResponse,
  framing: 'content_length' | 'chunked',
): void {
  const bodiless = status === 204 || status === 304;
  const bytes = stream?.bytes ?? body.length;
  const length = framing === 'content_length' && !bodiless ? { 'content-length': bytes } : {};
  outgoing.writeHead(status, { ...length, ...headers });
}

/** Writes no faster than the client reads, and stops when it has disconnected. */
async function pour(outgoing: ServerResponse, stream: BodyStream, mostBytes: number): Promise<void> {
  let rest = mostBytes;
  for await (const chunk of stream.open()) {
    if (rest <= 0 || outgoing.destroyed) return;
    const piece = chunk.subarray(0, rest);
    rest -= piece.length;
    if (outgoing.write(piece)) continue;
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        outgoing.off('drain', goOn).off('close', goOn);
        resolve();
      };
      outgoing.once('drain', goOn).once('close', goOn);
    });
  }
}

function drip(stage: Stage, rest: Buffer, everyMs: number): void {
  const { clock, outgoing } = stage;
  if (rest.length === 0) {
    outgoing.end();
    return;
  }
  const dispose = clock.schedule(everyMs, () => {
    outgoing.off('close', dispose);
    if (outgoing.destroyed) return;
    outgoing.write(rest.subarray(0, 1));
    drip(stage, rest.subarray(1), everyMs);
  });
  outgoing.once('close', dispose);
}

const floodChunk = 65_536;

function flood(outgoing: ServerResponse, restBytes: number): void {
  let rest = restBytes;
  while (rest > 0 && !outgoing.destroyed) {
    const size = Math.min(floodChunk, rest);
    rest -= size;
    if (!outgoing.write(Buffer.alloc(size, 'x'))) {
      outgoing.once('drain', () => flood(outgoing, rest));
      return;
    }
  }
  if (rest <= 0) outgoing.end();
}
