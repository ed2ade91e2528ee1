import { assertNever } from '../base/assert-never.js';
import type { DocumentEntry, DocumentNode } from '../base/document.js';
import type { TextFiles } from '../model/requests.js';
import { readableFile } from './ca-certificate.js';
import { halfCharacter, parseMap, repeatedKeys } from './documents.js';
import { type InputOutcome, type Problem, ok, okUnless, wrongAll } from './parsing.js';
import { shownKey, shownText } from './scalars.js';

export const variableNameHint = 'A name has 1 to 255 characters out of A-Z, a-z, 0-9 and _.';

/**
 * Why GitLab rejects a text as the name of a pipeline variable, to follow the name; `undefined` if it accepts
 * the name.
 */
export function refusalOfVariableName(name: string): string | undefined {
  if (name === 'TRIGGER_PAYLOAD') {
    return 'is a variable that GitLab itself sets in every triggered pipeline';
  }
  if (name.trim() !== name) return 'has white space around its name';
  return /^[A-Za-z0-9_]{1,255}$/.test(name) ? undefined : 'is not a name that GitLab accepts';
}

/**
 * Whether a text consists of `KEY=VALUE` lines, by its first line that is neither blank nor a comment. In
 * such a line a `=` comes before any colon, quote or bracket, because the first line of a YAML or JSON map
 * has one of these.
 */
export function isKeyValueText(text: string): boolean {
  const first = text.split('\n').find(isTelling);
  return first !== undefined && /^[^=:"'{}[\]]*=/.test(first);
}

/**
 * Parses `KEY=VALUE` lines. A value is everything after the first `=` to the end of the line, verbatim,
 * including quotes and spaces. Skips blank lines and lines that start with `#`. Problems contain only the
 * line number, because part of a value can look like a name.
 */
export function parseKeyValueLines(text: string): InputOutcome<Readonly<Record<string, string>>> {
  const variables = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [index, rawLine] of text.split('\n').entries()) {
    if (!isTelling(rawLine)) continue;
    const line = rawLine.replace(/\r$/, '');
    const equals = line.indexOf('=');
    const name = line.slice(0, Math.max(0, equals));
    const problem = equals < 0 ? notKeyValue : problemOfName(name, variables);
    if (problem === undefined) variables.set(name, line.slice(equals + 1));
    else problems.push({ at: ` (line ${index + 1})`, ...problem });
  }
  return okUnless(problems, Object.fromEntries(variables));
}

const notKeyValue: Problem = {
  what: 'is not KEY=VALUE (not shown)',
  hint: 'Write one KEY=VALUE a line; for values of several lines give a YAML map (KEY: ${{ toJSON(…) }}) or a JSON object.',
};

function isTelling(line: string): boolean {
  return line.trim() !== '' && !line.trimStart().startsWith('#');
}

function problemOfName(name: string, known: ReadonlyMap<string, string>): Problem | undefined {
  if (known.has(name)) return { what: `gives ${name} more than once`, hint: 'Give each variable once.' };
  if (name === 'TRIGGER_PAYLOAD') {
    return {
      what: 'sets TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline',
      hint: 'Choose another name.',
    };
  }
  return refusalOfVariableName(name) === undefined
    ? undefined
    : {
        what: 'has no valid name before "=" (not shown)',
        hint: `${variableNameHint} No space is allowed around it.`,
      };
}

/** Pipeline variables by name. */
export type Variables = Readonly<Record<string, string>>;

/**
 * Parses pipeline variables from a JSON object (the text starts with `{`), from `KEY=VALUE` lines (its first
 * significant line is one), or from a YAML map. Numbers and booleans become the text that was written. Never
 * shows values.
 */
export async function parseVariables(given: string): Promise<InputOutcome<Variables>> {
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

/** Parses the named files, one per line. If several contain a variable, the last file takes precedence. */
export async function parseVariablesFiles(given: string, files: TextFiles): Promise<InputOutcome<Variables>> {
  const paths = given.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const outcomes = await Promise.all(paths.map((path) => parseVariablesFile(path, files)));
  const problems = outcomes.flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.problems : []));
  const entries = outcomes.flatMap((outcome) => (outcome.kind === 'ok' ? Object.entries(outcome.value) : []));
  return okUnless(problems, Object.fromEntries(entries));
}

async function parseVariablesFile(path: string, files: TextFiles): Promise<InputOutcome<Variables>> {
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
  const nameProblems = why === undefined ? [] : [{ at, what: why, hint: variableNameHint }];
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
      return [{ at, what: 'has no value', hint: 'Write "" for an empty value.' }];
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
    hint: 'Give each part its own variable, write the value as JSON in quotes, or use inputs, which keep lists.',
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
