import { describe, expect, test } from '@jest/globals';

import { type ContentCoding, beginsAsGzip, contentCodingOf } from '../../../src/http/inflate.js';

const plain: ContentCoding = { kind: 'plain' };
const gzip: ContentCoding = { kind: 'gzip' };
const foreign = (name: string): ContentCoding => ({ kind: 'foreign', name });

describe('contentCodingOf', () => {
  test.each<[string | undefined, ContentCoding]>([
    [undefined, plain],
    ['', plain],
    [' , ', plain],
    ['identity', plain],
    ['IDENTITY, identity', plain],
    ['gzip', gzip],
    ['GZip', gzip],
    [' x-gzip ', gzip],
    ['gzip, identity', gzip],
    ['br', foreign('br')],
    ['deflate', foreign('deflate')],
    ['ZSTD', foreign('zstd')],
    ['compress', foreign('compress')],
    ['gzip, gzip', foreign('gzip and gzip')],
    ['gzip,br', foreign('gzip and br')],
    ['deflate, gzip', foreign('deflate and gzip')],
    // Labels that storages and proxies put onto bodies that are plain.
    ['aws-chunked', plain],
    ['utf-8', plain],
    ['none', plain],
    ['aws-chunked, gzip', gzip],
    ['x'.repeat(10_000), plain],
    ['__proto__', plain],
  ])('%j', (header, want) => {
    expect(contentCodingOf(header)).toEqual(want);
  });
});

test.each([
  [[0x1f, 0x8b, 8], true],
  [[0x1f, 0x8b], true],
  [[0x1f], false],
  [[], false],
  [[...Buffer.from('{}')], false],
])('beginsAsGzip detects %j', (bytes, want) => {
  expect(beginsAsGzip(Buffer.from(bytes))).toBe(want);
});
