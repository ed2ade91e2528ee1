// @ts-check
// What a client that others have written is to the lane: how it gets here, and what it does.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { call, root } from '../engines/engine.js';

/** @typedef {import('../engines/engine.js').Check} Check */

/**
 * @typedef {object} Client
 * @property {string} name
 * @property {string} version
 * @property {() => Promise<string | undefined>} missing why it cannot run here, after it was fetched
 * @property {(gitlab: { url: string }) => Promise<readonly Check[]>} run
 */

/** The tokens of `scenario.yml`; they open nothing. */
export const tokens = {
  access: 'clients-access-token',
  trigger: 'clients-trigger-token',
  job: 'clients-job-token',
};

/** Clients stay here between runs. */
export const store = path.join(root, '.cache', 'clients');

/**
 * @param {string} name
 * @returns {string} a folder of that name in the store
 */
export function folderFor(name) {
  const folder = path.join(store, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * The checks of a program that prints each as a line of JSON.
 * @param {string} file
 * @param {readonly string[]} words
 * @param {import('node:child_process').ExecFileOptions} [options]
 * @returns {Promise<readonly Check[]>}
 */
export async function checksOf(file, words, options) {
  const { exitCode, output } = await call(file, words, options);
  const lines = output.split('\n').filter((line) => line.startsWith('{"what"'));
  const checks = lines.map(checkIn);
  if (exitCode === 0) return checks;
  const last = output.trim().split('\n').slice(-5).join('\n');
  return [...checks, { what: 'the program', faults: [`ended with ${exitCode}: ${last}`] }];
}

/**
 * @param {string} line
 * @returns {Check}
 */
function checkIn(line) {
  /** @type {unknown} */
  const read = JSON.parse(line);
  return /** @type {Check} */ (read);
}

/**
 * A check that holds when `test` gives nothing.
 * @param {string} what
 * @param {() => Promise<string | undefined>} test
 * @returns {Promise<Check>}
 */
export async function check(what, test) {
  try {
    const fault = await test();
    return { what, faults: fault === undefined ? [] : [fault] };
  } catch (error) {
    return { what, faults: [String(error)] };
  }
}
