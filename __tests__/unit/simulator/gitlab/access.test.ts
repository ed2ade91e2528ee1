import { describe, expect, test } from '@jest/globals';

import type { JobTokenDescription, Scenario } from '../../../../src/simulator/gitlab/state/scenario.js';
import { type World, createWorld, pick, scenario } from './support/world.js';

const unauthorized = { message: '401 Unauthorized' };
const forbidden = { message: '403 Forbidden' };

const jobToken: JobTokenDescription = { token: 'job', user: 'ada', projectId: 42, job: 'running' };

/** A world with pipeline 257 (job 9001 done, job 9002 manual) in a public project. */
function publicWorld(changes: Partial<Scenario> = {}): World {
  const jobs = [{ name: 'unit' }, { name: 'deploy', result: 'manual' as const, allowFailure: true }];
  const world = createWorld(
    scenario(
      { visibility: 'public', ci: { kind: 'valid', script: { jobs } } },
      { jobTokens: [jobToken], ...changes },
    ),
  );
  world.trigger();
  world.clock.pass(10_000);
  return world;
}

interface AccessCase {
  readonly call: string;
  /** With scope `api`, with scope `read_api`, with a job token, with nothing. */
  readonly want: readonly [api: number, readApi: number, job: number, anonymous: number];
}

const one = '/projects/42/pipelines/257';
const job = '/projects/42/jobs';

const table: readonly AccessCase[] = [
  { call: 'GET /projects/42', want: [200, 200, 200, 200] },
  { call: 'GET /projects/42/pipelines', want: [200, 200, 200, 200] },
  { call: `GET ${one}`, want: [200, 200, 200, 200] },
  { call: 'GET /projects/42/pipelines/latest', want: [200, 200, 200, 200] },
  { call: `GET ${one}/jobs`, want: [200, 200, 200, 200] },
  { call: `GET ${one}/bridges`, want: [200, 200, 200, 200] },
  { call: `GET ${one}/variables`, want: [200, 200, 401, 401] },
  { call: `GET ${one}/test_report`, want: [200, 200, 200, 200] },
  { call: `GET ${one}/test_report_summary`, want: [200, 200, 200, 200] },
  { call: `PUT ${one}/metadata?name=x`, want: [200, 403, 200, 401] },
  { call: `POST ${one}/retry`, want: [201, 403, 401, 401] },
  { call: `POST ${one}/cancel`, want: [200, 403, 401, 401] },
  { call: `GET ${job}`, want: [200, 200, 200, 401] },
  { call: `GET ${job}/9001`, want: [200, 200, 401, 401] },
  { call: `GET ${job}/9001/trace`, want: [200, 200, 401, 401] },
  { call: `POST ${job}/9002/play`, want: [200, 403, 401, 401] },
  { call: `POST ${job}/9001/retry`, want: [201, 403, 401, 401] },
  { call: `POST ${job}/9001/cancel`, want: [201, 403, 401, 401] },
  { call: 'POST /projects/42/pipeline?ref=main', want: [201, 403, 401, 401] },
  { call: 'GET /projects/42/triggers', want: [200, 200, 401, 401] },
  { call: 'GET /version', want: [200, 200, 401, 401] },
  { call: 'GET /api/v4/personal_access_tokens/self', want: [200, 200, 401, 401] },
];

const credentials: readonly Readonly<Record<string, string>>[] = [
  { 'private-token': 'ada-api' },
  { 'private-token': 'ada-read' },
  { 'job-token': 'job' },
  {},
];

describe('the caller in a public project', () => {
  test.each(table)('may request: $call', ({ call, want }) => {
    const [method = '', target = ''] = call.split(' ');
    const got = credentials.map((headers) => publicWorld().send(method, target, { headers }).status);
    expect(got).toEqual(want);
  });
});

