import { describe, expect, test } from '@jest/globals';

import { resultsInputs, resultsOf } from '../../../src/inputs/results.js';
import { readInputs } from '../../../src/inputs/table.js';

async function read(inputs: Readonly<Record<string, string>>): Promise<unknown> {
  const files = { readText: () => Promise.reject(new Error('no file is read')) };
  const source = { read: (name: string) => inputs[name] };
  const outcome = resultsOf(await readInputs(resultsInputs, { source, files }));
  return outcome.kind === 'ok'
    ? outcome.value
    : outcome.problems.map(({ at, what }) => `${at ?? ''} ${what}`);
}

const line = {
  text: 'pack:a.env',
  need: 'required',
  splits: [{ job: 'pack', path: 'a.env' }],
};

describe('the results inputs', () => {
  test.each([
    { name: 'nothing', give: {}, want: { on: 'success', values: undefined, junitFile: undefined } },
    {
      name: 'values',
      give: { values_from: 'pack:a.env' },
      want: { on: 'success', values: { lines: [line], mask: [], asOutputs: false }, junitFile: undefined },
    },
    {
      name: 'values with everything',
      give: {
        values_from: ' pack:a.env? ',
        mask_values: 'A, B\nA',
        values_as_outputs: 'true',
        junit_file: ' out/junit.xml ',
        results_on: 'always',
      },
      want: {
        on: 'always',
        values: { lines: [{ ...line, need: 'optional' }], mask: ['A', 'B'], asOutputs: true },
        junitFile: 'out/junit.xml',
      },
    },
  ])('are read: $name', async ({ give, want }) => {
    expect(await read(give)).toEqual(want);
  });

  test.each([
    { give: { values_from: 'pack' }, want: ['values_from (line 1) is "pack", which is not JOB:PATH'] },
    {
      give: { mask_values: 'A' },
      want: ['mask_values was given, but values_from was not, so that there are no values'],
    },
    {
      give: { values_from: 'a:b', mask_values: 'glpat-Lk9jHg8fDs7aPo6iUy5t,1A' },
      want: [
        'mask_values has a text of 26 characters (not shown, it could be a token), which is no key of a value',
        'mask_values has "1A", which is no key of a value',
      ],
    },
    {
      give: { junit_file: 'a\nb' },
      want: ['junit_file is no path: it has several lines, or control characters'],
    },
    { give: { junit_file: 'out/' }, want: ['junit_file is the path of a folder'] },
    { give: { results_on: 'sucess' }, want: ['results_on is "sucess"'] },
    { give: { values_as_outputs: 'yes' }, want: ['values_as_outputs is "yes"'] },
  ])('are refused: $give', async ({ give, want }) => {
    expect(await read(give)).toEqual(want);
  });
});
