import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../src/base/errors.js';
import { parseTriggerRequest } from '../../../src/inputs/commands/trigger.js';
import { parseWaitRequest } from '../../../src/inputs/commands/wait-and-cancel.js';
import { infrastructureReasons } from '../../../src/model/failure-reasons.js';
import { noFiles, sourceOf } from './input-sources.js';

const least = {
  project_id: 'group/app',
  ref: 'main',
  token: 'glptt-x',
  access_token: 'glpat-x',
  wait: 'true',
};

async function read(inputs: Readonly<Record<string, string>>): Promise<{
  readonly most?: number | undefined;
  readonly reasons?: readonly string[] | undefined;
  readonly warnings?: readonly string[];
  readonly refusal?: string;
}> {
  try {
    const { request, warnings } = await parseTriggerRequest(sourceOf({ ...least, ...inputs }), noFiles);
    const { most, reasons } = request.follow?.retryFailed ?? {};
    return { most, reasons: reasons && [...reasons], warnings };
  } catch (error) {
    if (error instanceof InputError) return { refusal: error.message };
    throw error;
  }
}

describe('retries of failed jobs', () => {
  test('are off unless asked for, and then for what lies with GitLab', async () => {
    expect(await read({})).toEqual({ most: undefined, reasons: undefined, warnings: [] });
    expect(await read({ retry_failed: '0' })).toMatchObject({ most: undefined });
    expect(await read({ retry_failed: '2' })).toEqual({
      most: 2,
      reasons: infrastructureReasons,
      warnings: [],
    });
  });

  test('are never for a script that failed or ran too long, unless asked for', async () => {
    for (const reason of ['script_failure', 'job_execution_timeout', 'job_execution_server_timeout']) {
      expect(infrastructureReasons).not.toContain(reason);
    }
    const { reasons } = await read({ retry_failed: '1', retry_on: 'infrastructure\nscript_failure' });
    expect(reasons).toEqual([...infrastructureReasons, 'script_failure']);
  });

  test.each([
    { text: 'api_failure,scheduler_failure', want: ['api_failure', 'scheduler_failure'] },
    { text: ' api_failure  api_failure\n', want: ['api_failure'] },
  ])('are for the reasons given: $text', async ({ text, want }) => {
    expect(await read({ retry_failed: '1', retry_on: text })).toEqual({
      most: 1,
      reasons: want,
      warnings: [],
    });
  });

  test('take a reason of a newer GitLab, and say what they do not know', async () => {
    expect(await read({ retry_failed: '1', retry_on: 'runner_sytem_failure' })).toMatchObject({
      reasons: ['runner_sytem_failure'],
      warnings: [
        'retry_on has "runner_sytem_failure", which is no failure reason that this version knows; did you mean runner_system_failure?',
      ],
    });
    expect(await read({ retry_failed: '1', retry_on: 'gremlins_on_board' })).toMatchObject({
      warnings: ['retry_on has "gremlins_on_board", which is no failure reason that this version knows'],
    });
  });

  test('say that reasons alone retry nothing', async () => {
    expect(await read({ retry_on: 'script_failure' })).toEqual({
      most: undefined,
      reasons: undefined,
      warnings: ['retry_on was given, but retry_failed is 0, so that nothing is retried'],
    });
  });

  test.each([
    { inputs: { retry_failed: '11' }, want: 'Give a whole number from 0 to 10, in digits only.' },
    { inputs: { retry_failed: '-1' }, want: 'retry_failed is "-1"' },
    { inputs: { retry_failed: 'true' }, want: 'retry_failed is "true"' },
    { inputs: { retry_failed: '1', retry_on: ',' }, want: 'retry_on names no reason' },
    { inputs: { retry_failed: '1', retry_on: 'always' }, want: 'retry_on has "always", which is no failure' },
    { inputs: { retry_failed: '1', retry_on: 'Api_failure' }, want: 'retry_on has "Api_failure"' },
    {
      inputs: { retry_failed: '1', access_token: '' },
      want: 'retry_failed is 1, but access_token was not given, and no other token may retry jobs',
    },
    { inputs: { retry_failed: '1', wait: 'false' }, want: 'retry_failed was given, but wait is false' },
  ])('are refused with $inputs', async ({ inputs, want }) => {
    expect((await read(inputs)).refusal).toContain(want);
  });

  test('need an access token to follow a pipeline that was started elsewhere, too', async () => {
    const given = { project_id: 'group/app', pipeline_id: '7', retry_failed: '1' };
    await expect(parseWaitRequest(sourceOf(given), noFiles)).rejects.toThrow('access_token was not given');
    const jobToken = { ...given, access_token: 'glcbt-64_abcdefghijklmnopqrst' };
    await expect(parseWaitRequest(sourceOf(jobToken), noFiles)).rejects.toThrow(
      'no other token may retry jobs',
    );
    const { request } = await parseWaitRequest(sourceOf({ ...given, access_token: 'glpat-x' }), noFiles);
    expect(request.follow.retryFailed?.most).toBe(1);
  });
});
