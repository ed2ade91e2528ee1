import type { ChangeReply } from '../gitlab/change-request.js';

/** Why the question cannot be answered here; for the debugging log only. */
export type NoAnswer =
  | 'polling_off'
  | 'throttled'
  | 'not_allowed'
  | 'no_such_path'
  | 'redirected'
  | 'page'
  | 'no_graphql'
  | 'no_tag'
  | 'tag_mixed_up'
  | 'not_from_cache'
  | 'condition_ignored'
  | 'server_error'
  | 'unreachable';

/**
 * What one answer says. `changed` also means that nothing was known before, and goes with the tag to ask
 * with from now on. `unavailable` goes `for_good` where asking again would bring the same, and `for_now`
 * where it may not.
 */
export type Probe =
  | { readonly kind: 'changed'; readonly tag: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unavailable'; readonly reason: NoAnswer; readonly lasts: 'for_good' | 'for_now' };

/** No response came in time. */
export interface NoReply {
  readonly kind: 'none';
}

const reasonOfStatus: Readonly<Record<number, NoAnswer>> = {
  401: 'not_allowed',
  403: 'not_allowed',
  407: 'not_allowed',
  404: 'no_such_path',
  405: 'no_such_path',
  410: 'no_such_path',
};

/**
 * Reads the answer to a question that was asked with `tag`. Nothing but what GitLab's middleware itself says
 * counts as `unchanged`: a cache on the way would go on saying so for ever.
 */
export function readProbe(reply: ChangeReply | NoReply, tag: string | undefined): Probe {
  if (reply.kind !== 'answer') return forNow('unreachable');
  const { status } = reply;
  if (status === 304) return readUnchanged(reply, tag);
  if (status === 200) return readChanged(reply, tag);
  // Where an administrator has switched polling off, this stands in for 304, and asks for no back-off.
  if (status === 429) return reply.fromGitLabCache ? forGood('polling_off') : forNow('throttled');
  if (status >= 300 && status < 400) return forGood('redirected');
  if (status >= 500 || status === 408 || status === 425) return forNow('server_error');
  return forGood(reasonOfStatus[status] ?? 'no_graphql');
}

type Answer = Extract<ChangeReply, { readonly kind: 'answer' }>;

function readUnchanged({ fromGitLabCache, tag: answered }: Answer, tag: string | undefined): Probe {
  if (!fromGitLabCache) return forGood('not_from_cache');
  return tag === undefined || (answered !== undefined && answered !== tag)
    ? forGood('tag_mixed_up')
    : { kind: 'unchanged' };
}

function readChanged(reply: Answer, tag: string | undefined): Probe {
  const { body, tag: answered } = reply;
  if (body === 'page') return forGood('page');
  if (body !== 'query') return forGood('no_graphql');
  // Something on the way keeps answers.
  if (reply.hints.fromCache === true) return forGood('not_from_cache');
  if (answered === undefined) return forGood('no_tag');
  // It would have been 304: GitLab does the whole work each time.
  return answered === tag ? forGood('condition_ignored') : { kind: 'changed', tag: answered };
}

function forGood(reason: NoAnswer): Probe {
  return { kind: 'unavailable', reason, lasts: 'for_good' };
}

function forNow(reason: NoAnswer): Probe {
  return { kind: 'unavailable', reason, lasts: 'for_now' };
}
