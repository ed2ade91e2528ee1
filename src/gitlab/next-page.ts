import { isUrl } from '../base/address.js';

/** Where the next page of a list is. `undefined` when there is none. */
export type NextPage = (page: {
  /** The address that the page came from. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}) => URL | undefined;

/** Where every API of GitLab begins, whatever is in front. */
const apiRoot = '/api/v4/';

/**
 * Reads the headers of a page. The `Link` that GitLab writes carries its configured external address, which
 * need not be the one we use: what it says is looked up below `apiUrl`, and nothing outside of it is ever
 * given. Where the link is of no use, `X-Next-Page` counts.
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

/** The same list at another page. */
export function numberedPage(url: URL, page: number): URL {
  const numbered = new URL(url);
  numbered.searchParams.set('page', String(page));
  return numbered;
}

/**
 * Whether anything tells if there is a next page: GitLab does with each list, but something on the way may
 * take these headers away, or set a `Link` of its own.
 */
export function isPaged(headers: Readonly<Record<string, string>>): boolean {
  const isLinked = [...linksOf(headers.link ?? '')].some(({ relations }) =>
    ['first', 'prev', 'next', 'last'].some((relation) => relations.includes(relation)),
  );
  return isLinked || headers['x-next-page'] !== undefined || pageCountOf(headers) !== undefined;
}

/** How many entries a full page has, by its address. */
export function pageSizeOf(url: URL): number {
  return countOf(url.searchParams.get('per_page') ?? undefined) ?? Infinity;
}

/**
 * Whether a next page is told of in a way that leads nowhere: an address below another root, or one that
 * something on the way has spoiled.
 */
export function isNextUnclear(headers: Readonly<Record<string, string>>): boolean {
  const isLinked = [...linksOf(headers.link ?? '')].some(({ relations }) => relations.includes('next'));
  const number = (headers['x-next-page'] ?? '').trim();
  return isLinked || number !== '';
}

/** The number of pages, which GitLab leaves out for long lists. */
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
