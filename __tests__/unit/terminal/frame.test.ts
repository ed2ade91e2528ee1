import { describe, expect, test } from '@jest/globals';

import type { RunEvent } from '../../../src/model/events.js';
import type { PipelineNode } from '../../../src/model/snapshot.js';
import { type FrameSpace, type LivePicture, liveFrame, pictureAfter } from '../../../src/terminal/frame.js';
import { textWidth } from '../../../src/base/text-width.js';
import { jobWith } from '../../support/pipelines.js';
import { bridgeOf, hostileTexts, nodeOf, snapshotOf } from '../report/support/snapshots.js';

const space: FrameSpace = { columns: 100, rows: 24, glyphs: 'unicode' };

function at(nowMs: number): { nowMs: number; redact: (text: string) => string } {
  return { nowMs, redact: (text) => text };
}

function pictureOf(root: PipelineNode, changes: Partial<LivePicture> = {}): LivePicture {
  const event: RunEvent = {
    kind: 'snapshot',
    elapsedMs: 60_000,
    snapshot: snapshotOf(root),
    remainingMs: 240_000,
  };
  const picture = pictureAfter(undefined, event, at(100_000));
  if (picture === undefined) throw new Error('no picture');
  return { ...picture, ...changes };
}

function textOf(picture: LivePicture, changes: Partial<FrameSpace> = {}, nowMs = 100_000): string {
  return liveFrame(picture, { ...space, ...changes }, nowMs)
    .map(({ text }) => text)
    .join('\n');
}

const small = nodeOf({
  pipeline: { id: 257, status: 'running' },
  jobs: [
    jobWith({ id: 1, name: 'compile', stage: 'build', status: 'success', durationSeconds: 43 }),
    jobWith({
      id: 2,
      name: 'unit',
      stage: 'test',
      status: 'failed',
      durationSeconds: 15,
      failureReason: 'script_failure',
    }),
    jobWith({ id: 3, name: 'lint', stage: 'test', status: 'failed', allowFailure: true, durationSeconds: 1 }),
    jobWith({ id: 4, name: 'soak', stage: 'test', status: 'running', durationSeconds: 10 }),
    jobWith({ id: 5, name: 'publish', stage: 'deploy', status: 'created' }),
    jobWith({ id: 6, name: 'announce', stage: 'deploy', status: 'skipped' }),
  ],
  bridges: [
    bridgeOf(
      jobWith({ id: 7, name: 'smoke', stage: 'test', status: 'running' }),
      nodeOf({ jobs: [jobWith({ id: 8, name: 'api', stage: 'check', status: 'pending' })] }),
    ),
  ],
});

function crowd(jobs: number, stages: number): PipelineNode {
  return nodeOf({
    pipeline: { id: 257, status: 'running' },
    jobs: Array.from({ length: jobs }, (_, index) =>
      jobWith({
        id: index + 1,
        name: `job ${index}`,
        stage: `stage ${index % stages}`,
        status: index % 400 === 7 ? 'failed' : index % 300 === 5 ? 'running' : 'success',
      }),
    ),
  });
}

describe('liveFrame', () => {
  test('shows the tree by stages, with the running jobs and their times', () => {
    expect(textOf(pictureOf(small), {}, 102_000)).toBe(
      [
        '⠋ Pipeline 257 running  01:02  about 4 min left',
        ' build',
        '   ✓ compile                                00:43',
        ' test',
        '   ✗ unit                                   00:15  script_failure',
        '   ! lint                                   00:01',
        '   ⠋ soak                                   00:12',
        '   ⠋ smoke                                  00:02',
        ' deploy',
        '   · publish',
        '   - announce                                      skipped',
        ' smoke › check',
        '   · api',
        ' 8 jobs: 1 failed, 1 failed as allowed, 2 running, 1 passed, 2 waiting, 1 not run',
      ]
        .join('\n')
        .replaceAll('⠋', textOf(pictureOf(small), {}, 102_000).charAt(0)),
    );
  });

  test('is plain ASCII if nothing else can be shown', () => {
    expect(
      textOf(pictureOf(nodeOf({ jobs: small.jobs.map(({ job }) => job) })), { glyphs: 'ascii' }),
    ).toMatch(/^[\u0020-\u007e\n]*$/);
  });

  test('shows that GitLab does not answer', () => {
    expect(textOf(pictureOf(small, { failure: 'HTTP 503' }))).toContain(
      'no complete answer from GitLab: HTTP 503',
    );
  });

  test.each([
    { jobs: 40, stages: 3, rows: 24 },
    { jobs: 2000, stages: 4, rows: 24 },
    { jobs: 2000, stages: 4, rows: 10 },
    { jobs: 2000, stages: 300, rows: 24 },
    { jobs: 5, stages: 5, rows: 3 },
    { jobs: 5, stages: 5, rows: 1 },
  ])('fits $jobs jobs of $stages stages into $rows rows', ({ jobs, stages, rows }) => {
    const lines = textOf(pictureOf(crowd(jobs, stages)), { rows }).split('\n');
    expect(lines.length).toBeLessThanOrEqual(Math.max(1, rows - 2));
  });

  test('names what failed and what runs if not everything fits', () => {
    const text = textOf(pictureOf(crowd(2000, 4)));
    expect(text).toContain(' stage 3          500 jobs: 5 failed');
    expect(text).toContain('✗ job 7\n');
    expect(text).toMatch(/ job 305 /);
    expect(text).toContain(' 2000 jobs: 5 failed, 7 running, 1988 passed');
  });

  test.each(hostileTexts)('keeps %j on its line, in its width, without commands to the terminal', (name) => {
    const root = nodeOf({
      jobs: [jobWith({ id: 1, name, stage: name, status: 'failed', failureReason: name })],
      bridges: [
        bridgeOf(jobWith({ id: 2, name, stage: name }), nodeOf({ jobs: [jobWith({ id: 3, name })] })),
      ],
    });
    for (const columns of [80, 20, 2]) {
      const frame = liveFrame(pictureOf(root, { failure: name }), { ...space, columns }, 100_000);
      for (const { text } of frame) {
        expect(textWidth(text)).toBeLessThan(columns);
        expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }
    }
  });
});

