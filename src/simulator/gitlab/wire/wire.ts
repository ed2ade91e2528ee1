/** A request as it arrived on the wire. */
export interface SimulatedRequest {
  readonly method: string;
  /** Path and query, undecoded, e.g. `/api/v4/projects/group%2Fapp?simple=true`. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A complete response; the front server only adds the framing. */
export interface SimulatedResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body, if it is too long for memory; `body` is then empty. */
  readonly stream?: BodyStream | undefined;
  /** When it was so (milliseconds since 1970), where a replica lags; it is so now when absent. */
  readonly asOfMs?: number | undefined;
}

export interface BodyStream {
  readonly bytes: number;
  readonly open: () => AsyncIterable<Buffer>;
}
