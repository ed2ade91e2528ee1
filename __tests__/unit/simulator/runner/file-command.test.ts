import { describe, expect, test } from '@jest/globals';

import { lastValues, readNamedValues, readPaths } from '../../../../src/simulator/runner/file-command.js';

describe('readNamedValues', () => {
  test.each([
    { name: 'a pair in one line', give: 'a=1\n', want: [['a', '1']] },
    { name: 'a pair without a line break behind it', give: 'a=1', want: [['a', '1']] },
    { name: 'an empty value', give: 'a=\n', want: [['a', '']] },
    {
      name: 'pairs around empty lines',
      give: '\na=1\n\nb=2\n',
      want: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
    { name: 'only the first equals sign of a line', give: 'a=1=2\n', want: [['a', '1=2']] },
    { name: 'arrows behind an equals sign as text', give: 'a=b<<c\n', want: [['a', 'b<<c']] },
    {
      name: 'an equals sign behind arrows as part of the delimiter',
      give: 'a<<E=F\nx\nE=F\n',
      want: [['a', 'x']],
    },
    {
      name: 'a block of several lines',
      give: 'a<<E\nx\n\ny\nE\nb=2\n',
      want: [
        ['a', 'x\n\ny'],
        ['b', '2'],
      ],
    },
    { name: 'an empty block', give: 'a<<E\nE\n', want: [['a', '']] },
    { name: 'a block with one empty line', give: 'a<<E\n\nE\n', want: [['a', '']] },
    { name: 'a delimiter at the very end', give: 'a<<E\nx\nE', want: [['a', 'x']] },
    {
      name: 'a block that holds pairs and arrows as text',
      give: 'a<<E\nb=1\nc<<D\nE\n',
      want: [['a', 'b=1\nc<<D']],
    },
    { name: 'a carriage return as part of the value', give: 'a=1\r\n', want: [['a', '1\r']] },
    { name: 'nothing in an empty text', give: '', want: [] },
  ])('reads $name', ({ give, want }) => {
    expect(readNamedValues(give, 'linux')).toEqual({
      pairs: want.map(([name, value]) => ({ name, value })),
      mistake: undefined,
    });
  });

  test.each([
    {
      name: 'a pair',
      give: 'a=1\r\nb=2\r\n',
      want: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
    { name: 'a block', give: 'a<<E\r\nx\r\ny\r\nE\r\n', want: [['a', 'x\r\ny']] },
    { name: 'mixed breaks', give: 'a<<E\nx\r\nE\n', want: [['a', 'x']] },
  ])('breaks the lines of $name at CRLF on Windows', ({ give, want }) => {
    expect(readNamedValues(give, 'win32').pairs.map(({ name, value }) => [name, value])).toEqual(want);
  });

  test.each([
    { name: 'a line with neither form', give: 'a=1\nplain\nb=2\n', want: "neither '=' nor '<<'" },
    { name: 'an empty name', give: 'a=1\n=2\n', want: "no name before its '='" },
    { name: 'arrows without a name', give: 'a=1\n<<E\nx\nE\n', want: "around '<<'" },
    { name: 'arrows without a delimiter', give: 'a=1\nb<<\nx\n', want: "around '<<'" },
    { name: 'a delimiter that never comes', give: 'a=1\nb<<E\nx\n', want: "delimiter 'E'" },
    { name: 'a delimiter without a break before it', give: 'a=1\nb<<E\nxE', want: "delimiter 'E'" },
    {
      name: 'a delimiter with a carriage return behind it',
      give: 'a=1\nb<<E\nx\nE\r\n',
      want: "delimiter 'E'",
    },
  ])('reports $name as an error, and keeps the pairs before it', ({ give, want }) => {
    const { pairs, mistake } = readNamedValues(give, 'linux');
    expect(pairs).toEqual([{ name: 'a', value: '1' }]);
    expect(mistake).toContain(want);
  });
});

test('readPaths reads one folder per line', () => {
  expect(readPaths('/a\n\n/b c\n', 'linux')).toEqual(['/a', '/b c']);
});

test('lastValues keeps the last value of each name', () => {
  const pairs = [
    { name: 'a', value: '1' },
    { name: 'b', value: '2' },
    { name: 'a', value: '3' },
  ];
  expect(lastValues(pairs)).toEqual({ a: '3', b: '2' });
});
