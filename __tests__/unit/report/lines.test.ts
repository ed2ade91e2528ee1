import { describe, expect, test } from '@jest/globals';

import type { FollowEvent } from '../../../src/follow/follow-event.js';
import { formatElapsed } from '../../../src/report/elapsed.js';
import { lineOf } from '../../../src/report/lines.js';

describe('formatElapsed', () => {
  test.each([
    { give: 0, want: '00:00' },
    { give: 4999, want: '00:04' },
    { give: 62_000, want: '01:02' },
    { give: 3_723_000, want: '1:02:03' },
  ])('writes $give milliseconds as $want', ({ give, want }) => {
    expect(formatElapsed(give)).toBe(want);
  });
});

describe('lineOf', () => {
  test.each<{ give: FollowEvent; want: string }>([
    {
      give: { kind: 'pipeline_changed', elapsedMs: 4000, status: 'running', known: true },
      want: '00:04  pipeline  running',
    },
    {
      give: { kind: 'pipeline_changed', elapsedMs: 4000, status: 'dream\n::error::ing', known: false },
      want: '00:04  pipeline  dream ::error::ing (a status this version does not know; taken as still running)',
    },
    {
      give: { kind: 'trouble_began', elapsedMs: 60_000, why: 'HTTP 502', patienceMs: 300_000 },
      want: '01:00  no news from GitLab (HTTP 502); trying again for up to 5m00s',
    },
    {
      give: { kind: 'trouble_ended', elapsedMs: 90_000, lastedMs: 30_000 },
      want: '01:30  GitLab answers again after 30s',
    },
  ])('says $give.kind as "$want"', ({ give, want }) => {
    expect(lineOf(give)).toBe(want);
  });
});
