import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { version } from '../../src/cli/commands.js';
import { scriptOf } from './support/release-run.js';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const clone = mkdtempSync(join(tmpdir(), 'gitlab-trigger-clone-'));

function sectionOf(heading: string): string {
  return page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

/** What the page tells a newcomer to type, word for word; in brackets is what may be left out. */
const commands = [
  ...[...sectionOf('Get started').matchAll(/^((?:npm|node) .*?)(?: {2,}#.*)?$/gm)],
  ...[...sectionOf('Make a fork your own').matchAll(/`((?:npm|node) [^`]+)`/g)],
].map(([, command = '']) => command.replaceAll(/ \[[^\]]*\]/g, ''));

/** What is not typed here, and why not. */
const leftOut: Readonly<Record<string, string>> = {
  'npm ci': 'fetches what is in node_modules already',
  'npm test': 'is what runs this',
  'npm run jest -- __tests__/unit/follow': 'is a part of it',
  'npm run build': 'is compared with dist/ by the check of dist/',
  'npm publish out/*.tgz --access public': 'publishes',
};
const typed = ['npm run demo', 'node scripts/set-owner.js OWNER', 'npm run release:dry'];

/** Types a command in the clone, as a shell does. */
function type(command: string): { readonly exitCode: number | null; readonly output: string } {
  const env = { PATH: process.env.PATH, HOME: clone };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: clone,
    env,
    encoding: 'utf8',
  });
  return { exitCode: status, output: `${stdout}${stderr}` };
}

beforeAll(() => {
  // What will be committed, and nothing that was installed.
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', listed, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const path of files) cpSync(join(root, path), join(clone, path));
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

test('every command of the first minutes is typed here, or has a reason why not', () => {
  expect([...new Set(commands)].sort()).toEqual([...typed, ...Object.keys(leftOut)].sort());
});

describe('the first minutes on a clone, with no package installed', () => {
  test('a demonstration runs', () => {
    const { exitCode, output } = type('npm run demo');
    expect(output).toContain('The report, as GitHub shows it');
    expect(exitCode).toBe(0);
  });

  test('the names become those of an owner, whom a release takes', () => {
    const refused = scriptOf('verify', 'The names are those of an owner');
    const { exitCode, output } = type('node scripts/set-owner.js New-Owner');
    expect([exitCode, output]).toEqual([0, expect.stringContaining('package.json written\n')]);
    expect(type(refused)).toEqual({ exitCode: 0, output: '' });
  });

  test('a dry release ends with names, sizes and digests of all that would be published', () => {
    const { exitCode, output } = type('npm run --silent release:dry');
    const lines = output.trim().split('\n');
    expect([exitCode, lines.pop()]).toEqual([
      0,
      'Nothing was published. The package and its bill of materials are in out.',
    ]);
    const names = lines.map((line) => /^(\S+) +[1-9]\d* {2}sha256:[0-9a-f]{64}$/.exec(line)?.[1]);
    expect(names).toEqual(
      expect.arrayContaining([
        `new-owner-gitlab-trigger-${version}.tgz`,
        'sbom.cdx.json',
        'dist/index.js',
        'ci/docker/Dockerfile',
      ]),
    );
    expect(names).not.toContain(undefined);
  });
});
