import { describe, expect, test } from '@jest/globals';

import type { PipelineSnapshot } from '../../../src/model/snapshot.js';
import type { Outcome, RequiredPart, Verdict } from '../../../src/model/verdict.js';
import { verdictError, verdictSentence } from '../../../src/report/verdict-message.js';
import { pipelineWith } from '../../support/pipelines.js';
import { bridgeOf, hostileTexts, nodeOf, numberedJob, snapshotOf } from './support/snapshots.js';

const verdict = (outcome: Outcome, snapshot?: PipelineSnapshot): Verdict => ({
  outcome,
  pipeline: pipelineWith({ status: 'running' }),
  snapshot,
  elapsedMs: 62_000,
});
const accept = new Set(['success', 'warnings']);

const unit = numberedJob({ id: 9001, status: 'failed', failureReason: 'script_failure' });
const lint = numberedJob({ id: 9002, name: 'lint', status: 'failed', allowFailure: true });
const compile = numberedJob({ id: 9000, name: 'compile', stage: 'build' });
const oneFailed = snapshotOf(nodeOf({ jobs: [compile, unit, lint] }));

describe('verdictSentence', () => {
  test.each<{ give: Outcome; want: string }>([
    { give: 'success', want: 'Pipeline 257 passed after 1m02s' },
    { give: 'warnings', want: 'Pipeline 257 passed with warnings after 1m02s' },
    { give: 'failed', want: 'Pipeline 257 failed after 1m02s' },
    { give: 'canceled', want: 'Pipeline 257 was canceled after 1m02s' },
    { give: 'skipped', want: 'Pipeline 257 was skipped after 1m02s' },
    { give: 'manual', want: 'Pipeline 257 is blocked by a manual job after 1m02s' },
    { give: 'timeout', want: 'Pipeline 257 did not end in time after 1m02s' },
    { give: 'outage', want: 'Pipeline 257 became unreachable after 1m02s' },
  ])('is $want for $give without a snapshot', ({ give, want }) => {
    expect(verdictSentence(verdict(give))).toBe(want);
  });

  test.each<{ name: string; give: Verdict; want: string }>([
    {
      name: 'the job that failed, among all',
      give: verdict('failed', oneFailed),
      want: 'Pipeline 257 failed after 1m02s: 1 of 3 jobs failed (unit)',
    },
    {
      name: 'for warnings the job that may fail',
      give: verdict('warnings', oneFailed),
      want: 'Pipeline 257 passed with warnings after 1m02s: 1 of 3 jobs failed, which is allowed (lint)',
    },
    {
      name: 'which jobs were retried on the way',
      give: {
        ...verdict('success', oneFailed),
        retries: [
          { path: [], job: unit, count: 1, result: 'retried' },
          { path: [], job: unit, count: 2, result: 'retried' },
          { path: ['child'], job: lint, count: 1, result: 'refused', why: '403' },
        ],
      },
      want: 'Pipeline 257 passed after 1m02s: retried: unit; not retried by GitLab: child › lint',
    },
    {
      name: 'nothing but that it passed',
      give: verdict('success', oneFailed),
      want: 'Pipeline 257 passed after 1m02s',
    },
    {
      name: 'a job of a child instead of the trigger job',
      give: verdict(
        'failed',
        snapshotOf(
          nodeOf({
            jobs: [compile],
            bridges: [
              bridgeOf(numberedJob({ id: 1, name: 'child', status: 'failed' }), nodeOf({ jobs: [unit] })),
            ],
          }),
        ),
      ),
      want: 'Pipeline 257 failed after 1m02s: 1 of 2 jobs failed (child › unit)',
    },
    {
      name: 'a trigger job with nothing below to blame',
      give: verdict(
        'failed',
        snapshotOf(
          nodeOf({
            jobs: [compile],
            bridges: [bridgeOf(numberedJob({ id: 1, name: 'child', status: 'failed' }))],
          }),
        ),
      ),
      want: 'Pipeline 257 failed after 1m02s: 1 of 2 jobs failed (child)',
    },
    {
      name: 'the first five of many',
      give: verdict(
        'failed',
        snapshotOf(
          nodeOf({
            jobs: Array.from({ length: 12 }, (_, n) =>
              numberedJob({ id: n, name: `j${n}`, status: 'failed' }),
            ),
          }),
        ),
      ),
      want: 'Pipeline 257 failed after 1m02s: 12 of 12 jobs failed (j0, j1, j2, j3, j4 and 7 more)',
    },
  ])('names $name', ({ give, want }) => {
    expect(verdictSentence(give)).toBe(want);
  });
});

