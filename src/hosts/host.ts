import type { Clock } from '../base/clock.js';
import type { ErrorParts } from '../base/errors.js';
import type { Secret } from '../base/secret.js';
import type { CallerContext } from '../model/caller-context.js';
import type { InputSource } from '../model/requests.js';

/** Something about the pipeline's own code that a host may show beside it: a failed test. */
export interface Finding {
  /** `error` in a step that fails, `warning` in one that passes. */
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  /** As the pipeline named it, relative to its own checkout. */
  readonly file?: string | undefined;
  /** From 1; only with a file. */
  readonly line?: number | undefined;
}

/**
 * What a step says while it runs. Any text may be foreign: the adapter neutralizes its host's own commands in
 * it.
 */
export interface Log {
  /** One or more lines. */
  readonly info: (text: string) => void;
  /** A line only shown when the host's debugging is on. */
  readonly debug: (text: string) => void;
  readonly warning: (text: string) => void;
  /** The one message of a failed step. */
  readonly error: (text: string) => void;
  /** Lines that belong together, under a title; a reader may fold them. Not nested. */
  readonly group: (title: string, lines: readonly string[]) => void;
  /**
   * Shows a finding; absent on hosts that have no place for it. Whoever calls it has said the same in the
   * log.
   */
  readonly finding?: ((finding: Finding) => void) | undefined;
}

/** What the CI itself hands over for inputs. */
export interface HostInputs extends InputSource {
  /** Whether it counts more than variables `GITLAB_TRIGGER_…`; `below_environment` when absent. */
  readonly rank?: 'above_environment' | 'below_environment' | undefined;
}

export interface Masker {
  /**
   * Hides a text, and the forms it takes in URLs and bodies, in everything the host shows from now on;
   * `origin` is what to call its source.
   */
  readonly mask: (secret: Secret, origin?: string) => void;
  /** The text without anything that was masked so far, for what must not depend on the host's own masks. */
  readonly redact: (text: string) => string;
  /** The same for Markdown, where marks may be written in another way. */
  readonly redactMarkdown: (markdown: string) => string;
  /** The sources, as far as they were told, of what was masked and stands in a text. */
  readonly originsIn?: ((text: string) => readonly string[]) | undefined;
}

/** Whether an output holds a secret. */
export type OutputKind = 'open' | 'secret';

/** An output that reached nobody. */
export interface LostOutput {
  readonly name: string;
  /** To be read behind "because". */
  readonly why: string;
}

export interface OutputSink {
  /** Makes a value known to later steps, at once: a step that is killed afterwards keeps it. */
  readonly set: (name: string, value: string) => void;
  /**
   * `nothing` where there is no place for them, and what is set is lost; `no_secrets` where that is so for
   * secrets only.
   */
  readonly keeps?: 'nothing' | 'no_secrets' | undefined;
  /** The files that are written anew with each output: nobody else can have something there. */
  readonly files?: readonly string[] | undefined;
  /**
   * Forgets what an earlier call left where a later step would take it for this one's.
   * @throws {InputError} when it stays there.
   */
  readonly clear?: (() => void) | undefined;
  /** Why an output of a kind cannot be handed on here, as far as that can be told before there is one. */
  readonly hindrance?: ((kind: OutputKind) => string | undefined) | undefined;
  /** What was set and has reached no place, once all is there that was on its way. */
  readonly lost?: (() => Promise<readonly LostOutput[]>) | undefined;
  /** What was asked for beside the host's own place, and is not there, or not whole. */
  readonly fault?: (() => ErrorParts | undefined) | undefined;
}

/** What this host has for those who did not give an input. */
export interface InputHint {
  /** To be told when none of these was given. */
  readonly inputs: readonly string[];
  /** A sentence or two. */
  readonly text: string;
}

/** Where the host shows reports. */
export interface SummarySink {
  /** Adds Markdown to the report of this step; best effort, `false` when it could not be written. */
  readonly write: (markdown: string) => Promise<boolean>;
  /** What was asked for beside the host's own place, and is not there, or not whole. */
  readonly fault?: (() => ErrorParts | undefined) | undefined;
}

/** What the post step of the same action will read. */
export interface StateStore {
  readonly save: (name: string, value: string) => void;
  readonly load: (name: string) => string | undefined;
}

/** A CI host, seen from a step. */
export interface Host {
  readonly name: string;
  readonly inputs: HostInputs;
  readonly log: Log;
  readonly masker: Masker;
  readonly outputs: OutputSink;
  readonly summary: SummarySink;
  readonly state: StateStore;
  /** Who asks; read when called. */
  readonly context: () => CallerContext;
  readonly hints?: readonly InputHint[] | undefined;
}

/** What an adapter works with: the process's own in production, recordings in tests. */
export interface HostMeans {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes text to standard output, as it is. */
  readonly print: (text: string) => void;
  /** Writes lines for a person where no CI is recognized; as `print` when absent. */
  readonly printInTerminal?: ((text: string) => void) | undefined;
  /**
   * Why commands on standard output are not heard, where they are not: it is kept for something else, or
   * broken.
   */
  readonly unheard?: (() => string | undefined) | undefined;
  /**
   * Adds to a file of the host's, whatever is there; with an empty text it only tries.
   * @throws {Error} when the file cannot be written whole.
   */
  readonly appendText: (path: string, text: string) => void;
  /**
   * Puts a text in the place of a file, with the folders above it; a reader sees the old or the new one,
   * never half of it. Only this user may read what is new. It follows no link, except for the host's own
   * files.
   * @throws {Error} when it cannot be written.
   */
  readonly writeText: (path: string, text: string, owner?: 'host') => void;
  /** Whether there is something at a path, a link that leads nowhere included. */
  readonly isThere: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  /**
   * Runs another program to its end, which is waited for when this process ends. Gives what went wrong, if
   * anything.
   */
  readonly run: (program: HostProgram) => Promise<ProgramError | undefined>;
  readonly clock: Pick<Clock, 'epochMs'>;
  readonly processId: number;
}

/** Why a program did not do its work. */
export interface ProgramError {
  /** To be read behind its name: "is not installed". */
  readonly why: string;
  /** Whether it may do better the next time. */
  readonly outlook: 'open' | 'hopeless';
}

/** A program of the host, and what it is told. */
export interface HostProgram {
  readonly name: string;
  /** Everybody on the machine can read these. */
  readonly words: readonly string[];
  readonly input: string;
  /**
   * How it gets its input: on standard input unless given. `file`: in a file that only this user may read,
   * which is there while the program runs; its path is the last word.
   */
  readonly inputBy?: 'file' | undefined;
  /** Whether what it printed shows that the work was done; what it prints is not read without. */
  readonly accepts?: ((printed: string) => boolean) | undefined;
}

/** To be called by what only works by commands on standard output. @throws {Error} when nobody hears them. */
export function checkHeard({ unheard }: Pick<HostMeans, 'unheard'>): void {
  const why = unheard?.();
  if (why !== undefined) throw new Error(why);
}
