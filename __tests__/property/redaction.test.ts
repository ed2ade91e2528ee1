import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { cleanLine, stripTerminalSequences, withoutInvisible } from '../../src/base/text.js';
import { base64Cores } from '../../src/hosts/redaction/masked-forms.js';
import { createRedaction } from '../../src/hosts/redaction/redaction.js';
import { isRandom, looksRandom } from '../../src/hosts/redaction/secret-pieces.js';
import { codeText, escapeHtml, linkTo, logLine, plainText } from '../../src/report/markdown.js';
import { anyCharacter } from '../support/any-character.js';

/** At least four characters, and none of those that stand for what was taken out. */
const secret = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }),
    fc.string({ unit: anyCharacter, minLength: 4, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(...'aB1/+="\'\\<>&% .:;-_~$@(){}[]'.split('')),
      minLength: 4,
      maxLength: 20,
    }),
  )
  .filter((text) => text.trim().length >= 4 && !text.includes('*') && !/\p{Surrogate}/u.test(text));

/** The ways in which a server or a program would write it down. */
function writtenForms(text: string): readonly string[] {
  const json = JSON.stringify(text.trim()).slice(1, -1);
  return [
    text,
    text.trim(),
    encodeURIComponent(text.trim()),
    new URLSearchParams([['', text.trim()]]).toString().slice(1),
    json,
    json.replaceAll('/', '\\/'),
    Buffer.from(text.trim()).toString('base64'),
    Buffer.from(text.trim()).toString('base64url'),
  ].filter((form) => form.length >= 4);
}

function redactionOf(secrets: readonly string[]): ReturnType<typeof createRedaction> {
  const redaction = createRedaction();
  for (const each of secrets) redaction.add(each);
  return redaction;
}

const around = fc.string({ unit: anyCharacter, maxLength: 20 });

