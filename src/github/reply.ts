import { formatDuration } from '../base/duration.js';
import { type AppError, type ErrorCode, RefusedError, UnreachableError } from '../base/errors.js';
import type { TransportFault } from '../http/transport.js';

/** An unsuccessful response of GitHub, read as far as possible. */
export interface GitHubRefusal {
  readonly status: number;
  /**
   * GitHub's words: `message`, then those of `errors`; cleaned, at most ten. For a page, its title and first
   * words.
   */
  readonly texts: readonly string[];
  /** The kind of body: GitHub's API writes JSON; other kinds come from something in front of it. */
  readonly shape: 'json' | 'text' | 'html' | 'none';
  /** The exceeded rate limit: `primary` counts requests per hour, `secondary` guards against bursts. */
  readonly limit?: 'primary' | 'secondary' | undefined;
  /** How long GitHub asks us to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /**
   * The permissions that a fine-grained token needs, in GitHub's words (`issues=write; pull_requests=write`).
   */
  readonly acceptedPermissions?: string | undefined;
  /** Whether the organization requires that the token is authorized for its single sign-on first. */
  readonly singleSignOn: 'required' | 'not_mentioned';
  /** `Location` of a redirect, without its query. */
  readonly location?: string | undefined;
  /** `X-GitHub-Request-Id`, which GitHub's support can search for. */
  readonly requestId?: string | undefined;
}

/**
 * The result of one call. `unreadable`: a success status whose body is not what GitHub sends (a login page,
 * truncated JSON, another shape); `why` says what is wrong with it.
 */
export type GitHubReply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: GitHubRefusal }
  | { readonly kind: 'unreadable'; readonly status: number; readonly why: string }
  | { readonly kind: 'fault'; readonly fault: TransportFault };

/** Every unsuccessful result of a call. */
export type FailedGitHubReply = Exclude<GitHubReply<unknown>, { readonly kind: 'ok' }>;

/** The failed call, and what the token needs for it. */
export interface FailedCall {
  /** The operation and its target: `Storing the secret DEPLOY of octo/app`. */
  readonly what: string;
  /** Fits after "needs": `the repository permission "Secrets: Read and write"`. */
  readonly needs: string;
}

interface Described {
  readonly code: ErrorCode;
  readonly why: string;
  readonly hint: string;
}

/**
 * The error or warning for a call that failed permanently. Refused if GitHub would give the same answer
 * again, unreachable for everything else.
 */
export function gitHubErrorOf(reply: FailedGitHubReply, { what, needs }: FailedCall): AppError {
  const cause = reply.kind === 'fault' ? reply.fault : undefined;
  const parts = { what, ...describe(reply, needs), cause };
  return isTransient(reply) ? new UnreachableError(parts) : new RefusedError(parts);
}

/** Whether a retry may succeed a little later. A rate limit says how much later. */
export function isTransient(reply: FailedGitHubReply): boolean {
  if (reply.kind !== 'refused') return true;
  const { status, limit } = reply.refusal;
  return limit !== undefined || status >= 500 || status === 408 || status === 425;
}

/** How long GitHub asks us to wait, in milliseconds; `undefined` if it does not say. */
export function retryAfterOf(reply: FailedGitHubReply): number | undefined {
  return reply.kind === 'refused' ? reply.refusal.retryAfterMs : undefined;
}

function describe(reply: FailedGitHubReply, needs: string): Described {
  switch (reply.kind) {
    case 'fault':
      return {
        code: 'github_unreachable',
        why: reply.fault.message,
        hint: 'Check that this machine reaches the API of GitHub, through its proxy if there is one, and try again.',
      };
    case 'unreadable':
      return {
        code: 'github_unreachable',
        why: `The server answered ${reply.status}, but ${reply.why}`,
        hint: 'Something between this machine and GitHub answered in its place: let the API pass there.',
      };
    case 'refused':
      return { why: reasonOf(reply.refusal), ...judge(reply.refusal, needs) };
  }
}

/** `GitHub answered 403: words (it accepts issues=write; request id abc)`. */
function reasonOf({ status, texts, location, acceptedPermissions, requestId }: GitHubRefusal): string {
  const words = texts.length === 0 ? '' : `: ${texts.join('; ')}`;
  const target = location === undefined ? '' : ` (to ${location})`;
  const details = [
    ...(acceptedPermissions === undefined ? [] : [`it accepts ${acceptedPermissions}`]),
    ...(requestId === undefined ? [] : [`request id ${requestId}`]),
  ];
  return `GitHub answered ${status}${words}${target}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
}

function judge(refusal: GitHubRefusal, needs: string): Pick<Described, 'code' | 'hint'> {
  const { status, limit, singleSignOn } = refusal;
  if (limit !== undefined) return { code: 'github_rate_limited', hint: limitHint(refusal) };
  if (status >= 500 || status === 408 || status === 425) {
    return {
      code: 'github_unreachable',
      hint: 'GitHub has an outage or is overloaded: see its status page, and try again later.',
    };
  }
  if (status === 401) {
    return {
      code: 'github_unauthorized',
      hint: 'Give a github_token that has neither expired nor been revoked.',
    };
  }
  if (status === 403 && singleSignOn === 'required') {
    return {
      code: 'github_forbidden',
      hint: 'The organization uses single sign-on: authorize the token for it (Settings > Developer settings > Personal access tokens > Configure SSO).',
    };
  }
  if (status === 403) return { code: 'github_forbidden', hint: `The github_token needs ${needs}.` };
  if (status === 404) {
    return {
      code: 'github_not_found',
      hint: `Check the names, and the token: GitHub also answers 404 when a token has no access. It needs ${needs}.`,
    };
  }
  return {
    code: 'github_refused',
    hint: "GitHub's message says what it did not accept; check the inputs of the step against it.",
  };
}

function limitHint({ limit, retryAfterMs = 0 }: GitHubRefusal): string {
  const which = limit === 'primary' ? 'The hourly rate limit is used up' : 'Too many requests came at once';
  return `${which}: GitHub asks for a pause of ${formatDuration(retryAfterMs)}. Share the token among fewer workflows, or try again later.`;
}
