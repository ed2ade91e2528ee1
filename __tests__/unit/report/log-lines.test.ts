import { describe, expect, test } from '@jest/globals';

import type { ProgressEvent } from '../../../src/model/events.js';
import type { PipelineNode } from '../../../src/model/snapshot.js';
import { formatElapsed, formatRemaining } from '../../../src/report/labels.js';
import { lineOf } from '../../../src/report/log-lines.js';
import { type ProgressTable, emptyTable, tableAfter } from '../../../src/report/progress-table.js';
import { jobWith, pipelineWith } from '../../support/pipelines.js';
import { bridgeOf, hostileTexts, nodeOf, snapshotOf } from './support/snapshots.js';

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

describe('formatRemaining', () => {
  test.each([
    { give: -1, want: 'already longer than usual' },
    { give: 0, want: 'already longer than usual' },
    { give: 20_000, want: 'less than a minute left' },
    { give: 230_000, want: 'about 4 min left' },
    { give: 89 * 60_000, want: 'about 89 min left' },
    { give: 100 * 60_000, want: 'about 1h40m left' },
  ])('writes $give milliseconds as $want', ({ give, want }) => {
    expect(formatRemaining(give)).toBe(want);
  });
});

const compile = jobWith({ name: 'compile', stage: 'build' });
const changed = { kind: 'job_changed', elapsedMs: 47_000, path: [], attempt: 1, known: true } as const;
const news = { kind: 'pipeline_changed', elapsedMs: 4000, path: [], known: true } as const;
const quiet = { kind: 'heartbeat', elapsedMs: 720_000, status: 'running' } as const;
const played = { kind: 'job_played', elapsedMs: 9000, path: [], job: compile } as const;

const retried = {
  kind: 'job_retried',
  elapsedMs: 9000,
  path: [],
  job: { ...compile, status: 'failed', failureReason: 'runner_system_failure' },
  attempt: 1,
  count: 1,
  most: 2,
  result: 'retried',
} as const;

/** The columns for what an event names, when nothing else is known. */
function tableFor(event: ProgressEvent): ProgressTable {
  const table = emptyTable({ redact: (text) => text });
  if (event.kind === 'pipeline_changed') {
    return tableAfter(table, snapshotOf(below(event.path, nodeOf({ pipeline: event.pipeline }))));
  }
  if (event.kind !== 'job_changed' && event.kind !== 'job_played' && event.kind !== 'job_retried')
    return table;
  const { job, path } = event;
  const attempt = event.kind === 'job_played' ? 1 : event.attempt;
  const node: PipelineNode = { ...nodeOf({}), jobs: [{ job, attempt, earlier: [] }] };
  return tableAfter(table, snapshotOf(below(path, node)));
}

function below(path: readonly string[], node: PipelineNode): PipelineNode {
  return path.reduceRight((inner, name) => nodeOf({ bridges: [bridgeOf(jobWith({ name }), inner)] }), node);
}

function shown(event: ProgressEvent): string {
  return lineOf(event, tableFor(event));
}

