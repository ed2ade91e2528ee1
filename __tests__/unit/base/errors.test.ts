import { expect, test } from '@jest/globals';

import {
  AbortedError,
  InputError,
  OutcomeError,
  RefusedError,
  TimeoutError,
  UnreachableError,
  signalExitCodes,
} from '../../../src/base/errors.js';

test('a message has its three parts, and the code', () => {
  const error = new RefusedError({
    code: 'ref_not_found',
    what: 'Cannot start',
    why: 'HTTP 400',
    hint: 'Push it',
  });
  expect(error.message).toBe('Cannot start [ref_not_found]\nWhy: HTTP 400\nWhat to do: Push it');
});

test('missing parts leave no empty line', () => {
  expect(new InputError({ code: 'invalid_input', what: 'ref is missing' }).message).toBe(
    'ref is missing [invalid_input]',
  );
});

test.each([
  { give: new OutcomeError({ code: 'outcome_not_accepted', what: '' }), want: 1 },
  { give: new InputError({ code: 'invalid_input', what: '' }), want: 2 },
  { give: new RefusedError({ code: 'forbidden', what: '' }), want: 3 },
  { give: new UnreachableError({ code: 'outage', what: '' }), want: 4 },
  { give: new TimeoutError({ code: 'wait_timeout', what: '' }), want: 5 },
  { give: new AbortedError('SIGINT'), want: 130 },
  { give: new AbortedError('SIGTERM'), want: 143 },
  { give: new AbortedError('AbortSignal'), want: 130 },
  { give: new AbortedError('the end of the process that started it'), want: 130 },
])('$give.name ends the process with $want', ({ give, want }) => {
  expect(give.exitCode).toBe(want);
});

test('a signal ends the process with 128 and its number on Linux', () => {
  const numbers = { HUP: 1, INT: 2, QUIT: 3, USR1: 10, USR2: 12, ALRM: 14, TERM: 15, XCPU: 24 };
  const want = Object.entries(numbers).map(([name, number]) => [`SIG${name}`, 128 + number]);
  expect(signalExitCodes).toEqual({ ...Object.fromEntries(want), SIGBREAK: 130 });
});
