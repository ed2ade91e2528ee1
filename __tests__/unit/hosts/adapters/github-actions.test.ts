import { describe, expect, test } from '@jest/globals';

import type { Log } from '../../../../src/hosts/host.js';
import { githubLikeHost, withoutCommands } from '../../../../src/hosts/adapters/github-actions.js';
import { flavourIn } from '../../../../src/hosts/adapters/github-context.js';

function said(environment: Readonly<Record<string, string>>, say: (log: Log) => void): string {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  let printed = '';
  stdout.write = (text: string | Uint8Array): boolean => {
    printed += String(text);
    return true;
  };
  try {
    say(githubLikeHost(flavourIn(environment)).log);
  } finally {
    stdout.write = write;
  }
  return printed;
}

describe('the commands for a runner', () => {
  const error = (log: Log): void => log.error('50% failed\nWhy: ::error::no\n##[error]x');
  const annotation = (log: Log): void =>
    log.annotation?.({ level: 'error', title: 't', message: 'm', file: 'a.ts', line: 3 });

  test('are decoded by GitHub, which shows annotations', () => {
    const environment = { GITHUB_ACTIONS: 'true' };
    expect(said(environment, error)).toBe('::error::50%25 failed%0AWhy: ::error::no%0A##[error]x\n');
    expect(said(environment, annotation)).toBe('::error title=t,file=a.ts,line=3::m\n');
  });

  test.each(['FORGEJO_ACTIONS', 'GITEA_ACTIONS', 'ACT'])('are shown as written by %s', (name) => {
    const environment = { GITHUB_ACTIONS: 'true', [name]: 'true' };
    expect(said(environment, error)).toBe(`::error::50% failed\nWhy: ::error::no\n#${wedge}#[error]x\n`);
    expect(said(environment, (log) => log.warning('a\n ::add-mask::b'))).toBe(
      `::warning::a\n :${wedge}:add-mask::b\n`,
    );
    expect(said(environment, (log) => log.debug('10%\nb'))).toBe('::debug::10%\n::debug::b\n');
    expect(said(environment, (log) => log.group('90% of\nit', ['100%']))).toBe(
      '::group::90% of it\n100%\n::endgroup::\n',
    );
    expect(said(environment, annotation)).toBe('');
  });
});

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
