import { describe, expect, test } from '@jest/globals';

import { legacyRelease } from '../../../../src/simulator/gitlab/state/release.js';
import { createWorld, pick, scenario } from './support/world.js';

const branches = '/projects/42/repository/branches';
const tags = '/projects/42/repository/tags';
const refs = [
  { name: 'main', sha: '1'.repeat(40), protectedFor: 'maintainer' as const },
  { name: 'feature/a', sha: '2'.repeat(40) },
  { name: 'v1', kind: 'tag' as const, sha: '3'.repeat(40), protectedFor: 'no_one' as const },
  { name: 'shared', protectedFor: 'developer' as const },
];

const as = (token: string) => ({ headers: { 'private-token': token } });

describe('the branch of a project', () => {
  const { send, asAda } = createWorld(scenario({ refs }));

  test.each([
    { target: `${branches}/main`, token: 'ada-api', want: [true, true, false, false] },
    { target: `${branches}/main`, token: 'dev-api', want: [true, false, false, false] },
    { target: `${branches}/shared`, token: 'dev-api', want: [true, true, true, true] },
    { target: `${branches}/feature%2Fa`, token: 'dev-api', want: [false, true, false, false] },
  ])('is $target for $token', ({ target, token, want }) => {
    const { status, body } = send('GET', target, as(token));
    const names = ['protected', 'can_push', 'developers_can_push', 'developers_can_merge'];
    expect([status, names.map((name) => pick(body, name))]).toEqual([200, want]);
  });

  test('shows its commit', () => {
    expect(pick(asAda('GET', `${branches}/main`).body, 'commit', 'id')).toBe('1'.repeat(40));
  });

  test.each([
    { target: `${branches}/gone`, body: { message: '404 Branch Not Found' } },
    { target: `${branches}/v1`, body: { message: '404 Branch Not Found' } },
    { target: `${tags}/main`, body: { message: '404 Tag Not Found' } },
    { target: `${branches}/feature/a`, body: { error: '404 Not Found' } },
  ])('is not found at $target', ({ target, body }) => {
    expect(asAda('GET', target)).toMatchObject({ status: 404, body });
  });
});

test('the tag of a project shows its commit and its protection', () => {
  const { status, body } = createWorld(scenario({ refs })).asAda('GET', `${tags}/v1`);
  expect([status, pick(body, 'name'), pick(body, 'protected'), pick(body, 'commit', 'id')]).toEqual([
    200,
    'v1',
    true,
    '3'.repeat(40),
  ]);
});

describe('the code of a project', () => {
  test.each(['/repository/branches/main', '/ci/lint', '/repository/files/.gitlab-ci.yml/raw?ref=main'])(
    'at %s is not readable for guests, and readable for all in a public project',
    (target) => {
      const hidden = createWorld();
      expect(hidden.send('GET', `/projects/42${target}`, as('guest-api'))).toMatchObject({
        status: 403,
        body: { message: '403 Forbidden' },
      });
      expect(hidden.send('GET', `/projects/42${target}`).status).toBe(404);
      expect(
        createWorld(scenario({ visibility: 'public' })).send('GET', `/projects/42${target}`).status,
      ).toBe(200);
    },
  );
});

