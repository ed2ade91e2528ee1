import { describe, expect, test } from '@jest/globals';

import { type PageReply, fetchPages, mostReadings } from '../../../src/gitlab/paging.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { Paged, UnfitEntry } from '../../../src/model/pipeline.js';

interface Item {
  readonly id: number;
}

type Page = PageReply<Item>;

const apiUrl = new URL('https://gitlab.example.test/api/v4/');
const firstUrl = new URL('things?per_page=2', apiUrl);

function page(entries: readonly (number | UnfitEntry)[], headers: Record<string, string> = {}): Page {
  const value = entries.map((entry) => (typeof entry === 'number' ? { id: entry } : entry));
  return { reply: { kind: 'ok', value, hints: {} }, headers };
}

/** GitLab's answer to a request for one page of two entries. */
function gitlabPage(ids: readonly number[], number: number): Page {
  const pages = Math.max(1, Math.ceil(ids.length / 2));
  return page(ids.slice((number - 1) * 2, number * 2), {
    'x-next-page': number < pages ? String(number + 1) : '',
    'x-total': String(ids.length),
    'x-total-pages': String(pages),
  });
}

/** Without what GitLab omits for lists of more than 10,000 entries. */
function uncounted({ reply, headers }: Page): Page {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith('x-total'));
  return { reply, headers: Object.fromEntries(kept) };
}

/** Reads the list; `answer` gets the page and how often the list has been begun. */
async function read(
  answer: (page: number, reading: number) => Page,
): Promise<{ reply: Reply<Paged<Item>>; asked: number[] }> {
  const asked: number[] = [];
  const fetchPage = (url: URL): Promise<Page> => {
    const number = Number(url.searchParams.get('page') ?? '1');
    asked.push(number);
    return Promise.resolve(answer(number, asked.filter((one) => one === 1).length));
  };
  const reply = await fetchPages({ apiUrl, firstUrl, fetchPage }, new AbortController().signal);
  return { reply, asked };
}

const whole = [9, 8, 7, 6, 5];
const names = (ids: readonly number[]): object => ({
  kind: 'ok',
  value: { items: ids.map((id) => ({ id })), truncated: 'complete' },
});

interface Gap {
  readonly name: string;
  readonly spoil: (number: number) => Page;
  readonly why: RegExp;
}

/** Lists of 9, 8, 7, 6, 5 that lack something. */
const gaps: readonly Gap[] = [
  {
    name: 'the last page is empty, and has no headers',
    spoil: (number) => (number === 3 ? page([]) : gitlabPage(whole, number)),
    why: /page 3 is empty, although it was announced/,
  },
  {
    name: 'the last page is empty, has no headers, and nobody counts',
    spoil: (number) => (number === 3 ? page([]) : uncounted(gitlabPage(whole, number))),
    why: /page 3 is empty, although it was announced/,
  },
  {
    name: 'the last page is of a replica that lags',
    spoil: (number) => (number === 3 ? gitlabPage([8, 7, 6, 5], number) : gitlabPage(whole, number)),
    why: /page 3 is empty, although it was announced/,
  },
  {
    name: 'the first page is of a replica that lags',
    spoil: (number) => (number === 1 ? gitlabPage([8, 7, 6, 5], 1) : gitlabPage(whole, number)),
    why: /pages give different totals|came twice/,
  },
  {
    name: 'a page in the middle is of a replica that lags',
    spoil: (number) => (number === 2 ? gitlabPage([8, 7, 6, 5], 2) : gitlabPage(whole, number)),
    why: /pages give different totals/,
  },
  {
    name: 'a page in the middle is empty',
    spoil: (number) => (number === 2 ? page([]) : gitlabPage(whole, number)),
    why: /page 2 is empty, although it was announced/,
  },
  {
    name: 'a page in the middle is not full',
    spoil: (number) =>
      number === 2 ? page([7], { 'x-next-page': '3' }) : uncounted(gitlabPage(whole, number)),
    why: /page 2 has 1 entries, and others have 2/,
  },
  {
    name: 'the first page is not full',
    spoil: (number) =>
      number === 1 ? page([9], { 'x-next-page': '2' }) : uncounted(gitlabPage(whole, number)),
    why: /page 1 has 1 entries, and others have 2/,
  },
  {
    name: 'the first page is empty, and announces more',
    spoil: (number) => page(number === 1 ? [] : [5], { 'x-next-page': number === 1 ? '2' : '' }),
    why: /page 1 has 0 entries, and others have 1/,
  },
  {
    name: 'an announced page is empty, and so is the first',
    spoil: (number) => page([], number === 1 ? { 'x-total-pages': '2' } : {}),
    why: /page 2 is empty, although it was announced/,
  },
  {
    name: 'the only page is empty, and the total is not',
    spoil: () => page([], { 'x-total': '3', 'x-next-page': '' }),
    why: /it has 0 of 3 entries/,
  },
  {
    name: 'the last page lacks an entry of the total',
    spoil: (number) =>
      number === 2 ? page([7], { 'x-next-page': '', 'x-total': '4' }) : gitlabPage([9, 8, 7, 6], number),
    why: /it has 3 of 4 entries/,
  },
  {
    name: 'an entry comes twice',
    spoil: (number) => uncounted(gitlabPage([9, 8, 8, 7, 6], number)),
    why: /entry 8 came twice/,
  },
  {
    name: 'the last page says that there is nothing at all',
    spoil: (number) =>
      number === 3
        ? page([5], { 'x-next-page': '', 'x-total': '0', 'x-total-pages': '1' })
        : gitlabPage(whole, number),
    why: /pages give different totals/,
  },
];

