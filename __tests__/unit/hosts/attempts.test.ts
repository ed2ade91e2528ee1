import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { type AttemptRow, attemptOf, attemptRows } from '../../../src/hosts/attempts.js';
import { hostRows } from '../../../src/hosts/detect.js';
import type { StepAttempt } from '../../../src/model/caller-context.js';

type Host = Parameters<typeof attemptOf>[0];

const reading =
  (environment: Readonly<Record<string, string>>) =>
  (name: string): string | undefined =>
    environment[name] === '' ? undefined : environment[name];

test('every host has a row, and no other one has', () => {
  expect(Object.keys(attemptRows).sort()).toEqual(hostRows.map(({ id }) => id as string).sort());
});

test('docs/reruns.md has the table', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'reruns.md'), 'utf8');
  const [, table = ''] = /<!-- attempts -->([^]*)<!-- \/attempts -->/.exec(page) ?? [];
  const rows = table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const code = (name: string): string => `\`${name}\``;
  const want = Object.values<AttemptRow>(attemptRows).map(({ name, tells, note }) => [
    name,
    tells === undefined ? 'none' : code(tells.run),
    tells === undefined ? 'none' : tells.attempt.map(code).join(', '),
    note,
  ]);
  expect(rows).toEqual(want);
});

describe('the attempt of a step', () => {
  test.each<{ host: Host; environment: Record<string, string>; want: StepAttempt }>([
    {
      host: 'github-actions',
      environment: { GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'a', GITHUB_ACTION: '__run_2' },
      want: { run: '7', step: ['a', '__run_2'], id: '1', isFirst: true },
    },
    {
      host: 'gitea',
      environment: { GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '2' },
      want: { run: '7', step: ['', ''], id: '2', isFirst: false },
    },
    {
      host: 'gitlab-ci',
      environment: {
        CI_PIPELINE_ID: '7',
        CI_JOB_ID: '901',
        CI_JOB_STAGE: 'deploy',
        CI_JOB_NAME: 'go: [linux]',
      },
      want: { run: '7', step: ['deploy', 'go: [linux]', ''], id: '901', isFirst: 'unknown' },
    },
    {
      host: 'gitlab-ci',
      environment: { CI_PIPELINE_ID: '7', CI_JOB_ID: '901', CI_JOB_RETRY_COUNT: '0' },
      want: { run: '7', step: ['', '', ''], id: '901', isFirst: true },
    },
    {
      host: 'azure-pipelines',
      environment: {
        BUILD_BUILDID: '7',
        SYSTEM_STAGEATTEMPT: '2',
        SYSTEM_JOBATTEMPT: '1',
        SYSTEM_JOBNAME: 'a',
      },
      want: { run: '7', step: ['', '', 'a', ''], id: '2.1', isFirst: false },
    },
    {
      host: 'azure-pipelines',
      environment: {
        BUILD_BUILDID: '7',
        SYSTEM_STAGEATTEMPT: '1',
        SYSTEM_PHASEATTEMPT: '1',
        SYSTEM_JOBATTEMPT: '1',
      },
      want: { run: '7', step: ['', '', '', ''], id: '1.1.1', isFirst: true },
    },
    {
      host: 'bitbucket-pipelines',
      environment: {
        BITBUCKET_BUILD_NUMBER: '7',
        BITBUCKET_STEP_RUN_NUMBER: '3',
        BITBUCKET_PARALLEL_STEP: '0',
      },
      want: { run: '7', step: ['0', ''], id: '3', isFirst: false },
    },
    {
      host: 'buildkite',
      environment: { BUILDKITE_BUILD_ID: 'x7', BUILDKITE_RETRY_COUNT: '0', BUILDKITE_STEP_ID: 's' },
      want: { run: 'x7', step: ['s', '', '', ''], id: '0', isFirst: true },
    },
    {
      host: 'circleci',
      environment: { CIRCLE_WORKFLOW_WORKSPACE_ID: 'w', CIRCLE_WORKFLOW_ID: 'w', CIRCLE_JOB: 'a' },
      want: { run: 'w', step: ['a', ''], id: 'w', isFirst: true },
    },
    {
      host: 'circleci',
      environment: { CIRCLE_WORKFLOW_WORKSPACE_ID: 'w', CIRCLE_WORKFLOW_ID: 'v', CIRCLE_NODE_INDEX: '1' },
      want: { run: 'w', step: ['', '1'], id: 'v', isFirst: false },
    },
  ])('is known on $host: $want.id', ({ host, environment, want }) => {
    expect(attemptOf(host, reading(environment))).toEqual(want);
  });

  test.each<{ host: Host; environment: Record<string, string> }>([
    { host: 'github-actions', environment: { GITHUB_RUN_ID: '7' } },
    { host: 'forgejo', environment: { GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '' } },
    { host: 'gitlab-ci', environment: { CI_JOB_ID: '901' } },
    { host: 'azure-pipelines', environment: { BUILD_BUILDID: '7', SYSTEM_STAGEATTEMPT: '1' } },
    { host: 'jenkins', environment: { BUILD_NUMBER: '7' } },
  ])('is unknown on $host where it lacks a part', ({ host, environment }) => {
    expect(attemptOf(host, reading(environment))).toBeUndefined();
  });
});
