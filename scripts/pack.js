#!/usr/bin/env node
// @ts-check
// Packs what npm gets, as `npm pack` would: `dist/` and what it needs, with a package.json that says what is
// true of it. The bundle holds all that runs, so the
// packed package has no dependencies; it also has no scripts, since nothing is left to build or to test.
//
//   node scripts/pack.js [folder]      writes <scope>-gitlab-trigger-<version>.tgz there (default: out/) and
// prints its path
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The members of package.json that are for this folder and not for who installs the package.
 * `private` keeps the folder itself from being published by mistake.
 */
const ownMembers = ['private', 'scripts', 'overrides', 'dependencies', 'devDependencies'];

/**
 * @param {string} folder
 * @returns {string} the path of the archive
 */
export function pack(folder) {
  /** @type {unknown} */
  const parsed = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const manifest = /** @type {{ files: string[] } & Record<string, unknown>} */ (parsed);
  const stage = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-pack-'));
  try {
    for (const name of manifest.files) {
      cpSync(path.join(root, name), path.join(stage, name), { recursive: true });
    }
    const packed = Object.fromEntries(
      Object.entries(manifest).filter(([name]) => !ownMembers.includes(name)),
    );
    writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`);
    mkdirSync(folder, { recursive: true });
    const windows = process.platform === 'win32';
    const options = ['pack', '--ignore-scripts', '--silent', '--pack-destination', path.resolve(folder)];
    const name = execFileSync(windows ? 'npm.cmd' : 'npm', options, {
      cwd: stage,
      shell: windows,
      encoding: 'utf8',
    });
    return path.join(path.resolve(folder), name.trim());
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(pack(process.argv[2] ?? path.join(root, 'out')));
}
