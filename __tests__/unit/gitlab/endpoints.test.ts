import { describe, expect, test } from '@jest/globals';

import { endpoints } from '../../../src/gitlab/endpoints.js';
import type { ProjectAddress } from '../../../src/model/addresses.js';

const apiUrl = new URL('https://gitlab.example.test:8443/root/gitlab/api/v4/');
const base = 'https://gitlab.example.test:8443/root/gitlab/api/v4/';
const byPath: ProjectAddress = { kind: 'path', path: 'group/sub/project' };
const byId: ProjectAddress = { kind: 'id', id: 42 };

describe('endpoints keep the relative root and encode a path exactly once:', () => {
  const cases: { name: string; give: URL; want: string }[] = [
    {
      name: 'trigger',
      give: endpoints.triggerPipeline(apiUrl, byPath),
      want: 'projects/group%2Fsub%2Fproject/trigger/pipeline',
    },
    { name: 'version', give: endpoints.version(apiUrl), want: 'version' },
    { name: 'own token', give: endpoints.ownToken(apiUrl), want: 'personal_access_tokens/self' },
    {
      name: 'branch',
      give: endpoints.branch(apiUrl, byPath, 'feature/a+b#c?d'),
      want: 'projects/group%2Fsub%2Fproject/repository/branches/feature%2Fa%2Bb%23c%3Fd',
    },
    {
      name: 'tag',
      give: endpoints.tag(apiUrl, byId, 'v1.2/rc'),
      want: 'projects/42/repository/tags/v1.2%2Frc',
    },
    {
      name: 'lint',
      give: endpoints.lint(apiUrl, byId, { ref: 'refs/heads/a&b', parameter: 'content_ref' }),
      want: 'projects/42/ci/lint?content_ref=refs%2Fheads%2Fa%26b',
    },
    {
      name: 'merge base',
      give: endpoints.mergeBase(apiUrl, byId, ['abcdef1', 'c0ffee0']),
      want: 'projects/42/repository/merge_base?refs%5B%5D=abcdef1&refs%5B%5D=c0ffee0',
    },
    {
      name: 'pull mirror',
      give: endpoints.pullMirror(apiUrl, byPath),
      want: 'projects/group%2Fsub%2Fproject/mirror/pull',
    },
    {
      name: 'file',
      give: endpoints.file(apiUrl, byId, { path: 'ci/.gitlab-ci.yml', ref: 'a b' }),
      want: 'projects/42/repository/files/ci%2F.gitlab-ci.yml/raw?ref=a+b',
    },
    { name: 'create', give: endpoints.createPipeline(apiUrl, byId), want: 'projects/42/pipeline' },
    { name: 'project', give: endpoints.project(apiUrl, byPath), want: 'projects/group%2Fsub%2Fproject' },
    { name: 'pipeline', give: endpoints.pipeline(apiUrl, byId, 7), want: 'projects/42/pipelines/7' },
    {
      name: 'no filter',
      give: endpoints.pipelines(apiUrl, byId, {}),
      want: 'projects/42/pipelines',
    },
    {
      name: 'all filters',
      give: endpoints.pipelines(apiUrl, byId, {
        ref: 'feature/a+b&c',
        sha: 'abc',
        source: 'trigger',
        status: 'success',
        username: 'u',
        name: 'n m',
        createdAfterMs: Date.UTC(2026, 0, 2, 3, 4, 5),
        updatedAfterMs: 0,
        orderBy: 'id',
        sort: 'asc',
        perPage: 1,
      }),
      want: 'projects/42/pipelines?ref=feature%2Fa%2Bb%26c&sha=abc&source=trigger&status=success&username=u&name=n+m&created_after=2026-01-02T03%3A04%3A05.000Z&updated_after=1970-01-01T00%3A00%3A00.000Z&order_by=id&sort=asc&per_page=1',
    },
    {
      name: 'jobs',
      give: endpoints.jobs(apiUrl, byId, 7),
      want: 'projects/42/pipelines/7/jobs?include_retried=true&per_page=100',
    },
    {
      name: 'bridges by their new name',
      give: endpoints.triggerJobs(apiUrl, byPath, 7),
      want: 'projects/group%2Fsub%2Fproject/pipelines/7/trigger_jobs?per_page=100',
    },
    {
      name: 'bridges',
      give: endpoints.bridges(apiUrl, byPath, 7),
      want: 'projects/group%2Fsub%2Fproject/pipelines/7/bridges?per_page=100',
    },
    {
      name: 'cancel',
      give: endpoints.cancelPipeline(apiUrl, byId, 7),
      want: 'projects/42/pipelines/7/cancel',
    },
    {
      name: 'variables',
      give: endpoints.variables(apiUrl, byId, 7),
      want: 'projects/42/pipelines/7/variables',
    },
    {
      name: 'test summary',
      give: endpoints.testSummary(apiUrl, byId, 7),
      want: 'projects/42/pipelines/7/test_report_summary',
    },
    { name: 'play', give: endpoints.playJob(apiUrl, byId, 8), want: 'projects/42/jobs/8/play' },
    { name: 'retry', give: endpoints.retryJob(apiUrl, byId, 8), want: 'projects/42/jobs/8/retry' },
    {
      name: 'a whole log',
      give: endpoints.trace(apiUrl, { project: byId, jobId: 8, fromByte: 0 }),
      want: 'projects/42/jobs/8/trace',
    },
    {
      name: 'the rest of a log',
      give: endpoints.trace(apiUrl, { project: byId, jobId: 8, fromByte: 1000 }),
      want: 'projects/42/jobs/8/trace?byte_offset=1000',
    },
    {
      name: 'a path that looks encoded already',
      give: endpoints.project(apiUrl, { kind: 'path', path: 'a%2Fb/../c?d#e' }),
      want: 'projects/a%252Fb%2F..%2Fc%3Fd%23e',
    },
  ];

  test.each(cases)('$name', ({ give, want }) => {
    expect(give.href).toBe(base + want);
  });

  const impossible: { name: string; give: () => URL }[] = [
    { name: 'id 0', give: () => endpoints.project(apiUrl, { kind: 'id', id: 0 }) },
    { name: 'a fraction', give: () => endpoints.pipeline(apiUrl, byId, 1.5) },
    { name: 'not a number', give: () => endpoints.pipeline(apiUrl, byId, NaN) },
    { name: 'job 0', give: () => endpoints.playJob(apiUrl, byId, 0) },
    { name: 'a retry of job 0', give: () => endpoints.retryJob(apiUrl, byId, 0) },
    {
      name: 'a log from before its start',
      give: () => endpoints.trace(apiUrl, { project: byId, jobId: 8, fromByte: -1 }),
    },
    { name: 'an empty path', give: () => endpoints.project(apiUrl, { kind: 'path', path: '' }) },
    { name: 'a branch that leads out', give: () => endpoints.branch(apiUrl, byId, '..') },
    { name: 'an empty tag', give: () => endpoints.tag(apiUrl, byId, '') },
    { name: 'a path that leads out', give: () => endpoints.project(apiUrl, { kind: 'path', path: '..' }) },
  ];

  test.each(impossible)('refuse $name', ({ give }) => {
    expect(give).toThrow(RangeError);
  });
});
