import { type ReportedSuite, suitesOf } from '../engine/test-suites.js';
import type { TestCaseScript } from '../state/pipeline-script.js';
import type { PipelineRecord } from '../state/records.js';
import { jsonAnswer } from '../wire/answer.js';
import type { Call } from '../wire/call.js';
import type { SimulatedResponse } from '../wire/wire.js';
import type { Entity } from './users.js';

/** `GET …/test_report`: the suites of the jobs that have ended. */
export function showTestReport({ nowMs }: Call, pipeline: PipelineRecord): SimulatedResponse {
  const suites = suitesOf(pipeline, { nowMs, view: 'cases' });
  return jsonAnswer(200, {
    ...countsOf(suites.flatMap(casesOf)),
    test_suites: suites.map((suite) => ({
      name: suite.script.name,
      ...countsOf(casesOf(suite)),
      suite_error: suite.script.error ?? null,
      test_cases: casesOf(suite).map(caseEntity),
    })),
  });
}

/** `GET …/test_report_summary`: appears with a delay, and names the jobs that it has counted. */
export function showTestReportSummary({ nowMs }: Call, pipeline: PipelineRecord): SimulatedResponse {
  const suites = suitesOf(pipeline, { nowMs, view: 'counts' });
  const all = suites.flatMap(casesOf);
  return jsonAnswer(200, {
    total: {
      time: totalTime(all),
      count: all.length,
      success: count(all, 'success'),
      failed: count(all, 'failed'),
      skipped: count(all, 'skipped'),
      error: count(all, 'error'),
      suite_error: null,
    },
    test_suites: suites.map((suite) => ({
      name: suite.script.name,
      ...countsOf(casesOf(suite)),
      build_ids: suite.jobs.map(({ id }) => id),
      suite_error: suite.script.error ?? null,
    })),
  });
}

function casesOf({ script }: ReportedSuite): readonly TestCaseScript[] {
  return script.error === undefined ? script.cases : [];
}

function countsOf(cases: readonly TestCaseScript[]): Entity {
  return {
    total_time: totalTime(cases),
    total_count: cases.length,
    success_count: count(cases, 'success'),
    failed_count: count(cases, 'failed'),
    skipped_count: count(cases, 'skipped'),
    error_count: count(cases, 'error'),
  };
}

function count(cases: readonly TestCaseScript[], status: TestCaseScript['status']): number {
  return cases.filter((each) => each.status === status).length;
}

function totalTime(cases: readonly TestCaseScript[]): number {
  return cases.reduce((sum, each) => sum + (each.executionTime ?? 0), 0);
}

function caseEntity(each: TestCaseScript): Entity {
  return {
    status: each.status,
    name: each.name,
    classname: each.classname ?? '',
    file: each.file ?? null,
    execution_time: each.executionTime ?? 0,
    system_output: each.systemOutput ?? null,
    stack_trace: null,
    recent_failures: null,
    attachment_url: null,
  };
}
