import type { Secret } from '../base/secret.js';
import type { InputSource } from '../inputs/input-source.js';

/** What a step says while it runs. Any text may be foreign: the adapter neutralises its host's own commands in it. */
export interface Log {
  /** One or more lines. */
  readonly info: (text: string) => void;
  /** A line only shown when the host's debugging is on. */
  readonly debug: (text: string) => void;
  readonly warning: (text: string) => void;
  /** The one message of a failed step. */
  readonly error: (text: string) => void;
}

export interface Masker {
  /** Hides a text, and the forms it takes in URLs and bodies, in everything the host shows from now on. */
  readonly mask: (secret: Secret) => void;
}

export interface OutputSink {
  /** Makes a value known to later steps, at once: a step that is killed afterwards keeps it. */
  readonly set: (name: string, value: string) => void;
}

/** What the post step of the same action will read. */
export interface StateStore {
  readonly save: (name: string, value: string) => void;
  readonly load: (name: string) => string | undefined;
}

/** A CI host, seen from a step. */
export interface Host {
  readonly name: string;
  readonly inputs: InputSource;
  readonly log: Log;
  readonly masker: Masker;
  readonly outputs: OutputSink;
  readonly state: StateStore;
}
