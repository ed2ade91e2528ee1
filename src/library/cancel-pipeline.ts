import { cancelRun } from '../follow/cancel-pipeline.js';
import { cancelTable, parseCancelRequest } from '../inputs/commands/wait-and-cancel.js';
import type { Cancellation } from '../model/verdict.js';
import { type LibraryDeps, openCall } from './call.js';
import { optionSource } from './option-source.js';
import type { CancelOptions } from './options.js';

/** No kill is pending here, so the limit allows for a busy GitLab. */
const withinMs = 60_000;

/**
 * Cancels one pipeline; implements the public function of this name.
 * @throws {AppError} as the public function documents.
 */
export async function cancelPipeline(
  deps: LibraryDeps,
  options: CancelOptions,
): Promise<readonly Cancellation[]> {
  const source = optionSource('cancelPipeline', options);
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
      { ...address, withinMs, signal, forceSignal: signal },
    );
    signal.throwIfAborted();
    return cancellations.map((each) => (each.why === undefined ? each : { ...each, why: redact(each.why) }));
  } catch (error) {
    throw shown(error);
  } finally {
    close();
  }
}
