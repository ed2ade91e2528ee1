import { cancelRun } from '../follow/cancel-pipeline.js';
import { cancelTable, parseCancelRequest } from '../inputs/commands/wait-and-cancel.js';
import type { Cancellation } from '../model/verdict.js';
import { type LibraryDeps, openCall } from './call.js';
import { type CancelOptions, optionSource } from './options.js';

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
