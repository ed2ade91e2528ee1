import { describe, expect, test } from '@jest/globals';

import { artifactLine, formatBytes, formatRate } from '../../../src/report/artifacts.js';
import type { ArtifactEvent } from '../../../src/results/artifacts/plan.js';
import type { FoundJob } from '../../../src/results/find-job.js';

const found: FoundJob = {
  projectId: 42,
  path: ['images'],
  job: {
    id: 1,
    name: 'pack\n::x::',
    stage: 'b',
    status: 'success',
    allowFailure: false,
    webUrl: 'https://x',
  },
};

describe('the log line for artifacts', () => {
  test.each<{ give: ArtifactEvent; want: string; level?: 'warning' }>([
    {
      give: {
        kind: 'collected',
        found,
        folder: ['images', 'pack'],
        files: 1203,
        bytes: 1_600_000_000,
        downloadedBytes: 1_020_000_000,
        elapsedMs: 12_000,
      },
      want: '1203 files, 1.6 GB, in out/images/pack (1.0 GB downloaded in 12s, 85.0 MB/s)',
    },
    {
      give: {
        kind: 'collected',
        found,
        folder: ['pack'],
        files: 1,
        bytes: 1,
        downloadedBytes: 120,
        elapsedMs: 0,
      },
      want: '1 file, 1 bytes, in out/pack (120 bytes downloaded in 0s)',
    },
    {
      give: { kind: 'progress', found, progress: { bytes: 412e6, totalBytes: 1.02e9, elapsedMs: 10_000 } },
      want: '412 MB of 1.0 GB (40%), 41.2 MB/s',
    },
    {
      give: { kind: 'progress', found, progress: { bytes: 5000, totalBytes: undefined, elapsedMs: 10_000 } },
      want: '5.0 kB, 500 bytes/s',
    },
    {
      give: { kind: 'interrupted', found, why: 'the connection\nbroke', bytes: 412e6, delayMs: 2000 },
      want: 'the connection broke; going on after 412 MB in 2s',
    },
    {
      give: { kind: 'interrupted', found, why: 'GitLab answered 503', bytes: 0, delayMs: 2000 },
      want: 'GitLab answered 503; trying again in 2s',
    },
    {
      give: { kind: 'moved', found, folder: ['images', 'pack (2)'] },
      want: 'their folder is out/images/pack (2), because another job already uses the folder of that name',
    },
    {
      give: {
        kind: 'alike',
        found,
        pairs: [
          ['A', 'a'],
          ['B', 'b'],
          ['C', 'c'],
          ['D', 'd'],
        ],
      },
      want: 'one file each on Windows and macOS: "A" and "a", "B" and "b", "C" and "c" and 1 more',
      level: 'warning',
    },
    {
      give: { kind: 'links_left_out', found, names: ['l\u001b[31m'] },
      want: 'links that lead out of the folder, or that this system does not allow, were skipped: "l"',
      level: 'warning',
    },
  ])('$give.kind', ({ give, want, level }) => {
    expect(artifactLine(give, { into: 'out' })).toEqual({
      level: level ?? 'info',
      text: `artifacts of images › pack ::x::: ${want}`,
    });
  });

  test('names an optional one that is missing', () => {
    const failure = {
      code: 'artifact_missing',
      what: 'artifacts: x could not be downloaded',
      why: 'None.',
    } as const;

    expect(artifactLine({ kind: 'passed_over', failure }, { into: 'out' })).toEqual({
      level: 'info',
      text: 'artifacts: x could not be downloaded, which is optional: None.',
    });
  });
});

test.each([
  { give: 0, want: '0 bytes' },
  { give: 999, want: '999 bytes' },
  { give: 1000, want: '1.0 kB' },
  { give: 99_949, want: '99.9 kB' },
  { give: 99_950, want: '100 kB' },
  { give: 999_499, want: '999 kB' },
  { give: 999_500, want: '1.0 MB' },
  { give: 1.5e9, want: '1.5 GB' },
  { give: 5e15, want: '5000 TB' },
])('a size of $give bytes is $want', ({ give, want }) => {
  expect(formatBytes(give)).toBe(want);
});

test('a rate is shown only after some time', () => {
  expect([formatRate(1000, 0), formatRate(1000, 500)]).toEqual(['', '2.0 kB/s']);
});
