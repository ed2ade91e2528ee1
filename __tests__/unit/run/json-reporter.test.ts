import { describe, expect, test } from '@jest/globals';

import { RefusedError, exitCodes } from '../../../src/base/errors.js';
import { type JsonReporter, createJsonReporter } from '../../../src/run/json-reporter.js';
import { pipelineWith } from '../../support/pipelines.js';

const secret = 's3cret-0123456789';

function reporting(form: 'end' | 'lines'): {
  readonly reporter: JsonReporter;
  readonly objects: () => readonly Readonly<Record<string, unknown>>[];
  readonly text: () => string;
} {
  const printed: string[] = [];
  const reporter = createJsonReporter({
    form,
    command: 'run',
    print: (text) => void printed.push(text),
    redact: (text) => text.replaceAll(secret, '***'),
  });
  const lines = (): readonly string[] => printed.join('').trimEnd().split('\n');
  return {
    reporter,
    text: () => printed.join(''),
    objects: () => lines().map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
  };
}

describe('a reporter for programs', () => {
  test('prints one object at the end', () => {
    const { reporter, objects } = reporting('end');
    reporter.onOutput('pipeline_id', '257');
    reporter.onWarning('slow');
    reporter.watch({ kind: 'pipeline_known', pipeline: pipelineWith() });
    reporter.end({ exitCode: exitCodes.accepted, error: undefined });
    expect(objects()).toMatchObject([
      { event: 'end', command: 'run', exit_code: 0, outputs: { pipeline_id: '257' }, warnings: ['slow'] },
    ]);
  });

  test('prints a line for every event, and the end last', () => {
    const { reporter, objects } = reporting('lines');
    reporter.onOutput('pipeline_id', '257');
    reporter.onWarning('slow');
    reporter.watch({ kind: 'pipeline_known', pipeline: pipelineWith() });
    reporter.end({ exitCode: exitCodes.accepted, error: undefined });
    expect(objects().map(({ event }) => event)).toEqual(['output', 'warning', 'pipeline_known', 'end']);
  });

  test.each(['end', 'lines'] as const)('in the form %s shows no secret, wherever it comes from', (form) => {
    const { reporter, text } = reporting(form);
    reporter.onOutput('values', secret);
    reporter.onWarning(`about ${secret}`);
    reporter.watch({ kind: 'retrying', why: secret, delayMs: 10 });
    const error = new RefusedError({ code: 'not_found', what: secret, why: secret, hint: secret });
    reporter.end({ exitCode: error.exitCode, error });
    expect(text()).toContain('***');
    expect(text()).not.toContain(secret);
  });

  test('distinguishes an output with a secret from one that arrives unchanged', () => {
    const { reporter } = reporting('end');
    expect(reporter.hearsWhole(secret)).toBe(false);
    expect(reporter.hearsWhole('257')).toBe(true);
  });

  test.each([new Error('broken'), 'broken'])('tells a fault of ours by its text: %p', (error) => {
    const { reporter, objects } = reporting('end');
    reporter.end({ exitCode: exitCodes.internal, error });
    expect(JSON.stringify(objects())).toContain('broken');
  });
});
