import type * as Yaml from 'yaml';

import {
  type DocumentEntry,
  type DocumentMap,
  type DocumentNode,
  isDeeperThan,
  maxDepth,
  placeOf,
  readJson,
} from '../base/document.js';
import { type InputOutcome, type Problem, ok, okUnless, wrong, wrongAll } from './parsing.js';
import { shownKey } from './scalars.js';

/** Enough for every real text; a text that expands by aliases exceeds it at once. */
const maxAliases = 100;

const plainTags: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

const nothing: DocumentNode = { kind: 'null' };

/**
 * Parses one YAML 1.2 document into a tree; an empty one is an empty map. Keys must be texts. Rejects merge
 * keys and tags beyond the core schema. Problems contain positions and never the text, which can contain
 * secrets. The first call loads the library.
 */
export async function parseYaml(text: string): Promise<InputOutcome<DocumentNode>> {
  const yaml = await import('yaml');
  const tokens = Array.from(new yaml.Parser().parse(text));
  if (tokens.some((token) => isDeeperThan(maxDepth + 1, token))) return wrong(tooDeep);
  const [document, second] = Array.from(
    new yaml.Composer({ uniqueKeys: false }).compose(tokens, true, text.length),
  );
  const [error] = document?.errors ?? [];
  if (error !== undefined) return wrong(syntaxProblem(placeOf(text, error.pos[0]), error.code));
  if (second !== undefined) return wrong(secondDocument(placeOf(text, second.range[0])));
  const contents = document?.contents ?? undefined;
  if (document === undefined || contents === undefined) return ok({ kind: 'map', entries: [] });
  const reader: Reader = { yaml, document, text, problems: [], aliases: 0 };
  const node = readNode(reader, contents, 0);
  return okUnless(reader.problems, node);
}

interface Reader {
  readonly yaml: typeof Yaml;
  readonly document: Yaml.Document;
  readonly text: string;
  readonly problems: Problem[];
  aliases: number;
}

function readNode(reader: Reader, node: unknown, depth: number): DocumentNode {
  const { yaml } = reader;
  if (node === null) return nothing;
  if (!yaml.isNode(node)) return refuse(reader, undefined, 'is not plain YAML');
  if (depth > maxDepth) return refuse(reader, node, `is nested deeper than ${maxDepth} levels`);
  if (yaml.isAlias(node)) return readAlias(reader, node, depth);
  if (node.tag !== undefined && !plainTags.has(node.tag)) return refuse(reader, node, 'has a tag');
  if (yaml.isMap(node)) return { kind: 'map', entries: readEntries(reader, node, depth) };
  if (yaml.isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => readNode(reader, item, depth + 1)) };
  }
  return yaml.isScalar(node) ? readScalar(reader, node) : refuse(reader, node, 'is not plain YAML');
}

function readEntries(reader: Reader, map: Yaml.YAMLMap, depth: number): readonly DocumentEntry[] {
  return map.items.flatMap(({ key, value }) => {
    if (!reader.yaml.isScalar(key) || typeof key.value !== 'string') {
      refuse(reader, key, 'has a key that is not a text (put it in quotes)');
      return [];
    }
    if (key.value === '<<' && key.type === 'PLAIN') {
      refuse(reader, key, 'has a merge key');
      return [];
    }
    return [{ key: key.value, value: readNode(reader, value, depth + 1) }];
  });
}

function readScalar(reader: Reader, scalar: Yaml.Scalar): DocumentNode {
  const { value, source } = scalar;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', value, source: source ?? String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', value, source: source ?? String(value) };
  return value === null ? nothing : refuse(reader, scalar, 'is a date, binary or of another special kind');
}

function readAlias(reader: Reader, alias: Yaml.Alias, depth: number): DocumentNode {
  reader.aliases += 1;
  if (reader.aliases > maxAliases) {
    return reader.aliases === maxAliases + 1
      ? refuse(reader, alias, `has more than ${maxAliases} aliases`)
      : nothing;
  }
  const target = alias.resolve(reader.document);
  return target === undefined
    ? refuse(reader, alias, 'has an alias of nothing')
    : readNode(reader, target, depth + 1);
}

