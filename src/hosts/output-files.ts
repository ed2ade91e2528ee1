import { InputError } from '../base/errors.js';
import type { OutputFormat } from '../model/requests.js';
import type { HostMeans } from './host.js';
import { type OutputCarrier, type OutputLimits, carrierTo, unfit, withinLimits } from './outputs.js';
import { fileCodeOf } from './step-files.js';

/** How outputs are written in a file. */
interface FileFormat {
  readonly audience: OutputCarrier['audience'];
  /** A line, with its end; `undefined` for a value that the format cannot hold. */
  readonly line: (name: string, value: string) => string | undefined;
  readonly limits?: OutputLimits | undefined;
}

/** Where a file of our own is. */
interface OwnPlace {
  readonly path: string;
  /** `host`: in a folder that the host made for it; in the working copy otherwise. */
  readonly owner?: 'host' | undefined;
  /** What to do about a place that cannot be written, where nothing shall be started then. */
  readonly cure?: string | undefined;
}

/**
 * A file of our own at `path`, written anew with each output: it holds those of the last call and nothing
 * else.
 */
export function ownFile(
  means: HostMeans,
  { path, owner, cure, audience, line, limits = {} }: FileFormat & OwnPlace,
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
        throw cure === undefined ? error : unwritable(path, { code: fileCodeOf(error), cure });
      }
    },
  };
}

/** A later step would take what is in it for ours. */
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

/** A later step would find nothing to read. */
function unwritable(
  path: string,
  { code, cure }: { readonly code: string; readonly cure: string },
): InputError {
  return new InputError({
    code: 'invalid_input',
    what: `${path} cannot be written, so nothing was started: later steps read the outputs in it`,
    why: `The system says ${code}`,
    hint: cure,
  });
}

/**
 * A file of the host's, whose path is in `variable`: a line is added for each output, and the last one of a
 * name counts.
 */
export function hostFile(
  { environment, appendText }: HostMeans,
  { variable, audience, line, limits }: FileFormat & { readonly variable: string },
): OutputCarrier {
  const append = (text: string): void => {
    const path = environment[variable] ?? '';
    if (path === '') throw new Error(`${variable} is not set`);
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

/** A format in which one file holds all outputs. */
export type DocumentFormat = Exclude<OutputFormat, 'files'>;

/** A file's text, and what it could not take. */
export interface OutputDocument {
  readonly text: string;
  readonly leftOut: readonly LeftOutOutput[];
}

export interface LeftOutOutput {
  readonly name: string;
  /** The end of the sentence that begins with its name. */
  readonly why: string;
}

type Entry =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'left_out'; readonly why: string };

/**
 * All outputs as one text. A value that comes back from the file comes back as it was; one that the format
 * cannot carry so is left out. Names are letters, digits and underscores.
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
 * `name=value`, and nothing around the value: GitLab's dotenv reports and `docker run --env-file` know
 * neither quotes nor escapes.
 * @see https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
function dotenvLine(name: string, value: string): Entry {
  if (/[\r\n]/.test(value)) return { kind: 'left_out', why: 'has more than one line' };
  if (value.includes('\0')) return { kind: 'left_out', why: 'holds a zero byte' };
  // GitLab takes white space at both ends away.
  if (/^\s|\s$/u.test(value)) return { kind: 'left_out', why: 'begins or ends with a blank' };
  return { kind: 'text', text: `${name}=${value}` };
}

/**
 * Nothing has a meaning in single quotes but the quote itself and, in fish, a backslash: both stand outside
 * of them, in a way that bash, zsh, dash and fish read alike.
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
 * White space at the beginning, and everything that is not plain ASCII, is escaped: readers differ in the
 * encoding that they take for granted.
 * @see
 *   https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
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
 * How an output is called where outputs become variables of the environment: `TRIGGERED_PIPELINE_ID`. What
 * begins with `GITLAB_TRIGGER_` is an input. The key of a value stays as it is, because two keys may differ
 * in case only: `TRIGGERED_VALUE_image`.
 */
export function environmentName(output: string): string {
  const [, key] = /^value_(.*)$/.exec(output) ?? [];
  return key === undefined ? `TRIGGERED_${output.toUpperCase()}` : `TRIGGERED_VALUE_${key}`;
}

/** The variables of an earlier call, which this step finds in its environment as later ones will. */
export function formerVariables(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.keys(environment).filter(
    (name) => /^TRIGGERED_(?:VALUE_\w+|[A-Z_]+)$/.test(name) && environment[name] !== '',
  );
}

/**
 * Linux starts no program with a longer variable (128 KiB with its name), whichever of them the program
 * wants.
 */
export const longestVariableBytes = 100_000;

/**
 * Writes one output as a line of a format, with its end; `undefined` for a value that the format cannot
 * carry.
 */
export function lineOf(
  format: Exclude<DocumentFormat, 'json'>,
): (name: string, value: string) => string | undefined {
  return (name, value) => {
    const { text, leftOut } = formatOutputs(format, new Map([[name, value]]));
    return leftOut.length === 0 ? text : undefined;
  };
}

/** A line of a shell script that exports an output as a variable of the environment. */
export function exportLine(name: string, value: string): string | undefined {
  return lineOf('shell')(environmentName(name), value);
}

/**
 * Outputs where the steps of a build share nothing but a folder: the script `gitlab-trigger.env`, in the
 * folder in which the step runs, which a later step reads with `. ./gitlab-trigger.env`.
 */
export function shellFile(means: HostMeans, { cure }: Pick<OwnPlace, 'cure'> = {}): OutputCarrier {
  return ownFile(means, {
    cure,
    path: 'gitlab-trigger.env',
    audience: 'whoever_may_see_the_build',
    line: exportLine,
    limits: { entryBytes: longestVariableBytes },
  });
}
