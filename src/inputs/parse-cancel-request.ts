import { cancelTable } from './cancel-inputs.js';
import { connectionOf } from './connection-inputs.js';
import type { InputSource, TextFiles } from './input-source.js';
import { readInputs } from './input-table.js';
import { all } from './outcome.js';
import { parsedOf, type Parsed } from './parsed.js';
import type { CancelRequest } from './trigger-request.js';

/**
 * Reads, checks and freezes everything that cancels one pipeline. No network; files only where an input names one.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
export async function parseCancelRequest(
  source: InputSource,
  files: TextFiles,
): Promise<Parsed<CancelRequest>> {
  const reading = await readInputs(cancelTable, { source, files });
  return parsedOf(
    all({
      connection: connectionOf(reading),
      project: reading.project_id,
      pipelineId: reading.pipeline_id,
      accessToken: reading.access_token,
    }),
  );
}
