import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { detectHost, hostRows } from '../../../src/hosts/detect.js';
import { hostSpecimens, type HostSpecimen } from '../../contract/support/hosts/host-specimens.js';
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

describe('two CIs at once', () => {
  const of = (id: HostSpecimen['id']): Readonly<Record<string, string>> =>
    hostSpecimens.find((specimen) => specimen.id === id)?.environment('/folder') ?? {};
  const masking = [
    { sign: { GITHUB_ACTIONS: 'true' }, id: 'github-actions' },
    { sign: { GITEA_ACTIONS: 'true' }, id: 'gitea' },
    { sign: { FORGEJO_ACTIONS: 'true' }, id: 'forgejo' },
    { sign: { TF_BUILD: 'True' }, id: 'azure-pipelines' },
  ] as const;
  /** Where runners of others run, and where the masks are commands of the same language. */
  const machines = ['aws-codebuild', 'google-cloud-build', 'argo-workflows', 'tekton'];
  const actions = ['github-actions', 'gitea', 'forgejo'];
  const others = hostSpecimens
    .map(({ id }) => id)
    // Where nothing else is recognized, nothing contradicts the sign.
    .filter((id) => id !== 'plain' && !machines.includes(id));

  test.each(
    masking.flatMap(({ sign, id }) =>
      others
        .filter((other) => other !== id && !(actions.includes(id) && actions.includes(other)))
        // What comes before Azure masks nothing by a command.
        .filter((other) => !(id === 'azure-pipelines' && other === 'gitlab-ci'))
        .map((other) => ({ sign, other })),
    ),
  )('$other and $sign are refused before anything is printed', async ({ sign, other }) => {
    const { means, record } = memoryMeans({ ...of(other), ...sign });
    await expect(detectHost(means)).rejects.toMatchObject({
      code: 'invalid_input',
      parts: { what: expect.stringContaining(other) as unknown },
    });
    expect(record.printed()).toBe('');
  });

  test('are one where the masks are those of the log that shows them', async () => {
    const { means } = memoryMeans({ ...of('gitlab-ci'), TF_BUILD: 'True' });
    expect((await detectHost(means)).name).toBe('GitLab CI');
  });

  test.each(hostSpecimens)('$id alone is none of it', async ({ environment, folders = [] }) => {
    const { means } = memoryMeans(environment('/folder'), {
      folders: folders.map((name) => `/folder/${name}`),
    });
    await expect(detectHost(means)).resolves.toBeDefined();
  });
});

test('every adapter file has a row, and every row a file', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'hosts', 'adapters');
  const adapters = readdirSync(folder).filter((name) => hostRows.some(({ id }) => `${id}.ts` === name));
  expect(adapters.length).toBe(hostRows.length);
});
