/** A fault of one exchange. The names say when it happens, relative to the server's work. */
export type Fault =
  /**
   * The connection closes before anything is read. Without conditions on the request, already when it is
   * opened.
   */
  | { readonly kind: 'refuse' }
  /** The connection is reset once the request is read; nothing was done. */
  | { readonly kind: 'reset_before' }
  /** The work is done, then the connection is reset instead of an answer. */
  | { readonly kind: 'reset_after' }
  /** The work is done; half of the body comes under the full `content-length`, then the connection is cut. */
  | { readonly kind: 'truncate' }
  /** As `truncate`, with chunks and without the last one. */
  | { readonly kind: 'truncate_chunked' }
  /** Nothing is done, no answer ever comes. */
  | { readonly kind: 'stall' }
  /** The work is done, no answer ever comes. */
  | { readonly kind: 'stall_after_work' }
  /** The work is done; the body comes one byte every `everyMs`. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** Nothing is done; a page with 200 comes, as from a login gateway. */
  | { readonly kind: 'html'; readonly page?: string | undefined }
  | {
      readonly kind: 'redirect';
      readonly status: 301 | 302 | 303 | 307 | 308;
      readonly location: string;
    }
  /** Nothing is done; a body of so many megabytes (2^20 bytes), or without end. */
  | { readonly kind: 'too_large'; readonly megabytes: number | 'endless' }
  /** Nothing is done; 429 with the headers given, in seconds from now. */
  | {
      readonly kind: 'rate_limited';
      readonly retryAfterSeconds?: number | undefined;
      readonly resetAfterSeconds?: number | undefined;
      readonly text?: string | undefined;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly work: 'done' | 'not_done';
      readonly body?: string | undefined;
      readonly contentType?: string | undefined;
      readonly headers?: Readonly<Record<string, string>> | undefined;
    }
  /** Nothing is done; what maintenance mode answers, which depends on the content type of the request. */
  | { readonly kind: 'maintenance'; readonly message?: string | undefined };

export interface FaultRule {
  readonly when: {
    readonly method?: string | undefined;
    /** Searched in the undecoded path and query. */
    readonly pathMatches?: RegExp | undefined;
    /** Counted from 1 among the matching requests; `every` when absent. */
    readonly nth?: number | 'every' | undefined;
    /** The maximum number of affected requests: 1 when absent and `nth` is a number, otherwise any number. */
    readonly times?: number | undefined;
  };
  readonly fault: Fault;
}

/** What the rules test. */
export interface FaultTarget {
  readonly method: string;
  readonly target: string;
}

/** A rule, and how many requests or connections have matched it so far. */
export interface CountedRule {
  readonly rule: FaultRule;
  readonly matches: number;
}

/** Decides which fault affects which request. Its only state is the counts. */
export class FaultPlan {
  #counted: { readonly rule: FaultRule; matches: number }[];

  constructor(rules: readonly FaultRule[]) {
    this.#counted = rules.map((rule) => ({ rule, matches: 0 }));
  }

  /** The current rules, in the order in which they are tested. */
  rules(): readonly CountedRule[] {
    return this.#counted.map((counted) => ({ ...counted }));
  }

  add(rule: FaultRule): void {
    this.#counted.push({ rule, matches: 0 });
  }

  /** Replaces all rules; the new ones count from 1. */
  replace(rules: readonly FaultRule[]): void {
    this.#counted = rules.map((rule) => ({ rule, matches: 0 }));
  }

  /**
   * Whether a connection that is being opened is closed at once. A transport without connections asks before
   * each request.
   */
  atConnection(): 'refuse' | 'accept' {
    const hits = this.#counted.filter(({ rule }) => isConnectionRule(rule)).filter(countAndTest);
    return hits.length > 0 ? 'refuse' : 'accept';
  }

  /**
   * The fault of this request: that of the first rule that applies. Every rule counts every matching request.
   */
  atRequest(request: FaultTarget): Fault | undefined {
    const hits = this.#counted
      .filter(({ rule }) => !isConnectionRule(rule) && fits(rule, request))
      .filter(countAndTest);
    return hits[0]?.rule.fault;
  }
}

function isConnectionRule({ when, fault }: FaultRule): boolean {
  return fault.kind === 'refuse' && when.method === undefined && when.pathMatches === undefined;
}

function fits({ when }: FaultRule, { method, target }: FaultTarget): boolean {
  const { pathMatches } = when;
  if (when.method !== undefined && when.method !== method) return false;
  return pathMatches === undefined || target.search(pathMatches) >= 0;
}

function countAndTest(counted: { readonly rule: FaultRule; matches: number }): boolean {
  counted.matches += 1;
  const { nth = 'every', times } = counted.rule.when;
  const first = nth === 'every' ? 1 : nth;
  const last = first + (times ?? (nth === 'every' ? Infinity : 1)) - 1;
  return counted.matches >= first && counted.matches <= last;
}
