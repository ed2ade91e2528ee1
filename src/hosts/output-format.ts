/** How outputs are written to a file. `docs/command.md` tells each exactly. */
export type OutputFormat = 'dotenv' | 'json' | 'shell' | 'properties' | 'files';

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
 * All outputs as one text. A value that comes back from the file comes back as it was; one that the format cannot carry so is left out. Names are
 * letters, digits and underscores.
 */
export function formatOutputs(format: DocumentFormat, outputs: ReadonlyMap<string, string>): OutputDocument {
  if (format === 'json') {
    return { text: `${JSON.stringify(Object.fromEntries(outputs), null, 2)}\n`, leftOut: [] };
  }
  const entries = Array.from(outputs, ([name, value]) => ({ name, entry: lineOf[format](name, value) }));
  return {
    text: entries.map(({ entry }) => (entry.kind === 'text' ? `${entry.text}\n` : '')).join(''),
    leftOut: entries.flatMap(({ name, entry }) =>
      entry.kind === 'left_out' ? [{ name, why: entry.why }] : [],
    ),
  };
}

const lineOf: Readonly<Record<Exclude<DocumentFormat, 'json'>, (name: string, value: string) => Entry>> = {
  dotenv: dotenvLine,
  shell: shellLine,
  properties: (name, value) => ({ kind: 'text', text: `${name}=${propertiesValue(value)}` }),
};

/**
 * `name=value`, and nothing around the value: GitLab's dotenv reports and `docker run --env-file` know neither quotes nor escapes.
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
 * Nothing has a meaning in single quotes but the quote itself and, in fish, a backslash: both stand outside of them, in a way that bash, zsh, dash and fish
 * read alike.
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
 * White space at the beginning, and everything that is not plain ASCII, is escaped: readers differ in the encoding that they take for granted.
 * @see https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 */
function propertiesValue(value: string): string {
  return value
    .replace(/[^\u0020-\u005b\u005d-\u007e]/g, (unit) => namedEscapes.get(unit) ?? unicodeEscape(unit))
    .replace(/^ /, '\\ ');
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
