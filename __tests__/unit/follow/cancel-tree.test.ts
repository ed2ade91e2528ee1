import { describe, expect, test } from '@jest/globals';

import { sleep } from '../../../src/base/clock.js';
import { cancelTree } from '../../../src/follow/cancel-tree.js';
import type { Reply } from '../../../src/gitlab/responses/reply.js';
import type { PipelineCall } from '../../../src/model/addresses.js';
import { type Pipeline, unknownProjectId } from '../../../src/model/pipeline.js';
import type { PipelineNode } from '../../../src/model/snapshot.js';
import type { Cancellation } from '../../../src/model/verdict.js';
import { cancelLine, endWithStep } from '../../../src/report/log-lines.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { lost, ok, pipelineWith, refused } from '../../support/pipelines.js';

interface StatusCase {
  readonly name: string;
  readonly answers: Answers;
  readonly given?: { readonly forceAtMs: number };
  readonly want?: string;
}

type Answers = readonly (Reply<Pipeline> | 'never')[];

async function cancelWith(
  answers: Answers,
  given: { readonly below?: readonly PipelineNode[]; readonly forceAtMs?: number } = {},
): Promise<{
  readonly results: readonly Cancellation[];
  readonly calls: readonly string[];
  readonly nowMs: number;
}> {
  const clock = createVirtualClock();
  const calls: string[] = [];
  let next = 0;
  const answer =
    (name: string) =>
    async (call: { readonly pipelineId: number }, signal: AbortSignal): Promise<Reply<Pipeline>> => {
      calls.push(`${name} ${call.pipelineId}`);
      const reply = answers[Math.min(next, answers.length - 1)] ?? 'never';
      next += 1;
      if (reply !== 'never') return reply;
      await sleep(clock, 1e9, signal);
      throw new Error('an answer that never comes has come');
    };
  const forceSignal = new AbortController();
  if (given.forceAtMs !== undefined)
    clock.schedule(given.forceAtMs, () => forceSignal.abort(new Error('forceSignal')));
  const root: PipelineNode = {
    pipeline: pipelineWith({ status: 'running' }),
    jobs: [],
    bridges: (given.below ?? []).map((downstream, index) => ({
      bridge: {
        id: index,
        name: `bridge ${index}`,
        stage: 'deploy',
        status: 'running',
        allowFailure: false,
        webUrl: 'https://gitlab.example.com/b',
      },
      downstream,
    })),
  };
  const results = await clock.run(
    cancelTree(
      { gitlab: { cancelPipeline: answer('cancel'), fetchPipeline: answer('fetch') }, clock },
      {
        pipeline: root.pipeline,
        project: { kind: 'path', path: 'group/app' },
        snapshot: { root, unreadable: [] },
        withinMs: 4000,
        signal: forceSignal.signal,
      },
    ),
  );
  return { results, calls, nowMs: clock.nowMs() };
}

const at = (status: string): Reply<Pipeline> => ok(pipelineWith({ status }));
const node = (id: number, status: string): PipelineNode => ({
  pipeline: pipelineWith({ id, status }),
  jobs: [],
  bridges: [],
});

