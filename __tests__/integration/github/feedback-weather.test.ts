import { beforeAll, describe, expect, test } from '@jest/globals';

import { AbortedError } from '../../../src/base/errors.js';
import { Secret } from '../../../src/base/secret.js';
import type { CallerContext } from '../../../src/model/caller-context.js';
import type { PipelineMoment } from '../../../src/run/feedback/feedback.js';
import { createGitHubFeedback } from '../../../src/run/feedback/github-feedback.js';
import { SimulatedGitHub } from '../../../src/simulator/github/simulated-github.js';
import type { Fault, FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { diceOf } from '../../simulation/support/dice.js';
import { createPlainWire } from '../../simulation/support/plain-wire.js';
import { createRecordingHost } from '../../simulation/support/recording-host.js';
import { createVirtualTransport } from '../../simulation/support/virtual-transport.js';
import { gitHubTokens, headSha, octoApp } from '../../support/octo-app.js';
import { pipelineWith } from '../../support/pipelines.js';

// Virtual time does not wait for a file to be read.
beforeAll(async () => {
  await import('../../../src/github/schemas.js');
});

/** Of the API of GitHub as the runner gives it. */
const origin = 'https://api.github.com';

/** One way, always. */
const latency = { leastMs: 10, mostMs: 10 };

const pipeline = pipelineWith();
const passed: PipelineMoment = {
  kind: 'ended',
  outcome: 'success',
  accepted: true,
  pipeline,
  snapshot: undefined,
  elapsedMs: 62_000,
};

interface Told {
  readonly comments: readonly string[];
  readonly statuses: readonly string[];
  readonly warnings: readonly string[];
  readonly requests: readonly string[];
  /** What the post step would find. */
  readonly open: readonly string[];
  readonly tookMs: number;
}

interface Telling {
  /** When the step is stopped. */
  readonly stop?: 'before_end';
}

/** A pipeline that starts and passes, told under `rules`, in virtual time. */
async function tell(rules: readonly FaultRule[], { stop }: Telling = {}): Promise<Told> {
  const clock = createVirtualClock();
  const github = await SimulatedGitHub.create({ clock }, octoApp());
  const requests: string[] = [];
  const wire = createPlainWire({
    server: github,
    clock,
    faults: rules,
    onArrive: (line) => {
      requests.push(line);
    },
  });
  const { host, record } = createRecordingHost({
    inputs: { read: () => undefined },
    clock,
    state: new Map(),
    masks: 'honored',
  });
  const context: CallerContext = {
    ci: 'GitHub Actions',
    repository: 'octo/app',
    workflow: 'CI',
    job: 'deploy',
    runId: '77',
    apiUrl: origin,
    pullRequest: { number: 7, title: 'T', headSha },
  };
  const warnings: string[] = [];
  const log = { ...host.log, warning: (text: string): void => void warnings.push(text) };
  const stopped = new AbortController();
  const line = { wire, origin, clock, dice: diceOf(1, 'line'), phase: 'main', latency } as const;
  const feedback = createGitHubFeedback(
    {
      host: { ...host, log, context: () => context },
      files: { readText: () => Promise.reject(new Error('no files')) },
      clock,
      random: () => 0.5,
      environment: {},
      createTransport: () => createVirtualTransport({ ...line, onTruncated: 'fault' }),
    },
    { signal: stopped.signal, forceSignal: new AbortController().signal },
    {
      request: {
        token: new Secret(gitHubTokens.workflow),
        comment: { kind: 'kept', name: undefined },
        commitStatus: 'gitlab',
      },
      identity: 'a'.repeat(32),
    },
  );
  feedback.begin(pipeline);
  if (stop === 'before_end') stopped.abort(new AbortedError('SIGINT'));
  feedback.end(passed);
  const startMs = clock.nowMs();
  await clock.run(feedback.close());
  const saved = record.saved.filter(({ name }) => name === 'feedback').at(-1)?.value ?? '';
  return {
    comments: github.comments('octo/app', 7).map(({ body }) => body.split('\n')[1] ?? ''),
    statuses: github.statuses('octo/app').map(({ state }) => state),
    warnings,
    requests,
    open: saved === '' ? [] : (JSON.parse(saved) as { readonly open: readonly string[] }).open,
    tookMs: clock.nowMs() - startMs,
  };
}

const finished =
  '### ✅ [Pipeline 257](https://gitlab.example.com/group/app/-/pipelines/257) passed after 1m02s';

const passing: readonly Fault[] = [
  { kind: 'refuse' },
  { kind: 'reset_before' },
  { kind: 'reset_after' },
  { kind: 'truncate' },
  { kind: 'truncate_chunked' },
  { kind: 'stall' },
  { kind: 'stall_after_work' },
  { kind: 'drip', everyMs: 200 },
  { kind: 'html' },
  { kind: 'rate_limited', retryAfterSeconds: 1 },
  { kind: 'status', status: 500, work: 'not_done' },
  { kind: 'status', status: 502, work: 'done' },
];

const requests = [
  { name: 'who we are', method: 'POST', path: /\/graphql$/, open: ['comment'] },
  { name: 'all comments', method: 'GET', path: /\/comments/, open: ['comment'] },
  { name: 'a new comment', method: 'POST', path: /\/comments$/, open: ['comment'] },
  { name: 'a changed comment', method: 'PATCH', path: /\/comments\//, open: ['comment'] },
  { name: 'a status', method: 'POST', path: /\/statuses\//, open: ['status'] },
];

describe('a temporary fault is not even mentioned:', () => {
  for (const { name, method, path } of requests) {
    for (const fault of passing) {
      test(`${JSON.stringify(fault)}, for the request for ${name}`, async () => {
        const details = await tell([{ when: { method, pathMatches: path, nth: 1 }, fault }]);
        expect(details).toMatchObject({ comments: [finished], warnings: [], open: [] });
        expect(details.statuses.at(-1)).toBe('success');
      });
    }
  }
});

const lasting: readonly Fault[] = [
  ...passing,
  { kind: 'redirect', status: 301, location: 'https://elsewhere.test/' },
  { kind: 'rate_limited', retryAfterSeconds: 3600 },
  { kind: 'status', status: 401, work: 'not_done', body: '{"message":"Bad credentials"}' },
  {
    kind: 'status',
    status: 403,
    work: 'not_done',
    body: '{"message":"Resource not accessible by integration"}',
  },
  { kind: 'status', status: 422, work: 'not_done', body: '{"message":"Validation Failed"}' },
];

const finalStatuses: ReadonlySet<number> = new Set([301, 401, 403, 422]);

/** What has made a comment, although nobody was told, is found again with it. */
const doneAnyway: ReadonlySet<string> = new Set([
  'reset_after',
  'truncate',
  'truncate_chunked',
  'stall_after_work',
  'drip',
]);

describe('a lasting fault is one warning, in time:', () => {
  for (const { name, method, path, open } of requests) {
    for (const fault of lasting) {
      const isDone = doneAnyway.has(fault.kind) || ('work' in fault && fault.work === 'done');
      test(`${JSON.stringify(fault)}, for the request for ${name}`, async () => {
        const details = await tell([{ when: { method, pathMatches: path }, fault }]);
        // The other kind of feedback does not suffer.
        if (open[0] === 'comment') expect(details.statuses).toEqual(['pending', 'success']);
        else expect(details.comments).toEqual([finished]);
        if (isDone && name === 'a new comment') {
          expect(details).toMatchObject({ comments: [finished], warnings: [], open: [] });
          return;
        }
        expect(details.warnings).toHaveLength(1);
        expect(details.warnings[0]).toMatch(/\[github_\w+\]\nWhy: .+\nWhat to do: .+/);
        // Nothing is left to the post step that would be refused again.
        const isFinal = 'status' in fault && finalStatuses.has(fault.status);
        expect(details.open).toEqual(isFinal ? [] : open);
      });
    }
  }
});

describe('a server that stays silent', () => {
  test('causes one warning for both', async () => {
    const details = await tell([{ when: {}, fault: { kind: 'stall' } }]);
    expect(details).toMatchObject({ comments: [], statuses: [], open: ['comment', 'status'] });
    expect(details.warnings).toHaveLength(1);
  });
});

describe('an endless response', () => {
  test('ends early', async () => {
    const fault = { kind: 'too_large', megabytes: 'endless' } as const;
    const details = await tell([{ when: { pathMatches: /\/comments/ }, fault }]);
    expect(details.warnings).toHaveLength(1);
    expect(details.statuses).toEqual(['pending', 'success']);
  });
});

describe('a stopped step', () => {
  test('still reports how it ended', async () => {
    const details = await tell([], { stop: 'before_end' });
    expect(details).toMatchObject({ comments: [finished], warnings: [], open: [] });
    expect(details.statuses.at(-1)).toBe('success');
  });

  for (const { name, method, path, open } of requests) {
    test(`does not wait long for the response to the request for ${name}`, async () => {
      const rules = [{ when: { method, pathMatches: path }, fault: { kind: 'stall' } as const }];
      const details = await tell(rules, { stop: 'before_end' });
      expect(details.tookMs).toBeLessThan(5000);
      expect(details.open).toEqual(expect.arrayContaining(details.warnings.length === 0 ? [] : open));
    });
  }
});
