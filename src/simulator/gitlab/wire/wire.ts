/** A request as it arrived on the wire. */
export interface SimulatedRequest {
  readonly method: string;
  /** Path and query, undecoded, e.g. `/api/v4/projects/group%2Fapp?simple=true`. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A complete answer; the front server adds nothing but the framing. */
export interface SimulatedResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body, where it is too long to be held; `body` is empty then. */
  readonly stream?: BodyStream | undefined;
  /** When it was so (milliseconds since 1970), where a replica lags; it is so now when absent. */
  readonly asOfMs?: number | undefined;
}

export interface BodyStream {
  readonly bytes: number;
  readonly open: () => AsyncIterable<Buffer>;
}
