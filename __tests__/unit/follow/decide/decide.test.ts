import { describe, expect, test } from '@jest/globals';

import { type Decision, decide } from '../../../../src/follow/decide/decide.js';
import { jobSelectionOf } from '../../../../src/follow/decide/job-selection.js';
import { type Job, pipelineStatuses } from '../../../../src/model/pipeline.js';
import type { FollowRequest } from '../../../../src/model/requests.js';
import type { PipelineNode, PipelineSnapshot } from '../../../../src/model/snapshot.js';
import { jobWith, pipelineWith } from '../../../support/pipelines.js';

type Rules = Pick<FollowRequest, 'downstream' | 'onManual'> & { readonly jobs: readonly string[] };

interface Below {
  readonly status: string;
  /** Whether the pipeline below may be read, or only its trigger job's word is known. */
  readonly read?: 'no';
}

function snapshotWith(given: {
  readonly status: string;
  readonly statusGroup?: string;
  readonly jobs?: readonly Partial<Job>[];
  readonly below?: readonly Below[];
  readonly failure?: string;
}): PipelineSnapshot {
  const root: PipelineNode = {
    pipeline: pipelineWith({ status: given.status, statusGroup: given.statusGroup }),
    jobs: (given.jobs ?? []).map((job, index) => ({
      job: jobWith({ id: index + 1, name: `job ${index + 1}`, ...job }),
      attempt: 1,
      earlier: [],
    })),
    bridges: (given.below ?? []).map(({ status, read }, index) => ({
      bridge: {
        ...jobWith({ id: 100 + index, name: `bridge ${index + 1}` }),
        downstream: {
          projectId: 42,
          pipelineId: 300 + index,
          status,
          webUrl: 'https://gitlab.example.com/300',
        },
      },
      downstream:
        read === 'no'
          ? undefined
          : {
              pipeline: pipelineWith({ id: 300 + index, status }),
              jobs: [{ job: jobWith({ id: 200 + index, name: 'smoke', status }), attempt: 1, earlier: [] }],
              bridges: [],
            },
    })),
  };
  return { root, unreadable: [], failure: given.failure };
}

function decided(snapshot: PipelineSnapshot, rules: Partial<Rules> = {}): Decision {
  const selection = jobSelectionOf(rules.jobs ?? []);
  return decide(snapshot, { downstream: 'show', onManual: 'stop', ...rules }, selection);
}

const goingOn: Decision = { kind: 'going_on' };

describe('a pipeline of which a list without jobs came without the headers of GitLab', () => {
  const decidedUnproved = (given: Parameters<typeof snapshotWith>[0]): Decision =>
    decided({ ...snapshotWith(given), isUnproved: true });
  const doubtful = { kind: 'doubtful', outcome: 'success', until: 'replicas_settled' };

  test.each([
    { name: 'a success without jobs', given: { status: 'success' }, want: doubtful },
    {
      name: 'a success with trigger jobs alone',
      given: { status: 'success', below: [{ status: 'success' }] },
      want: doubtful,
    },
    {
      name: 'a success with a job, and without trigger jobs',
      given: { status: 'success', jobs: [{}] },
      want: { kind: 'decided', outcome: 'success' },
    },
    {
      name: 'a failure without jobs',
      given: { status: 'failed' },
      want: { kind: 'decided', outcome: 'failed' },
    },
  ])('$name', ({ given, want }) => {
    expect(decidedUnproved(given)).toEqual(want);
  });

  test('a success without jobs whose list has those headers', () => {
    expect(decided(snapshotWith({ status: 'success' }))).toEqual({ kind: 'decided', outcome: 'success' });
  });
});

/** As a snapshot judges it in a pipeline that passed. */
const perhapsAllowed = { status: 'failed', allowFailure: true, isAllowanceUnknown: true } as const;

