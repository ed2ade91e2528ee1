// @ts-check
// The template for Azure Pipelines as Azure's task for Bash runs it: by Azure's own library for tasks, which
// also stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

import { npmPackage, root } from './engine.js';
import { withOwnProgram } from './own-program.js';
import { look, lookForTokens, pipelineIn, tokens, withGitlab } from './simulated-gitlab.js';

const version = '4.17.3';
let library = '';

/** What BashV3 does with a script: the signal for its own process becomes one for Bash alone. */
const task = `
const tl = require(process.argv[2] + '/task');
const bash = tl.tool('bash').arg(['--noprofile', '--norc', process.argv[3]]);
process.on('SIGINT', () => bash.killChildProcess());
bash.execAsync({ failOnStdErr: false, ignoreReturnCode: true }).then(
  (code) => tl.setResult(code === 0 ? tl.TaskResult.Succeeded : tl.TaskResult.Failed, 'exit code ' + code),
);
`;

/**
 * The step of the template, but for where the program comes from: it is the one of this folder.
 * @param {string} template
 * @param {Readonly<Record<string, string>>} given
 * @returns {{ script: string, environment: Record<string, string> }}
 */
export function stepOf(template, given) {
  /** @type {unknown} */
  const parsed = parse(template);
  const { parameters, steps } =
    /** @type {{ parameters: { name: string, default?: string | boolean }[], steps: { bash: string, env: Record<string, string> }[] }} */ (
      parsed
    );
  const values = { ...Object.fromEntries(parameters.map((each) => [each.name, each.default])), ...given };
  const [step] = steps;
  if (step === undefined) throw new Error('the template has no step');
  const script = withOwnProgram(step.bash);
  const environment = Object.fromEntries(
    Object.entries(step.env).map(([name, text]) => [
      name,
      text.replaceAll(/\$\{\{ parameters\.(\w+) \}\}/g, (_, /** @type {string} */ key) =>
        String(values[key] ?? ''),
      ),
    ]),
  );
  return { script, environment };
}

/**
 * @param {string} url
 * @param {string} ref
 * @param {boolean} isCanceled once there is a pipeline
 */
async function runStep(url, ref, isCanceled = false) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gitlab-trigger-azure-'));
  try {
    const given = { gitlab_url: url, project_id: 'group/app', ref, wait: 'true' };
    const secrets = { token: tokens.trigger, access_token: tokens.api };
    const template = readFileSync(path.join(root, 'ci', 'azure-pipelines', 'gitlab-trigger.yml'), 'utf8');
    const { script, environment } = stepOf(template, { ...given, ...secrets });
    writeFileSync(path.join(folder, 'script.sh'), script);
    writeFileSync(path.join(folder, 'task.cjs'), task);
    const words = [path.join(folder, 'task.cjs'), library, path.join(folder, 'script.sh')];
    const child = spawn(process.execPath, words, {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        TF_BUILD: 'True',
        AGENT_TEMPDIRECTORY: folder,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let isTold = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        if (!isCanceled || isTold || pipelineIn(output) === undefined) return;
        isTold = true;
        child.kill('SIGINT');
      });
    }
    await once(child, 'close');
    return output;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @type {import('./engine.js').Engine} */
export const azureTask = {
  name: "Azure's task library",
  version,
  missing: async (limitMs) => {
    if (process.platform === 'win32') return 'is tried with Bash only';
    const { folder, why } = await npmPackage('azure-pipelines-task-lib', version, limitMs);
    library = folder;
    return why;
  },
  run: async () =>
    await withGitlab(async ({ url, statusOf }) => {
      const green = await runStep(url, 'main');
      const red = await runStep(url, 'fails');
      const stopped = await runStep(url, 'slow', true);
      const status = await statusOf(pipelineIn(stopped) ?? 'unknown');
      return [
        look('a green pipeline passes, and its outputs are set', green, [
          /##vso\[task\.setvariable variable=outcome;[^\]]*\]success/,
          /##vso\[task\.complete result=Succeeded;/,
        ]),
        look('a red pipeline fails its task', red, [/##vso\[task\.complete result=Failed;/]),
        look('a cancel reaches the program', `${stopped}\nit is ${status}`, [/^it is cancel(?:ed|ing)$/m]),
        // By that command the agent masks them; it shows none of its lines.
        lookForTokens((green + red + stopped).replaceAll(/^##vso\[task\.setsecret\].*$/gm, '')),
      ];
    }),
};
