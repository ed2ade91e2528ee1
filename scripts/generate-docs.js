#!/usr/bin/env node
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { format } from 'oxfmt';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} Row A row of `inputs` or `outputs` in an action.yml, every scalar as it stands there.
 * @property {string} [description]
 * @property {string} [required]
 * @property {string} [default]
 */

/**
 * @typedef {object} Action What of an action.yml becomes a table.
 * @property {Record<string, Row>} [inputs]
 * @property {Record<string, Row>} [outputs]
 */

/**
 * The page with one table between its markers made anew from the text of an action.yml; nothing else of it
 * changes.
 * @param {string} page Markdown with `<!-- inputs:start -->` and `<!-- inputs:end -->`, or the same for
 *   outputs.
 * @param {'inputs' | 'outputs'} name
 * @param {string} actionYml
 * @returns {Promise<string>}
 * @throws {Error} when a marker is missing.
 */
export async function renderTable(page, name, actionYml) {
  /** @type {unknown} */
  const parsed = parse(actionYml, { schema: 'failsafe' });
  const action = /** @type {Action} */ (parsed);
  const content = name === 'inputs' ? inputsTable(action.inputs ?? {}) : outputsTable(action.outputs ?? {});
  return replaceBetween(page, name, await content);
}

/**
 * The pages that show the tables of an action, relative to the root: those of the root action are in docs/,
 * all others on the page of the action.
 * @param {string} folder Of its action.yml, relative to the root.
 * @returns {Record<'inputs' | 'outputs', string>}
 */
export function tablePages(folder) {
  if (folder === '.' || folder === '') return { inputs: 'docs/inputs.md', outputs: 'docs/outputs.md' };
  return { inputs: `${folder}/README.md`, outputs: `${folder}/README.md` };
}

/**
 * The folders with an action.yml: the root and its direct children.
 * @param {string} folder
 * @returns {string[]}
 */
export function actionFolders(folder) {
  const children = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => join(folder, entry.name))
    .sort();
  return [folder, ...children].filter((path) => existsSync(join(path, 'action.yml')));
}

/**
 * The page with every block behind a line such as "[`ci/drone/plugin.yml`](../../ci/drone/plugin.yml):" made
 * anew from that file.
 * @param {string} page
 * @param {(path: string) => string} read
 * @returns {string}
 */
export function renderFiles(page, read) {
  return page.replace(
    /^(\[`(ci\/[^`]+)`\]\([^)]+\):\n\n```\w*\n)[^]*?^(?=```$)/gm,
    (_, /** @type {string} */ head, /** @type {string} */ path) => `${head}${read(path).trimEnd()}\n`,
  );
}

/**
 * A file of `ci/` that names this version of ours wherever it names one.
 * @param {string} text
 * @param {string} version
 * @returns {string}
 */
export function withVersion(text, version) {
  return text.replace(/(gitlab-trigger(?:\.git)?(?:@|#v|:)|^version: )\d+\.\d+\.\d+/gm, `$1${version}`);
}

/**
 * A file of `ci/` with the text that starts the program, wherever it stands there, as `scripts/launch.sh` has
 * it now, and as deep as it stood.
 * @param {string} text
 * @param {string} launch
 * @returns {string}
 */
export function withLaunch(text, launch) {
  const lines = launch.trimEnd().split('\n');
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  const head = escapeForPattern(first.slice(0, first.indexOf('.') + 1));
  const tail = escapeForPattern(last.slice(0, last.indexOf(' --import')));
  const block = new RegExp(`^([ \\t]*)${head}.*\\n(?:.*\\n)*?\\1${tail}.*$`, 'gm');
  return text.replace(block, (_, /** @type {string} */ indent) =>
    lines.map((line) => `${indent}${line}`).join('\n'),
  );
}

/** @param {string} text */
function escapeForPattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** @param {Record<string, Row>} inputs */
async function inputsTable(inputs) {
  const rows = Object.entries(inputs).map(([name, row]) => [
    code(name),
    row.required === 'true' ? '**required**' : row.default ? code(row.default) : '',
    cell(row.description),
  ]);
  return await table(['Input', 'Default', 'Meaning'], rows);
}

/** @param {Record<string, Row>} outputs */
async function outputsTable(outputs) {
  const rows = Object.entries(outputs).map(([name, row]) => [code(name), cell(row.description)]);
  return await table(['Output', 'Meaning'], rows);
}

/**
 * The formatter pads the columns, so that a formatted page stays as it is.
 * @param {string[]} head
 * @param {string[][]} rows
 */
async function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const text = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  return (await format('table.md', text)).code.trim();
}

/** @param {string} text */
function code(text) {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

/** @param {string | undefined} text */
function cell(text) {
  return (text ?? '').trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

/**
 * @param {string} page
 * @param {string} name
 * @param {string} content
 */
export function replaceBetween(page, name, content) {
  const startMark = `<!-- ${name}:start -->`;
  const endMark = `<!-- ${name}:end -->`;
  const start = page.indexOf(startMark);
  const end = page.indexOf(endMark, start);
  if (start < 0 || end < 0) throw new Error(`the page lacks ${startMark} … ${endMark}`);
  return `${page.slice(0, start + startMark.length)}\n\n${content}\n\n${page.slice(end)}`;
}

/** @param {readonly string[]} args */
async function main(args) {
  const checking = args.includes('--check');
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = /** @type {{ version: string }} */ (manifest);
  const readHere = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
  await renew(join(root, 'scripts', 'launch.sh'), (text) => withVersion(text, version), checking);
  const launch = withVersion(readHere('scripts/launch.sh'), version);
  for (const path of filesBelow(join(root, 'ci'))) {
    await renew(path, (text) => withLaunch(withVersion(text, version), launch), checking);
  }
  for (const path of filesBelow(join(root, 'docs', 'hosts'))) {
    await renew(path, (page) => renderFiles(page, readHere), checking);
  }
  for (const folder of actionFolders(root)) {
    const actionYml = readFileSync(join(folder, 'action.yml'), 'utf8');
    const pages = tablePages(relative(root, folder));
    for (const name of /** @type {const} */ (['inputs', 'outputs'])) {
      await renew(join(root, pages[name]), (page) => renderTable(page, name, actionYml), checking);
    }
  }
  for (const path of [
    ...filesBelow(join(root, 'docs')),
    ...actionFolders(root).map((folder) => join(folder, 'README.md')),
  ]) {
    if (path.endsWith('.md')) await renew(path, (page) => withVersion(page, version), checking);
  }
}

/**
 * Writes a file anew if it changes, or tells that it should.
 * @param {string} path
 * @param {(text: string) => string | Promise<string>} render
 * @param {boolean} checking
 */
async function renew(path, render, checking) {
  const text = readFileSync(path, 'utf8');
  const rendered = await render(text);
  if (rendered === text) return;
  const name = relative(root, path);
  if (checking) {
    console.error(`${name} is stale; run: node scripts/generate-docs.js`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, rendered);
    console.log(`${name} written`);
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv.slice(2));
}
