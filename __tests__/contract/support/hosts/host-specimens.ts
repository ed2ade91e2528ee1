import type { HostId } from '../../../../src/hosts/detect.js';
import type { CallerContext } from '../../../../src/model/caller-context.js';
import { azureReader } from './azure-reader.js';
import { exportedBy } from './bash-reader.js';
import { buildkiteReader } from './buildkite-reader.js';
import {
  filesIn,
  godotenv,
  javaProperties,
  nameValueLines,
  newGodotenv,
  tektonResultsIn,
} from './file-readers.js';
import { asWrittenReader, githubReader } from './github-reader.js';
import { gitlabReader } from './gitlab-reader.js';
import { type HostReader, byOutputName, plainReader } from './host-traces.js';
import { teamcityReader } from './teamcity-reader.js';
import { travisReader } from './travis-reader.js';

/** A CI as a step finds it. */
export interface HostSpecimen {
  readonly id: HostId | 'plain';
  /** What the environment of a step has there; the step works in `folder`. */
  readonly environment: (folder: string) => Readonly<Record<string, string>>;
  /** Folders that are there before the step begins. */
  readonly folders?: readonly string[] | undefined;
  /** Its own view of what a step left. */
  readonly reader: (folder: string) => HostReader;
  /** Which outputs reach later steps. */
  readonly carries: 'everything' | 'no_secrets' | 'nothing';
  /** Who asks, in this environment. */
  readonly context: CallerContext;
}

const sha = '1234567890abcdef1234567890abcdef12345678';

const actions = (folder: string): Readonly<Record<string, string>> => ({
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_OUTPUT: `${folder}/output`,
  GITHUB_STATE: `${folder}/state`,
  GITHUB_STEP_SUMMARY: `${folder}/summary`,
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_WORKFLOW: 'deploy',
  GITHUB_SHA: sha,
  GITHUB_RUN_ID: '77',
  GITHUB_RUN_NUMBER: '12',
});

const actionsContext = { repository: 'octo/app', workflow: 'deploy', sha, runId: '77' };

const onMain = { sha, ref: 'refs/heads/main', refName: 'main' };

/** Later steps read `gitlab-trigger.env` with their shell. */
const shellReader = (folder: string): HostReader => ({
  ...plainReader,
  outputs: ({ readText }) => exportedBy(readText(`${folder}/gitlab-trigger.env`) ?? ''),
});

const drone = {
  CI: 'drone',
  DRONE: 'true',
  DRONE_REPO: 'octo/app',
  DRONE_COMMIT_SHA: sha,
  DRONE_COMMIT_REF: 'refs/pull/7/head',
  DRONE_BUILD_EVENT: 'pull_request',
  DRONE_BUILD_TRIGGER: 'mona',
  DRONE_BUILD_NUMBER: '77',
  DRONE_BUILD_LINK: 'https://drone.example.org/octo/app/77',
  DRONE_STAGE_NAME: 'deploy',
  DRONE_STEP_NAME: 'trigger',
  DRONE_PULL_REQUEST: '7',
  DRONE_PULL_REQUEST_TITLE: 'Add it',
  DRONE_SOURCE_BRANCH: 'topic',
  DRONE_TARGET_BRANCH: 'main',
};

const droneContext = {
  repository: 'octo/app',
  sha,
  ref: 'refs/pull/7/head',
  refName: '7/head',
  actor: 'mona',
  event: 'pull_request',
  pullRequest: { number: 7, title: 'Add it', headRef: 'topic', baseRef: 'main' },
};

