import { expect, test } from '@jest/globals';

import { isObject } from '../../../src/base/is-object.js';

test.each([{}, { a: 1 }, Object.create(null), new Date(0)])('%p is an object', (value: unknown) => {
  expect(isObject(value)).toBe(true);
});

test.each([null, undefined, [], [{}], 'text', 7, true, () => undefined])('%p is none', (value: unknown) => {
  expect(isObject(value)).toBe(false);
});