describe('the check of a CI configuration', () => {
  const lint = '/projects/42/ci/lint';

  test("returns GitLab's merged configuration, with warnings", () => {
    const ciFile = { merged: '---\nbuild:\n  script: make\n', warnings: ['jobs:build may allow …'] };
    expect(createWorld(scenario({ ciFile })).asAda('GET', lint)).toMatchObject({
      status: 200,
      body: { valid: true, errors: [], warnings: ciFile.warnings, merged_yaml: ciFile.merged },
    });
  });

  test.each([
    {
      name: 'no file',
      ci: { kind: 'missing' as const },
      errors: ['Please provide content of .gitlab-ci.yml'],
    },
    { name: 'a wrong one', ci: { kind: 'invalid' as const, errors: ['one', 'two'] }, errors: ['one', 'two'] },
    {
      name: 'an input without default',
      ci: { kind: 'valid' as const, script: {}, inputs: { env: { type: 'string' as const } } },
      errors: ['`env` input: required value has not been provided'],
    },
  ])('is 200 with its errors for $name', ({ ci, errors }) => {
    expect(createWorld(scenario({ ci })).asAda('GET', lint)).toMatchObject({
      status: 200,
      body: { valid: false, errors, merged_yaml: null },
    });
  });

  const twoRefs = [
    { name: 'main', ci: { kind: 'missing' as const } },
    { name: 'good', ci: { kind: 'valid' as const, script: {} } },
  ];

  test.each([
    { query: '', valid: false },
    { query: '?content_ref=good', valid: true },
    { query: '?sha=good', valid: true },
    { query: '?content_ref=refs/heads/good', valid: true },
  ])('uses the file of the requested ref: $query', ({ query, valid }) => {
    const { body } = createWorld(scenario({ refs: twoRefs })).asAda('GET', lint + query);
    expect(pick(body, 'valid')).toBe(valid);
  });

  test('of an old release ignores the new name of the ref', () => {
    const world = createWorld(scenario({ refs: twoRefs }, { release: legacyRelease }));
    expect(pick(world.asAda('GET', `${lint}?content_ref=good`).body, 'valid')).toBe(false);
    expect(pick(world.asAda('GET', `${lint}?sha=good`).body, 'valid')).toBe(true);
  });

  test.each([
    {
      query: '?sha=main&content_ref=main',
      status: 400,
      body: { error: 'sha, content_ref are mutually exclusive' },
    },
    { query: '?content_ref=gone', status: 404, body: { message: '404 Commit Not Found' } },
  ])('refuses $query', ({ query, ...want }) => {
    expect(createWorld().asAda('GET', lint + query)).toMatchObject(want);
  });

  test('finds no repository in an empty project', () => {
    expect(createWorld(scenario({ refs: [] })).asAda('GET', lint)).toMatchObject({
      status: 404,
      body: { message: '404 Repository Not Found' },
    });
  });
});

describe('the CI file of a project', () => {
  const raw = (path: string) => `/projects/42/repository/files/${encodeURIComponent(path)}/raw?ref=main`;

  test('is that of the scenario, at the path of the project', () => {
    const world = createWorld(scenario({ ciFile: { text: 'build: {}\n' }, ciConfigPath: 'ci/main.yml' }));
    expect(world.asAda('GET', raw('ci/main.yml'))).toMatchObject({ status: 200, body: 'build: {}\n' });
    expect(world.asAda('GET', raw('.gitlab-ci.yml'))).toMatchObject({
      status: 404,
      body: { message: '404 File Not Found' },
    });
    expect(pick(world.asAda('GET', '/projects/42').body, 'ci_config_path')).toBe('ci/main.yml');
  });

  test('is otherwise generated from the script and its inputs', () => {
    const inputs = { env: { type: 'string' as const, default: 'x' } };
    const ci = { kind: 'valid' as const, script: { jobs: [{ name: 'unit' }] }, inputs };
    const { body } = createWorld(scenario({ ci })).asAda('GET', raw('.gitlab-ci.yml'));
    expect(
      String(body)
        .split('\n---\n')
        .map((text) => JSON.parse(text) as unknown),
    ).toEqual([{ spec: { inputs } }, { unit: { stage: 'test', script: ['echo unit'] } }]);
  });
});

test('a project shows the role of the caller, and no role without one', () => {
  const world = createWorld(scenario({ visibility: 'public', variablesMinimumRole: 'owner' }));
  const shown = (body: unknown) => [
    pick(body, 'permissions', 'project_access', 'access_level'),
    pick(body, 'restrict_user_defined_variables'),
    pick(body, 'ci_pipeline_variables_minimum_override_role'),
  ];
  expect(shown(world.send('GET', '/projects/42', as('dev-api')).body)).toEqual([30, true, 'owner']);
  expect(shown(world.send('GET', '/projects/42').body)).toEqual([undefined, true, 'owner']);
});
