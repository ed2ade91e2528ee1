import { type CommandSources, commandSource } from './parse.js';
import type { CommandWords } from './words.js';

/** The inputs with a path where a command writes a file for other programs. */
const placeInputs = ['output_file', 'summary_file', 'junit_file'] as const;

export interface NamedPath {
  readonly input: (typeof placeInputs)[number];
  readonly path: string;
}

/** The paths that a command line names for files of a run, even if the command line has errors elsewhere. */
export interface NamedPlaces {
  readonly paths: readonly NamedPath[];
  /** Paths for a new token: existing files stay until the token exists. */
  readonly tokenFiles: readonly string[];
  /** `output_format` as given. */
  readonly outputFormat: string | undefined;
  /** The prefix of file names in a folder of outputs. */
  readonly outputPrefix: string;
}

/** The sources of values that no flag gives. */
type PlaceSources = Pick<CommandSources, 'environment' | 'host'>;

/**
 * Whether a command line asks for a run with outputs. Also true if its command is unknown, because a variable
 * was empty or a name is misspelled.
 */
export function leavesOutputs({ first = '', command, asksForHelp }: CommandWords): boolean {
  if (['help', '--version', '-V'].includes(first) || asksForHelp) return false;
  return command === undefined || Object.keys(command.options).length > 0;
}

/** Finds these paths, so that they can be cleared before anything fails. */
export function namedPlaces({ command, flags }: CommandWords, sources: PlaceSources): NamedPlaces {
  const isKnown = (input: string): boolean =>
    command === undefined || input in command.inputs || input in command.options;
  const wanted = placeInputs.filter(isKnown);
  return {
    paths: wanted.flatMap((input) => valuesOf(input, flags, sources).map((path) => ({ input, path }))),
    tokenFiles: isKnown('save_to_file') ? valuesOf('save_to_file', flags, sources) : [],
    outputFormat: valuesOf('output_format', flags, sources).at(-1),
    outputPrefix: valuesOf('output_prefix', flags, sources).at(-1) ?? '',
  };
}

/** All values that flags give, or the value of another source. */
function valuesOf(
  input: string,
  flags: readonly string[],
  { environment, host }: PlaceSources,
): readonly string[] {
  const flag = `--${input.replaceAll('_', '-')}`;
  const given = flags.flatMap((word, index) => {
    if (word.startsWith(`${flag}=`)) return [word.slice(flag.length + 1)];
    const next = flags[index + 1] ?? '';
    return word === flag && !next.startsWith('-') ? [next] : [];
  });
  const other = commandSource({ given: new Map(), environment, host }).read(input)?.trim() ?? '';
  const named = given.map((text) => text.trim()).filter((text) => text !== '');
  return named.length > 0 || other === '' ? named : [other];
}
