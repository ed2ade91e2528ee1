// @ts-check
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { transform } from '@swc/core';
import { minify } from 'terser';
import ts from 'typescript';
import webpack from 'webpack';

import { chunkOf } from './chunks.js';
import { declarations } from './declarations.js';

const root = path.dirname(import.meta.dirname);
const sources = path.join(root, 'src');

/** The entries that get a file of their own in `dist/`, as `src/entries/index.ts` names them. */
export const entryNames = [
  'trigger',
  'wait',
  'cancel',
  'tokens',
  'simulate',
  'stop-simulate',
  'cleanup',
  'cli',
  'demo',
];

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

/** What `dist/simulator.js` has at run time, as `src/entries/simulator.ts` exports it. */
export const simulatorNames = ['startGitLab'];

/**
 * Builds everything that `dist/` holds: TypeScript to JavaScript with swc, then one bundle with webpack, then
 * a stub for each entry, and the types of the library. Nothing here checks types: that is a part of `npm run
 * lint`.
 * @returns {Promise<Map<string, Buffer>>} file names below `dist/` with their contents
 */
export async function bundle() {
  // Inside the project, so that modules are found; always the same folder, because its name goes into the
  // bundle.
  const outDir = path.join(root, 'out', 'bundle');
  await lock(outDir);
  try {
    await compile(outDir);
    const files = [...(await pack(outDir)), ...(await declarations(sources))];
    return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)));
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/**
 * Two builds at once would mix: the folder itself is the lock. One that a killed build left behind is taken
 * over when it is old.
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
async function compile(outDir) {
  const names = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.ts'));
  await Promise.all(
    names.map(async (name) => {
      const { code } = await transform(await readFile(path.join(sources, name), 'utf8'), {
        configFile: false,
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2023',
          transform: { verbatimModuleSyntax: true },
        },
        module: { type: 'es6' },
      });
      const file = path.join(outDir, name.replace(/\.ts$/, '.js'));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, code);
    }),
  );
}

/**
 * @param {string} outDir
 * @returns {Promise<Map<string, Buffer>>}
 */
async function pack(outDir) {
  const texts = withoutSwitches(await webpacked(outDir));
  const files = new Map();
  for (const [name, text] of texts)
    files.set(name, Buffer.from(await tidied(text, !unreadChunks.includes(name))));
  for (const name of entryNames) {
    // Only the command is a program that a shell starts.
    const head = name === 'cli' ? '#!/usr/bin/env node\n' : '';
    files.set(`${name}.js`, Buffer.from(`${head}import { start } from './index.js';\n\nstart('${name}');\n`));
  }
  files.set('library.js', Buffer.from(`export { ${libraryNames.join(', ')} } from './index.js';\n`));
  files.set('simulator.js', Buffer.from(`export { ${simulatorNames.join(', ')} } from './index.js';\n`));
  files.set('package.json', Buffer.from(`${JSON.stringify({ type: 'module' }, null, 2)}\n`));
  files.set('licenses.txt', Buffer.from(await licenses()));
  return files;
}

/** @typedef {import('webpack').Module} Module */
/** @typedef {import('webpack').Chunk} Chunk */

/**
 * `index.js` and the chunks, which are loaded when they are needed. Names of modules and exports stay as they
 * are, for readers of a diff.
 * @param {string} outDir
 * @returns {Promise<Map<string, string>>}
 */
async function webpacked(outDir) {
  const bundled = path.join(outDir, 'bundled');
  const compiler = webpack({
    context: outDir,
    entry: { index: path.join(outDir, 'entries', 'index.js') },
    mode: 'production',
    target: 'node20',
    devtool: false,
    cache: false,
    amd: false,
    node: false,
    performance: false,
    experiments: { outputModule: true },
    resolve: { extensions: ['.js', '.json'] },
    module: { parser: { javascript: { createRequire: false, importMeta: false } } },
    output: {
      path: bundled,
      module: true,
      library: { type: 'module' },
      filename: '[name].js',
      chunkFilename: 'chunks/[name].js',
      // For `parsedOnce`.
      environment: { arrowFunction: false, methodShorthand: false },
    },
    optimization: {
      nodeEnv: false,
      minimize: false,
      moduleIds: 'named',
      chunkIds: 'named',
      mangleExports: false,
      splitChunks: {
        cacheGroups: {
          default: false,
          defaultVendors: false,
          chunks: {
            chunks: 'async',
            enforce: true,
            name: (/** @type {Module} */ module, /** @type {Chunk[]} */ users) =>
              chunkOf(
                placeOf(module, outDir),
                users.flatMap((user) => targetsOf(user, outDir)),
              ),
          },
        },
      },
    },
  });
  await new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error !== null) reject(error);
      else if (stats === undefined || stats.hasErrors() || stats.hasWarnings()) {
        reject(
          new Error(`webpack failed:\n${stats?.toString({ all: false, errors: true, warnings: true })}`),
        );
      } else resolve(undefined);
    });
  });
  const names = (await readdir(bundled, { recursive: true })).filter((name) => name.endsWith('.js'));
  const texts = names.sort().map(async (name) => {
    const text = await readFile(path.join(bundled, name), 'utf8');
    return /** @type {const} */ ([name.split(path.sep).join('/'), text]);
  });
  return new Map(await Promise.all(texts));
}

