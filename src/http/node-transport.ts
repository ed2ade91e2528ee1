import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';

import type { Clock } from '../base/clock.js';
import { type Connections, createConnections } from './connections.js';
import type { EnvironmentVariables } from './proxy.js';
import { passBody, readBody } from './response-body.js';
import { type ConnectionPhase, transportFaultOf } from './transport-failure.js';
import type { BodySink, HttpRequest, HttpResponse, Transport } from './transport.js';

/** The only part of the clock that the timeout needs. */
type Scheduler = Pick<Clock, 'schedule'>;

/** The state of a request in flight. */
interface Progress {
  phase: ConnectionPhase;
  /** Undefined until a request object exists. An error before that is a bug, not a network failure. */
  sent: ClientRequest | undefined;
  proxy: string | undefined;
  deadlinePassed: boolean;
  /** The error that the sink threw. */
  sinkError: { readonly error: unknown } | undefined;
}

/** What all requests of a transport share. */
interface Shared {
  readonly clock: Scheduler;
  readonly connections: Connections;
  readonly running: Set<AbortController>;
}

/**
 * A transport over the agents of @actions/http-client, with proxies from the environment and keep-alive
 * connections. `caCertificate` is PEM text, trusted in addition to the default certificates. It is not read
 * before the first HTTPS request.
 */
export function createNodeTransport(options: {
  readonly userAgent?: string | undefined;
  readonly caCertificate: string | undefined;
  readonly environment?: EnvironmentVariables | undefined;
  readonly clock: Scheduler;
}): Transport {
  const { userAgent = 'gitlab-trigger', caCertificate, environment, clock } = options;
  const connections = createConnections({ userAgent, caCertificate, environment });
  const shared: Shared = { clock, connections, running: new Set() };
  return {
    send: (request) => send(shared, request),
    close: () => {
      for (const stop of shared.running) stop.abort();
      connections.close();
    },
  };
}

async function send(shared: Shared, request: HttpRequest): Promise<HttpResponse> {
  const { signal, timeoutMs } = request;
  signal.throwIfAborted();
  const progress: Progress = {
    phase: 'connecting',
    sent: undefined,
    proxy: undefined,
    deadlinePassed: false,
    sinkError: undefined,
  };
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  const deadline = startDeadline(shared.clock, timeoutMs, () => {
    progress.deadlinePassed = true;
    stop.abort();
  });
  signal.addEventListener('abort', onAbort, { once: true });
  shared.running.add(stop);
  try {
    return await exchange({ shared, request, progress, deadline, stop: stop.signal });
  } catch (error) {
    signal.throwIfAborted();
    if (progress.sinkError !== undefined) throw progress.sinkError.error;
    if (progress.sent === undefined) throw error;
    throw transportFaultOf({
      error,
      phase: progress.phase,
      passedDeadlineMs: progress.deadlinePassed ? timeoutMs : undefined,
      server: serverOf(request.url),
      proxy: progress.proxy,
    });
  } finally {
    shared.running.delete(stop);
    signal.removeEventListener('abort', onAbort);
    deadline.dispose();
  }
}

interface Deadline {
  /** Restarts the timeout. */
  readonly restart: () => void;
  readonly dispose: () => void;
}

function startDeadline(clock: Scheduler, timeoutMs: number, onPassed: () => void): Deadline {
  let dispose = clock.schedule(timeoutMs, onPassed);
  return {
    restart: () => {
      dispose();
      dispose = clock.schedule(timeoutMs, onPassed);
    },
    dispose: () => dispose(),
  };
}

interface Turn {
  readonly shared: Shared;
  readonly request: HttpRequest;
  readonly progress: Progress;
  readonly deadline: Deadline;
  readonly stop: AbortSignal;
}

