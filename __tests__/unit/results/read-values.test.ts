import { describe, expect, test } from '@jest/globals';

import { readValues } from '../../../src/results/read-values.js';

function pairsOf(text: string | Uint8Array): Readonly<Record<string, string>> | string {
  const reading = readValues(typeof text === 'string' ? Buffer.from(text) : text);
  return reading.kind === 'values'
    ? Object.fromEntries(reading.entries.map(({ key, value }) => [key, value]))
    : reading.why;
}

describe('the reader of a dotenv file', () => {
  test.each([
    { name: 'nothing', give: '', want: {} },
    { name: 'pairs', give: 'A=1\nB=two\n', want: { A: '1', B: 'two' } },
    { name: 'CRLF', give: 'A=1\r\nB=2\r\n', want: { A: '1', B: '2' } },
    { name: 'a mark of UTF-8', give: '\ufeffA=1', want: { A: '1' } },
    { name: 'a value with equals signs', give: 'A=b=c==', want: { A: 'b=c==' } },
    { name: 'an empty value', give: 'A=', want: { A: '' } },
    {
      name: 'quotes, which stay',
      give: `A="x"\nB='y'\nC="  z  "`,
      want: { A: '"x"', B: "'y'", C: '"  z  "' },
    },
    { name: 'spaces around key and value', give: '  A =  x y  ', want: { A: 'x y' } },
    { name: 'a # behind a value', give: 'A=1 # one', want: { A: '1 # one' } },
    { name: 'another key in a value', give: 'A=1\nB=${A}_$A', want: { A: '1', B: '${A}_$A' } },
    { name: 'comments and blank lines', give: '# a\n\nA=1\n  #b=2\n', want: { A: '1' } },
    { name: 'other letters in a value', give: 'A=🛹 é', want: { A: '🛹 é' } },
    {
      name: 'a command of the runner',
      give: 'A=::set-output name=x::y',
      want: { A: '::set-output name=x::y' },
    },
    { name: 'a backslash', give: 'A=C:\\new\\table', want: { A: 'C:\\new\\table' } },
    { name: 'a key of every kind of character', give: '_aZ9=1', want: { _aZ9: '1' } },
  ])('reads one with $name', ({ give, want }) => {
    expect(pairsOf(give)).toEqual(want);
  });

  test('accepts UTF-16, as PowerShell writes it', () => {
    const little = Buffer.from('\ufeffA=é\r\n', 'utf16le');
    expect(pairsOf(little)).toEqual({ A: 'é' });
    expect(pairsOf(Buffer.from(little).swap16())).toEqual({ A: 'é' });
  });

  test('accepts a repeated key; the order stays, and the last one wins', () => {
    const reading = readValues(Buffer.from('A=1\nA=2\n'));
    expect(reading.entries.map(({ value }) => value)).toEqual(['1', '2']);
  });

  test('accepts names that every object has', () => {
    expect(readValues(Buffer.from('__proto__=x\nconstructor=y'))).toEqual({
      kind: 'values',
      entries: [
        { key: '__proto__', value: 'x', at: ' (line 1)' },
        { key: 'constructor', value: 'y', at: ' (line 2)' },
      ],
    });
    expect(({} as { x?: string }).x).toBeUndefined();
  });
});

describe('the reader of a JSON file', () => {
  test.each([
    { name: 'nothing', give: '{}', want: {} },
    { name: 'texts', give: ' {"A": "1", "B": "a\\nb\\u00e9"}', want: { A: '1', B: 'a\nbé' } },
    {
      name: 'numbers as they are written',
      give: '{"A": 1.10, "B": 12345678901234567890, "C": -1e3}',
      want: { A: '1.10', B: '12345678901234567890', C: '-1e3' },
    },
    { name: 'booleans', give: '{"A": true, "B": false}', want: { A: 'true', B: 'false' } },
    {
      name: 'lists and objects, as JSON',
      give: '{"M": [ "a", 1.0, null, {"b": [true]} ], "O": {"k": "v\\""}}',
      want: { M: '["a",1.0,null,{"b":[true]}]', O: '{"k":"v\\""}' },
    },
    { name: 'a mark of UTF-8', give: '\ufeff{"A":"1"}', want: { A: '1' } },
  ])('reads one with $name', ({ give, want }) => {
    expect(pairsOf(give)).toEqual(want);
  });
});

