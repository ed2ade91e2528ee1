/**
 * One request; headers are complete, nothing is added but `accept-encoding`, `content-length`, `host` and
 * `user-agent`.
 */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** From connect to the last byte of the body; a body that goes to `sink` has it again after each piece. */
  readonly timeoutMs: number;
  /** A longer body, counted as it is once inflated, ends the exchange with the fault `too_large`. */
  readonly maxBytes: number;
  /**
   * Takes the body where it accepts the answer; the `body` of that answer is empty. Such a body is not asked
   * for compressed.
   */
  readonly sink?: BodySink | undefined;
  /**
   * Called once, when the last byte of the request has been handed to the open connection. Must not throw.
   */
  readonly onSent?: (() => void) | undefined;
  readonly signal: AbortSignal;
}

/** Where a body goes that is too long to be held. */
export interface BodySink {
  /**
   * Decides, once, before the first byte, whether the body of this answer goes to the sink or is held as any
   * other.
   */
  readonly accepts: (head: Pick<HttpResponse, 'status' | 'headers'>) => boolean;
  /**
   * Takes the next piece, which is not touched afterwards. A promise is waited for, and nothing more is read
   * meanwhile. What came before a fault was still taken; an error thrown here ends the exchange.
   */
  readonly write: (chunk: Buffer) => unknown;
  /** Stands in for the `maxBytes` of the request, which goes on to limit bodies that are held. */
  readonly maxBytes: number;
}

/**
 * A complete answer: a body that was cut off, or cannot be inflated, is a fault, never a shorter answer.
 * Redirects are answers too.
 */
export interface HttpResponse {
  readonly status: number;
  /**
   * Names in lower case; a header that came several times is joined by `, `. Those about length and coding
   * are the wire's.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** Inflated. */
  readonly body: Buffer;
  /**
   * Set where nothing but the end of the connection tells where the body ends, so that a body that was cut
   * off looks whole. GitLab tells it; proxies that speak HTTP/1.0 may not.
   */
  readonly endUntold?: true | undefined;
  /**
   * Set where a secret of ours was taken out of the address that a redirect gives: nobody may be asked for
   * the one, and the other leads nowhere.
   */
  readonly leadsNowhere?: true | undefined;
}

/**
 * What can go wrong on the way. `name`, `refused`, `tls` and `proxy` happen before any byte of the request
 * can have reached the server.
 */
export type TransportFaultKind =
  'name' | 'refused' | 'tls' | 'proxy' | 'reset' | 'truncated' | 'timeout' | 'too_large';

/** A request that got no complete answer. */
export class TransportFault extends Error {
  readonly kind: TransportFaultKind;
  /** `no`: the server certainly never saw the request. `maybe`: it may have, and may have acted on it. */
  readonly reached: 'no' | 'maybe';
  /** Of the answer of which not all came. */
  readonly status: number | undefined;

  constructor(fault: {
    readonly kind: TransportFaultKind;
    readonly reached: 'no' | 'maybe';
    readonly message: string;
    readonly status?: number | undefined;
    readonly cause?: unknown;
  }) {
    super(fault.message, { cause: fault.cause });
    this.name = 'TransportFault';
    this.kind = fault.kind;
    this.reached = fault.reached;
    this.status = fault.status;
  }
}

/** Carries requests. Retries nothing, follows nothing, remembers nothing but its connections. */
export interface Transport {
  /**
   * @throws {TransportFault} when no complete answer came.
   * @throws the reason of `request.signal` when it aborts, and whatever the sink throws; the socket is
   *   closed.
   */
  readonly send: (request: HttpRequest) => Promise<HttpResponse>;
  /** Closes all connections; nothing of the transport keeps the process alive afterwards. */
  readonly close: () => void;
}
