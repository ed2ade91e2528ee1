import type { InputSource } from '../inputs/input-source.js';
import { isBlank } from '../inputs/input-table.js';
import { variableOf } from './flag.js';

/** Where a command's inputs may come from. */
export interface CommandSources {
  /** What its flags say, by input. */
  readonly given: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the CI itself hands over. */
  readonly host: InputSource & {
    /** `below_environment` when absent. */
    readonly rank?: 'above_environment' | 'below_environment' | undefined;
  };
}

/**
 * The inputs of a command: its flags win, then the environment (`GITLAB_TRIGGER_…`), then what the CI hands over; where that is written in the step itself, it comes before the
 * environment. A blank text counts as not given, and is what there is
 * when a flag or a variable has it and nobody has more.
 */
export function commandSource({ given, environment, host }: CommandSources): InputSource {
  return {
    read: (name) => {
      const own = [given.get(name), environment[variableOf(name)]];
      const [flag, variable] = own;
      const handed = host.read(name);
      const ranked = host.rank === 'above_environment' ? [flag, handed, variable] : [flag, variable, handed];
      return ranked.find((text) => !isBlank(text)) ?? own.find((text) => text !== undefined);
    },
  };
}
