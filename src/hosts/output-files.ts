import { InputError } from '../base/errors.js';
import type { OutputFormat } from '../model/requests.js';
import type { HostMeans } from './host.js';
import {
  NoPlaceError,
  type OutputCarrier,
  type OutputLimits,
  carrierTo,
  unfit,
  withinLimits,
} from './outputs.js';
import { fileCodeOf } from './step-files.js';

/** A format for outputs in a file. */
interface FileFormat {
  readonly audience: OutputCarrier['audience'];
  /** A line with its end; `undefined` for a value that the format cannot represent. */
  readonly line: (name: string, value: string) => string | undefined;
  readonly limits?: OutputLimits | undefined;
}

/** The location of a file of ours. */
interface OwnPlace {
  readonly path: string;
  /** `host`: in a folder that the host created for it; otherwise in the working copy. */
  readonly owner?: 'host' | undefined;
  /** The hint for a file that cannot be written, so that nothing is started. */
  readonly hint?: string | undefined;
}

/** A file of ours at `path`, rewritten with each output: it contains the outputs of the last call only. */
export function ownFile(
  means: HostMeans,
  { path, owner, hint, audience, line, limits = {} }: FileFormat & OwnPlace,
): OutputCarrier {
  const lines = new Map<string, string>();
  const write = (): void => means.writeText(path, Array.from(lines.values()).join(''), owner);
  return {
    audience,
    file: path,
    check: write,
    carry: ({ name, value }) => {
      const next = line(name, value);
      const carried = next === undefined ? unfit : withinLimits(limits, lines, [name, next]);
      const hadOne = lines.delete(name);
      if (next !== undefined && carried.kind === 'taken') lines.set(name, next);
      if (hadOne || carried.kind === 'taken') write();
      return carried;
    },
    clear: () => {
      lines.clear();
      try {
        write();
      } catch (error) {
        if (means.isThere(path)) throw stale(path, fileCodeOf(error));
        throw hint === undefined ? error : unwritable(path, { code: fileCodeOf(error), hint });
      }
    },
  };
}

/** A later step would take its content for ours. */
function stale(path: string, code: string): InputError {
  const why =
    code === 'ELOOP'
      ? 'It is a symbolic link, or leads through one, which may have come with a checkout and is not followed'
      : `The system says ${code}`;
  return new InputError({
    code: 'invalid_input',
    what: `${path} is there already and cannot be replaced, so nothing was started: later steps would read the outputs of another run in it`,
    why,
    hint: 'Remove it before this step, or let this user write in its folder.',
  });
}

/** A later step would find no file. */
function unwritable(
  path: string,
  { code, hint }: { readonly code: string; readonly hint: string },
): InputError {
  return new InputError({
    code: 'invalid_input',
    what: `${path} cannot be written, so nothing was started: later steps read the outputs in it`,
    why: `The system says ${code}`,
    hint,
  });
}

/**
 * A file of the host whose path is in `variable`: each output appends a line, and the last one of a name
 * counts.
 */
export function hostFile(
  { environment, appendText }: HostMeans,
  { variable, audience, line, limits }: FileFormat & { readonly variable: string },
): OutputCarrier {
  const append = (text: string): void => {
    const path = environment[variable] ?? '';
    if (path === '') throw new NoPlaceError(`${variable} is not set`);
    appendText(path, text);
  };
  return carrierTo({
    audience,
    encode: ({ name, value }) => line(name, value),
    limits,
    put: append,
    check: () => append(''),
  });
}

/** A format in which one file contains all outputs. */
export type DocumentFormat = Exclude<OutputFormat, 'files'>;

/** The text of a file, and the outputs that it could not include. */
export interface OutputDocument {
  readonly text: string;
  readonly leftOut: readonly LeftOutOutput[];
}

export interface LeftOutOutput {
  readonly name: string;
  /** The end of a sentence that starts with its name. */
  readonly why: string;
}

type Entry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'left_out'; readonly why: string };

/**
 * All outputs as one text. Reading the file gives exactly the same values; a value for which the format
 * cannot guarantee that is omitted. Names consist of letters, digits and underscores.
 */
