import { beforeAll, describe, expect, test } from '@jest/globals';

import { AppError, ResultsError } from '../../../src/base/errors.js';
import type { CreateOrder } from '../../../src/model/requests.js';
import { createAndStore } from '../../../src/tokens/create.js';
import type { TokenOutput, TokenStore } from '../../../src/tokens/store.js';
import { createTokenWorld, scene } from './support/token-world.js';

beforeAll(async () => {
  await import('../../../src/gitlab/schemas/schemas.js');
});

const order: CreateOrder = {
  operation: 'create',
  description: 'new',
  expires: undefined,
  targets: { file: undefined, command: undefined, github: undefined },
};

const brokenStore: TokenStore = {
  where: 'the store',
  store: () =>
    Promise.reject(
      new ResultsError({ code: 'token_not_stored', what: 'The store is full', hint: 'Make room.' }),
    ),
};

interface End {
  readonly message: string;
  readonly exitCode: number;
  /** The ids of the tokens that work. */
  readonly alive: readonly number[];
}

/** Creates a token beside token 1; `refusesDelete`: GitLab lets nobody delete one. */
async function create(
  output: TokenOutput,
  { stores = [], refusesDelete = false }: { stores?: readonly TokenStore[]; refusesDelete?: boolean } = {},
): Promise<End> {
  const world = createTokenWorld();
  const gitlab = world.client((_, line) =>
    refusesDelete && line.startsWith('DELETE')
      ? { kind: 'status', status: 403, work: 'not_done', body: '{}' }
      : undefined,
  );
  const deps = {
    gitlab,
    clock: world.clock,
    random: () => 0.5,
    onEvent: () => undefined,
    onToken: () => undefined,
  };
  const run = { order, scene, signal: new AbortController().signal };
  const error: unknown = await world.clock.run(
    createAndStore({ ...deps, stores, output }, run).then(
      () => undefined,
      (thrown: unknown) => thrown,
    ),
  );
  const alive = world.alive().map(({ id }) => id);
  if (error === undefined) return { message: '', exitCode: 0, alive };
  if (!(error instanceof AppError)) throw new TypeError('no error of ours', { cause: error });
  return { message: error.message, exitCode: error.exitCode, alive };
}

const lost = (isNeeded: boolean): TokenOutput => ({ isNeeded, loss: () => Promise.resolve('ENOSPC') });

describe('a new token that reached no place after create', () => {
  test('is deleted again', async () => {
    expect(await create(lost(true))).toEqual({
      exitCode: 6,
      alive: [1],
      message: `There is no new trigger token of group/app: no store could take it, so it was deleted again [token_not_stored]
Why: The output token could not be handed over: ENOSPC.
What to do: Fix that, or give another place (save_to_file, store_command, github_secret), and run the step again.`,
    });
  });

  test('is named, with how to delete it, if it cannot be deleted', async () => {
    const { message, exitCode, alive } = await create(lost(true), { refusesDelete: true });
    expect([exitCode, alive]).toEqual([6, [1, 2]]);
    expect(message).toContain('Trigger token 2 of group/app exists and works, but no store has it');
    expect(message).toContain(
      'Delete it (operation: delete, trigger_id: 2), or at https://gitlab.example.test/group/app',
    );
  });

  test('is kept if it has another place', async () => {
    const kept: string[] = [];
    const store: TokenStore = {
      where: 'the store',
      store: (token) => {
        kept.push(token.reveal());
        return Promise.resolve(undefined);
      },
    };
    expect(await create(lost(false), { stores: [store] })).toEqual({
      exitCode: 0,
      alive: [1, 2],
      message: '',
    });
    expect(kept).toHaveLength(1);
  });

  test('does not lead to a hint about the output if its other place failed as well', async () => {
    const { message, exitCode } = await create(lost(false), { stores: [brokenStore] });
    expect(exitCode).toBe(6);
    expect(message).toContain(
      'the output token does not have it: ENOSPC. Delete it (operation: delete, trigger_id: 2)',
    );
    const had = await create(
      { isNeeded: false, loss: () => Promise.resolve(undefined) },
      { stores: [brokenStore] },
    );
    expect(had.message).toContain('the output token has it. Store it from there, or delete it');
  });
});
