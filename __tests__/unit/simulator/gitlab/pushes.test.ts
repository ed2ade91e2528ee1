import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../../src/base/clock.js';
import { SimulatedGitLab } from '../../../../src/simulator/gitlab/simulated-gitlab.js';
import type { PushDescription } from '../../../../src/simulator/gitlab/state/scenario.js';
import { createVirtualClock } from '../../../../src/simulator/virtual-clock.js';
import { mainSha, oneProject, tokens } from '../../../support/one-project.js';

const newSha = 'c'.repeat(40);
const push = { afterMs: 5000, ref: 'main', sha: newSha, user: 'ada' } as const;

interface Shown {
  readonly gitlab: SimulatedGitLab;
  readonly pass: (ms: number) => Promise<void>;
  readonly tip: (branch: string) => unknown;
}

function withPushes(...pushes: readonly PushDescription[]): Shown {
  const clock = createVirtualClock();
  const gitlab = new SimulatedGitLab({ clock }, oneProject({ pushes }));
  const tip = (branch: string): unknown => {
    const { body } = gitlab.handle({
      method: 'GET',
      target: `/api/v4/projects/42/repository/branches/${branch}`,
      headers: { 'private-token': tokens.api },
      body: Buffer.alloc(0),
    });
    return (JSON.parse(body.toString()) as { commit?: { id: string } }).commit?.id;
  };
  const pass = async (ms: number): Promise<void> =>
    await clock.run(sleep(clock, ms, new AbortController().signal));
  return { gitlab, pass, tip };
}

describe('a push in the simulation', () => {
  test('moves its branch and starts its pipelines at its time', async () => {
    const mergeRequest = { source: 'merge_request_event', ref: 'refs/merge-requests/7/head' };
    const { gitlab, pass, tip } = withPushes({ ...push, pipelines: [{}, mergeRequest] });
    await pass(4999);
    expect([tip('main'), gitlab.pipelines()]).toEqual([mainSha, []]);
    await pass(1);
    expect(tip('main')).toBe(newSha);
    expect(gitlab.pipelines()).toMatchObject([
      { source: 'push', ref: 'main', sha: newSha },
      { source: 'merge_request_event', ref: 'refs/merge-requests/7/head', sha: newSha },
    ]);
  });

  test('starts nothing by default, and can create a branch', async () => {
    const { gitlab, pass, tip } = withPushes({ ...push, ref: 'new' });
    expect(tip('new')).toBeUndefined();
    await pass(5000);
    expect([tip('new'), tip('main'), gitlab.pipelines()]).toEqual([newSha, mainSha, []]);
  });

  test('waits for a trigger if it has no time', async () => {
    const { gitlab, pass, tip } = withPushes({ ...push, afterMs: Infinity });
    await pass(3_600_000);
    expect([tip('main'), gitlab.nextChangeMs()]).toEqual([mainSha, undefined]);
    gitlab.bringPushes(43);
    expect(tip('main')).toBe(mainSha);
    gitlab.bringPushes(42);
    expect(tip('main')).toBe(newSha);
  });
});