describe('a failed job without allow_failure, in a pipeline that passed', () => {
  test('makes it warnings, in doubt as long as GitLab may answer from a replica that lags', () => {
    expect(decided(snapshotWith({ status: 'success', jobs: [perhapsAllowed] }))).toEqual({
      kind: 'doubtful',
      outcome: 'warnings',
      until: 'replicas_settled',
    });
  });

  test('is warnings itself if it is chosen, and not at once', () => {
    const snapshot = snapshotWith({ status: 'success', jobs: [perhapsAllowed] });
    expect(decided(snapshot, { jobs: ['job 1'] })).toMatchObject({ kind: 'doubtful', outcome: 'warnings' });
  });
});

describe('a decision about the whole pipeline', () => {
  test.each(['success', 'failed', 'canceled', 'skipped', 'manual'] as const)(
    'is made when it is %s',
    (status) => {
      expect(decided(snapshotWith({ status }))).toEqual({ kind: 'decided', outcome: status });
    },
  );

  const alive = [...pipelineStatuses, 'dreaming', ''].filter(
    (status) => !['success', 'failed', 'canceled', 'skipped', 'manual'].includes(status),
  );
  test.each(alive)("is not made while it is '%s'", (status) => {
    expect(decided(snapshotWith({ status }))).toEqual(goingOn);
  });

  test.each(['wait', 'play'] as const)('is not made while it is manual with on_manual: %s', (onManual) => {
    expect(decided(snapshotWith({ status: 'manual' }), { onManual })).toEqual(goingOn);
  });

  describe('at a gate', () => {
    const moving = [
      ...['pending', 'running', 'waiting_for_resource', 'waiting_for_callback'],
      ...['preparing', 'scheduled', 'canceling'],
    ];
    test.each(moving)('is not manual while a job is %s, which needs no user', (status) => {
      const jobs = [{ status }, { status: 'manual' }];
      expect(decided(snapshotWith({ status: 'manual', jobs }))).toEqual(goingOn);
    });

    test.each(moving)('is not manual below while a job there is %s', (status) => {
      const snapshot = snapshotWith({ status: 'success', below: [{ status: 'manual' }] });
      const [bridge] = snapshot.root.bridges;
      const below = bridge?.downstream;
      const jobs = [{ job: jobWith({ id: 200, name: 'smoke', status }), attempt: 1, earlier: [] }];
      const bridges =
        bridge === undefined || below === undefined ? [] : [{ ...bridge, downstream: { ...below, jobs } }];
      const tree = { ...snapshot, root: { ...snapshot.root, bridges } };
      expect(bridges).toHaveLength(1);
      expect(decided(tree, { downstream: 'require' })).toEqual(goingOn);
    });

    test('is not manual for a chosen job that a delayed one may still start', () => {
      const jobs = [{ status: 'manual' }, { status: 'scheduled' }, { status: 'created', name: 'deploy' }];
      const snapshot = snapshotWith({ status: 'manual', jobs });
      expect(decided(snapshot, { jobs: ['deploy'] })).toEqual(goingOn);
    });

    test('is manual for a chosen job that nothing but a user starts', () => {
      const jobs = [{ status: 'manual' }, { status: 'success' }, { status: 'created', name: 'deploy' }];
      const snapshot = snapshotWith({ status: 'manual', jobs });
      expect(decided(snapshot, { jobs: ['deploy'] })).toMatchObject({ outcome: 'manual' });
    });

    test('is failed when a job has failed, whatever is still to run', () => {
      const jobs = [{ status: 'failed' }, { status: 'manual' }, { status: 'scheduled' }];
      expect(decided(snapshotWith({ status: 'manual', jobs }))).toMatchObject({ outcome: 'failed' });
    });
  });

  test.each([
    { name: 'the word of GitLab', give: { status: 'success', statusGroup: 'success-with-warnings' } },
    {
      name: 'an allowed failure',
      give: { status: 'success', jobs: [{ status: 'failed', allowFailure: true }] },
    },
    {
      name: 'an allowed cancellation',
      give: { status: 'success', jobs: [{ status: 'canceled', allowFailure: true }] },
    },
  ])('is warnings rather than success if $name', ({ give }) => {
    expect(decided(snapshotWith(give))).toEqual({ kind: 'decided', outcome: 'warnings' });
  });

  test('is still success with an optional manual job that was not played', () => {
    const snapshot = snapshotWith({ status: 'success', jobs: [{ status: 'manual', allowFailure: true }] });
    expect(decided(snapshot)).toEqual({ kind: 'decided', outcome: 'success' });
  });

  test.each([
    ...['pending', 'running', 'canceling', 'preparing', 'waiting_for_resource', 'waiting_for_callback'],
    'scheduled',
  ])('is doubtful for a terminal status while a job is %s', (status) => {
    const snapshot = snapshotWith({ status: 'failed', jobs: [{ status: 'failed' }, { status }] });
    expect(decided(snapshot)).toEqual({ kind: 'doubtful', outcome: 'failed', until: 'repeated' });
  });

  test.each(['manual', 'canceled', 'skipped'])(
    'is open for the status %s while the jobs cannot be read: one may have failed',
    (status) => {
      const snapshot = snapshotWith({ status, failure: 'GitLab answered 502' });
      expect(decided(snapshot)).toEqual({
        kind: 'open',
        why: 'whether a job has failed is not known (GitLab answered 502)',
      });
    },
  );

  test('is a failure that was seen before, although the jobs cannot be read again', () => {
    const snapshot = snapshotWith({
      status: 'canceled',
      jobs: [{ status: 'failed' }],
      failure: 'GitLab answered 502',
    });
    expect(decided(snapshot)).toMatchObject({ outcome: 'failed' });
  });

  test('is doubtful if parts of the snapshot are old', () => {
    const snapshot = snapshotWith({ status: 'success', failure: 'GitLab answered 502' });
    expect(decided(snapshot)).toEqual({ kind: 'doubtful', outcome: 'success', until: 'repeated' });
  });
});

