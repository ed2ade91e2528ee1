import { describe, expect, test } from '@jest/globals';

import { unmatchedError } from '../../../src/follow/decide/by-jobs.js';
import { decide } from '../../../src/follow/decide/decide.js';
import { jobSelectionOf } from '../../../src/follow/decide/job-selection.js';
import type { Decision, DecisionRules } from '../../../src/follow/decide/rules.js';
import type { Bridge, Job } from '../../../src/model/pipeline.js';
import type { PipelineNode } from '../../../src/model/snapshot.js';
import { jobWith, pipelineWith } from '../../support/pipelines.js';

/** A pipeline in a few words: jobs as `name status`, `?` behind the status of one that may fail. */
interface Words {
  readonly status: string;
  readonly jobs?: readonly string[];
  readonly below?: readonly BridgeWords[];
  readonly lacks?: PipelineNode['incomplete'];
}

interface BridgeWords {
  readonly bridge: string;
  /** The pipeline that it started, where that is seen. */
  readonly child?: Words;
  /**
   * What the list of trigger jobs tells of the pipeline; the status of `child` when absent, nothing without
   * that.
   */
  readonly details?: Bridge['unreadDownstream'] | string;
  /** Why it is not read, though GitLab shows which one it is. */
  readonly cutOff?: string;
}

let lastId = 0;

function jobOf(words: string): Job {
  const [, name = '', status = '', mayFail = ''] = /^(.*) (\w+)(\??)$/.exec(words) ?? [];
  lastId += 1;
  return jobWith({ id: lastId, name, status, allowFailure: mayFail !== '' });
}

function treeOf({ status, jobs = [], below = [], lacks }: Words): PipelineNode {
  lastId += 1;
  return {
    pipeline: pipelineWith({ id: lastId, status }),
    jobs: jobs.map((words) => ({ job: jobOf(words), attempt: 1, earlier: [] })),
    bridges: below.map(({ bridge, child, details, cutOff }) => {
      const downstream = child && treeOf(child);
      const word = typeof details === 'string' ? details : child?.status;
      const shown =
        word === undefined
          ? {}
          : { downstream: { projectId: 42, pipelineId: 9, status: word, webUrl: 'https://x/9' } };
      const unread = typeof details === 'object' ? { unreadDownstream: details } : {};
      return { bridge: { ...jobOf(bridge), ...shown, ...unread }, downstream, ...(cutOff && { cutOff }) };
    }),
    ...(lacks === undefined ? {} : { incomplete: lacks }),
  };
}

function judged(words: Words, rules: Partial<DecisionRules> = {}, jobs: readonly string[] = []): string {
  const snapshot = { root: treeOf(words), unreadable: [] };
  const decision: Decision = decide(
    snapshot,
    { downstream: 'show', onManual: 'stop', ...rules },
    jobSelectionOf(jobs),
  );
  switch (decision.kind) {
    case 'going_on':
      return 'going on';
    case 'open':
      return `open: ${decision.why}`;
    case 'unmatched':
      return `unmatched, ${decision.certainty}`;
    case 'doubtful':
    case 'decided':
      return `${decision.kind} ${decision.outcome}`;
  }
}

