#!/usr/bin/env node
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { format } from 'prettier';
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
 * The page with the tables between its markers made anew from the text of an action.yml; nothing else of it changes.
 * @param {string} page Markdown with `<!-- inputs:start -->`, `<!-- inputs:end -->` and the same for outputs.
 * @param {string} actionYml
 * @returns {Promise<string>}
 * @throws {Error} when a marker is missing.
 */
export async function renderPage(page, actionYml) {
  /** @type {unknown} */
  const parsed = parse(actionYml, { schema: 'failsafe' });
  const action = /** @type {Action} */ (parsed);
  const withInputs = replaceBetween(page, 'inputs', await inputsTable(action.inputs ?? {}));
  return replaceBetween(withInputs, 'outputs', await outputsTable(action.outputs ?? {}));
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
 * Prettier pads the columns, so that a formatted page stays as it is.
 * @param {string[]} head
 * @param {string[][]} rows
 */
async function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const text = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  return (await format(text, { parser: 'markdown', printWidth: 110 })).trim();
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
function replaceBetween(page, name, content) {
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
  for (const folder of actionFolders(root)) {
    const pagePath = join(folder, 'README.md');
    const page = readFileSync(pagePath, 'utf8');
    const rendered = await renderPage(page, readFileSync(join(folder, 'action.yml'), 'utf8'));
    if (rendered === page) continue;
    const name = relative(root, pagePath);
    if (checking) {
      console.error(`${name} is stale; run: node scripts/generate-docs.js`);
      process.exitCode = 1;
    } else {
      writeFileSync(pagePath, rendered);
      console.log(`${name} written`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv.slice(2));
}
