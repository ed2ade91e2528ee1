import { describe, expect, test } from '@jest/globals';

import { createWorld, pick, pluck, scenario } from './support/world.js';

const list = '/projects/42/triggers';

describe('the trigger tokens of a project', () => {
  test('are created, used, shown, renamed and deleted', () => {
    const world = createWorld();
    const created = world.asAda('POST', list, { description: 'new', expires_at: '2026-06-01T00:00:00Z' });
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: 3,
        description: 'new',
        expires_at: '2026-06-01T00:00:00.000Z',
        last_used: null,
        owner: { username: 'ada' },
      },
    });
    const token = pick(created.body, 'token');
    expect(token).toMatch(/^glptt-[\w-]{20}$/);
    expect(world.trigger({ token }).status).toBe(201);
    expect(pick(world.asAda('GET', `${list}/3`).body, 'last_used')).toBe('2026-01-01T00:00:00.000Z');
    expect(pick(world.asAda('PUT', `${list}/3`, { description: 'other' }).body, 'description')).toBe('other');
    const deleted = world.asAda('DELETE', `${list}/3`);
    expect([deleted.status, deleted.body]).toEqual([204, '']);
    expect(world.trigger({ token }).status).toBe(404);
    expect(world.asAda('GET', `${list}/3`).status).toBe(404);
  });

  test('show their secret to their owner only', () => {
    const triggers = [
      { token: 'glptt-0123456789', owner: 'ada' },
      { token: 'glptt-9876543210', owner: 'dev' },
    ];
    const { body } = createWorld(scenario({ triggers })).asAda('GET', list);
    expect(pluck(body, 'token')).toEqual(['glptt-0123456789', '9876']);
  });

  test('disappear when they expire', () => {
    const triggers = [{ token: 'trigger', owner: 'ada', expiresAt: '2026-01-01T00:01:00Z' }];
    const world = createWorld(scenario({ triggers }));
    expect(pluck(world.asAda('GET', list).body, 'id')).toEqual([1]);
    world.clock.pass(60_000);
    expect(world.asAda('GET', list).body).toEqual([]);
    expect(world.asAda('PUT', `${list}/1`, { description: 'x' }).status).toBe(404);
  });

  test.each([
    { give: {}, want: { error: 'description is missing' } },
    { give: { description: 'x', expires_at: 'abc' }, want: { error: 'expires_at is invalid' } },
    { give: { description: 'x', expires_at: '01/01/2050' }, want: { error: 'expires_at is invalid' } },
    {
      give: { description: 'x', expires_at: '2050-01-01' },
      want: { message: '400 Bad request - {"expires_at":["must be before 2027-01-01"]}' },
    },
    {
      give: { description: 'x', expires_at: '2027-01-01' },
      want: { message: '400 Bad request - {"expires_at":["must be before 2027-01-01"]}' },
    },
  ])('are refused with $give', ({ give, want }) => {
    expect(createWorld().asAda('POST', list, give)).toMatchObject({ status: 400, body: want });
  });

  test('do not expire if GitLab does not support it', () => {
    const world = createWorld(scenario({}, { release: { triggerExpiry: 'ignored' } }));
    const { status, body } = world.asAda('POST', list, { description: 'x', expires_at: '2050-01-01' });
    expect([status, pick(body, 'expires_at')]).toEqual([201, null]);
  });

  test('are as many as the plan of the project allows', () => {
    const world = createWorld(scenario({ mostTriggers: 1 }));
    expect(world.asAda('POST', list, { description: 'x' })).toMatchObject({
      status: 400,
      body: { message: '400 Bad request - {"base":["Maximum number of pipeline triggers (1) exceeded"]}' },
    });
  });

  test('are renamed by their owner only', () => {
    const world = createWorld(scenario({ triggers: [{ token: 'trigger', owner: 'dev' }] }));
    expect(world.asAda('PUT', `${list}/1`, { description: 'x' })).toMatchObject({
      status: 403,
      body: {
        message: '403 Forbidden - The current user is not authorized to update the pipeline trigger token',
      },
    });
    expect(world.asAda('DELETE', `${list}/1`).status).toBe(204);
  });

  test('are not deleted if a condition does not hold', () => {
    const headers = {
      'private-token': 'ada-api',
      'if-unmodified-since': 'Wed, 31 Dec 2025 00:00:00 GMT',
    };
    expect(createWorld().send('DELETE', `${list}/1`, { headers })).toMatchObject({
      status: 412,
      body: { message: '412 Precondition Failed' },
    });
  });
});
