// @ts-check
// What an attacker would look for in workflows and actions.
import path from 'node:path';

import { call, pythonProgram, root } from './engine.js';

const version = '1.32.0';
let program = '';

/** @typedef {{ ident: string, desc: string, determinations: { severity: string } }} Finding */

/** @type {import('./engine.js').Engine} */
export const zizmor = {
  name: 'zizmor',
  version,
  missing: async (limitMs) => {
    const { file, why } = await pythonProgram('zizmor', version, limitMs);
    program = file;
    return why;
  },
  run: async () => {
    /** @type {import('./engine.js').Check[]} */
    const checks = [];
    for (const what of ['.github', 'action.yml', 'wait', 'cancel', 'tokens', 'simulate']) {
      const words = ['--offline', '--quiet', '--no-exit-codes', '--format=json', path.join(root, what)];
      const { exitCode, output } = await call(program, words);
      checks.push({ what, faults: exitCode === 0 ? faultsIn(output) : [output.trim()] });
    }
    return checks;
  },
};

/**
 * @param {string} json
 * @returns {readonly string[]} what is above "help"
 */
export function faultsIn(json) {
  /** @type {unknown} */
  const parsed = JSON.parse(json);
  return /** @type {readonly Finding[]} */ (parsed)
    .filter(({ determinations }) => !['Informational', 'Help'].includes(determinations.severity))
    .map(({ ident, desc, determinations }) => `${ident} (${determinations.severity}): ${desc}`);
}
