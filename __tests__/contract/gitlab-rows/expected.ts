import { expect } from '@jest/globals';

import type { ContractRow, KeyLists, Pattern } from './row.js';

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Fails when an answer is not what the row says. */
export function expectAsTold(row: ContractRow, { status, headers, body }: Answered): void {
  expect(status).toBe(row.status);
  expectBody(row.body, body);
  for (const [name, value] of Object.entries(row.headers ?? {})) {
    expect({ [name]: headers[name] }).toEqual({ [name]: value === null ? undefined : asTold(value) });
  }
  for (const [keys, objects] of chosen(row.keys, body)) {
    for (const each of objects) expect(Object.keys(each).sort()).toEqual([...keys].sort());
  }
  for (const [keys, objects] of chosen(row.has, body)) {
    for (const each of objects) expect(Object.keys(each)).toEqual(expect.arrayContaining([...keys]));
  }
  for (const [keys, objects] of chosen(row.lacks, body)) {
    for (const each of objects) expect(Object.keys(each).filter((key) => keys.includes(key))).toEqual([]);
  }
}

function expectBody(told: unknown, body: unknown): void {
  if (told === undefined) return;
  const wanted = asTold(told);
  if (typeof told === 'object' && told !== null && !isPattern(told)) {
    expect(body).toMatchObject(wanted as object);
  } else {
    expect(body).toEqual(wanted);
  }
}

/** The same with a matcher in place of each pattern. */
function asTold(value: unknown): unknown {
  if (isPattern(value)) return expect.stringMatching(new RegExp(value.matches, 's'));
  if (Array.isArray(value)) return value.map(asTold);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asTold(each)]));
}

function isPattern(value: unknown): value is Pattern {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'matches';
}

type Chosen = readonly (readonly [keys: readonly string[], objects: readonly object[]])[];

/** Which keys are asked of which objects; there has to be one. */
function chosen(lists: KeyLists | readonly string[] | undefined, body: unknown): Chosen {
  if (lists === undefined) return [];
  const byName = Array.isArray(lists) ? { '': lists as readonly string[] } : (lists as KeyLists);
  return Object.entries(byName).map(([name, keys]) => {
    const objects = objectsAt(name, body);
    expect(objects).not.toEqual([]);
    return [keys, objects];
  });
}

function objectsAt(name: string, body: unknown): readonly object[] {
  const found = name === '*' ? body : name === '' ? [body] : [(body as Record<string, unknown>)[name]];
  if (!Array.isArray(found)) return [];
  return found.filter((each): each is object => typeof each === 'object' && each !== null);
}
