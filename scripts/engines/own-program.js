// @ts-check
// Files of `ci/` start the program from npm; here they start the one of this folder.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './engine.js';
import { cli } from './simulated-gitlab.js';

/**
 * @param {string} text of a file of `ci/`, with `scripts/launch.sh` in it at any depth
 * @returns {string}
 * @throws {Error} when it starts the program by something else
 */
export function withOwnProgram(text) {
  const [first = '', ...lines] = readFileSync(path.join(root, 'scripts', 'launch.sh'), 'utf8')
    .trimEnd()
    .split('\n');
  for (const line of text.split('\n')) {
    if (line.trimStart() !== first) continue;
    const indent = line.slice(0, line.length - first.length);
    const launch = [first, ...lines].map((each) => (each === '' ? '' : `${indent}${each}`)).join('\n');
    if (text.includes(launch))
      return text.replace(launch, () => `${indent}set -- '${process.execPath}' '${cli}'`);
  }
  throw new Error('the file does not start the program by scripts/launch.sh');
}
