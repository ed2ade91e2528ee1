import type { Cancellation } from '../follow/cancellation.js';
import { cancelTable } from '../inputs/cancel-inputs.js';
import { parseCancelRequest } from '../inputs/parse-cancel-request.js';
import { cancelRun } from './cancel-run.js';
import { openCall } from './library-call.js';
import type { LibraryDeps } from './library-deps.js';
import { optionSource } from './option-source.js';
import type { CancelOptions } from './options.js';

/** Nobody waits for a kill here: long enough for a busy GitLab. */
const withinMs = 60_000;

/**
 * Cancels one pipeline. What the public function of this name promises.
 * @throws {AppError} as that says.
 */
export async function cancelPipeline(
  deps: LibraryDeps,
  options: CancelOptions,
): Promise<readonly Cancellation[]> {
  const source = optionSource(options);
  const { request } = await parseCancelRequest(source, deps.files);
  const { connection, accessToken, ...address } = request;
  const { gitlab, signal, shown, redact, close } = openCall(deps, {
    source,
    table: cancelTable,
    connection,
    accessToken,
    signal: options.signal,
  });
  try {
    const onFound = (): void => undefined;
    const cancellations = await cancelRun(
      { ...deps, gitlab, onFound },
      { ...address, withinMs, signal, hurry: signal },
    );
    signal.throwIfAborted();
    return cancellations.map((each) => (each.why === undefined ? each : { ...each, why: redact(each.why) }));
  } catch (error) {
    throw shown(error);
  } finally {
    close();
  }
}
