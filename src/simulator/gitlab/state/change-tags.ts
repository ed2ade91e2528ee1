/**
 * How the server, or a proxy in front of it, treats the conditional GraphQL request with which GitLab's own
 * pages ask whether a pipeline has changed. `working` is GitLab's behavior.
 */
export const changeTagModes = [
  'working',
  /** The administrator switched polling off: 429 in place of 304. */
  'polling_off',
  /** The tag is never touched. */
  'stuck',
  /** Each request gets another tag. */
  'restless',
  /** A proxy removes the headers from the responses. */
  'stripped',
  /** A proxy removes the condition from the requests. */
  'condition_stripped',
  /** A proxy answers 304 by itself. */
  'answered_on_the_way',
  /** The middleware has another path, as can happen below a relative root. */
  'never_matches',
  /** A page with 200, as from a login gateway. */
  'page',
  'redirect',
  'blocked_401',
  'blocked_403',
  'blocked_404',
  'blocked_405',
  /** The path leads to a server that is down. */
  'blocked_502',
] as const;

export type ChangeTagMode = (typeof changeTagModes)[number];

/** The state of the tag of one pipeline. */
export interface ChangeTag {
  readonly serial: number;
  /** The last touch, in milliseconds since 1970; reading a tag does not renew it. */
  readonly touchedMs: number;
  /** The one before, as long as it may still be the one that is shown. */
  readonly before?: ChangeTag | undefined;
}

/**
 * The lifetime of a tag after its last touch.
 * @see GitLab, `lib/gitlab/etag_caching/store.rb`
 */
export const changeTagLifeMs = 20 * 60_000;

/** The newest tag that is older than the lag, or the oldest that is known. */
export function shownTag(
  newest: ChangeTag,
  { lagMs, nowMs }: { readonly lagMs: number; readonly nowMs: number },
): ChangeTag {
  let shown = newest;
  while (shown.before !== undefined && nowMs - shown.touchedMs < lagMs) shown = shown.before;
  return shown;
}
