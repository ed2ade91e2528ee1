import { describe, expect, test } from '@jest/globals';

import { nextTurn } from '../../../src/base/clock.js';
import { type FetchPage, type PageReply, fetchPages, mostPages } from '../../../src/gitlab/paging.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { Paged } from '../../../src/model/pipeline.js';

interface Item {
  readonly id: number;
}

const apiUrl = new URL('https://gitlab.example.test/api/v4/');
const firstUrl = new URL('things?per_page=2', apiUrl);
const signal = new AbortController().signal;
const unreadable = { kind: 'unreadable', status: 200, why: 'bad', hints: {} } as const;

const pageOf = (url: URL): number => Number(url.searchParams.get('page') ?? '1');

function page(ids: readonly number[], headers: Record<string, string> = {}): PageReply<Item> {
  return { reply: { kind: 'ok', value: ids.map((id) => ({ id })), hints: {} }, headers };
}

function read(fetchPage: FetchPage<Item>, its = signal): Promise<Reply<Paged<Item>>> {
  return fetchPages({ apiUrl, firstUrl, fetchPage }, its);
}

/** A list of so many pages with one item each; the first item has the highest id. */
function listOf(
  pages: number,
  counts: 'counts' | 'does not count',
): { asked: number[]; fetch: FetchPage<Item> } {
  const asked: number[] = [];
  return {
    asked,
    fetch: (url) => {
      const number = pageOf(url);
      asked.push(number);
      const next = number < pages ? String(number + 1) : '';
      const totals = counts === 'counts' ? { 'x-total-pages': String(pages) } : {};
      return Promise.resolve(page([1000 - number], { 'x-next-page': next, ...totals }));
    },
  };
}

