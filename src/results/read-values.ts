import { assertNever } from '../base/assert-never.js';
import { type DocumentNode, placeOf, readJson } from '../base/document.js';
import { decodeText } from '../base/encoding.js';

/**
 * Parses `KEY=VALUE` lines as GitLab parses a dotenv report: the key ends at the first `=`, white space
 * around key and value is removed, quotes and `$` are ordinary characters, and a `#` after a value belongs to
 * it. Skips blank lines and lines that start with `#`, which GitLab rejects.
 * @see https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv
 */
export function readDotenv(text: string): EntriesReading {
  const entries: ValueEntry[] = [];
  let why: string | undefined;
  for (const [index, rawLine] of text.split('\n').entries()) {
    const line = rawLine.trim();
    if (line === '' || line.startsWith('#')) continue;
    const at = ` (line ${index + 1})`;
    if (line.includes('\r')) why ??= `has a carriage return within a line${at}`;
    const equals = line.indexOf('=');
    if (equals >= 0)
      entries.push({ key: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim(), at });
    else why ??= `is neither a JSON object nor KEY=VALUE lines${at}${looksLikeYaml(line) ? yamlHint : ''}`;
  }
  return why === undefined ? { kind: 'entries', entries } : { kind: 'unfit', why, entries };
}

/**
 * YAML is not supported, because its types would turn the version 1.10 into 1.1 and the country NO into
 * false.
 */
const yamlHint = '; it looks like YAML, which is not read because it changes texts such as 1.10 or NO';

function looksLikeYaml(line: string): boolean {
  return line === '---' || /^(?:- |["']?[\w.-]+["']?\s*:(?:\s|$))/.test(line);
}

/**
 * Parses a JSON object. Every value becomes a text, so that a JSON file and a dotenv file give the same.
 * Numbers and booleans keep their spelling. Lists and objects become JSON, which a workflow can parse with
 * another `fromJSON` (a matrix, for example). Rejects `null`: a program writes it if it searched for
 * something without success, and an empty text would look like a result.
 */
export function readJsonObject(text: string): EntriesReading {
  const reading = readJson(text);
  if (reading.kind === 'broken') {
    return unfit(`begins with "{", but stops being valid JSON${placeOf(text, reading.offset)}`);
  }
  const { node } = reading;
  if (node.kind !== 'map') return unfit('is JSON, but not an object');
  const entries: ValueEntry[] = [];
  let why: string | undefined;
  for (const [index, { key, value }] of node.entries.entries()) {
    const at = ` (entry ${index + 1})`;
    if (value.kind === 'null') why ??= `has null as a value${at}`;
    else entries.push({ key, value: jsonTextOf(value), at });
  }
  return why === undefined ? { kind: 'entries', entries } : { kind: 'unfit', why, entries };
}

function unfit(why: string): EntriesReading {
  return { kind: 'unfit', why, entries: [] };
}

function jsonTextOf(node: DocumentNode): string {
  return node.kind === 'text' ? node.text : jsonOf(node);
}

/** Numbers keep their spelling, because JavaScript would shorten long ones. */
function jsonOf(node: DocumentNode): string {
  switch (node.kind) {
    case 'text':
      return JSON.stringify(node.text);
    case 'number':
    case 'boolean':
      return node.source;
    case 'null':
      return 'null';
    case 'list':
      return `[${node.items.map(jsonOf).join(',')}]`;
    case 'map':
      return `{${node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${jsonOf(value)}`).join(',')}}`;
    default:
      return assertNever(node);
  }
}

/** The values of a file, or why it has none. */
export type ValuesReading =
  | { readonly kind: 'values'; readonly entries: readonly ValueEntry[] }
  | {
      readonly kind: 'unfit';
      /** Follows the name of the file in a sentence; contains nothing of a value. */
      readonly why: string;
      /** What could still be read, for masking. */
      readonly entries: readonly ValueEntry[];
    };

/**
 * The values become outputs, and GitHub allows 1 MB for all outputs of a job. Larger data belongs in
 * artifacts.
 */
export const maxValuesBytes = 1_000_000;

const maxKeyCharacters = 255;

/**
 * Parses a file of values: a text that starts with `{` is a JSON object, any other consists of `KEY=VALUE`
 * lines. Keys consist of letters, digits and `_` and do not start with a digit. A value may contain tabs and
 * line ends (JSON can encode them), but no other control characters. Never throws.
 */
export function readValues(bytes: Uint8Array): ValuesReading {
  const decoded = decodeText(bytes);
  const { text = '' } = decoded;
  const reading = text.trimStart().startsWith('{') ? readJsonObject(text) : readDotenv(text);
  const values = checked(reading);
  if (decoded.kind === 'text') return values;
  // A fault of a pair is more specific than a fault of the file, if the file could be decoded.
  const why = decoded.text !== undefined && values.kind === 'unfit' ? values.why : decoded.why;
  return { kind: 'unfit', why, entries: reading.entries };
}

function checked(reading: EntriesReading): ValuesReading {
  if (reading.kind === 'unfit') return reading;
  const { entries } = reading;
  for (const entry of entries) {
    const why = faultOf(entry);
    if (why !== undefined) return { kind: 'unfit', why: `${why}${entry.at}`, entries };
  }
  return { kind: 'values', entries };
}

/** An invalid key is not shown: it may be part of a value. */
function faultOf({ key, value }: ValueEntry): string | undefined {
  if (key.length > maxKeyCharacters || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) {
    return /^export\s/.test(key)
      ? 'is a script: write KEY=VALUE without "export"'
      : 'has a key that is not made of letters, digits and _ (not shown)';
  }
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u.test(value)) {
    return 'has a control character in a value';
  }
  return undefined;
}

/** A key with its value, as in the file and not validated. */
export interface ValueEntry {
  readonly key: string;
  readonly value: string;
  /** For messages: ` (line 3)`; empty if a position would not help. */
  readonly at: string;
}

/**
 * The pairs of a file, or why it has none. Readable pairs of an unfit file are included, because some may
 * have to be masked. `why` follows the name of the file in a sentence and contains nothing of a value.
 */
export type EntriesReading =
  | { readonly kind: 'entries'; readonly entries: readonly ValueEntry[] }
  | { readonly kind: 'unfit'; readonly why: string; readonly entries: readonly ValueEntry[] };
