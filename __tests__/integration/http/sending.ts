import { systemClock } from '../../../src/base/clock.js';
import { createNodeTransport } from '../../../src/http/node-transport.js';
import { TransportFault, type HttpRequest, type Transport } from '../../../src/http/transport.js';

/** A transport as the program makes it, with the real clock. */
export function newTransport(caCertificate?: string): Transport {
  return createNodeTransport({ userAgent: 'test-agent/1', caCertificate, clock: systemClock });
}

/** A transport whose deadlines pass when a test says so, whatever the machine is doing meanwhile. */
export function newHeldTransport(): { readonly transport: Transport; readonly passDeadlines: () => void } {
  const waiting = new Set<() => void>();
  const schedule = (_delayMs: number, callback: () => void): (() => void) => {
    waiting.add(callback);
    return () => void waiting.delete(callback);
  };
  const transport = createNodeTransport({
    userAgent: 'test-agent/1',
    caCertificate: undefined,
    clock: { schedule },
  });
  return {
    transport,
    passDeadlines: () => {
      for (const callback of waiting) callback();
    },
  };
}

/** A GET with room and time enough. */
export function requestTo(url: string, changes: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    url: new URL(url),
    headers: {},
    timeoutMs: 10_000,
    maxBytes: 1_000_000,
    signal: new AbortController().signal,
    ...changes,
  };
}

/** The fault that `send` ends with; any other end throws. */
export async function faultOf(transport: Transport, request: HttpRequest): Promise<TransportFault> {
  try {
    await transport.send(request);
  } catch (error) {
    if (error instanceof TransportFault) return error;
    throw error;
  }
  throw new Error('an answer came where a fault was expected');
}

/** What a caller decides by. */
export async function shortFaultOf(
  transport: Transport,
  request: HttpRequest,
): Promise<Pick<TransportFault, 'kind' | 'reached' | 'message'>> {
  const { kind, reached, message } = await faultOf(transport, request);
  return { kind, reached, message };
}