describe('a verdict by jobs', () => {
  const started = (child: Words): BridgeWords => ({ bridge: 'deploy success', child });
  test.each<{
    name: string;
    give: Words;
    jobs: readonly string[];
    want: string;
    rules?: Partial<DecisionRules>;
  }>([
    {
      name: 'waits for a line that a pipeline below may still fit',
      give: { status: 'running', jobs: ['build success'], below: [{ bridge: 'deploy created' }] },
      jobs: ['build', 'deploy/smoke'],
      want: 'going on',
    },
    {
      name: 'waits for a child pipeline whose jobs are not there yet',
      give: { status: 'running', jobs: ['build success'], below: [started({ status: 'created' })] },
      jobs: ['build', 'deploy/smoke'],
      want: 'going on',
    },
    {
      name: 'comes when every line has its jobs',
      give: {
        status: 'running',
        jobs: ['build success'],
        below: [started({ status: 'running', jobs: ['smoke success', 'soak running'] })],
      },
      jobs: ['build', 'deploy/smoke'],
      want: 'decided success',
    },
    {
      name: 'is an error where a line fits nothing and nothing is to come, while others run',
      give: { status: 'running', jobs: ['build success', 'unit running'] },
      jobs: ['build', 'deploy-production'],
      want: 'unmatched, firm',
    },
    {
      name: 'is the same error when the pipeline has ended',
      give: { status: 'success', jobs: ['build success'] },
      jobs: ['build', 'deploy-production'],
      want: 'unmatched, firm',
    },
    {
      name: 'is the same error beside a failure that is known as well',
      give: { status: 'failed', jobs: ['build failed'] },
      jobs: ['build', 'deploy-production'],
      want: 'unmatched, firm',
    },
    {
      name: 'is the same error when the trigger job was skipped',
      give: { status: 'failed', jobs: ['build success'], below: [{ bridge: 'deploy skipped' }] },
      jobs: ['build', 'deploy/smoke'],
      want: 'unmatched, firm',
    },
    {
      name: 'is the same error when a trigger job was left in an ended pipeline',
      give: { status: 'success', jobs: ['build success'], below: [{ bridge: 'deploy manual?' }] },
      jobs: ['build', 'deploy/smoke'],
      rules: { onManual: 'wait' },
      want: 'unmatched, firm',
    },
    {
      name: 'with a failure does not wait for the rest',
      give: {
        status: 'running',
        jobs: ['build failed', 'unit running'],
        below: [{ bridge: 'deploy created' }],
      },
      jobs: ['build', 'unit', 'deploy/smoke'],
      want: 'doubtful failed',
    },
    {
      name: 'by a glob waits for a child pipeline that may bring another one',
      give: { status: 'running', jobs: ['smoke success'], below: [{ bridge: 'deploy pending' }] },
      jobs: ['*smoke'],
      want: 'going on',
    },
    {
      name: 'by a glob does not wait for a trigger job that nobody is expected to play',
      give: { status: 'running', jobs: ['smoke success'], below: [{ bridge: 'deploy manual?' }] },
      jobs: ['smoke*'],
      want: 'decided success',
    },
    {
      name: 'by a glob waits for one that somebody may play',
      give: { status: 'running', jobs: ['smoke success'], below: [{ bridge: 'deploy manual?' }] },
      jobs: ['smoke*'],
      rules: { onManual: 'wait' },
      want: 'going on',
    },
    {
      name: 'by a plain name of its own job does not wait for others below',
      give: { status: 'running', jobs: ['smoke success'], below: [{ bridge: 'deploy pending' }] },
      jobs: ['smoke'],
      want: 'decided success',
    },
    {
      name: 'by a plain name of its own job is the same, whatever comes below',
      give: {
        status: 'failed',
        jobs: ['smoke success'],
        below: [{ bridge: 'deploy failed', child: { status: 'failed', jobs: ['smoke failed'] } }],
      },
      jobs: ['smoke'],
      want: 'decided success',
    },
    {
      name: 'by the name of a trigger job means the job of that name below, too',
      give: {
        status: 'running',
        below: [{ bridge: 'deploy success', child: { status: 'running', jobs: ['deploy running'] } }],
      },
      jobs: ['deploy'],
      want: 'going on',
    },
    {
      name: 'is open where a trigger job has passed and shows no pipeline',
      give: { status: 'success', jobs: ['smoke success'], below: [{ bridge: 'deploy success' }] },
      jobs: ['*smoke'],
      want: 'open: GitLab does not show which pipeline a trigger job started',
    },
    {
      name: 'is looked at again before a line is called unmatched for that',
      give: { status: 'success', jobs: ['smoke success'], below: [{ bridge: 'deploy success' }] },
      jobs: ['deploy/smoke'],
      want: 'unmatched, doubtful',
    },
    {
      name: 'is open where a pipeline below is there and cannot be read',
      give: {
        status: 'success',
        jobs: ['smoke success'],
        below: [{ bridge: 'deploy success', details: {} }],
      },
      jobs: ['*smoke'],
      want: 'open: GitLab does not show which pipeline deploy started',
    },
    {
      name: 'is about the pipeline alone where what is below is ignored',
      give: {
        status: 'running',
        jobs: ['smoke success'],
        below: [{ bridge: 'deploy success', details: {} }, { bridge: 'later created' }],
      },
      jobs: ['*smoke'],
      rules: { downstream: 'ignore' },
      want: 'decided success',
    },
    {
      name: 'is open where a job cannot be read: it may be the failed one, or its newest attempt',
      give: { status: 'success', jobs: ['unit success'], lacks: { jobs: 'one job cannot be read' } },
      jobs: ['unit'],
      want: 'open: one job cannot be read',
    },
    {
      name: 'is no error either where the missing job may be the one that cannot be read',
      give: { status: 'failed', jobs: ['unit success'], lacks: { jobs: 'one job cannot be read' } },
      jobs: ['deploy'],
      want: 'open: one job cannot be read',
    },
    {
      name: 'waits for such a job as long as the pipeline goes on',
      give: { status: 'running', jobs: ['unit success'], lacks: { jobs: 'one job cannot be read' } },
      jobs: ['unit'],
      want: 'going on',
    },
    {
      name: 'means the parallel parts of a job by the name they share',
      give: { status: 'running', jobs: ['compile: [linux] success', 'compile: [mac] running'] },
      jobs: ['compile'],
      want: 'going on',
    },
    {
      name: 'prefers a whole name to one that is shared',
      give: { status: 'running', jobs: ['compile success', 'compile 1/2 running'] },
      jobs: ['compile'],
      want: 'decided success',
    },
    {
      name: 'means the parallel parts of a job below, behind its trigger job',
      give: {
        status: 'running',
        below: [started({ status: 'running', jobs: ['test 1/2 success', 'test 2/2 failed'] })],
      },
      jobs: ['deploy/test'],
      want: 'doubtful failed',
    },
    {
      name: 'ends at a gate that ends the wait, also for what stands behind it',
      give: { status: 'manual', jobs: ['gate manual', 'ship created'] },
      jobs: ['ship'],
      want: 'doubtful manual',
    },
    {
      name: 'ends there for a pipeline below that stands behind it',
      give: {
        status: 'manual',
        jobs: ['build success', 'gate manual'],
        below: [{ bridge: 'deploy created' }],
      },
      jobs: ['build', 'deploy/smoke'],
      want: 'doubtful manual',
    },
    {
      name: 'does not wait to play what is not played, because another job has failed',
      give: { status: 'manual', jobs: ['unit failed', 'ship manual'] },
      jobs: ['ship'],
      rules: { onManual: 'play' },
      want: 'doubtful manual',
    },
    {
      name: 'does not wait out a gate when a chosen job has failed',
      give: { status: 'manual', jobs: ['unit failed', 'ship manual'] },
      jobs: ['unit', 'ship'],
      rules: { onManual: 'wait' },
      want: 'doubtful failed',
    },
  ])('$name', ({ give, jobs, rules, want }) => {
    expect(judged(give, rules, jobs)).toBe(want);
  });

  test('leaves open how a job ended that an old list shows running, in a pipeline that passed', () => {
    expect(judged({ status: 'success', jobs: ['unit running'] }, {}, ['unit'])).toMatch(
      /^open: job unit is shown as running in pipeline \d+, which has ended/,
    );
  });

  test('names the unplayed trigger job whose jobs are missing', () => {
    const root = treeOf({ status: 'success', jobs: ['unit success'], below: [{ bridge: 'deploy manual?' }] });
    const error = unmatchedError({ root, unreadable: [] }, jobSelectionOf(['unit', 'deploy/smoke']));
    expect([error.code, error.parts.what, error.parts.why]).toEqual([
      'invalid_input',
      `jobs: no job of pipeline ${root.pipeline.id} matches deploy/smoke`,
      'It has unit, deploy. The jobs below deploy are unknown until a user plays it.',
    ]);
  });
});

