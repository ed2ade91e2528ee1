// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** The entries that get a file of their own in `dist/`, as `src/entries/index.ts` names them. */
export const entryNames = ['trigger', 'wait', 'cancel', 'tokens', 'cleanup', 'cli', 'demo'];

/** What the library has at run time, as `src/entries/library.ts` exports it. */
export const libraryNames = [
  'AbortedError',
  'AppError',
  'InputError',
  'RefusedError',
  'UnreachableError',
  'cancelPipeline',
  'followPipeline',
  'triggerPipeline',
];

/**
 * @typedef {object} NccResult
 * @property {string} code
 * @property {Record<string, { source: string | Buffer }>} assets
 */

/**
 * Builds everything that `dist/` holds: TypeScript to JavaScript with tsc, then one bundle with ncc, then a stub for each entry, and the types of the library.
 * @returns {Promise<Map<string, Buffer>>} file names below `dist/` with their contents
 */
export async function bundle() {
  // Inside the project, so that modules are found; always the same folder, because its name goes into the bundle.
  const outDir = path.join(root, 'out', 'bundle');
  await lock(outDir);
  try {
    compile(outDir);
    const files = [
      ...(await pack(path.join(outDir, 'entries', 'index.js'))),
      ...(await declarations(outDir)),
    ];
    return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)));
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/**
 * Two builds at once would mix: the folder itself is the lock. One that a killed build left behind is taken over when it is old.
 * @param {string} folder
 */
async function lock(folder) {
  await mkdir(path.dirname(folder), { recursive: true });
  for (;;) {
    try {
      await mkdir(folder);
      return;
    } catch {
      const { birthtimeMs } = await stat(folder).catch(() => ({ birthtimeMs: Date.now() }));
      if (Date.now() - birthtimeMs > 120_000) await rm(folder, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** @param {string} outDir */
function compile(outDir) {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', path.join(root, 'tsconfig.build.json'), '--outDir', outDir, '--declaration'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc failed:\n${stdout}`);
}

/**
 * @param {string} entry
 * @returns {Promise<Map<string, Buffer>>}
 */
async function pack(entry) {
  /** @type {unknown} */
  const loaded = createRequire(import.meta.url)('@vercel/ncc');
  const ncc = /** @type {(input: string, options: object) => Promise<NccResult>} */ (loaded);
  const { code, assets } = await ncc(entry, { cache: false, quiet: true });
  const files = withoutSwitches(new Map([['index.js', parsedOnce(code)], ...textsOf(assets)]));
  for (const name of entryNames) {
    // Only the command is a program that a shell starts.
    const head = name === 'cli' ? '#!/usr/bin/env node\n' : '';
    files.set(`${name}.js`, Buffer.from(`${head}import { start } from './index.js';\n\nstart('${name}');\n`));
  }
  files.set('library.js', Buffer.from(`export { ${libraryNames.join(', ')} } from './index.js';\n`));
  files.set('licenses.txt', Buffer.from(await licenses()));
  return files;
}

/**
 * @param {NccResult['assets']} assets
 * @returns {[string, string][]}
 */
function textsOf(assets) {
  return Object.entries(assets).map(([name, { source }]) => [name, source.toString()]);
}

/**
 * Variables of the environment with which a package prints what it reads, or adds to what it sends: code, and what takes its place. Whoever can set a variable of a
 * job could have tokens printed with them, and a step has no use for any.
 * @type {readonly { code: string, instead: string }[]}
 */
const switches = [
  // yaml: every token and node of a text on standard output, secrets and workflow commands included.
  { code: 'node_process.env.LOG_STREAM', instead: 'false' },
  { code: 'node_process.env.LOG_TOKENS', instead: 'false' },
  // tunnel: what becomes of CONNECT.
  { code: 'process.env.NODE_DEBUG && /\\btunnel\\b/.test(process.env.NODE_DEBUG)', instead: 'false' },
  // @actions/http-client: a part of `user-agent`.
  { code: "process.env['ACTIONS_ORCHESTRATION_ID']", instead: 'undefined' },
];

/**
 * Takes the switches of packages out. A package that writes one differently stops the build, so that nobody has to remember them when one is updated.
 * @param {Map<string, string>} texts
 * @returns {Map<string, Buffer>}
 */
function withoutSwitches(texts) {
  for (const { code } of switches) {
    const places = [...texts.values()].reduce((sum, text) => sum + text.split(code).length - 1, 0);
    if (places !== 1) throw new Error(`${code} is in the bundle ${places} times, not once`);
  }
  const without = (/** @type {string} */ text) =>
    switches.reduce((rest, { code, instead }) => rest.replace(code, () => instead), text);
  return new Map(Array.from(texts, ([name, text]) => [name, Buffer.from(without(text))]));
}

/**
 * The types of the library: its declarations, and all that these import.
 * @param {string} outDir
 * @returns {Promise<Map<string, Buffer>>}
 */
async function declarations(outDir) {
  const files = new Map();
  const queue = ['entries/library.d.ts'];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const text = await readFile(path.join(outDir, name), 'utf8');
    files.set(`types/${name}`, Buffer.from(text));
    for (const [, specifier] of text.matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
      if (!specifier?.startsWith('.')) throw new Error(`${name} needs the types of ${specifier}`);
      const target = path.posix.join(path.posix.dirname(name), specifier.replace(/\.js$/, '.d.ts'));
      if (!files.has(`types/${target}`) && !queue.includes(target)) queue.push(target);
    }
  }
  return files;
}

/**
 * Makes functions of the arrow functions that webpack wraps around modules. V8 takes a function in parentheses for one that will be called and
 * compiles it at once; for an arrow function it has learned that only after Node 20, which would read the whole bundle twice (13 ms of the
 * time before the first request). No module looks at `this` at its top, the only difference. To be dropped with Node 20.
 * @param {string} code
 */
function parsedOnce(code) {
  return code.replace(/^\/\*\*\*\/ \(\(([^()]*)\) => \{$/gm, '/***/ (function ($1) {');
}

/**
 * @typedef {{ dev?: boolean, link?: boolean, version?: string, license?: string }} LockedPackage
 */

/** The licences of every package that is installed for running, from the lock file: ncc's own list leaves out what it inlines. */
async function licenses() {
  /** @type {unknown} */
  const parsed = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  const lock = /** @type {{ packages: Record<string, LockedPackage> }} */ (parsed);
  const texts = [];
  for (const [folder, { dev, link, version, license }] of Object.entries(lock.packages)) {
    if (!folder.startsWith('node_modules/') || dev === true || link === true) continue;
    const files = await readdir(path.join(root, folder));
    const file = files.find((name) => /^licen[cs]e(?:\.|$)/i.test(name));
    if (file === undefined) throw new Error(`${folder} has no licence text`);
    const text = await readFile(path.join(root, folder, file), 'utf8');
    texts.push(
      `${folder.slice('node_modules/'.length)} ${version} (${license})\n\n${text.replaceAll('\r', '').trim()}\n`,
    );
  }
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * @param {Map<string, Buffer>} files
 * @param {string} folder
 */
export async function writeFolder(files, folder) {
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