/**
 * The modules whose lazy import loads a chunk.
 * @param {Chunk} chunk
 * @param {string} outDir
 */
function targetsOf(chunk, outDir) {
  return [...chunk.groupsIterable].flatMap(({ origins }) =>
    origins.map(({ module, request }) => {
      if (module === null) throw new Error(`Nothing imports ${request}`);
      if (!/^\.{1,2}\//.test(request)) return `node_modules/${request}/`;
      return path.posix.join(path.posix.dirname(placeOf(module, outDir)), request);
    }),
  );
}

/**
 * Where a module comes from: its path below the project, with `src` for what was compiled, or the name of a
 * module of Node.
 * @param {Module} module
 * @param {string} outDir
 */
function placeOf(module, outDir) {
  const file = module.nameForCondition();
  if (file === null) return 'userRequest' in module ? String(module.userRequest) : module.identifier();
  const place = path.relative(root, file).split(path.sep).join('/');
  const compiled = `${path.relative(root, outDir).split(path.sep).join('/')}/`;
  return place.startsWith(compiled) ? `src/${place.slice(compiled.length)}` : place;
}

/**
 * Variables of the environment with which a package prints what it reads, or adds to what it sends: code, and
 * what takes its place. Whoever can set a variable of a job could have tokens printed with them, and a step
 * has no use for any.
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
 * Takes the switches of packages out. A package that writes one differently stops the build, so that nobody
 * has to remember them when one is updated.
 * @param {Map<string, string>} texts
 * @returns {Map<string, string>}
 */
function withoutSwitches(texts) {
  for (const { code } of switches) {
    const places = [...texts.values()].reduce((sum, text) => sum + text.split(code).length - 1, 0);
    if (places !== 1) throw new Error(`${code} is in the bundle ${places} times, not once`);
  }
  const without = (/** @type {string} */ text) =>
    switches.reduce((rest, { code, instead }) => rest.replace(code, () => instead), text);
  return new Map(Array.from(texts, ([name, text]) => [name, without(text)]));
}

/**
 * Chunks that nobody reads the diff of: packages, and the simulated GitLab, which meets no secret. They have
 * short names and few line ends, for what a runner downloads.
 */
const unreadChunks = ['yaml', 'schemas', 'seal', 'zip', 'simulator'].map((name) => `chunks/${name}.js`);

/**
 * A script with almost every statement on its own line, without comments and unused code: a runner downloads
 * a quarter less, and a diff shows what has changed in the program. `keepsNames` is false where nobody reads
 * the diff.
 * @param {string} text
 * @param {boolean} keepsNames
 */
async function tidied(text, keepsNames) {
  const { code = '' } = await minify(text, {
    module: true,
    ecma: 2020,
    mangle: !keepsNames,
    keep_classnames: true,
    keep_fnames: keepsNames,
    compress: keepsNames
      ? { defaults: false, dead_code: true, passes: 2, side_effects: true, unused: true }
      : {},
    // A line end in place of each semicolon shows a change in a diff. Indentation and blanks would add 17 kB
    // to what a runner downloads.
    format: { semicolons: !keepsNames, comments: false, max_line_len: 2000 },
  });
  return parsedOnce(code);
}

/**
 * Puts parentheses around the functions that webpack makes of modules. V8 takes a function in parentheses for
 * one that will be called and compiles it at once; any other it reads twice (13 ms of the time before the
 * first request).
 * @param {string} code
 */
function parsedOnce(code) {
  const file = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  const variables = file.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  );
  const isTable = (/** @type {ts.VariableDeclaration} */ { name }) =>
    ts.isIdentifier(name) && /^__webpack_(?:esm_)?modules__$/.test(name.text);
  const modules = variables.find(isTable)?.initializer;
  if (modules === undefined || !ts.isObjectLiteralExpression(modules))
    throw new Error('Where are the modules?');
  const pieces = [];
  let at = 0;
  for (const property of modules.properties) {
    if (!ts.isPropertyAssignment(property)) throw new Error('A module is no function');
    const { initializer } = property;
    const start = initializer.getStart(file);
    pieces.push(code.slice(at, start), '(', code.slice(start, initializer.end), ')');
    at = initializer.end;
  }
  return [...pieces, code.slice(at), '\n'].join('');
}

/**
 * @typedef {{ dev?: boolean, link?: boolean, version?: string, license?: string }} LockedPackage
 */

/** The licenses of every package that is installed for running, from the lock file. */
async function licenses() {
  /** @type {unknown} */
  const parsed = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  const lock = /** @type {{ packages: Record<string, LockedPackage> }} */ (parsed);
  const texts = [];
  for (const [folder, { dev, link, version, license }] of Object.entries(lock.packages)) {
    if (!folder.startsWith('node_modules/') || dev === true || link === true) continue;
    const files = await readdir(path.join(root, folder));
    const file = files.find((name) => /^licen[cs]e(?:\.|$)/i.test(name));
    if (file === undefined) throw new Error(`${folder} has no license text`);
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
