import { execFileSync } from 'node:child_process';

import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';

import { readMergedConfig } from '../../src/ci-rules/config.js';
import { pipelineFacts } from '../../src/ci-rules/pipeline-facts.js';
import { predictJobs } from '../../src/ci-rules/predict-jobs.js';
import { codeBlocksOf } from '../contract/support/markdown-parts.js';
import { oneProject, tokens } from '../support/one-project.js';
import { runCommand } from './support/run-command.js';
import { withSimulator } from './support/with-simulator.js';

const place = ['--project-id', 'group/app', '--ref', 'main'];

async function plan(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { exitCode, stdout, stderr } = await runCommand({ words: ['plan', ...place, ...words], environment });
  expect([exitCode, stderr]).toEqual([0, '']);
  const blocks = ['sh', 'yaml', 'json'].map((language) =>
    codeBlocksOf(stdout, language).map(({ text }) => text),
  );
  expect(blocks.map(({ length }) => length)).toEqual([1, 1, 1]);
  const [[call = ''] = [], [rules = ''] = [], [answer = ''] = []] = blocks;
  return { page: stdout, call, rules, answer: JSON.parse(answer) as Readonly<Record<string, unknown>> };
}

describe.each([
  { name: 'no token', environment: {}, source: 'trigger', says: 'A Maintainer made a trigger token' },
  {
    name: 'a trigger token',
    environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger },
    source: 'trigger',
    says: 'A Maintainer made a trigger token',
  },
  {
    name: 'both tokens',
    environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger, GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api },
    source: 'trigger',
    says: 'A Maintainer made a trigger token',
  },
  {
    name: 'a job token',
    environment: { GITLAB_TRIGGER_TOKEN: tokens.job },
    source: 'pipeline',
    says: 'The project of the job is on the allowlist of this one',
  },
  {
    name: 'an access token alone',
    environment: { GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api },
    source: 'api',
    says: 'An access token with the scope `api`, role Developer, is in `/etc/gitlab-trigger/access-token`',
  },
] as const)('the plan with $name', ({ environment, source, says }) => {
  test('makes no request, holds no token, and has the four parts', async () => {
    await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
      const words = ['--gitlab-url', url, '--wait', '--variables', 'DEPLOY_ENV=staging'];
      const { page, call, rules, answer } = await plan(words, environment);
      expect(requests).toEqual([]);
      for (const token of Object.values(tokens)) expect(page).not.toContain(token);
      expect(page).toContain(`- [ ] ${says}`);
      expect(page).not.toMatch(/0{20}/);
      expect(answer).toMatchObject({ ref: 'main', status: 'created', source });
      expect(call).toContain('DEPLOY_ENV=staging\n');
      expect(() => execFileSync('sh', ['-n'], { input: call })).not.toThrow();
      const config = readMergedConfig(rules);
      const facts = pipelineFacts({
        source,
        refName: 'main',
        refKind: 'branch',
        refIsProtected: undefined,
        sha: undefined,
        project: undefined,
        given: {},
      });
      expect(config === undefined ? undefined : predictJobs(config, facts).runs).toBe('yes');
    });
  });
});

describe('the plan of a run', () => {
  test('declares the inputs that are given, with their types', async () => {
    const { rules } = await plan(['--inputs', '{"replicas":2,"dry":true,"name":"x","targets":["a"]}']);
    expect(parseAllDocuments(rules)[0]?.toJS()).toEqual({
      spec: {
        inputs: {
          replicas: { type: 'number' },
          dry: { type: 'boolean' },
          name: { type: 'string' },
          targets: { type: 'array' },
        },
      },
    });
  });

  test.each([
    { words: [], says: [], not: ['read_api', 'follow', 'Variables', 'GitHub token'] },
    { words: ['--wait', '--cancel-on', 'never'], says: ['`read_api`, role Reporter'], not: ['`api`'] },
    { words: ['--wait'], says: ['`api`, role Developer, is there to follow and to cancel'], not: [] },
    { words: ['--supersede'], says: ['of a Maintainer, or of the owner'], not: [] },
    { words: ['--wait', '--commit-status', 'gitlab'], says: ['A GitHub token'], not: [] },
  ])('of $words lists what its tokens need', async ({ words, says, not }) => {
    const { page } = await plan(words);
    for (const text of says) expect(page).toContain(text);
    for (const text of not) expect(page).not.toContain(text);
  });

  test('keeps a text with fences inside its block', async () => {
    const { exitCode, stdout } = await runCommand({ words: ['plan', ...place, '--variables', 'A=```'] });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/\n````sh\n#!\/bin\/sh\n[^]*\nA='```'\n[^]*\n````\n\n## Rules/);
  });

  test('takes a job token from the job', async () => {
    const { call } = await plan([], { GITLAB_TRIGGER_TOKEN: tokens.job });
    expect(call).toContain('GITLAB_TRIGGER_TOKEN=$CI_JOB_TOKEN\n');
    expect(call).not.toContain('cat ');
  });

  test.each(['--variables', '--inputs'])('is refused when %s would put a token on it', async (flag) => {
    const given = flag === '--inputs' ? `{"key":"${tokens.api}"}` : `KEY=${tokens.api}`;
    const { exitCode, stdout, stderr } = await runCommand({ words: ['plan', ...place, flag, given] });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('The plan would hold a token');
    expect(stderr).not.toContain(tokens.api);
  });

  test('shows no trigger token of an old shape that is a value, too', async () => {
    const old = '0f1e2d3c4b5a69788796a5b4c3d2e1';
    const { page } = await plan(['--variables', `KEY=${old}`], { GITLAB_TRIGGER_TOKEN: old });
    expect(page).not.toContain(old);
  });

  test('is refused in the same cases as the run', async () => {
    const { exitCode, stdout, stderr } = await runCommand({ words: ['plan', ...place, '--timeout', '5'] });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('timeout');
  });
});
