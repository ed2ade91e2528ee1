import { describe, expect, test } from '@jest/globals';

import { jobPathLines } from '../../../src/inputs/job-lines.js';
import { ok } from '../../../src/inputs/parsing.js';
import type { JobPathLine } from '../../../src/model/requests.js';

const readArtifacts = jobPathLines({ paths: 'optional' });
const readValues = jobPathLines({ paths: 'required' });

function line(text: string, splits: readonly [string, string?][], need: JobPathLine['need'] = 'required') {
  return { text, need, splits: splits.map(([job, path]) => ({ job, path })) };
}

describe('the lines that name jobs and paths', () => {
  test.each<{ give: string; want: readonly JobPathLine[] }>([
    { give: 'build', want: [line('build', [['build']])] },
    {
      give: 'build:dist/*.tgz',
      want: [line('build:dist/*.tgz', [['build:dist/*.tgz'], ['build', 'dist/*.tgz']])],
    },
    {
      give: 'compile: [linux, 20]:out/app',
      want: [
        line('compile: [linux, 20]:out/app', [
          ['compile: [linux, 20]:out/app'],
          ['compile: [linux, 20]', 'out/app'],
          ['compile', '[linux, 20]:out/app'],
        ]),
      ],
    },
    { give: 'child/test 1/3', want: [line('child/test 1/3', [['child/test 1/3']])] },
    { give: ' build : dist ', want: [line('build : dist', [['build : dist'], ['build', 'dist']])] },
    { give: 'build:dist?', want: [line('build:dist', [['build:dist'], ['build', 'dist']], 'optional')] },
    { give: 'build:file??', want: [line('build:file?', [['build:file?'], ['build', 'file?']], 'optional')] },
    { give: 'build ?', want: [line('build', [['build']], 'optional')] },
    { give: 'a\r\n\n  b \n', want: [line('a', [['a']]), line('b', [['b']])] },
    { give: 'a\na', want: [line('a', [['a']])] },
    { give: 'a?\na', want: [line('a', [['a']])] },
    { give: 'a\na?', want: [line('a', [['a']])] },
    { give: ':x', want: [line(':x', [[':x']])] },
    { give: 'x:', want: [line('x:', [['x:']])] },
  ])('are read from $give', ({ give, want }) => {
    expect(readArtifacts(give)).toEqual(ok(want));
  });

  test('require a path where one is needed', () => {
    expect(readValues('build:a.env\nbuild\nunit:')).toEqual({
      kind: 'wrong',
      problems: [
        { at: ' (line 2)', what: 'is "build", which is not JOB:PATH', hint: 'Give one JOB:PATH a line.' },
        { at: ' (line 3)', what: 'is "unit:", which is not JOB:PATH', hint: 'Give one JOB:PATH a line.' },
      ],
    });
  });

  test.each([
    { give: '?', what: 'is "?", which is not JOB or JOB:PATH' },
    { give: 'x'.repeat(5001), what: 'is longer than 5000 characters, or has more than 50 colons' },
    { give: 'x:'.repeat(51), what: 'is longer than 5000 characters, or has more than 50 colons' },
  ])('are refused: $what', ({ give, what }) => {
    expect(readArtifacts(give)).toMatchObject({ kind: 'wrong', problems: [{ at: ' (line 1)', what }] });
  });

  test('are limited to a hundred', () => {
    const give = Array.from({ length: 101 }, (_, index) => `job ${index}`).join('\n');

    expect(readArtifacts(give)).toMatchObject({ problems: [{ what: 'has 101 lines, more than 100' }] });
  });
});
