import { describe, expect, test } from '@jest/globals';

import { crc32 } from '../../../src/base/crc32.js';

describe('the checksum of zip archives', () => {
  test.each([
    { give: '', want: 0 },
    { give: '123456789', want: 0xcbf43926 },
    { give: 'The quick brown fox jumps over the lazy dog', want: 0x414fa339 },
  ])('of $give', ({ give, want }) => {
    expect(crc32(Buffer.from(give))).toBe(want);
  });

  test('goes on from an earlier piece', () => {
    expect(crc32(Buffer.from('56789'), crc32(Buffer.from('1234')))).toBe(0xcbf43926);
  });
});
