import type { Secret } from '../base/secret.js';
import { connectionOf } from './connection-inputs.js';
import { feedbackOf } from './feedback-inputs.js';
import { followOf } from './follow-inputs.js';
import type { InputSource, TextFiles } from './input-source.js';
import { readInputs } from './input-table.js';
import { all, andThen, ok, type Outcome } from './outcome.js';
import { parsedOf, type Parsed } from './parsed.js';
import { reportOf } from './report-inputs.js';
import { resultsOf } from './results-inputs.js';
import type { ReadingToken } from './token-input.js';
import type { WaitRequest } from './trigger-request.js';
import { waitTable } from './wait-inputs.js';

/**
 * Reads, checks and freezes everything that follows one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
export async function parseWaitRequest(source: InputSource, files: TextFiles): Promise<Parsed<WaitRequest>> {
  const reading = await readInputs(waitTable, { source, files });
  const { accessToken, jobToken } = tokensOf(reading.access_token);
  return parsedOf(
    all({
      connection: connectionOf(reading),
      project: reading.project_id,
      pipelineId: reading.pipeline_id,
      accessToken,
      jobToken,
      expectedSha: reading.expected_sha,
      follow: followOf({ ...reading, access_token: accessToken }),
      report: reportOf(reading),
      results: resultsOf(reading),
      feedback: feedbackOf(reading),
    }),
  );
}

/** One token, by what it is. */
function tokensOf(
  given: Outcome<ReadingToken | undefined>,
): Record<'accessToken' | 'jobToken', Outcome<Secret | undefined>> {
  const only = (kind: ReadingToken['kind']): Outcome<Secret | undefined> =>
    andThen(given, (token) => ok(token?.kind === kind ? token.secret : undefined));
  return { accessToken: only('access_token'), jobToken: only('job_token') };
}
