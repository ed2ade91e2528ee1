import type { Clock } from '../base/clock.js';

/** What an adapter works with: the process's own in production, recordings in tests. */
export interface HostMeans {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes text to standard output, as it is. */
  readonly print: (text: string) => void;
  /** Writes lines for a person where no CI is recognised; as `print` when absent. */
  readonly printInTerminal?: ((text: string) => void) | undefined;
  /** @throws {Error} when the file cannot be written. */
  readonly appendText: (path: string, text: string) => void;
  /**
   * Puts a text in the place of a file, with the folders above it; a reader sees the old or the new one, never half of it.
   * Only this user may read what is new.
   * @throws {Error} when it cannot be written.
   */
  readonly writeText: (path: string, text: string) => void;
  readonly isFolder: (path: string) => boolean;
  /** Runs another program to its end, which is waited for when this process ends. Gives what went wrong, if anything. */
  readonly run: (program: HostProgram) => Promise<ProgramTrouble | undefined>;
  readonly clock: Pick<Clock, 'epochMs'>;
  readonly processId: number;
}

/** Why a program did not do its work. */
export interface ProgramTrouble {
  /** To be read behind its name: "is not installed". */
  readonly why: string;
  /** Whether it may do better the next time. */
  readonly outlook: 'open' | 'hopeless';
}

/** A program of the host, and what it is told. What it prints is not read. */
export interface HostProgram {
  readonly name: string;
  /** Everybody on the machine can read these. */
  readonly words: readonly string[];
  /** Its standard input. */
  readonly input: string;
}
