import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/errors.js';
import { FileTooLargeError } from '../../../src/base/files.js';
import { ok } from '../../../src/inputs/parsing.js';
import { parseVariables, parseVariablesFiles } from '../../../src/inputs/variables.js';
import { filesOf } from './input-sources.js';

describe('parseVariables', () => {
  test.each([
    { name: 'one line', give: 'A=1', want: { A: '1' } },
    { name: 'lines with CRLF', give: 'A=1\r\nB=2\r\n', want: { A: '1', B: '2' } },
    { name: 'comments and blank lines', give: '\n# x: y\n  # z\nA=1\n\n#B=2\n', want: { A: '1' } },
    { name: 'everything after the first =', give: 'A=b=c,d: "e" # f', want: { A: 'b=c,d: "e" # f' } },
    { name: 'quotes verbatim', give: 'A="x"\nB=\'y\'', want: { A: '"x"', B: "'y'" } },
    { name: 'spaces verbatim', give: 'A= x \nB=\t', want: { A: ' x ', B: '\t' } },
    { name: 'an empty value', give: 'A=', want: { A: '' } },
    { name: 'an address', give: 'URL=https://x.example/?a=b', want: { URL: 'https://x.example/?a=b' } },
    { name: 'a leading @ and unicode', give: 'A=@file\nB=żółć 🚀', want: { A: '@file', B: 'żółć 🚀' } },
    { name: 'JSON as a value', give: 'A={"x": [1, 2]}', want: { A: '{"x": [1, 2]}' } },
    { name: 'lower case and digits', give: 'a_1=x\n2=y', want: { a_1: 'x', 2: 'y' } },
  ])('reads KEY=VALUE lines: $name', async ({ give, want }) => {
    expect(await parseVariables(give)).toEqual(ok(want));
  });

  test.each([
    { name: 'texts', give: '{"A": "x", "B": ""}', want: { A: 'x', B: '' } },
    { name: 'escapes', give: '{"A": "x\\n\\u00e9\\"="}', want: { A: 'x\né"=' } },
    {
      name: 'numbers and booleans as written',
      give: '{"A": 1.10, "B": 12345678901234567890, "C": true, "D": -1E3}',
      want: { A: '1.10', B: '12345678901234567890', C: 'true', D: '-1E3' },
    },
    { name: 'nothing', give: ' {} ', want: {} },
    { name: 'several lines', give: '\ufeff{\r\n\t"A": "x"\r\n}\r\n', want: { A: 'x' } },
  ])('reads JSON: $name', async ({ give, want }) => {
    expect(await parseVariables(give)).toEqual(ok(want));
  });

  test.each([
    { name: 'texts', give: 'A: x\nB: "y"\nC: \'\'', want: { A: 'x', B: 'y', C: '' } },
    {
      name: 'numbers and booleans as written',
      give: 'A: 1.10\nB: 0x10\nC: 1e3\nD: 0123\nE: True\nF: .nan\nG: 12345678901234567890',
      want: { A: '1.10', B: '0x10', C: '1e3', D: '0123', E: 'True', F: '.nan', G: '12345678901234567890' },
    },
    {
      name: 'words of YAML 1.1 as texts',
      give: 'A: yes\nB: off\nC: 2001-12-14',
      want: { A: 'yes', B: 'off', C: '2001-12-14' },
    },
    { name: 'blocks exactly', give: 'A: |\n  x\n   y\n\nB: |-\n  z\n', want: { A: 'x\n y\n', B: 'z' } },
    { name: 'an = in a value', give: 'A: b=c', want: { A: 'b=c' } },
    { name: 'an alias', give: 'A: &x y\nB: *x', want: { A: 'y', B: 'y' } },
    { name: 'a document start and comments', give: '# c\n---\nA: x # d\n', want: { A: 'x' } },
    { name: 'only a comment', give: '# nothing', want: {} },
  ])('reads YAML: $name', async ({ give, want }) => {
    expect(await parseVariables(give)).toEqual(ok(want));
  });

  test('keeps a value of 100 KB', async () => {
    const value = 'x"\\é'.repeat(25_000);
    expect(await parseVariables(`A=${value}`)).toEqual(ok({ A: value }));
    expect(await parseVariables(JSON.stringify({ A: value }))).toEqual(ok({ A: value }));
    expect(await parseVariables(`A: |-\n  ${value}`)).toEqual(ok({ A: value }));
  });

  test('accepts __proto__ as a name', async () => {
    for (const give of ['__proto__=x', '{"__proto__": "x"}', '__proto__: x']) {
      const outcome = await parseVariables(give);
      expect(outcome.kind === 'ok' && Object.entries(outcome.value)).toEqual([['__proto__', 'x']]);
    }
  });

  const pasteHint =
    'If "${{ … }}" stands inside quotes in it, the text that was pasted in has quotes or line ends of its own: write ${{ toJSON(…) }} in its place, without quotes around it.';
  const jsonHint = `A text that starts with "{" is read as JSON: put keys and texts in double quotes, no comma after the last entry, and nest no deeper than 100 levels. ${pasteHint}`;
  const jsonWhat = 'is where the text stops being valid JSON (not shown)';
  const yamlHint =
    'Write one "KEY: value" a line, all with the same indentation, and put values with special characters in quotes.';
  const nameHint = 'A name has 1 to 255 characters out of A-Z, a-z, 0-9 and _.';
  const nested = {
    what: 'is nested, but a variable is one text',
    hint: 'Give each part its own variable, write the value as JSON in quotes, or use inputs, which keep lists.',
  };
  const mapHint =
    'Give a JSON object, or YAML with one "KEY: value" a line (there is a space after the colon).';
  const lineName = {
    what: 'has no valid name before "=" (not shown)',
    hint: `${nameHint} No space is allowed around it.`,
  };
  test.each([
    { give: '{"A": hunter2}', want: [{ at: ' (line 1, column 7)', what: jsonWhat, hint: jsonHint }] },
    { give: '{\n"A": 1,\n}', want: [{ at: ' (line 3, column 1)', what: jsonWhat, hint: jsonHint }] },
    { give: '{"A": "hunter2', want: [{ at: ' (line 1, column 7)', what: jsonWhat, hint: jsonHint }] },
    { give: '{"A": 1} hunter2', want: [{ at: ' (line 1, column 10)', what: jsonWhat, hint: jsonHint }] },
    { give: '{"A": 01}', want: [{ at: ' (line 1, column 8)', what: jsonWhat, hint: jsonHint }] },
    { give: '{A: 1}', want: [{ at: ' (line 1, column 2)', what: jsonWhat, hint: jsonHint }] },
    {
      give: '{"A": "1", "A": "2"}',
      want: [{ at: '.A', what: 'is given more than once', hint: 'Give each key once.' }],
    },
    {
      give: 'A: 1\nA: 2',
      want: [{ at: '.A', what: 'is given more than once', hint: 'Give each key once.' }],
    },
    {
      give: 'A=hunter2\nA=2',
      want: [{ at: ' (line 2)', what: 'gives A more than once', hint: 'Give each variable once.' }],
    },
    { give: 'DEPLOY:\n  region: x\n  b: y', want: [{ at: '.DEPLOY.region', ...nested }] },
    {
      give: '{"A": [1], "B": {}}',
      want: [
        { at: '.A.0', ...nested },
        { at: '.B', ...nested },
      ],
    },
    {
      give: 'A:\nB: ~',
      want: ['.A', '.B'].map((at) => ({ at, what: 'has no value', hint: 'Write "" for an empty value.' })),
    },
    {
      give: 'A=1\nhunter2\nB-C=hunter2\nD =x\nexport E=1',
      want: [
        {
          at: ' (line 2)',
          what: 'is not KEY=VALUE (not shown)',
          hint: 'Write one KEY=VALUE a line; for values of several lines give a YAML map (KEY: ${{ toJSON(…) }}) or a JSON object.',
        },
        { at: ' (line 3)', ...lineName },
        { at: ' (line 4)', ...lineName },
        { at: ' (line 5)', ...lineName },
      ],
    },
    { give: '=x', want: [{ at: ' (line 1)', ...lineName }] },
    { give: `${'A'.repeat(256)}=x`, want: [{ at: ' (line 1)', ...lineName }] },
    {
      give: 'A-B: 1\n" C": 2\n"": 3',
      want: [
        { at: '.A-B', what: 'is not a name that GitLab accepts', hint: nameHint },
        { at: '.C', what: 'has white space around its name', hint: nameHint },
        { at: '.', what: 'is not a name that GitLab accepts', hint: nameHint },
      ],
    },
    {
      give: 'TRIGGER_PAYLOAD: x',
      want: [
        {
          at: '.TRIGGER_PAYLOAD',
          what: 'is a variable that GitLab itself sets in every triggered pipeline',
          hint: nameHint,
        },
      ],
    },
    {
      give: 'TRIGGER_PAYLOAD=x',
      want: [
        {
          at: ' (line 1)',
          what: 'sets TRIGGER_PAYLOAD, which GitLab itself sets in every triggered pipeline',
          hint: 'Choose another name.',
        },
      ],
    },
    { give: 'hunter2', want: [{ what: 'is a single value, not a map (not shown)', hint: mapHint }] },
    { give: 'KEY:hunter2', want: [{ what: 'is a single value, not a map (not shown)', hint: mapHint }] },
    { give: '- A\n- B', want: [{ what: 'is a list, not a map (not shown)', hint: mapHint }] },
    { give: '[{"key": "A"}]', want: [{ what: 'is a list, not a map (not shown)', hint: mapHint }] },
    {
      give: 'A: @hunter2',
      want: [
        {
          at: ' (line 1, column 4)',
          what: 'is not valid YAML (not shown)',
          hint: `${yamlHint} ${pasteHint}`,
        },
      ],
    },
    {
      give: 'A: 1\n---\nB: 2',
      want: [
        {
          at: ' (line 2, column 1)',
          what: 'starts a second document (not shown)',
          hint: 'Give one document, without a line "---" between.',
        },
      ],
    },
    {
      give: 'A: !secret hunter2\n1: x\nB: !!binary aGk=',
      want: [
        { at: ' (line 1, column 12)', what: 'has a tag' },
        { at: ' (line 2, column 1)', what: 'has a key that is not a text (put it in quotes)' },
        { at: ' (line 3, column 13)', what: 'has a tag' },
      ].map((problem) => ({
        ...problem,
        hint: 'Use plain YAML: texts, numbers, true, false, lists and maps.',
      })),
    },
  ])('refuses $give', async ({ give, want }) => {
    const outcome = await parseVariables(give);
    expect(outcome).toEqual({ kind: 'wrong', problems: want });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });

  test('stops at a text that multiplies itself by aliases', async () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const before = level === 0 ? '"x"' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array(9).fill(before).join(', ')}]`;
    });
    const outcome = await parseVariables(levels.join('\n'));
    expect(outcome.kind === 'wrong' && outcome.problems.map(({ what }) => what)).toContain(
      'has more than 100 aliases',
    );
  });

  test.each([
    { name: 'JSON', give: '{"a":'.repeat(5000) },
    { name: 'open brackets', give: `A: ${'['.repeat(20_000)}` },
    { name: 'closed brackets', give: `A: ${'['.repeat(5000)}${']'.repeat(5000)}` },
    { name: 'braces as keys', give: `A: ${'{? '.repeat(5000)}` },
    { name: 'dashes', give: '- '.repeat(5000) },
    { name: 'question marks', give: '? '.repeat(5000) },
  ])('survives thousands of nested levels: $name', async ({ give }) => {
    expect((await parseVariables(give)).kind).toBe('wrong');
  });
});

describe('parseVariablesFiles', () => {
  const files = filesOf({
    'a.env': '\ufeffA=1\nB=2\n',
    'b.yml': 'B: 3\nC: 4\n',
    'c.json': '{"C": 5}',
    'empty.env': '\n',
    'bad.env': 'A=1\nhunter2\n',
  });

  test('merges files in their order, whatever their formats', async () => {
    expect(await parseVariablesFiles(' a.env\n\nb.yml\r\nc.json\nempty.env', files)).toEqual(
      ok({ A: '1', B: '3', C: '5' }),
    );
  });

  test('names the file of each problem', async () => {
    expect(await parseVariablesFiles('bad.env\nmissing.env', files)).toEqual({
      kind: 'wrong',
      problems: [
        {
          at: ' "bad.env" (line 2)',
          what: 'is not KEY=VALUE (not shown)',
          hint: 'Write one KEY=VALUE a line; for values of several lines give a YAML map (KEY: ${{ toJSON(…) }}) or a JSON object.',
        },
        {
          at: ' "missing.env"',
          what: 'cannot be read (ENOENT)',
          hint: 'Give the path of a UTF-8 text file, relative to the working directory or absolute.',
        },
      ],
    });
  });

  test('refuses a file that never ends, and names it', async () => {
    const endless = { readText: () => Promise.reject(new FileTooLargeError(16 * 1024 * 1024)) };
    expect(await parseVariablesFiles('/dev/zero', endless)).toEqual({
      kind: 'wrong',
      problems: [
        {
          at: ' "/dev/zero"',
          what: 'is larger than 16 MiB, or never ends',
          hint: 'Give the path of a text file.',
        },
      ],
    });
  });

  test('lets a stop through, which is no problem of the file', async () => {
    const stop = new AbortedError('SIGTERM');
    const stopped = { readText: () => Promise.reject(stop) };
    await expect(parseVariablesFiles('a.env', stopped)).rejects.toBe(stop);
  });
});
