import { describe, expect, test } from '@jest/globals';

import { textWidth } from '../../src/base/text-width.js';
import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import { oneProject, valid } from '../support/one-project.js';
import { followRun } from './support/following.js';

const parts = ['eu-west-1, blue', 'eu-west-1, green', 'us-east-2, blue'];
const matrix = parts.map((part) => `deploy-everything-to-production-behind-a-canary: [${part}]`);

const longNames: PipelineScript = {
  stages: ['build', 'deploy-to-production'],
  createdForMs: 100,
  jobs: [
    { name: 'unit', stage: 'build', durationMs: 300 },
    {
      name: '日本語の長い名前のジョブ',
      stage: 'build',
      durationMs: 300,
      result: 'failed',
      allowFailure: true,
    },
    ...matrix.map((name) => ({ name, stage: 'deploy-to-production', durationMs: 300 })),
  ],
  bridges: [
    {
      name: 'a-trigger-job-with-a-name-of-its-own',
      stage: 'build',
      strategy: 'depend',
      downstream: {
        script: { createdForMs: 100, jobs: [{ name: 'integration-tests-of-the-child', durationMs: 300 }] },
      },
    },
  ],
};

describe('the log of a run with long names', () => {
  test('is a table: all statuses are in one column, names keep head and tail, and no two jobs look the same', async () => {
    const run = await followRun({
      scenario: oneProject({ ci: valid(longNames) }),
      inputs: { poll_interval: '1s', downstream: 'require' },
    });
    expect(run.exitCode).toBe(0);
    const rows = run.shownLines.flatMap((line) => {
      const row = /^(\d\d:\d\d {2}.{8,24}? +\S.*? +)(created|running|success|failed)(?: |$)/u.exec(line);
      return row === null ? [] : [{ before: row[1] ?? '', line }];
    });
    expect(rows.length).toBeGreaterThan(matrix.length + 3);
    expect(new Set(rows.map(({ before }) => textWidth(before))).size).toBe(1);
    // Only a remark that says more than the reason goes beyond.
    for (const { line } of rows)
      expect(textWidth(line.replace(' (allowed to fail)', ''))).toBeLessThanOrEqual(100);
    const passed = rows.filter(({ line }) => line.includes(' success ')).map(({ line }) => line);
    for (const part of parts) {
      const own = passed.filter((line) => line.includes(`: [${part}] `));
      expect(own).toHaveLength(1);
      expect(own[0]).toMatch(/ deploy-\S*…/);
    }
    expect(passed.filter((line) => / a-trigger-job\S*…\S*of-the-child /.test(line))).toHaveLength(1);
  });
});