describe('fetchPages', () => {
  test.each([1, 2, 3, 4])('counts as cached if page %i came from a cache', async (cached) => {
    const { fetch } = listOf(4, 'counts');
    const reply = await read(async (url, its) => {
      const { reply: own, headers } = await fetch(url, its);
      if (own.kind !== 'ok' || pageOf(url) !== cached) return { reply: own, headers };
      return { reply: { ...own, hints: { fromCache: true } }, headers };
    });
    expect(reply).toMatchObject({ kind: 'ok', hints: { fromCache: true } });
  });

  test.each(['counts', 'does not count'] as const)('reads all in order if GitLab %s', async (counts) => {
    const { asked, fetch } = listOf(7, counts);

    const reply = await read(fetch);

    expect({ reply, asked }).toEqual({
      reply: {
        kind: 'ok',
        value: { items: [999, 998, 997, 996, 995, 994, 993].map((id) => ({ id })), truncated: 'complete' },
        hints: {},
      },
      asked: [1, 2, 3, 4, 5, 6, 7],
    });
  });

  test('requests four at a time, and keeps the order whatever the order of the responses', async () => {
    const answers = new Map<number, () => void>();
    let most = 0;
    const reading = read(async (url) => {
      const number = pageOf(url);
      if (number > 1) {
        await new Promise<void>((resolve) => {
          answers.set(number, resolve);
          most = Math.max(most, answers.size);
        });
        answers.delete(number);
      }
      return page([number], { 'x-total-pages': '9' });
    });
    while (most < 4) await nextTurn();
    for (let turn = 0; turn < 20; turn++) {
      [...answers.values()].at(-1)?.();
      await nextTurn();
    }

    expect({ reply: await reading, most }).toMatchObject({
      reply: { value: { items: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((id) => ({ id })) } },
      most: 4,
    });
  });

  test('continues if the list grows at its end during the read', async () => {
    const reply = await read((url) => {
      const pages = [
        page([6, 7], { 'x-total-pages': '2', 'x-next-page': '2' }),
        page([8, 9], { 'x-next-page': '3' }),
        page([10]),
      ];
      return Promise.resolve(pages[pageOf(url) - 1] ?? page([]));
    });

    expect(reply).toMatchObject({
      value: { items: [6, 7, 8, 9, 10].map((id) => ({ id })), truncated: 'complete' },
    });
  });

  test.each(['counts', 'does not count'] as const)('stops at the limit if GitLab %s', async (counts) => {
    const { asked, fetch } = listOf(mostPages + 5, counts);

    const reply = await read(fetch);

    expect({ pages: asked.length, reply }).toMatchObject({
      pages: mostPages,
      reply: { kind: 'ok', value: { truncated: 'timed_out' } },
    });
  });

  test('does not loop in a cycle', async () => {
    const asked: number[] = [];
    const reply = await read((url) => {
      asked.push(pageOf(url));
      return Promise.resolve(page([1], { 'x-next-page': '2' }));
    });

    expect({ asked, reply }).toMatchObject({
      asked: [1, 2],
      reply: { value: { items: [{ id: 1 }], truncated: 'timed_out' } },
    });
  });

  describe('reading without headers that describe pages', () => {
    /** A list whose server gives so many entries a page, and says nothing of pages. */
    function bare(
      total: number,
      given: { readonly size: number; readonly headers?: Record<string, string>; readonly page?: 'ignored' },
    ): { asked: number[]; fetch: FetchPage<Item> } {
      const asked: number[] = [];
      const ids = Array.from({ length: total }, (_, index) => total - index);
      return {
        asked,
        fetch: (url) => {
          asked.push(pageOf(url));
          const from = given.page === 'ignored' ? 0 : (pageOf(url) - 1) * given.size;
          return Promise.resolve(page(ids.slice(from, from + given.size), given.headers));
        },
      };
    }

    test.each([
      { name: 'none', headers: {} },
      { name: 'a Link of a proxy', headers: { link: '</style.css>; rel="preload"' } },
      { name: 'numbers that tell nothing of a next page', headers: { 'x-page': '1', 'x-total': '5' } },
    ])('requests the next page after a full one, until one is not full: $name', async ({ headers }) => {
      const { asked, fetch } = bare(5, { size: 2, headers });
      expect(await read(fetch)).toMatchObject({
        value: { items: [5, 4, 3, 2, 1].map((id) => ({ id })), truncated: 'complete' },
      });
      expect(asked).toEqual([1, 2, 3]);
    });

    test('ends with the empty page behind a full one', async () => {
      const { asked, fetch } = bare(4, { size: 2 });
      expect(await read(fetch)).toMatchObject({ value: { items: { length: 4 }, truncated: 'complete' } });
      expect(asked).toEqual([1, 2, 3]);
    });

    test('ends with a single page that is not full', async () => {
      const { asked, fetch } = bare(1, { size: 2 });
      expect(await read(fetch)).toMatchObject({ value: { items: { length: 1 }, truncated: 'complete' } });
      expect(asked).toEqual([1]);
    });

    test("continues after a page of GitLab's default size, because per_page may be lost", async () => {
      const firstUrlOf100 = new URL('things?per_page=100', apiUrl);
      const { asked, fetch } = bare(45, { size: 20 });
      expect(await fetchPages({ apiUrl, firstUrl: firstUrlOf100, fetchPage: fetch }, signal)).toMatchObject({
        value: { items: { length: 45 }, truncated: 'complete' },
      });
      expect(asked).toEqual([1, 2, 3]);
    });

    test('fails if the same page repeats, because more may follow', async () => {
      const { asked, fetch } = bare(7, { size: 2, page: 'ignored' });
      expect(await read(fetch)).toMatchObject({
        value: { items: [{ id: 7 }, { id: 6 }], truncated: 'timed_out' },
      });
      expect(asked).toEqual([1, 2]);
    });

    test('stops at the limit with an endless server', async () => {
      const { asked, fetch } = bare(10_000, { size: 2 });
      expect(await read(fetch)).toMatchObject({ value: { truncated: 'timed_out' } });
      expect(asked).toHaveLength(mostPages);
    });

    test('believes headers that there is nothing more, whatever the size', async () => {
      const { asked, fetch } = bare(4, { size: 2, headers: { 'x-next-page': '' } });
      expect(await read(fetch)).toMatchObject({ value: { items: { length: 2 }, truncated: 'complete' } });
      expect(asked).toEqual([1]);
    });
  });

  test('keeps readable items, and counts unreadable ones, each once', async () => {
    const unfit = (id?: number): { unfit: string; id?: number } =>
      id === undefined ? { unfit: 'bad' } : { unfit: 'bad', id };
    const pages = [
      [{ id: 4 }, unfit(3)],
      [unfit(3), unfit()],
    ];
    const reply = await read((url) =>
      Promise.resolve({ reply: { kind: 'ok', value: pages[pageOf(url) - 1] ?? [], hints: {} }, headers: {} }),
    );
    expect(reply).toMatchObject({
      value: { items: [{ id: 4 }], truncated: 'complete', unfit: { count: 2, why: 'bad' } },
    });
  });

  test.each([1, 3])('fails as a whole when page %i fails', async (bad) => {
    const { fetch } = listOf(5, 'does not count');

    const reply = await read(async (url, its) =>
      pageOf(url) === bad ? { reply: unreadable, headers: {} } : fetch(url, its),
    );

    expect(reply).toEqual(unreadable);
  });

  test('aborts the other requests when one of several fails', async () => {
    const ended: number[] = [];
    const reply = await read(async (url, its) => {
      const number = pageOf(url);
      if (number === 1) return page([1], { 'x-total-pages': '20' });
      if (number === 3) return { reply: unreadable, headers: {} };
      await new Promise((_resolve, reject) => {
        its.addEventListener('abort', () => {
          ended.push(number);
          reject(its.reason as Error);
        });
      });
      return page([]);
    });

    expect({ reply, ended }).toEqual({ reply: unreadable, ended: [2, 4, 5] });
  });

  test.each([
    ['a link without a host', { link: '</things?page=2>; rel="next"' }],
    ['a link below another root', { link: '<https://gate.example.test/gl/things?page=2>; rel="next"' }],
    ['a number that came twice', { 'x-next-page': '2, 2' }],
  ])('requests the next page by its number if %s gives it', async (_what, headers) => {
    const reply = await read((url) => Promise.resolve(pageOf(url) === 1 ? page([9, 8], headers) : page([7])));

    expect(reply).toMatchObject({
      value: { items: [{ id: 9 }, { id: 8 }, { id: 7 }], truncated: 'complete' },
    });
  });

  test('throws the reason of its signal, between pages and during them', async () => {
    const between = new AbortController();
    const during = new AbortController();
    const reason = new Error('stopped');

    const readings = [
      read(() => {
        between.abort(reason);
        return Promise.resolve(page([1], { 'x-total-pages': '2' }));
      }, between.signal),
      read(async (url, its) => {
        if (pageOf(url) === 1) return page([1], { 'x-total-pages': '3' });
        queueMicrotask(() => during.abort(reason));
        await new Promise((_resolve, reject) => {
          its.addEventListener('abort', () => reject(its.reason as Error));
        });
        return page([]);
      }, during.signal),
    ];

    expect(await Promise.allSettled(readings)).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
  });
});
