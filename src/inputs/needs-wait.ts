import { isDeepStrictEqual } from 'node:util';

import type { InputSource, TextFiles } from '../model/requests.js';
import { type InputOutcome, type Problem, andThen, ok, okUnless } from './parsing.js';
import { type InputTable, type ReadingOf, type WaitNeed, isBlank } from './table.js';

/** Why a step that does not wait rejects inputs for following. */
export const following: WaitNeed = {
  without: 'refused',
  why: 'such a step ends as soon as the pipeline exists, whatever its outcome',
};

/**
 * As {@link following}, for inputs that change what is shown or fetched, but never the result of the step.
 */
export const showing: WaitNeed = { ...following, without: 'warned' };

/** Inputs for results that later steps rely on. */
export const bringingBack: WaitNeed = {
  without: 'refused',
  why: 'results are fetched only from a pipeline that is followed',
};

/** Inputs for feedback on how the pipeline ended. */
export const telling: WaitNeed = {
  without: 'refused',
  why: 'only a step that waits can tell how the pipeline ended',
};

/** The rows with this requirement in their descriptions, for an action that may also not wait. */
export function withWaitNeeds<Table extends InputTable>(rows: Table): Table {
  const described = Object.entries(rows).map(([name, row]) => {
    const note = row.needsWait === undefined ? '' : ' Needs wait: true.';
    return [name, { ...row, description: `${row.description}${note}` }];
  });
  // Each name gets its own row back; the compiler cannot infer this through `Object.entries`.
  return Object.fromEntries(described) as Table;
}

/**
 * Checks that the step waits if an input requires it. An input with its default value counts as not given,
 * because an action's metadata fills in defaults. Rejects inputs whose loss would change the result of the
 * step, and warns about the others.
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
    const warning = `${text} ${were} given, but wait is ${state}, so this has no effect`;
    const outcome = okUnless(problems, undefined);
    return outcome.kind === 'ok' ? ok(undefined, warned.length === 0 ? [] : [warning]) : outcome;
  });
}

/** An invalid input is a problem of its own. */
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
    ? 'empty (as an expression without a value gives), which counts as false'
    : 'false';
}

function listed(names: readonly string[]): { readonly text: string; readonly were: 'was' | 'were' } {
  const last = names.at(-1) ?? '';
  return names.length < 2
    ? { text: last, were: 'was' }
    : { text: `${names.slice(0, -1).join(', ')} and ${last}`, were: 'were' };
}
