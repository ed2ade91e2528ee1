import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';

import type { ReportedOutcome } from '../../../../src/report/labels.js';
import { formatFeedbackComment } from '../../../../src/run/feedback/comment-body.js';
import { type PipelineMoment, commitStateOf, momentSentence } from '../../../../src/run/feedback/feedback.js';
import { pipelineWith } from '../../../support/pipelines.js';
import { hostileTexts, nodeOf, numberedJob, snapshotOf } from '../../report/support/snapshots.js';

const run = {
  workflow: 'CI',
  url: 'https://github.com/octo/app/actions/runs/7',
  sha: 'c0ffee'.padEnd(40, '0'),
};
const pipeline = pipelineWith({ status: 'failed', durationSeconds: 60 });
const root = nodeOf({
  jobs: [
    numberedJob({ id: 1, name: 'compile', stage: 'build' }),
    numberedJob({ id: 2, name: 'lint', status: 'failed', allowFailure: true }),
    numberedJob({ id: 3, status: 'failed', failureReason: 'script_failure' }),
  ],
});
const snapshot = snapshotOf(root);

function ended(outcome: ReportedOutcome, accepted = false): Extract<PipelineMoment, { kind: 'ended' }> {
  return { kind: 'ended', outcome, accepted, pipeline, snapshot, elapsedMs: 62_000 };
}

describe('the comment on a pull request', () => {
  test('shows a running pipeline', () => {
    const moment: PipelineMoment = { kind: 'running', pipeline };
    expect(formatFeedbackComment({ moment, tests: undefined, run })).toBe(
      `### 🔄 [Pipeline 257](https://gitlab.example.com/group/app/-/pipelines/257) is running

<code>main</code> at <code>aaaaaaaa</code>

<sub>For <code>c0ffee00</code>, by [CI](https://github.com/octo/app/actions/runs/7)</sub>
`,
    );
  });

  test('shows an ended pipeline', () => {
    const tests = { total: 10, success: 9, failed: 1, error: 0, skipped: 0, seconds: 4.2, suites: [] };
    expect(formatFeedbackComment({ moment: ended('failed'), tests, run })).toBe(
      `### ❌ [Pipeline 257](https://gitlab.example.com/group/app/-/pipelines/257) failed after 1m02s

<code>main</code> at <code>aaaaaaaa</code> · status failed · ran for 1m00s${'  '}
3 jobs: 1 ✅ success · 1 ⚠️ failed (allowed) · 1 ❌ failed${'  '}
10 tests: 9 passed · 1 failed · in 4s

- ❌ [<code>unit</code>](https://gitlab.example.com/group/app/-/jobs/3) in <code>test</code>: <code>script&#95;failure</code>
- ⚠️ [<code>lint</code>](https://gitlab.example.com/group/app/-/jobs/2) in <code>test</code>

<sub>For <code>c0ffee00</code>, by [CI](https://github.com/octo/app/actions/runs/7)</sub>
`,
    );
  });

  test('shows that there is no pipeline', () => {
    const moment: PipelineMoment = {
      kind: 'told',
      state: 'error',
      sentence: 'Cannot start a pipeline in group/app [ref_not_found]',
      why: 'GitLab answered 400: Reference not found',
      pipeline: undefined,
    };
    const unknown = { workflow: undefined, url: undefined, sha: undefined };
    expect(formatFeedbackComment({ moment, tests: undefined, run: unknown })).toBe(
      `### ❓ No pipeline

Cannot start a pipeline in group/app &#91;ref&#95;not&#95;found&#93;

GitLab answered 400&#58; Reference not found

<sub>By this workflow run</sub>
`,
    );
  });

  test('is short, whatever its content', () => {
    const jobs = Array.from({ length: 500 }, (_, id) =>
      numberedJob({
        id: id + 1,
        name: '&'.repeat(255),
        stage: '<'.repeat(255),
        status: 'failed',
        failureReason: '|'.repeat(300),
        webUrl: `https://gitlab.example.com/${'a'.repeat(1900)}`,
      }),
    );
    const moment = { ...ended('failed'), snapshot: snapshotOf(nodeOf({ jobs })) };
    const text = formatFeedbackComment({ moment, tests: undefined, run });
    expect(Buffer.byteLength(text)).toBeLessThan(50_000);
    expect(text).toMatch(/^- and 4[89]\d more$/m);
  });

  test.each(hostileTexts)('treats an outside text as text: %j', async (text) => {
    const job = numberedJob({ id: 1, name: text, stage: text, status: 'failed', failureReason: text });
    const foreign = pipelineWith({ ref: text, sha: text, status: text, name: text, yamlErrors: text });
    const moments: readonly PipelineMoment[] = [
      { ...ended('failed'), pipeline: foreign, snapshot: snapshotOf(nodeOf({ jobs: [job] })) },
      { kind: 'running', pipeline: foreign },
      { kind: 'told', state: 'error', sentence: text, why: text, pipeline },
    ];
    for (const moment of moments) {
      const html = await marked(
        formatFeedbackComment({ moment, tests: undefined, run: { ...run, workflow: text, sha: text } }),
      );
      expect(html).not.toMatch(/<(?!\/?(?:p|code|br|h3|ul|li|sub|span|a)\b)/);
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => new URL(href).host);
      expect(new Set(links)).toEqual(new Set(['gitlab.example.com', 'github.com']));
    }
  });
});

describe('the state of a commit', () => {
  test.each([
    { moment: { kind: 'running', pipeline } as const, state: 'pending', words: 'Pipeline 257 is running' },
    { moment: ended('success', true), state: 'success', words: 'Pipeline 257 passed after 1m02s' },
    {
      moment: ended('warnings', true),
      state: 'success',
      words: 'Pipeline 257 passed with warnings after 1m02s: 1 of 3 jobs failed, which is allowed (lint)',
    },
    {
      moment: ended('warnings'),
      state: 'failure',
      words: 'Pipeline 257 passed with warnings after 1m02s: 1 of 3 jobs failed, which is allowed (lint)',
    },
    {
      moment: ended('failed'),
      state: 'failure',
      words: 'Pipeline 257 failed after 1m02s: 1 of 3 jobs failed (unit)',
    },
    {
      moment: ended('failed', true),
      state: 'success',
      words: 'Pipeline 257 failed after 1m02s: 1 of 3 jobs failed (unit)',
    },
    { moment: ended('canceled'), state: 'error', words: 'Pipeline 257 was canceled after 1m02s' },
    { moment: ended('skipped'), state: 'error', words: 'Pipeline 257 was skipped after 1m02s' },
    { moment: ended('manual'), state: 'error', words: 'Pipeline 257 is blocked by a manual job after 1m02s' },
    { moment: ended('timeout'), state: 'error', words: 'Pipeline 257 did not end in time after 1m02s' },
    { moment: ended('outage'), state: 'error', words: 'Pipeline 257 became unreachable after 1m02s' },
    {
      moment: ended('aborted'),
      state: 'error',
      words: 'Pipeline 257 was no longer followed after 1m02s: the step was stopped',
    },
    {
      moment: { kind: 'told', state: 'error', sentence: 'Nobody\nknows', pipeline: undefined } as const,
      state: 'error',
      words: 'Nobody knows',
    },
  ])('is $state when: $words', ({ moment, state, words }) => {
    expect(commitStateOf(moment)).toBe(state);
    expect(momentSentence(moment)).toContain(words);
  });
});
