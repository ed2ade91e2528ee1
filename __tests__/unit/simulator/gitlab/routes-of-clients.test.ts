import { describe, expect, test } from '@jest/globals';

import { type World, createWorld, pick, pluck, scenario } from './support/world.js';

const archive = {
  fileType: 'archive',
  filename: 'artifacts.zip',
  files: { 'out/a.txt': 'A', 'out/deep/b.txt': 'BB', 'c.txt': 'C' },
};

/** A finished pipeline with a log and an archive. */
function ended(): World {
  const script = { jobs: [{ name: 'unit', log: 'one\ntwo\n', artifacts: [archive] }, { name: 'bare' }] };
  const world = createWorld(scenario({ ci: { kind: 'valid', script } }));
  world.trigger();
  world.clock.pass(10_000);
  return world;
}

function ask(world: World, target: string, token = 'ada-api'): ReturnType<World['send']> {
  return world.send('GET', `/api/v4${target}`, { headers: { 'private-token': token } });
}

describe('the routes about the caller', () => {
  test('show the user at GET /user', () => {
    expect(ask(createWorld(), '/user')).toMatchObject({
      status: 200,
      body: { id: 1, username: 'ada', name: 'Ada', state: 'active', email: 'ada@example.com' },
    });
  });

  test.each([
    { token: 'nobody', status: 401 },
    { token: 'trigger', status: 401 },
    { token: 'ada-read', status: 200 },
    { token: 'ada-user', status: 200 },
    { token: 'ada-repository', status: 403 },
  ])('answer $status to GET /user with the token $token', ({ token, status }) => {
    const give = scenario();
    const world = createWorld({
      ...give,
      accessTokens: [
        ...(give.accessTokens ?? []),
        { token: 'ada-user', user: 'ada', scopes: ['read_user'] },
        { token: 'ada-repository', user: 'ada', scopes: ['read_repository'] },
      ],
    });
    expect(ask(world, '/user', token).status).toBe(status);
  });

  test('are the only ones for the scope read_user', () => {
    const give = scenario({}, { accessTokens: [{ token: 'user', user: 'ada', scopes: ['read_user'] }] });
    expect(ask(createWorld(give), '/projects/42', 'user').status).toBe(403);
  });

  test('show the running job of a job token at GET /job', () => {
    const give = scenario(
      { ci: { kind: 'valid', script: { jobs: [{ name: 'unit', durationMs: 5_000 }] } } },
      { jobTokens: [{ token: 'job', user: 'dev', projectId: 42, job: 'running' }] },
    );
    const world = createWorld(give);
    const send = (): ReturnType<World['send']> =>
      world.send('GET', '/api/v4/job', { headers: { 'job-token': 'job' } });
    world.trigger();
    expect(send().status).toBe(404);
    world.clock.pass(1_000);
    expect(send()).toMatchObject({ status: 200, body: { name: 'unit', status: 'running' } });
    expect(ask(world, '/job')).toMatchObject({ status: 404, body: { message: '404 Job Not Found' } });
    expect(world.send('GET', '/api/v4/job').status).toBe(401);
  });

  test('show the version at GET /metadata, if the release has it', () => {
    expect(ask(createWorld(), '/metadata').body).toMatchObject({ version: '19.3.0', enterprise: true });
    expect(ask(createWorld(scenario({}, { release: '13.0' })), '/metadata').status).toBe(404);
  });
});

describe('the route GET /projects', () => {
  const names = (world: World, query: string, token?: string): readonly unknown[] =>
    pluck(ask(world, `/projects${query}`, token).body, 'path_with_namespace');
  const world = createWorld(
    scenario(
      { visibility: 'public' },
      { accessTokens: [{ token: 'ada-api', user: 'ada', scopes: ['api'] }] },
    ),
  );

  test.each([
    { query: '', want: ['group/app'] },
    { query: '?search=AP', want: ['group/app'] },
    { query: '?search=group', want: [] },
    { query: '?search=group&search_namespaces=true', want: ['group/app'] },
    { query: '?membership=true', want: ['group/app'] },
    { query: '?owned=true', want: [] },
    { query: '?visibility=private', want: [] },
    { query: '?archived=true', want: [] },
  ])('lists $want for [$query]', ({ query, want }) => {
    expect(names(world, query)).toEqual(want);
  });

  test('hides what the caller may not see, and shows public projects to all', () => {
    expect(names(createWorld(), '', 'guest-api')).toEqual(['group/app']);
    expect(pluck(createWorld().send('GET', '/api/v4/projects').body, 'id')).toEqual([]);
    expect(pluck(world.send('GET', '/api/v4/projects').body, 'id')).toEqual([42]);
  });

  test('refuses an unknown order', () => {
    expect(ask(world, '/projects?order_by=size')).toMatchObject({
      status: 400,
      body: { error: 'order_by does not have a valid value' },
    });
  });
});