describe('a decision with downstream pipelines', () => {
  test.each(['ignore', 'show'] as const)('ignores them with %s', (downstream) => {
    const snapshot = snapshotWith({ status: 'success', below: [{ status: 'failed' }] });
    expect(decided(snapshot, { downstream })).toEqual({ kind: 'decided', outcome: 'success' });
  });

  test.each<{ root: string; below: readonly Below[]; want: Decision }>([
    { root: 'success', below: [], want: { kind: 'decided', outcome: 'success' } },
    { root: 'success', below: [{ status: 'success' }], want: { kind: 'decided', outcome: 'success' } },
    { root: 'success', below: [{ status: 'failed' }], want: { kind: 'decided', outcome: 'failed' } },
    { root: 'success', below: [{ status: 'canceled' }], want: { kind: 'decided', outcome: 'canceled' } },
    { root: 'success', below: [{ status: 'running' }], want: goingOn },
    { root: 'success', below: [{ status: 'dreaming' }], want: goingOn },
    {
      root: 'success',
      below: [{ status: 'running' }, { status: 'failed' }],
      want: { kind: 'decided', outcome: 'failed' },
    },
    {
      root: 'success',
      below: [{ status: 'failed', read: 'no' }],
      want: { kind: 'decided', outcome: 'failed' },
    },
    { root: 'success', below: [{ status: 'running', read: 'no' }], want: goingOn },
    { root: 'running', below: [{ status: 'failed' }], want: goingOn },
    { root: 'skipped', below: [{ status: 'success' }], want: { kind: 'decided', outcome: 'skipped' } },
  ])('with require has $root above $below', ({ root, below, want }) => {
    expect(decided(snapshotWith({ status: root, below }), { downstream: 'require' })).toEqual(want);
  });
});

