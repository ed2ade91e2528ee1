import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { changesBetween } from '../../src/follow/changes.js';
import { unmatchedError } from '../../src/follow/decide/by-jobs.js';
import { decide } from '../../src/follow/decide/decide.js';
import { jobSelectionOf } from '../../src/follow/decide/job-selection.js';
import { usualJobLengthsOf, usualLengthOf } from '../../src/follow/history.js';
import { nextPollMs } from '../../src/follow/poll-interval.js';
import { pollMomentOf } from '../../src/follow/poll-state.js';
import { takeSnapshot } from '../../src/follow/take-snapshot.js';
import type { GitLabClient } from '../../src/gitlab/client.js';
import type { PipelineSnapshot } from '../../src/model/snapshot.js';
import type { Verdict } from '../../src/model/verdict.js';
import { jobOutputs } from '../../src/report/json-outputs.js';
import { junitXml } from '../../src/report/junit-xml.js';
import { lineOf } from '../../src/report/log-lines.js';
import { emptyTable, tableAfter } from '../../src/report/progress-table.js';
import { verdictOutputs } from '../../src/report/outputs.js';
import { formatSummary } from '../../src/report/summary/summary.js';
import { testsOutput } from '../../src/report/tests-output.js';
import { verdictError, verdictSentence } from '../../src/report/verdict-message.js';
import { fetchTests } from '../../src/results/fetch-tests.js';
import { createVirtualClock } from '../../src/simulator/virtual-clock.js';
import { answeringClient, unfiniteIn } from './support/answering-client.js';
import { spoiledJson } from './support/foreign-json.js';
import {
  bridgeAnswer,
  jobsAnswer,
  pipelineAnswer,
  testReportAnswer,
  testSummaryAnswer,
} from './support/honest-answers.js';

const { signal } = new AbortController();

/** One state of a server: what it answers about the pipeline and about everything below it. */
const server = fc.record({
  root: spoiledJson(pipelineAnswer, 3),
  ended: spoiledJson(
    { ...pipelineAnswer, id: 300, status: 'success', finished_at: '2024-05-14T11:30:00.000Z' },
    3,
  ),
  jobs: spoiledJson(jobsAnswer, 4),
  // The last leads back to the root.
  bridges: spoiledJson([bridgeAnswer(1, 300), bridgeAnswer(2, 301), bridgeAnswer(3, 257)], 3),
  tests: spoiledJson(testSummaryAnswer, 4),
  cases: spoiledJson(testReportAnswer, 4),
});

type Server = typeof server extends fc.Arbitrary<infer T> ? T : never;

function clientOf({ root, ended, jobs, bridges, tests, cases }: Server): GitLabClient {
  return answeringClient(({ url: { pathname } }) => {
    if (pathname.endsWith('/bridges')) return { body: bridges };
    if (pathname.endsWith('/jobs')) return { body: jobs };
    if (pathname.endsWith('/test_report_summary')) return { body: tests };
    if (pathname.endsWith('/test_report')) return { body: cases };
    const id = /\d+$/.exec(pathname)?.[0] ?? '';
    return { body: id === '257' ? root : ended.replace('"id":300', `"id":${id}`) };
  });
}

/**
 * The picture of the second state of a server that was seen in the first; `undefined` when there is none to
 * be had.
 */
async function pictures(states: readonly [Server, Server]): Promise<readonly PipelineSnapshot[]> {
  const seen: PipelineSnapshot[] = [];
  for (const state of states) {
    const reply = await takeSnapshot(clientOf(state), {
      projectId: 42,
      pipelineId: 257,
      downstream: 'require',
      previous: seen.at(-1),
      signal,
    });
    if (reply.kind === 'ok') seen.push(reply.value);
    else expect(reply.kind).toBe('unreadable');
  }
  return seen;
}

