import { describe, expect, test } from '@jest/globals';

import { type Decision, decide } from '../../../../src/follow/decide/decide.js';
import { jobSelectionOf } from '../../../../src/follow/decide/job-selection.js';
import type { DecisionRules } from '../../../../src/follow/decide/rules.js';
import type { AcceptableOutcome } from '../../../../src/model/requests.js';
import type { BridgeState, PipelineNode } from '../../../../src/model/snapshot.js';
import { jobWith, pipelineWith } from '../../../support/pipelines.js';

const unreadable = 'the jobs of pipeline 257 cannot be read (GitLab answered 403)';

function nodeWith(given: {
  readonly id?: number;
  readonly statusGroup?: string;
  readonly jobs?: readonly Parameters<typeof jobWith>[0][];
  readonly bridges?: readonly BridgeState[];
  readonly incomplete?: PipelineNode['incomplete'];
}): PipelineNode {
  const { id = 257, statusGroup, jobs = [], bridges = [], incomplete } = given;
  return {
    pipeline: pipelineWith({ id, status: 'success', statusGroup }),
    jobs: jobs.map((job, index) => ({ job: jobWith({ id: index + 1, ...job }), attempt: 1, earlier: [] })),
    bridges,
    ...(incomplete === undefined ? {} : { incomplete }),
  };
}

function bridgeTo(downstream: PipelineNode | undefined): BridgeState {
  const target = { projectId: 43, pipelineId: 300, status: 'success', webUrl: 'https://x/300' };
  return { bridge: { ...jobWith({ id: 100, name: 'deploy' }), downstream: target }, downstream };
}

function judged(
  root: PipelineNode,
  accept: readonly AcceptableOutcome[],
  given: { readonly failure?: string; readonly rules?: Partial<DecisionRules> } = {},
): Decision {
  const rules: DecisionRules = {
    downstream: 'show',
    onManual: 'stop',
    accept: new Set(accept),
    ...given.rules,
  };
  return decide({ root, unreadable: [], failure: given.failure }, rules, jobSelectionOf([]));
}

const noJobs = nodeWith({ incomplete: { jobs: unreadable } });

describe('a pipeline that passed with unknown failures of jobs that may fail', () => {
  test.each<{ readonly accept: readonly AcceptableOutcome[] }>([
    { accept: ['success'] },
    { accept: ['warnings'] },
    { accept: ['success', 'failed', 'skipped'] },
  ])('is open when the step distinguishes success and warnings: accept $accept', ({ accept }) => {
    expect(judged(noJobs, accept)).toMatchObject({ kind: 'open', about: 'warnings', why: unreadable });
  });

  test.each<{ readonly accept: readonly AcceptableOutcome[] }>([
    { accept: ['success', 'warnings'] },
    { accept: ['failed'] },
  ])('is decided when the step does not: accept $accept', ({ accept }) => {
    expect(judged(noJobs, accept)).toEqual({ kind: 'decided', outcome: 'success' });
  });

  test.each<{ readonly name: string; readonly root: PipelineNode; readonly failure?: string }>([
    { name: 'jobs that cannot be read this time', root: nodeWith({ jobs: [{}] }), failure: 'a timeout' },
    { name: 'a list of jobs that was cut off', root: nodeWith({ jobs: [{}], incomplete: { jobs: 'cut' } }) },
    {
      name: 'trigger jobs that cannot be read',
      root: nodeWith({ jobs: [{}], incomplete: { bridges: 'no' } }),
    },
    { name: 'a list without any job', root: nodeWith({}) },
    {
      name: 'a detailed status of another moment',
      root: nodeWith({ statusGroup: 'running', incomplete: { jobs: unreadable } }),
    },
    {
      name: 'a detailed status without a text',
      root: nodeWith({ statusGroup: '', incomplete: { jobs: unreadable } }),
    },
  ])('is open for $name', ({ root, failure }) => {
    expect(judged(root, ['success'], { ...(failure === undefined ? {} : { failure }) })).toMatchObject({
      kind: 'open',
      about: 'warnings',
    });
  });

  test.each<{ readonly name: string; readonly below: BridgeState }>([
    {
      name: 'the jobs of a required pipeline',
      below: bridgeTo(nodeWith({ id: 300, incomplete: { jobs: 'no' } })),
    },
    { name: 'a required pipeline of which only the status is told', below: bridgeTo(undefined) },
  ])('is open below: $name', ({ below }) => {
    const root = nodeWith({ statusGroup: 'success', bridges: [below] });
    const rules = { downstream: 'require' } as const;
    expect(judged(root, ['success'], { rules })).toMatchObject({ kind: 'open', about: 'warnings' });
    expect(judged(root, ['success'])).toEqual({ kind: 'decided', outcome: 'success' });
    expect(judged(root, ['success', 'warnings'], { rules })).toEqual({ kind: 'decided', outcome: 'success' });
  });
});

