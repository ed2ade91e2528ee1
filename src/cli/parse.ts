import { parseArgs } from 'node:util';

import { nearestName } from '../base/text.js';
import type { Problem } from '../inputs/parsing.js';
import { shownText } from '../inputs/scalars.js';
import { invalidInputs, isBlank } from '../inputs/table.js';
import type { InputSource } from '../model/requests.js';
import { type CommandDescription, type Flag, flagsOf, variableOf } from './options.js';
import type { CommandWords } from './words.js';

/** The parsed command line. */
export type CommandLine =
  | { readonly kind: 'help'; readonly command: CommandDescription | undefined }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'command';
      readonly command: CommandDescription;
      /** Values by input, as given. */
      readonly given: ReadonlyMap<string, string>;
      /** Paths of files with the value, by input. */
      readonly files: ReadonlyMap<string, string>;
    };

/** One word of a command line, as `parseArgs` returns it. */
type Token =
  | {
      readonly kind: 'option';
      readonly name: string;
      readonly rawName: string;
      readonly value?: string | undefined;
      /** Whether the value followed an equals sign. */
      readonly inlineValue?: boolean | undefined;
    }
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

/**
 * Parses the words after the program's name.
 * @throws {InputError} once, with every problem of the command line; it never contains the value of a
 *   secret.
 */
export function parseCommandLine({ first, rest, command, commands }: CommandWords): CommandLine {
  if (first === '--version' || first === '-V') return { kind: 'version' };
  if (first === '--help' || first === '-h') return { kind: 'help', command: undefined };
  if (first === 'help') return { kind: 'help', command: commands.find(({ name }) => name === rest[0]) };
  if (command === undefined) throw invalidInputs([unknownCommand(first, commands)]);
  const reading = readFlags(rest, command);
  if (reading.wantsHelp) return { kind: 'help', command };
  if (reading.problems.length > 0) throw invalidInputs(reading.problems);
  return { kind: 'command', command, given: reading.given, files: reading.files };
}

interface WordsRead {
  readonly given: Map<string, string>;
  readonly files: Map<string, string>;
  readonly problems: Problem[];
  wantsHelp: boolean;
}

function readFlags(words: readonly string[], command: CommandDescription): WordsRead {
  const flags = flagsOf(command);
  const reading: WordsRead = { given: new Map(), files: new Map(), problems: [], wantsHelp: false };
  let isAfterUnknown = false;
  for (const token of tokensOf(words, flags)) {
    if (token.kind === 'positional') {
      // It belongs to a flag that is rejected anyway, and may be the secret that was meant for that flag.
      if (!isAfterUnknown) readOperand(token.value, command, reading);
      isAfterUnknown = false;
    } else if (token.kind === 'option') {
      if (isHelp(token, words)) reading.wantsHelp = true;
      else isAfterUnknown = readFlag(token, { command, flags, reading }) === 'unknown';
    }
  }
  const { operand } = command;
  if (operand !== undefined && !reading.given.has(operand.input)) {
    reading.problems.push({
      at: command.name,
      what: `lacks the ${operand.input}`,
      hint: `Give one of ${operand.words.join(', ')}: gitlab-trigger ${command.name} ${operand.words[0] ?? ''}`,
    });
  }
  return reading;
}

/** Only a separate word asks for help: `-branch` is a mistake and must not succeed. */
function isHelp({ name, rawName }: Extract<Token, { kind: 'option' }>, words: readonly string[]): boolean {
  return name === 'help' && (rawName !== '-h' || words.includes('-h'));
}

/** `-branch` is not six flags. One is rejected, and the rest, which may be a secret, is not shown. */
function firstOfGroup(word: string): string {
  return /^-[^-]/.test(word) ? word.slice(0, 2) : word;
}