async function exchange(turn: Turn): Promise<HttpResponse> {
  const { shared, request, progress, stop } = turn;
  const { url, method, headers } = request;
  const route = shared.connections.routeTo(url, stop);
  progress.proxy = route.proxy;
  const options: RequestOptions = {
    method,
    host: route.host,
    port: url.port === '' ? undefined : url.port,
    path: url.pathname + url.search,
    headers: { 'user-agent': route.client.userAgent, ...headers, 'accept-encoding': codingFor(request) },
    agent: route.agent,
    signal: stop,
  };
  const httpModule = observed(url.protocol === 'https:' ? https : http, (sent) => {
    progress.sent = sent;
    followPhase(sent, progress, url.protocol === 'https:');
    sent.once('upgrade', (_message, socket) => refuseUpgrade(sent, socket));
    // Fires after the handshake: until then, written data only waits in the socket.
    if (request.onSent !== undefined) sent.once('finish', request.onSent);
  });
  const answer = route.client.requestRaw({ options, parsedUrl: url, httpModule }, request.body ?? null);
  const { message } = await endedBy(stop, answer);
  const head = { status: message.statusCode ?? 0, headers: headersOf(message), ...endOf(message) };
  if (request.sink?.accepts(head) !== true) {
    return { ...head, body: await readBody(message, { maxBytes: request.maxBytes, signal: stop }) };
  }
  await pour(message, request.sink, turn);
  return { ...head, body: Buffer.alloc(0) };
}

/**
 * A server that changes the protocol unasked (101) answers nothing. Without a listener, Node never says so.
 */
function refuseUpgrade(sent: ClientRequest, socket: Duplex): void {
  socket.destroy();
  const error = new Error('the server changed the protocol');
  sent.emit('error', Object.assign(error, { code: 'HPE_PAUSED_UPGRADE' }));
}

/** The same promise, but for a request that Node has lost: it ends when it is stopped, too. */
async function endedBy<T>(stop: AbortSignal, work: Promise<T>): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const onStop = (): void => reject(stop.reason as Error);
    stop.addEventListener('abort', onStop, { once: true });
    void work.then(resolve, reject).finally(() => stop.removeEventListener('abort', onStop));
  });
}

/**
 * Only gzip is decoded here. A streamed body is requested unencoded so that byte positions stay valid,
 * because parts of it may be requested later.
 */
function codingFor({ sink }: HttpRequest): string {
  return sink === undefined ? 'gzip' : 'identity';
}

/** After its first chunk, a body that goes to a sink must bring as many bytes as this within each timeout. */
const leastBytes = 64 * 1024;

async function pour(message: IncomingMessage, sink: BodySink, { progress, deadline }: Turn): Promise<void> {
  const onError = (error: unknown): never => {
    progress.sinkError = { error };
    throw error;
  };
  let bytes = leastBytes;
  const take = (chunk: Buffer): unknown => {
    bytes += chunk.length;
    if (bytes >= leastBytes) {
      bytes = 0;
      deadline.restart();
    }
    try {
      const written = sink.write(chunk);
      return written instanceof Promise ? written.then(deadline.restart, onError) : written;
    } catch (error) {
      return onError(error);
    }
  };
  await passBody(message, { maxBytes: sink.maxBytes, take });
}

/**
 * The same module with a `request` that reports the request it created. The client keeps the request object
 * to itself, and nothing else shows the phase of a connection. Uses a prototype instead of a copy, because a
 * copy would run the module's getters, which load the built-in fetch.
 */
function observed(module: typeof http | typeof https, onRequest: (sent: ClientRequest) => void): typeof http {
  const request = (options: RequestOptions, onAnswer: (message: IncomingMessage) => void): ClientRequest => {
    const sent = module.request(options, onAnswer);
    onRequest(sent);
    return sent;
  };
  return Object.create(module, { request: { value: request } }) as typeof http;
}

/**
 * Keeps `progress.phase` current. A reused connection is open from the start. The socket of a tunnel is
 * connected but has no TLS yet.
 */
function followPhase(sent: ClientRequest, progress: Progress, secure: boolean): void {
  sent.once('socket', (socket) => {
    const onConnect = (): void => {
      progress.phase = secure ? 'handshake' : 'open';
    };
    if (sent.reusedSocket) {
      progress.phase = 'open';
      return;
    }
    if (secure) socket.once('secureConnect', () => (progress.phase = 'open'));
    if (socket.connecting) socket.once('connect', onConnect);
    else onConnect();
  });
}

/** @see https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
function endOf({ statusCode, headers }: IncomingMessage): Pick<HttpResponse, 'endUntold'> {
  const isEndKnown =
    headers['content-length'] !== undefined ||
    /\bchunked\b/i.test(headers['transfer-encoding'] ?? '') ||
    statusCode === 204 ||
    statusCode === 304;
  return isEndKnown ? {} : { endUntold: true };
}

function headersOf(message: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function serverOf(url: URL): string {
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return `${url.hostname}:${port}`;
}
