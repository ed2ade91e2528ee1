// @ts-check
// Workflows run by nektos/act on this machine itself, against the simulated GitLab.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { call, goProgram, root } from './engine.js';

const version = '0.2.89';
let program = '';

const tokens = { trigger: `glptt-${'0'.repeat(40)}`, api: `glpat-${'0'.repeat(20)}` };

/** @param {string} url @param {string} rest of the step */
function step(url, rest) {
  // It knows what stands for a checkout by this name, and fetches nothing.
  return `      - uses: actions/checkout@v6
      - id: gitlab
        uses: ./trigger
        with:
          gitlab_url: ${url}
          project_id: group/app
          ref: main
          token: \${{ secrets.TRIGGER }}
          access_token: \${{ secrets.API }}
          wait: true
${rest}`;
}

/** @param {string} url */
function red(url) {
  return `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        ref: [one, two]
    steps:
${step(url, "          variables: 'NOTE=a `touch pwned` $(id) 100% ${{ matrix.ref }}'\n")}      - if: always()
        env:
          SEEN: \${{ steps.gitlab.outputs.pipeline_id }} \${{ steps.gitlab.outputs.outcome }}
        run: echo "next step sees $SEEN"
`;
}

/** @param {string} url */
function endless(url) {
  return `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
${step(url, '')}`;
}

/**
 * @param {string} workflow
 * @param {(output: string, folder: string) => void} [onOutput]
 * @returns {Promise<string>} what act printed
 */
async function runWorkflow(workflow, onOutput) {
  const place = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-act-'));
  // Its own files must not be among those that it copies.
  const [folder, home] = [path.join(place, 'repository'), path.join(place, 'home')];
  try {
    mkdirSync(home);
    mkdirSync(path.join(folder, 'trigger', 'dist'), { recursive: true });
    cpSync(path.join(root, 'action.yml'), path.join(folder, 'trigger', 'action.yml'));
    cpSync(path.join(root, 'dist'), path.join(folder, 'trigger', 'dist'), { recursive: true });
    writeFileSync(path.join(folder, 'trigger', 'package.json'), '{"type":"module"}');
    mkdirSync(path.join(folder, '.github', 'workflows'), { recursive: true });
    writeFileSync(path.join(folder, '.github', 'workflows', 'w.yml'), workflow);
    await call('git', ['init', '--quiet', '--initial-branch=main', folder]);
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    await call('git', ['-C', folder, ...identity, 'commit', '--quiet', '--allow-empty', '--message=a']);
    const words = [
      'push',
      '-P',
      'ubuntu-latest=-self-hosted',
      '-s',
      'TRIGGER',
      '-s',
      'API',
      '--no-cache-server',
    ];
    const child = spawn(program, words, {
      cwd: folder,
      env: { ...process.env, HOME: home, XDG_CACHE_HOME: home, TRIGGER: tokens.trigger, API: tokens.api },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        onOutput?.(output, place);
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
  missing: async () => {
    if (process.platform !== 'linux') return 'is tried on Linux only';
    const { file, why } = await goProgram({ name: 'act', module: 'github.com/nektos/act', version });
    program = file;
    return why;
  },
  run: async () => {
    const gitlab = spawn(process.execPath, [path.join(root, 'dist', 'cli.js'), 'simulate'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    /** @type {unknown[]} */
    const printed = await once(gitlab.stdout, 'data');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(printed[0]))?.[0] ?? '';
    try {
      const output = await runWorkflow(red(url));
      let isKilled = false;
      const killed = await runWorkflow(endless(url), (text, folder) => {
        if (isKilled || !text.includes('/-/pipelines/')) return;
        isKilled = true;
        killStep(folder);
      });
      /**
       * @param {string} what
       * @param {string} text
       * @param {readonly RegExp[]} has
       * @param {readonly RegExp[]} [lacks]
       */
      const check = (what, text, has, lacks = []) => ({
        what,
        faults: [
          ...has.filter((pattern) => !pattern.test(text)).map((pattern) => `lacks ${pattern.source}`),
          ...lacks.filter((pattern) => pattern.test(text)).map((pattern) => `has ${pattern.source}`),
        ],
      });
      return [
        check('a red pipeline fails its job', output, [/Job failed/]),
        check('a matrix starts a pipeline for each', output, [
          /sees (\d+) failed[\s\S]*sees (?!\1)\d+ failed/,
        ]),
        check('the error can be read', output, [/::error::Pipeline \d+ failed/, /\| Why: /], [/%0A/, /%25/]),
        check('no token is shown', output + killed, [], [new RegExp(tokens.trigger), new RegExp(tokens.api)]),
        check('the post step cancels what a killed step left', killed, [/Pipeline \d+ is canceled/]),
      ];
    } finally {
      gitlab.kill('SIGINT');
    }
  },
};