describe('the message names what the verdict counts:', () => {
  const web = (id: number): string => `https://gitlab.example.com/group/app/-/pipelines/${id}`;
  const inChild = snapshotOf(
    nodeOf({
      pipeline: { status: 'success' },
      jobs: [compile],
      bridges: [
        bridgeOf(
          numberedJob({ id: 1, name: 'child', status: 'failed', allowFailure: true }),
          nodeOf({ pipeline: { id: 300, status: 'failed' }, jobs: [unit, lint] }),
        ),
      ],
    }),
  );
  const part = { path: ['child'], outcome: 'failed', kind: 'child', webUrl: web(300) } as const;

  test('a required child pipeline below a trigger job that may fail, with its job', () => {
    const give = { ...verdict('failed', inChild), grounds: { below: [part] } };
    expect(verdictError(give, accept).message).toBe(
      `Pipeline 257 failed after 1m02s: the child pipeline \`child\` failed (downstream: require); 1 of 3 jobs failed (child › unit) [outcome_not_accepted]
Why: The outcome 'failed' is not one of those accepted here: success, warnings.
  - the child pipeline \`child\` failed (downstream: require) ${web(300)}
  - child › unit (stage test): script_failure https://gitlab.example.com/group/app/-/jobs/9001
What to do: Open https://gitlab.example.com/group/app/-/pipelines/257`,
    );
  });

  test.each<{ give: Partial<RequiredPart>; want: string }>([
    { give: { kind: 'downstream' }, want: 'the downstream pipeline `child` failed (downstream: require)' },
    {
      give: { kind: 'trigger_job' },
      want: 'the trigger job `child` started no pipeline (downstream: require)',
    },
    { give: { outcome: 'canceled' }, want: 'the child pipeline `child` was canceled (downstream: require)' },
    { give: { path: ['a', 'b'] }, want: 'the child pipeline `a › b` failed (downstream: require)' },
  ])('a required part of which nothing else is known: $want', ({ give, want }) => {
    const root = nodeOf({ pipeline: { status: 'success' }, jobs: [compile] });
    const outcome = give.outcome ?? 'failed';
    const grounds = { below: [{ ...part, ...give }] };
    expect(verdictSentence({ ...verdict(outcome, snapshotOf(root)), grounds })).toContain(`: ${want}`);
  });

  test('only chosen jobs, which no trigger job above excuses', () => {
    const give = { ...verdict('failed', inChild), grounds: { jobIds: [9000, 9001] } };
    expect(verdictSentence(give)).toBe('Pipeline 257 failed after 1m02s: 1 of 2 jobs failed (child › unit)');
    const others = { ...verdict('failed', oneFailed), grounds: { jobIds: [9000, 9002] } };
    expect(verdictSentence(others)).toBe('Pipeline 257 failed after 1m02s');
  });

  test('the job that failed behind another status of GitLab', () => {
    const root = nodeOf({ pipeline: { status: 'manual' }, jobs: [unit] });
    const pipeline = pipelineWith({ status: 'manual' });
    expect(verdictError({ ...verdict('failed', snapshotOf(root)), pipeline }, accept).parts).toMatchObject({
      what: 'Pipeline 257 failed after 1m02s: 1 of 1 job failed (unit)',
      why: expect.stringContaining(
        "GitLab calls the pipeline 'manual', and a job of it has failed",
      ) as unknown,
      hint: `Open ${pipeline.webUrl}`,
    });
  });

  test.each<{ statuses: readonly string[]; want: string | undefined }>([
    { statuses: ['manual', 'manual'], want: 'no job ran, because all of them are manual' },
    { statuses: ['manual', 'skipped'], want: undefined },
    { statuses: [], want: undefined },
  ])('all jobs are manual, so none ran: $statuses', ({ statuses, want }) => {
    const jobs = statuses.map((status, id) =>
      numberedJob({ id, name: `j${id}`, status, allowFailure: true }),
    );
    const sentence = verdictSentence(verdict('skipped', snapshotOf(nodeOf({ jobs }))));
    expect(sentence).toBe(`Pipeline 257 was skipped after 1m02s${want === undefined ? '' : `: ${want}`}`);
  });

  describe('the message about a pipeline that failed without a failed job', () => {
    const sonar = { id: 90, name: 'sonar', status: 'failed', allowFailure: false, path: [] };
    const withStatuses = (externalStatuses: Verdict['externalStatuses']): Verdict => ({
      ...verdict('failed', snapshotOf(nodeOf({ pipeline: { status: 'failed' }, jobs: [compile] }))),
      pipeline: pipelineWith({ status: 'failed' }),
      externalStatuses,
    });

    test('names the status of an external system', () => {
      const named = { ...sonar, description: 'Gate\nfailed', targetUrl: 'https://sonar.example.com/1' };
      const { what, why } = verdictError(withStatuses({ failed: [named] }), accept).parts;
      expect(what).toBe(
        'Pipeline 257 failed after 1m02s: no job that GitLab lists failed; the external status failed (`sonar`)',
      );
      expect(why).toContain('\n  - sonar (external status): Gate failed https://sonar.example.com/1');
    });

    test.each([
      { give: { failed: [] }, want: 'none of them is reported as failed' },
      {
        give: { failed: [], unread: 'GitLab answered 403' },
        want: 'they cannot be read (GitLab answered 403)',
      },
    ])('says that nothing explains it: $want', ({ give, want }) => {
      const { what, why } = verdictError(withStatuses(give), accept).parts;
      expect(what).toBe('Pipeline 257 failed after 1m02s: no job that GitLab lists failed');
      expect(why).toContain(want);
    });

    test.each(hostileTexts)('has no line that an outside text begins: %j', (text) => {
      const hostile = {
        ...sonar,
        name: text,
        description: text,
        targetUrl: `https://x/${Buffer.from(text).toString('hex')}`,
      };
      const message = verdictError(withStatuses({ failed: [hostile] }), accept).message;
      expect(message.split('\n')).toHaveLength(4);
      expect(message).not.toMatch(/[\r\u001b\u202a-\u202e]|^\s*::/m);
    });

    test('truncates enormous texts', () => {
      const huge = {
        ...sonar,
        name: 'x'.repeat(1e5),
        description: 'y'.repeat(1e5),
        targetUrl: `https://${'z'.repeat(1e5)}`,
      };
      const message = verdictError(
        withStatuses({ failed: Array(9).fill(huge) as (typeof huge)[] }),
        accept,
      ).message;
      expect(message.length).toBeLessThan(4000);
    });
  });

  test('says what was unclear in an outage', () => {
    const question = 'GitLab shows no pipeline that child started';
    const { why } = verdictError({ ...verdict('outage', oneFailed), question }, accept).parts;
    expect(why).toBe(
      `For the whole outage_timeout it was unclear: ${question}. The status of the pipeline is 'running'.`,
    );
  });

  describe('the message when success and warnings cannot be told apart', () => {
    const question = 'the jobs of pipeline 257 cannot be read (GitLab answered 403)';
    const passed = { question, questionAbout: 'warnings' } as const;

    test.each<Outcome>(['outage', 'timeout'])(
      'for %s says what the step depends on, and what to do',
      (outcome) => {
        const error = verdictError({ ...verdict(outcome, oneFailed), ...passed }, new Set(['success']));
        const { why = '', hint = '' } = error.parts;
        expect(why).toContain(
          `unclear whether a job that is allowed to fail has failed: ${question}. accept lists success, but not warnings`,
        );
        expect(hint).toContain('access_token');
        expect(hint).toContain('or add warnings to accept.');
      },
    );

    test('names the other outcome if accept lists only warnings', () => {
      const error = verdictError({ ...verdict('outage'), ...passed }, new Set(['warnings', 'skipped']));
      expect(error.parts.why).toContain('accept lists warnings, but not success');
      expect(error.parts.hint).toContain('or add success to accept.');
    });
  });

  test('says what was unclear at a timeout, too', () => {
    const question = 'GitLab shows no pipeline that child started';
    const { why } = verdictError({ ...verdict('timeout', oneFailed), question }, accept).parts;
    expect(why).toContain(`It was unclear: ${question}.`);
  });
});

