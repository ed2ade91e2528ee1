import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import type { RunEvent } from '../../../src/model/events.js';
import { endObject, eventObject, jsonLine } from '../../../src/report/json-report.js';
import { jobWith, pipelineWith } from '../../support/pipelines.js';
import { nodeOf, snapshotOf } from './support/snapshots.js';

const pipeline = pipelineWith({ status: 'running' });
const job = jobWith({ id: 9001, name: 'unit', status: 'failed', failureReason: 'script_failure' });
const snapshot = snapshotOf(nodeOf({ jobs: [job] }));

const pipelineMembers = {
  id: pipeline.id,
  project_id: pipeline.projectId,
  status: 'running',
  ref: pipeline.ref,
};

describe('eventObject', () => {
  test.each<{ give: RunEvent; want: object | undefined }>([
    {
      give: { kind: 'retrying', why: '503', delayMs: 1000.4 },
      want: { event: 'retrying', why: '503', delay_ms: 1000 },
    },
    {
      give: { kind: 'response_lost', why: 'reset', retryTimeoutMs: 9 },
      want: { event: 'response_lost', why: 'reset', retry_timeout_ms: 9 },
    },
    {
      give: { kind: 'lost_pipeline_found', pipelineId: 257 },
      want: { event: 'lost_pipeline_found', pipeline_id: 257 },
    },
    { give: { kind: 'lost_pipeline_absent' }, want: { event: 'lost_pipeline_absent' } },
    {
      give: {
        kind: 'awaiting_pipeline',
        sha: 'c0ffee',
        ref: 'main',
        passedOver: [{ ...pipeline, source: 'trigger' }],
        elapsedMs: 1,
        remainingMs: 9.6,
      },
      want: {
        event: 'awaiting_pipeline',
        sha: 'c0ffee',
        ref: 'main',
        source: null,
        passed_over: [{ ...pipelineMembers, source: 'trigger' }],
        remaining_ms: 10,
      },
    },
    {
      give: { kind: 'pipelines_passed_over', pipelines: [pipeline] },
      want: { event: 'pipelines_passed_over', passed_over: [{ ...pipelineMembers }] },
    },
    {
      give: { kind: 'awaiting_commit', sha: 'c0ffee', ref: 'main', elapsedMs: 1, remainingMs: 9.6 },
      want: { event: 'awaiting_commit', sha: 'c0ffee', ref: 'main', at: null, remaining_ms: 10 },
    },
    {
      give: {
        kind: 'commit_arrived',
        sha: 'c0ffee',
        ref: 'main',
        tip: 'c0ffee1',
        isNewer: false,
        elapsedMs: 1,
      },
      want: { event: 'commit_arrived', sha: 'c0ffee', ref: 'main', at: 'c0ffee1', newer: false },
    },
    { give: { kind: 'mirror_asked' }, want: { event: 'mirror_asked', due_in_ms: null } },
    { give: { kind: 'mirror_asked', dueInMs: 9.6 }, want: { event: 'mirror_asked', due_in_ms: 10 } },
    {
      give: { kind: 'pipeline_known', pipeline },
      want: { event: 'pipeline_known', pipeline: pipelineMembers },
    },
    {
      give: { kind: 'pipeline_changed', elapsedMs: 1, path: ['child'], pipeline, known: true },
      want: { event: 'pipeline_changed', elapsed_ms: 1, path: ['child'], pipeline: pipelineMembers },
    },
    {
      give: { kind: 'job_changed', elapsedMs: 2, path: [], job, attempt: 2, known: true },
      want: {
        event: 'job_changed',
        elapsed_ms: 2,
        job: {
          id: 9001,
          name: 'unit',
          status: 'failed',
          attempt: 2,
          failure_reason: 'script_failure',
          path: [],
        },
      },
    },
    {
      give: { kind: 'job_played', elapsedMs: 2, path: ['a'], job, refusal: 'no' },
      want: { event: 'job_played', elapsed_ms: 2, refusal: 'no', job: { path: ['a'] } },
    },
    {
      give: {
        kind: 'job_retried',
        elapsedMs: 2,
        path: ['a'],
        job,
        attempt: 2,
        count: 2,
        most: 3,
        result: 'refused',
        why: 'no',
      },
      want: {
        event: 'job_retried',
        elapsed_ms: 2,
        result: 'refused',
        retry: 2,
        most: 3,
        why: 'no',
        job: { path: ['a'], attempt: 2 },
      },
    },
    {
      give: { kind: 'partial_data', elapsedMs: 2, unreadablePart: 'jobs' },
      want: { event: 'partial_data', unreadable: 'jobs' },
    },
    {
      give: { kind: 'heartbeat', elapsedMs: 2, status: 'running', running: ['unit'] },
      want: { event: 'heartbeat', status: 'running', running: ['unit'], remaining_ms: null },
    },
    {
      give: { kind: 'poll_failed', elapsedMs: 2, why: '500', retryTimeoutMs: 3 },
      want: { event: 'poll_failed', why: '500', retry_timeout_ms: 3 },
    },
    {
      give: { kind: 'poll_recovered', elapsedMs: 2, lastedMs: 3 },
      want: { event: 'poll_recovered', lasted_ms: 3 },
    },
  ])('returns an object for $give.kind', ({ give, want }) => {
    expect(eventObject(give)).toMatchObject(want ?? {});
  });

  test('returns nothing for polls and the verdict', () => {
    expect(eventObject({ kind: 'snapshot', elapsedMs: 1, snapshot })).toBeUndefined();
    const verdict = { outcome: 'success', pipeline, snapshot, elapsedMs: 1 } as const;
    expect(eventObject({ kind: 'ended', elapsedMs: 1, verdict })).toBeUndefined();
  });
});

