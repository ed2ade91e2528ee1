import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { detectHost, hostRows } from '../../../src/hosts/detect.js';
import { memoryMeans } from './support/memory-means.js';

describe('detectHost', () => {
  test.each([
    {
      why: 'Forgejo sets what Gitea and GitHub set',
      environment: { GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' },
      want: 'Forgejo Actions',
    },
    {
      why: 'Gitea sets what GitHub sets',
      environment: { GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true' },
      want: 'Gitea Actions',
    },
    {
      why: 'a runner of GitHub can be a build of CodeBuild',
      environment: { GITHUB_ACTIONS: 'true', CODEBUILD_BUILD_ARN: 'arn:aws:codebuild:x' },
      want: 'GitHub Actions',
    },
    {
      why: 'a runner of GitLab can be, too',
      environment: { GITLAB_CI: 'true', CODEBUILD_BUILD_ARN: 'arn:aws:codebuild:x' },
      want: 'GitLab CI',
    },
    {
      why: 'Harness sets what Drone sets',
      environment: { CI: 'true', DRONE: 'true', HARNESS_BUILD_ID: '7' },
      want: 'Harness CI',
    },
    {
      why: 'Woodpecker set what Drone sets for a long time',
      environment: { CI: 'woodpecker', DRONE: 'true' },
      want: 'Woodpecker CI',
    },
    {
      why: 'its command line runs a workflow on any machine',
      environment: { BITRISE_TRIGGERED_WORKFLOW_ID: 'deploy', ENVMAN_ENVSTORE_PATH: '/tmp/envstore.yml' },
      want: 'Bitrise',
    },
    {
      why: 'envman is used elsewhere, too',
      environment: { ENVMAN_ENVSTORE_PATH: '/tmp/envstore.yml' },
      want: 'a terminal',
    },
    {
      why: 'nobody has told it its address',
      environment: { JENKINS_HOME: '/var/jenkins_home', BUILD_ID: '7' },
      want: 'Jenkins',
    },
    { why: 'Azure writes it large', environment: { TF_BUILD: 'True' }, want: 'Azure Pipelines' },
    {
      why: 'other programs use the address of a Jenkins',
      environment: { JENKINS_URL: 'https://jenkins.example.org' },
      want: 'a terminal',
    },
    {
      why: 'what is empty or false is not set',
      environment: { GITLAB_CI: 'false', TEAMCITY_VERSION: '', CIRCLECI: '' },
      want: 'a terminal',
    },
    { why: 'CI alone says nothing', environment: { CI: 'true' }, want: 'a terminal' },
  ])('returns $want: $why', async ({ environment, want }) => {
    const host = await detectHost(memoryMeans(environment).means);
    expect(host.name).toBe(want);
  });

  test('recognizes Tekton by its folder', async () => {
    const { means } = memoryMeans({}, { folders: ['/tekton/results'] });
    expect((await detectHost(means)).name).toBe('Tekton');
  });
});

test('every adapter file has a row, and every row a file', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'hosts', 'adapters');
  const adapters = readdirSync(folder).filter((name) => hostRows.some(({ id }) => `${id}.ts` === name));
  expect(adapters.length).toBe(hostRows.length);
});
