import type { InputSource, TextFiles } from '../../model/requests.js';
import { waitNeedsMet } from '../needs-wait.js';
import { type InputOutcome, type Problem, all, andThen, ok, wrongAll } from '../parsing.js';
import { type InputTable, readInputs } from '../table.js';
import { triggerTable } from './trigger.js';

/**
 * Inputs of the action that a step may be given here: all but secrets, which a workflow takes from elsewhere.
 */
export const snippetStepTable: InputTable = Object.fromEntries(
  Object.entries(triggerTable as InputTable)
    .filter(([, { secret }]) => secret === 'none' || secret === 'url_credentials')
    .map(([name, row]) => [name, { ...row, required: 'never' as const, default: undefined }]),
);

/** The rows of the step as the action has them: what means a default there needs nothing. */
const stepWithDefaults: InputTable = Object.fromEntries(
  Object.entries(triggerTable as InputTable).filter(([name]) => name in snippetStepTable),
);

export type StepInputs = readonly (readonly [name: string, text: string])[];

/** The inputs of the step as they were given, once all of them can be read. */
export async function stepOf(source: InputSource, files: TextFiles): Promise<InputOutcome<StepInputs>> {
  const readings = await readInputs(snippetStepTable, { source, files });
  const given = Object.keys(snippetStepTable).flatMap((name) => {
    const text = source.read(name);
    return text === undefined || text.trim() === '' ? [] : [[name, text] as const];
  });
  const missing = ['project_id', 'ref'].filter((name) => !given.some(([each]) => each === name));
  const problems: readonly Problem[] = [
    ...Object.values(readings).flatMap((outcome) => (outcome.kind === 'wrong' ? outcome.problems : [])),
    ...missing.map((name) => ({ at: name, what: 'was not given', hint: 'A step of a workflow needs it.' })),
  ];
  const needs = await waitNeedsMet({ table: stepWithDefaults, reading: readings }, { source, files });
  const step = problems.length > 0 ? wrongAll(problems) : ok(given);
  return andThen(all({ step, needs }), ({ step: each }) => ok(each));
}

/** Whether the step does what takes the access token. */
export function needsAccessToken(step: StepInputs): boolean {
  return ['wait', 'supersede'].some((name) =>
    step.some(([each, text]) => each === name && /^true$/i.test(text.trim())),
  );
}
