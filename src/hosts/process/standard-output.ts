import { fstatSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

import { ResultsError } from '../../base/errors.js';

/** What standard output is for: the log of a run, or a text for another program. */
export type OutputPurpose = 'log' | 'product';

/** The state of standard output. */
export interface StandardOutput {
  /** The system's error code if not everything was written: `ENOSPC`; `undefined` otherwise. */
  readonly failure: () => string | undefined;
  /**
   * The error of a run whose output was lost; `undefined` if none is known. A log that nobody reads any more
   * (`| head`, a closed terminal) is no loss, because the run does not depend on it. A product is lost then.
   * `exit`: what still waits for its reader is lost too.
   */
  readonly loss: (moment?: 'exit') => ResultsError | undefined;
}

/** The codes of a pipe or a socket whose reader has gone; the third is of Windows. */
const goneCodes = ['EPIPE', 'ECONNRESET', 'EOF'];

/**
 * From now on, no error of standard output ends the process early, and none is ignored: the first one is
 * reported on standard error.
 */
export function watchStandardOutput(purpose: OutputPurpose): StandardOutput {
  const { stdout, stderr } = process;
  const isTerminal = isatty(1);
  let code: string | undefined;
  const isReaderGone = (): boolean =>
    code !== undefined && (goneCodes.includes(code) || (isTerminal && code === 'EIO'));
  const loss: StandardOutput['loss'] = (moment) => {
    if (code !== undefined) {
      if (isReaderGone()) return purpose === 'log' ? undefined : outputLost(readerGone(code));
      return outputLost(notWritten(code));
    }
    return moment === 'exit' && stdout.writableLength > 0 ? outputLost(unfinished) : undefined;
  };
  const note = (error: unknown): void => {
    if (code !== undefined) return;
    code = error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
    if (loss() !== undefined) stderr.write(`Standard output cannot be written (${code}).\n`);
  };
  stderr.on('error', () => undefined);
  stdout.on('error', note);
  if (!isTerminal && needsOwnWrites(purpose)) stdout.write = wholeWrites(1, note);
  return { failure: () => code, loss };
}

interface Loss {
  readonly why: string;
  readonly hint: string;
}

function readerGone(code: string): Loss {
  return {
    why: `Its reader has ended before it had read everything (${code}).`,
    hint: 'Let the reader read to the end, or write to a file first and read that.',
  };
}

function notWritten(code: string): Loss {
  return {
    why: `The system says ${code}.`,
    hint: 'Check what it is redirected to, and whether there is room.',
  };
}

const unfinished: Loss = {
  why: 'The command was stopped while its reader had not taken everything.',
  hint: 'Check whether the reader still reads.',
};

function outputLost({ why, hint }: Loss): ResultsError {
  return new ResultsError({
    code: 'output_lost',
    what: 'Not all of the output reached standard output',
    why,
    hint,
  });
}

/**
 * Reserves standard output for what a command produces. Everything else written there from now on, also by
 * packages, goes to standard error. Returns the function that writes to the real standard output.
 */
export function keepStandardOutput(): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (text) => void write(text);
}

/**
 * Whether Node's own stream could lose a text and not say so: it takes a part that was written to a file or a
 * device for the whole, and writes nothing at all to what it does not know (a datagram socket, a folder). On
 * Windows, a process may have no standard output. Nobody expects a log there.
 */
function needsOwnWrites(purpose: OutputPurpose): boolean {
  try {
    const found = fstatSync(1);
    // Node has a socket of its own only for the kinds that it can connect.
    return !found.isFIFO() && !(found.isSocket() && 'connecting' in process.stdout);
  } catch {
    return purpose === 'product';
  }
}

function wholeWrites(fd: number, onError: (error: unknown) => void): typeof process.stdout.write {
  return (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    try {
      const bytes = Buffer.from(chunk);
      for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
    } catch (error) {
      onError(error);
    }
    const callback = rest.at(-1);
    if (typeof callback === 'function') process.nextTick(callback);
    return true;
  };
}
