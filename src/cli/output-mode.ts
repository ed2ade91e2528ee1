import { parseBoolean } from '../inputs/scalars.js';
import { variableOf } from './options.js';
import type { CommandWords } from './words.js';

/**
 * What a command line wants as JSON: nothing, one object at the end, or a line for everything that happens.
 */
export type JsonForm = 'none' | 'end' | 'lines';

/**
 * What standard output is for: the log of the run, or a text that somebody reads by program, beside which no
 * log may stand.
 */
export interface OutputUse {
  readonly json: JsonForm;
  readonly holds: 'log' | 'product';
}

/**
 * Looks at a command line for what decides where everything else is said, also when it is wrong in other
 * places. The same for `GITLAB_TRIGGER_JSON` and `GITLAB_TRIGGER_JSON_LINES`.
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

/** What the last flag says; `undefined` when there is none. */
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
