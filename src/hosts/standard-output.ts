import { fstatSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** What is known of standard output. */
export interface StandardOutput {
  /** The system's word for why not all of it got there: `ENOSPC`; `undefined` when it did. */
  readonly trouble: () => string | undefined;
  /** The same, but for a reader that has gone away (`| head`, a closed terminal): what it would have read is lost, and nothing else. */
  readonly loss: () => string | undefined;
}

/** From now on no trouble with standard output ends the process halfway, and none is forgotten: the first is said on standard error. */
export function watchStandardOutput(): StandardOutput {
  let code: string | undefined;
  const isTerminal = isatty(1);
  const loss = (): string | undefined =>
    code === 'EPIPE' || (isTerminal && code === 'EIO') ? undefined : code;
  const note = (error: unknown): void => {
    if (code !== undefined) return;
    code = error instanceof Error && 'code' in error ? String(error.code) : 'no error code';
    if (loss() !== undefined) process.stderr.write(`Standard output cannot be written (${code}).\n`);
  };
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', note);
  if (isFile(1) && !isTerminal) process.stdout.write = wholeWrites(1, note);
  return { trouble: () => code, loss };
}

/**
 * Keeps standard output for what a command produces: whatever else is written there from now on, also by packages that know nothing of this, goes to standard error. Gives
 * the way to the real one.
 */
export function keepStandardOutput(): (text: string) => void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return (text) => void write(text);
}

/** Whether it is a file or a device: those are written to at once. */
function isFile(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFile() || found.isCharacterDevice();
  } catch {
    return false;
  }
}

/** Node takes a write that the disk had room for only half of for a whole one. */
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
