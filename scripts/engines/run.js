#!/usr/bin/env node
// @ts-check
// Real engines over what we publish; see docs/hosts/README.md. They come from Go's module proxy and npm, and
// stay in a cache; what is missing is said.
//
//   node scripts/engines/run.js [name ...]
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

import { act } from './act.js';
import { actionlint } from './actionlint.js';
import { languageService } from './language-service.js';

/** @type {readonly import('./engine.js').Engine[]} */
export const engines = [actionlint, languageService, act];

/**
 * @typedef {object} Row
 * @property {string} engine
 * @property {string} version
 * @property {string} checks
 * @property {string} result
 */

/**
 * @param {readonly Row[]} rows
 * @returns {string} as Markdown
 */
export function tableOf(rows) {
  const cells = [
    ['Engine', 'Version', 'Checks', 'Result'],
    ...rows.map(({ engine, version, checks, result }) => [engine, version, checks, result]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/**
 * @param {import('./engine.js').Engine} engine
 * @param {(line: string) => void} say
 * @returns {Promise<Row & { isRed: boolean }>}
 */
export async function tryEngine({ name, version, missing, run }, say) {
  const why = await missing();
  if (why !== undefined)
    return { engine: name, version, checks: '-', result: `missing: ${why}`, isRed: false };
  const startMs = performance.now();
  const checks = await run();
  const seconds = Math.round((performance.now() - startMs) / 1_000);
  const red = checks.filter(({ faults }) => faults.length > 0);
  for (const { what, faults } of red) for (const fault of faults) say(`${name}: ${what}: ${fault}`);
  // An engine that was asked nothing has proved nothing.
  const isRed = red.length > 0 || checks.length === 0;
  const result = isRed ? `${red.length} failed` : `passed (${seconds} s)`;
  return { engine: name, version, checks: String(checks.length), result, isRed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const rows = [];
  for (const engine of engines) {
    if (wanted.length > 0 && !wanted.includes(engine.name)) continue;
    rows.push(await tryEngine(engine, (line) => console.log(line)));
  }
  console.log(tableOf(rows));
  if (rows.some(({ isRed }) => isRed)) process.exitCode = 1;
}
