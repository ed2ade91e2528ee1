import { describe, expect, test } from '@jest/globals';

import { type LogPosition, createLogPosition } from '../../../src/logs/transcript.js';

/** A log without repetition. */
const log = Buffer.from(Array.from({ length: 2000 }, (_value, index) => `line ${index}\n`).join(''));

/** What is new in an answer that comes in chunks of `size`, and what the answer was. */
function read(
  position: LogPosition,
  answer: { readonly fromByte: number; readonly body: Buffer; readonly size?: number },
): readonly [fresh: string, end: string] {
  const { fromByte, body, size = 100 } = answer;
  const reading = position.open(fromByte);
  const fresh: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = reading.take(body.subarray(at, at + size));
    if (part === 'misfit') return [Buffer.concat(fresh).toString(), 'misfit'];
    fresh.push(part);
  }
  return [Buffer.concat(fresh).toString(), reading.end()];
}

function knowing(bytes: number): LogPosition {
  const position = createLogPosition();
  expect(read(position, { fromByte: 0, body: log.subarray(0, bytes) })).toEqual([
    log.subarray(0, bytes).toString(),
    'fits',
  ]);
  expect(position.knownBytes()).toBe(bytes);
  return position;
}

describe('LogPosition', () => {
  test.each([
    { name: 'of an unknown log asks for all of it', give: 0, want: 0 },
    { name: 'of a small log asks for all of it', give: 2047, want: 0 },
    { name: 'of a longer log asks for its end', give: 10_000, want: 9488 },
  ])('$name', ({ give, want }) => {
    expect(knowing(give).fromByte()).toBe(want);
  });

  test.each([1, 511, 512, 513, 100_000])(
    'finds the new part in a partial response (chunks of %d)',
    (size) => {
      const position = knowing(10_000);
      const fromByte = position.fromByte();
      expect(read(position, { fromByte, body: log.subarray(fromByte, 12_000), size })).toEqual([
        log.subarray(10_000, 12_000).toString(),
        'fits',
      ]);
      expect(position.knownBytes()).toBe(12_000);
      expect(read(position, { fromByte: 11_488, body: log.subarray(11_488, 12_000), size })).toEqual([
        '',
        'fits',
      ]);
    },
  );

  test.each([1, 511, 512, 513, 100_000])('finds the new part in a whole log (chunks of %d)', (size) => {
    const position = knowing(10_000);
    const body = log.subarray(0, 12_000);
    const fresh = log.subarray(10_000, 12_000).toString();
    expect(read(position, { fromByte: 9488, body, size })).toEqual([fresh, 'offset_ignored']);
    expect(read(position, { fromByte: 0, body, size })).toEqual(['', 'fits']);
  });

  test.each([
    { name: 'shorter than before', give: { fromByte: 0, body: log.subarray(0, 9000) } },
    { name: 'shorter than the part asked for', give: { fromByte: 9488, body: log.subarray(9488, 9900) } },
    { name: 'empty', give: { fromByte: 9488, body: Buffer.alloc(0) } },
    { name: 'empty, all of it', give: { fromByte: 0, body: Buffer.alloc(0) } },
    { name: 'another one', give: { fromByte: 9488, body: Buffer.from('x'.repeat(1000)) } },
    {
      name: 'another one with the same beginning',
      give: { fromByte: 0, body: Buffer.concat([log.subarray(0, 5000), Buffer.from('x'.repeat(9000))]) },
    },
  ])('detects a log that does not match: $name', ({ give }) => {
    expect(read(knowing(10_000), give)).toEqual(['', 'misfit']);
  });

  test('continues after a response that broke off', () => {
    const position = knowing(10_000);
    const reading = position.open(9488);
    reading.take(log.subarray(9488, 11_000));
    expect(position.knownBytes()).toBe(11_000);
    const fromByte = position.fromByte();
    expect(read(position, { fromByte, body: log.subarray(fromByte, 12_000) })).toEqual([
      log.subarray(11_000, 12_000).toString(),
      'fits',
    ]);
  });
});
