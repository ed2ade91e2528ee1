import { describe, expect, test } from '@jest/globals';

import {
  isRefusedStopToken,
  parseWorkflowCommand,
} from '../../../../src/simulator/runner/workflow-command.js';

describe('parseWorkflowCommand', () => {
  test.each([
    { give: '::error::boom', want: { name: 'error', properties: {}, payload: 'boom' } },
    { give: ' \t ::notice::x', want: { name: 'notice', properties: {}, payload: 'x' } },
    { give: '::ERROR::x', want: { name: 'error', properties: {}, payload: 'x' } },
    { give: '::error::a::b', want: { name: 'error', properties: {}, payload: 'a::b' } },
    {
      give: '::error title=A%3A b%2C c,line=3,empty=::x',
      want: { name: 'error', properties: { title: 'A: b, c', line: '3' }, payload: 'x' },
    },
    { give: '::error::a%0Ab%0Dc%25', want: { name: 'error', properties: {}, payload: 'a\nb\rc%' } },
    { give: '::error::%250A', want: { name: 'error', properties: {}, payload: '%0A' } },
    { give: '::error::a%3Ab', want: { name: 'error', properties: {}, payload: 'a%3Ab' } },
    { give: 'text ##[warning]x', want: { name: 'warning', properties: {}, payload: 'x' } },
    {
      give: '##[error title=a%5Db;line=1]x%3By%0A',
      want: { name: 'error', properties: { title: 'a]b', line: '1' }, payload: 'x;y\n' },
    },
  ])('recognizes $give', ({ give, want }) => {
    expect(parseWorkflowCommand(give)).toEqual(want);
  });

  test.each([
    'plain text',
    'text ::error::x',
    '::unknown::x',
    '::error:x',
    ': :error::x',
    '##[unknown]x',
    '##[error x',
    '## [error]x',
    '',
  ])('takes %j as text', (give) => {
    expect(parseWorkflowCommand(give)).toBeUndefined();
  });

  test('knows the token that resumes commands', () => {
    expect(parseWorkflowCommand('::Tok3n::', 'tok3N')).toEqual({
      name: 'tok3n',
      properties: {},
      payload: '',
    });
  });
});

test.each([
  { give: '', want: true },
  { give: 'pause-logging', want: true },
  { give: 'Add-Mask', want: true },
  { give: 'f3a9c2', want: false },
])('the stop token $give is refused: $want', ({ give, want }) => {
  expect(isRefusedStopToken(give)).toBe(want);
});
