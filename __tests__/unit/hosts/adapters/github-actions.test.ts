import { describe, expect, test } from '@jest/globals';

import { withoutCommands } from '../../../../src/hosts/adapters/github-actions.js';

const wedge = '\u200b';

describe('withoutCommands', () => {
  test.each([
    { name: 'a command at the start', give: '::error::x', want: `:${wedge}:error::x` },
    { name: 'a command after white space', give: ' \t::add-mask::x', want: ` \t:${wedge}:add-mask::x` },
    { name: 'a command behind a CR', give: 'a\r::error::x', want: `a\n:${wedge}:error::x` },
    { name: 'a command on the second line', give: 'a\r\n::error::x', want: `a\n:${wedge}:error::x` },
    {
      name: 'the old form anywhere in a line',
      give: 'a ##[error]x ##[group]y',
      want: `a #${wedge}#[error]x #${wedge}#[group]y`,
    },
    { name: 'a run of colons', give: ':::::error::x', want: `:${wedge}::::error::x` },
  ])('$name loses its meaning', ({ give, want }) => {
    expect(withoutCommands(give)).toBe(want);
  });

  test.each(['plain text', 'a ::error:: in the middle', 'Class::method', 'C:\\path', '# [x]'])(
    '%s stays as it is',
    (text) => {
      expect(withoutCommands(text)).toBe(text);
    },
  );
});
