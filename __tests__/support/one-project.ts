import type {
  JobResult,
  JobScript,
  PipelineScript,
} from '../../src/simulator/gitlab/state/pipeline-script.js';
import type {
  CiConfiguration,
  ProjectDescription,
  Scenario,
} from '../../src/simulator/gitlab/state/scenario.js';

/** Tokens with GitLab's prefixes that open nothing anywhere. */
export const tokens = {
  trigger: 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182',
  job: 'glcbt-64_Kx2mWq8TzR4vYb6NcJdLf',
  api: 'glpat-Qw3rTy7uIoP9aSdFgHjK',
  readApi: 'glpat-Zx8cVb2nMl4kJhGf6dSa',
} as const;

export const mainSha = '1'.repeat(40);

/** One job that ends as it is told after a quarter of a second. */
export function quickScript(result: JobResult, job: Partial<JobScript> = {}): PipelineScript {
  return { createdForMs: 50, jobs: [{ name: 'unit', durationMs: 200, result, ...job }] };
}

export const endlessScript: PipelineScript = {
  createdForMs: 50,
  jobs: [{ name: 'soak', durationMs: 3_600_000 }],
};

export function valid(
  script: PipelineScript,
  inputs?: Extract<CiConfiguration, { readonly kind: 'valid' }>['inputs'],
): CiConfiguration {
  return { kind: 'valid', script, inputs };
}

/**
 * Private project 42 `group/app` with the branch `main`; `ada` maintains it and owns its trigger token, `dev`
 * develops.
 */
export function oneProject(
  project: Partial<ProjectDescription> = {},
  changes: Partial<Scenario> = {},
): Scenario {
  return {
    users: [{ username: 'ada' }, { username: 'dev' }, { username: 'guest' }],
    projects: [
      {
        id: 42,
        path: 'group/app',
        members: { ada: 'maintainer', dev: 'developer', guest: 'guest' },
        refs: [{ name: 'main', sha: mainSha }],
        triggers: [{ token: tokens.trigger, owner: 'ada' }],
        ci: valid(quickScript('success')),
        ...project,
      },
      { id: 43, path: 'group/other', refs: [] },
    ],
    accessTokens: [
      { token: tokens.api, user: 'ada', scopes: ['api'] },
      { token: tokens.readApi, user: 'ada', scopes: ['read_api'] },
    ],
    jobTokens: [{ token: tokens.job, user: 'dev', projectId: 42, job: 'running' }],
    ...changes,
  };
}

/** The inputs that start a pipeline in `oneProject`. */
export function inputsFor(gitlabUrl: string): Readonly<Record<string, string>> {
  return { gitlab_url: gitlabUrl, project_id: 'group/app', ref: 'main', token: tokens.trigger };
}
