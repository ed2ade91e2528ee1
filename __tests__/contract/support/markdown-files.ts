import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** What is not written by us: fetched, built, or the state of a tool. */
const passedOver = new Set(['node_modules', 'dist', 'out', '__tests__']);

/** Every page of this repository, relative to its root; with `/` between the names. */
export function markdownFiles(folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry): readonly string[] => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || passedOver.has(entry.name)) return [];
      if (entry.isDirectory()) return markdownFiles(path);
      return entry.name.endsWith('.md') ? [path] : [];
    })
    .sort();
}
