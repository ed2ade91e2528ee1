import { type InputOutcome, all, andThen, ok, wrong } from '../inputs/parsing.js';
import { oneOf, parseBoolean } from '../inputs/scalars.js';
import { type InputRow, type InputTable, type ReadingOf, parsedOf, readInputs } from '../inputs/table.js';
import { type InputSource, type OutputFormat, type TextFiles, outputFormats } from '../model/requests.js';

/** The format that a path implies by its ending. */
const formatsByEnding: readonly (readonly [string, OutputFormat])[] = [
  ['.env', 'dotenv'],
  ['.json', 'json'],
  ['.sh', 'shell'],
  ['.properties', 'properties'],
  ['/', 'files'],
];

/**
 * What every command that talks to GitLab supports in addition to its inputs, the same on every CI. Each
 * option is a flag and an environment variable.
 */
export const optionTable = {
  output_file: {
    required: 'never',
    default: undefined,
    description:
      'Also write the outputs to this file, and rewrite it whenever one becomes known. Its extension determines the format: .env, .json, .sh, .properties, or / for a folder with a file for each output.',
    secret: 'none',
    parse: parsePath,
  },
  output_format: {
    required: 'never',
    default: undefined,
    description: `Format of output_file, whatever its ending: ${outputFormats.join(', ')}. See docs/command.md.`,
    secret: 'none',
    parse: oneOf(outputFormats),
  },
  output_prefix: {
    required: 'never',
    default: undefined,
    description: 'Text in front of every name in output_file: letters, digits and underscores.',
    secret: 'none',
    parse: parsePrefix,
  },
  summary_file: {
    required: 'never',
    default: undefined,
    description: 'Also write the report to this file, as Markdown.',
    secret: 'none',
    parse: parsePath,
  },
  json: {
    required: 'never',
    default: 'false',
    description:
      'Print one JSON object at the end on standard output: outputs, exit code, verdict, error. The log then goes to standard error. See docs/command.md.',
    secret: 'none',
    parse: parseBoolean,
  },
  json_lines: {
    required: 'never',
    default: 'false',
    description:
      'The same, plus one line of JSON for each event as it happens; the last line is that object.',
    secret: 'none',
    parse: parseBoolean,
  },
} satisfies InputTable;

/** Where the outputs of a command go, in addition to the CI's own outputs. */
export interface OutputFileOption {
  readonly path: string;
  readonly format: OutputFormat;
  readonly prefix: string;
}

/**
 * The options except JSON. `outputUseOf` decides on JSON before the options are read, so that errors in the
 * options are reported as JSON too.
 */
export interface CommandOptions {
  readonly outputFile: OutputFileOption | undefined;
  readonly summaryFile: string | undefined;
}

/**
 * Reads the options of a command.
 * @throws {InputError} once, with every problem of every option.
 */
export async function parseCommandOptions(source: InputSource, files: TextFiles): Promise<CommandOptions> {
  const reading = await readInputs(optionTable, { source, files });
  const { summary_file: summaryFile, json, json_lines: jsonLines } = reading;
  // Problems of the JSON options are reported here too.
  const options = all({ outputFile: outputFileOf(reading), summaryFile, json, jsonLines });
  const { request } = parsedOf(options);
  return { outputFile: request.outputFile, summaryFile: request.summaryFile };
}

function outputFileOf(reading: ReadingOf<typeof optionTable>): InputOutcome<OutputFileOption | undefined> {
  const parts = all({
    path: reading.output_file,
    format: reading.output_format,
    prefix: reading.output_prefix,
  });
  return andThen(parts, ({ path, format, prefix = '' }) => {
    if (path === undefined) return format === undefined && prefix === '' ? ok(undefined) : withoutFile;
    const known = format ?? formatsByEnding.find(([ending]) => path.endsWith(ending))?.[1];
    return known === undefined ? withoutFormat : ok({ path, format: known, prefix });
  });
}

const withoutFile = wrong({
  at: 'output_format or output_prefix',
  what: 'was given without output_file, so nothing would be written',
  hint: 'Give output_file, too.',
});

const withoutFormat = wrong({
  at: 'output_file',
  what: 'has an extension that determines no format',
  hint: `Let it end in ${formatsByEnding.map(([ending]) => ending).join(', ')}, or give output_format.`,
});

function parsePath(given: string): InputOutcome<string> {
  const path = given.trim();
  if (/[\0\r\n]/.test(path)) return wrong({ what: 'has more than one line', hint: 'Give one path.' });
  return ok(path);
}

function parsePrefix(given: string): InputOutcome<string> {
  const prefix = given.trim();
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(prefix)) return ok(prefix);
  return wrong({
    what: 'is not made of letters, digits and underscores',
    hint: 'Give a text such as GITLAB_.',
  });
}

/** One flag of a command. */
export interface Flag {
  /** Without dashes: `project-id`. */
  readonly name: string;
  /** The input that it sets, in snake_case. */
  readonly input: string;
  /**
   * `switch`: means `true` on its own, or has `=true` or `=false`. `once`: one value. `lines`: repeatable,
   * one line each. `file`: the path of a file with the value, for secrets, because every user of the machine
   * can read a command line.
   */
  readonly takes: 'switch' | 'once' | 'lines' | 'file';
  readonly row: InputRow<unknown>;
}

/** The flags of a command: those of its inputs in their order, then those of its options. */
export function flagsOf({ inputs, options, operand }: CommandDescription): readonly Flag[] {
  return [inputs, options]
    .flatMap((table) => Object.entries(table))
    .filter(([input]) => input !== operand?.input)
    .map(([input, row]) => {
      const takes = takesOf(row);
      const name = input.replaceAll('_', '-');
      return { name: takes === 'file' ? `${name}-file` : name, input, takes, row };
    });
}

/** The environment variable of an input: `GITLAB_TRIGGER_PROJECT_ID`. */
export function variableOf(input: string): string {
  return `GITLAB_TRIGGER_${input.toUpperCase()}`;
}

function takesOf(row: InputRow<unknown>): Flag['takes'] {
  if (row.secret === 'all' || row.secret === 'header_values') return 'file';
  if (row.parse === parseBoolean) return 'switch';
  return row.lines === 'many' ? 'lines' : 'once';
}

/** One command, for its help, its completion and the command line parser. */
export interface CommandDescription {
  readonly name: string;
  /** What it does, in one sentence without a period. */
  readonly summary: string;
  /** The words that may or must follow the name. The given word becomes the value of this input. */
  readonly operand?: CommandOperand | undefined;
  /** Its inputs; each is a flag, except secrets. */
  readonly inputs: InputTable;
  /** Its options; each is a flag. Empty for a command without outputs. */
  readonly options: InputTable;
  /** Whether its standard output is for another program, so that no log may be printed there. */
  readonly product?: boolean | undefined;
  /** Complete command lines; secrets in them come from the environment. */
  readonly examples: readonly string[];
}

export interface CommandOperand {
  /** Name of the input in snake_case. */
  readonly input: string;
  readonly words: readonly string[];
}
