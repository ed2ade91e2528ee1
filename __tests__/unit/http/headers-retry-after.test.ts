import { describe, expect, test } from '@jest/globals';

import { parseHttpDate, parseRateLimitReset, parseRetryAfter } from '../../../src/http/headers.js';

const serverTimeMs = Date.UTC(2026, 10, 21, 12, 0, 0);

describe('parseRetryAfter', () => {
  const cases: { give: string; want: number | undefined }[] = [
    { give: '0', want: 0 },
    { give: '120', want: 120_000 },
    { give: ' 7 ', want: 7000 },
    { give: 'Sat, 21 Nov 2026 12:01:30 GMT', want: 90_000 },
    { give: 'Sat, 21 Nov 2026 11:59:00 GMT', want: 0 },
    { give: '', want: undefined },
    { give: '-1', want: undefined },
    { give: '1.5', want: undefined },
    { give: '9999999999', want: undefined },
    { give: 'soon', want: undefined },
    { give: 'Sat, nonsense', want: undefined },
    { give: '2026-11-21', want: undefined },
  ];

  test.each(cases)('reads "$give" as $want ms', ({ give, want }) => {
    expect(parseRetryAfter(give, serverTimeMs)).toBe(want);
  });
});

describe('parseRateLimitReset', () => {
  const seconds = serverTimeMs / 1000;
  const cases: { give: string; want: number | undefined }[] = [
    { give: String(seconds + 42), want: 42_000 },
    { give: String(seconds - 42), want: 0 },
    { give: '42', want: undefined },
    { give: '', want: undefined },
    { give: 'Sat, 21 Nov 2026 12:01:30 GMT', want: undefined },
  ];

  test.each(cases)('reads "$give" as $want ms from now', ({ give, want }) => {
    expect(parseRateLimitReset(give, serverTimeMs)).toBe(want);
  });
});

describe('parseHttpDate', () => {
  const cases: { give: string; want: number | undefined }[] = [
    { give: 'Sat, 21 Nov 2026 12:00:00 GMT', want: serverTimeMs },
    { give: 'Saturday, 21-Nov-26 12:00:00 GMT', want: serverTimeMs },
    { give: '2', want: undefined },
    { give: '', want: undefined },
    { give: 'Sat, 99 Nov 2026 12:00:00 GMT', want: undefined },
  ];

  test.each(cases)('reads "$give"', ({ give, want }) => {
    expect(parseHttpDate(give)).toBe(want);
  });
});
