import { parseBoolean } from '../inputs/boolean-input.js';
import type { InputRow } from '../inputs/input-table.js';
import type { CommandDescription } from './command-description.js';

/** One flag of a command. */
export interface Flag {
  /** Without dashes: `project-id`. */
  readonly name: string;
  /** The input that it gives, snake_case. */
  readonly input: string;
  /**
   * `switch`: stands alone for `true`, or has `=true` or `=false`; `once`: one value; `lines`: may come again, a line each; `file`: the path of a
   * file that holds the value, for secrets, which anybody on the machine could read in a command line.
   */
  readonly takes: 'switch' | 'once' | 'lines' | 'file';
  readonly row: InputRow<unknown>;
}

/** The flags of a command: those of its inputs, in their order, then those of its options. */
export function flagsOf({ inputs, options, operand }: CommandDescription): readonly Flag[] {
  return [inputs, options]
    .flatMap((table) => Object.entries(table))
    .filter(([input]) => input !== operand?.input)
    .map(([input, row]) => {
      const takes = takesOf(row);
      const name = input.replaceAll('_', '-');
      return { name: takes === 'file' ? `${name}-file` : name, input, takes, row };
    });
}

/** The variable of the environment that gives an input: `GITLAB_TRIGGER_PROJECT_ID`. */
export function variableOf(input: string): string {
  return `GITLAB_TRIGGER_${input.toUpperCase()}`;
}

function takesOf(row: InputRow<unknown>): Flag['takes'] {
  if (row.secret === 'all' || row.secret === 'header_values') return 'file';
  if (row.parse === parseBoolean) return 'switch';
  return row.lines === 'many' ? 'lines' : 'once';
}