const nothing = {
  command: 'run',
  exitCode: 0,
  outputs: new Map<string, string>(),
  warnings: [],
  verdict: undefined,
  error: undefined,
};

describe('endObject', () => {
  test('contains all that is known', () => {
    const end = endObject({
      ...nothing,
      exitCode: 1,
      outputs: new Map([['outcome', 'failed']]),
      warnings: ['careful'],
      verdict: { outcome: 'failed', pipeline, snapshot, elapsedMs: 62_000.2 },
      error: new InputError({ code: 'invalid_input', what: 'ref is wrong', hint: 'Give another.' }),
    });
    expect(end).toEqual({
      version: 1,
      event: 'end',
      command: 'run',
      exit_code: 1,
      outcome: 'failed',
      outputs: { outcome: 'failed' },
      verdict: {
        outcome: 'failed',
        status: 'running',
        elapsed_ms: 62_000,
        limit: null,
        jobs: 1,
        failed_jobs: 1,
      },
      error: { code: 'invalid_input', what: 'ref is wrong', why: null, hint: 'Give another.' },
      warnings: ['careful'],
    });
  });

  test('has null for what is unknown', () => {
    const end = endObject({ ...nothing, command: undefined });
    expect(end).toMatchObject({ command: null, outcome: null, verdict: null, error: null, outputs: {} });
  });

  test('tells which jobs were retried, and what came of it', () => {
    const next = jobWith({ id: 9002, name: 'unit' });
    const retries = [
      { path: [], job, count: 1, result: 'retried', next },
      { path: ['a'], job, count: 2, result: 'refused', why: '403' },
    ] as const;
    const end = endObject({
      ...nothing,
      verdict: { outcome: 'success', pipeline, snapshot, elapsedMs: 1, retries },
    });
    expect(end.verdict).toMatchObject({
      retries: [
        {
          name: 'unit',
          path: [],
          job_id: 9001,
          failure_reason: 'script_failure',
          retry: 1,
          result: 'retried',
          why: null,
          new_job_id: 9002,
          new_status: 'success',
        },
        { path: ['a'], retry: 2, result: 'refused', why: '403', new_job_id: null, new_status: null },
      ],
    });
  });

  test('reports an error of ours', () => {
    const end = endObject({ ...nothing, error: { fault: 'x is undefined' } });
    expect(end.error).toMatchObject({ code: 'internal', why: 'x is undefined' });
  });
});

describe('jsonLine', () => {
  test('is one line without secrets and commands, and can be parsed', () => {
    const text = jsonLine({ a: ['##vso[task.x]\n::error::', { b: 'secret "' }] }, (part) =>
      part.replaceAll('secret', '***'),
    );
    expect(text).not.toMatch(/##|secret|\n./);
    expect(JSON.parse(text)).toEqual({ a: ['##vso[task.x]\n::error::', { b: '*** "' }] });
  });
});
