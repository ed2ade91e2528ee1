// @ts-check
// The step for Bitrise with envman, which hands its outputs to the next one. What stands for envman in the
// tests is held against it, too.
import { writeFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

import { call, moduleVersion, ownGoProgram, root } from './engine.js';
import { checksOfTests } from './gitlab-ci-local.js';
import { withOwnProgram } from './own-program.js';
import { look, lookForTokens, pipelineIn, tokens, withGitlab } from './simulated-gitlab.js';

let program = '';

/** @param {string} name */
const read = (name) => readFileSync(path.join(root, 'ci', 'bitrise', name), 'utf8');

/** @returns {string} the script of the example's second step */
function announcement() {
  /** @type {unknown} */
  const parsed = parse(read('bitrise.yml'));
  const { workflows } =
    /** @type {{ workflows: { deploy: { steps: readonly { script?: { inputs: readonly { content: string }[] } }[] } } }} */ (
      parsed
    );
  return workflows.deploy.steps.flatMap(({ script }) => script?.inputs ?? [])[0]?.content ?? '';
}

/**
 * @param {string} url
 * @param {string} ref
 * @returns {Promise<string>} the logs of both steps
 */
async function runSteps(url, ref) {
  const place = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-bitrise-'));
  const [step, next] = [path.join(place, 'step.sh'), path.join(place, 'next.sh')];
  try {
    writeFileSync(step, withOwnProgram(read('step.sh')));
    writeFileSync(next, announcement());
    const env = {
      PATH: `${path.dirname(program)}:${process.env.PATH ?? ''}`,
      HOME: place,
      BITRISE_IO: 'true',
      ENVMAN_ENVSTORE_PATH: path.join(place, 'store.yml'),
    };
    await call(program, ['init'], { env, cwd: place });
    const inputs = { gitlab_url: url, project_id: 'group/app', ref, wait: 'true', timeout: '1h' };
    const secrets = { token: tokens.trigger, access_token: tokens.api };
    const first = await call('bash', [step], { env: { ...env, ...inputs, ...secrets }, cwd: place });
    const second = await call(program, ['run', 'bash', next], { env, cwd: place });
    return `${first.output}\nexit ${first.exitCode}\n${second.output}`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** @type {import('./engine.js').Engine} */
export const envman = {
  name: "Bitrise's envman",
  version: moduleVersion('envman', 'github.com/bitrise-io/envman/v2'),
  missing: async (limitMs) => {
    if (process.platform === 'win32') return 'is tried with Bash only';
    const { file, why } = await ownGoProgram('envman', limitMs);
    program = file;
    return why;
  },
  run: async () =>
    await withGitlab(async ({ url }) => {
      const [green, red] = [await runSteps(url, 'main'), await runSteps(url, 'fails')];
      return [
        look('a green pipeline passes its step, and the next one has its outputs', green, [
          /^exit 0$/m,
          new RegExp(`^Pipeline ${pipelineIn(green)} ended as success, see http`, 'm'),
        ]),
        look('a red pipeline fails its step, and its outputs arrive too', red, [
          /^exit 1$/m,
          new RegExp(`^Pipeline ${pipelineIn(red)} ended as failed, see http`, 'm'),
        ]),
        lookForTokens(green + red),
        ...(await checksOfTests(['__tests__/contract/host-programs.test.ts', '-t', 'the real envman'], {
          REAL_ENVMAN: program,
        })),
      ];
    }),
};
