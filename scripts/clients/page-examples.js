// @ts-check
// The examples of docs/simulate.md in other languages, in tests that use what they give.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { call, root } from '../engines/engine.js';
import { check, folderFor } from './client.js';

const pytestVersion = '8.4.2';
const venv = folderFor(`pytest-${pytestVersion}`);
const pytestFile = path.join(venv, 'bin', 'pytest');

/**
 * @param {string} language
 * @returns {string} the first block of the page in this language
 */
function example(language) {
  const page = readFileSync(path.join(root, 'docs', 'simulate.md'), 'utf8');
  const [, text] = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'm').exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/simulate.md has no example in ${language}`);
  return text;
}

/**
 * Runs a program in a folder with these files, where `gitlab-trigger` is the command of this clone.
 * @param {Readonly<Record<string, string>>} files
 * @param {readonly [string, ...string[]]} words
 * @returns {Promise<string | undefined>} what it said when it failed
 */
async function runIn(files, [program, ...words]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-example-'));
  try {
    const shim = `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'dist', 'cli.js')}' "$@"\n`;
    writeFileSync(path.join(folder, 'gitlab-trigger'), shim, { mode: 0o755 });
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}` };
    const { exitCode, output } = await call(program, words, { cwd: folder, env });
    return exitCode === 0 ? undefined : output;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pythonTest = `
import urllib.request


def test_it_listens(gitlab_url):
    assert urllib.request.urlopen(f"{gitlab_url}/-/health").read() == b"GitLab OK"
`;

/** @type {import('./client.js').Client} */
export const pytest = {
  name: 'pytest, by the page',
  version: pytestVersion,
  missing: async () => {
    if (existsSync(pytestFile)) return undefined;
    const made = await call('python3', ['-m', 'venv', venv]);
    if (made.exitCode !== 0) return 'needs Python 3 with venv';
    const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    const few = ['--retries', '1', '--timeout', '10', `pytest==${pytestVersion}`];
    const { exitCode, output } = await call(path.join(venv, 'bin', 'python'), [...words, ...few]);
    return exitCode === 0 ? undefined : `pip install failed: ${output.trim().split('\n').at(-1)}`;
  },
  run: async () => [
    await check('the fixture', async () => {
      const files = { 'conftest.py': example('python'), 'test_it.py': pythonTest };
      return await runIn(files, [pytestFile, '-q', '-p', 'no:cacheprovider']);
    }),
  ],
};

const goTest = `package deploy

import (
	"net/http"
	"testing"
)

func TestListens(t *testing.T) {
	answer, err := http.Get(gitlabURL(t) + "/-/health")
	if err != nil || answer.StatusCode != 200 {
		t.Fatal(answer, err)
	}
}
`;

/** @type {import('./client.js').Client} */
export const goExample = {
  name: 'go test, by the page',
  version: 'of this machine',
  missing: () => Promise.resolve(spawnSync('go', ['version']).status === 0 ? undefined : 'needs Go'),
  run: async () => [
    await check('the function', async () => {
      const files = {
        'go.mod': 'module deploy\n',
        'gitlab_test.go': example('go'),
        'listens_test.go': goTest,
      };
      return await runIn(files, ['go', 'test', './...']);
    }),
  ],
};
