import { describe, expect, test } from '@jest/globals';

import { nextTurn } from '../../../src/base/clock.js';
import { fetchPages, mostPages, type FetchPage, type PageReply } from '../../../src/gitlab/fetch-pages.js';
import type { Paged } from '../../../src/gitlab/paged.js';
import type { Reply } from '../../../src/gitlab/reply.js';

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
  test.each(['counts', 'does not count'] as const)('reads all in order when GitLab %s', async (counts) => {
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

  test('asks for four at a time, and keeps the order whoever answers first', async () => {
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

  test('goes on when the list grew while it was read, and keeps each item once', async () => {
    const reply = await read((url) => {
      const pages = [
        page([9, 8], { 'x-total-pages': '2', 'x-next-page': '2' }),
        page([8, 7], { 'x-next-page': '3' }),
        page([7, 6]),
      ];
      return Promise.resolve(pages[pageOf(url) - 1] ?? page([]));
    });

    expect(reply).toMatchObject({
      value: { items: [{ id: 9 }, { id: 8 }, { id: 7 }, { id: 6 }], truncated: 'complete' },
    });
  });

  test.each(['counts', 'does not count'] as const)('stops at the limit when GitLab %s', async (counts) => {
    const { asked, fetch } = listOf(mostPages + 5, counts);

    const reply = await read(fetch);

    expect({ pages: asked.length, reply }).toMatchObject({
      pages: mostPages,
      reply: { kind: 'ok', value: { truncated: 'cut_off' } },
    });
  });

  test('does not go round in a circle', async () => {
    const asked: number[] = [];
    const reply = await read((url) => {
      asked.push(pageOf(url));
      return Promise.resolve(page([1], { 'x-next-page': '2' }));
    });

    expect({ asked, reply }).toMatchObject({
      asked: [1, 2],
      reply: { value: { items: [{ id: 1 }], truncated: 'cut_off' } },
    });
  });

  test.each([1, 3])('fails as a whole when page %i fails', async (bad) => {
    const { fetch } = listOf(5, 'does not count');

    const reply = await read(async (url, its) =>
      pageOf(url) === bad ? { reply: unreadable, headers: {} } : fetch(url, its),
    );

    expect(reply).toEqual(unreadable);
  });

  test('ends the other requests when one of several fails', async () => {
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
