import { type Paged, type UnfitEntry, isUnfit } from '../model/pipeline.js';
import { nextPageBelow, numberedPage, isPaged, pageSizeOf, isNextUnclear, pageCountOf } from './next-page.js';
import { type ReadPage, gapIn } from './page-gaps.js';
import type { Reply, ServerHints } from './responses/reply.js';

/**
 * With 100 jobs per page, 20,000 in all: far more than GitLab allows in a pipeline. It ends the loop on a
 * server that always has a next page.
 */
export const mostPages = 200;

/** Enough to hide latency, few enough not to look like an attack. */
const pagesAtOnce = 4;

/**
 * Maximum number of reads of a list with gaps, without a pause. A list that only changed during the read is
 * complete the next time.
 */
export const mostReadings = 3;

/** A gateway that limits `per_page` allows at least this many entries per page. */
const leastPageSize = 10;

/** One page or its failure, with the response headers (none if there was no response). */
export interface PageReply<T> {
  readonly reply: Reply<readonly (T | UnfitEntry)[]>;
  readonly headers: Readonly<Record<string, string>>;
}

export type FetchPage<T> = (url: URL, signal: AbortSignal) => Promise<PageReply<T>>;

/** The state of reading a list. */
interface Reading<T> {
  readonly pages: ReadPage<T>[];
  /** The number of pages that the headers read so far announce. */
  announced: number;
  /** The number of pages that came from a cache. */
  cached: number;
  readonly fetchPage: FetchPage<T>;
  readonly signal: AbortSignal;
}

/** How reading a range of pages ended: with the last page, or with a page that failed. */
type Stretch =
  | {
      readonly kind: 'read';
      readonly url: URL;
      readonly headers: Readonly<Record<string, string>>;
      readonly hints: ServerHints;
    }
  | { readonly kind: 'failed'; readonly reply: Exclude<Reply<never>, { readonly kind: 'ok' }> };

/** A list, and where to read it. */
interface List<T> {
  readonly apiUrl: URL;
  readonly firstUrl: URL;
  readonly fetchPage: FetchPage<T>;
}

/**
 * Reads a whole list from `firstUrl`. Requests several pages at a time if the first page gives their number,
 * otherwise one after another. If one page fails, the whole read fails. The hints are those of the last page;
 * if one page came from a cache, the list counts as cached.
 *
 * A list changes while it is read, and its pages may come from replicas with different states. So a list that
 * has a gap (see `gapIn`) is read again from its start. If the gap stays, the list counts as unreadable: a
 * later read may show it.
 *
 * A proxy may remove the headers that describe pages. Then a full page is followed by a request for the next
 * one, until a page is not full. If the next page repeats the last one, the length of the list is unknown.
 */
export async function fetchPages<T extends { readonly id: number }>(
  list: List<T>,
  signal: AbortSignal,
): Promise<Reply<Paged<T>>> {
  for (let reading = 1; ; reading++) {
    const { reply, gap } = await readList(list, signal);
    if (reply.kind !== 'ok' || gap === undefined) return reply;
    if (reading === mostReadings) {
      const why = `the list has gaps: ${gap}`;
      return { kind: 'unreadable', status: 200, why, hints: reply.hints };
    }
    signal.throwIfAborted();
  }
}

/** Reads the list once. */
async function readList<T extends { readonly id: number }>(
  { apiUrl, firstUrl, fetchPage }: List<T>,
  signal: AbortSignal,
): Promise<{ readonly reply: Reply<Paged<T>>; readonly gap?: string | undefined }> {
  const reading: Reading<T> = { pages: [], announced: 1, cached: 0, fetchPage, signal };
  const nextPage = nextPageBelow(apiUrl);
  const asked = new Set([firstUrl.href]);

  let stretch = await readOne(reading, firstUrl);
  if (stretch.kind === 'failed') return stretch;
  const counted = Math.min(pageCountOf(stretch.headers) ?? 1, mostPages);
  if (counted > 1) {
    const urls = Array.from({ length: counted - 1 }, (_, index) => numberedPage(firstUrl, index + 2));
    for (const { href } of urls) asked.add(href);
    reading.announced = counted;
    stretch = await readTogether(reading, urls);
  }
  for (;;) {
    if (stretch.kind === 'failed') return stretch;
    const { hints } = stretch;
    const announced = nextPage(stretch) ?? unclearPage(reading, stretch);
    const next = announced ?? guessedPage(reading, stretch);
    const isAskable =
      next !== undefined && !asked.has(next.href) && reading.pages.length < mostPages && !isRepeated(reading);
    if (!isAskable) {
      const truncated = next === undefined ? ('complete' as const) : ('timed_out' as const);
      const value = { ...eachOnce(reading.pages), truncated };
      const reply = {
        kind: 'ok' as const,
        value,
        hints: reading.cached > 0 ? { ...hints, fromCache: true as const } : hints,
      };
      return truncated === 'complete' ? { reply, gap: gapIn(reading.pages, reading.announced) } : { reply };
    }
    if (announced !== undefined) reading.announced = reading.pages.length + 1;
    asked.add(next.href);
    stretch = await readOne(reading, next);
  }
}

