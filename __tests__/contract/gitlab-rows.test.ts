import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { expectAsTold } from './gitlab-rows/expected.js';
import type { ContractRow } from './gitlab-rows/row.js';
import { worlds } from './gitlab-rows/worlds.js';

function rowsOf(name: string): readonly ContractRow[] {
  const text = readFileSync(join(import.meta.dirname, 'gitlab-rows', `${name}.json`), 'utf8');
  return JSON.parse(text) as readonly ContractRow[];
}

const files = ['trigger', 'starting', 'reading', 'looking', 'rest', 'clients'];
const rows = files.flatMap(rowsOf);
const exact = rows.filter(({ differs }) => differs === undefined);

const tokens: Readonly<Record<NonNullable<ContractRow['as']>, Readonly<Record<string, string>>>> = {
  ada: { 'private-token': 'ada-api' },
  reader: { 'private-token': 'ada-read' },
  dev: { 'private-token': 'dev-api' },
  guest: { 'private-token': 'guest-api' },
  job: { 'job-token': 'job' },
  nobody: {},
};

function answerTo(row: ContractRow): ReturnType<ReturnType<(typeof worlds)[string]>['send']> {
  const make = worlds[row.given];
  if (make === undefined) throw new TypeError(`there is no world ${row.given}`);
  const [method = '', path = ''] = row.request.split(' ');
  const target = /^\/(?:-|api|group|gitlab)\//.test(path) ? path : `/api/v4${path}`;
  const headers = { ...tokens[row.as ?? 'nobody'], ...row.sendHeaders };
  const world = make();
  const first = world.send(method, target, { headers, body: row.send ?? undefined });
  if (row.again !== true) return first;
  const condition = { 'if-none-match': first.headers.etag ?? '' };
  return world.send(method, target, { headers: { ...headers, ...condition }, body: row.send ?? undefined });
}

/** What the simulation answers otherwise than the row says; empty when it is exact. */
function differenceOf(row: ContractRow): string {
  const answer = answerTo(row);
  try {
    expectAsTold(row, answer);
    return '';
  } catch (error) {
    return `${String(error)}\n${JSON.stringify(answer)}`;
  }
}

const sources =
  /^(?:(?:gitlab-api|gitlab-drift|simulator-gaps) \d|openapi [A-Z]|recorded [a-z]|gitlab (?:doc|ee|lib|spec)\/)/;

describe('every row of the contract', () => {
  test.each(exact)('$row: $request → $status', (row) => {
    expect(differenceOf(row)).toBe('');
  });

  test.each(rows.filter(({ differs }) => differs !== undefined))('$row still differs: $differs', (row) => {
    expect(differenceOf(row)).not.toBe('');
  });

  test('has its own name and a source', () => {
    expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
    expect(rows.filter(({ source }) => !sources.test(source))).toEqual([]);
  });

  test.each([
    ...Array.from({ length: 10 }, (_, index) => `gitlab-api ${index + 1}`),
    ...[1, 2, 3, 4, 6, 7, 8, 9].map((part) => `simulator-gaps 3.${part}`),
  ])('%s has rows', (section) => {
    const own = rows.filter(({ source }) => source === section || source.startsWith(`${section}.`));
    expect(own.length).toBeGreaterThan(0);
  });

  test('there are as many as the page says, and at least 265 of 273 are exact', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'simulate.md'), 'utf8');
    expect(page).toContain(`${rows.length} rows`);
    expect(page).toContain(`${exact.length} of them are exact`);
    expect(rows.length).toBeGreaterThanOrEqual(273);
    expect(exact.length).toBeGreaterThanOrEqual(265);
    expect(exact.length / rows.length).toBeGreaterThanOrEqual(265 / 273);
  });

  test('only an address that GitLab does not know is marked as not simulated', () => {
    const marked = exact.filter((row) => answerTo(row).headers['x-gitlab-simulator'] !== undefined);
    expect(marked.map(({ row }) => row)).toEqual(['a decoded slash', 'unknown route']);
  });
});
