import { describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../../src/base/errors.js';
import { createGitLabClient } from '../../../../src/gitlab/client.js';
import type { Transport } from '../../../../src/http/transport.js';
import type { ReportRequest } from '../../../../src/model/requests.js';
import type { FollowRun } from '../../../../src/run/follow-context.js';
import { noFeedback } from '../../../../src/run/feedback/feedback.js';
import { writeReport, writeSummary } from '../../../../src/run/results/report.js';
import { followWith, jobWith } from '../../../support/pipelines.js';
import { nodeOf, snapshotOf } from '../../report/support/snapshots.js';
import { type Canceling, canceling } from '../support/canceller.js';

type Answer = { readonly status: number; readonly text: string } | 'silence';

interface Reporting {
  readonly run: FollowRun;
  readonly who: Canceling;
  readonly groups: readonly string[];
  readonly asked: readonly string[];
  readonly stop: AbortController;
}

/** A run whose GitLab has logs, by the id of the job. */
function reporting(logOf: (id: number) => Answer, report: Partial<ReportRequest> = {}): Reporting {
  const who = canceling();
  const groups: string[] = [];
  const asked: string[] = [];
  const stop = new AbortController();
  const transport: Pick<Transport, 'send'> = {
    send: async ({ url, sink, signal }) => {
      const id = Number(/\/jobs\/(\d+)\/trace/.exec(url.pathname)?.[1]);
      asked.push(String(id));
      const answer = logOf(id);
      if (answer === 'silence') {
        return await new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        });
      }
      const headers = {
        'content-type': 'text/plain',
        'content-disposition': `infile; filename="${id}.log"`,
      };
      const head = { status: answer.status, headers };
      const body = Buffer.from(answer.text);
      if (sink?.accepts(head) !== true) return { ...head, body };
      sink.write(body);
      return { ...head, body: Buffer.alloc(0) };
    },
  };
  const { host } = who.deps;
  const log = { ...host.log, group: (title: string): void => void groups.push(title) };
  return {
    who,
    groups,
    asked,
    stop,
    run: {
      project: { kind: 'path', path: 'group/app' },
      deps: { ...who.deps, host: { ...host, log } },
      gitlab: createGitLabClient(
        { transport, clock: who.clock },
        {
          connection: {
            apiUrl: new URL('https://gitlab.example.com/api/v4/'),
            requestTimeoutMs: 600_000,
            requestHeaders: [],
          },
          accessToken: undefined,
        },
      ),
      pipeline: failed.root.pipeline,
      follow: followWith(),
      report: { logs: 'failed', logLines: 50, summary: true, ...report },
      results: { on: 'success', values: undefined, artifacts: undefined, junitFile: undefined },
      feedback: noFeedback,
      mayCancel: true,
      signal: stop.signal,
      forceSignal: new AbortController().signal,
    },
  };
}

function failedJobs(count: number): ReturnType<typeof snapshotOf> {
  const jobs = Array.from({ length: count }, (_, index) =>
    jobWith({ id: index + 1, name: `job ${index + 1}`, status: 'failed', failureReason: 'script_failure' }),
  );
  return snapshotOf(
    nodeOf({ pipeline: { status: 'failed' }, jobs: [...jobs, jobWith({ id: 999, name: 'passed' })] }),
  );
}

const failed = failedJobs(2);
const ending = {
  outcome: 'failed',
  pipeline: failed.root.pipeline,
  snapshot: failed,
  elapsedMs: 5000,
} as const;
const logText = (id: number): Answer => ({ status: 200, text: `the log of ${id}\n` });

describe('the report of a run', () => {
  test('shows the last lines of failed jobs, in the log and in the summary, and of no others', async () => {
    const { run, who, groups, asked } = reporting(logText);
    await who.clock.run(writeReport(run, ending));
    expect(asked).toEqual(['1', '2']);
    expect(groups).toHaveLength(2);
    expect(who.summaries).toHaveLength(1);
    expect(who.summaries[0]).toContain('the log of 2');
  });

  test('does not print logs again that were printed while their jobs ran', async () => {
    const { run, who, groups } = reporting(logText, { logs: 'all' });
    await who.clock.run(writeReport(run, ending));
    expect(groups).toEqual([]);
    expect(who.summaries[0]).toContain('the log of 1');
  });

  test('reads no log when none is requested', async () => {
    const { run, who, asked } = reporting(logText, { logs: 'none' });
    await who.clock.run(writeReport(run, ending));
    expect(asked).toEqual([]);
    expect(who.summaries).toHaveLength(1);
  });

  test('is not written when it is not requested', async () => {
    const { run, who } = reporting(logText, { summary: false });
    await who.clock.run(writeReport(run, ending));
    expect(who.summaries).toEqual([]);
  });

  test('reads the logs of twenty jobs, and counts what it omits', async () => {
    const { run, who, asked } = reporting(logText);
    await who.clock.run(writeReport(run, { ...ending, snapshot: failedJobs(23) }));
    expect(asked).toHaveLength(20);
    expect(who.said).toContain('info: The logs of 3 more failed jobs are not shown.');
  });

  test('reports once that logs cannot be read, and is written nevertheless', async () => {
    const { run, who, groups } = reporting(() => ({ status: 403, text: '{"message":"403 Forbidden"}' }));
    await who.clock.run(writeReport(run, ending));
    expect(groups).toEqual([]);
    expect(new Set(who.said).size).toBe(who.said.length);
    expect(who.said.join('\n')).toContain('cannot be read');
    expect(who.summaries).toHaveLength(1);
  });

  test('omits logs that take longer than a minute, and warns', async () => {
    const { run, who } = reporting(() => 'silence');
    await who.clock.run(writeReport(run, ending));
    expect(who.clock.nowMs()).toBe(60_000);
    expect(who.said).toEqual(['warning: Logs took too long to read; the report does not include them.']);
    expect(who.summaries).toHaveLength(1);
  });

  test('ends with the reason of the signal when the run is stopped', async () => {
    const { run, who, stop } = reporting(() => 'silence');
    who.clock.schedule(2000, () => stop.abort(new AbortedError('SIGINT')));
    await expect(who.clock.run(writeReport(run, ending))).rejects.toThrow(AbortedError);
    expect(who.summaries).toEqual([]);
    await who.clock.run(writeSummary(run, ending));
    expect(who.summaries).toHaveLength(1);
  });

  test('requests nothing without a snapshot of the pipeline', async () => {
    const { run, who, asked } = reporting(logText);
    await who.clock.run(writeReport(run, { ...ending, snapshot: undefined }));
    expect(asked).toEqual([]);
    expect(who.summaries).toHaveLength(1);
  });
});
