import { describe, expect, test } from '@jest/globals';

import { type ChangeTagMode, changeTagLifeMs } from '../../../../src/simulator/gitlab/state/change-tags.js';
import type { Scenario } from '../../../../src/simulator/gitlab/state/scenario.js';
import { type Answer, type World, createWorld, pick, scenario } from './support/world.js';

interface Ask {
  readonly id?: number;
  readonly tag?: string | undefined;
  readonly token?: string | undefined;
  readonly query?: string;
  readonly method?: 'GET' | 'POST';
  readonly path?: string;
}

function ask(world: World, { id = 257, tag, token, query = '{ __typename }', ...how }: Ask = {}): Answer {
  const { method = 'POST', path = '/api/graphql' } = how;
  return world.send(method, method === 'POST' ? path : `${path}?query=${encodeURIComponent(query)}`, {
    headers: {
      'x-gitlab-graphql-resource-etag': `pipelines/id/${id}`,
      ...(tag === undefined ? {} : { 'if-none-match': tag }),
      ...(token === undefined ? {} : { 'private-token': token }),
    },
    body: method === 'POST' ? { query } : undefined,
  });
}

function tagOf(answer: Answer): string {
  return String(answer.headers.etag);
}

function begun(changes: Partial<Scenario> = {}): World {
  const world = createWorld(scenario({}, changes));
  world.trigger();
  return world;
}

const tree = {
  bridges: [
    {
      name: 'below',
      strategy: 'depend',
      downstream: {
        script: {
          bridges: [
            { name: 'deeper', strategy: 'depend', downstream: { script: { jobs: [{ name: 'unit' }] } } },
          ],
        },
      },
    },
  ],
} as const;

describe('a conditional GraphQL request', () => {
  test('is answered from the cache while nothing has changed, and with another tag afterwards', () => {
    const world = begun();
    const first = ask(world, { token: 'ada-api' });
    expect([first.status, first.body]).toEqual([200, { data: { __typename: 'Query' } }]);
    expect(tagOf(first)).toMatch(/^W\/"[\da-f]{32}"$/);
    expect(first.headers).not.toHaveProperty('x-gitlab-from-cache');

    const same = ask(world, { tag: tagOf(first), token: 'ada-api' });
    expect([same.status, same.body, tagOf(same)]).toEqual([304, '', tagOf(first)]);
    expect(same.headers['x-gitlab-from-cache']).toBe('true');

    const nextMs = world.gitlab.nextChangeMs() ?? NaN;
    world.clock.pass(nextMs - world.clock.epochMs());
    const changed = ask(world, { tag: tagOf(first), token: 'ada-api' });
    expect(changed.status).toBe(200);
    expect(tagOf(changed)).not.toBe(tagOf(first));
    expect(changed.headers).not.toHaveProperty('x-gitlab-from-cache');
  });

  test('is answered 304 before authentication, and 200 only after it', () => {
    const world = begun();
    const tag = tagOf(ask(world));
    expect(ask(world, { tag, token: 'no-token' }).status).toBe(304);
    const refused = ask(world, { token: 'no-token' });
    expect([refused.status, refused.body]).toEqual([401, { errors: [{ message: 'Invalid token' }] }]);
  });

  test.each([
    ['another tag', 'W/"0"'],
    ['a list', 'W/"0", W/"1"'],
    ['any tag', '*'],
  ])('with %s finds nothing', (_name, tag) => {
    expect(ask(begun(), { tag }).status).toBe(200);
  });

  test('without a pipeline has a tag of its content', () => {
    const world = begun();
    const answer = world.send('POST', '/api/graphql', {
      headers: { 'x-gitlab-graphql-resource-etag': 'pipelines/sha/1' },
      body: { query: '{ __typename }' },
    });
    expect(answer.status).toBe(200);
    expect(ask(world, { tag: tagOf(answer) }).status).toBe(200);
  });

  test('is allowed on a read-only server: a query is not a write', () => {
    const world = begun();
    world.gitlab.setWrites('read_only');
    expect(ask(world).status).toBe(200);
  });

  test('counts in the rate limits', () => {
    const throttle = { unauthenticatedPerMinute: 1 };
    const world = createWorld(scenario({}, { throttle }));
    const tag = tagOf(ask(world));
    expect(ask(world, { tag }).headers).toHaveProperty('retry-after');
  });

  test('is available below a relative root', () => {
    const world = createWorld(scenario({}, { relativeUrlRoot: '/gitlab' }));
    expect(ask(world, { path: '/gitlab/api/graphql' }).status).toBe(200);
    expect(ask(world).status).toBe(404);
  });

  test.each([
    ['an unknown field', '{ pipelines }', "Field 'pipelines' doesn't exist on type 'Query'"],
    [
      'more than an anonymous caller may ask for',
      `{ ${'__typename '.repeat(201)} }`,
      'Query has complexity of 201, which exceeds max complexity of 200',
    ],
  ])('for %s fails with 200', (_name, query, message) => {
    const { status, body } = ask(begun(), { query });
    expect([status, body]).toEqual([200, { errors: [{ message }] }]);
  });

  test('with a token may ask for more', () => {
    const query = `{ ${'__typename '.repeat(201)} }`;
    expect(pick(ask(begun(), { query, token: 'ada-api' }).body, 'data')).toBeDefined();
  });
});

