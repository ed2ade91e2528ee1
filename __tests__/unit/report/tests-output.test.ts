import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { testsOutput } from '../../../src/report/tests-output.js';
import { caseWith, testsWith } from './support/found-tests.js';
import { hostileTexts } from './support/snapshots.js';

describe('testsOutput', () => {
  test('has the format that docs/outputs.md shows', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'outputs.md'), 'utf8');
    const [, example = ''] = /^## `tests`$[^]*?^```json\n([^]*?)^```$/m.exec(page) ?? [];
    const counts = { total: 3, success: 1, failed: 1, error: 0, skipped: 1, seconds: 1.5 };
    const tests = testsWith({
      counts,
      suites: [{ name: 'unit', path: [], jobIds: [9001], ...counts }],
      failed: [
        caseWith({
          classname: 'round.test',
          name: 'rounds half to even',
          file: 'src/round.test.ts',
          seconds: 0.5,
          output: 'expected 2, received 3\n  at src/round.test.ts:14:22',
        }),
      ],
    });
    expect(JSON.parse(testsOutput(tests).tests)).toEqual(JSON.parse(example));
  });

  test('is one line without a command, whatever the names and messages', () => {
    const failed = hostileTexts.map((text) => caseWith({ name: text, output: text, file: text }));
    const { tests } = testsOutput(testsWith({ failed, unreadable: ['x'] }));
    expect(tests).not.toMatch(/[\r\n]|##\[/);
    const { complete, failed_cases: cases } = JSON.parse(tests) as {
      complete: boolean;
      failed_cases: readonly { name: string; message: string }[];
    };
    expect(complete).toBe(false);
    expect(cases.map(({ name, message }) => [name, message])).toEqual(
      hostileTexts.map((text) => [text, text === '' ? null : text]),
    );
  });

  test('has at most 200,000 bytes, and counts what it omits', () => {
    const failed = Array.from({ length: 5000 }, (_, index) =>
      caseWith({ name: `case ${index}`, output: '🛹'.repeat(3000) }),
    );
    const suites = Array.from({ length: 5000 }, (_, index) => ({
      ...testsWith().counts,
      name: `suite ${index}`,
      path: [],
    }));
    const { tests } = testsOutput(testsWith({ failed, suites }));
    expect(Buffer.byteLength(tests)).toBeLessThan(201_000);
    const details = JSON.parse(tests) as {
      failed_cases: readonly { message: string }[];
      suites: readonly unknown[];
      omitted_suites: number;
      omitted_failed_cases: number;
    };
    expect(details.failed_cases.length + details.omitted_failed_cases).toBe(5000);
    expect(details.suites.length + details.omitted_suites).toBe(5000);
    expect(details.failed_cases[0]?.message).toBe(`${'🛹'.repeat(1999)}…`);
  });
});