describe('the credentials of a caller', () => {
  test.each<{ readonly name: string; readonly headers: Record<string, string>; readonly query?: string }>([
    { name: 'PRIVATE-TOKEN', headers: { 'private-token': 'ada-read' } },
    { name: 'bearer', headers: { authorization: 'Bearer ada-read' } },
    {
      name: 'basic',
      headers: { authorization: `Basic ${Buffer.from('u:ada-read').toString('base64')}` },
    },
    { name: 'query', headers: {}, query: '?private_token=ada-read' },
    { name: 'job token header', headers: { 'job-token': 'job' } },
    { name: 'job token in the query', headers: {}, query: '?job_token=job' },
  ])('are read: $name', ({ headers, query = '' }) => {
    const world = createWorld(scenario({}, { jobTokens: [jobToken] }));
    expect(world.send('GET', `/projects/42/pipelines${query}`, { headers }).status).toBe(200);
  });

  test.each<{ readonly name: string; readonly headers: Record<string, string> }>([
    { name: 'an unknown token', headers: { 'private-token': 'nobody' } },
    { name: 'a trigger token', headers: { 'private-token': 'trigger' } },
    { name: 'an unknown job token', headers: { 'job-token': 'nobody' } },
  ])('are a 401 even if none are needed: $name', ({ headers }) => {
    const { status, body } = publicWorld().send('GET', '/projects/42/pipelines', { headers });
    expect({ status, body }).toEqual({ status: 401, body: unauthorized });
  });

  test('are a 401 for the token of a finished job', () => {
    const world = createWorld(scenario({}, { jobTokens: [{ ...jobToken, job: 'finished' }] }));
    expect(world.send('GET', '/projects/42/pipelines', { headers: { 'job-token': 'job' } })).toMatchObject({
      status: 401,
      body: unauthorized,
    });
  });

  test.each([
    {
      state: { state: 'expired' },
      description: 'Token is expired. You can either do re-authorization or token refresh.',
    },
    {
      state: { expiresAt: '2026-01-01T00:00:00Z' },
      description: 'Token is expired. You can either do re-authorization or token refresh.',
    },
    {
      state: { state: 'revoked' },
      description: 'Token was revoked. You have to re-authorize from the user.',
    },
  ] as const)('are refused for a token that is $state', ({ state, description }) => {
    const accessTokens = [{ token: 'old', user: 'ada', scopes: ['api'], ...state }];
    const world = createWorld(scenario({}, { accessTokens }));
    const { status, body, headers } = world.send('GET', '/projects/42', {
      headers: { 'private-token': 'old' },
    });
    expect({ status, body }).toEqual({
      status: 401,
      body: { error: 'invalid_token', error_description: description },
    });
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
  });

  test('are refused for a scope that is too small', () => {
    const { status, body } = createWorld().send('POST', '/projects/42/pipeline?ref=main', {
      headers: { 'private-token': 'ada-read' },
    });
    expect({ status, body }).toEqual({
      status: 403,
      body: {
        error: 'insufficient_scope',
        error_description: 'The request requires higher privileges than provided by the access token.',
        scope: 'api',
      },
    });
  });

  test('need the permission for a fine-grained token', () => {
    const accessTokens = [{ token: 'fine', user: 'ada', scopes: ['api'], permissions: ['read_pipelines'] }];
    const world = createWorld(scenario({}, { accessTokens }));
    const headers = { 'private-token': 'fine' };
    expect(world.send('GET', '/projects/42/pipelines', { headers }).status).toBe(200);
    const { status, body } = world.send('GET', '/projects/42/jobs', { headers });
    expect([status, pick(body, 'error')]).toEqual([403, 'insufficient_granular_scope']);
  });

  test('do not show other private projects to a project token', () => {
    const accessTokens = [{ token: 'bot', user: 'ada', scopes: ['api'], projectId: 43 }];
    const world = createWorld(scenario({}, { accessTokens }));
    expect(world.send('GET', '/projects/42', { headers: { 'private-token': 'bot' } })).toMatchObject({
      status: 404,
      body: { message: '404 Project Not Found' },
    });
  });
});

describe('a missing project, pipeline or job', () => {
  test.each([
    { give: 'GET /projects/99', want: { status: 404, body: { message: '404 Project Not Found' } } },
    { give: 'GET /projects/42/pipelines/1', want: { status: 404, body: { message: '404 Not found' } } },
    { give: 'GET /projects/42/jobs/1', want: { status: 404, body: { message: '404 Not found' } } },
    { give: 'GET /projects/42/triggers/9', want: { status: 404, body: { message: '404 Not found' } } },
    {
      give: 'GET /projects/42/pipelines/abc',
      want: { status: 400, body: { error: 'pipeline_id is invalid' } },
    },
    { give: 'GET /projects/42/jobs/abc', want: { status: 400, body: { error: 'job_id is invalid' } } },
    { give: 'GET /projects/42/nothing', want: { status: 404, body: { error: '404 Not Found' } } },
    { give: 'DELETE /version', want: { status: 405, body: { error: '405 Not Allowed' } } },
  ])('is refused: $give', ({ give, want }) => {
    const [method = '', target = ''] = give.split(' ');
    expect(createWorld().asAda(method, target)).toMatchObject(want);
  });

  test('includes a private project without credentials', () => {
    expect(createWorld().send('GET', '/projects/42/pipelines')).toMatchObject({
      status: 404,
      body: { message: '404 Project Not Found' },
    });
  });

  test('moves for GET and refuses the rest if the project was renamed', () => {
    const world = createWorld(scenario({ renamedFrom: 'old/app' }));
    const { status, headers, body } = world.asAda('GET', '/projects/old%2Fapp/pipelines?ref=main');
    const location = 'https://gitlab.example.com/api/v4/projects/42/pipelines?ref=main';
    expect({ status, location: headers.location, type: headers['content-type'], body }).toEqual({
      status: 301,
      location,
      type: 'text/plain',
      body: `This resource has been moved permanently to ${location}`,
    });
    expect(world.asAda('POST', '/projects/old%2Fapp/pipelines/257/cancel')).toMatchObject({
      status: 405,
      body: { message: 'Non GET methods are not allowed for moved projects' },
    });
  });
});

