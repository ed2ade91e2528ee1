import type { ErrorParts } from '../../base/errors.js';
import type { LostOutput } from '../host.js';

/** The part of an output that is needed here. */
interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** What later steps read in one place, compared with what they should read. */
export interface Holdings {
  readonly took: (output: NamedValue) => void;
  /** The place lacks an output; an older value of that name stays. */
  readonly missed: (output: NamedValue, why: string) => void;
  /** An older value was removed, if there was one. */
  readonly removed: (name: string) => void;
  /**
   * The outputs that are out of date or missing, if the place took others of this call. A place that took
   * none misleads nobody.
   */
  readonly stale: () => readonly LostOutput[];
}

/** `isRewritten`: each output that the place takes brings all earlier ones along. */
export function createHoldings(isRewritten: boolean): Holdings {
  const held = new Map<string, string>();
  const missing = new Map<string, string>();
  const took: Holdings['took'] = ({ name, value }) => {
    held.set(name, value);
    if (isRewritten) missing.clear();
    else missing.delete(name);
  };
  return {
    took,
    missed: ({ name, value }, why) => {
      // Steps read a missing output as an empty one.
      if (value === (held.get(name) ?? '')) missing.delete(name);
      else missing.set(name, why);
    },
    removed: (name) => {
      if (held.has(name)) took({ name, value: '' });
      else missing.delete(name);
    },
    stale: () => (held.size === 0 ? [] : Array.from(missing, ([name, why]) => ({ name, why }))),
  };
}

/** Maximum number of names in a message; the rest is counted. */
const maxNamed = 5;

/** The error for stale outputs: why each of them was not taken, by name. */
export function staleFault(stale: ReadonlyMap<string, string>): ErrorParts | undefined {
  if (stale.size === 0) return undefined;
  const named = Array.from(stale).slice(0, maxNamed);
  const more = stale.size > maxNamed ? ` and ${stale.size - maxNamed} more` : '';
  return {
    code: 'output_lost',
    what: `Later steps read outputs that are out of date or missing: ${named.map(([name]) => name).join(', ')}${more}`,
    why: named.map(([name, why]) => `${name}: ${why}.`).join('\n'),
    hint: 'The log has the true result. Make room where this CI keeps outputs; with the command, output_file has all of them on every CI.',
  };
}
