import type { Call } from './request.js';

/**
 * A request at an address of its own, for caches that look at no header, and with a header, for those that
 * do.
 */
export function freshly(
  { url, headers }: Pick<Call<unknown>, 'url' | 'headers'>,
  fresh: string | undefined,
): Pick<Call<unknown>, 'url' | 'headers'> {
  if (fresh === undefined) return { url, headers };
  const own = new URL(url);
  own.searchParams.set('gitlab_trigger_fresh', fresh);
  return { url: own, headers: { ...headers, 'cache-control': 'no-cache' } };
}
