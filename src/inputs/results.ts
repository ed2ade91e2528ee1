import type { ArtifactsRequest, ReportRequest, ResultsRequest, ValuesRequest } from '../model/requests.js';
import { jobPathLines, parseValueKeys } from './job-lines.js';
import { isWordForNothing } from './likely-cause.js';
import { bringingBack, showing } from './needs-wait.js';
import { type InputOutcome, all, andThen, ok, wrong } from './parsing.js';
import { oneOf, parseBoolean, parseFilePath, shownText, wholeNumberWithin } from './scalars.js';
import type { InputTable, ReadingOf } from './table.js';

/** The inputs for results of a followed pipeline. */
export const resultsInputs = {
  values_from: {
    required: 'never',
    default: undefined,
    description:
      'Files in artifacts of jobs whose values come back as the output values: JOB:PATH, one a line, or CHILD-JOB/JOB:PATH in a child pipeline; a later file wins. KEY=VALUE lines or a JSON object. A ? at the end of a line means that the file may be missing. See docs/results.md.',
    secret: 'none',
    needsWait: bringingBack,
    parse: jobPathLines({ paths: 'required' }),
  },
  mask_values: {
    required: 'never',
    default: undefined,
    description:
      'Keys of values to mask in the log before anything is set; separated by commas, spaces or lines.',
    secret: 'none',
    parse: parseValueKeys,
  },
  values_as_outputs: {
    required: 'never',
    default: 'false',
    description: 'Set an output for each value as well: value_KEY.',
    secret: 'none',
    needsWait: showing,
    parse: parseBoolean,
  },
  artifacts: {
    required: 'never',
    default: undefined,
    description:
      'Artifacts of jobs to download: JOB, or JOB:GLOB for some of the files, one a line; CHILD-JOB/JOB in a child pipeline. In a glob * stays within a folder and ** goes through folders. A ? at the end of a line means that they may be missing. See docs/results.md.',
    secret: 'none',
    needsWait: bringingBack,
    parse: jobPathLines({ paths: 'optional' }),
  },
  artifacts_path: {
    required: 'never',
    default: 'gitlab-artifacts',
    description:
      'Folder to put artifacts in, relative to the working directory or absolute; each job gets a folder of its name in it.',
    secret: 'none',
    needsWait: showing,
    parse: parseFolder,
  },
  junit_file: {
    required: 'never',
    default: undefined,
    description:
      'File to write all tests of the pipeline to, as JUnit XML, for the test view of your CI; also when there are none.',
    secret: 'none',
    needsWait: bringingBack,
    parse: parseFilePath,
  },
  results_on: {
    required: 'never',
    default: 'success',
    description:
      'When to fetch values and artifacts: success (the outcome is one that accept lists), failure (it is not), or always. Tests are always fetched.',
    secret: 'none',
    needsWait: showing,
    parse: oneOf(['success', 'failure', 'always']),
  },
} satisfies InputTable;

type ResultsReading = ReadingOf<typeof resultsInputs>;

/** Builds the results request. */
export function resultsOf(reading: ResultsReading): InputOutcome<ResultsRequest> {
  return all({
    on: reading.results_on,
    values: valuesOf(reading),
    artifacts: artifactsOf(reading),
    junitFile: reading.junit_file,
  });
}

function artifactsOf(reading: ResultsReading): InputOutcome<ArtifactsRequest | undefined> {
  const parts = all({ lines: reading.artifacts, path: reading.artifacts_path });
  return andThen(parts, ({ lines, path }) =>
    ok(lines === undefined || lines.length === 0 ? undefined : { lines, path }),
  );
}

function parseFolder(given: string): InputOutcome<string> {
  const path = given.trim();
  if (isWordForNothing(path))
    return wrong({ what: `is ${shownText(path)}`, hint: 'Give the path of a folder.' });
  if (!path.includes('\0')) return ok(path);
  return wrong({ what: 'has a NUL in it', hint: 'Give the path of a folder.' });
}

function valuesOf(reading: ResultsReading): InputOutcome<ValuesRequest | undefined> {
  const parts = all({
    lines: reading.values_from,
    mask: reading.mask_values,
    asOutputs: reading.values_as_outputs,
  });
  return andThen(parts, ({ lines, mask, asOutputs }) => {
    if (lines !== undefined && lines.length > 0) return ok({ lines, mask: mask ?? [], asOutputs });
    if (mask === undefined) return ok(undefined);
    return wrong({
      at: 'mask_values',
      what: 'was given, but values_from was not, so that there are no values',
      hint: 'Give values_from, or take mask_values out.',
    });
  });
}

/** The inputs for what to show of a followed pipeline. */
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

/** Builds the report settings. */
export function reportOf(reading: ReadingOf<typeof reportInputs>): InputOutcome<ReportRequest> {
  return all({ logs: reading.logs, logLines: reading.log_lines, summary: reading.summary });
}
