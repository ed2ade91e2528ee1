import type { CommandDescription } from './options.js';

/**
 * The words after the program's name, taken apart once; whoever asks what a command line says, also one that
 * is wrong elsewhere, asks this.
 */
export interface CommandWords {
  /** What should be the name of a command. */
  readonly first: string | undefined;
  readonly rest: readonly string[];
  readonly commands: readonly CommandDescription[];
  /** The one that is meant; absent when there is none of that name. */
  readonly command: CommandDescription | undefined;
  /** The words that can be flags. */
  readonly flags: readonly string[];
  /** Whether a word of its own asks for help. */
  readonly asksForHelp: boolean;
}

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
