import { nextPageBelow, numberedPage, pageCountOf } from './next-page.js';
import type { Paged } from './paged.js';
import type { Reply, ServerHints } from './reply.js';

/** A page of 100 jobs each, 20,000 in all: far beyond any pipeline that GitLab allows, and an end for a server that never stops counting. */
export const mostPages = 200;

/** Enough to hide the distance to the server, few enough not to look like an attack. */
const pagesAtOnce = 4;

/** One page, or why there is none, with the headers of the answer (none when there was no answer). */
export interface PageReply<T> {
  readonly reply: Reply<readonly T[]>;
  readonly headers: Readonly<Record<string, string>>;
}

export type FetchPage<T> = (url: URL, signal: AbortSignal) => Promise<PageReply<T>>;

/** All that is known while a list is being read. */
interface Reading<T> {
  readonly pages: (readonly T[])[];
  readonly fetchPage: FetchPage<T>;
  readonly signal: AbortSignal;
}

/** How reading a stretch of pages ended: with the last of them, or with a page that failed. */
type Stretch =
  | {
      readonly kind: 'read';
      readonly url: URL;
      readonly headers: Readonly<Record<string, string>>;
      readonly hints: ServerHints;
    }
  | { readonly kind: 'failed'; readonly reply: Exclude<Reply<never>, { readonly kind: 'ok' }> };

/**
 * Reads a whole list, from `firstUrl` on: where the first page tells how many there are, several at a time, else one after another. One page
 * that fails fails all. An item that turns up twice, because the list moved on meanwhile, is kept once. The hints are those of the last page.
 */
export async function fetchPages<T extends { readonly id: number }>(
  list: { readonly apiUrl: URL; readonly firstUrl: URL; readonly fetchPage: FetchPage<T> },
  signal: AbortSignal,
): Promise<Reply<Paged<T>>> {
  const { firstUrl, fetchPage } = list;
  const reading: Reading<T> = { pages: [], fetchPage, signal };
  const nextPage = nextPageBelow(list.apiUrl);
  const asked = new Set([firstUrl.href]);

  let stretch = await readOne(reading, firstUrl);
  if (stretch.kind === 'failed') return stretch.reply;
  const counted = Math.min(pageCountOf(stretch.headers) ?? 1, mostPages);
  if (counted > 1) {
    const urls = Array.from({ length: counted - 1 }, (_, index) => numberedPage(firstUrl, index + 2));
    for (const { href } of urls) asked.add(href);
    stretch = await readTogether(reading, urls);
  }
  for (;;) {
    if (stretch.kind === 'failed') return stretch.reply;
    const { hints } = stretch;
    const next = nextPage(stretch);
    const isAskable = next !== undefined && !asked.has(next.href) && reading.pages.length < mostPages;
    if (!isAskable) {
      const truncated = next === undefined ? 'complete' : 'cut_off';
      return { kind: 'ok', value: { items: eachOnce(reading.pages), truncated }, hints };
    }
    asked.add(next.href);
    stretch = await readOne(reading, next);
  }
}

async function readOne<T>({ pages, fetchPage, signal }: Reading<T>, url: URL): Promise<Stretch> {
  const { reply, headers } = await fetchPage(url, signal);
  if (reply.kind !== 'ok') return { kind: 'failed', reply };
  pages.push(reply.value);
  return { kind: 'read', url, headers, hints: reply.hints };
}

/** The first failure ends the other requests: nobody would look at their answers. */
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
      pages[offset + index] = reply.value;
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

function eachOnce<T extends { readonly id: number }>(pages: readonly (readonly T[])[]): readonly T[] {
  const byId = new Map<number, T>();
  for (const item of pages.flat()) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}