describe('a decision about chosen jobs', () => {
  test.each<{
    name: string;
    give: Parameters<typeof snapshotWith>[0];
    jobs: readonly string[];
    want: Decision;
  }>([
    {
      name: 'all of them succeeded, while the pipeline runs',
      give: { status: 'running', jobs: [{ name: 'unit' }, { name: 'slow', status: 'running' }] },
      jobs: ['unit'],
      want: { kind: 'decided', outcome: 'success' },
    },
    {
      name: 'one still runs',
      give: { status: 'running', jobs: [{ name: 'unit' }, { name: 'unit 2', status: 'running' }] },
      jobs: ['unit*'],
      want: goingOn,
    },
    {
      name: 'a failed one may be retried by GitLab while the pipeline runs',
      give: { status: 'running', jobs: [{ name: 'unit', status: 'failed' }] },
      jobs: ['unit'],
      want: { kind: 'doubtful', outcome: 'failed', until: 'repeated' },
    },
    {
      name: 'a failed one is final when the pipeline has ended',
      give: { status: 'failed', jobs: [{ name: 'unit', status: 'failed' }] },
      jobs: ['unit'],
      want: { kind: 'decided', outcome: 'failed' },
    },
    {
      name: 'the failure of another job does not count',
      give: { status: 'failed', jobs: [{ name: 'unit' }, { name: 'lint', status: 'failed' }] },
      jobs: ['unit'],
      want: { kind: 'decided', outcome: 'success' },
    },
    {
      name: 'an allowed failure is a warning',
      give: { status: 'running', jobs: [{ name: 'unit', status: 'failed', allowFailure: true }] },
      jobs: ['unit'],
      want: { kind: 'decided', outcome: 'warnings' },
    },
    {
      name: 'one that was never reached did not do its work',
      give: {
        status: 'failed',
        jobs: [
          { name: 'unit', status: 'failed' },
          { name: 'deploy', status: 'created' },
        ],
      },
      jobs: ['deploy'],
      want: { kind: 'decided', outcome: 'skipped' },
    },
    {
      name: 'one that was not reached may still be, while another shows that the pipeline has not ended',
      give: {
        status: 'canceled',
        jobs: [
          { name: 'unit', status: 'running' },
          { name: 'deploy', status: 'created' },
        ],
      },
      jobs: ['deploy'],
      want: { kind: 'doubtful', outcome: 'skipped', until: 'repeated' },
    },
    {
      name: 'one that was not reached may still be, where no job bears the failure out',
      give: { status: 'failed', jobs: [{ name: 'unit' }, { name: 'deploy', status: 'created' }] },
      jobs: ['deploy'],
      want: { kind: 'doubtful', outcome: 'skipped', until: 'repeated' },
    },
    {
      name: 'one that nobody played may still be, while another shows that the pipeline has not ended',
      give: {
        status: 'canceled',
        jobs: [
          { name: 'unit', status: 'running' },
          { name: 'deploy', status: 'manual' },
        ],
      },
      jobs: ['deploy'],
      want: { kind: 'doubtful', outcome: 'manual', until: 'repeated' },
    },
    {
      name: 'a skipped one is not a success',
      give: { status: 'failed', jobs: [{ name: 'unit' }, { name: 'deploy', status: 'skipped' }] },
      jobs: ['unit', 'deploy'],
      want: { kind: 'decided', outcome: 'skipped' },
    },
    {
      name: 'a job below is found by its own name',
      give: { status: 'running', below: [{ status: 'success' }] },
      jobs: ['smoke'],
      want: { kind: 'decided', outcome: 'success' },
    },
    {
      name: 'a job below is found behind its trigger job',
      give: { status: 'running', below: [{ status: 'success' }, { status: 'running' }] },
      jobs: ['bridge 1/smoke'],
      want: { kind: 'decided', outcome: 'success' },
    },
    {
      name: 'a job below that still runs was not skipped, whatever has become of the pipeline above',
      give: { status: 'success', jobs: [{ name: 'unit' }], below: [{ status: 'running' }] },
      jobs: ['unit', 'smoke'],
      want: goingOn,
    },
    {
      name: 'none of them exists yet',
      give: { status: 'created' },
      jobs: ['unit'],
      want: goingOn,
    },
  ])('$name', ({ give, jobs, want }) => {
    expect(decided(snapshotWith(give), { jobs })).toEqual(want);
  });

  test('reads brackets in a name literally, as matrix jobs have them', () => {
    const snapshot = snapshotWith({ status: 'running', jobs: [{ name: 'build: [linux, amd64]' }] });
    expect(decided(snapshot, { jobs: ['build: [linux, *]'] })).toEqual({
      kind: 'decided',
      outcome: 'success',
    });
  });
});
