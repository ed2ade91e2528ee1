import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const programs = ['bench', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${folder}/${name}`),
);

/** The modules of `src` that a program loads once they are compiled: it names them in texts. */
function modulesOf(text: string): readonly string[] {
  const rooms = readdirSync(join(root, 'src')).join('|');
  return [...text.matchAll(new RegExp(`'((?:${rooms})/[a-z/-]+)(?:\\.js)?'`, 'g'))].map(
    ([, name = '']) => name,
  );
}

describe('the programs beside the product', () => {
  test.each(programs)('%s finds the modules that it loads', (name) => {
    const lost = modulesOf(readFileSync(join(root, name), 'utf8')).filter(
      (module) => !existsSync(join(root, 'src', `${module}.ts`)),
    );
    expect(lost).toEqual([]);
  });

  test('are read by this test as they are written', () => {
    const texts = programs.map((name) => readFileSync(join(root, name), 'utf8'));
    expect(texts.flatMap(modulesOf)).toEqual(
      expect.arrayContaining(['base/clock', 'follow/change-watch', 'simulator/gitlab/simulated-gitlab']),
    );
  });
});
