import { describe, expect, test } from '@jest/globals';

import { isPaged, nextPageBelow } from '../../src/gitlab/next-page.js';
import { fetchPages } from '../../src/gitlab/paging.js';
import { apiUrl, recordedFile } from './support/recorded-answers.js';

interface RecordedPage {
  readonly source: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly next_page: string | null;
}

const pages = recordedFile('page-headers') as readonly RecordedPage[];

/** Where we ask need not be where GitLab says that it is. */
const roots = [
  apiUrl,
  new URL('http://127.0.0.1:8080/api/v4/'),
  new URL('https://gitlab.example.com/api/v4/'),
];

function addressOf(root: URL, { query }: RecordedPage): URL {
  const url = new URL('projects/42/pipelines/7/jobs', root);
  url.search = query;
  return url;
}

function without(headers: RecordedPage['headers'], name: string): RecordedPage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}

test('there are recorded pages with a next one, and without', () => {
  const [more, last] = [true, false].map((has) =>
    pages.filter(({ next_page }) => (next_page !== null) === has),
  );
  expect([more?.length, last?.length]).toEqual([6, 9]);
});

const places = pages.flatMap((page, index) => roots.map((root) => ({ ...page, index, root })));

describe.each(places)('page $index of $source, requested below $root', (page) => {
  const { root, headers, next_page: nextPage } = page;

  test('has that next page, below the URL that we use', () => {
    const next = nextPageBelow(root)({ url: addressOf(root, page), headers });
    expect(next?.searchParams.get('page') ?? null).toBe(nextPage);
    expect(next === undefined || next.href.startsWith(root.href)).toBe(true);
    expect(isPaged(headers)).toBe(true);
  });

  test('has the same next page by X-Next-Page if its Link is missing', () => {
    const rest = without(headers, 'link');
    const next = nextPageBelow(root)({ url: addressOf(root, page), headers: rest });
    expect(next?.searchParams.get('page') ?? null).toBe(nextPage);
  });

  test('is followed by the existing pages, and by no other', async () => {
    // Each page has one entry here, whatever was recorded.
    const rest = without(without(headers, 'x-total-pages'), 'x-total');
    const asked: string[] = [];
    const fetchPage = (
      url: URL,
    ): Promise<{
      reply: { kind: 'ok'; value: readonly { id: number }[]; hints: object };
      headers: Readonly<Record<string, string>>;
    }> => {
      asked.push(url.searchParams.get('page') ?? 'first');
      const value = [{ id: asked.length }];
      const details = asked.length === 1 ? rest : { 'x-next-page': '' };
      return Promise.resolve({ reply: { kind: 'ok', value, hints: {} }, headers: details });
    };
    const list = { apiUrl: root, firstUrl: addressOf(root, page), fetchPage };
    await fetchPages<{ id: number }>(list, new AbortController().signal);
    const own = new URLSearchParams(page.query).get('page') ?? 'first';
    expect(asked).toEqual(nextPage === null ? [own] : [own, nextPage]);
  });
});
