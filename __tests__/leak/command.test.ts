import { spawnSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { FaultPlan } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { runCommand } from '../e2e/support/run-command.js';
import { withSimulator } from '../e2e/support/with-simulator.js';
import { quickScript, valid } from '../support/one-project.js';
import { planted, plantedScenario } from './support/planted-run.js';
import { leaksIn } from './support/secret-search.js';

const versionOfScript = spawnSync('script', ['--version'], { encoding: 'utf8' });
const hasPty = versionOfScript.status === 0 && versionOfScript.stdout.includes('util-linux');

interface Row {
  readonly name: string;
  readonly words: readonly string[];
  readonly faults?: FaultPlan;
  readonly inTerminal?: boolean;
  readonly exitCode: number;
}

const everything = Object.values(planted).join(' | ');
const repeated = new FaultPlan([
  {
    when: { method: 'POST' },
    fault: {
      kind: 'status',
      status: 400,
      work: 'not_done',
      body: JSON.stringify({ message: { base: [everything] } }),
    },
  },
]);
const files = ['--output-file', 'out.json', '--summary-file', 'report.md'];

const rows: readonly Row[] = [
  { name: 'writes files', words: ['run', '--wait', ...files], exitCode: 1 },
  { name: 'writes a folder', words: ['run', '--wait', '--output-file', 'out/'], exitCode: 1 },
  { name: 'tells a machine', words: ['run', '--wait', '--json', ...files], exitCode: 1 },
  { name: 'tells a machine every event', words: ['run', '--wait', '--json-lines'], exitCode: 1 },
  { name: 'draws in a terminal', words: ['run', '--wait'], inTerminal: true, exitCode: 1 },
  {
    name: 'hears its secrets from the server',
    words: ['run', '--json-lines', ...files],
    faults: repeated,
    exitCode: 3,
  },
  { name: 'is wrong', words: ['run', '--json', '--ref', 'a..b', ...files], exitCode: 2 },
];

async function textsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const texts = paths.map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

describe('no secret is left behind by a command that', () => {
  for (const { name, words, faults, inTerminal = false, exitCode } of rows) {
    const declare = !inTerminal || hasPty || process.env.CI === 'true' ? test.concurrent : test.skip;
    declare(name, async () => {
      const scenario = plantedScenario({ ci: valid(quickScript('failed')) });
      await withSimulator({ scenario, faults }, async ({ url }) => {
        let left: Readonly<Record<string, string>> = {};
        const [command = '', ...rest] = words;
        const onRef = rest.includes('--ref') ? [] : ['--ref', 'main'];
        const run = await runCommand({
          words: [command, '--gitlab-url', url, '--project-id', 'group/app', ...onRef, ...rest],
          environment: {
            GITLAB_TRIGGER_TOKEN: planted.token,
            GITLAB_TRIGGER_ACCESS_TOKEN: planted.access_token,
            GITLAB_TRIGGER_REQUEST_HEADERS: `X-Gate: ${planted.header}\nAuthorization: Bearer ${planted.bearer}`,
            TERM: 'xterm',
            LANG: 'C.UTF-8',
          },
          inTerminal,
          inspect: async (folder) => {
            left = await textsIn(folder);
          },
        });
        expect(leaksIn({ ...left, stdout: run.stdout, stderr: run.stderr }, planted)).toEqual([]);
        expect([run.exitCode, name]).toEqual([exitCode, name]);
      });
    });
  }

  test('completes or serves', async () => {
    const environment = {
      GITLAB_TRIGGER_TOKEN: planted.token,
      GITLAB_TRIGGER_ACCESS_TOKEN: planted.access_token,
    };
    const run = await runCommand({ words: ['completion', 'fish'], environment });
    expect(leaksIn({ stdout: run.stdout, stderr: run.stderr }, planted)).toEqual([]);
    expect(run.exitCode).toBe(0);
  });
});
