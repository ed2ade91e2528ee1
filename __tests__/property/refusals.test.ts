import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { AppError } from '../../src/base/errors.js';
import { readRefusal } from '../../src/gitlab/responses/error-body.js';
import { describeRefusal } from '../../src/gitlab/responses/explain.js';
import { type Refusal, readServerHints } from '../../src/gitlab/responses/reply.js';
import { readStart } from '../../src/trigger/read-response.js';
import { unfiniteIn } from './support/answering-client.js';
import { spoiledJson } from './support/foreign-json.js';
import { repeatedPieces } from '../support/repeated-pieces.js';
import { anyCharacter } from '../support/any-character.js';
import { anyWebUrl } from './support/any-web-url.js';

const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ unit: anyCharacter }).map((text) => Buffer.from(text)),
  spoiledJson({ message: { base: ['Reference not found'], ref: ['a', { b: ['c'] }] } }).map((text) =>
    Buffer.from(text),
  ),
  spoiledJson({ error: 'insufficient_scope', error_description: 'The request', scope: 'api' }).map((text) =>
    Buffer.from(text),
  ),
  fc
    .array(
      fc.constantFrom(
        '<html>',
        '<title>',
        '</title',
        '<script>',
        '<head',
        '&#x110000;',
        '&amp;',
        '\u001b]',
        'x',
        '<',
      ),
    )
    .map((pieces) => Buffer.from(`<html>${pieces.join('')}`)),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'location',
    'date',
    'retry-after',
    'ratelimit-reset',
    'x-request-id',
    '__proto__',
  ),
  fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.constantFrom(
      'text/html',
      'application/json',
      '999999999',
      '9999999999',
      '-5',
      'Tue, 14 May 2024 11:19:20 GMT',
    ),
    fc.constantFrom('Tue, 99 Foo 99999 99:99:99', 'Sat, 13 Sep 275760 00:00:00 GMT'),
    anyWebUrl(['query', 'fragment']),
  ),
);

const context = {
  via: 'trigger_token',
  project: { kind: 'path', path: 'group/app' },
  ref: 'main',
  gitlabUrl: 'https://x.test',
} as const;

function refusalOf(status: number, given: Record<string, string>, bytes: Buffer): Refusal {
  const hints = readServerHints({ status, headers: given, localTimeMs: 1_715_685_560_000 });
  return readRefusal({ status, headers: given, body: bytes, hints });
}

describe('a response that is no success', () => {
  test('is reduced to a few short clean lines, whatever it contains', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), headers, body, (status, given, bytes) => {
        const refusal = refusalOf(status, given, bytes);
        expect(refusal.texts.length).toBeLessThanOrEqual(10);
        for (const line of [...refusal.texts, refusal.location ?? '-', refusal.oauthError ?? '-']) {
          expect(Array.from(line).length).toBeLessThanOrEqual(500);
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
        }
        expect(unfiniteIn(refusal)).toEqual([]);
        expect(refusal.hints.retryAfterMs ?? 0).toBeGreaterThanOrEqual(0);
        const { code, why, hint } = describeRefusal(refusal);
        expect([code, why, hint].filter((part) => part === '')).toEqual([]);

        const reading = readStart({ kind: 'refused', refusal }, context);
        if (reading.kind === 'started') throw new Error('a refusal has started something');
        expect(reading.error).toBeInstanceOf(AppError);
        // Only a throttle, and a maintenance that refuses before any work, may be answered with the same
        // request again.
        if (reading.kind === 'not_done') expect([429, 503]).toContain(status);
      }),
      { numRuns: 500 },
    );
  });

  test('does not show the query, the fragment and the user of a redirect', () => {
    fc.assert(
      fc.property(anyWebUrl(), fc.constantFrom('?', '#', '/x?a=1&', '@'), (url, mark) => {
        const target = mark === '@' ? url.replace('://', '://me:TOPSECRET@') : `${url}${mark}TOPSECRET`;
        for (const location of [
          target,
          target.replace(/^https?:/, ''),
          '/in?x=TOPSECRET',
          'http://me:TOPSECRET@[x/y',
        ]) {
          expect(JSON.stringify(refusalOf(302, { location }, Buffer.alloc(0)))).not.toContain('TOPSECRET');
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(repeatedPieces)('that repeats %j for a megabyte is read', (piece) => {
    const long = piece.repeat(Math.floor(1_000_000 / piece.length));
    const texts = [long, `<html>${long}`, JSON.stringify({ message: long, error: [long, { base: long }] })];
    const statuses = texts.map((bytes) => refusalOf(403, {}, Buffer.from(bytes)).status);
    expect(statuses).toEqual([403, 403, 403]);
  });
});
