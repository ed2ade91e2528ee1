import { isUrl } from '../base/is-url.js';
/**
 * The next page of a list by its `Link` header; `undefined` when there is none, or when it would lead out of `apiUrl`. GitHub writes the address
 * that it is called by; Forgejo and Gitea the one they are configured with, so its query is what counts.
 * @see https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function nextPage(current: URL, link: string | undefined): URL | undefined {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(/<([^<>]*)>([^<>]*)/g)) {
    const relation = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? '';
    if (!relation.toLowerCase().split(/\s+/).includes('next') || !isUrl(target, current.href)) continue;
    const page = new URL(target, current).searchParams.get('page');
    if (page === null || !/^[1-9]\d{0,6}$/.test(page)) return undefined;
    const next = new URL(current);
    next.searchParams.set('page', page);
    return next;
  }
  return undefined;
}
