// @ts-check
// curl, by the lines of GitLab's documentation: the address, ids and tokens of our scenario in the place of
// its own, and nothing else changed. Variables of a job stand in the environment, as in a job.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { call } from '../engines/engine.js';
import { check, folderFor, tokens } from './client.js';
import { steps } from './documented-lines.js';

/**
 * What the documentation writes, and what stands for it here.
 * @type {readonly (readonly [RegExp, string])[]}
 */
const places = [
  [/<token>|2cb1840fb9dfc9fb0b7b1609cd29cb/g, tokens.trigger],
  [/\bTOKEN\b(?![:=])/g, tokens.trigger],
  [/<ref_name>/g, 'main'],
  [/<your_access_token>/g, tokens.access],
  [/projects\/(?:<project_id>|123456|123|1)\//g, 'projects/42/'],
  [/\bpipelines\/(?:46|6)\b/g, 'pipelines/257'],
  [/\bjobs\/(?:1|5|8|42)\b/g, 'jobs/9001'],
];

/**
 * @param {import('./documented-lines.js').DocumentedLine} documented
 * @param {string} url
 * @returns {string}
 */
function scriptOf({ line, ids = [] }, url) {
  const named = ids.reduce((rest, [from, to]) => rest.replaceAll(from, to), line);
  return places
    .reduce((rest, [from, to]) => rest.replace(from, to), named)
    .replace('https://gitlab.example.com', url)
    .replace('curl ', 'curl --silent --show-error ');
}

/**
 * @param {import('./documented-lines.js').DocumentedLine} documented
 * @param {{ url: string, folder: string }} where
 * @returns {Promise<string | undefined>} what is wrong
 */
async function faultOf(documented, { url, folder }) {
  const env = {
    ...process.env,
    CI_API_V4_URL: `${url}/api/v4`,
    CI_JOB_TOKEN: tokens.job,
    CI_PROJECT_ID: '42',
    MY_TRIGGER_TOKEN: tokens.trigger,
  };
  const archive = path.join(folder, 'artifacts.zip');
  rmSync(archive, { force: true });
  const script = scriptOf(documented, url);
  const { exitCode, output } = await call('sh', ['-c', script], { env, cwd: folder });
  if (exitCode !== 0) return `exit code ${exitCode}: ${output}`;
  if (existsSync(archive)) {
    return readFileSync(archive).subarray(0, 2).toString() === 'PK' ? undefined : 'wrote no archive';
  }
  // What answers nothing may not answer a refusal.
  const isAsTold = documented.gives === '' ? output === '' : output.includes(documented.gives);
  return isAsTold ? undefined : `gave ${output.slice(0, 300)}`;
}

/**
 * @param {import('./documented-lines.js').Setup} setup
 * @param {string} url
 */
async function prepare(setup, url) {
  const answer =
    'play' in setup
      ? await fetch(`${url}/api/v4/projects/42/jobs/${setup.play}/play`, {
          method: 'POST',
          headers: { 'private-token': tokens.access },
        })
      : await fetch(`${url}/-/simulator/clock`, { method: 'POST', body: JSON.stringify(setup) });
  if (!answer.ok) throw new Error(`${JSON.stringify(setup)} was answered with ${answer.status}`);
}

/** @type {import('./client.js').Client} */
export const curl = {
  name: 'curl',
  version: 'of this machine',
  missing: async () => {
    const { exitCode } = await call('curl', ['--version']);
    return exitCode === 0 ? undefined : 'needs curl';
  },
  run: async ({ url }) => {
    const checks = [];
    const folder = folderFor('curl');
    for (const step of steps) {
      if ('line' in step) checks.push(await check(step.line, () => faultOf(step, { url, folder })));
      else await prepare(step, url);
    }
    return checks;
  },
};
