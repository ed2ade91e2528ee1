import type { HostId } from '../../../../src/hosts/detect-host.js';
import type { CallerContext } from '../../../../src/inputs/caller-context.js';
import { azureReader } from './azure-reader.js';
import { exportedBy } from './bash-reader.js';
import { githubReader } from './github-reader.js';
import { gitlabReader } from './gitlab-reader.js';
import { plainReader, type HostReader } from './host-traces.js';

/** A CI as a step finds it. */
export interface HostSpecimen {
  readonly id: HostId | 'plain';
  /** What the environment of a step has there. */
  readonly environment: (folder: string) => Readonly<Record<string, string>>;
  /** Its own view of what a step left; the step worked in `folder`. */
  readonly reader: (folder: string) => HostReader;
  /** Which outputs reach later steps. */
  readonly carries: 'everything' | 'no_secrets' | 'nothing';
  /** Who asks, in this environment. */
  readonly context: CallerContext;
}

const sha = '1234567890abcdef1234567890abcdef12345678';

const specimens: Readonly<Record<HostId | 'plain', Omit<HostSpecimen, 'id'>>> = {
  'github-actions': {
    environment: (folder) => ({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: `${folder}/output`,
      GITHUB_STATE: `${folder}/state`,
      GITHUB_STEP_SUMMARY: `${folder}/summary`,
      GITHUB_REPOSITORY: 'octo/app',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: sha,
      GITHUB_RUN_ID: '77',
    }),
    reader: githubReader,
    carries: 'everything',
    context: {
      ci: 'GitHub Actions',
      repository: 'octo/app',
      sha,
      runId: '77',
      runUrl: 'https://github.com/octo/app/actions/runs/77',
    },
  },
  'gitlab-ci': {
    environment: (folder) => ({
      CI: 'true',
      GITLAB_CI: 'true',
      CI_SERVER_URL: 'https://gitlab.example.org',
      CI_PROJECT_DIR: folder,
      CI_PROJECT_PATH: 'group/caller',
      CI_COMMIT_SHA: sha,
      CI_COMMIT_BRANCH: 'main',
      CI_COMMIT_REF_NAME: 'main',
      CI_PIPELINE_ID: '77',
    }),
    reader: (folder) => gitlabReader(`${folder}/gitlab-trigger.env`),
    carries: 'no_secrets',
    context: {
      ci: 'GitLab CI',
      repository: 'group/caller',
      sha,
      ref: 'refs/heads/main',
      refName: 'main',
      runId: '77',
    },
  },
  'azure-pipelines': {
    environment: (folder) => ({
      TF_BUILD: 'True',
      AGENT_OS: 'Linux',
      AGENT_TEMPDIRECTORY: `${folder}/temp`,
      BUILD_REPOSITORY_NAME: 'octo/app',
      BUILD_SOURCEVERSION: sha,
      BUILD_SOURCEBRANCH: 'refs/heads/main',
      BUILD_BUILDID: '77',
    }),
    reader: () => azureReader,
    carries: 'everything',
    context: {
      ci: 'Azure Pipelines',
      repository: 'octo/app',
      sha,
      ref: 'refs/heads/main',
      refName: 'main',
      runId: '77',
    },
  },
  circleci: {
    environment: (folder) => ({
      CI: 'true',
      CIRCLECI: 'true',
      BASH_ENV: `${folder}/bash_env`,
      CIRCLE_PROJECT_USERNAME: 'octo',
      CIRCLE_PROJECT_REPONAME: 'app',
      CIRCLE_SHA1: sha,
      CIRCLE_BRANCH: 'main',
    }),
    reader: (folder) => ({
      ...plainReader,
      outputs: ({ readText }) => exportedBy(readText(`${folder}/bash_env`) ?? ''),
    }),
    carries: 'everything',
    context: {
      ci: 'CircleCI',
      repository: 'octo/app',
      sha,
      ref: 'refs/heads/main',
      refName: 'main',
      workflow: '.circleci/config.yml',
    },
  },
  plain: {
    environment: () => ({ TERM: 'dumb' }),
    reader: () => plainReader,
    carries: 'nothing',
    context: { ci: 'a terminal' },
  },
};

export const hostSpecimens: readonly HostSpecimen[] = Object.entries(specimens).map(([id, specimen]) => ({
  ...specimen,
  id: id as HostId | 'plain',
}));
