import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { PipelineSnapshot } from '../../../src/model/snapshot.js';
import { jobOutputs } from '../../../src/report/json-outputs.js';
import { bridgeOf, hostileTexts, nodeOf, numberedJob, snapshotOf, stateOf } from './support/snapshots.js';

/**
 * The pipeline of the example in docs/outputs.md: a job, another that failed twice, a child pipeline with one
 * job.
 */
function documented(): PipelineSnapshot {
  const compile = numberedJob({
    id: 9001,
    name: 'compile',
    stage: 'build',
    durationSeconds: 43.2,
    queuedSeconds: 2.9,
    startedAt: '2026-01-15T09:30:03.000Z',
    finishedAt: '2026-01-15T09:30:46.200Z',
  });
  const unit = numberedJob({
    id: 9014,
    status: 'failed',
    durationSeconds: 15,
    queuedSeconds: 1.5,
    failureReason: 'script_failure',
    coverage: '87.5',
    startedAt: '2026-01-15T09:31:10.000Z',
    finishedAt: '2026-01-15T09:31:25.000Z',
  });
  const child = {
    ...numberedJob({ id: 9003, name: 'images', stage: 'images' }),
    downstream: {
      projectId: 42,
      pipelineId: 258,
      status: 'running',
      webUrl: 'https://gitlab.example.com/group/app/-/pipelines/258',
    },
  };
  const pack = numberedJob({
    id: 9021,
    name: 'pack',
    stage: 'pack',
    status: 'running',
    queuedSeconds: 0.8,
    startedAt: '2026-01-15T09:31:20.000Z',
  });
  const below = nodeOf({
    pipeline: {
      id: 258,
      status: 'running',
      sha: '8f2b6c1d4e5a7b9c0d1e2f3a4b5c6d7e8f9a0b1c',
      webUrl: 'https://gitlab.example.com/group/app/-/pipelines/258',
    },
    jobs: [pack],
  });
  const root = {
    ...nodeOf({ bridges: [bridgeOf(child, below)] }),
    jobs: [stateOf(compile), stateOf(unit, [numberedJob({ id: 9002, status: 'failed' })])],
  };
  return snapshotOf(root);
}

function parsed(snapshot: PipelineSnapshot): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(jobOutputs(snapshot)).map(([name, json]: [string, string]) => [name, JSON.parse(json)]),
  );
}

describe('jobOutputs', () => {
  test('has the format that docs/outputs.md shows', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'outputs.md'), 'utf8');
    const examples = [...page.matchAll(/^#+ `(\w+)`$[^]*?^```json\n([^]*?)^```$/gm)].map(
      ([, name = '', json = '']): [string, unknown] => [name, JSON.parse(json)],
    );
    const want = parsed(documented());
    // Other outputs have tests of their own.
    expect(Object.fromEntries(examples.filter(([name]) => name in want))).toEqual(want);
  });

  test('is empty lists for a pipeline without jobs', () => {
    expect(jobOutputs(snapshotOf(nodeOf({})))).toEqual({
      jobs: '{"version":1,"jobs":[],"omitted":0}',
      failed_jobs: '{"version":1,"jobs":[],"omitted":0}',
      downstream: '{"version":1,"pipelines":[],"omitted":0}',
    });
  });

  test('lists failed jobs that may fail, and trigger jobs that have failed themselves', () => {
    const root = nodeOf({
      jobs: [numberedJob({ id: 1, name: 'lint', status: 'failed', allowFailure: true })],
      bridges: [bridgeOf(numberedJob({ id: 2, name: 'child', status: 'failed' }))],
    });
    expect(parsed(snapshotOf(root)).failed_jobs).toMatchObject({
      jobs: [
        { name: 'lint', allow_failure: true },
        { name: 'child', allow_failure: false },
      ],
    });
  });

  test('contains what the trigger job knows of an unreadable downstream pipeline', () => {
    const bridge = {
      ...numberedJob({ id: 2, name: 'other', stage: 'deploy' }),
      downstream: {
        projectId: 77,
        pipelineId: 301,
        status: 'pending',
        webUrl: 'https://gitlab.example.com/301',
      },
    };
    expect(parsed(snapshotOf(nodeOf({ bridges: [bridgeOf(bridge)] }))).downstream).toEqual({
      version: 1,
      pipelines: [
        {
          path: ['other'],
          stage: 'deploy',
          bridge_status: 'success',
          allow_failure: false,
          failure_reason: null,
          project_id: 77,
          pipeline_id: 301,
          status: 'pending',
          ref: null,
          sha: null,
          duration: null,
          web_url: 'https://gitlab.example.com/301',
        },
      ],
      omitted: 0,
    });
  });

  test('counts what exceeds 480,000 bytes', () => {
    const jobs = Array.from({ length: 5000 }, (_, id) =>
      numberedJob({ id, name: `${'é'.repeat(100)}${id}`, status: 'failed' }),
    );
    for (const json of Object.values(jobOutputs(snapshotOf(nodeOf({ jobs }))) as object)) {
      if (typeof json !== 'string') throw new TypeError('an output is a text');
      expect(Buffer.byteLength(json)).toBeLessThanOrEqual(480_000);
      const { omitted, ...lists } = JSON.parse(json) as { omitted: number; jobs?: []; pipelines?: [] };
      expect((lists.jobs ?? lists.pipelines ?? []).length + omitted).toBe('pipelines' in lists ? 0 : 5000);
    }
  });

  test.each(hostileTexts)('keeps %j exactly, on one line in which a runner finds no command', (text) => {
    const job = numberedJob({ id: 1, name: text, stage: text, status: 'failed', failureReason: text });
    const snapshot = snapshotOf(nodeOf({ jobs: [job] }));
    expect(parsed(snapshot).jobs).toMatchObject({
      jobs: [{ name: text, stage: text, failure_reason: text }],
    });
    for (const json of Object.values(jobOutputs(snapshot) as object)) {
      expect(json).not.toMatch(/[\u0000-\u001f]|##\[|^\s*::/);
    }
  });

  test('truncates a name that GitLab would not allow', () => {
    const json = jobOutputs(
      snapshotOf(nodeOf({ jobs: [numberedJob({ id: 1, name: 'x'.repeat(1_000_000) })] })),
    );
    expect(json.jobs.length).toBeLessThan(2000);
  });
});