describe('the reader rejects a file of values', () => {
  test.each([
    {
      name: 'that is binary',
      give: Buffer.from([0x89, 0x50, 0xff, 0x00]),
      want: 'is not text in UTF-8: it seems to be binary',
    },
    {
      name: 'that is gzip',
      give: Buffer.from([0x1f, 0x8b, 0x08, 0x00]),
      want: 'is not text in UTF-8: it seems to be a file packed with gzip',
    },
    {
      name: 'that is UTF-16 without its mark',
      give: Buffer.from('A=1\r\nB=2\r\n', 'utf16le'),
      want: 'is not text in UTF-8: it seems to be UTF-16 without a byte order mark',
    },
    {
      name: 'to which a line of UTF-16 was appended',
      give: Buffer.concat([Buffer.from('A=1\n'), Buffer.from('B=2\r\n', 'utf16le')]),
      want: 'is not text in UTF-8: it seems to be UTF-16 without a byte order mark, from line 2 on',
    },
    {
      name: 'that is Latin-1',
      give: Buffer.from('A=1\nNAME=Jos\xe9\n', 'latin1'),
      want: 'is not text in UTF-8 (line 2): it seems to be Latin-1, Windows-1252 or another encoding with one byte a letter',
    },
    {
      name: 'with a word in a line',
      give: 'A=1\nsecret-word\nB=2',
      want: 'is neither a JSON object nor KEY=VALUE lines (line 2)',
    },
    {
      name: 'that is YAML',
      give: 'image: app:1.10\n',
      want: 'is neither a JSON object nor KEY=VALUE lines (line 1); it looks like YAML, which is not read because it changes texts such as 1.10 or NO',
    },
    {
      name: 'that is a YAML document',
      give: '---\nA: 1',
      want: 'is neither a JSON object nor KEY=VALUE lines (line 1); it looks like YAML, which is not read because it changes texts such as 1.10 or NO',
    },
    {
      name: 'that is a JSON list',
      give: '["A=1"]',
      want: 'has a key that is not made of letters, digits and _ (not shown) (line 1)',
    },
    {
      name: 'that is a page',
      give: '<!doctype html>',
      want: 'is neither a JSON object nor KEY=VALUE lines (line 1)',
    },
    {
      name: 'with a key that has a space',
      give: 'A B=1',
      want: 'has a key that is not made of letters, digits and _ (not shown) (line 1)',
    },
    {
      name: 'with a key that begins with a digit',
      give: '1A=1',
      want: 'has a key that is not made of letters, digits and _ (not shown) (line 1)',
    },
    {
      name: 'without a key',
      give: '=1',
      want: 'has a key that is not made of letters, digits and _ (not shown) (line 1)',
    },
    {
      name: 'with a key in other letters',
      give: 'É=1',
      want: 'has a key that is not made of letters, digits and _ (not shown) (line 1)',
    },
    {
      name: 'that is a script',
      give: 'export A=1',
      want: 'is a script: write KEY=VALUE without "export" (line 1)',
    },
    { name: 'with a zero byte', give: 'A=a\0b', want: 'has a control character in a value (line 1)' },
    {
      name: 'with an escape sequence',
      give: 'A=\u001b[31mred',
      want: 'has a control character in a value (line 1)',
    },
    { name: 'with old line ends', give: 'A=1\rB=2', want: 'has a carriage return within a line (line 1)' },
    {
      name: 'that is cut off',
      give: '{"A": "secret',
      want: 'begins with "{", but stops being valid JSON (line 1, column 7)',
    },
    {
      name: 'that is shell with braces',
      give: '{ echo A; }',
      want: 'begins with "{", but stops being valid JSON (line 1, column 3)',
    },
    { name: 'with null', give: '{"A": "1", "B": null}', want: 'has null as a value (entry 2)' },
    {
      name: 'with half a character',
      give: '{"A": "\\ud800"}',
      want: 'has a control character in a value (entry 1)',
    },
    {
      name: 'with a key in JSON that is none',
      give: '{"a-b": "1"}',
      want: 'has a key that is not made of letters, digits and _ (not shown) (entry 1)',
    },
    {
      name: 'with an empty key',
      give: '{"": "1"}',
      want: 'has a key that is not made of letters, digits and _ (not shown) (entry 1)',
    },
    {
      name: 'with an endless key',
      give: `${'A'.repeat(256)}=1`,
      want: 'has a key that is not made of letters, digits and _ (not shown) (line 1)',
    },
  ])('with $name', ({ give, want }) => {
    expect(pairsOf(give)).toBe(want);
  });

  test('with a NUL in a comment', () => {
    expect(pairsOf('A=1\n# \0')).toBe('has a NUL byte in it, so it is not text (line 2)');
  });

  test('with a NUL, and nothing is hidden from the masks', () => {
    expect(readValues(Buffer.from('TOKEN=abcd\nB=\0'))).toMatchObject({
      kind: 'unfit',
      entries: [{ key: 'TOKEN', value: 'abcd' }, { key: 'B' }],
    });
  });

  test('and still returns what must be masked', () => {
    const reading = readValues(Buffer.from('TOKEN=abcd\nnothing\nKEY=efgh'));
    expect(reading).toMatchObject({
      kind: 'unfit',
      entries: [
        { key: 'TOKEN', value: 'abcd' },
        { key: 'KEY', value: 'efgh' },
      ],
    });
  });
});
