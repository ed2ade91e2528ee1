import { describe, expect, test } from '@jest/globals';

import { triggerTable } from '../../../src/inputs/commands/trigger.js';
import { cancelTable, waitTable } from '../../../src/inputs/commands/wait-and-cancel.js';
import { namedSecrets } from '../../../src/inputs/secrets.js';
import { sourceOf } from './input-sources.js';

describe('namedSecrets', () => {
  const cases: readonly { name: string; give: Readonly<Record<string, string>>; want: readonly string[] }[] =
    [
      { name: 'nothing', give: {}, want: [] },
      { name: 'blank inputs', give: { token: '  ', access_token: '' }, want: [] },
      { name: 'tokens', give: { token: 't1', access_token: 'a1' }, want: ['t1', 'a1'] },
      { name: 'a token with white space', give: { token: ' t1\n' }, want: [' t1\n', 't1'] },
      {
        name: 'header values',
        give: { request_headers: 'X-Key: hunter2\r\nAuthorization: Bearer hunter3' },
        want: [' hunter2', 'hunter2', ' Bearer hunter3', 'Bearer hunter3', 'hunter3'],
      },
      { name: 'broken header lines', give: { request_headers: 'hunter2' }, want: ['hunter2'] },
      {
        name: 'lines whose name is none',
        give: { request_headers: 'my key: hunter2' },
        want: ['my key: hunter2', ' hunter2', 'hunter2'],
      },
      { name: 'no short header values', give: { request_headers: 'X-Env: 1' }, want: [] },
      {
        name: 'passwords in an address',
        give: { gitlab_url: 'https://user:hunter%212@gitlab.com' },
        want: ['hunter%212', 'hunter!2'],
      },
      {
        name: 'passwords with a slash or an at sign',
        give: { gitlab_url: 'user:hun/te@r2@gitlab.com' },
        want: ['hun/te@r2'],
      },
      { name: 'no ordinary user names', give: { gitlab_url: 'https://git@gitlab.com' }, want: [] },
      {
        name: 'long user names',
        give: { gitlab_url: 'https://hunter2hunter2@gitlab.com' },
        want: ['hunter2hunter2'],
      },
      {
        name: 'queries of an address',
        give: { gitlab_url: 'https://gitlab.com/?private_token=hunter2' },
        want: ['hunter2'],
      },
      {
        name: 'tokens in the wrong place',
        give: { project_id: 'glptt-0123456789', variables: 'A=glpat-abcdefgh1234' },
        want: ['glptt-0123456789', 'glpat-abcdefgh1234'],
      },
      { name: 'nothing of a plain address', give: { gitlab_url: 'https://gitlab.com:8080/x' }, want: [] },
    ];
  test.each(cases)('finds $name', ({ give, want }) => {
    expect(namedSecrets(sourceOf(give), triggerTable).map(({ secret }) => secret.reveal())).toEqual(want);
  });

  test('tells tokens from other secrets', () => {
    const source = sourceOf({
      ...{ token: 't1', access_token: 'a1', project_id: 'glptt-0123456789' },
      ...{ request_headers: 'X-Key: hunter2', gitlab_url: 'https://u:hunter3@gitlab.com' },
    });
    const kinds = new Map(
      namedSecrets(source, triggerTable).map(({ secret, kind }) => [secret.reveal(), kind]),
    );
    expect(['t1', 'a1', 'glptt-0123456789', 'hunter2', 'hunter3'].map((text) => kinds.get(text))).toEqual([
      ...['token', 'token', 'token', 'other', 'other'],
    ]);
  });

  test.each([
    { give: { request_headers: 'X-Gate: glptt-abcdefghijklmnopqrst' }, token: 'glptt-abcdefghijklmnopqrst' },
    {
      give: { gitlab_url: 'https://u:glpat-abcdefghijklmnopqrst@x.org' },
      token: 'glpat-abcdefghijklmnopqrst',
    },
  ])('tells a token inside of another secret: $token', ({ give, token }) => {
    const found = namedSecrets(sourceOf(give), triggerTable);
    expect(found.find(({ secret }) => secret.reveal() === token)?.kind).toBe('token');
  });

  test.each([
    { name: 'trigger', table: triggerTable, want: ['t1', 'a1', 'hunter3'] },
    { name: 'wait', table: waitTable, want: ['glptt-0123456789', 'a1', 'hunter3'] },
    { name: 'cancel', table: cancelTable, want: ['glptt-0123456789', 'a1', 'hunter3'] },
  ])('reads the inputs of the action $name', ({ table, want }) => {
    const source = sourceOf({
      token: 't1',
      access_token: 'a1',
      pipeline_id: 'glptt-0123456789',
      request_headers: 'X-Key:hunter3',
    });
    expect(namedSecrets(source, table).map(({ secret }) => secret.reveal())).toEqual(want);
  });
});
