import { describe, expect, test } from '@jest/globals';

import { cleanLine, withoutInvisible } from '../../../src/base/text.js';
import { withoutCommands } from '../../../src/hosts/adapters/github-actions.js';
import { linesOf } from '../../../src/hosts/neutralize.js';
import { createLogLines } from '../../../src/logs/decode-lines.js';
import { logLine, plainText } from '../../../src/report/markdown.js';

/** Every character of Unicode that is a format character, or may be ignored in display. */
const unseen = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(character));

/** What joins emoji and letters of some scripts; in a log it stays wherever it is. */
const joiners = ['\u200c', '\u200d', '\ufe0e', '\ufe0f'];

describe('the set of invisible characters', () => {
  test('is complete', () => {
    expect(unseen.length).toBeGreaterThan(4000);
    for (const one of [
      '\u061c',
      '\u2063',
      '\u00ad',
      '\u{e0041}',
      '\u202e',
      '\u2066',
      '\ufeff',
      '\u180e',
      '\u3164',
    ]) {
      expect(unseen).toContain(one);
    }
  });

  test.each([
    { name: 'a line', clean: (text: string) => cleanLine(text, 10_000_000) },
    { name: 'the report', clean: (text: string) => plainText(text, 10_000_000) },
    { name: 'a line of a log in the report', clean: (text: string) => logLine(text, 10_000_000) },
    { name: 'what is printed', clean: (text: string) => linesOf(text).join('\n') },
  ])('is not in $name', ({ clean }) => {
    expect(clean(unseen.map((character) => `a${character}b`).join('.'))).toBe(
      unseen.map(() => 'ab').join('.'),
    );
  });

  test('is removed from what a runner of GitHub receives, wherever a runner would see a command', () => {
    expect(withoutCommands(withoutInvisible(':\u2063:error::x'))).toBe(':\u200b:error::x');
  });

  test('is removed from a log, except for joiners', () => {
    const shown: string[] = [];
    const lines = createLogLines((entry) => shown.push(entry.kind === 'line' ? entry.text : ''), {
      maxCharacters: 1_000_000,
    });
    const given = unseen.filter((character) => !joiners.includes(character));
    lines.push(Buffer.from(given.map((character) => `a${character}b`).join('.')));
    lines.end();
    expect(shown.join('')).toBe(given.map(() => 'ab').join('.'));
  });

  test.each(['👩‍💻', '👩🏽‍🚀', '🏳️‍🌈', '⚠️ x', '1️⃣', 'می‌خواهم', 'क्‍ष', '❤️‍🔥', '©️'])(
    'keeps a joiner that joins: %s',
    (text) => {
      expect(withoutInvisible(text)).toBe(text);
      expect(cleanLine(text)).toBe(text);
    },
  );

  test.each(['a\u200db', 'a\ufe0fb', '1\ufe0fb', '\u200d', 'x\u200c', '日\u200d1', '👩\u200da'])(
    'loses a joiner that joins nothing: %j',
    (text) => {
      expect(withoutInvisible(text)).toBe(text.replace(/\u200c|\u200d|\ufe0f/gu, ''));
    },
  );
});