describe('the roles of users', () => {
  const asGuest = { headers: { 'private-token': 'guest-api' } };

  test.each([
    { give: 'POST /projects/42/pipeline?ref=main' },
    { give: 'POST /projects/42/pipelines/257/cancel' },
    { give: 'GET /projects/42/pipelines/257/variables' },
    { give: 'GET /projects/42/triggers' },
  ])('do not allow a guest to $give', ({ give }) => {
    const [method = '', target = ''] = give.split(' ');
    const world = createWorld();
    world.trigger();
    const { status, body } = world.send(method, target, asGuest);
    expect({ status, body }).toEqual({ status: 403, body: forbidden });
  });

  test('do not show pipelines to guests and the public without public pipelines', () => {
    const hidden = createWorld(scenario({ publicPipelines: false, visibility: 'public' }));
    expect(hidden.send('GET', '/projects/42/pipelines', asGuest)).toMatchObject({
      status: 403,
      body: forbidden,
    });
    expect(hidden.send('GET', '/projects/42/pipelines').status).toBe(403);
  });

  test('on a protected ref allow canceling only if they allow pushing', () => {
    const world = createWorld(scenario({ refs: [{ name: 'main', protectedFor: 'maintainer' }] }));
    world.trigger();
    const headers = { 'private-token': 'dev-api' };
    expect(world.send('POST', '/projects/42/pipelines/257/cancel', { headers })).toMatchObject({
      status: 403,
      body: forbidden,
    });
    expect(world.asAda('POST', '/projects/42/pipelines/257/cancel').status).toBe(200);
  });

  test('show variables to maintainers and to the owner of the trigger', () => {
    const triggers = [
      { token: 'trigger', owner: 'ada' },
      { token: 'devs', owner: 'dev' },
    ];
    const world = createWorld(scenario({ triggers }));
    world.trigger();
    world.trigger({ token: 'devs', variables: { A: '1' } });
    const headers = { 'private-token': 'dev-api' };
    expect(world.send('GET', '/projects/42/pipelines/257/variables', { headers }).status).toBe(403);
    expect(world.send('GET', '/projects/42/pipelines/258/variables', { headers }).body).toEqual([
      { variable_type: 'env_var', key: 'A', value: '1', raw: false },
      {
        variable_type: 'file',
        key: 'TRIGGER_PAYLOAD',
        value: '{"ref":"main","variables":{"A":"1"},"id":"42"}',
        raw: false,
      },
    ]);
  });
});

describe('the job tokens of other projects', () => {
  const tokens = (policies?: readonly string[]): JobTokenDescription[] => [
    { token: 'job', user: 'ada', projectId: 43, job: 'running', policies },
  ];
  const headers = { 'job-token': 'job' };

  test('must be allow-listed', () => {
    const world = createWorld(scenario({}, { jobTokens: tokens() }));
    expect(world.send('GET', '/projects/42/pipelines', { headers })).toMatchObject({
      status: 403,
      body: {
        message:
          '403 Forbidden - Authentication by CI/CD job token not allowed from group/other to project #42.',
      },
    });
  });

  test('need the policy', () => {
    const world = createWorld(scenario({ jobTokenAllowlist: [43] }, { jobTokens: tokens(['read_jobs']) }));
    expect(world.send('GET', '/projects/42/pipelines', { headers })).toMatchObject({
      status: 403,
      body: {
        message:
          '403 Forbidden - Insufficient permissions to access this resource in project #42. The following token permission is required: read_pipelines.',
      },
    });
    expect(world.send('GET', '/projects/42/jobs', { headers }).status).toBe(200);
  });

  test('read jobs but no pipelines on an older release', () => {
    const world = createWorld(
      scenario({}, { jobTokens: [jobToken], release: { jobTokenReads: 'jobs_only' } }),
    );
    world.trigger();
    expect(world.send('GET', '/projects/42/pipelines/257', { headers }).status).toBe(404);
    expect(world.send('GET', '/projects/42/pipelines/257/jobs', { headers }).status).toBe(200);
  });
});

test('a token can look at itself', () => {
  const world = createWorld();
  expect(world.asAda('GET', '/api/v4/personal_access_tokens/self').body).toEqual({
    id: 1,
    name: 'simulated token',
    revoked: false,
    created_at: '2026-01-01T00:00:00.000Z',
    description: null,
    scopes: ['api'],
    user_id: 1,
    last_used_at: '2026-01-01T00:00:00.000Z',
    active: true,
    expires_at: null,
  });
});

test('a relative root is before every path and in every link', () => {
  const world = createWorld(scenario({}, { relativeUrlRoot: '/gitlab' }));
  const sent = { body: { ref: 'main', token: 'trigger' } };
  expect(world.send('POST', '/projects/42/trigger/pipeline', sent).headers['content-type']).toMatch(
    'text/html',
  );
  const { status, body } = world.send('POST', '/gitlab/api/v4/projects/42/trigger/pipeline', sent);
  expect([status, pick(body, 'web_url'), pick(body, 'detailed_status', 'details_path')]).toEqual([
    201,
    'https://gitlab.example.com/gitlab/group/app/-/pipelines/257',
    '/gitlab/group/app/-/pipelines/257',
  ]);
});
