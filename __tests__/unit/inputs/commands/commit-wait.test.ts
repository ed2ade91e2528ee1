import { describe, expect, test } from '@jest/globals';

import { InputError } from '../../../../src/base/errors.js';
import { parseTriggerRequest } from '../../../../src/inputs/commands/trigger.js';
import type { CommitWait } from '../../../../src/model/requests.js';
import { noFiles, sourceOf } from '../input-sources.js';
import { leastTriggerInputs } from '../support/requests.js';

const least = {
  ...leastTriggerInputs,
  access_token: 'glpat-x',
  expected_sha: 'abcdef1',
};

async function read(inputs: Readonly<Record<string, string>>): Promise<CommitWait | undefined | string> {
  try {
    const { request } = await parseTriggerRequest(sourceOf({ ...least, ...inputs }), noFiles);
    return request.commitWait;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

describe('the inputs that wait for a commit before the start', () => {
  test('are off by default, and have their own limits', async () => {
    expect(await read({})).toBeUndefined();
    expect(await read({ wait_for_commit: '10m' })).toEqual({
      timeoutMs: 600_000,
      acceptNewer: false,
      syncMirror: false,
    });
    expect(
      await read({ wait_for_commit: '1s', accept_newer_commit: 'true', sync_mirror: 'true' }),
    ).toMatchObject({ acceptNewer: true, syncMirror: true });
  });

  test.each([
    { inputs: { wait_for_commit: '10' }, want: 'wait_for_commit is "10", a number without a unit' },
    { inputs: { wait_for_commit: '0s' }, want: 'Give a duration from 1s to 14d.' },
    {
      inputs: { wait_for_commit: '10m', expected_sha: '' },
      want: 'wait_for_commit was given, but expected_sha was not',
    },
    { inputs: { sync_mirror: 'true' }, want: 'sync_mirror is true, but wait_for_commit was not given' },
    {
      inputs: { accept_newer_commit: 'true' },
      want: 'accept_newer_commit is true, but wait_for_commit was not given',
    },
    {
      inputs: { wait_for_commit: '10m', sync_mirror: 'true', access_token: '' },
      want: 'sync_mirror is true, but access_token was not given',
    },
    { inputs: { wait_for_commit: '10m', sync_mirror: 'yes' }, want: 'Give true or false.' },
  ])('are refused with $inputs', async ({ inputs, want }) => {
    expect(await read(inputs)).toContain(want);
  });
});
