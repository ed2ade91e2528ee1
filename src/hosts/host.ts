import type { Clock } from '../base/clock.js';
import type { ErrorParts } from '../base/errors.js';
import type { OwnPlace } from '../base/files.js';
import type { Secret, SecretKind } from '../base/secret.js';
import type { CallerContext } from '../model/caller-context.js';
import type { InputSource } from '../model/requests.js';

/** An annotation about the pipeline's own code that a host may show beside it: a failed test. */
export interface Annotation {
  /** `error` in a failed step, `warning` in a passed one. */
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  /** As the pipeline named it, relative to its own checkout. */
  readonly file?: string | undefined;
  /** From 1; only with a file. */
  readonly line?: number | undefined;
}

/**
 * The log of a step. Any text may come from outside: the adapter neutralizes its host's own commands in it.
 */
export interface Log {
  /** One or more lines. */
  readonly info: (text: string) => void;
  /** A line that is shown only when debugging is on in the host. */
  readonly debug: (text: string) => void;
  readonly warning: (text: string) => void;
  /** The only error message of a failed step. */
  readonly error: (text: string) => void;
  /** Lines under a title, which a host may show collapsed. Not nested. */
  readonly group: (title: string, lines: readonly string[]) => void;
  /** Shows an annotation; absent on hosts without a place for it. The caller also logs the same content. */
  readonly annotation?: ((annotation: Annotation) => void) | undefined;
}

/** Inputs that the CI itself provides. */
export interface HostInputs extends InputSource {
  /** Precedence relative to `GITLAB_TRIGGER_…` variables; `below_environment` when absent. */
  readonly rank?: 'above_environment' | 'below_environment' | undefined;
}

export interface Masker {
  /**
   * Hides a text, and its forms in URLs and bodies, in everything that the host shows from now on; `origin`
   * names its source. Of a token, longer pieces are hidden, too, even if they do not look random.
   */
  readonly mask: (secret: Secret, origin?: string, kind?: SecretKind) => void;
  /** The text without everything masked so far, for text that must not depend on the host's own masks. */
  readonly redact: (text: string) => string;
  /** The same for Markdown, which can write punctuation in several ways. */
  readonly redactMarkdown: (markdown: string) => string;
  /** The known sources of masked texts that occur in a text. */
  readonly originsIn?: ((text: string) => readonly string[]) | undefined;
}

/** Whether an output holds a secret. */
export type OutputKind = 'open' | 'secret';

/** An output that reached no later step. */
export interface LostOutput {
  readonly name: string;
  /** Follows "because" in a sentence. */
  readonly why: string;
}

export interface OutputSink {
  /** Passes a value to later steps immediately, so that it survives if the step is killed afterwards. */
  readonly set: (name: string, value: string) => void;
  /** `nothing`: there is no place for outputs, and they are lost. `no_secrets`: the same for secrets only. */
  readonly keeps?: 'nothing' | 'no_secrets' | undefined;
  /** The files that are rewritten with each output; nothing else may be written to them. */
  readonly files?: readonly string[] | undefined;
  /**
   * Removes the outputs of an earlier call that a later step would mistake for this one's; `names` are those
   * that it may have had besides values.
   * @throws {InputError} when they cannot be removed.
   */
  readonly clear?: ((names: readonly string[]) => void) | undefined;
  /** Why an output of this kind cannot be passed on here, as far as that is known in advance. */
  readonly hindrance?: ((kind: OutputKind) => string | undefined) | undefined;
  /** The outputs that reached no place, once all pending ones have been delivered. */
  readonly lost?: (() => Promise<readonly LostOutput[]>) | undefined;
  /**
   * Why later steps read something untrue: a place took some outputs of this call and lacks others, or has
   * them from an earlier moment. Outputs under way do not count yet.
   */
  readonly stale?: (() => ErrorParts | undefined) | undefined;
  /**
   * Why later steps read nothing at all: every place that the host has for outputs failed. What a host cannot
   * represent does not count, nor does a host without a place.
   */
  readonly undelivered?: (() => ErrorParts | undefined) | undefined;
  /** Why no output could be passed on, if every place of the host is known to be unusable in advance. */
  readonly blocked?: (() => string | undefined) | undefined;
  /** Why a file that was requested in addition to the host's own place is missing or incomplete. */
  readonly fault?: (() => ErrorParts | undefined) | undefined;
}

