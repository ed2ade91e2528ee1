import { describe, expect, test } from '@jest/globals';

import type { Clock } from '../../../../src/base/clock.js';
import { OutputReader } from '../../../../src/simulator/runner/outputs.js';

/** A reader whose batches end when the test says so. */
function readerInHand(): { reader: OutputReader; lines: string[]; endBatch: () => void } {
  const waiting: (() => void)[] = [];
  const clock: Clock = {
    nowMs: () => 0,
    epochMs: () => 0,
    schedule: (_delayMs, callback) => {
      waiting.push(callback);
      return () => void waiting.splice(waiting.indexOf(callback), 1);
    },
  };
  const lines: string[] = [];
  const reader = new OutputReader(clock, (line) => void lines.push(line));
  return { reader, lines, endBatch: () => waiting.shift()?.() };
}

describe('OutputReader', () => {
  test('returns the lines of standard error before those of standard output in each batch', () => {
    const { reader, lines, endBatch } = readerInHand();
    reader.receive('stdout', Buffer.from('::add-mask::x\nout\n'));
    reader.receive('stderr', Buffer.from('err x\n'));
    expect(lines).toEqual([]);
    endBatch();
    reader.receive('stdout', Buffer.from('later\n'));
    endBatch();
    expect(lines).toEqual(['err x', '::add-mask::x', 'out', 'later']);
  });

  test('joins a character and a line that arrive in chunks, and keeps the whole text of each stream', () => {
    const { reader, lines } = readerInHand();
    const bytes = Buffer.from('aé\r\nlast');
    reader.receive('stdout', bytes.subarray(0, 2));
    reader.receive('stdout', bytes.subarray(2));
    reader.end();
    expect(lines).toEqual(['aé', 'last']);
    expect({ stdout: reader.stdout.text, stderr: reader.stderr.text }).toEqual({
      stdout: 'aé\r\nlast',
      stderr: '',
    });
  });
});