describe('cancelTree', () => {
  test.each([
    { projectId: 42, want: { kind: 'id', id: 42 } },
    { projectId: unknownProjectId, want: { kind: 'path', path: 'group/app' } },
  ])('addresses project $projectId as $want', async ({ projectId, want }) => {
    const asked: unknown[] = [];
    const cancelPipeline = async ({ project }: PipelineCall): Promise<Reply<Pipeline>> => {
      asked.push(project);
      return await Promise.resolve(at('canceled'));
    };
    const ends = await cancelTree(
      { gitlab: { cancelPipeline, fetchPipeline: cancelPipeline }, clock: createVirtualClock() },
      {
        pipeline: pipelineWith({ projectId }),
        project: { kind: 'path', path: 'group/app' },
        snapshot: undefined,
        withinMs: 4000,
        signal: new AbortController().signal,
      },
    );
    expect({ asked, results: ends.map(({ result }) => result) }).toEqual({
      asked: [want],
      results: ['canceled'],
    });
  });

  test.each([
    { status: 'canceled', want: 'canceled' },
    { status: 'canceling', want: 'canceling' },
    { status: 'success', want: 'already_ended' },
  ])('reports $want at once for a response with the status $status', async ({ status, want }) => {
    const { results, calls, nowMs } = await cancelWith([at(status)]);
    expect({ result: results[0]?.result, calls, nowMs }).toEqual({
      result: want,
      calls: ['cancel 257'],
      nowMs: 0,
    });
  });

  test('polls an unchanged status until it changes, without a second request to cancel', async () => {
    const { results, calls } = await cancelWith([at('running'), at('running'), at('canceled')]);
    expect(results.map(({ result }) => result)).toEqual(['canceled']);
    expect(calls).toEqual(['cancel 257', 'fetch 257', 'fetch 257']);
  });

  test.each([
    { answers: [at('success')], line: 'Pipeline 257 had already ended as success' },
    {
      answers: [at('running'), at('success')],
      line: 'Pipeline 257 ended as success after it was asked to stop',
    },
    {
      answers: [at('running'), at('failed')],
      line: 'Pipeline 257 ended as failed after it was asked to stop',
    },
    { answers: [lost(), at('success')], line: 'Pipeline 257 had already ended as success' },
    { answers: [at('running'), at('canceled')], line: 'Pipeline 257 is canceled' },
  ])('reports what happened to the pipeline: $line', async ({ answers, line }) => {
    const { results } = await cancelWith(answers);
    expect(results.map(cancelLine)).toEqual([line]);
  });

  test.each([
    { wasOver: false, answers: [at('canceled')], end: 'was canceled with it (canceled).' },
    { wasOver: false, answers: [at('canceling')], end: 'was canceled with it (canceling).' },
    { wasOver: false, answers: [at('success')], end: 'had already ended (success).' },
    {
      wasOver: false,
      answers: [at('running'), at('failed')],
      end: 'ended after it was asked to stop (failed).',
    },
    { wasOver: true, answers: [at('canceled')], end: 'had already ended (canceled).' },
    { wasOver: true, answers: [at('success')], end: 'had already ended (success).' },
  ])('ends the step with the message that it $end', async ({ wasOver, answers, end }) => {
    const [own] = (await cancelWith(answers)).results;
    expect(own && endWithStep(own, wasOver)).toBe(`Pipeline 257 ${end}`);
  });

  for (const { name, answers, given, want } of [
    { name: 'refused at the second look', answers: [at('pending'), refused({ status: 403, texts: ['no'] })] },
    { name: 'out of reach afterwards', answers: [at('pending'), lost()] },
    { name: 'out of time', answers: [lost(), at('pending'), 'never'] },
    { name: 'hurried', answers: [at('pending'), 'never'], given: { forceAtMs: 700 } },
    { name: 'never looked at', answers: ['never'], want: 'running' },
  ] as readonly StatusCase[]) {
    test(`reports a pipeline that is left running with its last known status: ${name}`, async () => {
      const { results } = await cancelWith(answers, given);
      expect(results.map(({ result, pipeline: { status } }) => [result, status])).toEqual([
        ['left_running', want ?? 'pending'],
      ]);
    });
  }

  test('repeats a lost request', async () => {
    const { results, calls } = await cancelWith([lost(), at('canceled')]);
    expect(results.map(({ result }) => result)).toEqual(['canceled']);
    expect(calls).toEqual(['cancel 257', 'cancel 257']);
  });

  test('treats a refusal as final, and reports it', async () => {
    const { results, calls } = await cancelWith([refused({ status: 403, texts: ['403 Forbidden'] })]);
    expect(results).toEqual([
      {
        pipeline: pipelineWith({ status: 'running' }),
        result: 'left_running',
        why: 'GitLab answered 403: 403 Forbidden',
      },
    ]);
    expect(calls).toHaveLength(1);
  });

  test('takes no longer than its time limit with a silent GitLab', async () => {
    const { results, nowMs } = await cancelWith(['never']);
    expect({ result: results[0]?.result, why: results[0]?.why, nowMs }).toEqual({
      result: 'left_running',
      why: 'GitLab did not answer in time',
      nowMs: 4000,
    });
  });

  test('ends at once when it is forced', async () => {
    const { results, nowMs } = await cancelWith(['never'], { forceAtMs: 700 });
    expect({ result: results[0]?.result, nowMs }).toEqual({ result: 'left_running', nowMs: 700 });
  });

  test('cancels running pipelines below too, and leaves ended ones alone', async () => {
    const { calls } = await cancelWith([at('canceled')], {
      below: [node(300, 'running'), node(301, 'success')],
    });
    expect(calls).toEqual(['cancel 257', 'cancel 300']);
  });
});
