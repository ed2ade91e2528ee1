// @ts-check
// Fails when dist/ is not, byte for byte, what the sources build to.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { bundle } from './bundle.js';

const dist = path.join(path.dirname(import.meta.dirname), 'dist');
const wanted = await bundle();
const present = await readdir(dist, { recursive: true, withFileTypes: true }).catch(() => []);
const names = present
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));

/** @type {string[]} */
const problems = names
  .filter((name) => !wanted.has(name))
  .map((name) => `dist/${name} is not part of the build`);
for (const [name, content] of wanted) {
  const actual = await readFile(path.join(dist, name)).catch(() => undefined);
  if (actual === undefined) problems.push(`dist/${name} is missing`);
  else if (!actual.equals(content)) problems.push(`dist/${name} differs from what the sources build to`);
}
if (problems.length > 0) {
  console.error(`${problems.join('\n')}\nRun 'npm run build' and commit dist/.`);
  process.exitCode = 1;
} else {
  console.log(`dist/ is fresh: ${wanted.size} files`);
}