describe.each(gaps)('a list where $name', ({ spoil, why }) => {
  test('is read again, and is complete if that settles it', async () => {
    const { reply, asked } = await read((number, reading) =>
      reading === 1 ? spoil(number) : gitlabPage(whole, number),
    );
    expect(reply).toMatchObject(names(whole));
    expect(asked.filter((number) => number === 1)).toHaveLength(2);
  });

  test('counts as unreadable if the gap stays', async () => {
    const { reply, asked } = await read(spoil);
    expect(reply).toEqual({ kind: 'unreadable', status: 200, why: expect.stringMatching(why), hints: {} });
    expect(asked.filter((number) => number === 1)).toHaveLength(mostReadings);
  });
});

test('an entry that moves to the first page during the read is found by reading again', async () => {
  let isMoved = false;
  const { reply, asked } = await read((number) => {
    const answer = gitlabPage(isMoved ? [10, 9, 8, 7, 6] : whole, number);
    isMoved = true;
    return answer;
  });
  expect(reply).toMatchObject(names([10, 9, 8, 7, 6]));
  expect(asked).toEqual([1, 2, 3, 1, 2, 3]);
});

test('a failure while reading again is the result', async () => {
  const { reply } = await read((number, reading) =>
    reading === 1
      ? page([9], { 'x-total': '5' })
      : { reply: { kind: 'unreadable', status: 502, why: `page ${number}`, hints: {} }, headers: {} },
  );
  expect(reply).toEqual({ kind: 'unreadable', status: 502, why: 'page 1', hints: {} });
});

test('what came from a cache in a reading that is discarded does not count', async () => {
  const { reply } = await read((number, reading) => {
    const { reply: own, headers } = gitlabPage(whole, number);
    if (reading > 1 || own.kind !== 'ok') return { reply: own, headers };
    return { reply: { kind: 'ok', value: [], hints: { fromCache: true } }, headers };
  });
  expect(reply).toEqual({ ...names(whole), hints: {} });
});

test.each([
  { name: 'nobody counts', answer: (number: number) => uncounted(gitlabPage(whole, number)) },
  { name: 'the totals are repeated', answer: (number: number) => doubled(gitlabPage(whole, number)) },
  { name: 'an entry cannot be read', answer: unfitLast },
])('a whole list is read once if $name', async ({ answer }) => {
  const { reply, asked } = await read(answer);
  expect(reply).toMatchObject({ kind: 'ok', value: { truncated: 'complete' } });
  expect(asked).toEqual([1, 2, 3]);
});

function doubled({ reply, headers }: Page): Page {
  return { reply, headers: { ...headers, 'x-total': `${headers['x-total']}, ${headers['x-total']}` } };
}

function unfitLast(number: number): Page {
  const { headers } = gitlabPage(whole, number);
  return number === 3 ? page([{ unfit: 'bad' }], headers) : gitlabPage(whole, number);
}

describe('pages that are smaller than requested, without headers', () => {
  const ids = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, index) => count - index);

  async function readCapped(total: number, cap: number): Promise<{ length: number; asked: number }> {
    const all = ids(total);
    let asked = 0;
    const fetchPage = (url: URL): Promise<Page> => {
      asked += 1;
      const from = (Number(url.searchParams.get('page') ?? '1') - 1) * cap;
      return Promise.resolve(page(all.slice(from, from + cap)));
    };
    const list = { apiUrl, firstUrl: new URL('things?per_page=100', apiUrl), fetchPage };
    const reply = await fetchPages(list, new AbortController().signal);
    return { length: reply.kind === 'ok' ? reply.value.items.length : -1, asked };
  }

  test.each([
    { total: 130, cap: 50, asked: 3 },
    { total: 100, cap: 50, asked: 3 },
    { total: 70, cap: 30, asked: 3 },
    { total: 33, cap: 32, asked: 2 },
    { total: 12, cap: 10, asked: 2 },
    { total: 12, cap: 100, asked: 2 },
    { total: 9, cap: 100, asked: 1 },
  ])('$total entries, at most $cap a page, take $asked requests', async ({ total, cap, asked }) => {
    expect(await readCapped(total, cap)).toEqual({ length: total, asked });
  });
});
