import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { format } from 'oxfmt';

import { systemClock } from '../../src/base/clock.js';
import { readMergedConfig } from '../../src/ci-rules/config.js';
import { type PipelineSource, pipelineFacts } from '../../src/ci-rules/pipeline-facts.js';
import { predictJobs } from '../../src/ci-rules/predict-jobs.js';
import { demoTokens } from '../../src/simulator/demo-scenario.js';
import { namedScenario } from '../../src/simulator/named-scenarios.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { serveSimulation } from '../../src/simulator/serve/serve-simulation.js';
import { withSimulator } from '../e2e/support/with-simulator.js';
import { mainSha, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { type GuideCommand, guideCommandsOf, missingLines } from './support/guide-commands.js';
import { codeBlocksOf } from './support/markdown-parts.js';
import { responsesTable } from './support/responses-table.js';

const root = join(import.meta.dirname, '..', '..');
const pageOf = (guide: string): string => readFileSync(join(root, 'docs', `${guide}.md`), 'utf8');

/**
 * The GitLab of the guides: group/app as in other tests, and group/closed, which takes inputs and no
 * variables.
 */
function scenario(): Scenario {
  const base = oneProject();
  const inputs = {
    environment: { type: 'string', default: 'staging', options: ['staging', 'production'] },
  } as const;
  const closed = {
    id: 44,
    path: 'group/closed',
    members: { ada: 'maintainer' as const },
    refs: [{ name: 'main', sha: mainSha }],
    triggers: [{ token: tokens.trigger, owner: 'ada' }],
    variablesMinimumRole: 'no_one_allowed' as const,
    ci: valid(quickScript('success'), inputs),
  };
  return { ...base, projects: [...base.projects, closed] };
}

/** The GitLab that the commands of a page are about. */
interface GuideWorld {
  readonly scenario: Scenario;
  /** What stands in the page for its address. */
  readonly shownUrl: string;
  readonly token: string;
  readonly accessToken: string;
  readonly serve: (
    scenario: Scenario,
    visit: (server: { readonly url: string }) => Promise<readonly string[]>,
  ) => Promise<readonly string[]>;
}

const example: GuideWorld = {
  scenario: scenario(),
  shownUrl: 'https://gitlab.example.com',
  token: tokens.trigger,
  accessToken: tokens.api,
  serve: async (given, visit) => await withSimulator({ scenario: given }, visit),
};

/** What `gitlab-trigger simulate` serves. */
const simulated: GuideWorld = {
  scenario: namedScenario('success'),
  shownUrl: 'http://127.0.0.1:8929',
  token: demoTokens.trigger,
  accessToken: demoTokens.access,
  serve: async (given, visit) => {
    const server = await serveSimulation({ scenario: given, clock: systemClock });
    try {
      return await visit(server);
    } finally {
      await server.close();
    }
  },
};

const guides: readonly (readonly [guide: string, world: GuideWorld])[] = [
  ['tokens', example],
  ['gating', example],
  ['mirrors', example],
  ['variables', example],
  ['reference/responses', example],
  ['validate', example],
  ['callers', example],
  ['simulate', simulated],
];

/**
 * Runs the commands of a page one after another, as a reader would, in one folder; gives what is not as the
 * page says.
 */
async function faultsIn(commands: readonly GuideCommand[], world: GuideWorld): Promise<readonly string[]> {
  const { shownUrl } = world;
  const folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-guide-'));
  try {
    const program = join(folder, 'gitlab-trigger');
    await writeFile(
      program,
      `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist', 'cli.js')}' "$@"\n`,
    );
    await chmod(program, 0o755);
    return await world.serve(world.scenario, async ({ url }) => {
      const environment = {
        PATH: `${folder}:${process.env.PATH ?? ''}`,
        GITLAB_TRIGGER_GITLAB_URL: url,
        GITLAB_TRIGGER_TOKEN: world.token,
        GITLAB_TRIGGER_ACCESS_TOKEN: world.accessToken,
      };
      const faults: string[] = [];
      for (const { line, command, exitCode, shown } of commands) {
        const run = { folder, environment, command: command.replaceAll(shownUrl, url) };
        const end = await runInShell(run);
        const output = end.output.replaceAll(url, shownUrl);
        const missing = missingLines(shown, output);
        if (end.exitCode === exitCode && missing.length === 0) continue;
        faults.push(
          `line ${line}: ${command}\nexit code ${end.exitCode}; missing: ${missing.join('\n')}\n${output}`,
        );
      }
      return faults;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runInShell(run: {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: string;
}): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  const child = spawn('bash', ['-o', 'pipefail', '-c', run.command], {
    cwd: run.folder,
    env: run.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output };
}

/** Programs of the commands that are not ours. */
async function missingPrograms(): Promise<readonly string[]> {
  const programs = ['bash', 'curl', 'grep', 'stat'];
  const found = await Promise.all(
    programs.map(async (name) => {
      const child = spawn('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
      const [exitCode] = (await once(child, 'close')) as [number | null];
      return exitCode === 0;
    }),
  );
  return programs.filter((_, index) => found[index] !== true);
}

const missing = process.platform === 'win32' ? ['a POSIX shell'] : await missingPrograms();

describe.each(guides)('the page docs/%s.md', (guide, world) => {
  const commands = guideCommandsOf(pageOf(guide));

  if (missing.length > 0 && process.env.CI !== 'true') {
    test.skip(`has commands that do what it says: not run without ${missing.join(', ')}`, () => undefined);
  } else {
    test('has commands that do what it says', async () => {
      expect(commands.length).toBeGreaterThan(0);
      expect(await faultsIn(commands, world)).toEqual([]);
    }, 60_000);
  }
});

/** `# trigger: yes, push: no` in the first line of an example. */
function claimsOf(yaml: string): readonly (readonly [source: string, runs: string])[] {
  const [, claims = ''] = /^# ((?:[a-z]+: [a-z]+(?:, )?)+)$/m.exec(yaml.split('\n')[0] ?? '') ?? [];
  return claims.split(', ').flatMap((claim) => {
    const [source, runs] = claim.split(': ');
    return source === undefined || runs === undefined ? [] : [[source, runs] as const];
  });
}

const examples = ['gating', 'variables'].flatMap((guide) =>
  codeBlocksOf(pageOf(guide), 'yaml')
    .filter(({ text }) => claimsOf(text).length > 0)
    .map(({ line, text }) => ({ place: `${guide}.md:${line}`, text })),
);

test('the guides have examples of rules', () => {
  expect(examples.length).toBeGreaterThan(8);
});

test.each(examples)('the rules at $place let the pipelines through that they name', ({ text }) => {
  const config = readMergedConfig(text);
  if (config === undefined) throw new Error('it cannot be read');
  const found = claimsOf(text)
    .filter(([, runs]) => runs !== 'unknown')
    .map(([source]) => {
      const facts = pipelineFacts({
        // A push has facts of its own, but for the source they are the same here.
        source: source as PipelineSource,
        refName: 'main',
        refKind: 'branch',
        refIsProtected: undefined,
        sha: undefined,
        project: undefined,
        given: {},
      });
      return [source, predictJobs(config, facts).runs];
    });
  expect(found).toEqual(claimsOf(text).filter(([, runs]) => runs !== 'unknown'));
});

test('docs/reference/responses.md has every refusal that the code knows, with its words', async () => {
  const [, table = ''] =
    /<!-- responses:start -->\n([\s\S]*?)<!-- responses:end -->/.exec(pageOf('reference/responses')) ?? [];
  const { code: want } = await format('table.md', responsesTable());
  expect(table.trim()).toBe(want.trim());
});
