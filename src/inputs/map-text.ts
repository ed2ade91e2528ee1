import { maxDepth, placeOf, type DocumentMap, type DocumentNode } from '../base/document-node.js';
import { readJson } from '../base/json-document.js';
import { ok, okUnless, wrong, wrongAll, type Outcome, type Problem } from './outcome.js';
import { shownKey } from './shown-text.js';
import { parseYaml } from './yaml-document.js';

/** Reads a JSON object (a text that starts with `{`) or a YAML map. */
export async function parseMap(text: string): Promise<Outcome<DocumentMap>> {
  const document = text.trimStart().startsWith('{') ? parseJson(text) : await parseYaml(text);
  if (document.kind === 'wrong') {
    const problems = document.problems.map((problem) =>
      problem.what.startsWith('is not valid YAML')
        ? { ...problem, cure: `${problem.cure} ${pasteCure}` }
        : problem,
    );
    return wrongAll(problems);
  }
  const node: DocumentNode = document.value;
  // What `toJSON` gives for a context that does not exist in this run.
  if (node.kind === 'null') return ok({ kind: 'map', entries: [] });
  if (node.kind === 'map') return okUnless([], node);
  return wrong({
    what: `is ${kindName(node)}, not a map (not shown)`,
    cure: 'Give a JSON object, or YAML with one "KEY: value" a line (there is a space after the colon).',
  });
}

function kindName(node: DocumentNode): string {
  if (node.kind !== 'list') return 'a single value';
  return node.items.length === 0 ? 'an empty list' : 'a list';
}

/** The usual cause of a text that is none of a language, and its mend. */
export const pasteCure =
  'If "${{ … }}" stands inside quotes in it, the text that was pasted in has quotes or line ends of its own: write ${{ toJSON(…) }} in its place, without quotes around it.';

function parseJson(text: string): Outcome<DocumentNode> {
  const reading = readJson(text);
  if (reading.kind === 'ok') return ok(reading.node);
  return wrong({
    at: placeOf(text, reading.offset),
    what: 'is where the text stops being valid JSON (not shown)',
    cure: `A text that starts with "{" is read as JSON: put keys and texts in double quotes, no comma after the last entry, and nest no deeper than ${maxDepth} levels. ${pasteCure}`,
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

/** A text of JSON may have one, written `\ud83d`; no request can carry it. */
export const halfCharacter = {
  what: 'has half a character in it (a lone surrogate)',
  cure: 'Write the whole character, or both halves of it.',
} as const;
