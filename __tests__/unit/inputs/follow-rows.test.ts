import { describe, expect, test } from '@jest/globals';

import { parseJobPatterns } from '../../../src/inputs/job-lines.js';
import { ok, wrong } from '../../../src/inputs/parsing.js';
import {
  oneOf,
  parseCancelReasons,
  parseExpectedSha,
  parsePipelineId,
  wholeNumberWithin,
} from '../../../src/inputs/scalars.js';

describe('oneOf', () => {
  const parse = oneOf(['stop', 'wait', 'play']);

  test.each([
    { give: 'stop', want: ok('stop') },
    { give: ' play\n', want: ok('play') },
    {
      give: 'Play',
      want: wrong({ what: 'is "Play"', hint: 'Did you mean play? Give one of stop, wait, play.' }),
    },
    { give: 'stop, wait', want: wrong({ what: 'is "stop, wait"', hint: 'Give one of stop, wait, play.' }) },
  ])('reads $give', ({ give, want }) => {
    expect(parse(give)).toEqual(want);
  });
});

describe('parseCancelReasons', () => {
  test.each([
    { give: 'abort', want: ['abort'] },
    { give: ' failure,abort\ntimeout ', want: ['abort', 'timeout', 'failure'] },
    { give: 'never', want: [] },
  ])('reads $give', ({ give, want }) => {
    expect(parseCancelReasons(give)).toEqual(ok(new Set(want)));
  });

  test.each([
    {
      give: 'never, abort',
      want: {
        what: 'says never beside other reasons',
        hint: 'Give never alone, or some of abort, timeout, failure.',
      },
    },
    {
      give: 'failures',
      want: {
        what: 'has the unknown reason "failures"',
        hint: 'Did you mean failure? Valid are abort, timeout, failure, never.',
      },
    },
    { give: ',', want: { what: 'names no reason', hint: 'Give some of abort, timeout, failure, never.' } },
  ])('refuses $give', ({ give, want }) => {
    expect(parseCancelReasons(give)).toEqual(wrong(want));
  });
});

describe('wholeNumberWithin', () => {
  const parse = wholeNumberWithin({ least: 1, most: 1000 });

  test.each([
    { give: '1', want: 1 },
    { give: ' 1000 ', want: 1000 },
  ])('reads $give', ({ give, want }) => {
    expect(parse(give)).toEqual(ok(want));
  });

  test.each(['0', '1001', '-5', '1.5', '1e2', '0x10', '1,000', '٣', 'all'])('refuses %s', (give) => {
    expect(parse(give)).toEqual(
      wrong({ what: `is "${give}"`, hint: 'Give a whole number from 1 to 1000, in digits only.' }),
    );
  });
});

describe('parseJobPatterns', () => {
  test('returns trimmed lines unchanged, each once; # is not a comment', () => {
    expect(parseJobPatterns(' lint \r\n\n#7\ndeploy-*\rtest [1/3]\nlint\n{a,b}\n')).toEqual(
      ok(['lint', '#7', 'deploy-*', 'test [1/3]', '{a,b}']),
    );
  });

  test('accepts 100 lines and not one more', () => {
    const lines = Array.from({ length: 101 }, (_, index) => `job-${index}`);
    expect(parseJobPatterns(lines.slice(1).join('\n')).kind).toBe('ok');
    expect(parseJobPatterns(lines.join('\n'))).toEqual(
      wrong({
        what: 'has 101 lines, more than 100',
        hint: 'Give globs that stand for several jobs, such as deploy-*.',
      }),
    );
  });

  test('refuses a line that no job can have as its name', () => {
    expect(parseJobPatterns(`lint\n${'x'.repeat(1001)}`)).toEqual(
      wrong({
        at: ' (line 2)',
        what: 'is longer than 1000 characters',
        hint: 'Give one name or glob a line.',
      }),
    );
  });
});

describe('parseExpectedSha', () => {
  const hint = 'Give the whole SHA or its beginning: 7 to 64 digits out of 0-9 and a-f.';
  test.each([
    { give: 'abcdef0', want: ok('abcdef0') },
    { give: ` ${'ABCDEF01'.repeat(5)}\n`, want: ok('abcdef01'.repeat(5)) },
    { give: 'ab'.repeat(32), want: ok('ab'.repeat(32)) },
    { give: 'abcdef', want: wrong({ what: 'is "abcdef", which is not a commit SHA', hint }) },
    { give: 'main', want: wrong({ what: 'is "main", which is not a commit SHA', hint }) },
    {
      give: 'a1'.repeat(33),
      want: wrong({
        what: 'is a text of 66 characters (not shown, it could be a token), which is not a commit SHA',
        hint,
      }),
    },
  ])('reads $give', ({ give, want }) => {
    expect(parseExpectedSha(give)).toEqual(want);
  });
});

describe('parsePipelineId', () => {
  const hint =
    'Give the id of the pipeline: the output pipeline_id of the step that started it, or the number at the end of its address.';

  test.each([
    { give: '257', want: 257 },
    { give: ' 9007199254740991\n', want: Number.MAX_SAFE_INTEGER },
  ])('reads $give', ({ give, want }) => {
    expect(parsePipelineId(give)).toEqual(ok(want));
  });

  test.each(['0', '-1', '007', '1.5', '9007199254740992', 'latest'])('refuses %s', (give) => {
    expect(parsePipelineId(give)).toEqual(
      wrong({ what: `is "${give}", which no pipeline can have as its id`, hint }),
    );
  });

  test('refuses the number within the project', () => {
    expect(parsePipelineId('#118')).toEqual(
      wrong({ what: 'is "#118", a number that counts within the project only', hint }),
    );
  });

  test.each([
    'https://gitlab.example.com/group/app/-/pipelines/257',
    'gitlab.example.com/group/app/-/pipelines/257/failures?x=1',
    'https://gitlab.example.com/api/v4/projects/1/pipelines/257',
  ])('finds the id in %s', (give) => {
    expect(parsePipelineId(give)).toEqual(
      wrong({
        what: 'is an address, not an id',
        hint: 'Give only the id in it: 257; the host belongs in gitlab_url, and the path of the project in project_id.',
      }),
    );
  });
});
