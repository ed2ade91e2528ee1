import type { CommandDescription } from './options.js';

/**
 * The words after the program's name, split once. Every question about a command line uses this, also if it
 * has errors.
 */
export interface CommandWords {
  /** The word in the place of the command. */
  readonly first: string | undefined;
  readonly rest: readonly string[];
  readonly commands: readonly CommandDescription[];
  /** The named command; absent if there is none with that name. */
  readonly command: CommandDescription | undefined;
  /** The words that can be flags. */
  readonly flags: readonly string[];
  /** Whether a separate word asks for help. */
  readonly asksForHelp: boolean;
}

/**
 * Splits the arguments of the process into the command, its operand and the flags, without checking values.
 */
export function readWords(words: readonly string[], commands: readonly CommandDescription[]): CommandWords {
  const [first, ...rest] = words;
  const end = words.indexOf('--');
  const flags = end < 0 ? words : words.slice(0, end);
  return {
    first,
    rest,
    commands,
    command: commands.find(({ name }) => name === first),
    flags,
    asksForHelp: flags.some((word) => word === '--help' || word === '-h'),
  };
}
