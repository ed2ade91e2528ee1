import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test as plainTest } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';

import { readMergedConfig } from '../../src/ci-rules/config.js';
import { type PipelineSource, pipelineFacts } from '../../src/ci-rules/pipeline-facts.js';
import { predictJobs } from '../../src/ci-rules/predict-jobs.js';
import { tokens } from '../support/one-project.js';
import { owner } from '../support/package-name.js';
import { findNodes } from './support/node-versions.js';
import { runCommand } from './support/run-command.js';
import { testsAtOnce } from './support/tests-at-once.js';

async function snippet(...words: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand({ words: ['snippet', ...words] });
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout;
}

/** Every document of a text, as plain values. */
function documentsOf(yaml: string): readonly unknown[] {
  return parseAllDocuments(yaml).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });
}

const specInputs = [
  '--spec-inputs',
  'environment=string=staging',
  '--spec-inputs',
  'replicas=number=2',
  '--spec-inputs',
  'dry-mode=boolean=false',
  '--spec-inputs',
  'targets=array=["a","b"]',
];

const wholeHeader = {
  spec: {
    inputs: {
      environment: { type: 'string', default: 'staging' },
      replicas: { type: 'number', default: 2 },
      'dry-mode': { type: 'boolean', default: false },
      targets: { type: 'array', default: ['a', 'b'] },
    },
  },
};

describe('the GitLab side', () => {
  plainTest('is a workflow that lets triggers through', async () => {
    expect(documentsOf(await snippet('gitlab'))).toEqual([
      {
        workflow: { rules: [{ if: '$CI_PIPELINE_SOURCE == "trigger"' }] },
        triggered: { script: ['echo "Started by $CI_PIPELINE_SOURCE"'] },
      },
    ]);
  });

  plainTest('is a job with rules, for both sources, with inputs of all types', async () => {
    const yaml = await snippet('gitlab', '--per-job', '--sources', 'pipeline, trigger', ...specInputs);
    expect(documentsOf(yaml)).toEqual([
      wholeHeader,
      {
        triggered: {
          rules: [{ if: '$CI_PIPELINE_SOURCE == "trigger"' }, { if: '$CI_PIPELINE_SOURCE == "pipeline"' }],
          variables: {
            ENVIRONMENT: '$[[ inputs.environment ]]',
            REPLICAS: '$[[ inputs.replicas ]]',
            DRY_MODE: '$[[ inputs.dry-mode ]]',
            TARGETS: '$[[ inputs.targets ]]',
          },
          script: [
            'echo "Started by $CI_PIPELINE_SOURCE, environment is $ENVIRONMENT, replicas is $REPLICAS, dry-mode is $DRY_MODE, targets is $TARGETS"',
          ],
        },
      },
    ]);
  });

  plainTest.each([
    { words: ['gitlab'], source: 'trigger', runs: 'yes' },
    { words: ['gitlab'], source: 'pipeline', runs: 'no' },
    { words: ['gitlab'], source: 'api', runs: 'no' },
    { words: ['gitlab', '--sources', 'pipeline'], source: 'pipeline', runs: 'yes' },
    { words: ['gitlab', '--per-job'], source: 'trigger', runs: 'yes' },
    { words: ['gitlab', '--per-job'], source: 'api', runs: 'no' },
  ] as const)('$words lets $source through: $runs', async ({ words, source, runs }) => {
    const config = readMergedConfig(await snippet(...words));
    const given: PipelineSource = source;
    const facts = pipelineFacts({
      source: given,
      refName: 'main',
      refKind: 'branch',
      refIsProtected: undefined,
      sha: undefined,
      project: undefined,
      given: {},
    });
    expect(config === undefined ? undefined : predictJobs(config, facts).runs).toBe(runs);
  });
});

describe('the GitHub side', () => {
  plainTest('is a job without permissions, with its tokens from secrets', async () => {
    const yaml = await snippet(
      'github',
      ...['--project-id', 'group/app', '--ref', 'main', '--wait', '--timeout', '45m'],
      ...['--gitlab-url', 'https://gitlab.example.com', '--variables', 'A=it is: "x"', '--variables', 'B=#2'],
    );
    expect(parse(yaml)).toEqual({
      jobs: {
        gitlab: {
          'runs-on': 'ubuntu-latest',
          permissions: {},
          steps: [
            {
              id: 'gitlab',
              uses: `${owner}/gitlab-trigger@v1`,
              with: {
                gitlab_url: 'https://gitlab.example.com',
                project_id: 'group/app',
                ref: 'main',
                token: '${{ secrets.GITLAB_TRIGGER_TOKEN }}',
                access_token: '${{ secrets.GITLAB_API_TOKEN }}',
                variables: 'A=it is: "x"\nB=#2',
                wait: true,
                timeout: '45m',
              },
            },
          ],
        },
      },
    });
    expect(
      Object.keys(
        (parse(yaml) as { jobs: { gitlab: { steps: [{ with: object }] } } }).jobs.gitlab.steps[0].with,
      ),
    ).toEqual(['gitlab_url', 'project_id', 'ref', 'token', 'access_token', 'variables', 'wait', 'timeout']);
  });

  plainTest('is refused when a token would be in it', async () => {
    const run = await runCommand({
      words: ['snippet', 'github', '--project-id', 'group/app', '--ref', 'main'],
      environment: { GITLAB_TRIGGER_VARIABLES: `DEPLOY=${tokens.api}` },
    });
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(run.stderr).not.toContain(tokens.api);
  });

  plainTest('takes other names for the secrets, and no access token where none is needed', async () => {
    const yaml = await snippet(
      'github',
      '--project-id',
      '42',
      '--ref',
      'main',
      '--token-secret',
      'DEPLOY_TOKEN',
    );
    expect(parse(yaml)).toMatchObject({
      jobs: {
        gitlab: { steps: [{ with: { project_id: 42, ref: 'main', token: '${{ secrets.DEPLOY_TOKEN }}' } }] },
      },
    });
    expect(yaml).not.toContain('access_token');
  });
});

