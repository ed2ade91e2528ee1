import { inspect } from 'node:util';

import { describe, expect, test } from '@jest/globals';

import { AbortedError, RefusedError } from '../../../src/base/errors.js';
import { Secret } from '../../../src/base/secret.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import { redactedError } from '../../../src/library/call.js';

const token = '5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';
const masker = createMasker();
masker.mask(new Secret(token));
const hidden = `${token.slice(0, 20)}\u200b${token.slice(20)}`;

function shown(error: unknown): unknown {
  return redactedError(error, masker.redact);
}

describe('an error for the caller of the library', () => {
  test('contains no secret in any of its parts, its stack or its causes', () => {
    const cause = Object.assign(new Error(`inner ${token}`, { cause: new TypeError(hidden) }), {
      address: `${token}:443`,
    });
    const error = new RefusedError({
      code: 'forbidden',
      what: `what ${hidden}`,
      why: `why ${Buffer.from(`oauth2:${token}`).toString('base64')}\n  - two ${token}`,
      hint: `cure \u001b[0m${token.slice(0, 20)}\u001b[0m${token.slice(20)}`,
      cause,
    });
    const got = shown(error);
    expect(got).toBe(error);
    expect(error.parts).toMatchObject({ code: 'forbidden', what: 'what ***', hint: 'cure ***' });
    expect(error.parts.why).toMatch(/^why \S*\*\*\*\S*\n {2}- two \*\*\*$/);
    expect(error.message.split('\n')[0]).toBe('what *** [forbidden]');
    expect(error.stack).toContain('call.test');
    const all = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error);
    expect(all).toContain('inner ***');
    for (let at = 0; at + 8 <= token.length; at += 1) expect(all).not.toContain(token.slice(at, at + 8));
  });

  test('is unchanged without a secret', () => {
    const error = new RefusedError({ code: 'forbidden', what: 'one', why: 'two\n  - three', hint: 'four' });
    const { message, stack, parts } = error;
    shown(error);
    expect([error.message, error.stack, error.parts]).toEqual([message, stack, parts]);
  });

  test("keeps the reason of an abort, which is the caller's own", () => {
    const reason = { any: 'thing', token };
    const error = new AbortedError('AbortSignal', { cause: reason });
    expect((shown(error) as AbortedError).cause).toBe(reason);
  });

  test.each([undefined, null, 7, { a: 1 }])('may be no error at all: %j', (thrown) => {
    expect(shown(thrown)).toBe(thrown);
    expect(shown(token)).toBe('***');
  });

  test('survives a cycle of causes', () => {
    const error = new Error(token);
    error.cause = error;
    shown(error);
    expect(error.message).toBe('***');
  });
});
