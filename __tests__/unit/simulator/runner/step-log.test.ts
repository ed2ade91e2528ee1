import { describe, expect, test } from '@jest/globals';

import { StepLog } from '../../../../src/simulator/runner/step-log.js';

function logOf(lines: readonly string[], debugging: 'on' | 'off' = 'off'): StepLog {
  const log = new StepLog({ masked: [], debugging: debugging === 'on', onLine: () => undefined });
  for (const line of lines) log.take(line);
  return log;
}

describe('StepLog', () => {
  test.each([
    { name: 'plain lines as they are', give: ['a', '::nonsense::b'], want: ['a', '::nonsense::b'] },
    {
      name: 'what is masked as ***, from the command on',
      give: ['s3cret', '::add-mask::s3cret', 'a s3cret'],
      want: ['s3cret', 'a ***'],
    },
    {
      name: 'derived forms of a mask as ***',
      give: ['::add-mask::a"b', '{"x":"a\\"b"}'],
      want: ['{"x":"***"}'],
    },
    { name: 'several lines of one annotation', give: ['::error::a%0Ab'], want: ['##[error]a', 'b'] },
    { name: 'groups', give: ['::group::G', 'x', '::endgroup::'], want: ['##[group]G', 'x', '##[endgroup]'] },
    { name: 'no debug line unless debugging', give: ['::debug::x', 'y'], want: ['y'] },
    {
      name: 'commands as text while they are stopped',
      give: ['::stop-commands::tok', '::error::x', '##[add-mask]y', 'y', '::tok::', '::notice::z'],
      want: ['::stop-commands::tok', '::error::x', '##[add-mask]y', 'y', '::tok::', '##[notice]z'],
    },
    {
      name: 'a long stop token masked',
      give: ['::stop-commands::tok3n-of-20', '::tok3n-of-20::'],
      want: ['::stop-commands::***', '::***::'],
    },
    {
      name: 'commands when echo is on',
      give: ['::echo::on', '::group::G'],
      want: ['::group::G', '##[group]G'],
    },
  ])('shows $name', ({ give, want }) => {
    expect(logOf(give).shownLines).toEqual(want);
  });

  test('shows debug lines when debugging', () => {
    expect(logOf(['::debug::x'], 'on').shownLines).toEqual(['##[debug]x']);
  });

  test('keeps the first ten annotations of each kind, and shows the rest', () => {
    const log = logOf(Array.from({ length: 12 }, (_, index) => `::error::e${index}`).concat('::warning::w'));
    expect(log.annotations.map(({ message }) => message)).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `e${index}`),
      'w',
    ]);
    expect(log.shownLines).toHaveLength(13);
  });

  test('truncates the message of an annotation and masks it with its properties', () => {
    const log = logOf(['::add-mask::s3cret', `::error title=a s3cret::s3cret${'x'.repeat(5000)}`]);
    expect(log.annotations).toEqual([
      { kind: 'error', message: `***${'x'.repeat(4093)}`, properties: { title: 'a ***' } },
    ]);
  });

  test('collects the lines of groups', () => {
    expect(logOf(['::group::A', '1', '2', '::endgroup::', '3', '::group::B', '4']).groups).toEqual([
      { title: 'A', lines: ['1', '2'] },
      { title: 'B', lines: ['4'] },
    ]);
  });

  test('accepts the deprecated commands, with a warning each', () => {
    const log = logOf(['::set-output name=a::1', '::save-state name=b::2']);
    expect({ outputs: log.outputs, state: log.state }).toEqual({ outputs: { a: '1' }, state: { b: '2' } });
    expect(log.annotations.map(({ kind }) => kind)).toEqual(['warning', 'warning']);
    expect(log.failed).toBe(false);
  });

  test.each([
    '::set-env name=a::1',
    '::add-path::/x',
    '::stop-commands::add-mask',
    '::stop-commands::',
    '::echo::x',
  ])('fails the step at %s', (line) => {
    const log = logOf([line]);
    expect(log.failed).toBe(true);
    expect(log.annotations.map(({ kind }) => kind)).toEqual(['error']);
  });

  test('warns of a mask of white space', () => {
    const log = logOf(['::add-mask:: ']);
    expect(log.annotations.map(({ kind }) => kind)).toEqual(['warning']);
    expect(log.maskedValues).toEqual([]);
  });

  test('reports each shown line at once', () => {
    const heard: string[] = [];
    const log = new StepLog({
      masked: ['s3cret'],
      debugging: false,
      onLine: (line) => void heard.push(line),
    });
    log.take('a s3cret');
    expect(heard).toEqual(['a ***']);
  });
});