plainTest.each([
  { words: [], says: 'lacks the kind' },
  { words: ['gitlub'], says: 'Did you mean gitlab?' },
  { words: ['github'], says: 'project_id was not given' },
  { words: ['github', '--project-id', 'group/app', '--ref', 'a..b'], says: 'ref is "a..b"' },
  { words: ['github', '--project-id', 'group/app', '--ref', 'main', '--timeout', '5'], says: 'timeout' },
  {
    words: ['github', '--project-id', 'a/b', '--ref', 'm', '--token-secret', 'GITHUB_X'],
    says: 'token_secret is',
  },
  { words: ['gitlab', '--sources', 'push'], says: 'sources' },
  { words: ['gitlab', '--spec-inputs', 'a=strng'], says: 'Did you mean string?' },
  { words: ['gitlab', '--spec-inputs', 'a=number=x'], says: 'a default that is no number' },
  { words: ['gitlab', '--spec-inputs', 'a b=string'], says: 'has the line' },
  { words: ['gitlab', '--spec-inputs', 'a=string', '--spec-inputs', 'a=number'], says: 'is there twice' },
])('$words is refused: $says', async ({ words, says }) => {
  const { exitCode, stdout, stderr } = await runCommand({ words: ['snippet', ...words] });
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
});

/**
 * What the GitLab side does when somebody else's program runs it; it knows the rules of jobs, but not those
 * of workflows.
 */
describe('gitlab-ci-local runs', () => {
  const node = findNodes().available.find(({ label }) => Number(/\d+/.exec(label)?.[0]) >= 22);
  const reason =
    process.platform === 'win32' ? 'needs a POSIX shell' : node === undefined ? 'needs Node 22' : undefined;
  if (reason !== undefined || node === undefined) {
    const declare = process.env.CI === 'true' ? plainTest : plainTest.skip;
    declare(`nothing here: ${reason ?? ''}`, () => {
      throw new Error(reason);
    });
    return;
  }
  const test = testsAtOnce();

  test('the job for a trigger, with the inputs that it declares', async () => {
    const yaml = await snippet('gitlab', '--per-job', ...specInputs);
    const output = await runLocally({ nodePath: node.path, yaml, source: 'trigger' });
    expect(output).toContain('Started by trigger, environment is staging, replicas is 2, dry-mode is false');
  });

  test('the job for a job token, when it is let through', async () => {
    const yaml = await snippet('gitlab', '--per-job', '--sources', 'trigger,pipeline');
    expect(await runLocally({ nodePath: node.path, yaml, source: 'pipeline' })).toContain(
      'Started by pipeline',
    );
  });

  test('no job for a push', async () => {
    const yaml = await snippet('gitlab', '--per-job', '--sources', 'trigger,pipeline');
    expect(await runLocally({ nodePath: node.path, yaml, source: 'push' })).not.toContain('Started by');
  });

  test('the job of a workflow for a trigger', async () => {
    const yaml = await snippet('gitlab', ...specInputs);
    expect(await runLocally({ nodePath: node.path, yaml, source: 'trigger' })).toContain(
      'Started by trigger',
    );
  });
});

/**
 * Runs a CI file in a repository and a home of its own, with the shell of this machine; gives all that was
 * printed.
 */
async function runLocally({
  nodePath,
  yaml,
  source,
}: {
  readonly nodePath: string;
  readonly yaml: string;
  readonly source: string;
}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-local-'));
  try {
    const [home, repository] = [join(folder, 'home'), join(folder, 'repository')];
    await mkdir(home);
    await mkdir(repository);
    await writeFile(join(repository, '.gitlab-ci.yml'), yaml);
    const environment = { PATH: process.env.PATH ?? '', HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
    const run = async (program: string, ...words: readonly string[]): Promise<string> => {
      const child = spawn(program, words, {
        cwd: repository,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let text = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      }
      await once(child, 'close');
      return text;
    };
    const identity = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.test'];
    await run('git', 'init', '-q', '-b', 'main');
    await run('git', 'remote', 'add', 'origin', 'https://gitlab.example.test/group/app.git');
    await run('git', 'add', '.');
    await run('git', ...identity, 'commit', '-q', '-m', 'A CI file');
    const program = join(
      import.meta.dirname,
      '..',
      '..',
      'node_modules',
      'gitlab-ci-local',
      'dist',
      'index.js',
    );
    const words = [
      '--home',
      home,
      '--force-shell-executor',
      '--no-color',
      '--variable',
      `CI_PIPELINE_SOURCE=${source}`,
    ];
    return await run(nodePath, program, ...words);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
