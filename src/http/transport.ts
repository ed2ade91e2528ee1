import { wordsOfError } from '../base/foreign-error.js';

/**
 * One request. Its headers are complete: the transport adds only `accept-encoding`, `content-length`, `host`
 * and `user-agent`.
 */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /**
   * From connecting to the last byte of the body. A body that goes to `sink` restarts it with its first chunk
   * and with each 64 KiB.
   */
  readonly timeoutMs: number;
  /** A longer body (decompressed) ends the exchange with the fault `too_large`. */
  readonly maxBytes: number;
  /**
   * Receives the body if it accepts the response; the `body` of that response is empty. Such a body is
   * requested unencoded.
   */
  readonly sink?: BodySink | undefined;
  /**
   * Called once, when the last byte of the request has been passed to the open connection. Must not throw.
   */
  readonly onSent?: (() => void) | undefined;
  readonly signal: AbortSignal;
}

/** The destination of a body that is too long for memory. */
export interface BodySink {
  /** Decides once, before the first byte, whether the body goes to the sink or into memory. */
  readonly accepts: (head: Pick<HttpResponse, 'status' | 'headers'>) => boolean;
  /**
   * Receives the next chunk, which is not modified afterwards. A returned promise pauses reading. Chunks
   * before a fault were still delivered. An error thrown here ends the exchange.
   */
  readonly write: (chunk: Buffer) => unknown;
  /** Replaces the request's `maxBytes`, which still limits buffered bodies. */
  readonly maxBytes: number;
}

/**
 * A complete response: a truncated or undecodable body is a fault, never a shorter response. Redirects are
 * responses too.
 */
export interface HttpResponse {
  readonly status: number;
  /**
   * Names in lower case. Repeated headers are joined by `, `. The headers for length and coding are those of
   * the wire.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly body: Buffer;
  /**
   * Set if only the end of the connection marks the end of the body, so that a truncated body looks complete.
   * GitLab sends the length; proxies that speak HTTP/1.0 may not.
   */
  readonly endUntold?: true | undefined;
  /**
   * Set if a secret of ours was removed from the address of a redirect. The original address must not be
   * used, and the redacted one leads nowhere.
   */
  readonly leadsNowhere?: true | undefined;
}

/**
 * Network failures. `name`, `refused`, `tls` and `proxy` happen before any byte of the request can have
 * reached the server.
 */
export type TransportFaultKind =
  | 'name'
  | 'refused'
  | 'tls'
  | 'proxy'
  | 'reset'
  | 'truncated'
  | 'timeout'
  | 'too_large';

/** A request without a complete response. Keeps only the words of a cause from outside. */
export class TransportFault extends Error {
  readonly kind: TransportFaultKind;
  /** `no`: the server certainly never saw the request. `maybe`: it may have, and may have acted on it. */
  readonly reached: 'no' | 'maybe';
  /** The status of an incomplete response. */
  readonly status: number | undefined;

  constructor(fault: {
    readonly kind: TransportFaultKind;
    readonly reached: 'no' | 'maybe';
    readonly message: string;
    readonly status?: number | undefined;
    readonly cause?: unknown;
  }) {
    const { cause } = fault;
    super(fault.message, { cause: cause instanceof TransportFault ? cause : wordsOfError(cause) });
    this.name = 'TransportFault';
    this.kind = fault.kind;
    this.reached = fault.reached;
    this.status = fault.status;
  }
}

/** Sends requests. Does not retry, follow redirects, or keep any state except its connections. */
export interface Transport {
  /**
   * @throws {TransportFault} when no complete response arrives.
   * @throws the reason of `request.signal` when it aborts, and any error of the sink; the socket is closed.
   */
  readonly send: (request: HttpRequest) => Promise<HttpResponse>;
  /** Closes all connections. Afterwards the transport does not keep the process alive. */
  readonly close: () => void;
}
