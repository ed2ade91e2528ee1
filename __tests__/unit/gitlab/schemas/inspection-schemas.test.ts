import { describe, expect, test } from '@jest/globals';

import {
  readLint,
  readOwnToken,
  readRef,
  readVersion,
} from '../../../../src/gitlab/schemas/inspection-schemas.js';

test('readVersion takes the version and nothing else', () => {
  expect(readVersion({ version: '19.1.0-ee', revision: 'abc' })).toEqual({
    kind: 'ok',
    value: { version: '19.1.0-ee' },
  });
  expect(readVersion({ version: 19 })).toEqual({
    kind: 'unfit',
    why: 'missing or of another type: version',
  });
});

describe('readOwnToken', () => {
  test.each([
    {
      name: 'reads all that we know',
      give: { id: 1, scopes: ['api'], active: true, revoked: false, expires_at: '2026-12-31' },
      want: { scopes: ['api'], active: true, expiresAt: '2026-12-31' },
    },
    { name: 'can do without the rest', give: { scopes: [], expires_at: null }, want: { scopes: [] } },
  ])('$name', ({ give, want }) => {
    expect(readOwnToken(give)).toEqual({ kind: 'ok', value: want });
  });

  test.each([{}, { scopes: 'api' }, { scopes: [1] }, []])('refuses %j', (body) => {
    expect(readOwnToken(body)).toMatchObject({ kind: 'unfit' });
  });
});

describe('readRef', () => {
  test('reads a branch', () => {
    expect(
      readRef({
        name: 'main',
        commit: { id: 'a1', title: 'x' },
        protected: true,
        can_push: false,
        developers_can_push: true,
        developers_can_merge: false,
      }),
    ).toEqual({
      kind: 'ok',
      value: {
        name: 'main',
        sha: 'a1',
        isProtected: true,
        canPush: false,
        developersCanPush: true,
        developersCanMerge: false,
      },
    });
  });

  test('reads a tag, whose commit may be missing', () => {
    expect(readRef({ name: 'v1', commit: null, protected: 'yes' })).toEqual({
      kind: 'ok',
      value: { name: 'v1' },
    });
  });
});

describe('readLint', () => {
  test.each([
    {
      give: { valid: true, errors: [], warnings: ['w'], merged_yaml: '---\n', includes: [] },
      want: { valid: true, errors: [], warnings: ['w'], mergedYaml: '---\n' },
    },
    {
      give: { valid: false, errors: ['e'], warnings: null, merged_yaml: null },
      want: { valid: false, errors: ['e'], warnings: [] },
    },
  ])('reads $give', ({ give, want }) => {
    expect(readLint(give)).toEqual({ kind: 'ok', value: want });
  });

  test('refuses a response that does not say whether it is valid', () => {
    expect(readLint({ status: 'valid' })).toEqual({
      kind: 'unfit',
      why: 'missing or of another type: valid',
    });
  });
});
