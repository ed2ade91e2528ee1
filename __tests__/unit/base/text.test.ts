import { describe, expect, test } from '@jest/globals';

import { cleanLine, redactedLine } from '../../../src/base/text.js';
import { logLine } from '../../../src/report/markdown.js';

describe('cleanLine', () => {
  test.each([
    { name: 'leaves plain text alone', give: 'Reference not found', want: 'Reference not found' },
    { name: 'makes one line of many', give: 'one\r\ntwo\nthree\rfour', want: 'one two three four' },
    {
      name: 'removes colors and titles of terminals',
      give: '\u001b[31mred\u001b[0m \u001b]0;title\u0007end',
      want: 'red end',
    },
    { name: 'removes bidirectional overrides', give: 'abc\u202egnp.exe', want: 'abcgnp.exe' },
    { name: 'removes other control characters', give: 'a\u0000b\u0008c\u009bd', want: 'a b c d' },
    { name: 'keeps letters of every script', give: 'größe 日本 🚀', want: 'größe 日本 🚀' },
  ])('$name', ({ give, want }) => {
    expect(cleanLine(give)).toBe(want);
  });

  test.each([
    { name: 'colors', before: '\u001b[0m'.repeat(189) },
    { name: 'zero-width characters', before: '\u200b'.repeat(5000) },
    { name: 'control characters', before: '\u0000'.repeat(5000) },
    { name: 'a title of a terminal', before: `\u001b]0;${'x'.repeat(5000)}\u0007` },
    { name: 'line ends', before: '\r\n'.repeat(5000) },
  ])('truncates the visible text, however many $name come first', ({ before }) => {
    expect(cleanLine(`${before}one two`, 20)).toBe('one two');
    expect(cleanLine(`${before}one two three four five`, 20)).toBe('one two three four …');
    expect(logLine(`a${before.replaceAll(/[\r\n]/g, '')}one two three four five`, 20)).toBe(
      'aone two three four…',
    );
  });

  test('is fast with a megabyte of invisible characters', () => {
    expect(cleanLine('\u001b[0m\u200b'.repeat(200_000), 10)).toBe('');
    expect(cleanLine(`${'\u001b['.repeat(300_000)}x`, 10)).toBe('');
  });

  test('truncates between characters, never within one', () => {
    expect(cleanLine('🚀🚀🚀🚀', 3)).toBe('🚀🚀…');
  });

  test('is fast with a megabyte on one line', () => {
    expect(cleanLine('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxx…');
  });
});

describe('redactedLine', () => {
  const redact = (text: string): string => text.replaceAll('secret', '***');

  test.each([
    { name: 'cleans before it redacts', give: 'a sec\u200bret b', want: 'a *** b' },
    { name: 'redacts before it cuts', give: '123456789 secret', want: '123456789 *…' },
    { name: 'keeps what fits', give: '12345678 secret', want: '12345678 ***' },
  ])('$name', ({ give, want }) => {
    expect(redactedLine(give, redact, 12)).toBe(want);
  });
});
