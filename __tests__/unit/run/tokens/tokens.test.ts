import { beforeAll, describe, expect, test } from '@jest/globals';

import { tokensAction } from '../../../../src/run/tokens/tokens.js';
import { oneProject, tokens } from '../../../support/one-project.js';
import { type RunEnd, type RunStory, placeOf, runInVirtualTime } from '../support/run-in-virtual-time.js';

// Virtual time does not wait for a file to be read.
beforeAll(async () => {
  await import('../../../../src/gitlab/admin-calls.js');
});

async function operate(
  inputs: Readonly<Record<string, string>>,
  story: Partial<RunStory> = {},
): Promise<RunEnd> {
  return await runInVirtualTime({
    action: tokensAction,
    scenario: oneProject(),
    inputs: { token: '', ref: '', ...inputs },
    ...story,
  });
}

describe('the operations on trigger tokens', () => {
  test('list shows each token by its number and its start, and never a whole one', async () => {
    const run = await operate({ operation: 'list' });
    expect(run).toMatchObject({ exitCode: 0, requests: ['GET /projects/group%2Fapp/triggers?per_page=100'] });
    expect(JSON.parse(run.outputs.triggers ?? '')).toMatchObject({ triggers: [{ id: 1, owner: 'ada' }] });
    expect(JSON.stringify(run)).not.toContain(tokens.trigger);
    expect(run.summaries).toHaveLength(1);
  });

  test('mask the access token before anything is logged', async () => {
    const { events } = await operate({ operation: 'list' });
    const masked = placeOf(events, 'masked: access_token');
    expect(masked).toBeGreaterThanOrEqual(0);
    expect(masked).toBeLessThan(placeOf(events, 'info: '));
  });

  test('create masks the new token before it is an output', async () => {
    const { events, exitCode } = await operate({ operation: 'create', description: 'nightly' });
    expect(exitCode).toBe(0);
    const masked = placeOf(events, 'masked: a value');
    expect(masked).toBeGreaterThanOrEqual(0);
    expect(masked).toBeLessThan(placeOf(events, 'output: token='));
  });

  test('report an error for a missing token, and set nothing', async () => {
    const run = await operate({ operation: 'get', trigger_id: '99' });
    expect(run.error).toMatchObject({ exitCode: 3 });
    expect(run.outputs).toEqual({});
  });

  test.each(['2', 'nightly'])('delete deletes nothing when it is confirmed as %j', async (confirm) => {
    const run = await operate({ operation: 'delete', trigger_id: '1', confirm });
    expect(run.error?.exitCode).toBeGreaterThan(0);
    expect(run.requests.filter((line) => line.startsWith('DELETE'))).toEqual([]);
  });

  test('change nothing with an access token that may only read, and the error names what it lacks', async () => {
    const run = await operate({ operation: 'create', description: 'x', access_token: tokens.readApi });
    expect(run.error).toMatchObject({ code: 'insufficient_scope', exitCode: 3 });
    expect(run.outputs).toEqual({});
  });
});
