import { parseBoolean } from '../inputs/scalars.js';
import { variableOf } from './options.js';
import type { CommandWords } from './words.js';

/** The JSON output of a command line: none, one object at the end, or one line per event. */
export type JsonForm = 'none' | 'end' | 'lines';

/**
 * The purpose of standard output: the log of the run, or text for another program, which no log may
 * interrupt.
 */
export interface OutputUse {
  readonly json: JsonForm;
  readonly holds: 'log' | 'product';
}

/**
 * Determines from a command line where all messages go, even if it has errors elsewhere.
 * `GITLAB_TRIGGER_JSON` and `GITLAB_TRIGGER_JSON_LINES` count too.
 */
export function outputUseOf(
  { command, flags, asksForHelp }: CommandWords,
  environment: Readonly<Record<string, string | undefined>>,
): OutputUse {
  const isWanted = (input: 'json' | 'json_lines'): boolean =>
    flagIn(flags, input) ?? isTrue(environment[variableOf(input)] ?? '');
  const json = isWanted('json_lines') ? 'lines' : isWanted('json') ? 'end' : 'none';
  const isProduct = json !== 'none' || command === undefined || command.product === true || asksForHelp;
  return { json, holds: isProduct ? 'product' : 'log' };
}

/** The value of the last flag; `undefined` if there is none. */
function flagIn(flags: readonly string[], input: string): boolean | undefined {
  const name = input.replaceAll('_', '-');
  const named = flags.flatMap((word) => {
    if (word === `--${name}`) return [true];
    if (word === `--no-${name}`) return [false];
    return word.startsWith(`--${name}=`) ? [isTrue(word.slice(name.length + 3))] : [];
  });
  return named.at(-1);
}

function isTrue(text: string): boolean {
  const read = parseBoolean(text);
  return read.kind === 'ok' && read.value;
}
