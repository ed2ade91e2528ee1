import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type LogEntry, createLogLines } from '../../src/logs/decode-lines.js';
import { anyCharacter } from '../support/any-character.js';

const maxCharacters = 40;

/** What logs are made of, and what somebody who wants to fool us makes them of. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      '\t',
      '\u001b',
      '\u001b[',
      '\u001b[0K',
      '\u001b[31m',
      '\u001b[0;m',
      '\u001b[38;5;1m',
      '\u001b]0;',
      '\u0007',
      '\u009b31m',
      '\u2028',
      'section_start:1:a',
      'section_end:12:b.c-d',
      '[collapsed=true]',
      '\r\u001b[0K',
      '2024-05-14T11:19:20.123456Z 00O ',
      '2024-05-14T11:19:20.123456Z 00O+',
      '2024-',
      '::error::',
      '##[group]',
      '😀',
      'é',
      '\u202e',
    ),
    fc.string({ unit: anyCharacter, maxLength: 20 }),
    fc.string({ maxLength: 60 }),
  ),
  { maxLength: 60 },
);

const logs = fc.oneof(
  pieces.map((texts) => Buffer.from(texts.join(''))),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(pieces, fc.uint8Array({ maxLength: 20 }), pieces)
    .map(([one, bytes, other]) =>
      Buffer.concat([Buffer.from(one.join('')), bytes, Buffer.from(other.join(''))]),
    ),
);

function entriesOf(chunks: readonly Uint8Array[]): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  const lines = createLogLines((entry) => entries.push(entry), { maxCharacters });
  for (const chunk of chunks) {
    lines.push(chunk);
    expect(lines.heldCharacters()).toBeLessThan(maxCharacters + 400);
  }
  lines.end();
  return entries;
}

function chunksOf(log: Buffer, sizes: readonly number[]): readonly Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let index = 0; at < log.length; index += 1) {
    const size = sizes[index % sizes.length] ?? 1;
    chunks.push(log.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

function textsOf(entry: LogEntry): readonly string[] {
  switch (entry.kind) {
    case 'line':
      return [entry.text];
    case 'section_start':
      return [entry.name, entry.title ?? ''];
    case 'section_end':
      return [entry.name];
  }
}

describe('the text of a job log', () => {
  test('gives the same lines however it is split into chunks', () => {
    fc.assert(
      fc.property(
        logs,
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }),
        (log, sizes) => {
          expect(entriesOf(chunksOf(log, sizes))).toEqual(entriesOf([log]));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('gives texts of bounded length without control characters except colors that end again', () => {
    fc.assert(
      fc.property(logs, (log) => {
        for (const text of entriesOf([log]).flatMap(textsOf)) {
          const colors = text.match(/\u001b\[\d+(?:;\d+)*m/g) ?? [];
          expect(text.replaceAll(/\u001b\[\d+(?:;\d+)*m/g, '')).not.toMatch(
            /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u,
          );
          expect(colors.at(-1) ?? '\u001b[0m').toBe('\u001b[0m');
          expect(text.length).toBeLessThan(maxCharacters + 60);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('of plain lines stays unchanged', () => {
    const plain = fc.string({ unit: 'grapheme-ascii', maxLength: maxCharacters });
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1 }), (lines) => {
        const log = lines.map((line) => `${line}\n`).join('');
        expect(entriesOf([Buffer.from(log)])).toEqual(lines.map((text) => ({ kind: 'line', text })));
      }),
    );
  });
});