describe('a manual job that blocks a pipeline', () => {
  const atGate = (unit: string): Words => ({
    status: 'manual',
    jobs: ['build success', `unit ${unit}`, 'deploy manual'],
  });
  test.each(['stop', 'wait', 'play'] as const)('does not hide a failure with on_manual: %s', (onManual) => {
    expect(judged(atGate('failed'), { onManual })).toBe('doubtful failed');
  });

  test.each([
    ['stop', 'decided manual'],
    ['wait', 'going on'],
    ['play', 'going on'],
  ] as const)('blocks as before if the failed job may fail, with on_manual: %s', (onManual, want) => {
    expect(judged(atGate('failed?'), { onManual })).toBe(want);
  });

  test('in a child pipeline, which keeps the pipeline running forever, hides no failure above it', () => {
    const child: Words = { status: 'manual', jobs: ['approve manual'] };
    const give = (unit: string, more: readonly string[] = []): Words => ({
      status: 'running',
      jobs: [`unit ${unit}`, ...more],
      below: [{ bridge: 'child running', child }],
    });
    expect(judged(give('failed'), { onManual: 'wait' })).toBe('doubtful failed');
    expect(judged(give('failed', ['soak running']), { onManual: 'wait' })).toBe('going on');
    expect(judged(give('failed', ['later scheduled']), { onManual: 'wait' })).toBe('going on');
    expect(judged(give('success'), { onManual: 'wait' })).toBe('going on');
  });

  test('in a failed child pipeline counts as far as GitLab allows', () => {
    const child: Words = { status: 'manual', jobs: ['unit failed', 'approve manual'] };
    const give = (bridge: string): Words => ({ status: 'success', below: [{ bridge, child }] });
    expect(judged(give('child success'))).toBe('decided success');
    expect(judged(give('child success'), { downstream: 'require' })).toBe('doubtful failed');
  });

  test('does not delay a failure below, if downstream pipelines are required', () => {
    const give: Words = {
      status: 'manual',
      jobs: ['approve manual'],
      below: [{ bridge: 'child success', child: { status: 'failed', jobs: ['unit failed'] } }],
    };
    expect(judged(give, { downstream: 'require', onManual: 'wait' })).toBe('decided failed');
    expect(judged(give, { downstream: 'show', onManual: 'wait' })).toBe('going on');
  });

  test('is not played while a job is hidden: it may have failed', () => {
    const give: Words = { status: 'manual', jobs: ['deploy manual'], lacks: { jobs: 'one is unread' } };
    expect(judged(give, { onManual: 'play' })).toBe('doubtful manual');
  });

  test.each(['canceled', 'skipped'])('does not hide a failure with the status %s', (status) => {
    expect(judged({ status, jobs: ['unit failed'] })).toBe('doubtful failed');
    expect(judged({ status, jobs: ['unit failed?', 'lint skipped'] })).toBe(`decided ${status}`);
  });
});

