import { describe, expect, test } from '@jest/globals';

import {
  jobOutputsOf,
  readStepYield,
  summaryMaxBytes,
} from '../../../../src/simulator/runner/step-ending.js';
import type { CommandFileTexts } from '../../../../src/simulator/runner/step-files.js';
import { StepLog } from '../../../../src/simulator/runner/step-log.js';

const empty: CommandFileTexts = { output: '', state: '', env: '', path: '', summary: '' };

function emptyLog(): StepLog {
  return new StepLog({ masked: ['s3cret'], debugging: false, onLine: () => undefined });
}

describe('readStepYield', () => {
  test('reads all files, and masks the summary line by line', () => {
    const log = emptyLog();
    log.take('::set-output name=old::1');
    const texts: CommandFileTexts = {
      output: 'a=s3cret\n',
      state: 'b=2\n',
      env: 'C=3\n',
      path: '/d\n',
      summary: '# s3\ncret\n# s3cret\n',
    };
    expect(readStepYield(texts, log, 'linux')).toEqual({
      outputs: { old: '1', a: 's3cret' },
      state: { b: '2' },
      environment: { C: '3' },
      paths: ['/d'],
      summary: '# s3\ncret\n# ***\n',
    });
    expect(log.failed).toBe(false);
  });

  test('fails the step for a mistake, and keeps what came before it', () => {
    const log = emptyLog();
    expect(readStepYield({ ...empty, output: 'a=1\nbroken\n' }, log, 'linux').outputs).toEqual({ a: '1' });
    expect(log.failed).toBe(true);
    expect(log.annotations).toEqual([
      {
        kind: 'error',
        message: "Unable to process file command 'output': a line has neither '=' nor '<<': 'broken'",
        properties: {},
      },
    ]);
  });

  test.each([
    {
      name: 'keeps a summary of the largest size',
      bytes: summaryMaxBytes,
      want: { length: summaryMaxBytes, errors: 0 },
    },
    { name: 'drops a summary one byte larger', bytes: summaryMaxBytes + 1, want: { length: 0, errors: 1 } },
  ])('handles $name without failing the step', ({ bytes, want }) => {
    const log = emptyLog();
    const { summary } = readStepYield({ ...empty, summary: 'x'.repeat(bytes) }, log, 'linux');
    expect({ length: summary.length, errors: log.annotations.length }).toEqual(want);
    expect(log.failed).toBe(false);
  });

  test('refuses NODE_OPTIONS in the environment', () => {
    const log = emptyLog();
    const read = readStepYield({ ...empty, env: 'node_options=--x\nA=1\n' }, log, 'linux');
    expect(read.environment).toEqual({ A: '1' });
    expect(log.annotations).toHaveLength(1);
  });
});

test('jobOutputsOf drops outputs that contain masked text', () => {
  const log = emptyLog();
  expect(jobOutputsOf({ a: 'x s3cret', b: 'y' }, (text) => log.maskLine(text))).toEqual({ b: 'y' });
});
