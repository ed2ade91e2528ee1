import { inspect } from 'node:util';

import { expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';

test.each([
  { name: 'string conversion', show: (secret: Secret) => String(secret) },
  { name: 'a template', show: (secret: Secret) => secret.toString() },
  { name: 'JSON', show: (secret: Secret) => JSON.stringify({ secret }) },
  { name: 'util.inspect', show: (secret: Secret) => inspect({ secret }, { showHidden: true, depth: 9 }) },
  { name: 'its keys', show: (secret: Secret) => JSON.stringify(Object.entries(secret)) },
])('a secret does not show through $name', ({ show }) => {
  expect(show(new Secret('glptt-planted'))).not.toContain('planted');
});

test('a secret gives its text only when asked to reveal it', () => {
  expect(new Secret('glptt-planted').reveal()).toBe('glptt-planted');
});