describe('a contradiction in a snapshot', () => {
  test.each<{ name: string; give: Words; want: string }>([
    {
      name: 'a success with a failed job',
      give: { status: 'success', jobs: ['unit failed'] },
      want: 'doubtful success',
    },
    {
      name: 'a success with a canceled job',
      give: { status: 'success', jobs: ['unit canceled'] },
      want: 'doubtful success',
    },
    {
      name: 'a success with a job not begun',
      give: { status: 'success', jobs: ['unit created'] },
      want: 'doubtful success',
    },
    {
      name: 'a success with a gate',
      give: { status: 'success', jobs: ['unit manual'] },
      want: 'doubtful success',
    },
    {
      name: 'a success with a delayed job',
      give: { status: 'success', jobs: ['unit scheduled'] },
      want: 'doubtful success',
    },
    {
      name: 'a success with a status that nobody knows',
      give: { status: 'success', jobs: ['unit SUCCESS'] },
      want: 'doubtful success',
    },
    {
      name: 'a success with a moving trigger job',
      give: { status: 'success', below: [{ bridge: 'child running', details: 'running' }] },
      want: 'doubtful success',
    },
    {
      name: 'a failure without a failed job',
      give: { status: 'failed', jobs: ['unit success', 'lint failed?'] },
      want: 'doubtful failed',
    },
    {
      name: 'a cancellation with a moving job',
      give: { status: 'canceled', jobs: ['unit canceling'] },
      want: 'doubtful canceled',
    },
    {
      name: 'a trigger job that says failed of a pipeline that says success',
      give: {
        status: 'success',
        below: [{ bridge: 'child success', details: 'failed', child: { status: 'success' } }],
      },
      want: 'doubtful success',
    },
    {
      name: 'one level below',
      give: {
        status: 'success',
        below: [{ bridge: 'child success', child: { status: 'success', jobs: ['unit running'] } }],
      },
      want: 'doubtful success',
    },
    {
      name: 'two levels below',
      give: {
        status: 'success',
        below: [
          {
            bridge: 'a success',
            child: {
              status: 'success',
              below: [{ bridge: 'b success', child: { status: 'success', jobs: ['unit failed'] } }],
            },
          },
        ],
      },
      want: 'doubtful success',
    },
  ])('is polled again: $name', ({ give, want }) => {
    expect(judged(give)).toBe(want);
  });

  test.each<{ name: string; give: Words; want: string }>([
    {
      name: 'allowed failures',
      give: { status: 'success', jobs: ['a failed?', 'b canceled?', 'c manual?', 'd skipped'] },
      want: 'decided warnings',
    },
    {
      name: 'a failure with what came to rest beside it',
      give: { status: 'failed', jobs: ['a failed', 'b created', 'c manual', 'd canceled'] },
      want: 'decided failed',
    },
    {
      name: 'a failure of which a job cannot be read',
      give: { status: 'failed', jobs: ['a success'], lacks: { jobs: 'one' } },
      want: 'decided failed',
    },
    { name: 'a failure without jobs', give: { status: 'failed' }, want: 'decided failed' },
    {
      name: 'a child that nobody waits for',
      give: {
        status: 'success',
        below: [{ bridge: 'child success', child: { status: 'running', jobs: ['unit running'] } }],
      },
      want: 'decided success',
    },
  ])('is not seen in: $name', ({ give, want }) => {
    expect(judged(give)).toBe(want);
  });
});

