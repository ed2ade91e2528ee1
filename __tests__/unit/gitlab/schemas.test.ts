import { describe, expect, test } from '@jest/globals';

import { readPipeline, readPipelines, readProject } from '../../../src/gitlab/schemas.js';

const least = {
  id: 257,
  project_id: 42,
  status: 'created',
  ref: 'main',
  sha: 'a'.repeat(40),
  web_url: 'https://gitlab.example.test/group/app/-/pipelines/257',
};

const leastRead = {
  id: 257,
  projectId: 42,
  status: 'created',
  ref: 'main',
  sha: 'a'.repeat(40),
  webUrl: 'https://gitlab.example.test/group/app/-/pipelines/257',
};

describe('readPipeline', () => {
  test('reads everything that we know and passes over the rest', () => {
    expect(
      readPipeline({
        ...least,
        iid: 118,
        source: 'trigger',
        name: 'Deploy',
        before_sha: '0'.repeat(40),
        tag: false,
        yaml_errors: 'jobs config',
        user: { id: 1, username: 'owner', surprise: true },
        created_at: '2026-11-21T12:00:00.000Z',
        updated_at: '2026-11-21T12:00:01.000Z',
        started_at: '2026-11-21T12:00:02.000Z',
        finished_at: '2026-11-21T12:01:02.000Z',
        committed_at: null,
        duration: 60,
        queued_duration: 1.5,
        coverage: '98.29',
        detailed_status: { group: 'success-with-warnings', icon: 'x', illustration: null },
      }),
    ).toEqual({
      kind: 'ok',
      value: {
        ...leastRead,
        iid: 118,
        source: 'trigger',
        name: 'Deploy',
        yamlErrors: 'jobs config',
        createdAt: '2026-11-21T12:00:00.000Z',
        updatedAt: '2026-11-21T12:00:01.000Z',
        startedAt: '2026-11-21T12:00:02.000Z',
        finishedAt: '2026-11-21T12:01:02.000Z',
        durationSeconds: 60,
        queuedSeconds: 1.5,
        coverage: '98.29',
        statusGroup: 'success-with-warnings',
      },
    });
  });

  test('takes null, absent and another type of what we can do without for absent', () => {
    expect(
      readPipeline({ ...least, iid: 'x', name: null, coverage: null, duration: '5', detailed_status: 7 }),
    ).toEqual({ kind: 'ok', value: leastRead });
  });

  test('takes a coverage that is a number, and a status that did not exist before', () => {
    expect(readPipeline({ ...least, coverage: 98.5, status: 'brand_new' })).toEqual({
      kind: 'ok',
      value: { ...leastRead, coverage: '98.5', status: 'brand_new' },
    });
  });

  const unfit: { name: string; give: unknown; want: string }[] = [
    { name: 'null', give: null, want: 'its JSON is of another kind' },
    { name: 'a list', give: [least], want: 'its JSON is of another kind' },
    { name: 'a text', give: 'ok', want: 'its JSON is of another kind' },
    {
      name: 'an empty object',
      give: {},
      want: 'missing or of another type: id, project_id, status, ref, sha',
    },
    { name: 'an id that is a text', give: { ...least, id: '257' }, want: 'missing or of another type: id' },
    { name: 'a null status', give: { ...least, status: null }, want: 'missing or of another type: status' },
    {
      name: 'no project',
      give: { ...least, project_id: undefined },
      want: 'missing or of another type: project_id',
    },
    {
      name: 'an address that is none',
      give: { ...least, web_url: 'javascript:alert(1)' },
      want: 'missing or of another type: web_url',
    },
  ];

  test.each(unfit)('refuses $name', ({ give, want }) => {
    expect(readPipeline(give)).toEqual({ kind: 'unfit', why: want });
  });
});

describe('readPipelines', () => {
  test('reads a list, and an empty one', () => {
    expect([readPipelines([least]), readPipelines([])]).toEqual([
      { kind: 'ok', value: [leastRead] },
      { kind: 'ok', value: [] },
    ]);
  });

  test('refuses a list with a stranger in it', () => {
    expect(readPipelines([least, { id: 1 }])).toEqual({
      kind: 'unfit',
      why: 'missing or of another type: 1.project_id, 1.status, 1.ref, 1.sha, 1.web_url',
    });
  });
});

describe('readProject', () => {
  test('reads a project', () => {
    expect(
      readProject({
        id: 42,
        path_with_namespace: 'group/app',
        web_url: 'https://gitlab.example.test/group/app',
        default_branch: 'main',
        archived: false,
        name: 'App',
      }),
    ).toEqual({
      kind: 'ok',
      value: {
        id: 42,
        path: 'group/app',
        webUrl: 'https://gitlab.example.test/group/app',
        defaultBranch: 'main',
        archived: false,
      },
    });
  });
});
