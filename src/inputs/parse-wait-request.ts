import { connectionOf } from './connection-inputs.js';
import { feedbackOf } from './feedback-inputs.js';
import { followOf } from './follow-inputs.js';
import type { InputSource, TextFiles } from './input-source.js';
import { readInputs } from './input-table.js';
import { all } from './outcome.js';
import { parsedOf, type Parsed } from './parsed.js';
import { reportOf } from './report-inputs.js';
import { resultsOf } from './results-inputs.js';
import type { WaitRequest } from './trigger-request.js';
import { waitTable } from './wait-inputs.js';

/**
 * Reads, checks and freezes everything that follows one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
export async function parseWaitRequest(source: InputSource, files: TextFiles): Promise<Parsed<WaitRequest>> {
  const reading = await readInputs(waitTable, { source, files });
  return parsedOf(
    all({
      connection: connectionOf(reading),
      project: reading.project_id,
      pipelineId: reading.pipeline_id,
      accessToken: reading.access_token,
      expectedSha: reading.expected_sha,
      follow: followOf(reading),
      report: reportOf(reading),
      results: resultsOf(reading),
      feedback: feedbackOf(reading),
    }),
  );
}