describe('lineOf', () => {
  test.each<{ give: ProgressEvent; want: string }>([
    {
      give: { ...news, pipeline: pipelineWith({ status: 'running' }) },
      want: '00:04  pipeline 257             running',
    },
    {
      give: {
        ...news,
        pipeline: pipelineWith({
          status: 'success',
          statusGroup: 'success-with-warnings',
          durationSeconds: 62,
        }),
      },
      want: '00:04  pipeline 257             success        1m02s  with warnings',
    },
    {
      give: { ...news, path: ['child'], pipeline: pipelineWith({ id: 300, status: 'pending' }) },
      want: '00:04  pipeline child           pending',
    },
    {
      give: { ...news, pipeline: pipelineWith({ status: 'dream\n::error::ing' }), known: false },
      want: '00:04  pipeline 257             dream ::error::ing         (a status this version does not know; treated as running)',
    },
    {
      give: { ...changed, job: { ...compile, status: 'running', durationSeconds: 0.3 } },
      want: '00:47  build    compile         running',
    },
    {
      give: { ...changed, job: { ...compile, durationSeconds: 43.2 } },
      want: '00:47  build    compile         success        43s',
    },
    {
      give: {
        ...changed,
        job: jobWith({ status: 'failed', durationSeconds: 15, failureReason: 'script_failure' }),
      },
      want: '00:47  test     unit            failed         15s    script_failure',
    },
    {
      give: {
        ...changed,
        attempt: 2,
        path: ['child', 'deep'],
        job: jobWith({
          status: 'failed',
          allowFailure: true,
          durationSeconds: 15,
          failureReason: 'script_failure',
        }),
      },
      want: '00:47  test     child › deep › unit (attempt 2) failed         15s    script_failure (allowed to fail)',
    },
    {
      give: { ...changed, job: jobWith({ status: 'dreaming' }), known: false },
      want: '00:47  test     unit            dreaming              (a status this version does not know; treated as running)',
    },
    { give: played, want: '00:09  build    compile         played' },
    {
      give: { ...played, refusal: '403 Forbidden' },
      want: '00:09  build    compile         could not be played: 403 Forbidden',
    },
    {
      give: retried,
      want: '00:09  build    compile         retried               runner_system_failure; retry 1 of 2',
    },
    {
      give: { ...retried, attempt: 2, count: 2, result: 'refused', why: '403 Forbidden' },
      want: '00:09  build    compile (attempt 2) could not be retried (runner_system_failure; retry 2 of 2): 403 Forbidden',
    },
    {
      give: { ...retried, result: 'unconfirmed', why: 'no answer' },
      want: '00:09  build    compile         perhaps retried (runner_system_failure; retry 1 of 2), looking for the new attempt: no answer',
    },
    {
      give: { ...retried, result: 'postponed', why: 'GitLab answered 429' },
      want: '00:09  build    compile         is to be retried (runner_system_failure; retry 1 of 2), trying again: GitLab answered 429',
    },
    {
      give: {
        kind: 'partial_data',
        elapsedMs: 5000,
        unreadablePart: 'the jobs of pipeline 300 may not be read',
      },
      want: '00:05  cannot be shown: the jobs of pipeline 300 may not be read',
    },
    {
      give: { ...quiet, running: ['unit', 'lint'], remainingMs: 240_000 },
      want: '12:00  still running: unit, lint; about 4 min left',
    },
    { give: { ...quiet, status: 'pending', running: [] }, want: '12:00  still pending' },
    {
      give: { ...quiet, running: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      want: '12:00  still running: a, b, c, d, e and 2 more',
    },
    {
      give: { kind: 'poll_failed', elapsedMs: 60_000, why: 'HTTP 502', retryTimeoutMs: 300_000 },
      want: '01:00  no complete answer from GitLab (HTTP 502); trying again for up to 5m00s',
    },
    {
      give: { kind: 'poll_recovered', elapsedMs: 90_000, lastedMs: 30_000 },
      want: '01:30  GitLab answers again after 30s',
    },
  ])('formats $give.kind as "$want"', ({ give, want }) => {
    expect(shown(give)).toBe(want);
  });

  test.each([
    ...hostileTexts.map((text): [string, string] => [text, text]),
    ['a text of 1 MB', 'x'.repeat(1_000_000)],
  ])('returns one short line without control characters with %j anywhere', (_, text) => {
    const job = jobWith({ name: text, stage: text, status: text, failureReason: text });
    const lines = [
      shown({ ...changed, path: [text], job, known: false }),
      shown({ ...news, path: [text], pipeline: pipelineWith({ status: text }), known: false }),
      shown({ ...quiet, status: text, running: [text] }),
      shown({ ...played, job, refusal: text }),
      shown({ ...retried, job, result: 'refused', why: text }),
      shown({ kind: 'partial_data', elapsedMs: 0, unreadablePart: text }),
      shown({ kind: 'poll_failed', elapsedMs: 0, why: text, retryTimeoutMs: 0 }),
    ];
    for (const line of lines) {
      expect(line).toMatch(/^\d\d:\d\d {2}\S/);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202a-\u202e\u2066-\u2069]/);
      expect(line.length).toBeLessThan(800);
    }
  });
});
