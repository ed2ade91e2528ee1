import { describe, expect, test } from '@jest/globals';

import type { PipelineSnapshot } from '../../../src/follow/snapshot.js';
import type { Outcome, Verdict } from '../../../src/follow/verdict.js';
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
    { give: 'outage', want: 'Pipeline 257 was lost from sight after 1m02s' },
  ])('$give without a picture: $want', ({ give, want }) => {
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

describe('verdictError', () => {
  test.each<{ give: Outcome; want: { code: string; exitCode: number } | undefined }>([
    { give: 'success', want: undefined },
    { give: 'warnings', want: undefined },
    { give: 'failed', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'canceled', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'skipped', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'manual', want: { code: 'outcome_not_accepted', exitCode: 1 } },
    { give: 'timeout', want: { code: 'wait_timeout', exitCode: 5 } },
    { give: 'outage', want: { code: 'outage', exitCode: 4 } },
  ])('$give', ({ give, want }) => {
    const error = verdictError(verdict(give), accept);
    expect(error && { code: error.code, exitCode: error.exitCode }).toEqual(want);
  });

  test.each<Outcome>(['failed', 'canceled', 'skipped', 'manual'])(
    '%s is fine when accept lists it',
    (outcome) => {
      expect(verdictError(verdict(outcome), new Set([outcome]))).toBeUndefined();
    },
  );

  test.each<Outcome>(['timeout', 'outage'])('%s is never accepted: nobody knows the colour', (outcome) => {
    expect(verdictError(verdict(outcome), new Set(['success', 'failed', 'canceled', outcome]))).toBeDefined();
  });

  test('says which job failed, why, and where to see it', () => {
    expect(verdictError(verdict('failed', oneFailed), accept)?.message).toBe(
      `Pipeline 257 failed after 1m02s: 1 of 3 jobs failed (unit) [outcome_not_accepted]
Why: The outcome 'failed' is not one of those accepted here: success, warnings.
  - unit (stage test): script_failure https://gitlab.example.com/group/app/-/jobs/9001
What to do: Open https://gitlab.example.com/group/app/-/pipelines/257`,
    );
  });

  test('says what is wrong with the configuration when there are no jobs', () => {
    const give = { ...verdict('failed'), pipeline: pipelineWith({ yamlErrors: 'jobs:x must be a hash' }) };
    expect(verdictError(give, accept)?.parts.why).toBe(
      "The outcome 'failed' is not one of those accepted here: success, warnings.\n  - GitLab says: jobs:x must be a hash",
    );
  });

  test('names the manual job that blocks', () => {
    const release = numberedJob({ id: 7, name: 'release', stage: 'deploy', status: 'manual' });
    const snapshot = snapshotOf(nodeOf({ jobs: [compile, release] }));
    expect(verdictError(verdict('manual', snapshot), accept)?.parts.why).toBe(
      "The outcome 'manual' is not one of those accepted here: success, warnings.\n  - release (stage deploy): manual https://gitlab.example.com/group/app/-/jobs/7",
    );
  });

  test.each([
    { limit: 'timeout', cure: /^Raise timeout,/ },
    { limit: 'queue_timeout', cure: /^Raise queue_timeout,/ },
  ] as const)('names the limit $limit and what is still running', ({ limit, cure }) => {
    const snapshot = snapshotOf(nodeOf({ jobs: [compile, { ...unit, status: 'running' }] }));
    const error = verdictError({ ...verdict('timeout', snapshot), limit }, accept);
    expect(error?.parts.why).toBe(
      `Its status was 'running' when ${limit} was over.\n  - unit (stage test): running https://gitlab.example.com/group/app/-/jobs/9001`,
    );
    expect(error?.parts.cure).toMatch(cure);
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
      const message = verdictError(give, new Set())?.message ?? '';
      expect(message.length).toBeGreaterThan(100);
      expect(message.length).toBeLessThan(4000);
    },
  );

  test.each(hostileTexts)('keeps %j on its line', (text) => {
    const job = numberedJob({ id: 1, name: text, stage: text, status: 'failed', failureReason: text });
    const message = verdictError(verdict('failed', snapshotOf(nodeOf({ jobs: [job] }))), accept)?.message;
    expect(message?.split('\n')).toHaveLength(4);
    expect(message).not.toMatch(/[\r\u001b\u202a-\u202e]/);
    expect(message).not.toMatch(/^\s*::/m);
  });

  test('every message links the pipeline', () => {
    expect(verdictError(verdict('failed'), accept)?.message).toContain(pipelineWith().webUrl);
  });
});
