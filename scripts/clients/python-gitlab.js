// @ts-check
// python-gitlab: the library in a program, and its command.
import { existsSync } from 'node:fs';
import path from 'node:path';

import { call } from '../engines/engine.js';
import { check, checksOf, folderFor, tokens } from './client.js';

const version = '8.6.0';
const folder = folderFor(`python-gitlab-${version}`);
const bin = path.join(folder, 'bin');

/** @returns {Promise<string | undefined>} */
async function missing() {
  if (existsSync(path.join(bin, 'gitlab'))) return undefined;
  const venv = await call('python3', ['-m', 'venv', folder]);
  if (venv.exitCode !== 0) return 'needs Python 3 with venv';
  const words = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--retries',
    '1',
    '--timeout',
    '10',
  ];
  const pip = await call(path.join(bin, 'python'), [...words, `python-gitlab==${version}`]);
  return pip.exitCode === 0 ? undefined : `pip install failed: ${lastLine(pip.output)}`;
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}

/** @type {import('./client.js').Client} */
export const library = {
  name: 'python-gitlab, library',
  version,
  missing,
  run: async ({ url }) =>
    await checksOf(path.join(bin, 'python'), [
      path.join(import.meta.dirname, 'python', 'library.py'),
      url,
      tokens.access,
      tokens.trigger,
    ]),
};

/** Words of the command, and what it prints; in this order, on one GitLab. */
const commands = [
  { words: 'current-user get', shows: 'username: ada' },
  { words: 'project list --get-all', shows: 'id: 42' },
  { words: 'project get --id group/app', shows: 'id: 42' },
  { words: 'project-branch list --project-id 42 --get-all', shows: 'feature/x' },
  { words: 'project-tag list --project-id 42 --get-all', shows: 'v1' },
  { words: 'project-commit get --project-id 42 --id main', shows: 'id: ' },
  { words: 'project-ci-lint get --project-id 42', shows: 'valid: True' },
  { words: 'project trigger-pipeline --id 42 --ref main --token clients-trigger-token', shows: '' },
  { words: 'project-pipeline create --project-id 42 --ref main', shows: 'id: 258' },
  { words: 'project-pipeline list --project-id 42 --per-page 1 --get-all', shows: '257' },
  { words: 'project-pipeline get --project-id 42 --id 257', shows: 'id: 257' },
  { words: 'project-pipeline-job list --project-id 42 --pipeline-id 257 --get-all', shows: 'compile' },
  { words: 'project-pipeline-bridge list --project-id 42 --pipeline-id 257 --get-all', shows: 'children' },
  { words: 'project-pipeline-variable list --project-id 42 --pipeline-id 257 --get-all', shows: 'TRIGGER' },
  { words: 'project-pipeline-test-report get --project-id 42 --pipeline-id 257', shows: 'total-count' },
  { words: 'project-job list --project-id 42 --get-all', shows: '9001' },
  { words: 'project-job get --project-id 42 --id 9001', shows: 'name: compile' },
  { words: 'project-job trace --project-id 42 --id 9001', shows: '' },
  { words: 'project-pipeline cancel --project-id 42 --id 257', shows: '' },
  { words: 'project-pipeline retry --project-id 42 --id 257', shows: '' },
  { words: 'project-trigger create --project-id 42 --description cli', shows: 'id: 2' },
  { words: 'project-trigger list --project-id 42 --get-all', shows: 'id: 2' },
  { words: 'project-trigger delete --project-id 42 --id 2', shows: '' },
];

/** @type {import('./client.js').Client} */
export const command = {
  name: 'python-gitlab, command',
  version,
  missing,
  run: async ({ url }) => {
    const given = ['--server-url', url, '--private-token', tokens.access, '--verbose'];
    const checks = [];
    for (const { words, shows } of commands) {
      checks.push(
        await check(`gitlab ${words}`, async () => {
          const { exitCode, output } = await call(path.join(bin, 'gitlab'), [...given, ...words.split(' ')]);
          if (exitCode !== 0) return `exit code ${exitCode}: ${lastLine(output)}`;
          return output.includes(shows) ? undefined : `shows no ${shows}: ${output.slice(0, 200)}`;
        }),
      );
    }
    return checks;
  },
};
