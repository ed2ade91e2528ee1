import { expect, test } from '@jest/globals';

import { mergeValues } from '../../../src/results/fetch-values.js';

function entries(...pairs: readonly (readonly [string, string])[]) {
  return pairs.map(([key, value]) => ({ key, value, at: '' }));
}

test('the last value of a key wins, in a file and between files; keys stay in the order in which they came', () => {
  const files = [entries(['B', '1'], ['A', '2'], ['B', '3']), entries(['C', '4'], ['A', '5'])];
  expect(mergeValues(files)).toEqual({
    kind: 'merged',
    values: new Map([
      ['B', '3'],
      ['A', '5'],
      ['C', '4'],
    ]),
  });
});

test('names that every object has are keys like any other', () => {
  expect(mergeValues([entries(['__proto__', '1'], ['toString', '2'])])).toEqual({
    kind: 'merged',
    values: new Map([
      ['__proto__', '1'],
      ['toString', '2'],
    ]),
  });
});

test('keys that differ in case only conflict, whichever file they are in', () => {
  expect(mergeValues([entries(['Tag', '1']), entries(['TAG', '2'])])).toMatchObject({
    kind: 'clash',
    failure: { code: 'values_unfit', what: 'values_from: Tag and TAG differ only in case' },
  });
});
