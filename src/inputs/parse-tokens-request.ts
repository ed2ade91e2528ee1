import { connectionOf } from './connection-inputs.js';
import type { InputSource, TextFiles } from './input-source.js';
import { readInputs } from './input-table.js';
import { all } from './outcome.js';
import { parsedOf, type Parsed } from './parsed.js';
import { orderOf } from './token-order.js';
import { tokensTable } from './tokens-inputs.js';
import type { TokensRequest } from './tokens-request.js';

/** Where the inputs come from, and the time that spans count from, in milliseconds since 1970. */
export interface TokensSource {
  readonly source: InputSource;
  readonly files: TextFiles;
  readonly nowMs: number;
}

/**
 * Reads, checks and freezes everything that one operation on trigger tokens needs; what the operation does not take is refused. No network.
 * @throws {InputError} once, with every problem of every input; it never holds a secret.
 */
export async function parseTokensRequest(from: TokensSource): Promise<Parsed<TokensRequest>> {
  const reading = await readInputs(tokensTable, from);
  return parsedOf(
    all({
      connection: connectionOf(reading),
      project: reading.project_id,
      accessToken: reading.access_token,
      order: orderOf(reading, from),
    }),
  );
}