describe('the redaction', () => {
  test('hides every secret in every form, in any context', () => {
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(around, fc.nat()), { minLength: 1, maxLength: 6 }),
        (secrets, pieces) => {
          const forms = secrets.flatMap(writtenForms);
          const text = pieces
            .map(([before, pick]) => `${before}${forms[pick % forms.length] ?? ''}`)
            .join('');
          const shown = redactionOf(secrets).apply(text);
          expect(forms.filter((form) => shown.includes(form))).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('changes nothing else', () => {
    fc.assert(
      fc.property(secret, fc.string({ unit: 'grapheme' }), (hidden, text) => {
        fc.pre(!writtenForms(hidden).some((form) => text.includes(form)));
        expect(redactionOf([hidden]).apply(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('hides the start of a secret where a text was truncated in it', () => {
    const visible = fc.string({
      unit: fc.constantFrom(...'aB1/+="\'\\<>&%.:;-_~@(){}[]'.split('')),
      minLength: 8,
      maxLength: 60,
    });
    fc.assert(
      fc.property(visible, fc.nat({ max: 50 }), (hidden, kept) => {
        const length = Math.min(6 + kept, hidden.length - 1);
        const redaction = redactionOf([hidden]);
        const name = `${hidden.slice(0, length)}…`;
        expect(redaction.apply(name)).toBe('***…');
        expect(asRead(redaction.applyToMarkdown(codeText(name)))).toBe('***…');
      }),
      { numRuns: 100 },
    );
  });

  test('finds a secret in a report, however Markdown or HTML writes its punctuation', () => {
    // A label is one line of single spaces, so a secret with more of them is not in it any more.
    const label = secret.filter(
      (text) => !/[\s\p{C}\u2028\u2029]/u.test(text) && Array.from(text).length < 40,
    );
    fc.assert(
      fc.property(
        label,
        fc.string({ unit: fc.constantFrom('a', '.', '&', ' '), maxLength: 8 }),
        (hidden, text) => {
          const redaction = redactionOf([hidden]);
          const given = `${text}${hidden}${text}`;
          for (const written of [
            plainText(given),
            codeText(given),
            escapeHtml(given),
            linkTo(plainText(given), `https://gitlab.example.com/?a=${encodeURIComponent(hidden)}`),
          ]) {
            const shown = redaction.applyToMarkdown(written);
            expect(asRead(shown)).not.toContain(hidden);
            expect(shown).not.toContain(encodeURIComponent(hidden));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Random, as keys and tokens are; the part that is not the prefix of its kind. */
const randomPart = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 40, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-')),
    minLength: 20,
    maxLength: 27,
  }),
);
const token = fc
  .tuple(fc.constantFrom('', 'glptt-', 'glpat-', 'ghp_'), randomPart)
  .map(([prefix, part]) => ({ whole: prefix + part, part }))
  // One of words and numbers is not what anybody draws.
  .filter(({ whole }) => isRandom(whole));

/** So many characters in a row would be as good as found. */
const harmlessLength = 8;

/** Pieces of the random part that a reader can see. */
function seenPieces(part: string, shown: string): readonly string[] {
  return Array.from({ length: part.length - harmlessLength + 1 }, (_, at) =>
    part.slice(at, at + harmlessLength),
  ).filter((piece) => shown.includes(piece) && looksRandom(piece));
}

/** What somebody who wants a secret to be seen puts into it and before it. */
const wedge = fc.constantFrom(
  ...[
    '\u001b[0m',
    '\u001b[31;1m',
    '\u001b]0;t\u0007',
    '\u001b[',
    '\u001b',
    '\u009b0m',
    '\u0000',
    '\u0007',
    '\u007f',
  ],
  ...[
    '\u200b',
    '\u200d',
    '\u00ad',
    '\u202e',
    '\u061c',
    '\u2063',
    '\u2066',
    '\ufeff',
    '\ufe0f',
    '\u{e0041}',
    '\u034f',
    '\u3164',
  ],
);
const wedges = fc.array(wedge, { maxLength: 3 }).map((all) => all.join(''));

describe('a token in any encoding and truncation', () => {
  const ways: readonly (readonly [name: string, way: (text: string, length: number) => string])[] = [
    ['a line', (text, length) => cleanLine(text, length)],
    ['a label of the report', (text, length) => codeText(text, length)],
    ['a line of a log', (text, length) => logLine(text, length)],
    ['as it came', (text) => text],
    ['JSON', (text, length) => JSON.stringify({ name: cleanLine(text, length), raw: text })],
    [
      'an address',
      (text, length) => `https://gitlab.example.com/${encodeURIComponent(cleanLine(text, length))}`,
    ],
    ['a link', (text) => linkTo('x', `https://gitlab.example.com/${text}`)],
  ];

  test.each(ways)('shows no more than a harmless piece in %s', (_, way) => {
    fc.assert(
      fc.property(
        token,
        fc.array(wedges, { minLength: 1, maxLength: 60 }),
        fc.tuple(fc.nat({ max: 300 }), wedge),
        fc.integer({ min: 1, max: 120 }),
        ({ whole, part }, between, [count, before], length) => {
          const split = Array.from(
            whole,
            (character, at) => character + (between[at % between.length] ?? ''),
          ).join('');
          const shown = asSeen(
            redactionOf([whole]).applyToMarkdown(way(`${before.repeat(count)}${split} end`, length)),
          );
          expect(seenPieces(part, shown)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is hidden when a terminal sequence swallows one of its characters', () => {
    fc.assert(
      fc.property(token, fc.nat({ max: 50 }), ({ whole, part }, at) => {
        const place = at % whole.length;
        const given = `a${whole.slice(0, place)}\u001b[${whole.slice(place)} b`;
        expect(seenPieces(part, redactionOf([whole]).apply(cleanLine(given)))).toEqual([]);
      }),
    );
  });

  test('is hidden when a log has it on two lines', () => {
    fc.assert(
      fc.property(token, fc.nat({ max: 50 }), ({ whole, part }, at) => {
        const redaction = redactionOf([whole]);
        const lines = [whole.slice(0, at % whole.length), whole.slice(at % whole.length)];
        expect(lines.flatMap((line) => seenPieces(part, redaction.apply(line)))).toEqual([]);
      }),
    );
  });
});

describe('is hidden in the middle of a longer encoded text', () => {
  const encodings: Readonly<Record<string, (bytes: Buffer) => string>> = {
    base64: (bytes) => bytes.toString('base64'),
    'base64 without padding': (bytes) => bytes.toString('base64').replace(/=+$/, ''),
    'base64 for addresses': (bytes) => bytes.toString('base64url'),
    'base64 on lines of 60': (bytes) => bytes.toString('base64').replace(/.{60}/g, '$&\n'),
    'base64 in JSON of PHP': (bytes) => JSON.stringify(bytes.toString('base64')).replaceAll('/', '\\/'),
    'base64 in an address': (bytes) => encodeURIComponent(bytes.toString('base64')),
    'hexadecimal digits': (bytes) => bytes.toString('hex'),
    'hexadecimal capitals': (bytes) => bytes.toString('hex').toUpperCase(),
    'digits with colons': (bytes) => bytes.toString('hex').replace(/..(?=.)/g, '$&:'),
    'capitals with blanks': (bytes) =>
      bytes
        .toString('hex')
        .toUpperCase()
        .replace(/..(?=.)/g, '$& '),
    'digits as C has them': (bytes) => bytes.toString('hex').replace(/../g, '\\x$&'),
    'digits in a list': (bytes) => bytes.toString('hex').replace(/..(?=.)/g, '0x$&, '),
    'percent signs everywhere': (bytes) => bytes.toString('hex').replace(/../g, '%$&'),
    'JSON escapes everywhere': (bytes) => bytes.toString('hex').replace(/../g, '\\u00$&'),
    'entities everywhere': (bytes) => bytes.toString('hex').replace(/../g, '&#x$&;'),
    'an address in JSON in an address': (bytes) =>
      encodeURIComponent(JSON.stringify(encodeURIComponent(bytes.toString('latin1')))),
  };

  test.each(Object.entries(encodings))('a token is hidden in %s', (name, encode) => {
    fc.assert(
      fc.property(
        token,
        fc.constantFrom('', 'x', 'oauth2:', 'user:x', 'gitlab-ci-token:', '{"token":"'),
        fc.constantFrom('', '@', '"}', 'zzz'),
        ({ whole, part }, before, after) => {
          const written = encode(Buffer.from(before + whole + after));
          const shown = redactionOf([whole]).apply(`> Authorization: Basic ${written} <`);
          const core = base64Cores(Buffer.from(part)).find((each) =>
            written.replace(/\s/g, '').includes(each),
          );
          expect(shown).toContain('***');
          expect(shown.startsWith('> Authorization: Basic ') && shown.endsWith(' <')).toBe(true);
          if (core !== undefined && name.startsWith('base64')) expect(seenPieces(core, shown)).toEqual([]);
          expect(seenPieces(part, decodedAll(shown))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Without tags and what nobody sees. */
function asSeen(markdown: string): string {
  return withoutInvisible(stripTerminalSequences(asRead(markdown))).replace(
    /[\u0000-\u001f\u007f-\u009f\s]/gu,
    '',
  );
}

/** Escapes resolved once more than anybody does. */
function decodedAll(text: string): string {
  return Array.from({ length: 3 }).reduce<string>(
    (rest) =>
      rest.replace(/(?:%|\\x|\\u00|&#x)([\da-f]{2});?/gi, (_, hex: string) =>
        String.fromCharCode(parseInt(hex, 16)),
      ),
    text,
  );
}

/** What a reader of the page sees. */
function asRead(markdown: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
  return markdown
    .replace(/<\/?(?:span|code)>/g, '')
    .replace(/&(?:#(\d+)|(amp|lt|gt));/g, (_, code: string | undefined, name: string | undefined) =>
      code === undefined ? (names[name ?? ''] ?? '') : String.fromCodePoint(Number(code)),
    );
}
