import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createRedaction } from '../../src/hosts/redaction.js';
import { codeText, escapeHtml, linkTo, plainText } from '../../src/report/markdown.js';

/** At least four characters, and none of those that stand for what was taken out. */
const secret = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 4, maxLength: 40 }),
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

const around = fc.string({ unit: 'binary', maxLength: 20 });

describe('redaction', () => {
  test('lets no secret through, in no form, whatever stands around it', () => {
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

  test('touches nothing else', () => {
    fc.assert(
      fc.property(secret, fc.string({ unit: 'grapheme' }), (hidden, text) => {
        fc.pre(!writtenForms(hidden).some((form) => text.includes(form)));
        expect(redactionOf([hidden]).apply(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('lets no beginning of a secret through where a text was cut off in it', () => {
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

  test('finds a secret in a report, in whatever way Markdown or HTML writes its marks', () => {
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

/** What a reader of the page sees. */
function asRead(markdown: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
  return markdown
    .replace(/<\/?(?:span|code)>/g, '')
    .replace(/&(?:#(\d+)|(amp|lt|gt));/g, (_, code: string | undefined, name: string | undefined) =>
      code === undefined ? (names[name ?? ''] ?? '') : String.fromCodePoint(Number(code)),
    );
}
