import { describe, expect, test } from '@jest/globals';

import { parseProjectAddress } from '../../../src/inputs/addresses.js';
import { ok } from '../../../src/inputs/parsing.js';

const hint = 'Give the number of the project, or its full path such as group/app or group/sub/app.';

describe('parseProjectAddress', () => {
  test.each([
    { give: '42', want: { kind: 'id', id: 42 } },
    { give: ' 7\n', want: { kind: 'id', id: 7 } },
    { give: 'group/app', want: { kind: 'path', path: 'group/app' } },
    { give: 'group/sub-1/my_app.js', want: { kind: 'path', path: 'group/sub-1/my_app.js' } },
    { give: '/group/app/', want: { kind: 'path', path: 'group/app' } },
    { give: 'group%2Fsub%2fapp', want: { kind: 'path', path: 'group/sub/app' } },
    { give: '1/2', want: { kind: 'path', path: '1/2' } },
  ])('reads $give', ({ give, want }) => {
    expect(parseProjectAddress(give)).toEqual(ok(want));
  });

  test.each([
    { give: '0', want: 'is "0", which no project can have as its number' },
    { give: '007', want: 'is "007", which no project can have as its number' },
    { give: '99999999999999999', want: 'is "99999999999999999", which no project can have as its number' },
    { give: 'app', want: 'is "app", which has no slash: a name alone could be in any group' },
    { give: '-5', want: 'is "-5", which has no slash: a name alone could be in any group' },
    { give: 'group%252Fapp', want: 'is "group%252Fapp", which is percent-encoded twice' },
    { give: 'group%2', want: 'is "group%2", with a percent sign that encodes nothing' },
    { give: 'group/../app', want: 'is "group/../app", with an empty part, "." or ".." in it' },
    { give: 'group//app', want: 'is "group//app", with an empty part, "." or ".." in it' },
    {
      give: 'group/app.git',
      want: 'is "group/app.git", which ends in .git, as only an address for cloning does',
    },
    {
      give: 'group/my app',
      want: 'is "group/my app", with a character that no path has (letters, digits, ".", "_" and "-" are possible)',
    },
    {
      give: 'group/app\u0007x',
      want: 'is "group/app x", with a character that no path has (letters, digits, ".", "_" and "-" are possible)',
    },
  ])('refuses $give', ({ give, want }) => {
    expect(parseProjectAddress(give)).toEqual({ kind: 'wrong', problems: [{ what: want, hint }] });
  });

  test.each([
    'https://gitlab.com/group/sub/app',
    'https://user:hunter2@gitlab.com/group/sub/app.git',
    'https://gitlab.com/group/sub/app/-/pipelines?x=1',
    'git@gitlab.com:group/sub/app.git',
    'ssh://git@gitlab.com:22/group/sub/app.git',
  ])('proposes the path in the address %s', (give) => {
    expect(parseProjectAddress(give)).toEqual({
      kind: 'wrong',
      problems: [
        {
          what: 'is an address, not a path',
          hint: 'Give only the path of the project: "group/sub/app", as it seems; the host belongs in gitlab_url.',
        },
      ],
    });
  });

  test('does not show a token in the wrong input', () => {
    expect(JSON.stringify(parseProjectAddress('glptt-0123456789abcdef'))).not.toContain('0123456789');
    expect(JSON.stringify(parseProjectAddress('0a1b2c3d4e5f0a1b2c3d4e5f'))).not.toContain('0a1b2c3d');
  });
});
