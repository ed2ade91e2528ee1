import { expect, test } from '@jest/globals';

import { placeOfTest } from '../../../src/report/tests.js';

test.each([
  { name: 'nothing', give: {}, want: {} },
  { name: 'an empty file', give: { file: '', output: ':3' }, want: {} },
  { name: 'a file', give: { file: 'src/a.test.ts' }, want: { file: 'src/a.test.ts' } },
  { name: 'a file with a dot before it', give: { file: './spec/a.rb' }, want: { file: 'spec/a.rb' } },
  {
    name: 'a line behind a colon',
    give: { file: 'src/a.test.ts', output: 'x\n  at f (src/a.test.ts:14:22)\n  at src/a.test.ts:99' },
    want: { file: 'src/a.test.ts', line: 14 },
  },
  {
    name: 'a line as Python writes it',
    give: { file: 'tests/test_a.py', output: 'File "tests/test_a.py", line 12, in test' },
    want: { file: 'tests/test_a.py', line: 12 },
  },
  {
    name: 'a line behind a longer path',
    give: { file: 'a.rb', output: '# /builds/group/app/spec/a.rb:7:in `block`' },
    want: { file: 'a.rb', line: 7 },
  },
  { name: 'a word for a line', give: { file: 'a.rb', output: 'a.rb: broken' }, want: { file: 'a.rb' } },
  { name: 'the line 0', give: { file: 'a.rb', output: 'a.rb:0' }, want: { file: 'a.rb' } },
  { name: 'an endless line', give: { file: 'a.rb', output: 'a.rb:123456789' }, want: { file: 'a.rb' } },
  { name: 'an absolute path', give: { file: '/etc/passwd', output: '/etc/passwd:1' }, want: {} },
  { name: 'a path of Windows', give: { file: 'C:\\a.cs' }, want: {} },
  { name: 'a path that leads out', give: { file: 'a/../../b' }, want: {} },
  { name: 'a path of several lines', give: { file: 'a\n::error::b' }, want: {} },
  { name: 'an endless path', give: { file: 'a'.repeat(501) }, want: {} },
])('the place of a test is found with $name', ({ give, want }) => {
  expect(placeOfTest(give)).toEqual(want);
});
