import { type InputOutcome, all, andThen, ok, wrong } from '../inputs/parsing.js';
import { oneOf, parseBoolean } from '../inputs/scalars.js';
import { type InputRow, type InputTable, type ReadingOf, parsedOf, readInputs } from '../inputs/table.js';
import { type InputSource, type OutputFormat, type TextFiles, outputFormats } from '../model/requests.js';

/** Which format a path means by itself. */
const formatsByEnding: readonly (readonly [string, OutputFormat])[] = [
  ['.env', 'dotenv'],
  ['.json', 'json'],
  ['.sh', 'shell'],
  ['.properties', 'properties'],
  ['/', 'files'],
];

/**
 * What every command that talks to GitLab can do beside its inputs; the same on every CI. Each is a flag, and
 * a variable of the environment.
 */
export const optionTable = {
  output_file: {
    required: 'never',
    default: undefined,
    description:
      'Also write the outputs to this file, anew whenever one is known. Its ending tells the format: .env, .json, .sh, .properties, or / for a folder with a file for each output.',
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
      'The same, with a line of JSON for everything that happens, while it happens; the last one is that object.',
    secret: 'none',
    parse: parseBoolean,
  },
} satisfies InputTable;

/** Where the outputs of a command go beside the CI's own place. */
export interface OutputFileOption {
  readonly path: string;
  readonly format: OutputFormat;
  readonly prefix: string;
}

/**
 * What the options ask for beside JSON, which is decided on before they are read (`outputUseOf`), so that it
 * is there for what is wrong with them, too.
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
  // What is wrong with those of JSON is said here, too.
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
  what: 'has an ending that tells no format',
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
  /** The input that it gives, snake_case. */
  readonly input: string;
  /**
   * `switch`: stands alone for `true`, or has `=true` or `=false`; `once`: one value; `lines`: may come
   * again, a line each; `file`: the path of a file that holds the value, for secrets, which anybody on the
   * machine could read in a command line.
   */
  readonly takes: 'switch' | 'once' | 'lines' | 'file';
  readonly row: InputRow<unknown>;
}

/** The flags of a command: those of its inputs, in their order, then those of its options. */
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

/** The variable of the environment that gives an input: `GITLAB_TRIGGER_PROJECT_ID`. */
export function variableOf(input: string): string {
  return `GITLAB_TRIGGER_${input.toUpperCase()}`;
}

function takesOf(row: InputRow<unknown>): Flag['takes'] {
  if (row.secret === 'all' || row.secret === 'header_values') return 'file';
  if (row.parse === parseBoolean) return 'switch';
  return row.lines === 'many' ? 'lines' : 'once';
}

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
