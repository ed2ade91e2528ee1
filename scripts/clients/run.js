#!/usr/bin/env node
// @ts-check
// Clients that others have written over the simulated GitLab; see docs/simulate.md. They come from PyPI, Go's
// module proxy and npm, and stay in a cache; what is missing is said.
//
//   node scripts/clients/run.js [name ...]
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { clientGo } from './client-go.js';
import { curl } from './curl.js';
import { gitbeaker } from './gitbeaker.js';
import { goExample, pytest } from './page-examples.js';
import { command, library } from './python-gitlab.js';
import { serve } from './served.js';

/** @type {readonly import('./client.js').Client[]} */
export const clients = [curl, gitbeaker, library, command, clientGo, pytest, goExample];

/**
 * @typedef {object} Row
 * @property {string} client
 * @property {string} version
 * @property {string} calls
 * @property {string} requests
 * @property {string} result
 */

/**
 * @param {readonly Row[]} rows
 * @returns {string} as Markdown
 */
export function tableOf(rows) {
  const cells = [
    ['Client', 'Version', 'Calls', 'Requests', 'Result'],
    ...rows.map(({ client, version, calls, requests, result }) => [client, version, calls, requests, result]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/**
 * @param {import('./client.js').Client} client
 * @param {import('./served.js').ServedGitLab} gitlab
 * @param {(line: string) => void} say
 * @returns {Promise<Row & { isRed: boolean }>}
 */
export async function tryClient({ name, version, missing, run }, gitlab, say) {
  const why = await missing();
  if (why !== undefined) {
    return { client: name, version, calls: '-', requests: '-', result: `missing: ${why}`, isRed: false };
  }
  await gitlab.reset();
  const checks = await run(gitlab);
  const requests = String(await gitlab.calls());
  const red = checks.filter(({ faults }) => faults.length > 0);
  for (const { what, faults } of red) for (const fault of faults) say(`${name}: ${what}: ${fault}`);
  const gaps = gitlab.gaps();
  for (const gap of gaps) say(`${name}: ${gap}`);
  // A client that has called nothing has proved nothing.
  const isRed = red.length > 0 || gaps.length > 0 || checks.length === 0;
  const result = isRed ? `${red.length} failed, ${gaps.length} not simulated` : 'passed';
  return { client: name, version, calls: String(checks.length), requests, result, isRed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const gitlab = await serve(path.join(import.meta.dirname, 'scenario.yml'));
  const rows = [];
  try {
    for (const client of clients) {
      if (wanted.length > 0 && !wanted.some((name) => client.name.startsWith(name))) continue;
      rows.push(await tryClient(client, gitlab, (line) => console.log(line)));
    }
  } finally {
    await gitlab.stop();
  }
  console.log(tableOf(rows));
  if (rows.length === 0 || rows.some(({ isRed }) => isRed)) process.exitCode = 1;
}
