import { isUrl } from '../base/address.js';

/** The URL of the next page of a list; `undefined` if there is none. */
export type NextPage = (page: {
  /** The URL of the current page. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}) => URL | undefined;

/** The start of every GitLab API path, after any prefix. */
const apiRoot = '/api/v4/';

/**
 * Reads the headers of a page. GitLab writes its configured external URL into `Link`, which may differ from
 * the URL that we use. So the link is mapped to a URL below `apiUrl`, and the result is never outside of it.
 * If the link is unusable, `X-Next-Page` counts.
 * @see https://docs.gitlab.com/api/rest/#pagination
 */
export function nextPageBelow(apiUrl: URL): NextPage {
  return ({ url, headers }) => {
    const link = nextLink(headers.link ?? '');
    const linked = link === undefined ? undefined : movedBelow(apiUrl, link);
    if (linked !== undefined) return linked;
    const page = countOf(headers['x-next-page']);
    return page === undefined ? undefined : numberedPage(url, page);
  };
}

/** The URL of another page of the same list. */
export function numberedPage(url: URL, page: number): URL {
  const numbered = new URL(url);
  numbered.searchParams.set('page', String(page));
  return numbered;
}

/**
 * Whether any header says if there is a next page. GitLab sends such headers with each list, but a proxy may
 * remove them or set a `Link` of its own.
 */
export function isPaged(headers: Readonly<Record<string, string>>): boolean {
  const isLinked = [...linksOf(headers.link ?? '')].some(({ relations }) =>
    ['first', 'prev', 'next', 'last'].some((relation) => relations.includes(relation)),
  );
  return isLinked || headers['x-next-page'] !== undefined || pageCountOf(headers) !== undefined;
}

/** The page size in the URL. */
export function pageSizeOf(url: URL): number {
  return countOf(url.searchParams.get('per_page') ?? undefined) ?? Infinity;
}

/**
 * Whether a header announces a next page but gives no usable URL: one below another root, or one that a proxy
 * has damaged.
 */
export function isNextUnclear(headers: Readonly<Record<string, string>>): boolean {
  const isLinked = [...linksOf(headers.link ?? '')].some(({ relations }) => relations.includes('next'));
  const number = (headers['x-next-page'] ?? '').trim();
  return isLinked || number !== '';
}

/** The number of pages. GitLab omits it for long lists. */
export function pageCountOf(headers: Readonly<Record<string, string>>): number | undefined {
  return countOf(headers['x-total-pages']);
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function nextLink(header: string): URL | undefined {
  for (const { target, relations } of linksOf(header)) {
    if (relations.includes('next') && isUrl(target)) return new URL(target);
  }
  return undefined;
}

/** @see https://www.rfc-editor.org/rfc/rfc8288#section-3 */
function* linksOf(
  header: string,
): Generator<{ readonly target: string; readonly relations: readonly string[] }, void, undefined> {
  for (const [, target = '', parameters = ''] of header.matchAll(/<([^<>]*)>([^<>]*)/g)) {
    const relation = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters)?.[1] ?? '';
    yield { target, relations: relation.toLowerCase().split(/\s+/) };
  }
}

function movedBelow(apiUrl: URL, link: URL): URL | undefined {
  const start = link.pathname.indexOf(apiRoot);
  if (start === -1) return undefined;
  const below = new URL(apiUrl);
  below.pathname += link.pathname.slice(start + apiRoot.length);
  below.search = link.search;
  return below.pathname.startsWith(apiUrl.pathname) ? below : undefined;
}