describe('the tag of a pipeline', () => {
  test('changes with everything above and below it', () => {
    const world = createWorld(scenario({ ci: { kind: 'valid', script: tree } }));
    world.trigger();
    const allIds = (): readonly number[] => world.gitlab.pipelines().map(({ id }) => id);
    while (allIds().length < 3) world.clock.pass(100);
    const [root = 0, child = 0, grandchild = 0] = allIds();
    const tags = [root, child, grandchild].map((id) => tagOf(ask(world, { id })));
    const statusBefore = world.gitlab.tree(root)?.status;
    world.clock.pass((world.gitlab.nextChangeMs() ?? NaN) - world.clock.epochMs());
    // Something far below has moved, and the root looks as before.
    expect(world.gitlab.tree(root)?.status).toBe(statusBefore);
    for (const [index, id] of [root, child, grandchild].entries()) {
      expect(ask(world, { id, tag: tags[index] }).status).toBe(200);
    }
  });

  test('is not affected by other pipelines', () => {
    const world = begun();
    world.trigger();
    world.clock.pass(600_000);
    const tag = tagOf(ask(world, { id: 257 }));
    world.asAda('POST', '/projects/42/pipelines/258/retry');
    world.trigger();
    world.clock.pass(500);
    expect(ask(world, { id: 257, tag }).status).toBe(304);
  });

  test.each(['cancel', 'retry'])('changes when a user requests %s', (action) => {
    const script = { jobs: [{ name: 'unit', result: 'failed', durationMs: 1000 }] } as const;
    const world = createWorld(scenario({ ci: { kind: 'valid', script } }));
    world.trigger();
    world.clock.pass(action === 'cancel' ? 100 : 600_000);
    const tag = tagOf(ask(world));
    world.asAda('POST', `/projects/42/pipelines/257/${action}`);
    expect(ask(world, { tag }).status).toBe(200);
  });

  test('lives for 20 minutes after its last touch, however often it is read', () => {
    const world = begun();
    world.clock.pass(60_000);
    const tag = tagOf(ask(world));
    world.clock.pass(changeTagLifeMs - 60_000);
    expect(ask(world, { tag }).status).toBe(304);
    world.clock.pass(60_000);
    const renewed = ask(world, { tag });
    expect(renewed.status).toBe(200);
    expect(ask(world, { tag: tagOf(renewed) }).status).toBe(304);
  });
});

