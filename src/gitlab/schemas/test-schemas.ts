import * as z from 'zod/mini';

import type { TestCase, TestCounts, TestReport, TestSuite, TestTotals } from '../../model/test-report.js';
import {
  type Reading,
  idSchema,
  mapped,
  measureSchema,
  optional,
  readWith,
  textSchema,
} from './schema-parts.js';

const countSchema = optional(measureSchema);

/** JUnit allows an empty name, and GitLab passes it on. */
const testNameSchema = z.string();

const testSuiteSchema = z.object({
  name: testNameSchema,
  total_time: countSchema,
  total_count: countSchema,
  success_count: countSchema,
  failed_count: countSchema,
  skipped_count: countSchema,
  error_count: countSchema,
  suite_error: optional(textSchema),
  build_ids: optional(z.array(idSchema)),
});

const testSummarySchema = z.object({
  total: z.object({
    time: countSchema,
    count: countSchema,
    success: countSchema,
    failed: countSchema,
    skipped: countSchema,
    error: countSchema,
  }),
  test_suites: optional(z.array(optional(testSuiteSchema))),
});

/**
 * The output of a failed case: one text, several texts, or what GitLab makes of the attributes of an element
 * without text.
 */
const outputSchema = z.union([
  textSchema,
  z.array(z.unknown()),
  z.looseObject({ message: optional(textSchema) }),
]);

const testCaseSchema = z.object({
  status: textSchema,
  // A case counts whatever its name: a failed one must not get lost.
  name: optional(testNameSchema),
  classname: optional(textSchema),
  file: optional(textSchema),
  execution_time: countSchema,
  system_output: optional(outputSchema),
  stack_trace: optional(textSchema),
});

const testReportSchema = z.object({
  test_suites: z.array(
    z.object({
      name: testNameSchema,
      total_time: countSchema,
      test_cases: optional(z.array(optional(testCaseSchema))),
    }),
  ),
});

/** Reads a test report summary; a missing count is 0. */
export function readTestTotals(body: unknown): Reading<TestTotals> {
  return mapped(readWith(testSummarySchema, body), ({ total, test_suites: suites = [] }) => ({
    ...countsOf(total),
    suites: suites.filter((suite) => suite !== undefined).map(testSuiteOf),
  }));
}

/** Reads a test report and omits unreadable cases. */
export function readTestReport(body: unknown): Reading<TestReport> {
  return mapped(readWith(testReportSchema, body), ({ test_suites: suites }) => ({
    suites: suites.map(({ name, total_time: seconds, test_cases: cases = [] }) => ({
      name,
      seconds,
      cases: cases.filter((each) => each !== undefined).map(testCaseOf),
    })),
  }));
}

function testCaseOf(each: z.infer<typeof testCaseSchema>): TestCase {
  const { status, name = '', classname, file, execution_time: seconds = 0, system_output: printed } = each;
  return { status, name, classname, file, seconds, output: outputOf(printed) ?? each.stack_trace };
}

function outputOf(printed: z.infer<typeof outputSchema> | undefined): string | undefined {
  if (printed === undefined || typeof printed === 'string') return printed;
  if (!Array.isArray(printed)) return printed.message ?? JSON.stringify(printed);
  const lines = printed.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  return lines.length === 0 ? undefined : lines.join('\n');
}

function testSuiteOf(suite: z.infer<typeof testSuiteSchema>): TestSuite {
  const counts = countsOf({
    time: suite.total_time,
    count: suite.total_count,
    success: suite.success_count,
    failed: suite.failed_count,
    skipped: suite.skipped_count,
    error: suite.error_count,
  });
  return { name: suite.name, ...counts, problem: suite.suite_error, jobIds: suite.build_ids };
}

function countsOf(total: z.infer<typeof testSummarySchema>['total']): TestCounts {
  return {
    total: total.count ?? 0,
    success: total.success ?? 0,
    failed: total.failed ?? 0,
    skipped: total.skipped ?? 0,
    error: total.error ?? 0,
    seconds: total.time ?? 0,
  };
}
