import { beforeAll, describe, expect, test } from '@jest/globals';

import { AppError } from '../../../src/base/errors.js';
import type { TokenEvent } from '../../../src/model/events.js';
import type { Fault } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { type CreationDeps, createToken } from '../../../src/tokens/create.js';
import { deleteToken, fetchToken, listTokens, renameToken } from '../../../src/tokens/operations.js';
import type { TokenDeps } from '../../../src/tokens/target.js';
import { type TokenWorld, createTokenWorld, scene } from './support/token-world.js';

beforeAll(async () => {
  await import('../../../src/gitlab/schemas/schemas.js');
});

const run = { scene, signal: new AbortController().signal };

interface Managed {
  readonly world: TokenWorld;
  readonly deps: TokenDeps & Pick<CreationDeps, 'onToken'>;
  readonly events: TokenEvent[];
}

/** Everything, with a fault at some of the requests of one kind, counted from 1. */
function managed(method = '', fault?: Fault, hits: readonly number[] = [1]): Managed {
  const world = createTokenWorld();
  const events: TokenEvent[] = [];
  let count = 0;
  const gitlab = world.client((_, line) => {
    if (!line.startsWith(method)) return undefined;
    count += 1;
    return hits.includes(count) ? fault : undefined;
  });
  const { clock } = world;
  const onEvent = (event: TokenEvent): void => void events.push(event);
  return { world, events, deps: { gitlab, clock, random: () => 0.5, onEvent, onToken: () => undefined } };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => 'none',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

const lost: readonly Fault[] = [
  { kind: 'reset_after' },
  { kind: 'truncate' },
  { kind: 'stall_after_work' },
  { kind: 'status', status: 502, work: 'done', body: '<html></html>', contentType: 'text/html' },
  { kind: 'status', status: 201, work: 'done', body: '{"id":' },
];

describe('the creation of a token', () => {
  test.each(lost)('after $kind finds what GitLab has created, and creates no second one', async (fault) => {
    const { world, deps, events } = managed('POST', fault);
    const selector = { ...run, description: 'new', expiresAtMs: undefined };
    const token = await world.clock.run(createToken(deps, selector));
    expect([token.id, token.secret.reveal()]).toEqual([2, world.alive()[1]?.token]);
    expect([events.map(({ kind }) => kind), world.alive().length]).toEqual([
      ['response_lost', 'found_again'],
      2,
    ]);
  });

  test.each<Fault>([{ kind: 'reset_before' }, { kind: 'html' }, { kind: 'stall' }])(
    'after $kind with nothing to find is reported as uncertain',
    async (fault) => {
      const { world, deps } = managed('POST', fault);
      const selector = { ...run, description: 'new', expiresAtMs: undefined };
      expect(await codeOf(world.clock.run(createToken(deps, selector)))).toBe('token_uncertain');
      expect(world.alive()).toHaveLength(1);
    },
  );

  test('does not mistake an older token with the same description for its own', async () => {
    const { world, deps } = managed('POST', { kind: 'reset_before' });
    await world.clock.run(new Promise<void>((resolve) => world.clock.schedule(60_000, resolve)));
    const selector = { ...run, description: 'deploys', expiresAtMs: undefined };
    expect(await codeOf(world.clock.run(createToken(deps, selector)))).toBe('token_uncertain');
  });

  test.each<Fault>([
    { kind: 'refuse' },
    { kind: 'rate_limited', retryAfterSeconds: 7 },
    { kind: 'maintenance' },
  ])('is repeated after $kind, which did nothing', async (fault) => {
    const { world, deps } = managed('POST', fault, [1, 2]);
    const selector = { ...run, description: 'new', expiresAtMs: undefined };
    expect((await world.clock.run(createToken(deps, selector))).id).toBe(2);
    expect(world.alive()).toHaveLength(2);
  });
});

describe('reading and renaming tokens', () => {
  test.each<Fault>([
    { kind: 'reset_before' },
    { kind: 'html' },
    { kind: 'rate_limited' },
    { kind: 'truncate' },
  ])('continue after $kind', async (fault) => {
    const reading = managed('GET', fault, [1, 2, 3]);
    const listed = await reading.world.clock.run(listTokens(reading.deps, run));
    const writing = managed('PUT', fault, [1, 2, 3]);
    const renamed = await writing.world.clock.run(
      renameToken(writing.deps, { triggerId: 1, description: 'x' }, run),
    );
    expect([listed.items.length, renamed.description]).toEqual([1, 'x']);
  });

  test('give up after four requests', async () => {
    const { world, deps } = managed('GET', { kind: 'reset_before' }, [1, 2, 3, 4]);
    expect(await codeOf(world.clock.run(fetchToken(deps, 1, run)))).toBe('connection_lost');
  });
});

describe('the deletion of a token', () => {
  const token = { id: 1, description: 'deploys', start: '5f0c' };

  test('with a lost response is done, even if the second request finds nothing', async () => {
    const { world, deps, events } = managed('DELETE', { kind: 'reset_after' });
    await world.clock.run(deleteToken(deps, { token, gone: 'refused' }, run));
    expect([world.alive(), events.map(({ kind }) => kind)]).toEqual([[], ['retrying', 'deleted']]);
  });

  test('of a missing one is refused, unless that is allowed', async () => {
    const { world, deps } = managed();
    const absent = { ...token, id: 9 };
    expect(await codeOf(world.clock.run(deleteToken(deps, { token: absent, gone: 'refused' }, run)))).toBe(
      'token_not_found',
    );
    await world.clock.run(deleteToken(deps, { token: absent, gone: 'fine' }, run));
  });

  test('does not count as done because of an odd 404', async () => {
    const odd: Fault = { kind: 'status', status: 404, work: 'not_done', body: '{"message":"404 Not found"}' };
    const { world, deps } = managed('DELETE', odd);
    expect(await codeOf(world.clock.run(deleteToken(deps, { token, gone: 'fine' }, run)))).toBe(
      'token_not_found',
    );
    expect(world.alive()).toHaveLength(1);
  });
});
