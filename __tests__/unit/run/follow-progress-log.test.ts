import { describe, expect, test } from '@jest/globals';

import type { ProgressEvent } from '../../../src/model/events.js';
import type { Job } from '../../../src/model/pipeline.js';
import { createProgressLog } from '../../../src/run/follow.js';
import { jobWith } from '../../support/pipelines.js';
import { nodeOf, snapshotOf } from '../report/support/snapshots.js';

const long = 'integration-tests-of-the-api';
const jobs = [jobWith({ id: 1, name: 'unit' }), jobWith({ id: 2, name: long })];
const snapshot = snapshotOf(nodeOf({ jobs }));

function changed(job: Job): ProgressEvent {
  return { kind: 'job_changed', elapsedMs: 0, path: [], job, attempt: 1, known: true };
}

function logging(): { readonly log: ReturnType<typeof createProgressLog>; readonly said: readonly string[] } {
  const said: string[] = [];
  return { said, log: createProgressLog((line) => said.push(line), { redact: (text) => text }) };
}

describe('the log of progress', () => {
  test('holds changes back until it knows the names of all jobs', () => {
    const { log, said } = logging();
    log.add(changed(jobWith({ id: 1, name: 'unit' })));
    expect(said).toEqual([]);
    log.see(snapshot);
    expect(said).toEqual([`00:00  test     ${'unit'.padEnd(long.length)} success`]);
  });

  test("keeps the order of a poll's events", () => {
    const { log, said } = logging();
    log.add({ kind: 'poll_recovered', elapsedMs: 0, lastedMs: 1000 });
    expect(said).toHaveLength(1);
    for (const job of jobs) log.add(changed(job));
    log.add({ kind: 'partial_data', elapsedMs: 0, unreadablePart: 'the jobs of pipeline 300' });
    expect(said).toHaveLength(1);
    log.see(snapshot);
    expect(said.map((line) => line.slice(7, 20).trim())).toEqual([
      'GitLab answer',
      'test     unit',
      'test     inte',
      'cannot be sho',
    ]);
  });

  test('logs at once what needs no column', () => {
    const { log, said } = logging();
    log.add({ kind: 'poll_failed', elapsedMs: 0, why: 'HTTP 502', retryTimeoutMs: 1000 });
    log.add({ kind: 'heartbeat', elapsedMs: 0, status: 'running', running: ['unit'] });
    expect(said).toHaveLength(2);
  });

  test('logs each line once, and at the end what was held back', () => {
    const { log, said } = logging();
    log.add(changed(jobWith({ name: 'unit' })));
    log.flush();
    log.see(snapshot);
    log.flush();
    expect(said).toHaveLength(1);
  });
});