/** The status without a tag, with the one that came of it, and with that after a change. */
function course(changes: Partial<Scenario>, method: 'GET' | 'POST' = 'POST'): readonly number[] {
  const world = begun(changes);
  const first = ask(world, { method });
  const { etag } = first.headers;
  const second = ask(world, { tag: etag, method });
  world.clock.pass((world.gitlab.nextChangeMs() ?? NaN) - world.clock.epochMs());
  return [first.status, second.status, ask(world, { tag: etag, method }).status];
}

describe('a fault of the conditional request', () => {
  test.each<[ChangeTagMode, readonly number[]]>([
    ['working', [200, 304, 200]],
    ['polling_off', [200, 429, 200]],
    ['stuck', [200, 304, 304]],
    ['restless', [200, 200, 200]],
    ['stripped', [200, 200, 200]],
    ['condition_stripped', [200, 200, 200]],
    ['answered_on_the_way', [200, 304, 304]],
    ['never_matches', [200, 200, 200]],
    ['page', [200, 200, 200]],
    ['redirect', [302, 302, 302]],
    ['blocked_401', [401, 401, 401]],
    ['blocked_403', [403, 403, 403]],
    ['blocked_404', [404, 404, 404]],
    ['blocked_405', [405, 405, 405]],
    ['blocked_502', [502, 502, 502]],
  ])('%s gives the response %j', (changeTags, statuses) => {
    expect(course({ changeTags })).toEqual(statuses);
  });

  test('is a release without such tags: the tag depends on the content', () => {
    expect(course({ release: '13.0' })).toEqual([200, 200, 200]);
    expect(course({ release: '13.0' }, 'GET')).toEqual([200, 304, 304]);
  });

  test('never looks like a response from the cache', () => {
    for (const changes of [{ changeTags: 'answered_on_the_way' }, { changeTags: 'never_matches' }] as const) {
      const world = begun(changes);
      const second = ask(world, { tag: tagOf(ask(world)) });
      expect(second.headers).not.toHaveProperty('x-gitlab-from-cache');
    }
  });

  test('is a tag that lags: it is the one before for a while after each change', () => {
    const script = { jobs: [{ name: 'unit', queuedMs: 10_000, durationMs: 1000 }] } as const;
    const world = createWorld(scenario({ ci: { kind: 'valid', script } }, { changeTagLagMs: 5000 }));
    world.trigger();
    const pass = (): number => {
      const ms = (world.gitlab.nextChangeMs() ?? NaN) - world.clock.epochMs();
      world.clock.pass(ms);
      world.gitlab.catchUp();
      return ms;
    };
    world.clock.pass(9000);
    const first = tagOf(ask(world));
    // Two changes, less than the lag apart.
    pass();
    const apartMs = pass();
    expect(apartMs).toBeLessThan(5000);
    expect(ask(world, { tag: first }).status).toBe(304);
    world.clock.pass(5000 - apartMs);
    const second = ask(world, { tag: first });
    expect(second.status).toBe(200);
    world.clock.pass(apartMs - 1);
    expect(ask(world, { tag: tagOf(second) }).status).toBe(304);
    world.clock.pass(1);
    const third = ask(world, { tag: tagOf(second) });
    expect(third.status).toBe(200);
    world.clock.pass(changeTagLifeMs + 1);
    const renewed = ask(world, { tag: tagOf(third) });
    expect(renewed.status).toBe(200);
    expect(ask(world, { tag: tagOf(renewed) }).status).toBe(304);
  });

  test('is a lagging replica: the pipeline looks as before when its tag is new', () => {
    const world = begun({ replicaLagMs: 900 });
    const statusOf = (): unknown => pick(world.asAda('GET', '/projects/42/pipelines/257').body, 'status');
    const tag = tagOf(ask(world));
    const before = statusOf();
    while (world.gitlab.tree(257)?.status === before) world.clock.pass(10);
    expect(ask(world, { tag }).status).toBe(200);
    expect(statusOf()).toBe(before);
    world.clock.pass(900);
    expect(statusOf()).not.toBe(before);
  });
});
