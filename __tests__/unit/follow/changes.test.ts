import { describe, expect, test } from '@jest/globals';

import { changesBetween } from '../../../src/follow/changes.js';
import type { Job } from '../../../src/model/pipeline.js';
import type { PipelineSnapshot } from '../../../src/model/snapshot.js';
import { jobWith, pipelineWith } from '../../support/pipelines.js';

function snapshotWith(
  status: string,
  jobs: readonly (Partial<Job> & { readonly attempt?: number })[],
): PipelineSnapshot {
  return {
    root: {
      pipeline: pipelineWith({ status }),
      jobs: jobs.map(({ attempt = 1, ...job }) => ({ job: jobWith(job), attempt, earlier: [] })),
      bridges: [],
    },
    unreadable: [],
  };
}

/** The changes in short: what it is about, and the new status. */
function shortOf(before: PipelineSnapshot | undefined, after: PipelineSnapshot): readonly string[] {
  return changesBetween(before, after, 1000).map((event) => {
    if (event.kind === 'job_changed') return `${event.job.name}#${event.attempt} ${event.job.status}`;
    return event.kind === 'pipeline_changed' ? `pipeline ${event.pipeline.status}` : event.kind;
  });
}

describe('changesBetween', () => {
  test('reports nothing if nothing has changed', () => {
    const snapshot = snapshotWith('running', [{ status: 'running' }]);
    expect(shortOf(snapshot, snapshot)).toEqual([]);
  });

  test('reports everything at the first poll except waiting jobs', () => {
    const after = snapshotWith('running', [
      { name: 'a', status: 'running' },
      { name: 'b', status: 'created' },
      { name: 'c', status: 'pending' },
      { name: 'd', status: 'success' },
    ]);
    expect(shortOf(undefined, after)).toEqual(['a#1 running', 'd#1 success', 'pipeline running']);
  });

  test('reports jobs before the end of their pipeline', () => {
    const before = snapshotWith('running', [{ status: 'running' }]);
    const after = snapshotWith('failed', [{ status: 'failed' }]);
    expect(shortOf(before, after)).toEqual(['unit#1 failed', 'pipeline failed']);
  });

  test('reports a retry with the same status', () => {
    const before = snapshotWith('running', [{ id: 1, status: 'failed' }]);
    const after = snapshotWith('running', [{ id: 2, status: 'failed', attempt: 2 }]);
    expect(shortOf(before, after)).toEqual(['unit#2 failed']);
  });

  test('includes changes from before a failed poll', () => {
    const before = snapshotWith('created', [{ status: 'created' }]);
    const after = snapshotWith('success', [{ status: 'success' }]);
    expect(shortOf(before, after)).toEqual(['unit#1 success', 'pipeline success']);
  });

  test('reports partial data once', () => {
    const before = snapshotWith('running', []);
    const after = { ...before, unreadable: ['the jobs cannot be read'] };
    expect(shortOf(before, after)).toEqual(['partial_data']);
    expect(shortOf(after, after)).toEqual([]);
  });

  test('marks an unknown status', () => {
    const [change] = changesBetween(undefined, snapshotWith('dreaming', []), 0);
    expect(change).toMatchObject({ kind: 'pipeline_changed', known: false });
  });
});
