import { describe, expect, test } from '@jest/globals';

import type { Outcome } from '../../../src/follow/verdict.js';
import { verdictError, verdictSentence } from '../../../src/report/verdict-message.js';
import { pipelineWith } from '../../support/pipelines.js';

const verdict = (outcome: Outcome) => ({
  outcome,
  pipeline: pipelineWith({ status: 'running' }),
  elapsedMs: 62_000,
});
const accept = new Set(['success', 'warnings']);

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
  ])('$give: $want', ({ give, want }) => {
    expect(verdictSentence(verdict(give))).toBe(want);
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

  test('every message links the pipeline', () => {
    expect(verdictError(verdict('failed'), accept)?.message).toContain(pipelineWith().webUrl);
  });
});
