import { describe, expect, test } from '@jest/globals';

import type { Decision } from '../../../../src/follow/decide/rules.js';
import { behindMs, behindReply, decisionSince, whyBehind } from '../../../../src/follow/marks/behind.js';
import {
  type HighWater,
  type ListOfSteps,
  newHighWater,
  notePipeline,
  noteSteps,
} from '../../../../src/follow/marks/high-water.js';
import type { Bridge } from '../../../../src/model/pipeline.js';
import { jobWith, ok, pipelineWith } from '../../../support/pipelines.js';

const jobs: ListOfSteps = { kind: 'jobs', pipelineId: 257 };
const triggers: ListOfSteps = { kind: 'trigger jobs', pipelineId: 257 };

/**
 * An attempt in a few words: `id name status`, `> id` behind it for the pipeline that it started, or `begun`.
 */
function stepOf(words: string): Bridge {
  const [id = '', name = '', status = '', more, started] = words.split(' ');
  const downstream = { projectId: 42, pipelineId: Number(started), status: 'running', webUrl: 'https://x' };
  const unread = started === '?' ? { unreadDownstream: {} } : {};
  const shown = started === undefined || started === '?' ? {} : { downstream };
  const startedAt = more === 'begun' ? '2026-01-01T00:00:00Z' : undefined;
  return { ...jobWith({ id: Number(id), name, status, startedAt }), ...shown, ...unread };
}

function marksAfter(list: ListOfSteps, ...polls: readonly (readonly string[])[]): HighWater {
  const marks = newHighWater();
  for (const words of polls) noteSteps(marks, list, words.map(stepOf));
  return marks;
}

describe('a list', () => {
  test.each<{ name: string; list?: ListOfSteps; seen: string[][]; now: string[]; why: string | undefined }>([
    { name: 'is the first', seen: [], now: ['1 a success'], why: undefined },
    { name: 'shows the same', seen: [['1 a running']], now: ['1 a running'], why: undefined },
    { name: 'shows a newer attempt', seen: [['1 a failed']], now: ['5 a running'], why: undefined },
    {
      name: 'shows an attempt beside earlier ones, in any order',
      seen: [['5 a running', '1 a failed']],
      now: ['1 a failed', '5 a success'],
      why: undefined,
    },
    {
      name: 'lacks a name',
      seen: [['1 a success', '2 b success']],
      now: ['1 a success'],
      why: 'lack b, which was shown before',
    },
    {
      name: 'lacks an attempt',
      seen: [['1 a failed', '5 a running']],
      now: ['1 a failed'],
      why: 'lack the latest attempt at a, which was shown before',
    },
    {
      name: 'lacks an attempt that a poll showed some time ago',
      seen: [['5 a running'], ['5 a running', '6 b success']],
      now: ['1 a success', '6 b success'],
      why: 'lack the latest attempt at a, which was shown before',
    },
    {
      name: 'shows a job that was played as one to be played',
      seen: [['1 a manual'], ['1 a pending']],
      now: ['1 a manual'],
      why: 'lack the start of a, which was shown before',
    },
    {
      name: 'shows a delayed job that has run as one that waits',
      seen: [['1 a success']],
      now: ['1 a scheduled'],
      why: 'lack the start of a, which was shown before',
    },
    {
      name: 'shows a job that has run as skipped',
      seen: [['1 a running']],
      now: ['1 a skipped'],
      why: 'lack the start of a, which was shown before',
    },
    {
      name: 'shows a job that GitLab skipped before it ran, and then resets',
      seen: [['1 a pending'], ['1 a skipped'], ['1 a created']],
      now: ['1 a manual'],
      why: undefined,
    },
    {
      name: 'shows the trigger job of before its retry',
      list: triggers,
      seen: [['12 tr success > 302']],
      now: ['2 tr success > 301'],
      why: 'lack the latest attempt at tr, which was shown before',
    },
    ...['scheduled', 'manual', 'skipped', 'waiting_for_resource'].map((status) => ({
      name: `shows a trigger job that mirrors its pipeline: ${status}`,
      list: triggers,
      seen: [['2 t running > 300']],
      now: [`2 t ${status} > 300`],
      why: undefined,
    })),
    ...['scheduled', 'manual'].map((status) => ({
      name: `shows a trigger job that mirrors a pipeline which GitLab does not show: ${status}`,
      list: triggers,
      seen: [['2 t running begun']],
      now: [`2 t ${status} begun`],
      why: undefined,
    })),
    {
      name: 'shows a trigger job that was played as one to be played',
      list: triggers,
      seen: [['2 t running begun']],
      now: ['2 t manual'],
      why: 'lack the start of t, which was shown before',
    },
    {
      name: 'shows a trigger job before it started its pipeline',
      list: triggers,
      seen: [['2 tr success > 301']],
      now: ['2 tr success'],
      why: 'lack pipeline 301 of tr, which was shown before',
    },
    {
      name: 'tells no longer which pipeline that is',
      list: triggers,
      seen: [['2 tr success > 301']],
      now: ['2 tr success > ?'],
      why: undefined,
    },
    {
      name: 'shows a trigger job that waits again, for a pipeline below was retried',
      list: triggers,
      seen: [['2 tr failed > 301']],
      now: ['2 tr pending > 301'],
      why: undefined,
    },
  ])('that $name', ({ list = jobs, seen, now, why }) => {
    const got = whyBehind(marksAfter(list, ...seen), list, { items: now.map(stepOf) });
    expect(got).toBe(why && `the ${list.kind} of pipeline 257 ${why}`);
  });

  test('is compared with the same list of the same pipeline only', () => {
    const marks = marksAfter(jobs, ['5 a running']);
    const items = [stepOf('1 a success')];
    expect(whyBehind(marks, { kind: 'jobs', pipelineId: 258 }, { items })).toBeUndefined();
    expect(whyBehind(marks, triggers, { items })).toBeUndefined();
  });

  test('that is behind lowers no mark', () => {
    const marks = marksAfter(jobs, ['5 a running'], ['1 a success']);
    expect(whyBehind(marks, jobs, { items: [stepOf('1 a success')] })).toContain('the latest attempt at a');
  });

  test.each([
    { name: 'GitLab', hints: {}, more: {}, want: 'unreadable' },
    { name: 'a cache, which ends nothing', hints: { fromCache: true as const }, more: {}, want: undefined },
    { name: 'an incomplete read', hints: {}, more: { truncated: 'timed_out' as const }, want: undefined },
    { name: 'an unfit entry', hints: {}, more: { unfit: { count: 1, why: 'no id' } }, want: undefined },
  ])('that lacks an attempt, from $name', ({ hints, more, want }) => {
    const reply = ok({ items: [stepOf('1 a success')], truncated: 'complete' as const, ...more });
    const given = reply.kind === 'ok' ? { ...reply, hints } : reply;
    expect(behindReply(marksAfter(jobs, ['5 a running']), jobs, given)?.kind).toBe(want);
  });

  test('costs memory by name, not by poll or attempt', () => {
    const polls = Array.from({ length: 50 }, (_, index) => [`${index} a failed`, `${index + 100} b running`]);
    const [list] = [...marksAfter(jobs, ...polls).steps.values()];
    expect(list?.size).toBe(2);
  });
});

