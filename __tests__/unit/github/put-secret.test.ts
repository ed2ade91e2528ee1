import { describe, expect, test } from '@jest/globals';
import sodium from 'libsodium-wrappers';

import { Secret } from '../../../src/base/secret.js';
import type { SecretPlace } from '../../../src/github/api.js';
import { TransportFault } from '../../../src/http/transport.js';
import { type Answer, clientWith } from './answering-client.js';

await sodium.ready;
const pair = sodium.crypto_box_keypair();
const keyAnswer: Answer = {
  body: { key_id: '568250167242549743', key: Buffer.from(pair.publicKey).toString('base64') },
};
const { signal } = new AbortController();
const value = new Secret('glptt-neu-wért\n');
const repository: SecretPlace = { kind: 'repository', owner: 'octo', repository: 'app' };
const organization: SecretPlace = { kind: 'organization', organization: 'octo' };

function opened(body: unknown): unknown {
  const { encrypted_value: sealed, ...rest } = body as { readonly encrypted_value: string };
  const text = sodium.crypto_box_seal_open(Buffer.from(sealed, 'base64'), pair.publicKey, pair.privateKey);
  return { ...rest, text: Buffer.from(text).toString('utf8') };
}

describe('a secret is encrypted with the key of its place', () => {
  test.each([
    { place: repository, want: 'repos/octo/app/actions/secrets' },
    {
      place: { kind: 'environment', owner: 'octo', repository: 'app', environment: 'prod/eu west' } as const,
      want: 'repos/octo/app/environments/prod%2Feu%20west/secrets',
    },
  ])('for $want', async ({ place, want }) => {
    const { client, seen } = clientWith(
      [keyAnswer, { status: 201, body: {} }],
      'https://github.example.test/api/v3/',
    );
    const reply = await client.putSecret({ place, name: 'DEPLOY', value }, signal);
    expect(reply).toEqual({ kind: 'ok', value: { change: 'created', visibility: undefined } });
    expect(seen.map(({ line }) => line)).toEqual([
      `GET https://github.example.test/api/v3/${want}/public-key`,
      `PUT https://github.example.test/api/v3/${want}/DEPLOY`,
    ]);
    expect(opened(seen[1]?.body)).toEqual({ key_id: '568250167242549743', text: 'glptt-neu-wért\n' });
    const headers = {
      accept: 'application/vnd.github+json',
      authorization: 'Bearer ghp_secret',
      'x-github-api-version': '2022-11-28',
    };
    expect(seen.map((request) => request.headers)).toEqual([
      headers,
      { ...headers, 'content-type': 'application/json' },
    ]);
  });

  test('when it exists and is updated', async () => {
    const { client } = clientWith([keyAnswer, { status: 204, body: '' }]);
    const reply = await client.putSecret({ place: repository, name: 'DEPLOY', value }, signal);
    expect(reply).toEqual({ kind: 'ok', value: { change: 'updated', visibility: undefined } });
  });
});

