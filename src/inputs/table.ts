import { InputError } from '../base/errors.js';
import type { InputSource, TextFiles } from '../model/requests.js';
import { likelyCause } from './likely-cause.js';
import { type InputOutcome, type Problem, ok, wrong, wrongAll } from './parsing.js';

/**
 * The secret part of an input: none, all of it, the values of its `Name: value` lines, or the user and query
 * of its URL.
 */
export type SecretPart = 'none' | 'all' | 'header_values' | 'url_credentials';

/** The effect of an input that only a waiting step can honor, if the step does not wait. */
export interface WaitNeed {
  readonly without: 'refused' | 'warned';
  /** Follows "X was given, but wait is false, and". */
  readonly why: string;
}

/** One input of an action. */
export interface InputRow<T> {
  /** Whether the action requires it. */
  readonly required: 'always' | 'never';
  /** The text that applies if the input is not given. */
  readonly default: string | undefined;
  /** The description in action.yml and the documentation. */
  readonly description: string;
  readonly secret: SecretPart;
  /** Whether the text may have several lines; a command line may then repeat the flag, one line each. */
  readonly lines?: 'many' | undefined;
  /** For inputs that have an effect only while a pipeline is followed. */
  readonly needsWait?: WaitNeed | undefined;
  /** Parses a text that is not blank, as given. */
  readonly parse: (given: string, files: TextFiles) => InputOutcome<T> | Promise<InputOutcome<T>>;
}

/** The inputs of an action by name, in the order of their documentation. */
export type InputTable = Readonly<Record<string, InputRow<unknown>>>;

type ValueOf<Row> =
  Row extends InputRow<infer T>
    ? Row extends { readonly default: string } | { readonly required: 'always' }
      ? T
      : T | undefined
    : never;

/** The outcome of each input of a table. */
export type ReadingOf<Table extends InputTable> = {
  readonly [Name in keyof Table]: InputOutcome<ValueOf<Table[Name]>>;
};

/** A row as the documentation and the metadata use it. */
export interface InputDescription {
  readonly name: string;
  readonly default: string | undefined;
  readonly description: string;
  readonly required: 'always' | 'never';
}

/** The rows of a table without what only the program needs. */
export function inputDescriptions(table: InputTable): readonly InputDescription[] {
  return Object.entries(table).map(([name, row]) => ({
    name,
    default: row.default,
    description: row.description,
    required: row.required,
  }));
}

/**
 * Parses every input of a table separately. The caller checks how inputs depend on each other. A blank input
 * counts as not given.
 */
export async function readInputs<Table extends InputTable>(
  table: Table,
  deps: { readonly source: InputSource; readonly files: TextFiles },
): Promise<ReadingOf<Table>> {
  const readings = await Promise.all(
    Object.entries(table).map(async ([name, row]) => {
      const given = deps.source.read(name);
      return [name, named(name, await readRow(row, given, deps.files))] as const;
    }),
  );
  // Each name has the outcome of its own row; the compiler cannot infer this through `Object.entries`.
  return Object.fromEntries(readings) as ReadingOf<Table>;
}

async function readRow(
  row: InputRow<unknown>,
  given: string | undefined,
  files: TextFiles,
): Promise<InputOutcome<unknown>> {
  if (!isBlank(given)) return withCause(given, await row.parse(given, files));
  if (row.default !== undefined) return await row.parse(row.default, files);
  if (row.required === 'never') return ok(undefined);
  return wrong({
    what: 'was not given',
    hint: `It is required, and an empty value counts as not given. ${row.description}`,
  });
}

/**
 * Most invalid texts come from a script or an expression rather than from a user, so their origin is the best
 * hint.
 */
function withCause(given: string, outcome: InputOutcome<unknown>): InputOutcome<unknown> {
  if (outcome.kind === 'ok') {
    return given.includes('\ufffd') ? ok(outcome.value, [...outcome.warnings, holdsReplacement]) : outcome;
  }
  const cause = likelyCause(given);
  const [first, ...rest] = outcome.problems;
  if (cause === undefined || first === undefined) return outcome;
  return wrongAll([{ ...first, hint: `${first.hint} ${cause}` }, ...rest]);
}

const holdsReplacement =
  'has a U+FFFD in it, which usually replaces a character of a text that was not UTF-8';

/** Whether an input counts as not given. */
export function isBlank(text: string | undefined): text is undefined {
  return text === undefined || text.trim() === '';
}

function named<T>(name: string, outcome: InputOutcome<T>): InputOutcome<T> {
  if (outcome.kind === 'ok') {
    return ok(
      outcome.value,
      outcome.warnings.map((warning) => `${name} ${warning}`),
    );
  }
  return wrongAll(outcome.problems.map((problem) => ({ ...problem, at: `${name}${problem.at ?? ''}` })));
}

/** Freezes a value and everything reachable through its own properties; returns the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value) as unknown[]) deepFreeze(inner);
  }
  return value;
}

/** More would bury the first ones: a file in the wrong format can have a problem in every line. */
const maxProblemsShown = 25;

/**
 * The one error with all problems of the inputs; each position in `problems` begins with the input's name.
 */
export function invalidInputs(problems: readonly Problem[]): InputError {
  const [first] = problems;
  if (first !== undefined && problems.length === 1) {
    return new InputError({ code: 'invalid_input', what: sentence(first), hint: first.hint });
  }
  const lines = problems
    .slice(0, maxProblemsShown)
    .map((problem) => `- ${sentence(problem)}. ${problem.hint}`);
  const hidden = problems.length - lines.length;
  if (hidden > 0) lines.push(`- and ${hidden} more of this kind`);
  return new InputError({
    code: 'invalid_input',
    what: `The inputs have ${problems.length} problems, so nothing was sent`,
    why: ['each of these has to be corrected:', ...lines].join('\n'),
  });
}

function sentence({ at, what }: Problem): string {
  return `${at ?? 'An input'} ${what}`;
}

/** A request, and warnings about repaired inputs, for the log. */
export interface Parsed<Request> {
  readonly request: Request;
  readonly warnings: readonly string[];
}

/**
 * The frozen request from the outcomes of the inputs. Several parts of a request may use the same input; its
 * problems and warnings are reported once.
 * @throws {InputError} once, with every problem of every input.
 */
export function parsedOf<Request>(outcome: InputOutcome<Request>): Parsed<Request> {
  if (outcome.kind === 'wrong') throw invalidInputs(eachOnce(outcome.problems));
  return deepFreeze({ request: outcome.value, warnings: [...new Set(outcome.warnings)] });
}

function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [
    ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.what]), problem])).values(),
  ];
}
