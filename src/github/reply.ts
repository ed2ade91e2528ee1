import type { TransportFault } from '../http/transport.js';

/** An answer of GitHub that is not the one we hoped for, read as far as it can be. */
export interface GitHubRefusal {
  readonly status: number;
  /** GitHub's words: `message`, then those of `errors`; cleaned, at most ten. Of a page, its title and first words. */
  readonly texts: readonly string[];
  /** Who wrote the body: GitHub's API, or something that shows pages. */
  readonly shape: 'json' | 'text' | 'html' | 'none';
  /** Which limit is used up: `primary` counts requests an hour, `secondary` guards against bursts. */
  readonly limit?: 'primary' | 'secondary' | undefined;
  /** How long GitHub wants us to stay away. */
  readonly retryAfterMs?: number | undefined;
  /** The permissions of a fine-grained token that would do, in GitHub's words (`issues=write; pull_requests=write`). */
  readonly acceptedPermissions?: string | undefined;
  /** Whether the organization wants the token to be authorized for its single sign-on first. */
  readonly singleSignOn: 'required' | 'not_mentioned';
  /** `Location` of a redirect, without its query. */
  readonly location?: string | undefined;
  /** `X-GitHub-Request-Id`, which GitHub's support can look for. */
  readonly requestId?: string | undefined;
}

/**
 * The outcome of one call. `unreadable`: a success status whose body is not what GitHub would send (a login page, cut JSON, another shape);
 * `why` says what was wrong with it.
 */
export type GitHubReply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: GitHubRefusal }
  | { readonly kind: 'unreadable'; readonly status: number; readonly why: string }
  | { readonly kind: 'fault'; readonly fault: TransportFault };

/** Every outcome of a call but the one we hoped for. */
export type FailedGitHubReply = Exclude<GitHubReply<unknown>, { readonly kind: 'ok' }>;
