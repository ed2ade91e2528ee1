import { describe, expect, test } from '@jest/globals';

import { ok } from '../../../src/inputs/parsing.js';
import { parsePipelineInputs } from '../../../src/inputs/pipeline-inputs.js';

describe('parsePipelineInputs', () => {
  const want = {
    env: 'prod',
    count: 3,
    ratio: 1.5,
    fast: true,
    none: null,
    list: ['a', 1],
    map: { x: { y: 'z' } },
  };

  test('keeps the types of JSON', async () => {
    expect(await parsePipelineInputs(JSON.stringify(want))).toEqual(ok(want));
  });

  test('keeps the types of YAML', async () => {
    const yaml = 'env: prod\ncount: 3\nratio: 1.5\nfast: true\nnone: ~\nlist: [a, 1]\nmap:\n  x: {y: z}\n';
    expect(await parsePipelineInputs(yaml)).toEqual(ok(want));
  });

  test('reads yes, dates and quoted numbers as strings', async () => {
    expect(await parsePipelineInputs('a: yes\nb: 2001-12-14\nc: "1.10"\nd: 1e30')).toEqual(
      ok({ a: 'yes', b: '2001-12-14', c: '1.10', d: 1e30 }),
    );
  });

  const inexact = {
    what: 'is a number that cannot be sent exactly',
    hint: 'Put it in quotes to send it as text, or give a finite number of at most 15 digits.',
  };
  const plainHint = 'Use plain YAML: texts, numbers, true, false, lists and maps.';
  test.each([
    {
      give: 'a: .nan\nb: [-.inf]',
      want: [
        { at: '.a', ...inexact },
        { at: '.b.0', ...inexact },
      ],
    },
    { give: '{"a": {"b": 12345678901234567890}}', want: [{ at: '.a.b', ...inexact }] },
    { give: '{"a": 1e999}', want: [{ at: '.a', ...inexact }] },
    {
      give: 'a: {b: 1, b: 2}',
      want: [{ at: '.a.b', what: 'is given more than once', hint: 'Give each key once.' }],
    },
    {
      give: 'a: !!timestamp 2001-12-14',
      want: [{ at: ' (line 1, column 16)', what: 'has a tag', hint: plainHint }],
    },
    {
      give: 'a: &x {b: 1}\nc:\n  <<: *x',
      want: [{ at: ' (line 3, column 3)', what: 'has a merge key', hint: plainHint }],
    },
    {
      give: 'env=prod',
      want: [
        {
          what: 'is a single value, not a map (not shown)',
          hint: 'Give a JSON object, or YAML with one "KEY: value" a line (there is a space after the colon).',
        },
      ],
    },
  ])('refuses $give', async ({ give, want: problems }) => {
    expect(await parsePipelineInputs(give)).toEqual({ kind: 'wrong', problems });
  });
});
