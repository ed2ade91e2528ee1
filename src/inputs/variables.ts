import { assertNever } from '../base/assert-never.js';
import type { DocumentEntry, DocumentNode } from '../base/document-node.js';
import type { TextFiles } from './input-source.js';
import { isKeyValueText, parseKeyValueLines } from './key-value-lines.js';
import { halfCharacter, parseMap, repeatedKeys } from './map-text.js';
import { ok, okUnless, wrongAll, type Outcome, type Problem } from './outcome.js';
import { readableFile } from './readable-file.js';
import { shownKey, shownText } from './shown-text.js';
import { refusalOfVariableName, variableNameCure } from './variable-name.js';

/** Pipeline variables by name. */
export type Variables = Readonly<Record<string, string>>;

/**
 * Reads pipeline variables from a JSON object (the text starts with `{`), from `KEY=VALUE` lines (the first line that says something is one), or from a
 * YAML map. Numbers and booleans become the text that was written. Values are never shown.
 */
export async function parseVariables(given: string): Promise<Outcome<Variables>> {
  const text = given.replace(/^\ufeff/, '');
  if (isKeyValueText(text)) return parseKeyValueLines(text);
  const map = await parseMap(text);
  if (map.kind === 'wrong') return map;
  const problems = [...repeatedKeys(map.value, ''), ...map.value.entries.flatMap(problemsOfEntry)];
  return okUnless(
    problems,
    Object.fromEntries(map.value.entries.map(({ key, value }) => [key, textOf(value)])),
  );
}

/** Reads the files that are named one a line; where several have a variable, the last file wins. */
export async function parseVariablesFiles(given: string, files: TextFiles): Promise<Outcome<Variables>> {
  const paths = given.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const outcomes = await Promise.all(paths.map((path) => parseVariablesFile(path, files)));
  const problems = outcomes.flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.problems : []));
  const entries = outcomes.flatMap((outcome) => (outcome.kind === 'ok' ? Object.entries(outcome.value) : []));
  return okUnless(problems, Object.fromEntries(entries));
}

async function parseVariablesFile(path: string, files: TextFiles): Promise<Outcome<Variables>> {
  const file = await readableFile(files, path);
  if (file.kind === 'wrong') return file;
  if (file.value.trim() === '') return ok({});
  const variables = await parseVariables(file.value);
  if (variables.kind === 'ok') return variables;
  return wrongAll(
    variables.problems.map((problem) => ({ ...problem, at: ` ${shownText(path)}${problem.at ?? ''}` })),
  );
}

function problemsOfEntry({ key, value }: DocumentEntry): readonly Problem[] {
  const at = `.${shownKey(key)}`;
  const why = refusalOfVariableName(key);
  const nameProblems = why === undefined ? [] : [{ at, what: why, cure: variableNameCure }];
  return [...nameProblems, ...problemsOfValue(value, at)];
}

function problemsOfValue(value: DocumentNode, at: string): readonly Problem[] {
  switch (value.kind) {
    case 'text':
      return /\p{Surrogate}/u.test(value.text) ? [{ at, ...halfCharacter }] : [];
    case 'number':
    case 'boolean':
      return [];
    case 'null':
      return [{ at, what: 'has no value', cure: 'Write "" for an empty value.' }];
    case 'list':
      return [nested(value.items.length === 0 ? at : `${at}.0`)];
    case 'map': {
      const [first] = value.entries;
      return [nested(first === undefined ? at : `${at}.${shownKey(first.key)}`)];
    }
    default:
      return assertNever(value);
  }
}

function nested(at: string): Problem {
  return {
    at,
    what: 'is nested, but a variable is one text',
    cure: 'Give each part its own variable, write the value as JSON in quotes, or use inputs, which keep lists.',
  };
}

function textOf(value: DocumentNode): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
    case 'boolean':
      return value.source;
    case 'null':
    case 'list':
    case 'map':
      return '';
    default:
      return assertNever(value);
  }
}