describe('a pipeline that passed is decided for a step that accepts success only:', () => {
  test.each<{ readonly name: string; readonly root: PipelineNode; readonly want: AcceptableOutcome }>([
    { name: 'by its jobs', root: nodeWith({ jobs: [{}] }), want: 'success' },
    {
      name: 'by the detailed status, whatever is hidden',
      root: nodeWith({ statusGroup: 'success', incomplete: { jobs: unreadable } }),
      want: 'success',
    },
    {
      name: 'by the detailed status of one with warnings',
      root: nodeWith({ statusGroup: 'success-with-warnings', incomplete: { jobs: unreadable } }),
      want: 'warnings',
    },
    {
      name: 'by one job that is seen and failed',
      root: nodeWith({ jobs: [{ status: 'failed', allowFailure: true }], incomplete: { jobs: 'cut' } }),
      want: 'warnings',
    },
  ])('$name', ({ root, want }) => {
    expect(judged(root, ['success'])).toEqual({ kind: 'decided', outcome: want });
  });

  test('when a failure is seen, whatever is hidden', () => {
    const failed = {
      pipeline: pipelineWith({ status: 'failed' }),
      jobs: [],
      bridges: [],
      incomplete: { jobs: unreadable },
    };
    expect(judged(failed, ['success'])).toEqual({ kind: 'decided', outcome: 'failed' });
  });
});

describe('a pipeline with unreadable jobs and a status that can hide a failure', () => {
  const unreadableJobs = (status: string): PipelineNode => ({
    ...noJobs,
    pipeline: pipelineWith({ status }),
  });

  test.each(['manual', 'canceled', 'skipped'] as const)(
    'is an open question when it is %s, and the step would pass with it but not with a failure',
    (status) => {
      const why = `whether a job has failed is not known (${unreadable})`;
      expect(judged(unreadableJobs(status), ['success', status])).toEqual({ kind: 'open', why });
    },
  );

  test.each<{ readonly accept: readonly AcceptableOutcome[] }>([
    { accept: ['success', 'warnings'] },
    { accept: ['canceled', 'failed'] },
  ])('is decided when it is canceled and a failure would change nothing: accept $accept', ({ accept }) => {
    expect(judged(unreadableJobs('canceled'), accept)).toEqual({ kind: 'decided', outcome: 'canceled' });
  });
});

describe('a pipeline with a status that can hide a failure, and a step that would pass with it,', () => {
  const nodeOf = (
    status: string,
    jobs: readonly Parameters<typeof jobWith>[0][],
    more: Partial<PipelineNode> = {},
  ): PipelineNode => ({ ...nodeWith({ jobs }), pipeline: pipelineWith({ status }), ...more });
  const unread = 'the trigger jobs of pipeline 257 cannot be read (GitLab answered 404)';

  test.each(['manual', 'canceled', 'skipped'] as const)(
    'is an open question when it is %s while its trigger jobs are unreadable: one may have failed',
    (status) => {
      const root = nodeOf(status, [{ status }], { incomplete: { bridges: unread } });
      const why = `whether a job has failed is not known (${unread})`;
      expect(judged(root, ['success', status])).toEqual({ kind: 'open', why });
      expect(judged(root, ['success'])).toEqual({ kind: 'decided', outcome: status });
    },
  );

  const old = (status: string): string =>
    `the jobs of pipeline 257 do not show why it is ${status}: their list may be outdated`;

  test.each<{ readonly status: AcceptableOutcome; readonly jobs: readonly string[] }>([
    { status: 'manual', jobs: ['created', 'created'] },
    { status: 'manual', jobs: ['success'] },
    { status: 'canceled', jobs: ['created', 'success'] },
    { status: 'skipped', jobs: ['created'] },
    { status: 'skipped', jobs: ['success', 'success'] },
    { status: 'skipped', jobs: ['skipped', 'running'] },
  ])('is an open question when it is $status while its jobs are $jobs', ({ status, jobs }) => {
    const root = nodeOf(
      status,
      jobs.map((each) => ({ status: each })),
    );
    expect(judged(root, ['success', status])).toEqual({ kind: 'open', why: old(status) });
  });

  test.each<{ readonly status: AcceptableOutcome; readonly jobs: readonly string[] }>([
    { status: 'manual', jobs: ['success', 'manual', 'created'] },
    { status: 'canceled', jobs: ['success', 'canceled'] },
    { status: 'canceled', jobs: ['canceled', 'skipped'] },
    { status: 'skipped', jobs: ['skipped', 'skipped'] },
    { status: 'skipped', jobs: ['skipped', 'manual'] },
    { status: 'skipped', jobs: ['manual'] },
    // By [skip ci], or by the statuses of other systems.
    { status: 'skipped', jobs: [] },
    { status: 'canceled', jobs: [] },
    { status: 'manual', jobs: [] },
  ])('is decided when it is $status and its jobs are $jobs', ({ status, jobs }) => {
    const root = nodeOf(
      status,
      jobs.map((each) => ({ status: each })),
    );
    expect(judged(root, ['success', status])).toEqual({ kind: 'decided', outcome: status });
  });

  test('is also confirmed by a manual trigger job', () => {
    const gate: BridgeState = {
      bridge: { ...jobWith({ id: 100, name: 'deploy', status: 'manual' }) },
      downstream: undefined,
    };
    expect(judged(nodeOf('manual', [{}], { bridges: [gate] }), ['manual'])).toMatchObject({
      outcome: 'manual',
    });
  });

  test('is judged by its jobs in the same way when it is required', () => {
    const below = bridgeTo(nodeOf('canceled', [{ status: 'created' }]));
    const root = nodeWith({ statusGroup: 'success', bridges: [below] });
    const rules = { downstream: 'require' } as const;
    expect(judged(root, ['canceled'], { rules })).toEqual({ kind: 'open', why: old('canceled') });
  });
});