export function formatOutputs(format: DocumentFormat, outputs: ReadonlyMap<string, string>): OutputDocument {
  if (format === 'json') {
    return { text: `${JSON.stringify(Object.fromEntries(outputs), null, 2)}\n`, leftOut: [] };
  }
  const entries = Array.from(outputs, ([name, value]) => ({
    name,
    entry: formattedLine[format](name, value),
  }));
  return {
    text: entries.map(({ entry }) => (entry.kind === 'text' ? `${entry.text}\n` : '')).join(''),
    leftOut: entries.flatMap(({ name, entry }) =>
      entry.kind === 'left_out' ? [{ name, why: entry.why }] : [],
    ),
  };
}

const formattedLine: Readonly<
  Record<Exclude<DocumentFormat, 'json'>, (name: string, value: string) => Entry>
> = {
  dotenv: dotenvLine,
  shell: shellLine,
  properties: (name, value) => ({ kind: 'text', text: `${name}=${propertiesValue(value)}` }),
};

/**
 * `name=value` without quotes: GitLab's dotenv reports and `docker run --env-file` support neither quotes nor
 * escapes.
 * @see https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
function dotenvLine(name: string, value: string): Entry {
  if (/[\r\n]/.test(value)) return { kind: 'left_out', why: 'has more than one line' };
  if (value.includes('\0')) return { kind: 'left_out', why: 'holds a zero byte' };
  // GitLab removes white space at both ends.
  if (/^\s|\s$/u.test(value)) return { kind: 'left_out', why: 'begins or ends with a blank' };
  return { kind: 'text', text: `${name}=${value}` };
}

/**
 * Single quotes make everything literal except the quote itself and, in fish, a backslash. Both are placed
 * outside of the quotes in a form that bash, zsh, dash and fish read alike.
 */
function shellLine(name: string, value: string): Entry {
  if (value.includes('\0')) return { kind: 'left_out', why: 'holds a zero byte' };
  const quoted = value.replace(/['\\]/g, (mark) => (mark === "'" ? String.raw`'\''` : String.raw`'"\\"'`));
  return { kind: 'text', text: `export ${name}='${quoted}'` };
}

const namedEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
]);

/**
 * Escapes white space at the beginning and everything except plain ASCII, because readers assume different
 * encodings.
 * @see
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 */
function propertiesValue(value: string): string {
  return value
    .replace(/[^\u0020-\u005b\u005d-\u007e]/g, (unit) => namedEscapes.get(unit) ?? unicodeEscape(unit))
    .replace(/^ /, '\\ ');
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * The name of an output where outputs become environment variables: `TRIGGERED_PIPELINE_ID`. The prefix
 * `GITLAB_TRIGGER_` is reserved for inputs. The key of a value is unchanged, because two keys may differ in
 * case only: `TRIGGERED_VALUE_image`.
 */
export function environmentName(output: string): string {
  const [, key] = /^value_(.*)$/.exec(output) ?? [];
  return key === undefined ? `TRIGGERED_${output.toUpperCase()}` : `TRIGGERED_VALUE_${key}`;
}

/** Linux starts no program at all if a variable is longer (128 KiB with its name). */
export const longestVariableBytes = 100_000;

/**
 * One output as a line of a format, with its end; `undefined` for a value that the format cannot represent.
 */
export function lineOf(
  format: Exclude<DocumentFormat, 'json'>,
): (name: string, value: string) => string | undefined {
  return (name, value) => {
    const { text, leftOut } = formatOutputs(format, new Map([[name, value]]));
    return leftOut.length === 0 ? text : undefined;
  };
}

/** A line of a shell script that exports an output as an environment variable. */
export function exportLine(name: string, value: string): string | undefined {
  return lineOf('shell')(environmentName(name), value);
}

/**
 * Outputs on hosts whose steps share only a folder: the script `gitlab-trigger.env` in the working folder,
 * which a later step reads with `. ./gitlab-trigger.env`.
 */
export function shellFile(means: HostMeans, { hint }: Pick<OwnPlace, 'hint'> = {}): OutputCarrier {
  return ownFile(means, {
    hint,
    path: 'gitlab-trigger.env',
    audience: 'whoever_may_see_the_build',
    line: exportLine,
    limits: { entryBytes: longestVariableBytes },
  });
}
