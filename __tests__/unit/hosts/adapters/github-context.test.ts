import { describe, expect, test } from '@jest/globals';

import { callerContextOf, forgejo, gitea, github } from '../../../../src/hosts/adapters/github-context.js';

const environment = {
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_SHA: '1'.repeat(40),
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_REF_NAME: '7/merge',
  GITHUB_ACTOR: 'mona',
  GITHUB_TRIGGERING_ACTOR: 'hubot',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_JOB: 'deploy',
  GITHUB_RUN_ID: '29384',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SERVER_URL: 'https://github.example.com/',
  GITHUB_API_URL: 'https://github.example.com/api/v3',
};

const pullRequest = {
  number: 7,
  title: 'Add `$(reboot)`',
  html_url: 'https://github.example.com/octo/app/pull/7',
  head: { ref: 'topic', sha: '2'.repeat(40) },
  base: { ref: 'main' },
};

type Given = Parameters<typeof callerContextOf>[0]['environment'];

function contextOf(given: Given, event: unknown): ReturnType<typeof callerContextOf> {
  return callerContextOf({ environment: given, flavour: github }, event);
}

describe('callerContextOf', () => {
  test.each([
    { flavour: github, ci: 'GitHub Actions', run: '29384' },
    { flavour: gitea, ci: 'Gitea Actions', run: '29384' },
    { flavour: forgejo, ci: 'Forgejo Actions', run: '12' },
  ])('knows the name and the page of a run on $ci', ({ flavour, ci, run }) => {
    const given = { ...environment, GITHUB_RUN_NUMBER: '12' };
    const context = callerContextOf({ environment: given, flavour }, undefined);
    expect([context.ci, context.runId, context.runUrl]).toEqual([
      ci,
      '29384',
      `https://github.example.com/octo/app/actions/runs/${run}`,
    ]);
  });

  test('returns what the runner provides', () => {
    expect(contextOf(environment, { pull_request: pullRequest })).toEqual({
      ci: 'GitHub Actions',
      repository: 'octo/app',
      sha: '1'.repeat(40),
      ref: 'refs/pull/7/merge',
      refName: '7/merge',
      actor: 'mona',
      event: 'pull_request',
      workflow: 'CI',
      job: 'deploy',
      runId: '29384',
      runAttempt: '2',
      runUrl: 'https://github.example.com/octo/app/actions/runs/29384',
      attempt: { run: '29384', step: ['deploy', ''], id: '2', isFirst: false },
      apiUrl: 'https://github.example.com/api/v3',
      pullRequest: {
        number: 7,
        title: 'Add `$(reboot)`',
        url: 'https://github.example.com/octo/app/pull/7',
        headRef: 'topic',
        headSha: '2'.repeat(40),
        baseRef: 'main',
      },
    });
  });

  test('returns only the CI if nothing is provided', () => {
    const empty = Object.fromEntries(Object.keys(environment).map((name) => [name, '']));
    expect(contextOf(empty, undefined)).toEqual({ ci: 'GitHub Actions' });
    expect(contextOf({}, {})).toEqual({ ci: 'GitHub Actions' });
  });

  test.each(['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'])(
    'has no link to the run without %s',
    (name) => {
      expect(contextOf({ ...environment, [name]: '' }, {}).runUrl).toBeUndefined();
    },
  );

  test('returns the pull request of a comment', () => {
    const link = { html_url: 'https://github.com/octo/app/pull/7' };
    expect(
      contextOf({}, { issue: { number: 7, title: 'T', pull_request: link }, comment: {} }).pullRequest,
    ).toEqual({ number: 7, title: 'T', url: 'https://github.com/octo/app/pull/7' });
  });

  test.each([
    { head: { full_name: 'octo/app' }, base: { full_name: 'octo/app' }, want: false },
    { head: { full_name: 'mona/app' }, base: { full_name: 'octo/app' }, want: true },
    { head: null, base: { full_name: 'octo/app' }, want: true },
    { head: undefined, base: { full_name: 'octo/app' }, want: undefined },
    { head: { full_name: 'octo/app' }, base: undefined, want: undefined },
  ])('shows whether $head is a fork of $base', ({ head, base, want }) => {
    const event = { pull_request: { number: 7, head: { repo: head }, base: { repo: base } } };
    expect(contextOf({}, event).pullRequest?.fromFork).toBe(want);
  });

  test('returns the commit of the run that it follows', () => {
    expect(contextOf({}, { workflow_run: { head_sha: 'abc' } }).followedSha).toBe('abc');
    const head = { head_branch: 'topic/one', head_repository: { full_name: 'octo/app' } };
    expect(contextOf({}, { workflow_run: head }).followedRef).toBe('octo/app:topic/one');
    expect(contextOf({}, { workflow_run: { head_branch: 'x' } }).followedRef).toBe('x');
    expect(contextOf({}, { check_suite: { head_branch: 'x' } }).followedRef).toBe('x');
    expect(contextOf({}, { check_run: { check_suite: { head_branch: 'x' } } }).followedRef).toBe('x');
    expect(contextOf({}, { workflow_run: { head_branch: null } }).followedRef).toBeUndefined();
  });

  test.each([
    { give: null },
    { give: 'text' },
    { give: [] },
    { give: [{ pull_request: pullRequest }] },
    { give: { pull_request: null } },
    { give: { pull_request: [] } },
    { give: { pull_request: { ...pullRequest, number: '7' } } },
    { give: { pull_request: { ...pullRequest, number: 0 } } },
    { give: { pull_request: { ...pullRequest, number: 1.5 } } },
    { give: { issue: { number: 7, title: 'an issue' } } },
    { give: { issue: 'x' } },
    { give: Object.create({ pull_request: pullRequest }) as unknown },
  ])('returns no pull request for $give', ({ give }) => {
    expect(contextOf({}, give).pullRequest).toBeUndefined();
  });

  test('returns the valid parts of a broken pull request', () => {
    const broken = { number: 7, title: 5, html_url: {}, head: 'x', base: { ref: ['main'] } };
    expect(contextOf({}, { pull_request: broken }).pullRequest).toEqual({ number: 7, title: '' });
  });
});