describe('the input downstream: require', () => {
  const require = { downstream: 'require' } as const;
  test.each<{ name: string; below: readonly BridgeWords[]; want: string }>([
    {
      name: 'a pipeline that only tells that it failed',
      below: [{ bridge: 'child success', details: { status: 'failed' } }],
      want: 'decided failed',
    },
    {
      name: 'a pipeline that only tells that it passed',
      below: [{ bridge: 'child success', details: { status: 'success' } }],
      want: 'decided success',
    },
    {
      name: 'a pipeline that only tells that it runs',
      below: [{ bridge: 'child success', details: { status: 'running' } }],
      want: 'going on',
    },
    {
      name: 'a pipeline that tells nothing',
      below: [{ bridge: 'child success', details: {} }],
      want: 'open: GitLab does not show which pipeline child started',
    },
    {
      name: 'no pipeline behind a trigger job that passed',
      below: [{ bridge: 'child success' }],
      want: 'open: GitLab shows no pipeline that child started',
    },
    { name: 'a trigger job that is still to run', below: [{ bridge: 'child pending' }], want: 'going on' },
    { name: 'a trigger job that was never reached', below: [{ bridge: 'child created' }], want: 'going on' },
    {
      name: 'a trigger job that failed to start one, and may',
      below: [{ bridge: 'child failed?' }],
      want: 'decided failed',
    },
    {
      name: 'a trigger job that was canceled before it started one, and may',
      below: [{ bridge: 'child canceled?' }],
      want: 'decided canceled',
    },
    { name: 'a trigger job that was skipped', below: [{ bridge: 'child skipped' }], want: 'decided success' },
    {
      name: 'a trigger job that nobody has to play',
      below: [{ bridge: 'child manual?' }],
      want: 'decided success',
    },
    {
      name: 'an open question beside a failure',
      below: [
        { bridge: 'a success' },
        { bridge: 'b success', child: { status: 'failed', jobs: ['unit failed'] } },
      ],
      want: 'decided failed',
    },
    {
      name: 'an open question below',
      below: [{ bridge: 'a success', child: { status: 'success', below: [{ bridge: 'b success' }] } }],
      want: 'open: GitLab shows no pipeline that b started',
    },
    {
      name: 'a list of trigger jobs below that lacks some',
      below: [
        { bridge: 'a success', child: { status: 'success', lacks: { bridges: 'one cannot be read' } } },
      ],
      want: 'open: one cannot be read',
    },
    {
      name: 'an open question beside what is no success, but may be accepted',
      below: [{ bridge: 'a success' }, { bridge: 'b canceled', child: { status: 'canceled' } }],
      want: 'open: GitLab shows no pipeline that a started',
    },
  ])('$name: $want', ({ below, want }) => {
    expect(judged({ status: 'success', below }, require)).toBe(want);
  });
});

