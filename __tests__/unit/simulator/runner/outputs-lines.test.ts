import { expect, test } from '@jest/globals';

import { LineSplitter } from '../../../../src/simulator/runner/outputs.js';

test.each([
  { name: 'LF, CR and CRLF', give: ['a\nb\rc\r\nd'], want: ['a', 'b', 'c', 'd'] },
  { name: 'a break that falls between two chunks once', give: ['a\r', '\nb\n'], want: ['a', 'b'] },
  { name: 'a lone CR at the end of a chunk', give: ['a\r', 'b\n'], want: ['a', 'b'] },
  { name: 'a line that comes in pieces', give: ['a', 'b', '\n'], want: ['ab'] },
  { name: 'empty lines', give: ['\n\n\r\n'], want: ['', '', ''] },
  { name: 'nothing', give: [''], want: [] },
])('the splitter splits at $name', ({ give, want }) => {
  const splitter = new LineSplitter();
  expect([...give.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()]).toEqual(want);
});
