import { assertNever } from '../base/assert-never.js';
import { type DocumentNode, placeOf, readJson } from '../base/document.js';
import { decodeText } from '../base/encoding.js';

/**
 * Reads `KEY=VALUE` lines as GitLab reads a dotenv report: the key ends at the first `=`, white space around
 * key and value goes, quotes and `$` are characters like any other, and a `#` behind a value belongs to it.
 * Blank lines and lines that begin with `#`, which GitLab refuses, are skipped.
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
 * Why there is no guessing: YAML has types, and would turn the version 1.10 into 1.1 and the country NO into
 * false.
 */
const yamlHint = '; it looks like YAML, which is not read because it changes texts such as 1.10 or NO';

function looksLikeYaml(line: string): boolean {
  return line === '---' || /^(?:- |["']?[\w.-]+["']?\s*:(?:\s|$))/.test(line);
}

/**
 * Reads a JSON object. Every value becomes a text, so that nobody has to know whether a file was JSON or
 * dotenv: numbers and booleans as they are written, lists and objects as JSON, which a workflow can read with
 * another `fromJSON` (a matrix, for example). A `null` is refused: a program that looked for something and
 * did not find it writes one, and an empty text would look like an answer.
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

/** Numbers as they were written: JavaScript would shorten long ones. */
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

/** What a file of values holds, or why it is none. */
export type ValuesReading =
  | { readonly kind: 'values'; readonly entries: readonly ValueEntry[] }
  | {
      readonly kind: 'unfit';
      /** Follows the name of the file in a sentence; shows nothing of a value. */
      readonly why: string;
      /** What could be told all the same, for masks. */
      readonly entries: readonly ValueEntry[];
    };

/**
 * The values become outputs, and GitHub gives all outputs of a job 1 MB: whoever has more than this wants
 * artifacts.
 */
export const maxValuesBytes = 1_000_000;

const maxKeyCharacters = 255;

/**
 * Reads a file of values: a text that begins with `{` is a JSON object, any other is `KEY=VALUE` lines. Keys
 * are letters, digits and `_` and do not begin with a digit. A value may hold tabs and line ends (JSON can
 * write them), and no other control characters. Whatever a file holds, this throws nothing.
 */
export function readValues(bytes: Uint8Array): ValuesReading {
  const decoded = decodeText(bytes);
  const { text = '' } = decoded;
  const reading = text.trimStart().startsWith('{') ? readJsonObject(text) : readDotenv(text);
  const values = checked(reading);
  if (decoded.kind === 'text') return values;
  // What is wrong with a pair says more than what is wrong with the file, as long as that could be read.
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

/** A key that is none is not shown: it may be a part of a value. */
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

/** A key with its value, as they stand in a file: nothing of them is checked yet. */
export interface ValueEntry {
  readonly key: string;
  readonly value: string;
  /** For messages: ` (line 3)`; empty where a place would say nothing. */
  readonly at: string;
}

/**
 * The pairs of a file, or why it is none of values. What can be told of an unfit file is told, because a part
 * of it may have to be masked. `why` follows the name of the file in a sentence and shows nothing of a value.
 */
export type EntriesReading =
  | { readonly kind: 'entries'; readonly entries: readonly ValueEntry[] }
  | { readonly kind: 'unfit'; readonly why: string; readonly entries: readonly ValueEntry[] };
