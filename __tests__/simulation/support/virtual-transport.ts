import type { Clock } from '../../../src/base/clock.js';
import {
  type HttpRequest,
  type HttpResponse,
  type Transport,
  TransportFault,
} from '../../../src/http/transport.js';
import type { Delivery } from '../../../src/simulator/gitlab/wire/delivery.js';
import type { SimulatedResponse } from '../../../src/simulator/gitlab/wire/wire.js';
import type { Dice } from './dice.js';
import type { AnswerShape, Exchange, Phase, Wire } from './wire.js';

/** A line between a run and the simulated GitLab, in virtual time. */
export interface Line {
  readonly wire: Pick<Wire, 'open' | 'arrive'>;
  /** Of the server at the other end; any other is somebody else's. */
  readonly origin: string;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly phase: Phase;
  /** One way. */
  readonly latency: { readonly leastMs: number; readonly mostMs: number };
  /**
   * What the transport makes of a body that was cut off: a fault, as it should; or what a worse one would.
   */
  readonly onTruncated: 'fault' | 'short_answer' | 'silence';
}

/** What ends a request without an answer. */
type Failure = ConstructorParameters<typeof TransportFault>[0];

/**
 * Acts deliveries out as the transport over sockets does: a cut body is `truncated`, a slow one may meet the
 * deadline, redirects are answers. A request whose client went away before it arrived is never seen by the
 * server.
 */
export function createVirtualTransport(line: Line): Transport {
  const closers = new Set<() => void>();
  return {
    send: async (request) => {
      request.signal.throwIfAborted();
      const exchange = line.wire.open(line.phase, request);
      return await carry(line, { request, exchange, closers });
    },
    close: () => {
      for (const close of closers) close();
    },
  };
}

interface Trip {
  readonly request: HttpRequest;
  readonly exchange: Exchange;
  readonly closers: Set<() => void>;
}

function carry(line: Line, { request, exchange, closers }: Trip): Promise<HttpResponse> {
  const { clock, dice, wire } = line;
  const { signal, timeoutMs } = request;
  return new Promise((resolve, reject) => {
    let disposeStep = (): void => undefined;
    let disposeDeadline = (): void => undefined;
    const finish = (end: Exchange['end'], settle: () => void): void => {
      if (exchange.end !== 'open') return;
      exchange.end = end;
      exchange.endMs = clock.nowMs();
      disposeStep();
      disposeDeadline();
      signal.removeEventListener('abort', onAbort);
      closers.delete(onClose);
      settle();
    };
    const fail = (failure: Failure): void => finish('fault', () => reject(new TransportFault(failure)));
    const onAbort = (): void => finish('aborted', () => reject(signal.reason as Error));
    const onClose = (): void => fail(resetFailure);
    const restartDeadline = (): void => {
      disposeDeadline();
      disposeDeadline = clock.schedule(timeoutMs, () =>
        fail({
          kind: 'timeout',
          reached: exchange.arrivedMs === undefined ? 'no' : 'maybe',
          message: 'no complete answer in time',
        }),
      );
    };
    const later = (delayMs: number, step: () => void): void => {
      disposeStep = clock.schedule(delayMs, step);
    };
    const answer = (response: SimulatedResponse, body: Buffer): void => {
      exchange.status = response.status;
      exchange.shape = shapeOf(response);
      exchange.namesThrottle = (response.headers['ratelimit-name'] ?? '') !== '';
      finish('answer', () => resolve({ status: response.status, headers: response.headers, body }));
    };
    const travelMs = (): number => dice.between(line.latency.leastMs, line.latency.mostMs);

    signal.addEventListener('abort', onAbort, { once: true });
    closers.add(onClose);
    restartDeadline();
    later(travelMs(), () => {
      const isAtHome = request.url.origin === line.origin;
      const delivery: Delivery = isAtHome ? wire.arrive(exchange) : foreignAnswer;
      if (delivery.kind !== 'refused') request.onSent?.();
      later(travelMs(), () =>
        act({ request, delivery, line, fail, answer, later, restartDeadline, finish, reject }),
      );
    });
  });
}

function shapeOf({ headers, body }: SimulatedResponse): AnswerShape {
  if (body.length === 0) return 'none';
  const type = headers['content-type'] ?? '';
  if (type.includes('html')) return 'page';
  return type.includes('json') ? 'json' : 'text';
}

