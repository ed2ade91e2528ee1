// @ts-check
// The plugin for Buildkite, in jobs that Buildkite's agent runs: it reads the pipeline, checks the plugin
// out, starts its hook in a terminal of its own, and stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startBuildkite } from './buildkite-api.js';
import { call, goProgram, root } from './engine.js';
import { withOwnProgram } from './own-program.js';
import { look, lookForTokens, pipelineIn, tokens, withGitlab } from './simulated-gitlab.js';

/** The newest one whose modules are all in Go's module proxy. It has no `redactor` yet. */
const version = '3.62.0';
let program = '';

const source = path.join(root, 'ci', 'buildkite');

/** @typedef {{ plugins?: readonly object[], command?: string }} Step */

/**
 * A repository to build, one of the plugin at the tag that the pipeline names, and the programs.
 * @param {string} place
 * @returns {Promise<Record<string, string>>} the environment of the agent
 */
async function furnish(place) {
  const hooks = path.join(place, 'plugin', 'hooks');
  mkdirSync(hooks, { recursive: true });
  cpSync(path.join(source, 'plugin.yml'), path.join(place, 'plugin', 'plugin.yml'));
  const hook = withOwnProgram(readFileSync(path.join(source, 'hooks', 'command'), 'utf8'));
  writeFileSync(path.join(hooks, 'command'), hook, { mode: 0o755 });
  const [, owner = '', tag = ''] =
    /- (\S+)\/gitlab-trigger#(\S+):/.exec(readFileSync(path.join(source, 'pipeline.yml'), 'utf8')) ?? [];
  const config = [
    '[user]\nname = a\nemail = a@example.com',
    `[url "file://${path.join(place, 'plugin')}"]`,
    `insteadOf = https://github.com/${owner}/gitlab-trigger-buildkite-plugin`,
  ];
  writeFileSync(path.join(place, 'gitconfig'), `${config.join('\n')}\n`);
  symlinkSync(program, path.join(place, 'buildkite-agent'));
  const env = {
    PATH: `${place}:${process.env.PATH ?? ''}`,
    HOME: place,
    GIT_CONFIG_GLOBAL: path.join(place, 'gitconfig'),
    GIT_CONFIG_NOSYSTEM: '1',
  };
  for (const folder of ['plugin', 'repository']) {
    const git = ['-C', path.join(place, folder)];
    await call('git', ['init', '--quiet', '--initial-branch=main', path.join(place, folder)], { env });
    await call('git', [...git, 'add', '--all'], { env });
    await call('git', [...git, 'commit', '--quiet', '--allow-empty', '--message=a'], { env });
    await call('git', [...git, 'tag', tag], { env });
  }
  return env;
}

/**
 * The example, as the agent uploads it: it puts in variables and names plugins in full.
 * @param {string} url
 * @param {string} ref
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<readonly Step[]>}
 */
async function stepsOf(url, ref, environment) {
  const text = readFileSync(path.join(source, 'pipeline.yml'), 'utf8')
    .replace('https://gitlab.example.com', url)
    .replace('ref: main', `ref: ${ref}`);
  const file = path.join(environment.HOME ?? '', `pipeline-${ref}.yml`);
  writeFileSync(file, text);
  const words = ['pipeline', 'upload', '--dry-run', '--log-level=error', file];
  const env = { ...environment, BUILDKITE_COMMIT: 'c0ffee' };
  const { exitCode, output } = await call(program, words, { env });
  if (exitCode !== 0) throw new Error(`pipeline upload: ${output}`);
  /** @type {unknown} */
  const parsed = JSON.parse(output.slice(output.indexOf('{')));
  return /** @type {{ steps: readonly Step[] }} */ (parsed).steps;
}

/**
 * What Buildkite's own side puts into the environment of a job.
 * @param {string} place
 * @param {Step | undefined} step
 * @returns {Record<string, string>}
 */
function jobOf(place, step) {
  return {
    BUILDKITE: 'true',
    BUILDKITE_AGENT_NAME: 'agent',
    BUILDKITE_BRANCH: 'main',
    BUILDKITE_BUILD_ID: 'build',
    BUILDKITE_BUILD_NUMBER: '7',
    BUILDKITE_COMMAND: step?.command ?? '',
    BUILDKITE_COMMIT: 'HEAD',
    BUILDKITE_ORGANIZATION_SLUG: 'acme',
    BUILDKITE_PIPELINE_PROVIDER: 'git',
    BUILDKITE_PIPELINE_SLUG: 'app',
    BUILDKITE_PLUGINS: JSON.stringify(step?.plugins ?? []),
    BUILDKITE_REPO: `file://${path.join(place, 'repository')}`,
    BUILDKITE_STEP_KEY: 'gitlab',
    CI: 'true',
    GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api,
    GITLAB_TRIGGER_TOKEN: tokens.trigger,
  };
}

