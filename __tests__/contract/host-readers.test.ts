import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readerStandIns } from './support/hosts/reader-refusals.js';

describe.each(readerStandIns)('what stands for $name', ({ read, refusals }) => {
  test.each(refusals)('does not take $what ($source)', ({ given, ends }) => {
    if ('error' in ends) expect(() => read(given)).toThrow(ends.error);
    else expect(read(given)).toEqual(ends.becomes);
  });
});

test('each reader of a host has a list of what the real one refuses', () => {
  const folder = join(import.meta.dirname, 'support', 'hosts');
  const readers = readdirSync(folder).filter((name) => /-readers?\.ts$/.test(name));
  const list = readFileSync(join(folder, 'reader-refusals.ts'), 'utf8');
  for (const name of readers) expect(list).toContain(`'./${name.replace('.ts', '.js')}'`);
});
