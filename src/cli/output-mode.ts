import { parseBoolean } from '../inputs/scalars.js';
import { type CommandDescription, variableOf } from './options.js';

/** What a command line wants as JSON: nothing, one object at the end, or a line for everything that happens. */
export type JsonForm = 'none' | 'end' | 'lines';

/** What standard output is for: the log of the run, or a text that somebody reads by program, beside which no log may stand. */
export interface OutputUse {
  readonly json: JsonForm;
  readonly holds: 'log' | 'product';
}

/**
 * Looks at a command line for what decides where everything else is said, also when it is wrong in other places. The same for
 * `GITLAB_TRIGGER_JSON` and `GITLAB_TRIGGER_JSON_LINES`.
 */
export function outputUseOf(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  commands: readonly CommandDescription[],
): OutputUse {
  const isWanted = (input: 'json' | 'json_lines'): boolean =>
    flagIn(words, input) ?? isTrue(environment[variableOf(input)] ?? '');
  const json = isWanted('json_lines') ? 'lines' : isWanted('json') ? 'end' : 'none';
  const command = commands.find(({ name }) => name === words[0]);
  const isProduct =
    json !== 'none' || command === undefined || command.product === true || asksForHelp(words);
  return { json, holds: isProduct ? 'product' : 'log' };
}

/** What the last flag says; `undefined` when there is none. */
function flagIn(words: readonly string[], input: string): boolean | undefined {
  const name = input.replaceAll('_', '-');
  const named = flagsAmong(words).flatMap((word) => {
    if (word === `--${name}`) return [true];
    if (word === `--no-${name}`) return [false];
    return word.startsWith(`--${name}=`) ? [isTrue(word.slice(name.length + 3))] : [];
  });
  return named.at(-1);
}

/** Whether a word of its own asks for help. */
export function asksForHelp(words: readonly string[]): boolean {
  return flagsAmong(words).some((word) => word === '--help' || word === '-h');
}

/** The words that can be flags. */
export function flagsAmong(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return end < 0 ? words : words.slice(0, end);
}

function isTrue(text: string): boolean {
  const read = parseBoolean(text);
  return read.kind === 'ok' && read.value;
}
