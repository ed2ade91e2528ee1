// @ts-check
// What a real engine is to the lane: how it gets here, and what it is asked.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * @typedef {object} Check
 * @property {string} what
 * @property {readonly string[]} faults none when it passed
 */

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} version
 * @property {() => Promise<string | undefined>} missing why it cannot run here, after it was fetched
 * @property {() => Promise<readonly Check[]>} run
 */

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Engines stay here between runs. */
export const store = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
  'gitlab-trigger-engines',
);

const start = promisify(execFile);

/**
 * @param {string} name
 * @param {readonly string[]} words
 * @param {import('node:child_process').ExecFileOptions} [options]
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
export async function call(name, words, options = {}) {
  const settings = { ...options, encoding: /** @type {const} */ ('utf8'), maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await start(name, words, settings);
    return { exitCode: 0, output: `${stdout}${stderr}` };
  } catch (error) {
    const {
      code,
      stdout = '',
      stderr = '',
    } = /** @type {{ code?: unknown, stdout?: string, stderr?: string }} */ (error);
    return { exitCode: typeof code === 'number' ? code : 1, output: `${stdout}${stderr}` || String(error) };
  }
}

/**
 * A program written in Go, by Go's own client.
 * @param {{ name: string, module: string, version: string }} program
 * @returns {Promise<{ file: string, why: string | undefined }>} `why` it is not there
 */
export async function goProgram({ name, module, version }) {
  const folder = path.join(store, `${name}-${version}`);
  const file = path.join(folder, name);
  if (existsSync(file)) return { file, why: undefined };
  if (spawnSync('go', ['version']).status !== 0) return { file, why: 'needs Go' };
  mkdirSync(folder, { recursive: true });
  const { exitCode, output } = await call('go', ['install', `${module}@v${version}`], {
    env: { ...process.env, GOBIN: folder },
  });
  return { file, why: exitCode === 0 ? undefined : `go install failed: ${output.trim().split('\n').at(-1)}` };
}

/**
 * A package from npm, in a folder of its own.
 * @param {string} name
 * @param {string} version
 * @returns {Promise<{ folder: string, why: string | undefined }>} `why` it is not there
 */
export async function npmPackage(name, version) {
  const folder = path.join(store, `${name.replaceAll('/', '+')}-${version}`);
  const installed = path.join(folder, 'node_modules', name);
  if (existsSync(installed)) return { folder: installed, why: undefined };
  mkdirSync(folder, { recursive: true });
  const { exitCode, output } = await call('npm', [
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `${name}@${version}`,
  ]);
  return {
    folder: installed,
    why: exitCode === 0 ? undefined : `npm install failed: ${output.trim().split('\n').at(-1)}`,
  };
}
