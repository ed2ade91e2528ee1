// @ts-check
// Workflows run by nektos/act on this machine itself, against the simulated GitLab.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { canceled, endless, red, shownOn, waited } from './act-workflows.js';
import { call, goProgram, root } from './engine.js';
import { look, lookForTokens, pipelineIn, tokens, withGitlab } from './simulated-gitlab.js';

const version = '0.2.89';
let program = '';

/** @param {string} folder of a repository, in which our actions are below `trigger/` */
async function makeRepository(folder, /** @type {string} */ workflow) {
  mkdirSync(path.join(folder, 'trigger'), { recursive: true });
  for (const name of ['action.yml', 'dist', 'wait', 'cancel', 'tokens', 'simulate'])
    cpSync(path.join(root, name), path.join(folder, 'trigger', name), { recursive: true });
  writeFileSync(path.join(folder, 'trigger', 'package.json'), '{"type":"module"}');
  mkdirSync(path.join(folder, '.github', 'workflows'), { recursive: true });
  writeFileSync(path.join(folder, '.github', 'workflows', 'w.yml'), workflow);
  await call('git', ['init', '--quiet', '--initial-branch=main', folder]);
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  await call('git', ['-C', folder, ...identity, 'commit', '--quiet', '--allow-empty', '--message=a']);
}

/**
 * @param {string} workflow
 * @param {(act: { folder: string, stop: () => void }) => void} [onPipeline] once there is one
 * @returns {Promise<string>} what act printed
 */
async function runWorkflow(workflow, onPipeline) {
  const place = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-act-'));
  // Its own files must not be among those that it copies.
  const [folder, home] = [path.join(place, 'repository'), path.join(place, 'home')];
  try {
    mkdirSync(home);
    await makeRepository(folder, workflow);
    const runner = ['-P', 'ubuntu-latest=-self-hosted', '--no-cache-server'];
    const child = spawn(program, ['push', ...runner, '-s', 'TRIGGER', '-s', 'API'], {
      cwd: folder,
      env: { ...process.env, HOME: home, XDG_CACHE_HOME: home, TRIGGER: tokens.trigger, API: tokens.api },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let isTold = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        if (isTold || pipelineIn(output) === undefined) return;
        isTold = true;
        onPipeline?.({ folder: place, stop: () => child.kill('SIGINT') });
      });
    }
    await once(child, 'close');
    return output;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** @param {string} folder below which the action's program lies that is killed */
function killStep(folder) {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      if (line.includes(folder) && line.includes('dist/trigger.js')) process.kill(Number(id), 'SIGKILL');
    } catch {
      // It has gone already.
    }
  }
}

/** @type {import('./engine.js').Engine} */
export const act = {
  name: 'act',
  version,
  missing: async (limitMs) => {
    if (process.platform !== 'linux') return 'is tried on Linux only';
    const { file, why } = await goProgram({ name: 'act', module: 'github.com/nektos/act', version }, limitMs);
    program = file;
    return why;
  },
  run: async () =>
    await withGitlab(async ({ url, statusOf }) => {
      const failed = await runWorkflow(red(url));
      const green = await runWorkflow(waited(url));
      const shown = shownOn('docs/migrating.md', url);
      const migrated = await runWorkflow(shown.text);
      const ended = await runWorkflow(canceled(url));
      const killed = await runWorkflow(endless(url), ({ folder }) => killStep(folder));
      const stopped = await runWorkflow(endless(url), ({ stop }) => stop());
      return [
        look('a red pipeline fails its job', failed, [/Job failed/]),
        look('a matrix starts a pipeline for each', failed, [
          /sees (\d+) failed[\s\S]*sees (?!\1)\d+ failed/,
        ]),
        look('the error can be read', failed, [/::error::Pipeline \d+ failed/, /\| Why: /], [/%0A/, /%25/]),
        look('wait follows to a green end', green, [/wait says success/, /Job succeeded/]),
        look(
          'every step that docs/migrating.md shows passes',
          migrated,
          [new RegExp(`^(?:[^]*?Job succeeded){${shown.count}}`)],
          [/Job failed/],
        ),
        look('cancel ends a pipeline', ended, [/cancel says canceled/]),
        look('tokens lists those of the project', ended, [/tokens says .*"triggers":\[\{/]),
        lookForTokens(failed + green + migrated + ended + killed + stopped),
        look('the post step cancels what a killed step left', killed, [/Pipeline \d+ is canceled/]),
        look(
          'a run that is stopped leaves no pipeline',
          `it is ${await statusOf(pipelineIn(stopped) ?? 'unknown')}`,
          [/^it is (?:canceled|canceling)$/],
        ),
      ];
    }),
};