describe('a chosen job that has not ended, in a pipeline that has, while the list of jobs is an old one', () => {
  const judgedJobs = (
    root: PipelineNode,
    jobs: readonly string[],
    accept: readonly AcceptableOutcome[] = ['success'],
  ): Decision =>
    decide(
      { root, unreadable: [], failure: undefined },
      { downstream: 'show', onManual: 'stop', accept: new Set(accept) },
      jobSelectionOf(jobs),
    );
  const nodeOf = (status: string, jobs: readonly Parameters<typeof jobWith>[0][]): PipelineNode => ({
    ...nodeWith({ jobs }),
    pipeline: pipelineWith({ status }),
  });
  const why = (job: string, status: string): string =>
    `job ${job} is shown as ${status} in pipeline 257, which has ended: the list of jobs may be an old one`;

  test.each<{ readonly accept: readonly AcceptableOutcome[] }>([
    { accept: ['success'] },
    { accept: ['success', 'skipped', 'manual'] },
    { accept: ['success', 'warnings', 'failed', 'canceled', 'skipped', 'manual'] },
  ])('leaves open how it ended in a pipeline that passed, with accept: $accept', ({ accept }) => {
    for (const status of ['created', 'pending', 'running']) {
      const root = nodeOf('success', [{ name: 'unit' }, { name: 'deploy', status }]);
      const open = { kind: 'open', why: why('deploy', status) };
      expect(judgedJobs(root, ['deploy'], accept)).toEqual(open);
      expect(judgedJobs(root, ['*'], accept)).toEqual(open);
      expect(judgedJobs(root, ['unit'], accept)).toEqual({ kind: 'decided', outcome: 'success' });
    }
  });

  test('leaves open whether a manual job was played, where another job shows the age of the list', () => {
    const root = nodeOf('success', [
      { name: 'unit', status: 'running' },
      { name: 'deploy', status: 'manual', allowFailure: true },
    ]);
    expect(judgedJobs(root, ['deploy'], ['success', 'manual'])).toEqual({
      kind: 'open',
      why: why('deploy', 'manual'),
    });
  });

  test.each<AcceptableOutcome>(['failed', 'canceled'])(
    'leaves open how it ended in a pipeline that %s, where the step would pass with a skipped job',
    (status) => {
      const root = nodeOf(status, [
        { name: 'unit', status: 'running' },
        { name: 'deploy', status: 'created' },
      ]);
      expect(judgedJobs(root, ['deploy'], ['success', 'skipped'])).toEqual({
        kind: 'open',
        why: why('deploy', 'created'),
      });
      expect(judgedJobs(root, ['deploy'])).toEqual({
        kind: 'doubtful',
        outcome: 'skipped',
        until: 'repeated',
      });
    },
  );

  test('changes nothing where a chosen job has failed', () => {
    const root = nodeOf('success', [
      { name: 'unit', status: 'failed' },
      { name: 'deploy', status: 'running' },
    ]);
    expect(judgedJobs(root, ['*'])).toEqual({ kind: 'doubtful', outcome: 'failed', until: 'repeated' });
  });
});

describe('a manual trigger job that may fail, below which nothing is shown', () => {
  const manual = (startedAt: string | undefined): BridgeState => ({
    bridge: { ...jobWith({ id: 100, name: 'deploy', status: 'manual', allowFailure: true, startedAt }) },
    downstream: undefined,
  });
  const required = (startedAt: string | undefined): Decision =>
    judged(nodeWith({ jobs: [{}], bridges: [manual(startedAt)] }), ['success'], {
      rules: { downstream: 'require', onManual: 'play' },
    });

  test('has nothing below it while nobody has played it', () => {
    expect(required(undefined)).toEqual({ kind: 'decided', outcome: 'success' });
  });

  test('mirrors a pipeline that GitLab does not show, once it has begun', () => {
    expect(required('2026-01-01T00:00:00Z')).toEqual({
      kind: 'open',
      why: 'GitLab shows no pipeline that deploy started',
    });
  });
});