async function readOne<T>(reading: Reading<T>, url: URL): Promise<Stretch> {
  const { reply, headers } = await reading.fetchPage(url, reading.signal);
  if (reply.kind !== 'ok') return { kind: 'failed', reply };
  reading.pages.push({ entries: reply.value, headers });
  if (reply.hints.fromCache === true) reading.cached += 1;
  return { kind: 'read', url, headers, hints: reply.hints };
}

/** The first failure aborts the other requests, because their results would be unused. */
async function readTogether<T>(reading: Reading<T>, urls: readonly URL[]): Promise<Stretch> {
  const { pages, fetchPage, signal } = reading;
  signal.throwIfAborted();
  const offset = pages.length;
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const end: { failed?: Stretch; last?: Stretch } = {};
  const waiting = urls.entries();

  const readOn = async (): Promise<void> => {
    for (const [index, url] of waiting) {
      const { reply, headers } = await fetchPage(url, stop.signal);
      if (reply.kind !== 'ok') {
        end.failed ??= { kind: 'failed', reply };
        stop.abort();
        return;
      }
      pages[offset + index] = { entries: reply.value, headers };
      if (reply.hints.fromCache === true) reading.cached += 1;
      if (index === urls.length - 1) end.last = { kind: 'read', url, headers, hints: reply.hints };
    }
  };

  try {
    await Promise.all(Array.from({ length: pagesAtOnce }, readOn));
  } catch (error) {
    if (end.failed === undefined) throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  const stretch = end.failed ?? end.last;
  if (stretch === undefined) throw new TypeError('no page was asked for');
  return stretch;
}

/** The page that a header announces without a usable URL. */
function unclearPage<T>(
  { pages }: Reading<T>,
  { url, headers }: Extract<Stretch, { readonly kind: 'read' }>,
): URL | undefined {
  return isNextUnclear(headers) ? numberedPage(url, pages.length + 1) : undefined;
}

/**
 * The page after a full one if no header says whether there is one. The first page is full if it has as many
 * entries as requested. `per_page` may get lost or reduced on the way, so it may be full with fewer, too. Any
 * other page is full if it has as many as the first.
 */
function guessedPage<T>(
  { pages }: Reading<T>,
  { url, headers }: Extract<Stretch, { readonly kind: 'read' }>,
): URL | undefined {
  const [first, last] = [pages[0]?.entries.length ?? 0, pages.at(-1)?.entries.length ?? 0];
  const fullLength = pages.length > 1 ? first : Math.min(pageSizeOf(url), leastPageSize);
  return last > 0 && last >= fullLength && !isPaged(headers)
    ? numberedPage(url, pages.length + 1)
    : undefined;
}

/** Whether the last page has nothing new: the server ignores the page number. */
function isRepeated<T extends { readonly id: number }>({ pages }: Reading<T>): boolean {
  const [before, last] = pages.slice(-2).map(({ entries }) => entries.map(({ id }) => id));
  if (before === undefined || last === undefined || last.length === 0) return false;
  const known = new Set(before);
  return last.every((id) => id !== undefined && known.has(id));
}

function eachOnce<T extends { readonly id: number }>(
  pages: readonly ReadPage<T>[],
): Pick<Paged<T>, 'items' | 'unfit'> {
  const byId = new Map<number, T>();
  const unfitById = new Map<number, UnfitEntry>();
  const nameless: UnfitEntry[] = [];
  for (const entry of pages.flatMap(({ entries }) => entries)) {
    if (!isUnfit(entry)) byId.set(entry.id, byId.get(entry.id) ?? entry);
    else if (entry.id === undefined) nameless.push(entry);
    else unfitById.set(entry.id, entry);
  }
  const unfit = [...unfitById.values(), ...nameless];
  const items = [...byId.values()];
  return unfit[0] === undefined ? { items } : { items, unfit: { count: unfit.length, why: unfit[0].unfit } };
}
