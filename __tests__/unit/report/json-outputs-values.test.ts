import { expect, test } from '@jest/globals';

import { singleValueOutputs, valuesOutput } from '../../../src/report/json-outputs.js';

const values = new Map([
  ['A', 'x"\n'],
  ['__proto__', '##[error]'],
]);

test('the output values holds every value as a string, on one line, without a command of a runner', () => {
  expect(valuesOutput(values)).toEqual({ values: '{"A":"x\\"\\n","__proto__":"#\\u0023[error]"}' });
});

test('every value has an output of its own', () => {
  expect(singleValueOutputs(values)).toEqual([
    { name: 'value_A', value: 'x"\n' },
    { name: 'value___proto__', value: '##[error]' },
  ]);
});

test('values that exceed the limit in bytes are refused', () => {
  expect(valuesOutput(new Map([['A', 'é'.repeat(99_990)]]))).toEqual({ values: expect.any(String) });
  expect(valuesOutput(new Map([['A', 'é'.repeat(99_998)]]))).toBe('too_large');
});
