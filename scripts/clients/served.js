// @ts-check
// The simulated GitLab as users start it: the command, in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { root } from '../engines/engine.js';

const startMs = 30_000;

/**
 * @typedef {object} ServedGitLab
 * @property {string} url
 * @property {() => Promise<void>} reset
 * @property {() => Promise<number>} calls how many requests have been seen since the reset
 * @property {() => readonly string[]} gaps what it has said since then on standard error
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} scenario the path of a scenario file, or the name of one that needs none
 * @returns {Promise<ServedGitLab>}
 */
export async function serve(scenario) {
  const words = [path.join(root, 'dist', 'cli.js'), 'simulate', '--scenario', scenario];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {string[]} */
  let gaps = [];
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    gaps.push(...text.split('\n').filter((line) => line !== ''));
  });
  const url = await addressOf(child).catch((/** @type {unknown} */ error) => {
    child.kill();
    throw new Error(`the simulator did not start: ${gaps.join('\n')}`, { cause: error });
  });
  const control = `${url}/-/simulator`;
  return {
    url,
    reset: async () => {
      await fetch(`${control}/reset`, { method: 'POST' });
      // What happens between two calls, the client says: a test must not depend on the machine's speed.
      await fetch(`${control}/clock`, { method: 'POST', body: '{"speed": 0}' });
      gaps = [];
    },
    calls: async () => {
      const state = /** @type {{ requests: number }} */ (await (await fetch(`${control}/`)).json());
      return state.requests;
    },
    gaps: () => gaps,
    stop: async () => {
      const ended = once(child, 'close');
      child.kill();
      await ended;
    },
  };
}

/**
 * @typedef {import('node:stream').Readable} Readable
 * @typedef {import('node:child_process').ChildProcessByStdio<null, Readable, Readable>} Child
 */

/**
 * @param {Child} child
 * @returns {Promise<string>}
 */
function addressOf(child) {
  let said = '';
  return new Promise((resolve, reject) => {
    const give = () => reject(new Error(said));
    AbortSignal.timeout(startMs).addEventListener('abort', give);
    child.once('exit', give);
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      said += text;
      const [, url] = /listens on (http:\S+),/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
}
