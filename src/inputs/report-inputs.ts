import { parseBoolean } from './boolean-input.js';
import type { InputTable, ReadingOf } from './input-table.js';
import { oneOf } from './name-list-input.js';
import { showing } from './needs-wait.js';
import { all, type Outcome } from './outcome.js';
import type { ReportRequest } from './trigger-request.js';
import { wholeNumberWithin } from './whole-number-input.js';

/** The inputs that say what to show of a pipeline that is followed. */
export const reportInputs = {
  logs: {
    required: 'never',
    default: 'failed',
    description:
      'Job logs to print: none, failed (the last log_lines of every failed job), or all (every job, while it runs).',
    secret: 'none',
    needsWait: showing,
    parse: oneOf(['none', 'failed', 'all']),
  },
  log_lines: {
    required: 'never',
    default: '50',
    description:
      "How many of the last lines of a failed job's log to print and to put in the report: 1 to 1000.",
    secret: 'none',
    needsWait: showing,
    parse: wholeNumberWithin({ least: 1, most: 1000 }),
  },
  summary: {
    required: 'never',
    default: 'true',
    description:
      'Write the report (jobs, timeline, failed jobs with the end of their logs) to the summary of the workflow run.',
    secret: 'none',
    parse: parseBoolean,
  },
} satisfies InputTable;

/** Puts together what is shown. */
export function reportOf(reading: ReadingOf<typeof reportInputs>): Outcome<ReportRequest> {
  return all({ logs: reading.logs, logLines: reading.log_lines, summary: reading.summary });
}
