import { describe, expect, test } from '@jest/globals';

import { checkTable } from '../../../src/inputs/commands/trigger.js';
import { runCheck } from '../../../src/run/check.js';
import { oneProject } from '../../support/one-project.js';
import { type RunEnd, type RunStory, placeOf, runInVirtualTime } from './support/run-in-virtual-time.js';

async function check(story: Partial<RunStory> = {}): Promise<RunEnd> {
  return await runInVirtualTime({
    action: { inputs: checkTable, run: runCheck },
    scenario: oneProject(),
    ...story,
  });
}

interface Check {
  readonly name: string;
  readonly state: string;
}

function checksOf({ outputs }: RunEnd): readonly Check[] {
  const { checks } = JSON.parse(outputs.checks ?? '{}') as { readonly checks?: readonly Check[] };
  return checks ?? [];
}

describe('the command check', () => {
  test('starts no pipeline, and sends nothing that could except the probe of the token', async () => {
    const run = await check();
    expect(run).toMatchObject({ exitCode: 0, statuses: [] });
    const writing = run.requests.filter((line) => !line.startsWith('GET '));
    expect(writing).toEqual(['POST /projects/group%2Fapp/trigger/pipeline']);
  });

  test('says that nothing will be started before it sends anything', async () => {
    const { events } = await check();
    expect(events.find((event) => event.startsWith('info: '))).toMatch(/nothing will be started$/);
    expect(placeOf(events, 'masked: token')).toBeLessThan(placeOf(events, 'info: '));
  });

  test('sets every check as an output, and shows the call with curl', async () => {
    const run = await check();
    expect(checksOf(run).length).toBeGreaterThan(3);
    expect(checksOf(run).filter(({ state }) => state === 'failed')).toEqual([]);
    expect(placeOf(run.events, 'group: The same with curl')).toBeGreaterThanOrEqual(0);
  });

  test('fails if a check does, with all of them set and shown before', async () => {
    const run = await check({ inputs: { ref: 'nowhere' } });
    expect(run.error).toMatchObject({ code: 'check_failed', exitCode: 3 });
    expect(checksOf(run).some(({ state }) => state === 'failed')).toBe(true);
  });

  test('reports a connection error if no GitLab answers', async () => {
    const page = { kind: 'html' } as const;
    const run = await check({ faults: [{ when: {}, fault: page }] });
    expect(run.error).toMatchObject({ exitCode: 4 });
    expect(run.error?.message).toContain('Nothing was started');
  });
});
