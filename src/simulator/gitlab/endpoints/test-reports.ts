import { jsonAnswer } from '../answer.js';
import type { Call } from '../call.js';
import type { Entity } from '../entities/user-entity.js';
import type { TestCaseScript, TestSuiteScript } from '../pipeline-script.js';
import type { PipelineRecord } from '../records.js';
import type { SimulatedResponse } from '../wire.js';

/** `GET …/test_report`: empty until the pipeline has ended. */
export function showTestReport(_call: Call, pipeline: PipelineRecord): SimulatedResponse {
  const suites = suitesOf(pipeline);
  return jsonAnswer(200, {
    ...countsOf(suites.flatMap(({ cases }) => cases)),
    test_suites: suites.map((suite) => ({
      name: suite.name,
      ...countsOf(suite.cases),
      suite_error: null,
      test_cases: suite.cases.map(caseEntity),
    })),
  });
}

/** `GET …/test_report_summary`. */
export function showTestReportSummary(_call: Call, pipeline: PipelineRecord): SimulatedResponse {
  const suites = suitesOf(pipeline);
  const all = suites.flatMap(({ cases }) => cases);
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
      name: suite.name,
      ...countsOf(suite.cases),
      build_ids: [],
      suite_error: null,
    })),
  });
}

function suitesOf({ script, finishedMs }: PipelineRecord): readonly TestSuiteScript[] {
  return finishedMs === undefined ? [] : (script.tests ?? []);
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
