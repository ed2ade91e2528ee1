import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, test } from '@jest/globals';

import { oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import type { Project } from '../support/wrappers/wrapper.js';
import { findNodes } from './support/node-versions.js';
import { programsOf, withProject } from './support/run-wrapper.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { withSimulator } from './support/with-simulator.js';

const root = join(import.meta.dirname, '..', '..');

/**
 * Stands in for GitLab: reads the configuration, puts the inputs in, checks it by GitLab's schema, and runs
 * the jobs by a shell.
 */
const localGitLab = join(root, 'node_modules', 'gitlab-ci-local', 'dist', 'index.js');

/** What it needs beside the packages of this repository. */
function missing(): readonly string[] {
  const programs = ['git', 'bash', 'rsync'].filter((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  return [...programs, ...findNodes().missing.map(({ label, reason }) => `${label} (${reason})`)];
}

interface Ran {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Runs the example in a repository that has the component beside it, because there is no GitLab to fetch it
 * from.
 */
async function runExample(
  project: Project,
  {
    edit = (text: string): string => text,
    more = {},
  }: { readonly edit?: (text: string) => string; readonly more?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const { folder } = project;
  await cp(join(root, 'ci', 'gitlab-ci', 'templates'), join(folder, 'templates'), { recursive: true });
  const example = project.read('example.gitlab-ci.yml');
  const local = example.replace(/component: .*/, 'local: templates/gitlab-trigger/template.yml');
  expect(local).not.toBe(example);
  await writeFile(join(folder, '.gitlab-ci.yml'), edit(local));
  const git = (...words: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
      cwd: folder,
      stdio: 'ignore',
    });
  git('init', '-b', 'main');
  git('remote', 'add', 'origin', 'git@gitlab.example.com:group/caller.git');
  git('add', '-A');
  git('commit', '-m', 'deploy');
  const variables = {
    GITLAB_CI: 'true',
    CI_PROJECT_DIR: folder,
    CI_COMMIT_SHA: project.commit,
    GITLAB_TRIGGER_TOKEN: project.secrets.token,
    GITLAB_TRIGGER_ACCESS_TOKEN: project.secrets.accessToken,
    ...more,
  };
  const node = findNodes().available.at(-1)?.path ?? process.execPath;
  const flags = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
  try {
    const { stdout, stderr } = await promisify(execFile)(
      node,
      [localGitLab, '--home', folder, '--force-shell-executor', '--no-color', ...flags],
      { cwd: folder, env: { PATH: `${programsOf(project)}:${process.env.PATH ?? ''}`, HOME: folder } },
    );
    return { exitCode: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, output: stdout + stderr };
  }
}

describe('the component for GitLab CI, run by gitlab-ci-local', () => {
  const absent = missing();
  if (absent.length > 0) {
    const declare = process.env.CI === 'true' ? test : test.skip;
    declare(`runs; it lacks ${absent.join(', ')}`, () => {
      throw new Error(`install ${absent.join(', ')}`);
    });
    return;
  }
  const atOnce = testsAtOnce();

  /** What a run says in the job after ours, and keeps to itself. */
  async function expectOutputs(ran: Ran, project: Project, result: 'success' | 'failed'): Promise<void> {
    const address = 'https://gitlab.example.com/group/app/-/pipelines/257';
    const sentence = `Pipeline 257 ended as ${result}, see ${address}`;
    expect([ran.exitCode, ran.output]).toEqual([
      result === 'success' ? 0 : 1,
      expect.stringContaining(sentence),
    ]);
    expect(ran.output).not.toContain(tokens.trigger);
    expect(await readFile(join(project.folder, '.gitlab-ci.yml'), 'utf8')).not.toContain(tokens.trigger);
  }

  // A green one is below, among enemies.
  atOnce('a pipeline that ends as failed, its outputs in the next job', async () => {
    const scenario = oneProject({ ci: valid(quickScript('failed')) });
    await withSimulator({ scenario }, async ({ url, gitlab }) => {
      await withProject('gitlab-ci', url, async (project) => {
        const message = 'Fix a typo\n\nDEPLOY_TO=production';
        const edit = (text: string): string => text.replace('$CI_COMMIT_SHA', '$MESSAGE|$CI_COMMIT_SHA');
        // Every user of the machine can read the words of env(1), and those of what it starts.
        const overheard = join(project.store, 'overheard');
        const env = `#!/bin/bash\nprintf '%s\\n' "$@" >> '${overheard}'\nexec /usr/bin/env "$@"\n`;
        await writeFile(join(programsOf(project), 'env'), env, { mode: 0o755 });
        const ran = await runExample(project, { edit, more: { MESSAGE: message } });
        const words = await readFile(overheard, 'utf8');
        expect([words.includes('--gitlab-url'), words.includes('DEPLOY_TO')]).toEqual([true, false]);
        await expectOutputs(ran, project, 'failed');
        const { variables } = gitlab.pipelines()[0] ?? { variables: {} };
        expect(variables).toMatchObject({ IMAGE_TAG: `${message}|${project.commit}` });
        expect(Object.keys(variables)).toEqual(['IMAGE_TAG', 'TRIGGER_PAYLOAD']);
      });
    });
  });

  atOnce(
    'a pipeline that ends as success, its outputs in the next job: variables change nothing of what the inputs say, and nothing that they do not say',
    async () => {
      const scenario = oneProject({ ci: valid(quickScript('success')) });
      const overheard: string[] = [];
      const theirs = createServer(({ method, url }, response) => {
        overheard.push(`${method ?? ''} ${url ?? ''}`);
        response.writeHead(404).end();
      }).listen(0, '127.0.0.1');
      await once(theirs, 'listening');
      const address = `http://127.0.0.1:${(theirs.address() as AddressInfo).port}`;
      await withSimulator({ scenario }, async ({ url, gitlab, requests }) => {
        await withProject('gitlab-ci', url, async (project) => {
          const mark = join(project.store, 'mark');
          const code = `require('node:fs').writeFileSync('${mark}', '')`;
          await writeFile(join(project.folder, 'evil.cjs'), code);
          await writeFile(join(project.folder, 'evil.env'), 'STOLEN=1\n');
          const more = {
            GITLAB_TRIGGER_GITLAB_URL: address,
            GITLAB_TRIGGER_PROJECT_ID: 'group/other',
            GITLAB_TRIGGER_REF: 'theirs',
            GITLAB_TRIGGER_VARIABLES: 'IMAGE_TAG=theirs',
            GITLAB_TRIGGER_WAIT: 'false',
            GITLAB_TRIGGER_REQUEST_HEADERS: 'X-Theirs: 1',
            GITLAB_TRIGGER_VARIABLES_FILE: 'evil.env',
            GITLAB_TRIGGER_OUTPUT_FILE: 'theirs.json',
            GITLAB_TRIGGER_ALLOW_HTTP: 'true',
            GITLAB_TRIGGER_INPUTS: '{"a":"theirs"}',
            GITHUB_ACTIONS: 'true',
            INPUT_GITLAB_URL: address,
            DRONE: 'true',
            PLUGIN_GITLAB_URL: address,
            NODE_OPTIONS: `--require=${project.folder}/evil.cjs`,
            NODE_EXTRA_CA_CERTS: '/etc/hostname',
            NODE_TLS_REJECT_UNAUTHORIZED: '0',
            npm_config_registry: address,
            takes: 'all',
            variables: 'A=theirs',
            gitlab_url: address,
          };
          const ran = await runExample(project, { more });
          await expectOutputs(ran, project, 'success');
          expect(overheard).toEqual([]);
          expect(existsSync(mark)).toBe(false);
          expect(existsSync(join(project.folder, 'theirs.json'))).toBe(false);
          const [pipeline, ...others] = gitlab.pipelines();
          expect(others).toEqual([]);
          expect(pipeline).toMatchObject({ ref: 'main', variables: { IMAGE_TAG: project.commit } });
          expect(Object.keys(pipeline?.variables ?? {})).toEqual(['IMAGE_TAG', 'TRIGGER_PAYLOAD']);
          expect(requests.filter(({ headers }) => 'x-theirs' in headers)).toEqual([]);
        });
      });
      theirs.close();
    },
  );

  atOnce(
    'an input is text, whatever is in it, the end of the inputs, too; in variables, names of CI/CD variables stand for what they hold',
    async () => {
      const ref = `it's/"a"$HOME\`touch\${IFS}pwned\`$(touch$IFS'pwned')%PATH%#x`;
      const variables = JSON.stringify({
        A: `it's "b" \`touch pwned\` $(touch pwned) \\`,
        B: '$CI_COMMIT_SHA|${CI_COMMIT_SHA}|$$CI_COMMIT_SHA|$NOT_THERE|',
        C: '$TITLE',
      });
      const title = 'x", "DEPLOY_TO": "production';
      const scenario = oneProject({
        ci: valid(quickScript('success')),
        refs: [{ name: 'main', sha: '1'.repeat(40) }],
      });
      await withSimulator({ scenario }, async ({ url, requests }) => {
        await withProject('gitlab-ci', url, async (project) => {
          const first = (text: string): string =>
            text
              .replace('ref: main', () => `ref: ${JSON.stringify(ref)}\n      flags: --logs none`)
              .replace(
                'variables: IMAGE_TAG=$CI_COMMIT_SHA',
                () => `variables: ${JSON.stringify(variables)}`,
              );
          const second = (text: string): string =>
            text
              .replace('job_name: app', 'job_name: ended')
              .replace('project_id: group/app', 'project_id: group/other')
              .replace('ref: main', () => 'ref: (end of inputs)\n      flags: --logs none')
              .replace('variables: IMAGE_TAG=$CI_COMMIT_SHA', () => 'variables: touch pwned; A=1');
          const edit = (text: string): string => {
            const [, before = '', include = '', after = ''] = /^(include:\n)(.*?\n)(\n.*)$/s.exec(text) ?? [];
            return [before, first(include), second(include), after].join('');
          };
          const ran = await runExample(project, { edit, more: { TITLE: title } });
          expect([ran.exitCode, ran.output]).toEqual([
            expect.any(Number),
            expect.stringContaining('ref is "(end of inputs)"'),
          ]);
          expect(ran.exitCode).not.toBe(0);
          const bodies = requests.flatMap(({ method, body }) => (method === 'POST' ? [body] : []));
          expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
            expect.objectContaining({
              ref,
              variables: expect.objectContaining({
                A: `it's "b" \`touch pwned\` $(touch pwned) \\`,
                B: `${project.commit}|${project.commit}|$CI_COMMIT_SHA||`,
                C: title,
              }),
            }),
          ]);
          expect(requests.filter(({ target }) => target.includes('other'))).toEqual([]);
          expect(existsSync(join(project.folder, 'pwned'))).toBe(false);
        });
      });
    },
  );
});
