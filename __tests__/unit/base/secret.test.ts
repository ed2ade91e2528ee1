import { inspect } from 'node:util';

import { expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';

test.each([
  { name: 'string conversion', show: (secret: Secret) => String(secret) },
  { name: 'a template', show: (secret: Secret) => secret.toString() },
  { name: 'JSON', show: (secret: Secret) => JSON.stringify({ secret }) },
  { name: 'util.inspect', show: (secret: Secret) => inspect({ secret }, { showHidden: true, depth: 9 }) },
  { name: 'its keys', show: (secret: Secret) => JSON.stringify(Object.entries(secret)) },
])('a secret is not visible through $name', ({ show }) => {
  expect(show(new Secret('glptt-planted'))).not.toContain('planted');
});

test('a secret returns its text only through reveal', () => {
  expect(new Secret('glptt-planted').reveal()).toBe('glptt-planted');
});
