import { describe, expect, test } from '@jest/globals';

import { triggerTable } from '../../../src/inputs/commands/trigger.js';
import { namedSecrets } from '../../../src/inputs/secrets.js';
import { sourceOf } from './input-sources.js';

const place = {
  gitlab_url: 'https://oauth2:s3cretpass@git.corp.example:8443/gitlab',
  project_id: 'platform/deploy-tools',
  ref: 'refs/heads/release/2026-10',
};

function secretsOf(headers: string): readonly string[] {
  const secrets = namedSecrets(sourceOf({ ...place, request_headers: headers }), triggerTable);
  return secrets.filter(({ origin }) => origin !== 'gitlab_url').map(({ secret }) => secret.reveal().trim());
}

describe('the value of a header is no secret', () => {
  test.each([
    'X-Forwarded-Proto: https',
    'X-Scheme: http',
    'X-Whatever: https',
    'X-Api: https://git.corp.example:8443',
    'X-Api: https://git.corp.example:8443/gitlab/',
    'X-Host: git.corp.example',
    'X-Short: corp',
    'X-Project: platform',
    'X-Project: platform/deploy-tools',
    'X-Tool: deploy',
    'X-Ref: release/2026-10',
    'X-Branch: RELEASE',
    'X-Flag: true',
    'X-Count: 12345',
    'X-Type: application/json',
    'Accept: application/json; charset=utf-8',
    'Accept-Language: de-DE,de;q=0.9',
    'User-Agent: my-deployment-tool/1.2 (linux; x64)',
    'X-Forwarded-Host: somewhere.else.example',
    'X-Forwarded-For: 10.11.12.13, 10.11.12.14',
    'Forwarded: for=10.11.12.13;proto=https;host=other.example',
    'Origin: https://other.example',
    'Cache-Control: no-cache',
  ])('in a case such as %s', (header) => {
    expect(secretsOf(header)).toEqual([]);
  });
});

describe('the value of a header is a secret', () => {
  test.each([
    { name: 'holds a key', header: 'X-Api-Key: hunter2hunter2', want: ['hunter2hunter2'] },
    { name: 'is a word of nobody', header: 'X-Gate: opensesame', want: ['opensesame'] },
    {
      name: 'begins with a word of the address',
      header: 'X-Gate: corp-opensesame',
      want: ['corp-opensesame'],
    },
    { name: 'is a long number', header: 'X-Pin: 4821337748213377', want: ['4821337748213377'] },
    { name: 'is the password of the address', header: 'X-Gate: s3cretpass', want: ['s3cretpass'] },
    {
      name: 'has an ordinary name and a key for a value',
      header: 'User-Agent: tool/1.0 aB3dE5gH7jK9mN1pQ3',
      want: ['tool/1.0 aB3dE5gH7jK9mN1pQ3'],
    },
    {
      name: 'is a password in base64',
      header: `Authorization: Basic ${Buffer.from('gate:opensesame').toString('base64')}`,
      want: [
        `Basic ${Buffer.from('gate:opensesame').toString('base64')}`,
        Buffer.from('gate:opensesame').toString('base64'),
        'gate:opensesame',
        'opensesame',
      ],
    },
    {
      name: 'is a cookie among others',
      header: 'Cookie: lang=en; session=opensesame; theme=dark',
      want: ['lang=en; session=opensesame; theme=dark', 'opensesame'],
    },
    {
      name: 'has the shape of a token, whatever it is called',
      header: 'Host: glptt-0123456789abcdef',
      want: ['glptt-0123456789abcdef'],
    },
  ])('if it has $name', ({ header, want }) => {
    expect([...new Set(secretsOf(header))]).toEqual(want);
  });

  test('and is recognized by its name', () => {
    const named = namedSecrets(
      sourceOf({
        token: 't-1234',
        gitlab_url: 'https://x/?k=hunter2',
        request_headers: 'X-Gate: opensesame',
      }),
      triggerTable,
    );
    expect(named.map(({ secret, origin }) => `${origin}: ${secret.reveal().trim()}`)).toEqual([
      'gitlab_url: hunter2',
      'token: t-1234',
      'request_headers (X-Gate): opensesame',
      'request_headers (X-Gate): opensesame',
    ]);
  });
});

test('an ordinary word in the query of a URL is no secret', () => {
  const secrets = namedSecrets(
    sourceOf({ gitlab_url: 'https://git.corp.example/?ref=main&wait=true&n=12345&key=hunter2', ref: 'main' }),
    triggerTable,
  );
  expect(secrets.map(({ secret }) => secret.reveal())).toEqual(['hunter2']);
});
