import { inspect } from 'node:util';

import { describe, expect, test } from '@jest/globals';

import { AbortedError, RefusedError } from '../../../src/base/errors.js';
import { Secret } from '../../../src/base/secret.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import { TransportFault } from '../../../src/http/transport.js';
import { redactedError } from '../../../src/library/redacted-error.js';
import { everythingIn, piecesReadIn } from '../../support/everything-in.js';

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
    expect(error.stack).toContain('redacted-error.test');
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
    expect(shown(error)).toMatchObject({ message: '***' });
    const own = new RefusedError({ code: 'forbidden', what: token, cause: error });
    error.cause = own;
    shown(own);
    expect(piecesReadIn(own, token)).toEqual([]);
  });
});

describe('what an error carries besides its words', () => {
  const bytes = Buffer.from(`private-token: ${token}`);
  const request = { headers: { 'private-token': token }, path: `/${token}` };

  class WithMembers extends Error {}
  Object.defineProperty(WithMembers.prototype, 'request', { value: request, enumerable: true });

  const carriers: { name: string; carrier: unknown }[] = [
    { name: 'bytes', carrier: Object.assign(new Error('one'), { rawPacket: bytes }) },
    { name: 'other bytes', carrier: Object.assign(new Error('one'), { raw: new Uint16Array(bytes).buffer }) },
    {
      name: 'bytes in UTF-16',
      carrier: Object.assign(new Error('one'), { raw: Buffer.from(token, 'utf16le') }),
    },
    { name: 'objects', carrier: Object.assign(new Error('one'), { config: { request } }) },
    { name: 'lists', carrier: Object.assign(new Error('one'), { lines: [[token]] }) },
    {
      name: 'maps',
      carrier: Object.assign(new Error('one'), { headers: new Map([[token, new Set([token])]]) }),
    },
    {
      name: 'hidden members',
      carrier: Object.defineProperty(new Error('one'), 'secret', { value: request }),
    },
    {
      name: 'symbols',
      carrier: Object.assign(new Error('one'), { [Symbol('s')]: request, [Symbol(token)]: 1 }),
    },
    { name: 'names of members', carrier: Object.assign(new Error('one'), { [token]: 1 }) },
    { name: 'inherited members', carrier: new WithMembers('one') },
    { name: 'the name', carrier: Object.assign(new Error('one'), { name: token, code: `E_${token}` }) },
    {
      name: 'the causes of parts',
      carrier: new AggregateError([new Error(token, { cause: request })], 'one'),
    },
    { name: 'parts that are no errors', carrier: new AggregateError([request, token, bytes], 'one') },
    { name: 'the fault of a request', carrier: faultWith(Object.assign(new Error('one'), { bytes })) },
    { name: 'an error that is none', carrier: { message: 'one', config: request } },
    { name: 'no error', carrier: request },
    { name: 'a text', carrier: token },
    { name: 'a function', carrier: Object.assign(() => token, { request }) },
  ];

  function faultWith(cause: unknown): TransportFault {
    const fault = new TransportFault({ kind: 'reset', reached: 'maybe', message: `of ${token}`, cause });
    return Object.assign(fault, { bytes, request });
  }

  test.each(carriers)('is no part of a cause: $name', ({ carrier }) => {
    const error = new RefusedError({ code: 'forbidden', what: 'what', cause: carrier });
    shown(error);
    expect(piecesReadIn(error, token)).toEqual([]);
    const deep = new Error('outer', { cause: new AggregateError([new Error('in', { cause: carrier })]) });
    expect(piecesReadIn(shown(deep), token)).toEqual([]);
  });

  test('is no part of our own error either', () => {
    const error = new RefusedError({ code: 'forbidden', what: 'what' });
    shown(Object.assign(error, { bytes, request, note: token, tries: 3 }));
    expect(piecesReadIn(error, token)).toEqual([]);
    expect(error).toMatchObject({ note: '***', tries: 3, exitCode: 3, code: 'forbidden' });
  });

  test('is told by the words of the causes, which stay', () => {
    const inner = Object.assign(new TypeError('inner'), { code: 'HPE_INVALID_CONSTANT' });
    const error = shown(new Error('outer', { cause: new AggregateError([inner], 'several') })) as Error;
    expect(error).toBeInstanceOf(Error);
    expect(error.cause).toMatchObject({ name: 'AggregateError', message: 'several' });
    expect((error.cause as AggregateError).errors).toEqual([
      expect.objectContaining({ name: 'TypeError', message: 'inner', code: 'HPE_INVALID_CONSTANT' }),
    ]);
    expect(everythingIn(error)).toContain('redacted-error.test');
  });

  test('is bounded, however many causes refer to each other', () => {
    const errors: unknown[] = [];
    const root = new AggregateError(errors, 'root');
    for (let at = 0; at < 20; at += 1) errors.push(new AggregateError(errors, `e${at}`, { cause: root }));
    expect(everythingIn(shown(root)).length).toBeLessThan(1_000_000);
  });
});