describe('the live frame with long names', () => {
  const long = ['a', 'b'].map(
    (part) => `deploy-eu-west-to-production-with-everything-behind-a-canary: [${part}, blue]`,
  );
  const wide = ['unit', ...long, '日本語の長い名前のジョブの名前の続き', '\u202e' + 'e\u0301'.repeat(99)];
  const jobs = wide.map((name, index) =>
    jobWith({
      id: index + 1,
      name,
      stage: 'test',
      status: 'failed',
      durationSeconds: 62,
      failureReason: 'why',
    }),
  );

  test.each([30, 40, 80, 120, 250])('stays a table in %i columns', (columns) => {
    const frame = liveFrame(pictureOf(nodeOf({ jobs })), { ...space, columns }, 100_000);
    const lines = frame.map(({ text }) => text).filter((text) => text.includes('✗'));
    const places = lines.map((line) => textWidth(line.slice(0, line.indexOf('01:02'))));
    expect(lines).toHaveLength(wide.length);
    expect(new Set(places).size).toBe(1);
    expect(new Set(lines).size).toBe(wide.length);
    for (const line of lines) expect(textWidth(line)).toBeLessThan(columns);
  });

  test('keeps heads and tails, and shows as much of names as fits', () => {
    const text = textOf(pictureOf(nodeOf({ jobs })), { columns: 120 });
    expect(text).toContain('deploy-eu-west-to-production-…thing-behind-a-canary: [a, blue]'.slice(0, 29));
    expect(text).toContain('-canary: [b, blue]');
    expect(text).toMatch(/ why$/m);
  });

  test('distinguishes summarized stages, in columns', () => {
    const stages = ['one', 'two'].map((word) => `a-stage-with-a-name-that-is-${word}-of-the-longest-of-all`);
    const crowded = Array.from({ length: 200 }, (_, index) =>
      jobWith({ id: index + 1, name: `job ${index}`, stage: stages[index % 2] ?? '' }),
    );
    for (const columns of [40, 60, 120]) {
      const frame = liveFrame(pictureOf(nodeOf({ jobs: crowded })), { ...space, columns }, 100_000);
      const lines = frame.map(({ text }) => text).filter((text) => text.startsWith(' a-'));
      expect(lines).toHaveLength(2);
      expect(new Set(lines.map((line) => line.indexOf('100 jobs'))).size).toBe(1);
      expect(new Set(lines).size).toBe(2);
    }
  });
});

describe('pictureAfter', () => {
  const picture = pictureOf(small);

  test('shows an outage from its start to its end', () => {
    const began = pictureAfter(
      picture,
      { kind: 'poll_failed', elapsedMs: 1, why: '503', retryTimeoutMs: 1 },
      at(1),
    );
    expect(began?.failure).toBe('503');
    const ended: RunEvent = { kind: 'poll_recovered', elapsedMs: 1, lastedMs: 1 };
    expect(pictureAfter(began, ended, at(1))?.failure).toBeUndefined();
  });

  test('shows nothing before the first poll, and at the end', () => {
    expect(
      pictureAfter(undefined, { kind: 'partial_data', elapsedMs: 1, unreadablePart: '' }, at(1)),
    ).toBeUndefined();
    const verdict = {
      outcome: 'success',
      pipeline: small.pipeline,
      snapshot: undefined,
      elapsedMs: 1,
    } as const;
    expect(pictureAfter(picture, { kind: 'ended', elapsedMs: 1, verdict }, at(1))).toBeUndefined();
  });
});
