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
   * The outputs that are out of date or missing, if the place took others of this call: these mislead.
   */
  readonly stale: () => readonly LostOutput[];
  /** All that are out of date or missing. */
  readonly missing: () => readonly LostOutput[];
  /** Whether it took any output of this call. */
  readonly holdsAny: () => boolean;
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
  const lacking = (): readonly LostOutput[] => Array.from(missing, ([name, why]) => ({ name, why }));
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
    stale: () => (held.size === 0 ? [] : lacking()),
    missing: lacking,
    holdsAny: () => held.size > 0,
  };
}

/** Maximum number of names in a message; the rest is counted. */
const maxNamed = 5;

/** The error for stale outputs: why each of them was not taken, by name. */
export function staleFault(stale: ReadonlyMap<string, string>): ErrorParts | undefined {
  return lossFault('Later steps read outputs that are out of date or missing', stale);
}

/** The error for a host whose places took no output at all. */
export function undeliveredFault(missing: ReadonlyMap<string, string>): ErrorParts | undefined {
  return lossFault('Later steps get no output of this step', missing);
}

function lossFault(what: string, outputs: ReadonlyMap<string, string>): ErrorParts | undefined {
  if (outputs.size === 0) return undefined;
  const named = Array.from(outputs).slice(0, maxNamed);
  const more = outputs.size > maxNamed ? ` and ${outputs.size - maxNamed} more` : '';
  return {
    code: 'output_lost',
    what: `${what}: ${named.map(([name]) => name).join(', ')}${more}`,
    why: named.map(([name, why]) => `${name}: ${why}.`).join('\n'),
    hint: 'The log has the true result. Make room where this CI keeps outputs; with the command, output_file has all of them on every CI.',
  };
}