describe('the routes of a repository', () => {
  const refs = [
    { name: 'main', sha: '1'.repeat(40) },
    { name: 'feature/x', protectedFor: 'developer' as const },
    { name: 'v1', kind: 'tag' as const },
    { name: 'v2', kind: 'tag' as const },
  ];
  const world = createWorld(scenario({ refs }));
  const below = '/projects/42/repository';

  test.each([
    { target: 'branches', want: ['feature/x', 'main'] },
    { target: 'branches?search=^feat', want: ['feature/x'] },
    { target: 'branches?search=n$', want: ['main'] },
    { target: 'branches?search=^main$', want: ['main'] },
    { target: 'tags', want: ['v2', 'v1'] },
    { target: 'tags?search=1', want: ['v1'] },
  ])('list $want at $target', ({ target, want }) => {
    expect(pluck(world.asAda('GET', `${below}/${target}`).body, 'name')).toEqual(want);
  });

  test.each(['main', '1'.repeat(40), '1'.repeat(8), 'HEAD'])('a commit is found by %s', (name) => {
    const { status, body } = world.asAda('GET', `${below}/commits/${name}`);
    expect([status, pick(body, 'id'), pick(body, 'last_pipeline')]).toEqual([200, '1'.repeat(40), null]);
  });

  test('show the last pipeline of a commit', () => {
    const fresh = ended();
    expect(pick(fresh.asAda('GET', `${below}/commits/main`).body, 'last_pipeline', 'id')).toBe(257);
    expect(pick(fresh.asAda('GET', `${below}/commits/main`).body, 'status')).toBe('success');
  });

  test('answer 404 for a missing commit', () => {
    expect(world.asAda('GET', `${below}/commits/${'9'.repeat(40)}`)).toMatchObject({
      status: 404,
      body: { message: '404 Commit Not Found' },
    });
  });

  test('send a file in Base64, and require its ref', () => {
    const file = `${below}/files/.gitlab-ci.yml`;
    const { body } = world.asAda('GET', `${file}?ref=main`);
    expect(Buffer.from(String(pick(body, 'content')), 'base64').toString()).toContain('unit');
    expect(world.asAda('GET', file)).toMatchObject({
      status: 400,
      body: { error: 'ref is missing, ref is empty' },
    });
    expect(world.asAda('GET', `${below}/files/none?ref=main`).status).toBe(404);
  });
});

describe('the archives by ref', () => {
  const at = '/projects/42/jobs/artifacts';

  test('come from the newest pipeline that passed', () => {
    const world = ended();
    const { status, headers } = world.asAda('GET', `${at}/main/download?job=unit`);
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="artifacts.zip"']);
    expect(world.asAda('GET', `${at}/main/raw/out/a.txt?job=unit`)).toMatchObject({ status: 200, body: 'A' });
  });

  test.each([
    { target: 'main/download', status: 400, body: { error: 'job is missing' } },
    { target: 'main/download?job=other', status: 404, body: { message: '404 Not Found' } },
    { target: 'main/download?job=bare', status: 404, body: { message: '404 Not Found' } },
    { target: 'gone/download?job=unit', status: 404, body: { message: '404 Not Found' } },
    { target: 'main/raw/none?job=unit', status: 404, body: '404 page not found\n' },
  ])('answer $status at $target', ({ target, status, body }) => {
    expect(ended().asAda('GET', `${at}/${target}`)).toMatchObject({ status, body });
  });

  test('are not those of a running pipeline, but of an earlier one', () => {
    const world = ended();
    world.trigger();
    expect(world.asAda('GET', `${at}/main/download?job=unit`).status).toBe(200);
    const fresh = createWorld();
    fresh.trigger();
    expect(fresh.asAda('GET', `${at}/main/download?job=unit`).status).toBe(404);
  });
});

