import { formatParts, ResultsError, type ErrorParts } from '../base/app-error.js';
import type { ExitCode } from '../base/exit-code.js';
import type { Host } from '../hosts/ports.js';

/**
 * Does a run, and fails it when a file that was asked for is not there, or not whole, at its end. A run that fails anyway keeps its own error, and the file is a
 * warning.
 * @throws {ResultsError} `file_not_written`.
 */
export async function withFaults(
  { outputs, summary, log }: Pick<Host, 'outputs' | 'summary' | 'log'>,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const faults = (): readonly ErrorParts[] =>
    [outputs.fault?.(), summary.fault?.()].filter((fault) => fault !== undefined);
  const warn = (found: readonly ErrorParts[]): void => {
    for (const fault of found) log.warning(formatParts(fault));
  };
  let exitCode: ExitCode;
  try {
    exitCode = await run();
  } catch (error) {
    warn(faults());
    throw error;
  }
  const [first, ...others] = faults();
  warn(others);
  if (first !== undefined) throw new ResultsError(first);
  return exitCode;
}