/**
 * @typedef {Pick<import('./buildkite-api.js').Buildkite, 'run' | 'metaData'>} Build
 * @typedef {Build & { place: string, env: Record<string, string> }} Agent
 */

/**
 * @template T
 * @param {(agent: Agent) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function withAgent(use) {
  const place = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-buildkite-'));
  const { endpoint, run, metaData, end, close } = await startBuildkite();
  try {
    const env = await furnish(place);
    const flags = ['--build-path', path.join(place, 'builds'), '--plugins-path', path.join(place, 'plugins')];
    const rest = ['--token', 'of-the-cluster', '--no-http2', '--no-color', '--log-level', 'error'];
    const child = spawn(program, ['start', '--endpoint', endpoint, ...flags, ...rest], {
      cwd: place,
      env,
      stdio: 'ignore',
    });
    const gone = once(child, 'close');
    const early = gone.then(() => {
      throw new Error('the agent left before its jobs had run');
    });
    try {
      return await Promise.race([
        use({ place, env: { ...env, BUILDKITE_AGENT_ENDPOINT: endpoint }, run, metaData }),
        early,
      ]);
    } finally {
      end();
      // To a second SIGTERM it listens at once.
      child.kill('SIGTERM');
      child.kill('SIGTERM');
      await gone;
    }
  } finally {
    close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** @type {import('./engine.js').Engine} */
export const buildkite = {
  name: "Buildkite's agent",
  version,
  missing: async (limitMs) => {
    if (process.platform === 'win32') return 'is tried with Bash only';
    const module = 'github.com/buildkite/agent/v3';
    const { file, why } = await goProgram({ name: 'agent', module, version }, limitMs);
    program = file;
    return why;
  },
  run: async () =>
    await withGitlab(
      async ({ url, statusOf }) =>
        await withAgent(async ({ place, env, run, metaData }) => {
          const [trigger, announce] = await stepsOf(url, 'main', env);
          const green = await run(jobOf(place, trigger));
          const next = await run(jobOf(place, announce));
          const [failing] = await stepsOf(url, 'fails', env);
          const red = await run(jobOf(place, failing));
          const told = JSON.stringify([...metaData]);
          const [slow] = await stepsOf(url, 'slow', env);
          const stopped = await run(jobOf(place, slow), (job) => {
            if (pipelineIn(job.log) !== undefined) job.cancel();
          });
          const status = await statusOf(pipelineIn(stopped.log) ?? 'unknown');
          const jobs = [green, next, red, stopped];
          const annotations = jobs.map((job) => job.annotations);
          return [
            look('the agent reads the example', JSON.stringify(trigger), [/"variables":"IMAGE_TAG=c0ffee"/]),
            look('a green pipeline passes its job', endOf(green), [/^exit 0$/m]),
            look('the next step reads its meta-data', endOf(next), [
              new RegExp(`^Pipeline ${pipelineIn(green.log)} ended as success, see http`, 'm'),
            ]),
            look('a red pipeline fails its job', endOf(red), [/^Error: Pipeline \d+ failed/m, /^exit 1$/m]),
            look('the meta-data of a red one arrives too', told, [
              /"gitlab-trigger:gitlab:outcome","failed"/,
            ]),
            look('annotations show the report and the error', JSON.stringify(red.annotations), [
              /"body":"## [^"]+ failed[^}]+"style":"info"/,
              /"body":" {4}Pipeline \d+ failed[^}]+"style":"error"/,
            ]),
            look('a cancel reaches the hook through its terminal', `${endOf(stopped)}\nit is ${status}`, [
              /^Error: Stopped by SIG(?:TERM|HUP) /m,
              /^it is cancel(?:ed|ing)$/m,
            ]),
            lookForTokens(JSON.stringify([jobs.map(({ log }) => log), annotations, [...metaData]])),
          ];
        }),
    ),
};

/** @param {import('./buildkite-api.js').Job} job */
function endOf({ log, exitStatus }) {
  // The agent ends lines as a terminal does, and puts a time before each of its own.
  const text = log.replaceAll('\r\n', '\n').replaceAll(/\u001B_bk;t=\d+\u0007/g, '');
  return `${text}\nexit ${exitStatus}`;
}
