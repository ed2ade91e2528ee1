import { describe, expect, test } from '@jest/globals';
import { marked } from 'marked';

import type { PipelineNode } from '../../../../src/model/snapshot.js';
import { type SummaryContent, formatSummary } from '../../../../src/report/summary/summary.js';
import { pipelineWith } from '../../../support/pipelines.js';
import { bridgeOf, hostileTexts, nodeOf, numberedJob, snapshotOf } from '../support/snapshots.js';

const pipeline = pipelineWith({ status: 'failed', durationSeconds: 60, queuedSeconds: 2, coverage: '87.5' });

function contentOf(given: Partial<SummaryContent> & { readonly root?: PipelineNode }): SummaryContent {
  const { root, ...rest } = given;
  return {
    outcome: 'failed',
    pipeline,
    elapsedMs: 62_000,
    snapshot: root === undefined ? undefined : snapshotOf(root),
    logTails: new Map(),
    redact: (text) => text,
    ...rest,
  };
}

describe('formatSummary', () => {
  test('contains everything for a small pipeline', () => {
    const deploy = numberedJob({ id: 5, name: 'child', stage: 'deploy' });
    const root = nodeOf({
      jobs: [
        numberedJob({
          id: 1,
          name: 'compile',
          stage: 'build',
          startedAt: '2026-01-15T09:30:03.000Z',
          finishedAt: '2026-01-15T09:30:46.000Z',
          durationSeconds: 43,
          queuedSeconds: 3,
        }),
        numberedJob({ id: 2, status: 'failed', durationSeconds: 15, failureReason: 'script_failure' }),
        numberedJob({ id: 3, name: 'lint', status: 'failed', allowFailure: true }),
        numberedJob({ id: 4, name: 'ship', stage: 'deploy', status: 'skipped' }),
      ],
      bridges: [
        bridgeOf(
          {
            ...deploy,
            downstream: { projectId: 42, pipelineId: 300, status: 'success', webUrl: deploy.webUrl },
          },
          nodeOf({
            pipeline: { id: 300, status: 'success', durationSeconds: 9 },
            jobs: [numberedJob({ id: 9, name: 'pack', stage: 'pack' })],
          }),
        ),
        bridgeOf({
          ...numberedJob({ id: 6, name: 'other', stage: 'deploy' }),
          downstream: {
            projectId: 77,
            pipelineId: 301,
            status: 'running',
            webUrl: 'https://gitlab.example.com/o/p/-/pipelines/301',
          },
        }),
        bridgeOf(
          numberedJob({
            id: 7,
            name: 'none',
            stage: 'deploy',
            status: 'failed',
            failureReason: 'insufficient_bridge_permissions',
          }),
        ),
      ],
    });
    const content = contentOf({
      root,
      logTails: new Map([[2, ['$ npm test', '  1 failed']]]),
      tests: {
        counts: { total: 10, success: 8, failed: 1, error: 0, skipped: 1, seconds: 4.2 },
        suites: [],
        failed: [
          {
            path: ['images'],
            suite: 'unit',
            status: 'failed',
            classname: 'round',
            name: 'rounds <b>',
            file: './src/round.test.ts',
            seconds: 2,
            output: 'expected 2\n\n  at src/round.test.ts:14:22 </pre>',
          },
          { path: [], suite: 'unit', status: 'error', name: 'breaks', seconds: 0 },
        ],
        all: undefined,
        unreadable: ['the tests of 2 more pipelines were not read'],
      },
    });
    const snapshot = snapshotOf(root, ['the jobs of pipeline 301 may not be read']);
    expect(formatSummary({ ...content, snapshot }))
      .toBe(`## ❌ [Pipeline 257](https://gitlab.example.com/group/app/-/pipelines/257) failed after 1m02s

<code>main</code> at <code>aaaaaaaa</code> · status failed · ran for 1m00s · queued for 2s · coverage 87.5 %  
5 jobs: 2 ✅ success · 1 ❌ failed · 1 ⚠️ failed (allowed) · 1 ⏭️ skipped  
10 tests: 8 passed · 1 failed · 1 skipped · in 4s  

### Failed tests

<details open>
<summary>❌ <code>images › unit › round › rounds &#60;b&#62;</code> · src/round.test.ts&#58;14 · 2s</summary>

<pre>
expected 2

  at src/round.test.ts:14:22 &lt;/pre&gt;
</pre>
</details>

<details>
<summary>❌ <code>unit › breaks</code> · broke</summary>

</details>

### Failed jobs

<details open>
<summary>❌ <code>unit</code> · stage <code>test</code> · <code>script&#95;failure</code> · 15s</summary>

[Job 2 in GitLab](https://gitlab.example.com/group/app/-/jobs/2)

<pre>
$ npm test
  1 failed
</pre>

</details>

<details>
<summary>❌ <code>none</code> · stage <code>deploy</code> · <code>insufficient&#95;bridge&#95;permissions</code></summary>

[Job 7 in GitLab](https://gitlab.example.com/group/app/-/jobs/7)

</details>

<details>
<summary>⚠️ <code>lint</code> · stage <code>test</code> · <code>failed</code> · allowed to fail</summary>

[Job 3 in GitLab](https://gitlab.example.com/group/app/-/jobs/3)

</details>

### Jobs

| Stage | Job | Status | Duration | Queued | Attempt | Reason |
| --- | --- | --- | ---: | ---: | ---: | --- |
| <code>build</code> | [<code>compile</code>](https://gitlab.example.com/group/app/-/jobs/1) | ✅ success | 43s | 3s | 1 |  |
| <code>test</code> | [<code>unit</code>](https://gitlab.example.com/group/app/-/jobs/2) | ❌ failed | 15s |  | 1 | <code>script&#95;failure</code> |
|  | [<code>lint</code>](https://gitlab.example.com/group/app/-/jobs/3) | ⚠️ failed (allowed) |  |  | 1 |  |
| <code>deploy</code> | [<code>ship</code>](https://gitlab.example.com/group/app/-/jobs/4) | ⏭️ skipped |  |  | 1 |  |
|  | [<code>child</code>](https://gitlab.example.com/group/app/-/jobs/5) ↗ | ✅ success |  |  | 1 |  |
|  | [<code>other</code>](https://gitlab.example.com/group/app/-/jobs/6) ↗ | ✅ success |  |  | 1 |  |
|  | [<code>none</code>](https://gitlab.example.com/group/app/-/jobs/7) ↗ | ❌ failed |  |  | 1 | <code>insufficient&#95;bridge&#95;permissions</code> |

### Downstream pipelines

- [<code>child</code>](https://gitlab.example.com/group/app/-/jobs/5) → [pipeline 300](https://gitlab.example.com/group/app/-/pipelines/257) ✅ success · 9s · 1 job
- [<code>other</code>](https://gitlab.example.com/group/app/-/jobs/6) → [pipeline 301](https://gitlab.example.com/o/p/-/pipelines/301) 🔄 running · its jobs were not read
- [<code>none</code>](https://gitlab.example.com/group/app/-/jobs/7) → no pipeline: ❌ failed · <code>insufficient&#95;bridge&#95;permissions</code>

<details>
<summary><code>child</code> · 1 job</summary>

| Stage | Job | Status | Duration | Queued | Attempt | Reason |
| --- | --- | --- | ---: | ---: | ---: | --- |
| <code>pack</code> | [<code>pack</code>](https://gitlab.example.com/group/app/-/jobs/9) | ✅ success |  |  | 1 |  |

</details>

### Timeline

\`\`\`mermaid
gantt
  dateFormat x
  axisFormat %H:%M:%S
  todayMarker off
  section build
  ✅ compile :done, 1768469403000, 1768469446000
\`\`\`

### What could not be read

- the jobs of pipeline 301 may not be read
- the tests of 2 more pipelines were not read
`);
  });

  test('tells which jobs were retried, and what came of it', () => {
    const failed = numberedJob({
      id: 7,
      name: 'pack',
      status: 'failed',
      failureReason: 'runner_system_failure',
    });
    const summary = formatSummary(
      contentOf({
        root: nodeOf({ jobs: [numberedJob({ id: 8, name: 'pack' })] }),
        retries: [
          { path: [], job: failed, count: 1, result: 'retried', next: numberedJob({ id: 8, name: 'pack' }) },
          { path: ['child'], job: failed, count: 1, result: 'retried' },
          { path: [], job: failed, count: 2, result: 'refused', why: '403 Forbidden' },
          { path: [], job: failed, count: 3, result: 'unconfirmed', why: 'no answer' },
        ],
      }),
    );
    const jobs = 'https://gitlab.example.com/group/app/-/jobs';
    const [, part = ''] = /### Retried jobs\n\n([^]*?)\n\n/.exec(summary) ?? [];
    const reason = '<code>runner&#95;system&#95;failure</code>';
    expect(part.split('\n')).toEqual([
      `- [<code>pack</code>](${jobs}/7) failed with ${reason}; retry 1 [is job 8](${jobs}/8): ✅ success`,
      `- [<code>child › pack</code>](${jobs}/7) failed with ${reason}; retry 1 was not seen`,
      `- [<code>pack</code>](${jobs}/7) failed with ${reason}; retry 2 was refused: 403 Forbidden`,
      `- [<code>pack</code>](${jobs}/7) failed with ${reason}; retry 3 could not be confirmed: no answer`,
    ]);
  });

  test('contains what is known without a complete snapshot', () => {
    expect(formatSummary(contentOf({ outcome: 'outage' })))
      .toBe(`## ❓ [Pipeline 257](https://gitlab.example.com/group/app/-/pipelines/257) became unreachable after 1m02s

<code>main</code> at <code>aaaaaaaa</code> · status failed · ran for 1m00s · queued for 2s · coverage 87.5 %  

Its jobs could not be read.
`);
  });

  test('says so for a pipeline that we left', () => {
    expect(formatSummary(contentOf({ outcome: 'aborted', root: nodeOf({}) }))).toMatch(
      /^## 🛑 \[Pipeline 257\]\(\S+\) was no longer followed after 1m02s\n/,
    );
  });

  test('says when parts of the snapshot are old', () => {
    const snapshot = { ...snapshotOf(nodeOf({})), failure: 'HTTP 502' };
    expect(formatSummary(contentOf({ snapshot }))).toContain('- Parts are older than the rest: HTTP 502\n');
  });
});

