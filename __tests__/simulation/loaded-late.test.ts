import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { loadedLate, neverLoaded } from './support/loaded-late.js';

const source = join(import.meta.dirname, '..', '..', 'src');

/** Where a program begins and which host it is on is decided before a run does. */
const beforeRuns = /^(?:hosts|simulator|github|entries\/(?:index|cli|library)\.ts)/;

/** What the files of the product import in the middle of their work. */
function importedLate(): readonly string[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !beforeRuns.test(path));
  const names = files.flatMap((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    return [...text.matchAll(/(?<!typeof )\bimport\(\s*'([^']+)'\s*\)(?!\.[A-Z])/g)].map(
      ([, name = '']) => name,
    );
  });
  return [...new Set(names)].sort();
}

describe('a module that is imported in the middle of a run', () => {
  test('is loaded before virtual time begins, or never in it', () => {
    const known = [...Object.keys(loadedLate), ...neverLoaded].sort();
    expect(importedLate()).toEqual(known);
  });
});