describe('a pipeline', () => {
  const at = (updatedAt: string | undefined): { id: number; updatedAt: string | undefined } => ({
    id: 257,
    updatedAt,
  });
  test.each([
    { name: 'the same moment', now: '2026-11-30T10:00:02.000Z', want: 0 },
    { name: 'the same moment in another zone', now: '2026-11-30T11:00:02.000+01:00', want: 0 },
    { name: 'a later moment', now: '2026-11-30T10:00:02.001Z', want: 0 },
    { name: 'an earlier moment', now: '2026-11-30T10:00:00.500Z', want: 1500 },
    { name: 'no moment', now: undefined, want: 0 },
    { name: 'nonsense', now: 'soon', want: 0 },
  ])('of $name is behind by $want ms', ({ now, want }) => {
    const marks = newHighWater(at('2026-11-30T10:00:00.000Z'));
    for (const each of ['2026-11-30T10:00:02.000Z', '2026-11-30T10:00:01.000Z', undefined, 'soon']) {
      notePipeline(marks, at(each));
    }
    expect(behindMs(marks, at(now))).toBe(want);
  });

  test('without a mark is not behind', () => {
    expect(behindMs(newHighWater(at(undefined)), at('2026-11-30T10:00:00.000Z'))).toBe(0);
  });
});

describe('what is decided of pipelines that are behind', () => {
  const decided: Decision = { kind: 'decided', outcome: 'success' };
  const ended = (id: number, second: number): ReturnType<typeof pipelineWith> =>
    pipelineWith({ id, status: 'success', updatedAt: `2026-11-30T10:00:0${second}.000Z` });
  const nodeOf = (root: number, child: number): Parameters<typeof decisionSince>[2]['root'] => ({
    pipeline: ended(257, root),
    jobs: [],
    bridges: [
      {
        bridge: stepOf('2 tr success > 300'),
        downstream: { pipeline: ended(300, child), jobs: [], bridges: [] },
      },
    ],
  });
  const marks = newHighWater();
  notePipeline(marks, ended(257, 5));
  notePipeline(marks, ended(300, 5));
  const open = (id: number): Decision => ({
    kind: 'open',
    why: `GitLab shows pipeline ${id} as it was before it went on`,
  });
  const unmatched: Decision = { kind: 'unmatched', certainty: 'firm' };
  test.each<[string, Decision, [number, number], boolean, Decision]>([
    ['nothing newer', decided, [5, 5], true, decided],
    ['the pipeline', decided, [3, 5], false, open(257)],
    ['one below', decided, [5, 3], true, open(300)],
    ['one below that does not count', decided, [5, 3], false, decided],
    ['one that still runs', { kind: 'going_on' }, [3, 3], true, { kind: 'going_on' }],
    ['a choice of jobs that matches nothing', unmatched, [4, 5], true, open(257)],
    [
      'times within what clocks differ',
      decided,
      [4, 5],
      true,
      { kind: 'doubtful', outcome: 'success', until: 'replicas_settled' },
    ],
    ['both', decided, [4, 3], true, open(257)],
  ])('%s', (_, decision, [root, child], isTreeVital, want) => {
    expect(decisionSince(marks, decision, { root: nodeOf(root, child), isTreeVital })).toEqual(want);
  });
});
