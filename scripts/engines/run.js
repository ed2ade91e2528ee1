#!/usr/bin/env node
// @ts-check
// Real engines over what we publish; see docs/hosts/README.md. They come from Go's module proxy, npm,
// PyPI and Maven Central, and stay in a cache. What is missing is said, and fails nothing; a failed check
// does.
//
//   npm run engines -- [--within SECONDS] [--write] [name ...]
//
// --within: no engine begins later than that, and none is fetched for longer. --write keeps the table, with
// its date, in docs/hosts/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { replaceBetween } from '../generate-docs.js';
import { act } from './act.js';
import { actionlint } from './actionlint.js';
import { azureTask } from './azure-task.js';
import { buildkite } from './buildkite.js';
import { root } from './engine.js';
import { envman } from './envman.js';
import { gitlabCiLocal } from './gitlab-ci-local.js';
import { jenkins } from './jenkins.js';
import { argoWorkflows, tekton } from './kubernetes.js';
import { languageService } from './language-service.js';
import { keptTable, tableOf } from './table.js';
import { zizmor } from './zizmor.js';

/** @type {readonly import('./engine.js').Engine[]} the fastest to fetch first */
export const engines = [
  zizmor,
  languageService,
  azureTask,
  jenkins,
  actionlint,
  gitlabCiLocal,
  envman,
  act,
  buildkite,
  argoWorkflows,
  tekton,
];

/**
 * @param {import('./engine.js').Engine} engine
 * @param {(line: string) => void} say
 * @param {number} [limitMs] that is left
 * @param {() => number} [nowMs]
 * @returns {Promise<import('./table.js').Row & { isRed: boolean }>}
 */
export async function tryEngine(
  { name, version, missing, run },
  say,
  limitMs = 600_000,
  nowMs = () => performance.now(),
) {
  const row = { engine: name, version };
  const startMs = nowMs();
  const why = limitMs > 0 ? await missing(limitMs) : 'no time is left';
  if (why !== undefined) return { ...row, checks: '-', result: `missing: ${why}`, isRed: false };
  if (nowMs() - startMs >= limitMs)
    return { ...row, checks: '-', result: 'missing: no time is left', isRed: false };
  const runMs = nowMs();
  const checks = await checksOf(run);
  const seconds = Math.round((nowMs() - runMs) / 1_000);
  const red = checks.filter(({ faults }) => faults.length > 0);
  for (const { what, faults } of red) for (const fault of faults) say(`${name}: ${what}: ${fault}`);
  // An engine that was asked nothing has proved nothing.
  const isRed = red.length > 0 || checks.length === 0;
  const result = isRed ? `${red.length} failed` : `passed (${seconds} s)`;
  return { ...row, checks: String(checks.length), result, isRed };
}

/**
 * An engine that is here and breaks is red; the others are tried all the same.
 * @param {import('./engine.js').Engine['run']} run
 */
async function checksOf(run) {
  try {
    return await run();
  } catch (error) {
    return [{ what: 'the run', faults: [error instanceof Error ? error.message : String(error)] }];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { within: { type: 'string', default: '600' }, write: { type: 'boolean', default: false } },
  });
  const endMs = performance.now() + Number(values.within) * 1_000;
  const rows = [];
  for (const engine of engines) {
    if (positionals.length > 0 && !positionals.includes(engine.name)) continue;
    rows.push(await tryEngine(engine, (line) => console.log(line), Math.ceil(endMs - performance.now())));
  }
  console.log(tableOf(rows));
  if (rows.some(({ isRed }) => isRed)) process.exitCode = 1;
  else if (values.write) {
    const page = path.join(root, 'docs', 'hosts', 'README.md');
    writeFileSync(page, replaceBetween(readFileSync(page, 'utf8'), 'engines', keptTable(rows, new Date())));
  }
}
