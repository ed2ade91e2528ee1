import { describe, expect } from '@jest/globals';

import { FaultPlan } from '../../src/simulator/gitlab/wire/fault-plan.js';
import { endlessScript, inputsFor, oneProject, tokens, valid } from '../support/one-project.js';
import { describeEachNode } from './support/node-versions.js';
import { type RunningAction, startAction } from './support/run-action.js';
import { endlessRequests, send } from './support/stopping.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until, withSimulator } from './support/with-simulator.js';

const scenario = oneProject({ ci: valid(endlessScript) });

interface SignalCase {
  readonly name: string;
  readonly stop: (step: RunningAction) => void;
  readonly want: { readonly exitCode: number; readonly conclusion: string };
  readonly says: string;
}

const signalCases: readonly SignalCase[] = [
  {
    name: 'canceled by the runner',
    stop: (step) => step.cancel(),
    want: { exitCode: 130, conclusion: 'cancelled' },
    says: 'Stopped by SIGINT [aborted]',
  },
  {
    name: 'interrupted',
    stop: (step) => send(step, 'SIGINT'),
    want: { exitCode: 130, conclusion: 'failure' },
    says: 'Stopped by SIGINT [aborted]',
  },
  {
    name: 'terminated',
    stop: (step) => send(step, 'SIGTERM'),
    want: { exitCode: 143, conclusion: 'failure' },
    says: 'Stopped by SIGTERM [aborted]',
  },
];

/** Starts a step that follows an endless pipeline, and comes back when it has seen it. */
async function follow(url: string, nodePath?: string): Promise<RunningAction> {
  let isFollowing = false;
  const step = await startAction({
    nodePath,
    with: {
      ...inputsFor(url),
      access_token: tokens.readApi,
      wait: 'true',
      request_timeout: endlessRequests,
    },
    onLine: (line) => (isFollowing ||= /^\d\d:\d\d {2}/.test(line)),
  });
  await until(() => isFollowing);
  return step;
}

async function expectEnd({ stop, want, says }: SignalCase, nodePath?: string): Promise<void> {
  await withSimulator({ scenario }, async ({ url, gitlab }) => {
    const step = await follow(url, nodePath);
    stop(step);
    const result = await step.finished;

    expect({ exitCode: result.exitCode, conclusion: result.conclusion }).toEqual(want);
    expect(result.outputs).toMatchObject({ pipeline_id: '257', outcome: 'aborted' });
    const { message = '' } = result.annotations.find(({ kind }) => kind === 'error') ?? {};
    expect(message).toContain(says);
    expect(message).toContain('https://gitlab.example.com/group/app/-/pipelines/257');
    expect(gitlab.pipelines()).toHaveLength(1);
  });
}

describeEachNode('a process that is stopped', ({ path: nodePath }) => {
  const test = testsAtOnce();

  for (const row of signalCases.filter(({ name }) => name === 'terminated')) {
    test(`${row.name} while it follows, it ends at once and fails`, async () => {
      await expectEnd(row, nodePath);
    });
  }
});

describe('a step that is stopped', () => {
  const test = testsAtOnce();

  for (const row of signalCases) {
    test(`${row.name} while it follows, it ends at once and fails`, async () => {
      await expectEnd(row);
    });
  }

  test('two signals of the system at once end it with the code of the first', async () => {
    await withSimulator({ scenario }, async ({ url }) => {
      const step = await follow(url, process.execPath);
      send(step, 'SIGINT');
      send(step, 'SIGTERM');
      const result = await step.finished;

      expect([130, 143]).toContain(result.exitCode);
      expect(result.outputs.pipeline_id).toBe('257');
    });
  });

  test('killed while it follows, it leaves what was known', async () => {
    await withSimulator({ scenario }, async ({ url }) => {
      const step = await follow(url);
      step.kill();
      const result = await step.finished;

      expect([result.exitCode, result.signal, result.conclusion]).toEqual([137, 'SIGKILL', 'failure']);
      expect(result.outputs).toMatchObject({
        pipeline_id: '257',
        web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
        outcome: 'triggered',
      });
      expect(JSON.parse(result.state.pipeline ?? '')).toMatchObject({ projectId: 42, pipelineId: 257 });
    });
  });

  test('interrupted while GitLab is starting the pipeline, it says that one may exist', async () => {
    const faults = new FaultPlan([{ when: { method: 'POST' }, fault: { kind: 'stall_after_work' } }]);
    await withSimulator({ scenario, faults }, async ({ url, requests, gitlab }) => {
      const step = await startAction({ with: inputsFor(url) });
      await until(() => requests.length > 0);
      step.cancel();
      const result = await step.finished;

      expect([result.exitCode, result.outputs.pipeline_id, gitlab.pipelines().length]).toEqual([
        130,
        undefined,
        1,
      ]);
      expect(result.annotations[0]?.message).toMatch(
        /Stopped by SIGINT \[aborted\][\s\S]*\/group\/app\/-\/pipelines/,
      );
    });
  });
});
