import { describe, expect, test } from '@jest/globals';

import type { CallerContext } from '../../../src/model/caller-context.js';
import { isSuperseded, correlationMarkOf, readMark } from '../../../src/trigger/supersede.js';

const context: CallerContext = {
  ci: 'GitHub Actions',
  repository: 'octo/app',
  workflow: 'CI',
  job: 'deploy',
  runId: '29384',
  runAttempt: '1',
};
const start = { context, project: { kind: 'path', path: 'group/app' }, ref: 'main', nonce: 'n1' } as const;

describe('correlationMarkOf', () => {
  test('identifies the caller and its run', () => {
    expect(correlationMarkOf(start)).toEqual({
      key: expect.stringMatching(
        /^GitHub Actions \| octo\/app \| CI \| deploy \| group\/app \| main [0-9a-f]{32}$/,
      ) as unknown,
      run: '29384.1.n1',
    });
  });

  test.each<{ name: string; give: Partial<Parameters<typeof correlationMarkOf>[0]> }>([
    { name: 'nonces', give: { nonce: 'n2' } },
    { name: 'runs', give: { context: { ...context, runId: '3', runAttempt: '2' } } },
    { name: 'commits', give: { context: { ...context, sha: 'abc', actor: 'mona' } } },
  ])('has the same key for another $name', ({ give }) => {
    expect(correlationMarkOf({ ...start, ...give }).key).toBe(correlationMarkOf(start).key);
  });

  test.each<{ name: string; give: Partial<Parameters<typeof correlationMarkOf>[0]> }>([
    { name: 'CI', give: { context: { ...context, ci: 'Gitea' } } },
    { name: 'repository', give: { context: { ...context, repository: 'octo/web' } } },
    { name: 'workflow', give: { context: { ...context, workflow: 'CD' } } },
    { name: 'job', give: { context: { ...context, job: 'test' } } },
    { name: 'pull request', give: { context: { ...context, pullRequest: { number: 7, title: '' } } } },
    { name: 'branch', give: { context: { ...context, ref: 'refs/heads/x' } } },
    {
      name: 'branch, of which only the short name is known',
      give: { context: { ...context, refName: 'x' } },
    },
    { name: 'run that is followed', give: { context: { ...context, followedRef: 'octo/app:x' } } },
    { name: 'project', give: { project: { kind: 'id', id: 42 } } },
    { name: 'ref', give: { ref: 'main2' } },
    {
      name: 'workflow with a separator in it',
      give: { context: { ...context, workflow: 'CI | deploy', job: undefined } },
    },
    { name: 'script of the ref', give: { ref: 'é' } },
  ])('has another key for another $name', ({ give }) => {
    expect(correlationMarkOf({ ...start, ...give }).key).not.toBe(correlationMarkOf(start).key);
  });

  test.each<{ name: string; one: Partial<CallerContext>; other: Partial<CallerContext> }>([
    { name: 'push', one: { ref: 'refs/heads/topic/one' }, other: { ref: 'refs/heads/topic/two' } },
    { name: 'tag', one: { ref: 'refs/tags/v1' }, other: { ref: 'refs/heads/v1' } },
    {
      name: 'workflow_run',
      one: { ref: 'refs/heads/main', followedRef: 'octo/app:topic/one' },
      other: { ref: 'refs/heads/main', followedRef: 'octo/app:topic/two' },
    },
    {
      name: 'workflow_run of a fork',
      one: { ref: 'refs/heads/main', followedRef: 'octo/app:main' },
      other: { ref: 'refs/heads/main', followedRef: 'mona/app:main' },
    },
    {
      name: 'pull_request_target',
      one: { ref: 'refs/heads/main', pullRequest: { number: 7, title: '' } },
      other: { ref: 'refs/heads/main', pullRequest: { number: 8, title: '' } },
    },
  ])('distinguishes the origins of the event $name', ({ one, other }) => {
    const keys = [one, other].map(
      (origin) => correlationMarkOf({ ...start, context: { ...context, ...origin } }).key,
    );
    expect(new Set(keys).size).toBe(2);
  });

  test('is the same for all events of one pull request', () => {
    const pullRequest = { number: 7, title: '' };
    const keys = ['refs/pull/7/merge', 'refs/heads/main'].map(
      (ref) => correlationMarkOf({ ...start, context: { ...context, ref, pullRequest } }).key,
    );
    expect(new Set(keys).size).toBe(1);
  });

  test('differs from the mark without a branch, so that old pipelines are left alone', () => {
    const now = correlationMarkOf({ ...start, context: { ...context, ref: 'refs/heads/main' } });
    const before = { key: correlationMarkOf(start).key, run: '29383.1.n0' };
    expect(isSuperseded(before, now)).toBe(false);
  });

  test('keeps long keys short, in plain letters, and distinct', () => {
    const long = (ending: string) => ({
      ...start,
      context: { ...context, workflow: `${'🍵\n"\0\ud83c'.repeat(100)}${ending}` },
    });
    const [one, other] = [correlationMarkOf(long('1')).key, correlationMarkOf(long('2')).key];
    expect(one).toMatch(/^[\u0020-\u007e]{200}$/);
    expect(one).not.toBe(other);
  });

  test.each([{ workflow: undefined }, { repository: undefined }])(
    'shares no key when the caller is unknown: %j',
    (unknown) => {
      const keys = ['n1', 'n2'].map(
        (nonce) => correlationMarkOf({ ...start, nonce, context: { ...context, ...unknown } }).key,
      );
      expect(new Set(keys).size).toBe(2);
    },
  );
});

