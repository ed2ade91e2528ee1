import { describe, expect, test } from '@jest/globals';

import { triggerTable } from '../../../src/inputs/commands/trigger.js';
import { cancelLostStart } from '../../../src/run/cancel-lost-start.js';
import type { EntryContext, RunDeps } from '../../../src/run/context.js';
import { unsettledRun } from '../../../src/run/saved-run.js';
import { runTrigger } from '../../../src/run/trigger.js';
import { endlessScript, oneProject, tokens, valid } from '../../support/one-project.js';
import { type RunEnd, type RunStory, runInVirtualTime } from './support/run-in-virtual-time.js';

/** What a step has saved before its request is sent. */
async function startAndForget(deps: RunDeps, entry: EntryContext): Promise<string> {
  const saved: string[] = [];
  const state = { ...deps.host.state, save: (_name: string, value: string): void => void saved.push(value) };
  await runTrigger({ ...deps, host: { ...deps.host, state } }, entry);
  return saved[0] ?? '';
}

/** A step starts a pipeline and is killed before it hears of that; then `cancelLostStart` looks for it. */
async function lookFor(
  story: Partial<RunStory> = {},
  changeStake: (text: string) => string = (text) => text,
): Promise<RunEnd> {
  return await runInVirtualTime({
    scenario: oneProject({ ci: valid(endlessScript) }),
    ...story,
    action: {
      inputs: triggerTable,
      run: async (deps, entry) => {
        const text = changeStake(await startAndForget(deps, entry));
        const pending = unsettledRun({ save: () => undefined, load: () => text });
        if (pending === undefined || !('run' in pending)) throw new Error('no pending start was saved');
        await cancelLostStart(deps, entry, { pending, withinMs: 30_000 });
        return 0;
      },
    },
  });
}

describe('a start without a received response', () => {
  test('is found by its mark, and canceled', async () => {
    const run = await lookFor();
    expect(run.statuses).toEqual(['canceled']);
    expect(run.events).toContain('info: Found it: pipeline 257 carries the mark of this run.');
  });

  test('is not confused with a start that has another mark', async () => {
    const run = await lookFor({}, () => JSON.stringify({ run: 'another-mark' }));
    expect(run.statuses).not.toContain('canceled');
    expect(run.events.join('\n')).toContain('It is not known whether a pipeline was started');
  });

  test.each([
    {
      what: 'an access_token',
      inputs: { access_token: '' },
      why: 'without an access_token the step cannot search for it',
    },
    {
      what: 'a mark, as one that is created with the access_token alone',
      inputs: { token: '' },
      why: 'has no mark to recognize it by',
    },
  ])('is not searched for without $what', async ({ inputs, why }) => {
    const run = await lookFor({ inputs }, () => JSON.stringify({ run: 'a-mark' }));
    expect(run.events.join('\n')).toContain(why);
    expect(run.statuses).not.toContain('canceled');
  });

  test('is reported as running if the token may not cancel it', async () => {
    const run = await lookFor({ inputs: { access_token: tokens.readApi } });
    expect(run.statuses).toEqual(['running']);
    expect(run.events.join('\n')).toContain('warning: Pipeline 257 is still running');
  });
});
