import type { InputTable } from '../inputs/input-table.js';

/** One command, as its help, its completion and the reader of its command line see it. */
export interface CommandDescription {
  readonly name: string;
  /** What it does: one sentence without a full stop. */
  readonly summary: string;
  /** The words that may, or have to, come after the name; the word given becomes the input of this name. */
  readonly operand?: CommandOperand | undefined;
  /** Its inputs: a flag each, but for secrets. */
  readonly inputs: InputTable;
  /** What else it can do, a flag each; empty for a command that has no outputs. */
  readonly options: InputTable;
  /** Whether its standard output is a text for another program, beside which no log may stand. */
  readonly product?: boolean | undefined;
  /** Whole command lines; secrets in them come from the environment. */
  readonly examples: readonly string[];
}

export interface CommandOperand {
  /** Name of the input, snake_case. */
  readonly input: string;
  readonly words: readonly string[];
}
