import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { ContractRow } from './gitlab-rows/row.js';
import { worlds } from './gitlab-rows/worlds.js';

function rowsOf(name: string): readonly ContractRow[] {
  const text = readFileSync(join(import.meta.dirname, 'gitlab-rows', `${name}.json`), 'utf8');
  return JSON.parse(text) as readonly ContractRow[];
}

const files = ['trigger', 'reading', 'rest'];
const rows = files.flatMap(rowsOf);

const tokens: Readonly<Record<NonNullable<ContractRow['as']>, Readonly<Record<string, string>>>> = {
  ada: { 'private-token': 'ada-api' },
  reader: { 'private-token': 'ada-read' },
  dev: { 'private-token': 'dev-api' },
  guest: { 'private-token': 'guest-api' },
  job: { 'job-token': 'job' },
  nobody: {},
};

/** What the simulation answers otherwise than the row says; empty when it is exact. */
function differenceOf(row: ContractRow): string {
  const make = worlds[row.given];
  if (make === undefined) throw new TypeError(`there is no world ${row.given}`);
  const [method = '', path = ''] = row.request.split(' ');
  const target = /^\/(?:-|api|group)\//.test(path) ? path : `/api/v4${path}`;
  const { status, headers, body } = make().send(method, target, {
    headers: { ...tokens[row.as ?? 'nobody'], ...row.sendHeaders },
    body: row.send ?? undefined,
  });
  try {
    expect(status).toBe(row.status);
    if (typeof row.body === 'object' && row.body !== null) expect(body).toMatchObject(row.body);
    else if (row.body !== undefined) expect(body).toBe(row.body);
    for (const [name, value] of Object.entries(row.headers ?? {}))
      expect(headers[name]).toBe(value ?? undefined);
    return '';
  } catch (error) {
    return `${String(error)}\n${JSON.stringify(body)}`;
  }
}

describe('every row of the contract', () => {
  const exact = rows.filter(({ differs }) => differs === undefined);

  test.each(exact)('$row: $request → $status', (row) => {
    expect(differenceOf(row)).toBe('');
  });

  test.each(rows.filter(({ differs }) => differs !== undefined))('$row still differs: $differs', (row) => {
    expect(differenceOf(row)).not.toBe('');
  });

  test('has its own name and a source', () => {
    expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
    expect(
      rows.filter(({ source }) => !/^(?:gitlab-api|gitlab-drift|simulator-gaps) \d/.test(source)),
    ).toEqual([]);
  });
});
