import { isDeepStrictEqual } from 'node:util';

import type { InputSource, TextFiles } from '../model/requests.js';
import { type InputOutcome, type Problem, andThen, ok, okUnless } from './parsing.js';
import { type InputTable, type ReadingOf, type WaitNeed, isBlank } from './table.js';

/** What an input that says how a pipeline is followed means to a step that does not follow it. */
export const following: WaitNeed = {
  without: 'refused',
  why: 'such a step ends as soon as the pipeline exists, whatever becomes of it',
};

/** As {@link following}, for inputs that change what is shown or fetched, and never the color of the step. */
export const showing: WaitNeed = { ...following, without: 'warned' };

/** Inputs that ask for something later steps count on. */
export const bringingBack: WaitNeed = {
  without: 'refused',
  why: 'results are brought back only from a pipeline that is followed',
};

/** Inputs that ask to be told how the pipeline ended. */
export const telling: WaitNeed = {
  without: 'refused',
  why: 'only a step that waits can tell how the pipeline ended',
};

/** The rows with what they need in their descriptions, for an action that can also not wait. */
export function withWaitNeeds<Table extends InputTable>(rows: Table): Table {
  const described = Object.entries(rows).map(([name, row]) => {
    const note = row.needsWait === undefined ? '' : ' Needs wait: true.';
    return [name, { ...row, description: `${row.description}${note}` }];
  });
  // Each name has its own row again, which the compiler cannot see through `Object.entries`.
  return Object.fromEntries(described) as Table;
}

/**
 * Whether every input that needs a step that waits has one. Those that mean what their defaults mean count as
 * not given: an action's metadata fills these in. Refused are those that would let a step end in a color that
 * nobody asked for; the others are warned of.
 */
export async function waitNeedsMet<Table extends InputTable>(
  { table, reading }: { readonly table: Table; readonly reading: ReadingOf<Table> },
  deps: { readonly source: InputSource; readonly files: TextFiles },
): Promise<InputOutcome<undefined>> {
  const needy = Object.entries(table).flatMap(([name, { needsWait }]) =>
    needsWait === undefined ? [] : [{ name, ...needsWait }],
  );
  const given = await Promise.all(
    needy.map(async ({ name }) => await isGiven(table[name], reading[name], deps.files)),
  );
  const inputs = needy.filter((_, index) => given[index]);
  return andThen(reading.wait as InputOutcome<boolean | undefined>, (wait) => {
    if (wait === true) return ok(undefined);
    const state = stateOfWait(deps.source.read('wait'));
    const refused = inputs.filter(({ without }) => without === 'refused');
    const warned = inputs.filter(({ without }) => without === 'warned').map(({ name }) => name);
    const reasons = [...new Set(refused.map(({ why }) => why))];
    const problems = reasons.map((why): Problem => {
      const names = listed(refused.filter((input) => input.why === why).map(({ name }) => name));
      return {
        at: names.text,
        what: `${names.were} given, but wait is ${state}, and ${why}`,
        hint: `Set wait to true, or take ${names.text} out.`,
      };
    });
    const { text, were } = listed(warned);
    const warning = `${text} ${were} given, but wait is ${state}, so that nothing comes of it`;
    const outcome = okUnless(problems, undefined);
    return outcome.kind === 'ok' ? ok(undefined, warned.length === 0 ? [] : [warning]) : outcome;
  });
}

/** What could not be read is a problem by itself. */
async function isGiven(
  row: InputTable[string] | undefined,
  outcome: InputOutcome<unknown> | undefined,
  files: TextFiles,
): Promise<boolean> {
  if (row === undefined || outcome?.kind !== 'ok' || outcome.value === undefined) return false;
  const standing = row.default === undefined ? ok(undefined) : await row.parse(row.default, files);
  return standing.kind !== 'ok' || !isDeepStrictEqual(outcome.value, standing.value);
}

function stateOfWait(given: string | undefined): string {
  return given !== undefined && isBlank(given)
    ? 'empty (an expression that comes to nothing gives that), which counts as false'
    : 'false';
}

function listed(names: readonly string[]): { readonly text: string; readonly were: 'was' | 'were' } {
  const last = names.at(-1) ?? '';
  return names.length < 2
    ? { text: last, were: 'was' }
    : { text: `${names.slice(0, -1).join(', ')} and ${last}`, were: 'were' };
}