describe('verdictError', () => {
  test.each<{ give: Outcome; want: { code: string; exitCode: number } }>([
    { give: 'success', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'warnings', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'failed', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'canceled', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'skipped', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'manual', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'timeout', want: { code: 'wait_timeout', exitCode: 5 } },
    { give: 'outage', want: { code: 'outage', exitCode: 4 } },
  ])('$give', ({ give, want }) => {
    const { code, exitCode } = verdictError(verdict(give), new Set());
    expect({ code, exitCode }).toEqual(want);
  });

  test('says which job failed, why, and where to see it', () => {
    expect(verdictError(verdict('failed', oneFailed), accept).message).toBe(
      `Pipeline 257 failed after 1m02s: 1 of 3 jobs failed (unit) [outcome_not_accepted]
Why: The outcome 'failed' is not one of those accepted here: success, warnings.
  - unit (stage test): script_failure https://gitlab.example.com/group/app/-/jobs/9001
What to do: Open https://gitlab.example.com/group/app/-/pipelines/257`,
    );
  });

  test('reports the error in the configuration if there are no jobs', () => {
    const give = { ...verdict('failed'), pipeline: pipelineWith({ yamlErrors: 'jobs:x must be a hash' }) };
    expect(verdictError(give, accept).parts.why).toBe(
      "The outcome 'failed' is not one of those accepted here: success, warnings.\n  - GitLab says: jobs:x must be a hash",
    );
  });

  test('names the attempts that run although GitLab says that the pipeline has failed', () => {
    const root = nodeOf({ jobs: [{ ...unit, status: 'running' }] });
    const states = root.jobs.map((state) => ({ ...state, attempt: 2 }));
    const snapshot = snapshotOf({ ...root, jobs: states });
    const give = { ...verdict('failed', snapshot), pipeline: pipelineWith({ status: 'failed' }) };
    expect(verdictError(give, accept).parts.why).toMatch(
      /GitLab says so although no latest attempt has failed: unit \(attempt 2\) is running$/,
    );
  });

  test('names the manual job that blocks', () => {
    const release = numberedJob({ id: 7, name: 'release', stage: 'deploy', status: 'manual' });
    const snapshot = snapshotOf(nodeOf({ jobs: [compile, release] }));
    expect(verdictError(verdict('manual', snapshot), accept).parts.why).toBe(
      "The outcome 'manual' is not one of those accepted here: success, warnings.\n  - release (stage deploy): manual https://gitlab.example.com/group/app/-/jobs/7",
    );
  });

  test('names the manual trigger job that blocks, and not one above a gate that is shown', () => {
    const gate = numberedJob({ id: 7, name: 'release', stage: 'deploy', status: 'manual' });
    const bridge = { ...gate, id: 8, name: 'rollout' };
    const mirror = { ...gate, id: 9, name: 'mirror' };
    const root = {
      ...nodeOf({ jobs: [compile] }),
      bridges: [
        { bridge, downstream: undefined },
        { bridge: mirror, downstream: nodeOf({ jobs: [gate] }) },
      ],
    };
    const { why } = verdictError(verdict('manual', snapshotOf(root)), accept).parts;
    expect(why?.split('\n').slice(1)).toEqual([
      expect.stringContaining('mirror › release (stage deploy): manual'),
      expect.stringContaining('rollout (stage deploy): manual'),
    ]);
  });

  test.each([
    { limit: 'timeout', hint: /^Raise timeout,/ },
    { limit: 'queue_timeout', hint: /^Raise queue_timeout,/ },
  ] as const)('names the limit $limit and what still runs', ({ limit, hint }) => {
    const snapshot = snapshotOf(nodeOf({ jobs: [compile, { ...unit, status: 'running' }] }));
    const error = verdictError({ ...verdict('timeout', snapshot), limit }, accept);
    expect(error.parts.why).toBe(
      `Its status was 'running' when ${limit} was over.\n  - unit (stage test): running https://gitlab.example.com/group/app/-/jobs/9001`,
    );
    expect(error.parts.hint).toMatch(hint);
  });

  test.each<Outcome>(['failed', 'timeout', 'manual', 'warnings'])(
    'stays under 4,000 characters with enormous names: %s',
    (outcome) => {
      const huge = '😀'.repeat(100_000);
      const status =
        { failed: 'failed', warnings: 'failed', manual: 'manual' }[outcome as string] ?? 'running';
      const job = numberedJob({
        id: 1,
        name: huge,
        stage: huge,
        status,
        allowFailure: outcome === 'warnings',
        failureReason: huge,
        webUrl: `https://gitlab.example.com/${'x'.repeat(1_000_000)}`,
      });
      const inner = nodeOf({ jobs: Array.from({ length: 9 }, () => job) });
      const snapshot = snapshotOf(nodeOf({ bridges: [bridgeOf(numberedJob({ id: 2, name: huge }), inner)] }));
      const give = {
        ...verdict(outcome, snapshot),
        pipeline: pipelineWith({ status: huge, webUrl: job.webUrl, yamlErrors: huge }),
      };
      const message = verdictError(give, new Set()).message;
      expect(message.length).toBeGreaterThan(100);
      expect(message.length).toBeLessThan(4000);
    },
  );

  test.each(hostileTexts)('keeps %j on its line', (text) => {
    const job = numberedJob({ id: 1, name: text, stage: text, status: 'failed', failureReason: text });
    const message = verdictError(verdict('failed', snapshotOf(nodeOf({ jobs: [job] }))), accept).message;
    expect(message.split('\n')).toHaveLength(4);
    expect(message).not.toMatch(/[\r\u001b\u202a-\u202e]/);
    expect(message).not.toMatch(/^\s*::/m);
  });

  test('links the pipeline in every message', () => {
    expect(verdictError(verdict('failed'), accept).message).toContain(pipelineWith().webUrl);
  });
});