interface Scene {
  readonly request: HttpRequest;
  readonly delivery: Delivery;
  readonly line: Line;
  readonly fail: (failure: Failure) => void;
  readonly answer: (response: SimulatedResponse, body: Buffer) => void;
  readonly later: (delayMs: number, step: () => void) => void;
  readonly restartDeadline: () => void;
  readonly finish: (end: Exchange['end'], settle: () => void) => void;
  readonly reject: (reason: Error) => void;
}

const resetFailure: Failure = {
  kind: 'reset',
  reached: 'maybe',
  message: 'the connection broke before an answer came',
};

const refusals: readonly Failure[] = [
  { kind: 'refused', reached: 'no', message: 'no connection could be made' },
  { kind: 'name', reached: 'no', message: 'the host name could not be resolved' },
  { kind: 'tls', reached: 'no', message: 'no trusted TLS connection could be made' },
  { kind: 'proxy', reached: 'no', message: 'the proxy gave no connection' },
];

/** What any other server says: it takes whatever it is given. */
const foreignAnswer: Delivery = {
  kind: 'answer',
  response: { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html></html>') },
};

function act(scene: Scene): void {
  const { delivery, request, line, fail } = scene;
  switch (delivery.kind) {
    case 'answer':
      receive(scene, delivery.response, delivery.response.body);
      return;
    case 'refused':
      fail(line.dice.pick(refusals));
      return;
    case 'reset':
      fail(resetFailure);
      return;
    case 'truncated':
      receiveTruncated(scene, delivery);
      return;
    case 'silence':
      return;
    case 'drip':
      drip(scene, delivery);
      return;
    case 'flood':
      fail({
        kind: 'too_large',
        reached: 'maybe',
        message: `the answer is longer than ${request.maxBytes} bytes`,
      });
      return;
  }
}

/**
 * Hands a body to where it belongs; gives what is held of it, or `undefined` when the sink would not have it.
 */
function pour({ request, finish, reject }: Scene, head: SimulatedResponse, body: Buffer): Buffer | undefined {
  const { sink } = request;
  if (sink?.accepts(head) !== true) return body;
  try {
    if (body.length > 0) sink.write(body);
    return Buffer.alloc(0);
  } catch (error) {
    finish('aborted', () => reject(error as Error));
    return undefined;
  }
}

function receive(scene: Scene, response: SimulatedResponse, body: Buffer): void {
  if (body.length > scene.request.maxBytes && scene.request.sink === undefined) {
    scene.fail({ kind: 'too_large', reached: 'maybe', message: 'the answer is too long' });
    return;
  }
  const held = pour(scene, response, body);
  if (held !== undefined) scene.answer(response, held);
}

function receiveTruncated(
  scene: Scene,
  { response, sentBytes }: Extract<Delivery, { kind: 'truncated' }>,
): void {
  const { onTruncated } = scene.line;
  if (onTruncated === 'silence') return;
  const part = response.body.subarray(0, Math.max(1, sentBytes));
  const held = pour(scene, response, part);
  if (held === undefined) return;
  if (onTruncated === 'short_answer') scene.answer(response, held);
  else {
    const message = `the connection broke after ${part.length} bytes of the answer's body`;
    scene.fail({ kind: 'truncated', reached: 'maybe', message });
  }
}

/** Byte by byte would be thousands of timers; sixteen pieces take as long. */
const dripPieces = 16;

function drip(scene: Scene, { response, everyMs }: Extract<Delivery, { kind: 'drip' }>): void {
  const { body } = response;
  const size = Math.max(1, Math.ceil(body.length / dripPieces));
  const isPoured = scene.request.sink?.accepts(response) === true;
  const next = (fromByte: number): void => {
    if (fromByte >= body.length) {
      if (isPoured) scene.answer(response, Buffer.alloc(0));
      else receive(scene, response, body);
      return;
    }
    const piece = body.subarray(fromByte, fromByte + size);
    scene.later(piece.length * everyMs, () => {
      if (isPoured) {
        scene.restartDeadline();
        if (pour(scene, response, piece) === undefined) return;
      }
      next(fromByte + piece.length);
    });
  };
  next(0);
}
