import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

import type { Clock } from '../../../base/clock.js';
import { compressedAnswer } from './compressed-answer.js';
import { type DeliveryDeps, deliver } from './delivery.js';
import { FaultPlan } from './fault-plan.js';
import { act } from './server-delivery.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

export interface ServerOptions {
  readonly gitlab: DeliveryDeps['gitlab'] & { readonly relativeUrlRoot: string };
  readonly clock: Clock;
  /** PEM; the server speaks HTTPS with it. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** None when absent. */
  readonly faults?: FaultPlan | undefined;
  /** Whether clients that accept gzip get it, as from GitLab's own packages; `gzip` when absent. */
  readonly compression?: 'gzip' | 'none' | undefined;
  /** `127.0.0.1` when absent. */
  readonly host?: string | undefined;
  /** Any free one when absent or 0. */
  readonly port?: number | undefined;
  /** How many of the newest requests are kept; all when absent. */
  readonly mostRequests?: number | undefined;
  /** Endpoints that are no part of the GitLab: no fault affects them, and their requests are not kept. */
  readonly beside?: Beside | undefined;
}

export interface Beside {
  readonly owns: (target: string) => boolean;
  readonly handle: (request: SimulatedRequest) => SimulatedResponse;
}

/** A request that was read to its end. */
export interface RecordedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** By the server's clock, milliseconds since 1970. */
  readonly epochMs: number;
}

export interface RunningServer {
  /** With the relative root, without a trailing slash: the URL that a user would give for this GitLab. */
  readonly url: string;
  readonly port: number;
  /** In order of arrival; grows. */
  readonly requests: readonly RecordedRequest[];
  /** Empties `requests`. */
  readonly forgetRequests: () => void;
  /** Closes the listener and all connections. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a simulated GitLab on an address of this machine, by default loopback.
 * @throws {Error} from the system when the port is taken or the address does not exist.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { clock, tls, host = '127.0.0.1' } = options;
  const gitlab: ServerOptions['gitlab'] =
    options.compression === 'none' ? options.gitlab : compressing(options.gitlab);
  const faults = options.faults ?? new FaultPlan([]);
  const requests: RecordedRequest[] = [];
  const { mostRequests = Infinity, beside } = options;
  const sockets = new Set<Socket>();
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    if (beside?.owns(incoming.url ?? '') === true) {
      readRequest(incoming, (request) => {
        act({ clock, outgoing }, { kind: 'answer', response: beside.handle(request) });
      });
      return;
    }
    // Only the request shows whether a connection is for the endpoints beside the GitLab.
    if (beside !== undefined && faults.atConnection() === 'refuse') {
      incoming.socket.destroy();
      return;
    }
    const fault = faults.atRequest({ method: incoming.method ?? '', target: incoming.url ?? '' });
    if (fault?.kind === 'refuse') {
      incoming.socket.destroy();
      return;
    }
    readRequest(incoming, (request) => {
      const { method, target, headers } = request;
      requests.push({
        method,
        target,
        headers,
        body: request.body.toString('utf8'),
        epochMs: clock.epochMs(),
      });
      if (requests.length > mostRequests) requests.splice(0, requests.length - mostRequests);
      act({ clock, outgoing }, deliver({ gitlab, clock }, request, fault));
    });
  };
  const server = tls === undefined ? createServer(onRequest) : createTlsServer(tls, onRequest);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (beside === undefined && faults.atConnection() === 'refuse') socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const port = portOf(server.address());
  const origin = `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    url: `${origin}${gitlab.relativeUrlRoot}`,
    port,
    requests,
    forgetRequests: () => requests.splice(0),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function compressing(gitlab: ServerOptions['gitlab']): ServerOptions['gitlab'] {
  return {
    relativeUrlRoot: gitlab.relativeUrlRoot,
    handle: (request) => compressedAnswer(request, gitlab.handle(request)),
  };
}

export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('the listener has no port');
  return address.port;
}

export function readRequest(incoming: IncomingMessage, onRead: (request: SimulatedRequest) => void): void {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.once('end', () => {
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]);
    onRead({
      method: incoming.method ?? '',
      target: incoming.url ?? '',
      headers: Object.fromEntries(headers),
      body: Buffer.concat(chunks),
    });
  });
}