const specimens: Readonly<Record<HostId | 'plain', Omit<HostSpecimen, 'id'>>> = {
  forgejo: {
    environment: (folder) => ({
      ...actions(folder),
      FORGEJO_ACTIONS: 'true',
      GITEA_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://forgejo.example.org',
    }),
    reader: asWrittenReader,
    carries: 'everything',
    context: {
      ci: 'Forgejo Actions',
      ...actionsContext,
      runUrl: 'https://forgejo.example.org/octo/app/actions/runs/12',
    },
  },
  gitea: {
    environment: (folder) => ({
      ...actions(folder),
      GITEA_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://gitea.example.org',
    }),
    reader: asWrittenReader,
    carries: 'everything',
    context: {
      ci: 'Gitea Actions',
      ...actionsContext,
      runUrl: 'https://gitea.example.org/octo/app/actions/runs/77',
    },
  },
  'github-actions': {
    environment: (folder) => ({ ...actions(folder), GITHUB_SERVER_URL: 'https://github.com' }),
    reader: githubReader,
    carries: 'everything',
    context: {
      ci: 'GitHub Actions',
      ...actionsContext,
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
      CI_COMMIT_REF_NAME: 'topic',
      CI_CONFIG_PATH: '.gitlab-ci.yml',
      CI_JOB_NAME: 'trigger',
      CI_PIPELINE_ID: '77',
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_PIPELINE_URL: 'https://gitlab.example.org/group/caller/-/pipelines/77',
      GITLAB_USER_LOGIN: 'mona',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_TITLE: 'Add it',
      CI_MERGE_REQUEST_PROJECT_URL: 'https://gitlab.example.org/group/caller',
      CI_MERGE_REQUEST_REF_PATH: 'refs/merge-requests/7/head',
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'topic',
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    }),
    reader: (folder) => gitlabReader(`${folder}/gitlab-trigger.env`),
    carries: 'no_secrets',
    context: {
      ci: 'GitLab CI',
      repository: 'group/caller',
      sha,
      ref: 'refs/merge-requests/7/head',
      refName: 'topic',
      actor: 'mona',
      event: 'merge_request_event',
      workflow: '.gitlab-ci.yml',
      job: 'trigger',
      runId: '77',
      runUrl: 'https://gitlab.example.org/group/caller/-/pipelines/77',
      pullRequest: {
        number: 7,
        title: 'Add it',
        url: 'https://gitlab.example.org/group/caller/-/merge_requests/7',
        headRef: 'topic',
        headSha: sha,
        baseRef: 'main',
      },
    },
  },
  'azure-pipelines': {
    environment: (folder) => ({
      TF_BUILD: 'True',
      AGENT_OS: 'Linux',
      AGENT_TEMPDIRECTORY: `${folder}/temp`,
      BUILD_REPOSITORY_NAME: 'octo/app',
      BUILD_SOURCEVERSION: sha,
      BUILD_SOURCEBRANCH: 'refs/pull/7/merge',
      BUILD_REQUESTEDFOR: 'Mona',
      BUILD_REASON: 'PullRequest',
      BUILD_DEFINITIONNAME: 'deploy',
      BUILD_BUILDID: '77',
      SYSTEM_JOBNAME: 'trigger',
      SYSTEM_JOBATTEMPT: '2',
      SYSTEM_COLLECTIONURI: 'https://dev.azure.com/octo/',
      SYSTEM_TEAMPROJECT: 'My project',
      SYSTEM_PULLREQUEST_PULLREQUESTID: '1234',
      SYSTEM_PULLREQUEST_PULLREQUESTNUMBER: '7',
      SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/topic',
      SYSTEM_PULLREQUEST_SOURCECOMMITID: '2'.repeat(40),
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'main',
    }),
    reader: () => azureReader,
    carries: 'everything',
    context: {
      ci: 'Azure Pipelines',
      repository: 'octo/app',
      sha,
      ref: 'refs/pull/7/merge',
      refName: '7/merge',
      actor: 'Mona',
      event: 'PullRequest',
      workflow: 'deploy',
      job: 'trigger',
      runId: '77',
      runAttempt: '2',
      attempt: { run: '77', step: ['', '', 'trigger', ''], id: '2', isFirst: false },
      runUrl: 'https://dev.azure.com/octo/My%20project/_build/results?buildId=77',
      pullRequest: { number: 7, title: '', headRef: 'topic', headSha: '2'.repeat(40), baseRef: 'main' },
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
      CIRCLE_BRANCH: 'topic',
      CIRCLE_USERNAME: 'mona',
      CIRCLE_JOB: 'trigger',
      CIRCLE_WORKFLOW_ID: '7f1c',
      CIRCLE_BUILD_URL: 'https://circleci.com/gh/octo/app/77',
      CIRCLE_PULL_REQUEST: 'https://github.com/octo/app/pull/7',
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
      ref: 'refs/heads/topic',
      refName: 'topic',
      actor: 'mona',
      workflow: '.circleci/config.yml',
      job: 'trigger',
      runId: '7f1c',
      runUrl: 'https://circleci.com/gh/octo/app/77',
      pullRequest: { number: 7, title: '', url: 'https://github.com/octo/app/pull/7', headRef: 'topic' },
    },
  },
  'bitbucket-pipelines': {
    environment: (folder) => ({
      CI: 'true',
      BITBUCKET_BUILD_NUMBER: '77',
      BITBUCKET_PIPELINES_VARIABLES_PATH: `${folder}/variables`,
      BITBUCKET_REPO_FULL_NAME: 'octo/app',
      BITBUCKET_COMMIT: sha,
      BITBUCKET_BRANCH: 'topic',
      BITBUCKET_STEP_TRIGGERER_UUID: '{7f1c}',
      BITBUCKET_PR_ID: '7',
      BITBUCKET_PR_DESTINATION_BRANCH: 'main',
    }),
    reader: (folder) => ({
      ...plainReader,
      outputs: ({ readText }) => byOutputName(nameValueLines(readText(`${folder}/variables`) ?? '')),
    }),
    carries: 'no_secrets',
    context: {
      ci: 'Bitbucket Pipelines',
      repository: 'octo/app',
      sha,
      ref: 'refs/heads/topic',
      refName: 'topic',
      actor: '{7f1c}',
      workflow: 'bitbucket-pipelines.yml',
      runId: '77',
      runUrl: 'https://bitbucket.org/octo/app/pipelines/results/77',
      pullRequest: {
        number: 7,
        title: '',
        url: 'https://bitbucket.org/octo/app/pull-requests/7',
        headRef: 'topic',
        baseRef: 'main',
      },
    },
  },
  buildkite: {
    environment: () => ({
      CI: 'true',
      BUILDKITE: 'true',
      BUILDKITE_JOB_ID: '0190-7f1c',
      BUILDKITE_REPO: 'git@github.com:octo/app.git',
      BUILDKITE_COMMIT: 'HEAD',
      BUILDKITE_BRANCH: 'main',
      BUILDKITE_TAG: '',
      BUILDKITE_BUILD_CREATOR: 'Mona',
      BUILDKITE_SOURCE: 'webhook',
      BUILDKITE_PIPELINE_SLUG: 'deploy',
      BUILDKITE_STEP_KEY: 'trigger',
      BUILDKITE_BUILD_NUMBER: '77',
      BUILDKITE_RETRY_COUNT: '1',
      BUILDKITE_BUILD_URL: 'https://buildkite.com/octo/deploy/builds/77',
      BUILDKITE_PULL_REQUEST: 'false',
    }),
    reader: (folder) => buildkiteReader(`${folder}/store`, 'gitlab-trigger:trigger:'),
    carries: 'no_secrets',
    context: {
      ci: 'Buildkite',
      repository: 'octo/app',
      ref: 'refs/heads/main',
      refName: 'main',
      actor: 'Mona',
      event: 'webhook',
      workflow: 'deploy',
      job: 'trigger',
      runId: '77',
      runAttempt: '2',
      runUrl: 'https://buildkite.com/octo/deploy/builds/77',
    },
  },
  teamcity: {
    environment: () => ({
      TEAMCITY_VERSION: '2025.11 (build 208117)',
      TEAMCITY_BUILDCONF_NAME: 'Deploy',
      BUILD_VCS_NUMBER: sha,
      BUILD_NUMBER: '77',
      BUILD_URL: 'https://teamcity.example.org/build/9001',
    }),
    reader: () => teamcityReader,
    carries: 'no_secrets',
    context: {
      ci: 'TeamCity',
      sha,
      workflow: 'Deploy',
      runId: '77',
      runUrl: 'https://teamcity.example.org/build/9001',
    },
  },
  travis: {
    environment: () => ({
      CI: 'true',
      TRAVIS: 'true',
      TRAVIS_REPO_SLUG: 'octo/app',
      TRAVIS_COMMIT: sha,
      TRAVIS_BRANCH: 'main',
      TRAVIS_EVENT_TYPE: 'pull_request',
      TRAVIS_JOB_NAME: 'trigger',
      TRAVIS_BUILD_ID: '77',
      TRAVIS_BUILD_WEB_URL: 'https://app.travis-ci.com/octo/app/builds/77',
      TRAVIS_PULL_REQUEST: '7',
      TRAVIS_PULL_REQUEST_BRANCH: 'topic',
      TRAVIS_PULL_REQUEST_SHA: '2'.repeat(40),
    }),
    reader: (folder) => ({ ...shellReader(folder), ...travisReader }),
    carries: 'no_secrets',
    context: {
      ci: 'Travis CI',
      repository: 'octo/app',
      ...onMain,
      event: 'pull_request',
      workflow: '.travis.yml',
      job: 'trigger',
      runId: '77',
      runUrl: 'https://app.travis-ci.com/octo/app/builds/77',
      pullRequest: { number: 7, title: '', headRef: 'topic', headSha: '2'.repeat(40), baseRef: 'main' },
    },
  },
  bitrise: {
    environment: () => ({
      CI: 'true',
      BITRISE_IO: 'true',
      BITRISEIO_GIT_REPOSITORY_OWNER: 'octo',
      BITRISEIO_GIT_REPOSITORY_SLUG: 'app',
      BITRISE_GIT_COMMIT: sha,
      BITRISE_GIT_BRANCH: 'topic',
      BITRISE_TRIGGER_METHOD: 'webhook',
      BITRISE_TRIGGERED_WORKFLOW_ID: 'deploy',
      BITRISE_BUILD_NUMBER: '77',
      BITRISE_BUILD_URL: 'https://app.bitrise.io/build/7f1c',
      BITRISE_PULL_REQUEST: '7',
      BITRISEIO_GIT_BRANCH_DEST: 'main',
    }),
    reader: (folder) => ({
      ...plainReader,
      outputs: (traces) => byOutputName(filesIn(traces, `${folder}/store`)),
    }),
    carries: 'everything',
    context: {
      ci: 'Bitrise',
      repository: 'octo/app',
      sha,
      ref: 'refs/heads/topic',
      refName: 'topic',
      event: 'webhook',
      workflow: 'deploy',
      runId: '77',
      runUrl: 'https://app.bitrise.io/build/7f1c',
      pullRequest: { number: 7, title: '', headRef: 'topic', baseRef: 'main' },
    },
  },
  harness: {
    environment: (folder) => ({
      ...drone,
      CI: 'true',
      HARNESS_BUILD_ID: '77',
      HARNESS_PIPELINE_ID: 'Deploy',
      HARNESS_STAGE_ID: 'trigger',
      DRONE_OUTPUT: `${folder}/output.env`,
      HARNESS_OUTPUT_SECRET_FILE: `${folder}/output-secrets.env`,
    }),
    reader: (folder) => ({
      ...plainReader,
      outputs: ({ readText }) => {
        const texts = ['output.env', 'output-secrets.env'].map((name) => readText(`${folder}/${name}`) ?? '');
        const read = (parse: typeof godotenv): Readonly<Record<string, string>> =>
          Object.assign({}, ...texts.map(parse)) as Readonly<Record<string, string>>;
        const [older, newer] = [read(godotenv), read(newGodotenv)];
        if (JSON.stringify(older) !== JSON.stringify(newer)) throw new Error('the two versions do not agree');
        return newer;
      },
    }),
    carries: 'everything',
    context: {
      ci: 'Harness CI',
      ...droneContext,
      workflow: 'Deploy',
      job: 'trigger',
      runId: '77',
      runUrl: 'https://drone.example.org/octo/app/77',
    },
  },
  woodpecker: {
    environment: () => ({
      CI: 'woodpecker',
      CI_REPO: 'octo/app',
      CI_COMMIT_SHA: sha,
      CI_COMMIT_REF: 'refs/heads/main',
      CI_PIPELINE_AUTHOR: 'mona',
      CI_PIPELINE_EVENT: 'push',
      CI_PIPELINE_NUMBER: '77',
      CI_PIPELINE_URL: 'https://ci.example.org/repos/7/pipeline/77',
      CI_WORKFLOW_NAME: 'deploy',
      CI_STEP_NAME: 'trigger',
      CI_COMMIT_PULL_REQUEST: '',
    }),
    reader: shellReader,
    carries: 'no_secrets',
    context: {
      ci: 'Woodpecker CI',
      repository: 'octo/app',
      ...onMain,
      actor: 'mona',
      event: 'push',
      workflow: 'deploy',
      job: 'trigger',
      runId: '77',
      runUrl: 'https://ci.example.org/repos/7/pipeline/77',
    },
  },
  drone: {
    environment: () => drone,
    reader: shellReader,
    carries: 'no_secrets',
    context: {
      ci: 'Drone',
      ...droneContext,
      workflow: 'deploy',
      job: 'trigger',
      runId: '77',
      runUrl: 'https://drone.example.org/octo/app/77',
    },
  },
  'aws-codebuild': {
    environment: () => ({
      CODEBUILD_BUILD_ARN: 'arn:aws:codebuild:eu-west-1:123456789012:build/deploy:7f1c',
      CODEBUILD_BUILD_ID: 'deploy:7f1c',
      CODEBUILD_SOURCE_REPO_URL: 'https://user:password@github.com/octo/app.git',
      CODEBUILD_RESOLVED_SOURCE_VERSION: sha,
      CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/topic',
      CODEBUILD_WEBHOOK_BASE_REF: 'refs/heads/main',
      CODEBUILD_WEBHOOK_TRIGGER: 'pr/7',
      CODEBUILD_WEBHOOK_EVENT: 'PULL_REQUEST_CREATED',
      CODEBUILD_INITIATOR: 'GitHub-Hookshot/7f1c',
      CODEBUILD_BUILD_URL: 'https://eu-west-1.console.aws.amazon.com/codebuild/home#/builds/deploy:7f1c/view',
    }),
    reader: shellReader,
    carries: 'no_secrets',
    context: {
      ci: 'AWS CodeBuild',
      repository: 'octo/app',
      sha,
      ref: 'refs/heads/topic',
      refName: 'topic',
      actor: 'GitHub-Hookshot/7f1c',
      event: 'PULL_REQUEST_CREATED',
      workflow: 'deploy',
      runId: '7f1c',
      runUrl: 'https://eu-west-1.console.aws.amazon.com/codebuild/home#/builds/deploy:7f1c/view',
      pullRequest: { number: 7, title: '', headRef: 'topic', baseRef: 'main' },
    },
  },
  jenkins: {
    environment: () => ({
      JENKINS_URL: 'https://jenkins.example.org/',
      BUILD_ID: '77',
      BUILD_NUMBER: '77',
      BUILD_URL: 'https://jenkins.example.org/job/app/job/PR-7/77/',
      JOB_NAME: 'app/PR-7',
      STAGE_NAME: 'Deploy',
      GIT_URL: 'https://user:password@github.com/octo/app.git',
      GIT_COMMIT: sha,
      BRANCH_NAME: 'PR-7',
      CHANGE_ID: '7',
      CHANGE_TITLE: 'Add it',
      CHANGE_URL: 'https://github.com/octo/app/pull/7',
      CHANGE_AUTHOR: 'mona',
      CHANGE_BRANCH: 'topic',
      CHANGE_TARGET: 'main',
    }),
    reader: (folder) => ({
      ...plainReader,
      outputs: ({ readText }) => javaProperties(readText(`${folder}/gitlab-trigger.properties`) ?? ''),
    }),
    carries: 'no_secrets',
    context: {
      ci: 'Jenkins',
      repository: 'octo/app',
      sha,
      ref: 'refs/heads/topic',
      refName: 'topic',
      actor: 'mona',
      workflow: 'app/PR-7',
      job: 'Deploy',
      runId: '77',
      runUrl: 'https://jenkins.example.org/job/app/job/PR-7/77/',
      pullRequest: {
        number: 7,
        title: 'Add it',
        url: 'https://github.com/octo/app/pull/7',
        headRef: 'topic',
        baseRef: 'main',
      },
    },
  },
  'google-cloud-build': {
    environment: (folder) => ({
      BUILDER_OUTPUT: `${folder}/outputs`,
      BUILD_ID: '7f1c',
      REPO_FULL_NAME: 'octo/app',
      COMMIT_SHA: sha,
      BRANCH_NAME: 'main',
      TRIGGER_NAME: 'deploy',
    }),
    reader: shellReader,
    carries: 'no_secrets',
    context: {
      ci: 'Google Cloud Build',
      repository: 'octo/app',
      ...onMain,
      workflow: 'deploy',
      runId: '7f1c',
    },
  },
  'argo-workflows': {
    environment: (folder) => ({
      ARGO_NODE_ID: 'deploy-x7f1c-1234',
      ARGO_TEMPLATE: '{"name":"trigger"}',
      ARGO_WORKFLOW_NAME: 'deploy-x7f1c',
      ARGO_WORKFLOW_UID: '0190-7f1c',
      TMPDIR: folder,
    }),
    reader: (folder) => ({
      ...plainReader,
      outputs: (traces) => filesIn(traces, `${folder}/gitlab-trigger`),
    }),
    carries: 'no_secrets',
    context: {
      ci: 'Argo Workflows',
      workflow: 'deploy-x7f1c',
      job: 'deploy-x7f1c-1234',
      runId: '0190-7f1c',
    },
  },
  tekton: {
    environment: (folder) => ({ HOSTNAME: 'deploy-pod', GITLAB_TRIGGER_TEKTON_RESULTS: `${folder}/results` }),
    folders: ['results'],
    reader: (folder) => ({
      ...plainReader,
      outputs: (traces) => tektonResultsIn(traces, `${folder}/results`),
    }),
    carries: 'no_secrets',
    context: { ci: 'Tekton' },
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