describe('a secret of an organization keeps its visibility', () => {
  const secretUrl = 'https://api.github.test/orgs/octo/actions/secrets/DEPLOY';

  test('and a new one has none', async () => {
    const missing = { status: 404, body: { message: 'Not Found' } };
    const { client, seen } = clientWith([keyAnswer, missing, { status: 201, body: {} }]);
    const reply = await client.putSecret({ place: organization, name: 'DEPLOY', value }, signal);
    expect(reply).toEqual({ kind: 'ok', value: { change: 'created', visibility: 'selected' } });
    expect(opened(seen[2]?.body)).toMatchObject({ visibility: 'selected', selected_repository_ids: [] });
  });

  test.each(['all', 'private'])('%s', async (visibility) => {
    const { client, seen } = clientWith([keyAnswer, { body: { visibility } }, { status: 204, body: '' }]);
    const reply = await client.putSecret({ place: organization, name: 'DEPLOY', value }, signal);
    expect(reply).toEqual({ kind: 'ok', value: { change: 'updated', visibility } });
    expect(opened(seen[2]?.body)).toEqual({
      key_id: '568250167242549743',
      text: 'glptt-neu-wért\n',
      visibility,
    });
  });

  test('with selected repositories, of all pages', async () => {
    const next = `<${secretUrl}/repositories?per_page=100&page=2>; rel="next", <${secretUrl}/repositories?page=2>; rel="last"`;
    const { client, seen } = clientWith([
      keyAnswer,
      { body: { visibility: 'selected' } },
      { body: { total_count: 3, repositories: [{ id: 1 }, { id: 2 }] }, headers: { link: next } },
      { body: { total_count: 3, repositories: [{ id: 3 }] } },
      { status: 204, body: '' },
    ]);
    const reply = await client.putSecret({ place: organization, name: 'DEPLOY', value }, signal);
    expect(reply).toEqual({ kind: 'ok', value: { change: 'updated', visibility: 'selected' } });
    expect(seen.map(({ line }) => line)).toEqual([
      'GET https://api.github.test/orgs/octo/actions/secrets/public-key',
      `GET ${secretUrl}`,
      `GET ${secretUrl}/repositories?per_page=100`,
      `GET ${secretUrl}/repositories?per_page=100&page=2`,
      `PUT ${secretUrl}`,
    ]);
    expect(opened(seen[4]?.body)).toMatchObject({
      visibility: 'selected',
      selected_repository_ids: [1, 2, 3],
    });
  });

  test.each([
    { name: 'its visibility is not told', answers: [{ body: { visibility: 'some' } }] },
    { name: 'it may not be read', answers: [{ status: 403, body: { message: 'No' } }] },
    {
      name: 'its repositories are not told',
      answers: [{ body: { visibility: 'selected' } }, { status: 500, body: { message: 'Oops' } }],
    },
  ])('no secret is written when $name', async ({ answers }) => {
    const { client, seen } = clientWith([keyAnswer, ...answers]);
    const reply = await client.putSecret({ place: organization, name: 'DEPLOY', value }, signal);
    expect(reply.kind).not.toBe('ok');
    expect(seen.some(({ line }) => line.startsWith('PUT'))).toBe(false);
  });
});

describe('no secret counts as written', () => {
  test.each([
    { name: 'refused', answer: { status: 404, body: { message: 'Not Found' } }, want: 'refused' },
    {
      name: 'redirected',
      answer: { status: 302, headers: { location: 'https://evil.test/' } },
      want: 'refused',
    },
    { name: 'a page', answer: { body: '<html><title>Sign in</title></html>' }, want: 'unreadable' },
    { name: 'a short key', answer: { body: { key_id: '1', key: 'AAAA' } }, want: 'unreadable' },
    {
      name: 'no answer',
      answer: new TransportFault({ kind: 'reset', reached: 'maybe', message: 'broke' }),
      want: 'fault',
    },
  ])('without a key: $name', async ({ answer, want }) => {
    const { client, seen } = clientWith([answer]);
    const reply = await client.putSecret({ place: repository, name: 'DEPLOY', value }, signal);
    expect(reply.kind).toBe(want);
    expect(seen).toHaveLength(1);
  });

  test.each([
    { name: 'a page', answer: { status: 200, body: '<html><title>Sign in</title></html>' } },
    { name: 'a page that says 201', answer: { status: 201, body: '<html><title>Sign in</title></html>' } },
    { name: 'JSON that says 200', answer: { status: 200, body: {} } },
  ])('as far as is known, when the response to it is $name', async ({ answer }) => {
    const { client } = clientWith([keyAnswer, answer]);
    const reply = await client.putSecret({ place: repository, name: 'DEPLOY', value }, signal);
    expect(reply).toEqual({
      kind: 'unreadable',
      status: answer.status,
      why: 'that is not what GitHub says when the work is done (201 or 204, with JSON or nothing)',
    });
  });

  test.each(['.', '..', ''])("in the place '%s'", async (name) => {
    const { client } = clientWith([]);
    const place = { kind: 'repository', owner: 'octo', repository: name } as const;
    await expect(client.putSecret({ place, name: 'DEPLOY', value }, signal)).rejects.toThrow(RangeError);
  });
});
