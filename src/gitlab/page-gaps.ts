import { type UnfitEntry, isUnfit } from '../model/pipeline.js';

/** One page as it came. */
export interface ReadPage<T> {
  readonly entries: readonly (T | UnfitEntry)[];
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Why the pages are not one whole list; `undefined` if nothing contradicts it. A list may change while it is
 * read, and its pages may come from replicas with different states or from another server. Every one of these
 * signs proves an entry that is missing, or may be: an entry that comes twice shows that the list moved
 * between two requests, and what moved to a page that had been read was not seen.
 *
 * GitLab omits the totals of lists with more than 10,000 entries, and a proxy may remove all headers. Then
 * the other signs remain.
 * @param announced How many pages exist by the headers of the pages that were read.
 */
export function gapIn<T extends { readonly id: number }>(
  pages: readonly ReadPage<T>[],
  announced: number,
): string | undefined {
  return (
    emptyPage(pages, announced) ??
    shortPage(pages) ??
    differentTotals(pages) ??
    repeated(pages) ??
    missing(pages)
  );
}

function emptyPage(pages: readonly ReadPage<unknown>[], announced: number): string | undefined {
  const index = pages.findIndex(({ entries }, at) => at > 0 && at < announced && entries.length === 0);
  return index === -1 ? undefined : `page ${index + 1} is empty, although it was announced`;
}

/** GitLab fills every page but the last. */
function shortPage(pages: readonly ReadPage<unknown>[]): string | undefined {
  const lengths = pages.map(({ entries }) => entries.length);
  const size = Math.max(...lengths);
  const index = lengths.slice(0, -1).findIndex((length) => length < size);
  return index === -1
    ? undefined
    : `page ${index + 1} has ${lengths[index]} entries, and others have ${size}`;
}

function differentTotals(pages: readonly ReadPage<unknown>[]): string | undefined {
  const differs = ['x-total', 'x-total-pages'].some((name) => {
    const totals = pages.map(({ headers }) => (headers[name] ?? '').trim()).filter((total) => total !== '');
    return new Set(totals).size > 1;
  });
  return differs ? 'its pages give different totals' : undefined;
}

function repeated<T extends { readonly id: number }>(pages: readonly ReadPage<T>[]): string | undefined {
  const seen = new Set<number>();
  for (const entry of pages.flatMap(({ entries }) => entries)) {
    if (isUnfit(entry)) continue;
    if (seen.has(entry.id)) return `entry ${entry.id} came twice`;
    seen.add(entry.id);
  }
  return undefined;
}

function missing(pages: readonly ReadPage<unknown>[]): string | undefined {
  const count = pages.reduce((sum, { entries }) => sum + entries.length, 0);
  const totals = pages.map(({ headers }) => headers['x-total'] ?? '');
  const total = Math.max(0, ...totals.filter((text) => /^\d{1,9}$/.test(text)).map(Number));
  return count < total ? `it has ${count} of ${total} entries` : undefined;
}