describe('the report of a huge pipeline', () => {
  const longName = (n: number): string => `${'<long|name> '.repeat(20)}${n}`;
  const job = (n: number, status = 'success') =>
    numberedJob({
      id: n,
      name: longName(n),
      stage: `stage ${Math.floor(n / 50)}`,
      status,
      failureReason: 'script_failure',
      webUrl: `https://gitlab.example.com/${'group/'.repeat(20)}app/-/jobs/${n}`,
      startedAt: '2026-01-15T09:30:03.000Z',
      durationSeconds: n,
    });
  const log = Array.from({ length: 1000 }, (_, n) => `line ${n} ${'<&>'.repeat(40)}`);

  function huge(status: string): SummaryContent {
    const bridges = Array.from({ length: 20 }, (_, child) =>
      bridgeOf(
        numberedJob({ id: 1_000_000 + child, name: longName(child) }),
        nodeOf({ jobs: Array.from({ length: 95 }, (_, n) => job(1000 + child * 95 + n, status)) }),
      ),
    );
    const root = nodeOf({ jobs: Array.from({ length: 100 }, (_, n) => job(n, status)), bridges });
    return contentOf({
      root,
      logTails: new Map(Array.from({ length: 3000 }, (_, n) => [n, log])),
    });
  }

  test('of 2,000 jobs stays within 900,000 bytes', () => {
    const text = formatSummary(huge('success'));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900_000);
    const rows = text.match(/^\| .*✅ success/gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(200);
    expect(text).toContain(`- ${2020 - rows} of 2020 rows in the tables of jobs\n`);
    expect(text).toContain('- 1940 of the shortest runs in the timeline\n');
  });

  test('of 2,000 failed jobs with long logs counts what it omits', () => {
    const text = formatSummary(huge('failed'));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900_000);
    const folds = text.match(/^<summary>❌/gm)?.length ?? 0;
    expect(folds).toBeGreaterThan(50);
    expect(text).toContain(`- ${2000 - folds} failed jobs in the list of failed jobs\n`);
    expect(text).toMatch(/^- \d+ lines of job logs$/m);
    expect(text.match(/<pre>/g)?.length).toBe(text.match(/<\/pre>/g)?.length);
    expect(text).toContain('line 999 ');
  });

  test('keeps the end of a log that is too long', () => {
    const root = nodeOf({ jobs: [job(1, 'failed')] });
    const lines = Array.from({ length: 1000 }, (_, n) => `${n}: ${'x'.repeat(2_000)}`);
    const text = formatSummary(contentOf({ root, logTails: new Map([[1, lines]]) }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900_000);
    const omitted = Number(/^… (\d+) earlier lines left out$/m.exec(text)?.[1]);
    expect(omitted).toBeGreaterThan(50);
    expect(text).toContain(`<pre>\n… ${omitted} earlier lines left out\n${omitted}: xxx`);
    expect(text).toMatch(/\n999: x+…\n<\/pre>/);
    expect(text).toContain(`- ${omitted} lines of job logs\n`);
  });

  test('is not enlarged by names of 1 MB', () => {
    const name = '@'.repeat(1_000_000);
    const root = nodeOf({
      pipeline: { ref: name, name, status: name },
      jobs: Array.from({ length: 50 }, (_, id) =>
        numberedJob({ id, name, stage: name, status: 'failed', failureReason: name, webUrl: name }),
      ),
    });
    const content = contentOf({ root, pipeline: root.pipeline, logTails: new Map([[0, [name, name]]]) });
    expect(Buffer.byteLength(formatSummary(content))).toBeLessThanOrEqual(900_000);
  });
});

