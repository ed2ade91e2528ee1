import { describe, expect, test } from '@jest/globals';

import { jobOutputs } from '../../../src/report/json-outputs.js';
import {
  artifactsOutput,
  cancelOutputs,
  foundOutputs,
  lastOutputs,
  startOutputs,
  triggerOutputs,
  verdictOutputs,
  waitOutputs,
} from '../../../src/report/outputs.js';
import { pipelineWith } from '../../support/pipelines.js';
import { nodeOf, snapshotOf } from './support/snapshots.js';

describe('outputs', () => {
  test('right after the start identify the pipeline', () => {
    expect(startOutputs(pipelineWith({ createdAt: '2026-01-01T00:00:00.000Z' }))).toEqual({
      pipeline_id: '257',
      web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
      pipeline_iid: '118',
      project_id: '42',
      ref: 'main',
      sha: 'a'.repeat(40),
      created_at: '2026-01-01T00:00:00.000Z',
      status: 'created',
      outcome: 'triggered',
    });
  });

  test.each([
    { give: '/home/runner/work/gitlab-artifacts', want: '/home/runner/work/gitlab-artifacts' },
    { give: 'D:\\a\\repo\\gitlab-artifacts', want: 'D:/a/repo/gitlab-artifacts' },
    { give: '\\\\server\\share\\out', want: '//server/share/out' },
    { give: '/odd\\name', want: '/odd\\name' },
  ])('include the folder of artifacts, for every shell: $give', ({ give, want }) => {
    expect(artifactsOutput(give)).toEqual({ artifacts_path: want });
  });

  test('are not set if GitLab omits the value', () => {
    expect(Object.keys(startOutputs(pipelineWith({ iid: undefined })))).not.toContain('pipeline_iid');
  });

  test('at the end have the result', () => {
    const pipeline = pipelineWith({ status: 'success', durationSeconds: 61.6, coverage: '87.5' });
    expect(verdictOutputs({ outcome: 'warnings', pipeline, snapshot: undefined, elapsedMs: 70_000 })).toEqual(
      {
        status: 'success',
        outcome: 'warnings',
        duration: '62',
        coverage: '87.5',
      },
    );
  });

  test('at the end have the jobs, if there was a complete snapshot', () => {
    const snapshot = snapshotOf(nodeOf({}));
    const verdict = { outcome: 'success', pipeline: pipelineWith(), snapshot, elapsedMs: 1 } as const;
    expect(verdictOutputs(verdict)).toEqual({
      status: 'created',
      outcome: 'success',
      ...jobOutputs(snapshot),
    });
  });

  test('of a pipeline that we had to leave have the last known state', () => {
    const snapshot = snapshotOf(nodeOf({}));
    expect(lastOutputs(pipelineWith(), undefined)).toEqual({ status: 'created' });
    expect(lastOutputs(pipelineWith(), snapshot)).toEqual({ status: 'created', ...jobOutputs(snapshot) });
  });

  test('of a pipeline that was started elsewhere identify it, without an outcome', () => {
    expect(foundOutputs(pipelineWith())).toEqual({
      ...startOutputs(pipelineWith()),
      outcome: undefined,
    });
    expect(Object.keys(foundOutputs(pipelineWith()))).not.toContain('outcome');
  });

  test('of wait are those of the root action except for the dry run, and of cancel only a few of them', () => {
    const names = (outputs: readonly { readonly name: string }[]) => outputs.map(({ name }) => name);
    expect([...names(waitOutputs), 'checks']).toEqual(names(triggerOutputs));
    expect(names(cancelOutputs)).toEqual(['pipeline_id', 'web_url', 'status', 'outcome']);
  });
});
