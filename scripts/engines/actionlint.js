// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { call, goProgram } from './engine.js';
import { workflows } from './workflows.js';

const version = '1.7.12';
let program = '';

/** @type {import('./engine.js').Engine} */
export const actionlint = {
  name: 'actionlint',
  version,
  missing: async (limitMs) => {
    const module = 'github.com/rhysd/actionlint/cmd/actionlint';
    const { file, why } = await goProgram({ name: 'actionlint', module, version }, limitMs);
    program = file;
    return why;
  },
  run: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-actionlint-'));
    try {
      mkdirSync(path.join(folder, '.git'));
      /** @type {import('./engine.js').Check[]} */
      const checks = [];
      for (const { name, text } of workflows()) {
        const file = path.join(folder, 'workflow.yml');
        writeFileSync(file, forGithub(text));
        const words = ['-oneline', '-no-color', '-shellcheck=', '-pyflakes=', file];
        const { exitCode, output } = await call(program, words, { cwd: folder });
        const faults = output
          .trim()
          .split('\n')
          .map((line) => line.replace(/^.*?workflow\.yml:/, ''));
        checks.push({ what: name, faults: exitCode === 0 ? [] : faults });
      }
      return checks;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/**
 * It knows no other runners than GitHub's: what only those of Forgejo and Gitea know gets a name it knows.
 * @param {string} text
 */
function forGithub(text) {
  return text
    .replaceAll('uses: https://github.com/', 'uses: ')
    .replaceAll('runs-on: docker', 'runs-on: ubuntu-latest');
}
