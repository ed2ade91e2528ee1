import { type CommandSources, commandSource } from './parse.js';
import type { CommandWords } from './words.js';

/** The inputs that name a place in which a command leaves something for others. */
const placeInputs = ['output_file', 'summary_file', 'junit_file'] as const;

export interface NamedPath {
  readonly input: (typeof placeInputs)[number];
  readonly path: string;
}

/** What a command line says of the places that a run leaves something in, however wrong it is elsewhere. */
export interface NamedPlaces {
  readonly paths: readonly NamedPath[];
  /** Where a new token goes: what is there stays until there is one. */
  readonly tokenFiles: readonly string[];
  /** `output_format` as it is given. */
  readonly outputFormat: string | undefined;
  /** In front of the names in a folder of outputs. */
  readonly outputPrefix: string;
}

/** Where values come from that no flag gives. */
type PlaceSources = Pick<CommandSources, 'environment' | 'host'>;

/**
 * Whether a command line asks for a run that leaves outputs: also one that cannot be made out, because a
 * variable was empty or a name is wrong.
 */
export function leavesOutputs({ first = '', command, asksForHelp }: CommandWords): boolean {
  if (['help', '--version', '-V'].includes(first) || asksForHelp) return false;
  return command === undefined || Object.keys(command.options).length > 0;
}

/** Finds those places, to be cleared before anything can go wrong. */
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

/** Every value that a flag gives, or the one that another source does. */
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