describe('the artifacts of a job', () => {
  const job = '/projects/42/jobs/9001';
  const types = (world: World): readonly unknown[] =>
    pluck(pick(world.asAda('GET', job).body, 'artifacts'), 'file_type');

  test('are listed with archive, index and log', () => {
    expect(types(ended())).toEqual(['archive', 'metadata', 'trace']);
    const world = createWorld();
    world.trigger();
    world.clock.pass(10_000);
    expect(types(world)).toEqual([]);
  });

  test('do not expire if they are kept', () => {
    const script = { jobs: [{ name: 'unit', artifacts: [archive], artifactsExpireAfterMs: 60_000 }] };
    const world = createWorld(scenario({ ci: { kind: 'valid', script } }));
    world.trigger();
    world.clock.pass(10_000);
    const kept = world.asAda('POST', `${job}/artifacts/keep`);
    expect([kept.status, pick(kept.body, 'artifacts_expire_at')]).toEqual([200, null]);
    world.clock.pass(120_000);
    expect(world.asAda('GET', `${job}/artifacts`).status).toBe(200);
  });

  test('can be deleted, and the log stays', () => {
    const world = ended();
    expect(world.asAda('DELETE', `${job}/artifacts`).status).toBe(204);
    expect([types(world), world.asAda('GET', `${job}/artifacts`).status]).toEqual([['trace'], 404]);
    expect(world.asAda('GET', `${job}/trace`).body).toBe('one\ntwo\n');
    expect(world.asAda('POST', `${job}/artifacts/keep`).status).toBe(404);
  });

  test('cannot be deleted by developers', () => {
    const { status } = ended().send('DELETE', `${job}/artifacts`, {
      headers: { 'private-token': 'dev-api' },
    });
    expect(status).toBe(403);
  });

  test('and its log are erased once', () => {
    const world = ended();
    const erased = world.asAda('POST', `${job}/erase`);
    expect([erased.status, pick(erased.body, 'erased_at')]).toEqual([201, '2026-01-01T00:00:10.000Z']);
    expect([types(world), world.asAda('GET', `${job}/trace`).body]).toEqual([[], '']);
    expect(world.asAda('POST', `${job}/erase`).status).toBe(403);
  });

  test('cannot be erased while it runs', () => {
    const world = createWorld();
    world.trigger();
    expect(world.asAda('POST', `${job}/erase`).status).toBe(403);
  });

  test.each([
    { query: '', want: ['c.txt', 'out'] },
    { query: '?path=out', want: ['out/a.txt', 'out/deep'] },
    { query: '?path=out/&recursive=true', want: ['out/a.txt', 'out/deep', 'out/deep/b.txt'] },
    { query: '?recursive=true', want: ['c.txt', 'out', 'out/a.txt', 'out/deep', 'out/deep/b.txt'] },
  ])('are $want in the tree [$query]', ({ query, want }) => {
    expect(pluck(ended().asAda('GET', `${job}/artifacts/tree${query}`).body, 'path')).toEqual(want);
  });

  test('have no tree for a missing folder, or before 19', () => {
    expect(ended().asAda('GET', `${job}/artifacts/tree?path=none`).status).toBe(404);
    const old = createWorld(scenario({}, { release: '18.2' }));
    old.trigger();
    expect(old.asAda('GET', `${job}/artifacts/tree`).status).toBe(404);
  });
});

test('the jobs of a pipeline differ in created_at, in the order of their ids', () => {
  const jobs = Array.from({ length: 5 }, (_, index) => ({ name: `job ${index}` }));
  const world = createWorld(scenario({ ci: { kind: 'valid', script: { jobs } } }));
  world.trigger();
  const times = pluck(world.asAda('GET', '/projects/42/pipelines/257/jobs').body, 'created_at').map(String);
  expect(new Set(times).size).toBe(5);
  expect(times).toEqual(times.toSorted().toReversed());
});

