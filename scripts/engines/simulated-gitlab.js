// @ts-check
// The GitLab that engines talk to, and how a pipeline of it ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { root } from './engine.js';

export const cli = path.join(root, 'dist', 'cli.js');
export const tokens = { trigger: `glptt-${'0'.repeat(40)}`, api: `glpat-${'0'.repeat(20)}` };

/**
 * @typedef {object} Gitlab
 * @property {string} url
 * @property {(id: string) => Promise<string>} statusOf a pipeline, in GitLab's own word
 */

/**
 * @template T
 * @param {(gitlab: Gitlab) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withGitlab(use) {
  const gitlab = spawn(process.execPath, [cli, 'simulate'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    /** @type {unknown[]} */
    const printed = await once(gitlab.stdout, 'data');
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(printed[0])) ?? [];
    if (url === undefined) throw new Error('the simulated GitLab did not say where it listens');
    const statusOf = async (/** @type {string} */ id) => {
      const answer = await globalThis.fetch(`${url}/api/v4/projects/42/pipelines/${id}`, {
        headers: { 'private-token': tokens.api },
      });
      /** @type {unknown} */
      const body = await answer.json();
      return String(/** @type {{ status?: unknown }} */ (body).status);
    };
    return await use({ url, statusOf });
  } finally {
    gitlab.kill('SIGINT');
  }
}

/** @param {string} text @returns {string | undefined} the pipeline that a log tells of first */
export function pipelineIn(text) {
  return /\/-\/pipelines\/(\d+)/.exec(text)?.[1];
}

/**
 * @param {string} what
 * @param {string} text
 * @param {readonly RegExp[]} has
 * @param {readonly RegExp[]} [lacks]
 * @returns {import('./engine.js').Check}
 */
export function look(what, text, has, lacks = []) {
  return {
    what,
    faults: [
      ...has.filter((pattern) => !pattern.test(text)).map((pattern) => `lacks ${pattern.source}`),
      ...lacks.filter((pattern) => pattern.test(text)).map((pattern) => `has ${pattern.source}`),
    ],
  };
}

/** @param {string} text @returns {import('./engine.js').Check} */
export function lookForTokens(text) {
  return look('no token is shown', text, [], [new RegExp(tokens.trigger), new RegExp(tokens.api)]);
}
