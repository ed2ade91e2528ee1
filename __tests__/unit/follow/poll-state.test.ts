import { describe, expect, test } from '@jest/globals';

import type { UsualLength } from '../../../src/follow/history.js';
import { nextPollMs } from '../../../src/follow/poll-interval.js';
import { pollMomentOf } from '../../../src/follow/poll-state.js';
import type { Job } from '../../../src/model/pipeline.js';
import type { PipelineSnapshot } from '../../../src/model/snapshot.js';
import { pipelineWith } from '../../support/pipelines.js';

const startMs = Date.parse('2026-01-01T00:00:00Z');
const timeAt = (ms: number): string => new Date(startMs + ms).toISOString();
const known = { ageMs: 100_000, pollInterval: 'auto' } as const;

function jobWith(given: Partial<Job>): Job {
  return { id: 1, name: 'unit', stage: 'test', status: 'running', allowFailure: false, webUrl: '', ...given };
}

function snapshotWith(...jobs: readonly Partial<Job>[]): PipelineSnapshot {
  return {
    root: {
      pipeline: pipelineWith({ status: 'running', createdAt: timeAt(0) }),
      jobs: jobs.map((given) => ({ job: jobWith(given), attempt: 1, earlier: [] })),
      bridges: [],
    },
    unreadable: [],
  };
}

const length = (medianMs: number): UsualLength => ({
  medianMs,
  lowMs: medianMs * 0.8,
  highMs: medianMs * 1.25,
  samples: 2,
});

describe('pollMomentOf', () => {
  test.each([
    { name: 'before the first look', give: undefined },
    { name: 'where jobs may not be read', give: snapshotWith() },
  ])('returns nothing for jobs $name', ({ give }) => {
    expect(pollMomentOf(give, known)).toEqual(known);
  });

  test('takes the age of a job from GitLab, or from its start and the age of the pipeline', () => {
    const moment = pollMomentOf(
      snapshotWith({ durationSeconds: 7, startedAt: timeAt(0) }, { startedAt: timeAt(60_000) }),
      known,
    );
    expect(moment.work?.running.map(({ ageMs }) => ageMs)).toEqual([7000, 40_000]);
  });

  test('adds the jobs of later stages, the slowest of each stage, one stage after another', () => {
    const jobLengths = new Map(
      [10, 20, 30, 40].map((seconds) => [`job ${seconds}`, length(seconds * 1000)] as const),
    );
    const moment = pollMomentOf(
      snapshotWith(
        { name: 'job 10', durationSeconds: 1 },
        { name: 'job 20', stage: 'pack', status: 'created' },
        { name: 'job 30', stage: 'pack', status: 'created' },
        { name: 'job 40', stage: 'ship', status: 'created' },
      ),
      { ...known, jobLengths },
    );
    expect(moment.work).toMatchObject({
      running: [{ ageMs: 1000, length: length(10_000) }],
      later: { medianMs: 70_000, samples: 2 },
      known: true,
    });
  });

  test('includes a queued job of the running stage', () => {
    const { work } = pollMomentOf(snapshotWith({ durationSeconds: 5 }, { status: 'pending' }), known);
    expect(work?.running.map(({ ageMs }) => ageMs)).toEqual([5000, 0]);
    expect(work?.later).toBeUndefined();
  });

  test.each([
    { name: 'nothing follows a failed job', allowFailure: false, want: false },
    { name: 'a failure that is allowed changes nothing', allowFailure: true, want: true },
  ])('$name', ({ allowFailure, want }) => {
    const { work } = pollMomentOf(
      snapshotWith(
        { status: 'failed', allowFailure },
        { durationSeconds: 5 },
        { stage: 'ship', status: 'created' },
      ),
      known,
    );
    expect(work?.later !== undefined).toBe(want);
  });

  test('estimates an unknown job by others of its stage, else by the slowest job before', () => {
    const { work } = pollMomentOf(
      snapshotWith(
        { stage: 'build', status: 'success', durationSeconds: 90 },
        { stage: 'test', status: 'success', durationSeconds: 30 },
        { stage: 'test', durationSeconds: 5 },
        { stage: 'ship', status: 'created' },
      ),
      known,
    );
    expect(work).toMatchObject({
      running: [{ ageMs: 5000, length: { medianMs: 30_000 } }],
      later: { medianMs: 90_000 },
      known: false,
    });
  });

  test('includes a job with a status unknown to this version', () => {
    const { work } = pollMomentOf(snapshotWith({ status: 'meditating', durationSeconds: 3 }), known);
    expect(work?.running.map(({ ageMs }) => ageMs)).toEqual([3000]);
  });

  test.each([
    {
      name: 'all jobs have ended',
      give: [{ status: 'success', durationSeconds: 5, finishedAt: timeAt(99_000) }],
    },
    { name: 'all jobs wait', give: [{ status: 'created' }, { status: 'pending' }] },
    { name: 'a manual job holds it up', give: [{ status: 'manual' }] },
    { name: 'times are nonsense', give: [{ startedAt: 'soon' }, { status: 'success', finishedAt: 'later' }] },
    { name: 'durations are nonsense', give: [{ durationSeconds: NaN }, { durationSeconds: -4 }] },
  ])('gives a pause also when $name', ({ give }) => {
    const pause = nextPollMs(pollMomentOf(snapshotWith(...give), known), () => 0.5);
    expect(pause >= 1000 && pause <= 60_000).toBe(true);
  });
});
