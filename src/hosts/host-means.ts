import type { Clock } from '../base/clock.js';

/** What an adapter works with: the process's own in production, recordings in tests. */
export interface HostMeans {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes text to standard output, as it is. */
  readonly print: (text: string) => void;
  /** Writes lines for a person where no CI is recognised; as `print` when absent. */
  readonly printInTerminal?: ((text: string) => void) | undefined;
  /** Why commands on standard output are not heard, where they are not: it is kept for something else, or broken. */
  readonly unheard?: (() => string | undefined) | undefined;
  /** Adds to a file of the host's, whatever is there; with an empty text it only tries. @throws {Error} when the file cannot be written whole. */
  readonly appendText: (path: string, text: string) => void;
  /**
   * Puts a text in the place of a file, with the folders above it; a reader sees the old or the new one, never half of it.
   * Only this user may read what is new. It follows no link, except for the host's own files.
   * @throws {Error} when it cannot be written.
   */
  readonly writeText: (path: string, text: string, owner?: 'host') => void;
  /** Whether there is something at a path, a link that leads nowhere included. */
  readonly isThere: (path: string) => boolean;
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

/** To be called by what only works by commands on standard output. @throws {Error} when nobody hears them. */
export function checkHeard({ unheard }: Pick<HostMeans, 'unheard'>): void {
  const why = unheard?.();
  if (why !== undefined) throw new Error(why);
}
