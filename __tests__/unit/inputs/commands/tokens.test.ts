import { describe, expect, test } from '@jest/globals';

import { parseTokensRequest } from '../../../../src/inputs/commands/token-operation.js';
import { tokensInputs } from '../../../../src/inputs/commands/tokens.js';
import type { TokenOrder } from '../../../../src/model/requests.js';
import { noFiles, sourceOf } from '../input-sources.js';
import { unfitDescriptions } from '../support/requests.js';

const nowMs = Date.UTC(2026, 0, 15, 12);
const where = { project_id: 'group/app', access_token: 'glpat-x' };
const nowhere = { file: undefined, command: undefined, github: undefined };

async function orderOf(inputs: Readonly<Record<string, string>>): Promise<TokenOrder> {
  const source = sourceOf({ ...where, ...inputs });
  return (await parseTokensRequest({ source, files: noFiles, nowMs })).request.order;
}

async function problemOf(inputs: Readonly<Record<string, string>>): Promise<string> {
  return await orderOf(inputs).then(
    (order) => JSON.stringify(order),
    (error: unknown) => (error instanceof Error ? error.message : 'no error'),
  );
}

describe('parseTokensRequest', () => {
  test.each<{ give: Readonly<Record<string, string>>; want: TokenOrder }>([
    { give: { operation: 'list' }, want: { operation: 'list' } },
    { give: { operation: ' get ', trigger_id: ' 7 ' }, want: { operation: 'get', triggerId: 7 } },
    {
      give: { operation: 'update', trigger_id: '7', description: ' deploys ' },
      want: { operation: 'update', triggerId: 7, description: 'deploys' },
    },
    {
      give: { operation: 'delete', trigger_id: '7', confirm: 'deploys', keep_trigger_id: '8' },
      want: { operation: 'delete', triggerId: 7, confirm: 'deploys' },
    },
    {
      give: { operation: 'create', description: 'deploys' },
      want: { operation: 'create', description: 'deploys', expires: undefined, targets: nowhere },
    },
    {
      give: {
        operation: 'create',
        description: 'deploys',
        store_command: ' vault kv put secret/ci token=-\nexit 0 ',
        verify_command: 'vault kv get -field=token secret/ci',
        store_timeout: '90s',
      },
      want: {
        operation: 'create',
        description: 'deploys',
        expires: undefined,
        targets: {
          file: undefined,
          command: {
            store: 'vault kv put secret/ci token=-\nexit 0',
            verify: 'vault kv get -field=token secret/ci',
            timeoutMs: 90_000,
          },
          github: undefined,
        },
      },
    },
    {
      // What the action's metadata fills in was not asked for by anybody.
      give: { operation: 'list', delete_old: 'auto', github_api_url: 'https://api.github.com' },
      want: { operation: 'list' },
    },
    {
      give: {
        operation: 'rotate',
        trigger_id: '7',
        expires_at: '2026-03-01',
        save_to_file: 'a b.txt',
        delete_old: 'always',
        keep_trigger_id: '9',
      },
      want: {
        operation: 'rotate',
        triggerId: 7,
        description: undefined,
        expires: { written: 'date', atMs: Date.UTC(2026, 2, 1) },
        targets: { file: 'a b.txt', command: undefined, github: undefined },
        deleteOld: 'always',
        keepTriggerId: 9,
      },
    },
  ])('reads $give', async ({ give, want }) => {
    expect(await orderOf(give)).toEqual(want);
  });

  test('reads the secrets of GitHub with the token that writes them', async () => {
    const order = await orderOf({
      operation: 'create',
      description: 'x',
      github_secret: 'octo/app:ONE\n\n octo/my.app/environments/eu:west/1:TWO \norgs/octo-org:THREE_3',
      github_token: 'ghp_0123456789',
      github_api_url: 'https://github.example.test/api/v3',
    });
    if (order.operation !== 'create') throw new Error(order.operation);
    const { github } = order.targets;
    expect([github?.token.reveal(), github?.apiUrl.href, github?.secrets]).toEqual([
      'ghp_0123456789',
      'https://github.example.test/api/v3/',
      [
        { place: { kind: 'repository', owner: 'octo', repository: 'app' }, name: 'ONE' },
        {
          place: { kind: 'environment', owner: 'octo', repository: 'my.app', environment: 'eu:west/1' },
          name: 'TWO',
        },
        { place: { kind: 'organization', organization: 'octo-org' }, name: 'THREE_3' },
      ],
    ]);
  });

  test.each([
    { give: '2026-03-01', want: { written: 'date', atMs: Date.UTC(2026, 2, 1) } },
    { give: '2026-03-01T08:00:00Z', want: { written: 'time', atMs: Date.UTC(2026, 2, 1, 8) } },
    { give: '2026-03-01t08:00z', want: { written: 'time', atMs: Date.UTC(2026, 2, 1, 8) } },
    {
      give: '2026-03-01 08:00:00.5+02:00',
      want: { written: 'time', atMs: Date.UTC(2026, 2, 1, 6, 0, 0, 500) },
    },
    { give: '2026-03-01T08:00-0530', want: { written: 'time', atMs: Date.UTC(2026, 2, 1, 13, 30) } },
    { give: '90d', want: { written: 'span', atMs: nowMs + 90 * 86_400_000 } },
    { give: '1h', want: { written: 'span', atMs: nowMs + 3_600_000 } },
  ])('reads expires_at $give', async ({ give, want }) => {
    const order = await orderOf({ operation: 'create', description: 'x', expires_at: give });
    expect(order).toMatchObject({ expires: want });
  });

  test.each([
    { give: '90', want: 'is "90", a number without a unit' },
    { give: '59m', want: 'is "59m", less than an hour' },
    { give: '0d', want: 'less than an hour' },
    { give: '2026-03-01T08:00:00', want: 'a time without its zone' },
    { give: '2026-03-01T08:00:00 CET', want: 'is "2026-03-01T08:00:00 CET"' },
    { give: '2026-03-01T25:00:00Z', want: 'is "2026-03-01T25:00:00Z"' },
    { give: '2026-03-01T', want: 'is "2026-03-01T"' },
    { give: '2026-02-30', want: 'is "2026-02-30"' },
    { give: '2026-13-01', want: 'is "2026-13-01"' },
    { give: '01/02/2026', want: 'is "01/02/2026"' },
    { give: 'tomorrow', want: 'is "tomorrow"' },
    { give: '2026-01-15', want: 'is 2026-01-15T00:00:00.000Z, which has passed' },
    { give: '2026-01-15T12:00:00Z', want: 'which has passed' },
  ])('refuses expires_at $give', async ({ give, want }) => {
    const problem = await problemOf({ operation: 'create', description: 'x', expires_at: give });
    expect(problem).toContain('expires_at ');
    expect(problem).toContain(want);
  });

  test.each([
    { give: {}, want: 'operation was not given' },
    { give: { operation: 'rotat' }, want: 'Did you mean rotate?' },
    { give: { operation: 'get' }, want: 'trigger_id was not given, and get needs it' },
    { give: { operation: 'create' }, want: 'description was not given, and create needs it' },
    { give: { operation: 'rotate' }, want: 'trigger_id was not given, and neither was description' },
    { give: { operation: 'list', trigger_id: '7' }, want: 'was given, but list does not take it' },
    { give: { operation: 'get', trigger_id: '7', confirm: '7' }, want: 'it is for delete.' },
    {
      give: { operation: 'update', trigger_id: '7', description: 'x', expires_at: '90d' },
      want: 'GitLab does not change when a token expires',
    },
    { give: { operation: 'get', trigger_id: '#7' }, want: 'is "#7", which no trigger token' },
    { give: { operation: 'get', trigger_id: '0' }, want: 'is "0", which no trigger token' },
    { give: { operation: 'create', description: 'a\nb' }, want: 'has a line end' },
    { give: { operation: 'create', description: 'x'.repeat(256) }, want: 'longer than 255' },
    { give: { operation: 'delete', trigger_id: '7', keep_trigger_id: '7' }, want: 'must be kept' },
    { give: { operation: 'rotate', trigger_id: '7', keep_trigger_id: '7' }, want: 'must be kept' },
    {
      give: { operation: 'create', description: 'x', verify_command: 'cat kept' },
      want: 'store_command was not given, and verify_command needs it',
    },
    { give: { operation: 'list', store_command: 'cat' }, want: 'it is for create and rotate.' },
    {
      give: { operation: 'create', description: 'x', store_command: 'cat', store_timeout: '2h' },
      want: 'store_timeout is "2h"',
    },
    {
      give: { operation: 'create', description: 'x', github_secret: 'octo/app:A' },
      want: 'github_token was not given, and github_secret needs it',
    },
    {
      give: { operation: 'create', description: 'x', github_token: 'glpat-0123456789' },
      want: 'github_token is a personal, project or group access token',
    },
    {
      give: { operation: 'create', description: 'x', github_token: 'ghp_0123 456789' },
      want: 'github_token has white space inside (not shown)',
    },
    ...['octo/app', 'octo:NAME', 'octo/app/x:NAME', 'orgs/a/b:NAME', 'octo/..:NAME', ':NAME'].map((text) => ({
      give: {
        operation: 'create',
        description: 'x',
        github_secret: `octo/app:OK\n${text}`,
        github_token: 'ghp_x',
      },
      want: 'github_secret (line 2) is ',
    })),
    ...['2NAME', 'GITHUB_X', 'A-B', ''].map((name) => ({
      give: {
        operation: 'create',
        description: 'x',
        github_secret: `octo/app:${name}`,
        github_token: 'ghp_x',
      },
      want: 'has the name ',
    })),
    ...[
      'http://github.example.test',
      'github.example.test',
      'https://u:p@github.example.test',
      'https://a/?b',
    ].map((url) => ({
      give: { operation: 'create', description: 'x', github_api_url: url },
      want: 'github_api_url is ',
    })),
  ])('refuses $give', async ({ give, want }) => {
    expect(await problemOf(give)).toContain(want);
  });

  test('accepts a rotation that keeps the token it does not delete', async () => {
    const inputs = { operation: 'rotate', trigger_id: '7', keep_trigger_id: '7', delete_old: 'never' };
    expect(await orderOf(inputs)).toMatchObject({ triggerId: 7, keepTriggerId: 7 });
  });

  test('reports all problems together, and shows no secret', async () => {
    const message = await problemOf({
      access_token: 'https://glpat-secret',
      operation: 'update',
      trigger_id: 'x',
      expires_at: 'soon',
      github_token: 'glpat-s3cr3ts3cr3t',
    });
    for (const name of ['access_token', 'trigger_id', 'description', 'expires_at', 'github_token'])
      expect(message).toContain(`- ${name} `);
    expect(message).not.toMatch(/secret|s3cr3t/);
  });
});

test('the inputs of the tokens action have one-line descriptions that end as sentences', () => {
  expect(unfitDescriptions(tokensInputs)).toEqual([]);
});
