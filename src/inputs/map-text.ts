import { maxDepth, placeOf, type DocumentMap, type DocumentNode } from '../base/document-node.js';
import { readJson } from '../base/json-document.js';
import { ok, okUnless, wrong, type Outcome, type Problem } from './outcome.js';
import { shownKey } from './shown-text.js';
import { parseYaml } from './yaml-document.js';

/** Reads a JSON object (a text that starts with `{`) or a YAML map. */
export async function parseMap(text: string): Promise<Outcome<DocumentMap>> {
  const document = text.trimStart().startsWith('{') ? parseJson(text) : await parseYaml(text);
  if (document.kind === 'wrong') return document;
  const node: DocumentNode = document.value;
  if (node.kind === 'map') return okUnless([], node);
  return wrong({
    what: `is ${node.kind === 'list' ? 'a list' : 'a single value'}, not a map (not shown)`,
    cure: 'Give a JSON object, or YAML with one "KEY: value" a line (there is a space after the colon).',
  });
}

function parseJson(text: string): Outcome<DocumentNode> {
  const reading = readJson(text);
  if (reading.kind === 'ok') return ok(reading.node);
  return wrong({
    at: placeOf(text, reading.offset),
    what: 'is where the text stops being valid JSON (not shown)',
    cure: `A text that starts with "{" is read as JSON: put keys and texts in double quotes, no comma after the last entry, and nest no deeper than ${maxDepth} levels.`,
  });
}

/** The problems of keys that a map has more than once; `at` is the place of the map. */
export function repeatedKeys(map: DocumentMap, at: string): readonly Problem[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of map.entries) (seen.has(key) ? repeated : seen).add(key);
  return Array.from(repeated, (key) => ({
    at: `${at}.${shownKey(key)}`,
    what: 'is given more than once',
    cure: 'Give each key once.',
  }));
}