describe('the commit statuses of a project', () => {
  const sha = '1'.repeat(40);
  const post = (world: World, body: object): ReturnType<World['send']> =>
    world.asAda('POST', `/projects/42/statuses/${sha}`, body);

  test('of an external system count for the pipeline of the commit', () => {
    const world = ended();
    expect(post(world, { state: 'failed', name: 'scan', target_url: 'https://scan.example' })).toMatchObject({
      status: 201,
      body: { name: 'scan', status: 'failed', sha, pipeline_id: 257, target_url: 'https://scan.example' },
    });
    expect(pick(world.asAda('GET', '/projects/42/pipelines/257').body, 'status')).toBe('failed');
    const listed = world.asAda('GET', `/projects/42/repository/commits/${sha}/statuses`).body;
    expect(pluck(listed, 'name')).toEqual(['unit', 'bare', 'scan']);
  });

  test('get a pipeline of their own without one', () => {
    const world = createWorld();
    expect(post(world, { state: 'pending' })).toMatchObject({ status: 201, body: { name: 'default' } });
    expect(world.asAda('GET', '/projects/42/pipelines/257').body).toMatchObject({
      source: 'external',
      status: 'pending',
    });
    expect(post(world, { state: 'success' }).status).toBe(201);
    expect(pick(world.asAda('GET', '/projects/42/pipelines/257').body, 'status')).toBe('success');
  });

  test.each([
    { body: {}, want: { error: 'state is missing' } },
    { body: { state: 'green' }, want: { error: 'state does not have a valid value' } },
  ])('refuse $body', ({ body, want }) => {
    expect(post(createWorld(), body)).toMatchObject({ status: 400, body: want });
  });

  test('are 404 for a missing commit', () => {
    const { status } = createWorld().asAda('POST', `/projects/42/statuses/${'9'.repeat(40)}`, {
      state: 'failed',
    });
    expect(status).toBe(404);
  });
});

describe('the check of a CI text', () => {
  const lint = (body: object): ReturnType<World['send']> =>
    createWorld().asAda('POST', '/projects/42/ci/lint', body);

  test.each([
    { content: 'unit:\n  script: echo\n', errors: [] },
    { content: 'spec:\n  inputs: {}\n---\nunit:\n  script: echo\n', errors: [] },
    { content: '', errors: ['Please provide content of .gitlab-ci.yml'] },
    { content: '- a', errors: ['Invalid configuration format'] },
    { content: '.hidden: {script: x}', errors: ['jobs config should contain at least one visible job'] },
    {
      content: 'unit: {stage: test}',
      errors: ['jobs:unit config should implement the script:, run:, or trigger: keyword'],
    },
    {
      content: 'stages: [a]\nunit: {script: x, stage: b}',
      errors: ['unit job: chosen stage b does not exist; available stages are .pre, a, .post'],
    },
  ])('of $content has the errors $errors', ({ content, errors }) => {
    expect(lint({ content })).toMatchObject({ status: 200, body: { valid: errors.length === 0, errors } });
  });

  test('survives invalid YAML', () => {
    expect(pick(lint({ content: 'a: [' }).body, 'valid')).toBe(false);
  });

  test('requires a text, and a developer', () => {
    expect(lint({})).toMatchObject({ status: 400, body: { error: 'content is missing' } });
    const guest = createWorld().send('POST', '/projects/42/ci/lint', {
      headers: { 'private-token': 'guest-api' },
      body: { content: 'a: {script: x}' },
    });
    expect(guest.status).toBe(403);
  });

  test('lists jobs on request, also for a ref', () => {
    const content = 'unit:\n  script: [one, two]\n';
    expect(pick(lint({ content, include_jobs: true }).body, 'jobs')).toMatchObject([
      { name: 'unit', stage: 'test', script: ['one', 'two'] },
    ]);
    expect(pick(lint({ content }).body, 'jobs')).toBeUndefined();
    const ofRef = createWorld().asAda('GET', '/projects/42/ci/lint?include_jobs=true');
    expect(pluck(pick(ofRef.body, 'jobs'), 'name')).toEqual(['unit']);
  });

  test.each([
    { query: 'dry_run=true&dry_run_ref=main&ref=main', want: 'ref, dry_run_ref are mutually exclusive' },
    { query: 'content_ref=main&sha=main', want: 'sha, content_ref are mutually exclusive' },
  ])('refuses $query', ({ query, want }) => {
    expect(createWorld().asAda('GET', `/projects/42/ci/lint?${query}`)).toMatchObject({
      status: 400,
      body: { error: want },
    });
  });
});
