import { describe, expect, test } from '@jest/globals';

import { startOutputs, verdictOutputs } from '../../../src/report/outputs.js';
import { pipelineWith } from '../../support/pipelines.js';

describe('outputs', () => {
  test('right after the start: who the pipeline is', () => {
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

  test('what GitLab did not say is not set', () => {
    expect(Object.keys(startOutputs(pipelineWith({ iid: undefined })))).not.toContain('pipeline_iid');
  });

  test('at the end: what became of it', () => {
    const pipeline = pipelineWith({ status: 'success', durationSeconds: 61.6, coverage: '87.5' });
    expect(verdictOutputs({ outcome: 'warnings', pipeline, elapsedMs: 70_000 })).toEqual({
      status: 'success',
      outcome: 'warnings',
      duration: '62',
      coverage: '87.5',
    });
  });
});
