import { invalidInputs, isBlank } from '../inputs/table.js';
import type { InputSource } from '../model/requests.js';
import { type CommandDescription, variableOf } from './options.js';

/**
 * Refuses an input whose flag or variable has a U+FFFD in it: Node puts one in the place of every byte that
 * is not UTF-8, so the text that was meant is lost.
 * @throws {InputError} once, with every such flag and variable; never contains the text.
 */
export function refuseLostCharacters(
  { inputs }: Pick<CommandDescription, 'inputs'>,
  from: {
    readonly given: ReadonlyMap<string, string>;
    readonly environment: Readonly<Record<string, string | undefined>>;
    /** What the command reads: a text that another one takes precedence over does no harm. */
    readonly source: InputSource;
  },
): void {
  const problems = Object.keys(inputs).flatMap((input) => {
    const flag = from.given.get(input);
    const text = isBlank(flag) ? from.environment[variableOf(input)] : flag;
    if (text?.includes('\ufffd') !== true || from.source.read(input) !== text) return [];
    return [
      {
        at: isBlank(flag) ? variableOf(input) : `--${input.replaceAll('_', '-')}`,
        what: 'has a U+FFFD in it, which stands for bytes that are not UTF-8 (not shown)',
        hint: hints.get(input) ?? 'Give it in UTF-8.',
      },
    ];
  });
  if (problems.length > 0) throw invalidInputs(problems);
}

const hints: ReadonlyMap<string, string> = new Map([
  [
    'variables',
    'Give it in UTF-8, or in a file with --variables-file, which is checked. For the character itself write JSON with \\ufffd.',
  ],
  ['inputs', 'Give it in UTF-8. For the character itself write JSON with \\ufffd.'],
]);