describe('a pipeline that a limit cuts off', () => {
  const cutOff = 'too many';
  const below = (details: string): readonly BridgeWords[] => [{ bridge: 'deploy success', details, cutOff }];
  const deeper = (details: string): readonly BridgeWords[] => [
    { bridge: 'child success', child: { status: 'success', below: below(details) } },
  ];
  const require = { downstream: 'require' } as const;

  test.each<{
    name: string;
    give: Words;
    jobs?: readonly string[];
    rules?: Partial<DecisionRules>;
    want: string;
  }>([
    {
      name: 'leaves a required tree open, though it passed itself: what is below it may have failed',
      give: { status: 'success', below: below('success') },
      rules: require,
      want: 'open: too many',
    },
    {
      name: 'does so on any level',
      give: { status: 'success', below: deeper('success') },
      rules: require,
      want: 'open: too many',
    },
    {
      name: 'does so beside what is no success, but may be accepted',
      give: { status: 'canceled', jobs: ['unit canceled'], below: below('success') },
      rules: { ...require, accept: new Set(['canceled']) },
      want: 'open: too many',
    },
    {
      name: 'does so where warnings count, and says the limit',
      give: { status: 'success', below: below('success') },
      rules: { ...require, accept: new Set(['success']) },
      want: 'open: too many',
    },
    {
      name: 'is awaited in a required tree',
      give: { status: 'success', below: below('running') },
      rules: require,
      want: 'going on',
    },
    {
      name: 'fails a required tree if its trigger job says so',
      give: { status: 'success', below: below('failed') },
      rules: require,
      want: 'decided failed',
    },
    {
      name: 'changes nothing where what is below does not count',
      give: { status: 'success', below: below('failed') },
      want: 'decided success',
    },
    {
      name: 'may have jobs that a glob matches',
      give: { status: 'success', jobs: ['unit success'], below: below('success') },
      jobs: ['*unit'],
      want: 'open: too many',
    },
    {
      name: 'may have the job that no line has matched',
      give: { status: 'success', jobs: ['unit success'], below: deeper('success') },
      jobs: ['smoke'],
      want: 'open: too many',
    },
    {
      name: 'is not open before the pipeline has ended',
      give: { status: 'running', jobs: ['unit success', 'soak running'], below: below('success') },
      jobs: ['*unit'],
      want: 'going on',
    },
    {
      name: 'cannot have a job that the pipeline itself has',
      give: { status: 'success', jobs: ['unit success'], below: below('failed') },
      jobs: ['unit'],
      want: 'decided success',
    },
    {
      name: 'cannot undo the failure of a chosen job',
      give: { status: 'failed', jobs: ['unit failed'], below: below('success') },
      jobs: ['*'],
      want: 'decided failed',
    },
  ])('$name', ({ give, jobs, rules, want }) => {
    expect(judged(give, rules, jobs)).toBe(want);
  });
});