describe('text from outside in the report', () => {
  /** What our own report is made of; whatever else turns up came from a name. */
  const ownTags = new Set(
    'h2 h3 p a code span br details summary pre table thead tbody tr th td ul li'.split(' '),
  );

  test.each(hostileTexts)('stays text everywhere: %j', async (text) => {
    const job = numberedJob({
      id: 1,
      name: text,
      stage: text,
      status: 'failed',
      failureReason: text,
      webUrl: `https://gitlab.example.com/${text}`,
      startedAt: '2026-01-15T09:30:03.000Z',
      durationSeconds: 5,
    });
    const odd = numberedJob({ id: 2, name: text, status: text, startedAt: text, webUrl: text });
    const root = nodeOf({
      pipeline: {
        ref: text,
        sha: text,
        name: text,
        status: text,
        coverage: text,
        yamlErrors: text,
        webUrl: text,
      },
      jobs: [job, odd],
      bridges: [
        bridgeOf({ ...job, id: 3 }, nodeOf({ jobs: [{ ...job, id: 4 }] })),
        bridgeOf({ ...odd, id: 5 }),
      ],
    });
    const markdown = formatSummary(
      contentOf({
        pipeline: root.pipeline,
        snapshot: { root, unreadable: [text], failure: text },
        logTails: new Map([[1, [text, `a${text}`]]]),
      }),
    );
    expect(markdown).not.toMatch(/[\r\u001b\u0007\u202a-\u202e]/);

    const html = await marked(markdown, { gfm: true });
    const withoutDiagram = html.replace(/<pre><code class="language-mermaid">[^]*?<\/code><\/pre>/, '');
    const tags = [...withoutDiagram.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag ?? '');
    expect(tags.filter((tag) => !ownTags.has(tag))).toEqual([]);
    const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(links.filter((href) => !href.startsWith('https://gitlab.example.com/'))).toEqual([]);
    expect(html.match(/<h3>/g)).toHaveLength(5);
    expect(html.match(/<(?:details|\/details)/g)).toHaveLength(6);
  });

  test('in a log cannot end its section', () => {
    const root = nodeOf({ jobs: [numberedJob({ id: 1, status: 'failed' })] });
    const lines = ['</pre></details>', '```', '', '# not a heading', '::error::gotcha', 'a\r##[error]b'];
    expect(formatSummary(contentOf({ root, logTails: new Map([[1, lines]]) }))).toContain(`<pre>
&lt;/pre&gt;&lt;/details&gt;
\`\`\`

# not a heading
::error::gotcha
##[error]b
</pre>
`);
  });
});
