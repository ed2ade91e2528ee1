// @ts-check
// The component for GitLab CI. gitlab-ci-local is among our packages, and the test fetches the Node 24
// that it needs.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { call, root } from './engine.js';

const file = '__tests__/e2e/gitlab-component.test.ts';
/** @type {unknown} */
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** @typedef {{ fullName: string, status: string, failureMessages: readonly string[] }} Told */

/** @type {import('./engine.js').Engine} */
export const gitlabCiLocal = {
  name: 'gitlab-ci-local',
  version:
    /** @type {{ devDependencies: Record<string, string> }} */ (manifest).devDependencies[
      'gitlab-ci-local'
    ] ?? '',
  missing: async () => {
    for (const name of ['git', 'bash', 'rsync'])
      if ((await call(name, ['--version'])).exitCode !== 0) return `needs ${name}`;
    return undefined;
  },
  run: async () => await checksOfTests([file]),
};

/**
 * @param {readonly string[]} words for Jest
 * @param {NodeJS.ProcessEnv} [env] beside ours
 * @returns {Promise<readonly import('./engine.js').Check[]>} a check for each test
 */
export async function checksOfTests(words, env = {}) {
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', '--silent'];
  const { output } = await call(process.execPath, [...jest, ...words], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  const [json] = /^\{.*\}$/m.exec(output) ?? [];
  return json === undefined ? [{ what: words.join(' '), faults: [output.slice(-500)] }] : checksIn(json);
}

/**
 * @param {string} json by Jest
 * @returns {import('./engine.js').Check[]}
 */
export function checksIn(json) {
  /** @type {unknown} */
  const parsed = JSON.parse(json);
  const { testResults } = /** @type {{ testResults: { assertionResults: Told[], message: string }[] }} */ (
    parsed
  );
  return testResults.flatMap(({ assertionResults, message }) =>
    assertionResults.length === 0
      ? [{ what: file, faults: [message] }]
      : assertionResults
          .filter(({ status }) => status !== 'pending')
          .map(({ fullName, status, failureMessages }) => ({
            what: fullName,
            faults: status === 'passed' ? [] : [failureMessages.join('\n').slice(0, 500) || status],
          })),
  );
}
