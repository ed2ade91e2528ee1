import { assertNever } from '../base/assert-never.js';
import { placeOf, type DocumentNode } from '../base/document-node.js';
import { readJson } from '../base/json-document.js';
import type { EntriesReading, ValueEntry } from './value-entry.js';

/**
 * Reads a JSON object. Every value becomes a text, so that nobody has to know whether a file was JSON or dotenv: numbers and booleans as they are written,
 * lists and objects as JSON, which a workflow can read with another `fromJSON` (a matrix, for example). A `null` is refused: a program that looked for something and did not
 * find it writes one, and an empty text would look like an answer.
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
    else entries.push({ key, value: textOf(value), at });
  }
  return why === undefined ? { kind: 'entries', entries } : { kind: 'unfit', why, entries };
}

function unfit(why: string): EntriesReading {
  return { kind: 'unfit', why, entries: [] };
}

function textOf(node: DocumentNode): string {
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
