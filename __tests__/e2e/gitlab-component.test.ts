import { execFile, execFileSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
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

/** Stands in for GitLab: reads the configuration, puts the inputs in, checks it by GitLab's schema, and runs the jobs by a shell. */
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

/** Runs the example in a repository that has the component beside it, because there is no GitLab to fetch it from. */
async function runExample(project: Project): Promise<Ran> {
  const { folder } = project;
  await cp(join(root, 'ci', 'gitlab-ci', 'templates'), join(folder, 'templates'), { recursive: true });
  const example = project.read('example.gitlab-ci.yml');
  const local = example.replace(/component: .*/, 'local: templates/gitlab-trigger/template.yml');
  expect(local).not.toBe(example);
  await writeFile(join(folder, '.gitlab-ci.yml'), local);
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

  for (const { result, exitCode } of [
    { result: 'success', exitCode: 0 },
    { result: 'failed', exitCode: 1 },
  ] as const) {
    atOnce(`a pipeline that ends as ${result}, its outputs in the next job`, async () => {
      const scenario = oneProject({ ci: valid(quickScript(result)) });
      await withSimulator({ scenario }, async ({ url, gitlab }) => {
        await withProject('gitlab-ci', url, async (project) => {
          const ran = await runExample(project);
          expect([ran.exitCode, ran.output]).toEqual([
            exitCode,
            expect.stringContaining(
              `Pipeline 257 ended as ${result}, see https://gitlab.example.com/group/app/-/pipelines/257`,
            ),
          ]);
          expect(ran.output).not.toContain(tokens.trigger);
          expect(await readFile(join(project.folder, '.gitlab-ci.yml'), 'utf8')).not.toContain(
            tokens.trigger,
          );
          expect(gitlab.pipelines().map(({ variables }) => variables)).toEqual([
            expect.objectContaining({ IMAGE_TAG: project.commit }),
          ]);
        });
      });
    });
  }
});