describe('isSuperseded', () => {
  const mine = correlationMarkOf(start);
  test.each([
    {
      name: 'another run',
      give: { ...start, nonce: 'n2', context: { ...context, runId: '29383' } },
      want: true,
    },
    {
      name: 'an earlier attempt',
      give: { ...start, nonce: 'n2', context: { ...context, runAttempt: '0' } },
      want: true,
    },
    { name: 'another job of the same matrix', give: { ...start, nonce: 'n2' }, want: false },
    { name: 'itself', give: start, want: false },
    {
      name: 'another ref',
      give: { ...start, ref: 'x', context: { ...context, runId: '29383' } },
      want: false,
    },
  ])('returns $want for the pipeline of $name', ({ give, want }) => {
    expect(isSuperseded(correlationMarkOf(give), mine)).toBe(want);
  });

  test('distinguishes starts without a run', () => {
    const outside = { ...context, runId: undefined };
    const [one, other] = ['n1', 'n2'].map((nonce) =>
      correlationMarkOf({ ...start, nonce, context: outside }),
    );
    expect(one && other && isSuperseded(one, other)).toBe(true);
  });
});

describe('readMark', () => {
  test('finds the mark in a payload', () => {
    const mark = correlationMarkOf(start);
    const payload = { id: 'group/app', ref: 'main', variables: { A: '1' }, gitlab_trigger: mark };
    expect(readMark(JSON.stringify(payload))).toEqual(mark);
  });

  test('ignores other members', () => {
    expect(readMark('{"gitlab_trigger": {"key": "k", "run": "r", "x": 1}}')).toEqual({ key: 'k', run: 'r' });
  });

  test.each([
    '',
    'null',
    '5',
    '[]',
    '{}',
    '{"gitlab_trigger": null}',
    '{"gitlab_trigger": "k"}',
    '{"gitlab_trigger": ["k", "r"]}',
    '{"gitlab_trigger": {"key": "k"}}',
    '{"gitlab_trigger": {"key": "", "run": "r"}}',
    '{"gitlab_trigger": {"key": 1, "run": "r"}}',
    `{"gitlab_trigger": {"key": "${'k'.repeat(201)}", "run": "r"}}`,
    '{"__proto__": {"gitlab_trigger": {"key": "k", "run": "r"}}}',
    '{"gitlab_trigger": {"key": "k", "run": "r"}',
  ])('finds none in %s', (text) => {
    expect(readMark(text)).toBeUndefined();
  });
});
