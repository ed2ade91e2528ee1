import { describe, expect, test } from '@jest/globals';

import {
  type TokenKind,
  tokenKindOf,
  tokenStartOf,
  tokensIn,
  withoutTokens,
} from '../../../src/base/text.js';

describe('tokenKindOf', () => {
  const cases: readonly { give: string; want: TokenKind | undefined }[] = [
    { give: 'glptt-0123456789abcdef0123456789abcdef01234567', want: 'trigger' },
    { give: 'SIE-glptt-0123456789abcdef', want: 'trigger' },
    { give: 'my-org-glpat-abcdefgh', want: 'access' },
    { give: 'glpat-abcdefgh', want: 'access' },
    { give: 'glcbt-64_abcdefgh', want: 'job' },
    { give: 'gldt-abcdefgh', want: 'deploy' },
    { give: 'glrt-abcdefgh', want: 'runner' },
    { give: 'glrtr-abcdefgh', want: 'runner' },
    { give: 'glrct-abcdefgh', want: 'runner_controller' },
    { give: `glcbt-eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(8000)}.c2ln`, want: 'job' },
    { give: 'corp-glcbt-eyJhbGciOiJSUzI1NiJ9.e30.c2ln', want: 'job' },
    { give: 'glagent-abcdefgh', want: 'agent' },
    { give: 'glffct-abcdefgh', want: 'feature_flag' },
    { give: 'ghs_abcdefgh', want: 'github' },
    { give: 'github_pat_abcdefgh', want: 'github' },
    { give: '9fceb02a3e5d4f5d8a1b', want: undefined },
    { give: 'glxyz-abcdefgh', want: undefined },
    { give: 'glptt-', want: undefined },
    { give: 'GLPTT-abcdefgh', want: undefined },
    { give: '', want: undefined },
  ];
  test.each(cases)('returns $want for $give', ({ give, want }) => {
    expect(tokenKindOf(give)).toBe(want);
  });
});

describe('tokensIn', () => {
  test('finds every token with a known prefix inside a text', () => {
    expect(tokensIn('x=glpat-aaaaaaaaaaaa&y=SIE-glptt-bbbbbbbbbb ghp_cccccccccc glxyz-dddddddddd')).toEqual([
      'glpat-aaaaaaaaaaaa',
      'glptt-bbbbbbbbbb',
      'ghp_cccccccccc',
    ]);
  });

  test('finds nothing in ordinary text', () => {
    expect(tokensIn('glad-to-see you at group/app, ref main')).toEqual([]);
  });
});

describe('tokenStartOf', () => {
  test.each([
    { give: 'glptt-5f0c1d2e3b4a', want: { start: '5f0c', whole: true } },
    { give: 'SIE-glptt-5f0c1d2e3b4a', want: { start: '5f0c', whole: true } },
    { give: '6d056f63e50fe6f8c5f8f4aa10edb7', want: { start: '6d05', whole: true } },
    { give: 'a-custom-one', want: { start: 'a-cu', whole: true } },
    { give: '5f0c', want: { start: '5f0c', whole: false } },
    { give: 'glptt-5f0c', want: { start: '5f0c', whole: false } },
    { give: 'glptt-Ab_-0123456789abcdef', want: { start: 'Ab_-', whole: true } },
    // What GitLab shows of every token that has an instance's own prefix.
    { give: '-glp', want: { start: undefined, whole: false } },
    { give: 'glp-', want: { start: 'glp-', whole: false } },
    { give: 'SIE-glptt--glp0123456789', want: { start: '-glp', whole: true } },
  ])('reads $give', ({ give, want }) => {
    expect(tokenStartOf(give)).toEqual(want);
  });
});

describe('withoutTokens', () => {
  test('removes every piece that has the shape of a token, each time', () => {
    const token = 'glptt-5f0c1d2e3b4a';
    expect(withoutTokens(`a ${token}, glpat-Qw3rTy7uIoP9 and ${token}; glptt is a prefix`)).toBe(
      'a ***, *** and ***; glptt is a prefix',
    );
  });

  test.each(['', 'corp-'])('removes a current job token completely, with the prefix %j', (prefix) => {
    const parts = ['eyJhbGciOiJSUzI1NiJ9', 'eyJ_'.repeat(1500), 'c2lnbmF0dXJl'.repeat(90)];
    expect(withoutTokens(`given ${prefix}glcbt-${parts.join('.')} here`)).toBe(`given ${prefix}*** here`);
  });
});