/** What this host suggests if an input was not given. */
export interface InputHint {
  /** Shown when none of these was given. */
  readonly inputs: readonly string[];
  /** A sentence or two. */
  readonly text: string;
}

/** The place where the host shows reports. */
export interface SummarySink {
  /** Adds Markdown to the report of this step, as far as possible; `false` if it could not be written. */
  readonly write: (markdown: string) => Promise<boolean>;
  /** Whether anybody sees the report; `false` where it is dropped. */
  readonly hasPlace?: boolean | undefined;
  /** Why a file that was requested in addition to the host's own place is missing or incomplete. */
  readonly fault?: (() => ErrorParts | undefined) | undefined;
}

/** State for the post step of the same action. */
export interface StateStore {
  readonly save: (name: string, value: string) => void;
  readonly load: (name: string) => string | undefined;
}

/** A CI host as a step sees it. */
export interface Host {
  readonly name: string;
  readonly inputs: HostInputs;
  readonly log: Log;
  readonly masker: Masker;
  readonly outputs: OutputSink;
  readonly summary: SummarySink;
  readonly state: StateStore;
  /** The context of the run that calls; read at each call. */
  readonly context: () => CallerContext;
  readonly hints?: readonly InputHint[] | undefined;
  /** The files that a step was asked to write besides the host's own ones. */
  readonly places?: (() => readonly OwnPlace[]) | undefined;
}

/** What an adapter works with: the real process in production, recordings in tests. */
export interface HostMeans {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Writes text to standard output unchanged. */
  readonly print: (text: string) => void;
  /** Writes lines for users where no CI is recognized; same as `print` when absent. */
  readonly printInTerminal?: ((text: string) => void) | undefined;
  /**
   * Why the CI does not read commands on standard output, if so: it is used for something else, or broken.
   */
  readonly unheard?: (() => string | undefined) | undefined;
  /**
   * Appends to a file of the host, whatever kind of file it is. An empty text only tests whether that is
   * possible.
   * @throws {Error} when the file cannot be written completely.
   */
  readonly appendText: (path: string, text: string) => void;
  /**
   * The text of a file of the host; empty if there is none, or something else than a file.
   * @throws {Error} when it cannot be read.
   */
  readonly readText: (path: string) => string;
  /**
   * Replaces the content of a file and creates the folders above it. A reader sees either the old or the new
   * content. Only this user may read a new file. Follows no link, except for the host's own files.
   * @throws {Error} when it cannot be written.
   */
  readonly writeText: (path: string, text: string, owner?: 'host') => void;
  /** Whether something exists at a path, including a dangling link. */
  readonly isThere: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  /** Runs another program to its end; this process does not exit before. Returns the error, if any. */
  readonly run: (program: HostProgram) => Promise<ProgramError | undefined>;
  readonly clock: Pick<Clock, 'epochMs'>;
  readonly processId: number;
}

/** Why a program failed. */
export interface ProgramError {
  /** Follows the name of the program in a sentence: "is not installed". */
  readonly why: string;
  /** Whether a later call may succeed. */
  readonly outlook: 'open' | 'hopeless';
}

/** A program of the host, and its input. */
export interface HostProgram {
  readonly name: string;
  /** Every user of the machine can read these. */
  readonly words: readonly string[];
  readonly input: string;
  /**
   * How it receives its input: on standard input unless given. `file`: in a file that only this user may
   * read, which exists while the program runs; its path is the last word.
   */
  readonly inputBy?: 'file' | undefined;
  /** Whether the printed text shows success; without this function, the output is not read. */
  readonly accepts?: ((printed: string) => boolean) | undefined;
}

/**
 * Called before operations that need commands on standard output.
 * @throws {Error} when the CI does not read them.
 */
export function checkHeard({ unheard }: Pick<HostMeans, 'unheard'>): void {
  const why = unheard?.();
  if (why !== undefined) throw new Error(why);
}
