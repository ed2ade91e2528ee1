import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { CallerContext } from '../../../src/model/caller-context.js';
import {
  upstreamVariableNames,
  upstreamVariables,
  withUpstreamVariables,
} from '../../../src/trigger/upstream-variables.js';

const full: CallerContext = {
  ci: 'GitHub Actions',
  repository: 'octo/app',
  sha: 'aaaaaaa',
  ref: 'refs/pull/7/merge',
  refName: '7/merge',
  actor: 'mona',
  event: 'pull_request',
  workflow: 'CI',
  job: 'deploy',
  runId: '29384',
  runAttempt: '2',
  runUrl: 'https://github.com/octo/app/actions/runs/29384',
  pullRequest: {
    number: 7,
    title: 'Add tea',
    url: 'https://github.com/octo/app/pull/7',
    headRef: 'topic',
    headSha: 'bbbbbbb',
    baseRef: 'main',
  },
};

describe('upstreamVariables', () => {
  test('has a variable for everything known', () => {
    expect(upstreamVariables(full)).toEqual({
      UPSTREAM_CI: 'GitHub Actions',
      UPSTREAM_REPOSITORY: 'octo/app',
      UPSTREAM_SHA: 'aaaaaaa',
      UPSTREAM_REF: 'refs/pull/7/merge',
      UPSTREAM_REF_NAME: '7/merge',
      UPSTREAM_ACTOR: 'mona',
      UPSTREAM_EVENT: 'pull_request',
      UPSTREAM_WORKFLOW: 'CI',
      UPSTREAM_JOB: 'deploy',
      UPSTREAM_RUN_ID: '29384',
      UPSTREAM_RUN_ATTEMPT: '2',
      UPSTREAM_RUN_URL: 'https://github.com/octo/app/actions/runs/29384',
      UPSTREAM_PR_NUMBER: '7',
      UPSTREAM_PR_TITLE: 'Add tea',
      UPSTREAM_PR_URL: 'https://github.com/octo/app/pull/7',
      UPSTREAM_PR_HEAD_REF: 'topic',
      UPSTREAM_PR_HEAD_SHA: 'bbbbbbb',
      UPSTREAM_PR_BASE_REF: 'main',
    });
  });

  test('has none for what is unknown or empty', () => {
    expect(upstreamVariables({ ci: 'x', sha: '', pullRequest: { number: 7, title: '\0' } })).toEqual({
      UPSTREAM_CI: 'x',
      UPSTREAM_PR_NUMBER: '7',
    });
  });

  test.each([
    '"; rm -rf / #',
    '$(reboot) `reboot` ${HOME} $HOME',
    'a\nb\r\n\u001b[31m',
    '::error::x',
    '$[[ inputs.x ]]',
    'é 🍵 \u202e',
    ' x ',
    'x'.repeat(100_000),
  ])('passes a title on unchanged: %j', (title) => {
    const variables = upstreamVariables({ ci: 'x', pullRequest: { number: 7, title } });
    expect(variables.UPSTREAM_PR_TITLE).toBe(title);
  });

  test('removes NUL, which GitLab cannot store', () => {
    expect(upstreamVariables({ ci: 'a\0b\0' })).toEqual({ UPSTREAM_CI: 'ab' });
  });
});

describe('withUpstreamVariables', () => {
  test("lets the user's variables win", () => {
    expect(withUpstreamVariables({ A: '1', UPSTREAM_CI: '' }, { ci: 'x', sha: 'aaaaaaa' })).toEqual({
      A: '1',
      UPSTREAM_CI: '',
      UPSTREAM_SHA: 'aaaaaaa',
    });
  });
});

test('docs/context.md has the same table', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/context.md'), 'utf8');
  const rows = page.matchAll(/^\| `(UPSTREAM_\w+)` *\| (.*?) *\|$/gm);
  expect(Array.from(rows, ([, name, description]) => ({ name, description }))).toEqual(upstreamVariableNames);
});
