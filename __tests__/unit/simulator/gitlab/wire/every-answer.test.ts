import { describe, expect, test } from '@jest/globals';

import { ulidOf } from '../../../../../src/simulator/gitlab/wire/every-answer.js';
import { type World, createWorld, pluck, scenario } from '../support/world.js';

const asAda = { 'private-token': 'ada-api' };
const project = '/projects/42';

function reading(world: World, headers: Readonly<Record<string, string>> = {}): ReturnType<World['send']> {
  return world.send('GET', project, { headers: { ...asAda, ...headers } });
}

describe('a weak ETag', () => {
  test('is the same for the same body, and leads to 304', () => {
    const world = createWorld();
    const { etag = '' } = reading(world).headers;
    expect(etag).toMatch(/^W\/"[0-9a-f]{32}"$/);
    for (const given of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const { status, body, headers } = reading(world, { 'if-none-match': given });
      expect([status, body, headers.etag, headers['content-type']]).toEqual([304, '', etag, undefined]);
    }
    expect(reading(world, { 'if-none-match': 'W/"other"' }).status).toBe(200);
    expect(reading(world, { 'if-none-match': '' }).status).toBe(200);
  });

  test('changes with the body', () => {
    const world = createWorld();
    world.trigger();
    const { etag = '' } = world.asAda('GET', '/projects/42/pipelines/257').headers;
    world.clock.pass(10_000);
    const headers = { ...asAda, 'if-none-match': etag };
    expect(world.send('GET', '/projects/42/pipelines/257', { headers }).status).toBe(200);
  });

  test('is on the response to a POST, which is never 304', () => {
    const world = createWorld();
    const { etag = '' } = world.trigger().headers;
    expect(etag).toMatch(/^W\//);
    const body = { ref: 'main', token: 'trigger' };
    const again = world.send('POST', `${project}/trigger/pipeline`, {
      headers: { 'if-none-match': '*' },
      body,
    });
    expect(again.status).toBe(201);
  });

  test('is on no refusal and on no log', () => {
    const world = createWorld();
    world.trigger();
    const refused = world.asAda('GET', '/projects/99');
    expect([refused.headers.etag, refused.headers['cache-control']]).toEqual([undefined, 'no-cache']);
    expect(world.asAda('GET', '/projects/42/jobs/9001/trace').headers.etag).toBeUndefined();
  });
});

describe('a page of another origin in a browser', () => {
  const origin = 'https://page.example';

  test('may read the API', () => {
    const { headers } = reading(createWorld(), { origin });
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', vary: 'Origin' });
    expect(headers['access-control-expose-headers']).toContain('Link');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('may read refusals, and nothing outside the API', () => {
    const world = createWorld();
    const send = (target: string): unknown =>
      world.send('GET', target, { headers: { origin } }).headers['access-control-allow-origin'];
    expect([send('/api/v4/projects/99'), send('/-/health')]).toEqual(['*', undefined]);
  });

  test('sends a preflight request, and is allowed by the names of its headers', () => {
    const world = createWorld(scenario({}, { throttle: { unauthenticatedPerMinute: 0 } }));
    const { status, headers, body } = world.send('OPTIONS', `${project}/pipelines`, {
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'private-token',
      },
    });
    expect([status, body, headers['access-control-allow-headers']]).toEqual([200, '', 'private-token']);
    expect(headers['access-control-allow-methods']).toContain('DELETE');
  });

  test('is not assumed without an Origin', () => {
    expect(reading(createWorld()).headers).not.toHaveProperty('access-control-allow-origin');
    expect(createWorld().send('OPTIONS', project).status).toBe(405);
  });
});

test.each([
  { epochMs: 0, number: 1, want: '00000000000000000000000001' },
  { epochMs: 1_469_918_176_385, number: 32, want: '01ARYZ6S410000000000000010' },
])('the request at $epochMs with the number $number has the id $want', ({ epochMs, number, want }) => {
  expect(ulidOf(epochMs, number)).toBe(want);
});

describe('an unsupported request is marked', () => {
  const gap = (method: string, target: string): unknown =>
    createWorld().send(method, target, { headers: asAda }).headers['x-gitlab-simulator'];

  test.each([
    ['GET', '/api/v4/groups'],
    ['PATCH', '/api/v4/projects/42'],
    ['GET', '/group/app/-/pipelines/1'],
  ])('for %s %s', (method, target) => {
    expect(gap(method, target)).toBe('not simulated');
  });

  test.each([
    ['GET', '/api/v4/projects/99'],
    ['GET', '/api/v3/projects'],
    ['GET', '/api/v4/projects/42/trigger/pipeline'],
    ['GET', '/-/health'],
  ])('but not for %s %s', (method, target) => {
    expect(gap(method, target)).toBeUndefined();
  });

  test('and the start page lists the supported ones', () => {
    const { body } = createWorld().send('GET', '/');
    expect(body).toContain('POST /api/v4/projects/:id/trigger/pipeline\n');
    const rooted = createWorld(scenario({}, { relativeUrlRoot: '/gitlab' }));
    expect(rooted.send('GET', '/gitlab/').body).toBe(body);
    expect(rooted.send('GET', '/').status).toBe(404);
  });

  test.each([
    { target: '/-/health', body: 'GitLab OK' },
    { target: '/-/liveness', body: { status: 'ok' } },
    { target: '/-/readiness', body: { status: 'ok', master_check: [{ status: 'ok' }] } },
  ])('and $target answers', ({ target, body }) => {
    expect(createWorld().send('GET', target)).toMatchObject({ status: 200, body });
  });
});

describe('keyset pagination of the jobs of a project', () => {
  function world(): World {
    const jobs = Array.from({ length: 5 }, (_, index) => ({ name: `job ${index}` }));
    const made = createWorld(scenario({ ci: { kind: 'valid', script: { jobs } } }));
    made.trigger();
    return made;
  }

  test('reads all of them by cursors only', () => {
    const made = world();
    const ids: unknown[] = [];
    let target = '/projects/42/jobs?pagination=keyset&order_by=id&sort=desc&per_page=2';
    for (let piece = 0; piece < 3; piece += 1) {
      const { body, headers } = made.asAda('GET', target);
      ids.push(...pluck(body, 'id'));
      expect([headers['x-page'], headers['x-per-page'], headers['x-next-page']]).toEqual(
        Array(3).fill(undefined),
      );
      const [, url = ''] = /^<([^>]+)>; rel="next"$/.exec(headers.link ?? '') ?? [];
      if (piece < 2) expect(new URL(url).searchParams.get('cursor')).not.toBeNull();
      else expect(headers.link).toBeUndefined();
      target = url.replace('https://gitlab.example.com/api/v4', '');
    }
    expect(ids).toEqual([9005, 9004, 9003, 9002, 9001]);
  });

  test.each(['sort=asc', 'order_by=created_at'])('is not available for %s', (query) => {
    expect(world().asAda('GET', `/projects/42/jobs?pagination=keyset&${query}`)).toMatchObject({
      status: 405,
      body: { error: 'Keyset pagination is not yet available for this type of request' },
    });
  });

  test('is replaced by pages in old releases, which know no ref', () => {
    const old = createWorld(scenario({}, { release: '13.0' }));
    old.trigger();
    const { headers, body } = old.asAda('GET', '/projects/42/jobs?pagination=keyset&ref=none');
    expect([headers['x-page'], pluck(body, 'id')]).toEqual(['1', [9001]]);
  });

  test('a ref filters', () => {
    expect(world().asAda('GET', '/projects/42/jobs?ref=none').body).toEqual([]);
    expect(pluck(world().asAda('GET', '/projects/42/jobs?ref=main').body, 'id')).toHaveLength(5);
  });
});

describe('the parameter checks of 19.1', () => {
  test.each(['byte_limit=0', 'byte_offset=-1'])('refuse a trace with %s', (query) => {
    const world = createWorld();
    world.trigger();
    expect(world.asAda('GET', `/projects/42/jobs/9001/trace?${query}`)).toMatchObject({
      status: 400,
      body: { error: `${query.split('=')[0]} does not have a valid value` },
    });
  });

  test('refuse an empty name of a pipeline', () => {
    const world = createWorld();
    world.trigger();
    expect(world.asAda('PUT', '/projects/42/pipelines/257/metadata', {})).toMatchObject({
      status: 400,
      body: { error: 'name is missing' },
    });
  });
});
