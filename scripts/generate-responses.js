#!/usr/bin/env node
// Writes the tables of docs/reference/responses.md, from the outcome table of the tests by way of the code
// that explains refusals, and of docs/tokens.md, from what simulated releases let each token do.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format } from 'oxfmt';

import { replaceBetween } from './generate-docs.js';

/** @typedef {typeof import('../__tests__/contract/support/responses-table.js')} Responses */
/** @typedef {typeof import('../__tests__/contract/support/token-duties.js')} Duties */

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.simulate.json'];
execFileSync(process.execPath, tsc, { cwd: root, stdio: 'inherit' });

const built = new URL('../.cache/simulate/__tests__/contract/support/', import.meta.url);
/** @type {unknown} */
const responses = await import(new URL('responses-table.js', built).href);
/** @type {unknown} */
const tokens = await import(new URL('token-duties.js', built).href);
const { responsesTable } = /** @type {Responses} */ (responses);
const { dutiesTable } = /** @type {Duties} */ (tokens);
await write('reference/responses', 'responses', responsesTable());
await write('tokens', 'duties', dutiesTable());

/**
 * Puts a table between the markers of a page.
 * @param {string} page
 * @param {string} name
 * @param {string} table
 */
async function write(page, name, table) {
  const path = new URL(`../docs/${page}.md`, import.meta.url);
  const { code: formatted } = await format('table.md', table);
  writeFileSync(path, replaceBetween(readFileSync(path, 'utf8'), name, formatted.trim()));
}
