import type { ErrorParts } from '../base/app-error.js';
import type { Secret } from '../base/secret.js';
import type { CallerContext } from '../inputs/caller-context.js';
import type { InputSource } from '../inputs/input-source.js';

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

/** What a step says while it runs. Any text may be foreign: the adapter neutralises its host's own commands in it. */
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
  /** Shows a finding; absent on hosts that have no place for it. Whoever calls it has said the same in the log. */
  readonly finding?: ((finding: Finding) => void) | undefined;
}

/** What the CI itself hands over for inputs. */
export interface HostInputs extends InputSource {
  /** Whether it counts more than variables `GITLAB_TRIGGER_…`; `below_environment` when absent. */
  readonly rank?: 'above_environment' | 'below_environment' | undefined;
}

export interface Masker {
  /** Hides a text, and the forms it takes in URLs and bodies, in everything the host shows from now on; `origin` is what to call its source. */
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
  /** `nothing` where there is no place for them, and what is set is lost; `no_secrets` where that is so for secrets only. */
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