function refuse(reader: Reader, node: unknown, what: string): DocumentNode {
  const offset = reader.yaml.isNode(node) ? node.range?.[0] : undefined;
  reader.problems.push({
    at: offset === undefined ? undefined : placeOf(reader.text, offset),
    what,
    hint: 'Use plain YAML: texts, numbers, true, false, lists and maps.',
  });
  return nothing;
}

const tooDeep: Problem = {
  what: `is nested deeper than ${maxDepth} levels`,
  hint: 'Put quotes around values that start with brackets.',
};

function secondDocument(at: string): Problem {
  return {
    at,
    what: 'starts a second document (not shown)',
    hint: 'Give one document, without a line "---" between.',
  };
}

/** The library's own messages quote the text, so only its error codes are used. */
function syntaxProblem(at: string, code: string): Problem {
  return { at, what: 'is not valid YAML (not shown)', hint: hintOf(code) };
}

function hintOf(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces, not tabs.';
  if (code === 'BAD_DQ_ESCAPE') {
    return 'In double quotes a backslash has to be written twice; or use single quotes.';
  }
  return 'Write one "KEY: value" a line, all with the same indentation, and put values with special characters in quotes.';
}

/** Parses a JSON object (a text that starts with `{`) or a YAML map. */
export async function parseMap(text: string): Promise<InputOutcome<DocumentMap>> {
  const document = text.trimStart().startsWith('{') ? parseJson(text) : await parseYaml(text);
  if (document.kind === 'wrong') {
    const problems = document.problems.map((problem) =>
      problem.what.startsWith('is not valid YAML')
        ? { ...problem, hint: `${problem.hint} ${pasteHint}` }
        : problem,
    );
    return wrongAll(problems);
  }
  const node: DocumentNode = document.value;
  // The result of `toJSON` for a context that does not exist in this run.
  if (node.kind === 'null') return ok({ kind: 'map', entries: [] });
  if (node.kind === 'map') return okUnless([], node);
  return wrong({
    what: `is ${kindName(node)}, not a map (not shown)`,
    hint: 'Give a JSON object, or YAML with one "KEY: value" a line (there is a space after the colon).',
  });
}

function kindName(node: DocumentNode): string {
  if (node.kind !== 'list') return 'a single value';
  return node.items.length === 0 ? 'an empty list' : 'a list';
}

/** The most frequent cause of invalid JSON or YAML, with its fix. */
export const pasteHint =
  'If "${{ … }}" stands inside quotes in it, the text that was pasted in has quotes or line ends of its own: write ${{ toJSON(…) }} in its place, without quotes around it.';

function parseJson(text: string): InputOutcome<DocumentNode> {
  const reading = readJson(text);
  if (reading.kind === 'ok') return ok(reading.node);
  return wrong({
    at: placeOf(text, reading.offset),
    what: 'is where the text stops being valid JSON (not shown)',
    hint: `A text that starts with "{" is read as JSON: put keys and texts in double quotes, no comma after the last entry, and nest no deeper than ${maxDepth} levels. ${pasteHint}`,
  });
}

/** The problems of duplicate keys in a map; `at` is the position of the map. */
export function repeatedKeys(map: DocumentMap, at: string): readonly Problem[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of map.entries) (seen.has(key) ? repeated : seen).add(key);
  return Array.from(repeated, (key) => ({
    at: `${at}.${shownKey(key)}`,
    what: 'is given more than once',
    hint: 'Give each key once.',
  }));
}

/** JSON can contain one, as in `\ud83d`; no request can carry it. */
export const halfCharacter = {
  what: 'has half a character in it (a lone surrogate)',
  hint: 'Write the whole character, or both halves of it.',
} as const;