/** The answers of GitLab hold no such words, so that they can only come from a calculation of ours. */
const senseless = /\bNaN|Infinity|undefined|\[object|\de\+\d/;

const rules = fc.record({
  downstream: fc.constantFrom('ignore' as const, 'show' as const, 'require' as const),
  onManual: fc.constantFrom('stop' as const, 'wait' as const, 'play' as const),
});
const patterns = fc.constantFrom<readonly string[]>(
  [],
  ['job 9001'],
  ['*'],
  ['bridge 1/*', '?'],
  ['__proto__'],
);

describe('a snapshot of arbitrary responses', () => {
  test('is decided, compared and described without an error and without an invalid number', async () => {
    await fc.assert(
      fc.asyncProperty(server, server, rules, patterns, async (one, other, given, jobs) => {
        const [before, after] = await pictures([one, other]);
        if (before === undefined) return;
        const last = after ?? before;
        const selection = jobSelectionOf(jobs);
        const { kind } = decide(last, given, selection);
        expect(['going_on', 'doubtful', 'open', 'unmatched', 'decided']).toContain(kind);
        const { code, message } = unmatchedError(last, selection);
        expect([code, senseless.test(message)]).toEqual(['invalid_input', false]);

        const events = [...changesBetween(undefined, before, 0), ...changesBetween(before, last, 1000)];
        const table = tableAfter(emptyTable({ redact: (text) => text }), before);
        for (const event of events) {
          if (event.kind === 'snapshot') continue;
          const line = lineOf(event, table);
          expect(line).not.toMatch(senseless);
          expect(line).not.toMatch(/[\r\n\u0000-\u0008\u001b]/);
        }
        expect(changesBetween(last, last, 2000)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is put into outputs, a report and messages without an invalid number', async () => {
    await fc.assert(
      fc.asyncProperty(server, server, async (one, other) => {
        const snapshot = (await pictures([one, other])).at(-1);
        if (snapshot === undefined) return;
        const { pipeline } = snapshot.root;
        const outputs = jobOutputs(snapshot);
        for (const text of [outputs.jobs, outputs.failed_jobs, outputs.downstream]) {
          expect(text.length).toBeLessThan(480_000);
          expect(text).not.toMatch(/[\r\n]/);
          expect(unfiniteIn(JSON.parse(text))).toEqual([]);
        }
        const clock = createVirtualClock();
        const reader = { gitlab: clientOf(one), clock, random: () => 1, retryTimeoutMs: 0 };
        const tree = snapshot.root;
        const tests = await clock.run(fetchTests(reader, { tree, cases: 'all' }, signal));
        const details = testsOutput(tests).tests;
        expect(Buffer.byteLength(details)).toBeLessThan(210_000);
        expect(unfiniteIn(JSON.parse(details))).toEqual([]);
        expect(junitXml(tests, (text) => text)).not.toMatch(senseless);
        const content = { pipeline, snapshot, elapsedMs: 1000, logTails: new Map([[9002, ['x']]]) };
        const report = formatSummary({ ...content, outcome: 'failed', tests, redact: (text) => text });
        expect(Buffer.byteLength(report)).toBeLessThan(900_000);
        expect(report).not.toMatch(senseless);

        for (const outcome of ['success', 'failed', 'timeout', 'manual'] as const) {
          const verdict: Verdict = { outcome, pipeline, snapshot, elapsedMs: 1000 };
          expect(Object.values(verdictOutputs(verdict)).join()).not.toMatch(senseless);
          expect(verdictSentence(verdict)).not.toMatch(senseless);
          const { message } = verdictError(verdict, new Set(['success']));
          expect(message).not.toMatch(senseless);
          expect(message.length).toBeLessThan(4096);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('gives a next poll between a second and a minute', async () => {
    const age = fc.oneof(
      fc.constantFrom(0, NaN, -1, Infinity, 1e15, 5e-324),
      fc.double({ min: -1e6, max: 1e9 }),
    );
    await fc.assert(
      fc.asyncProperty(server, server, age, fc.nat({ max: 1000 }), fc.boolean(), async (...given) => {
        const [one, other, ageMs, failedPolls, isLearned] = given;
        const snapshots = await pictures([one, other]);
        const jobs = snapshots.map(({ root }) => root.jobs.map(({ job }) => job));
        const moment = pollMomentOf(snapshots.at(-1), {
          ageMs,
          pollInterval: 'auto',
          failedPolls,
          usual: isLearned ? usualLengthOf(snapshots.map(({ root }) => root.pipeline)) : undefined,
          jobLengths: isLearned ? usualJobLengthsOf(jobs) : undefined,
        });
        for (const random of [0, 0.5, 1 - Number.EPSILON]) {
          const pollMs = nextPollMs(moment, () => random);
          expect(pollMs).toBeGreaterThanOrEqual(1000);
          expect(pollMs).toBeLessThanOrEqual(60_000);
        }
      }),
      { numRuns: 60 },
    );
  });
});