function tokensOf(words: readonly string[], flags: readonly Flag[]): readonly Token[] {
  const options = Object.fromEntries([
    ...flags.map(({ name, takes }) => [
      name,
      { type: takes === 'switch' ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
    ['help', { type: 'boolean' as const, short: 'h' }],
  ]) as NonNullable<Parameters<typeof parseArgs>[0]>['options'];
  const { tokens } = parseArgs({
    args: words.map(firstOfGroup),
    options: options ?? {},
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens;
}

interface FlagReading {
  readonly command: CommandDescription;
  readonly flags: readonly Flag[];
  readonly reading: WordsRead;
}

function readFlag(token: Extract<Token, { kind: 'option' }>, context: FlagReading): 'known' | 'unknown' {
  const { flags, reading } = context;
  const isNegated = token.name.startsWith('no-');
  const flag =
    flags.find(({ name }) => name === token.name) ??
    flags.find(({ name, takes }) => takes === 'switch' && isNegated && `no-${name}` === token.name);
  if (flag === undefined) {
    reading.problems.push(unknownFlag(token, context));
    return 'unknown';
  }
  const value = valueOf(token, flag);
  if (typeof value !== 'string') {
    reading.problems.push(value);
    return 'known';
  }
  const texts = flag.takes === 'file' ? reading.files : reading.given;
  const before = texts.get(flag.input);
  if (before === undefined) texts.set(flag.input, value);
  else if (flag.takes === 'lines') texts.set(flag.input, `${before}\n${value}`);
  else {
    reading.problems.push({
      at: token.rawName,
      what: 'is given more than once',
      hint: 'Give it once.',
    });
  }
  return 'known';
}

function valueOf(
  { name, rawName, value, inlineValue }: Extract<Token, { kind: 'option' }>,
  flag: Flag,
): string | Problem {
  if (flag.takes !== 'switch') {
    // A value that looks like a flag means that the value was forgotten.
    if (value !== undefined && (inlineValue === true || !value.startsWith('-'))) return value;
    return { at: rawName, what: 'has no value', hint: `Write ${rawName}=VALUE.` };
  }
  if (name === flag.name) return value ?? 'true';
  if (value === undefined) return 'false';
  return { at: rawName, what: 'takes no value', hint: `Write ${rawName}, or --${flag.name}=true.` };
}

function readOperand(word: string, { operand, name }: CommandDescription, reading: WordsRead): void {
  if (operand === undefined || reading.given.has(operand.input)) {
    reading.problems.push({
      at: name,
      what: `does not take ${shownText(word)}`,
      hint: 'Values belong behind a flag: --ref main. Put a value with spaces in quotes.',
    });
  } else if (operand.words.includes(word)) {
    reading.given.set(operand.input, word);
  } else {
    const nearest = nearestName(word.slice(0, 30), operand.words);
    reading.given.set(operand.input, '');
    reading.problems.push({
      at: name,
      what: `has no ${operand.input} ${shownText(word)}`,
      hint: `${hint(nearest)}Valid are ${operand.words.join(', ')}.`,
    });
  }
}

/** A missing command is an error too: an empty variable must not succeed. */
function unknownCommand(word: string | undefined, commands: readonly CommandDescription[]): Problem {
  const names = commands.map(({ name }) => name);
  const nearest = word === undefined ? undefined : nearestName(word.slice(0, 30), names);
  return {
    at: 'gitlab-trigger',
    what: word === undefined ? 'has no command' : `has no command ${shownText(word)}`,
    hint: `${hint(nearest)}Commands are ${names.join(', ')}; gitlab-trigger --help says what they do.`,
  };
}

function unknownFlag(
  { name, rawName }: Extract<Token, { kind: 'option' }>,
  { command, flags }: FlagReading,
): Problem {
  const secret = flags.find((flag) => flag.takes === 'file' && `${name}-file` === flag.name);
  if (secret !== undefined) {
    return {
      at: rawName,
      what: 'would show a secret to every user of this machine (not read)',
      hint: `Set it in the environment as ${variableOf(secret.input)}, or in a file with --${secret.name} PATH. If it was a real one, replace it: command lines are kept in histories and logs.`,
    };
  }
  const nearest = nearestName(
    name.slice(0, 40),
    flags.map((flag) => flag.name),
  );
  return {
    at: shownText(rawName.slice(0, 60)),
    what: `is no flag of ${command.name}`,
    hint: `${hint(nearest === undefined ? undefined : `--${nearest}`)}gitlab-trigger ${command.name} --help lists them.`,
  };
}

function hint(name: string | undefined): string {
  return name === undefined ? '' : `Did you mean ${name}? `;
}

/** The sources of a command's inputs. */
export interface CommandSources {
  /** Values of flags, by input. */
  readonly given: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The inputs that the CI passes. */
  readonly host: InputSource & {
    /** `below_environment` when absent. */
    readonly rank?: 'above_environment' | 'below_environment' | undefined;
  };
}

/**
 * The inputs of a command. Flags take precedence over environment variables (`GITLAB_TRIGGER_…`), and these
 * over what the CI passes. If the CI's inputs are written in the step itself, they take precedence over the
 * environment. A blank value counts as absent: it is used only if a flag or a variable has it and no source
 * has more.
 */
export function commandSource({ given, environment, host }: CommandSources): InputSource {
  return {
    read: (name) => {
      const own = [given.get(name), environment[variableOf(name)]];
      const [flag, variable] = own;
      const handed = host.read(name);
      const ranked = host.rank === 'above_environment' ? [flag, handed, variable] : [flag, variable, handed];
      return ranked.find((text) => !isBlank(text)) ?? own.find((text) => text !== undefined);
    },
  };
}
