import { describe, expect } from '@jest/globals';

import type { SimulatedGitLab } from '../../src/simulator/gitlab/simulated-gitlab.js';
import type { JobScript, PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import { legacyRelease } from '../../src/simulator/gitlab/state/release.js';
import {
  type Fault,
  FaultPlan,
  type FaultRule,
  type FaultTarget,
} from '../../src/simulator/gitlab/wire/fault-plan.js';
import { mainSha, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { requestDeadline } from '../support/request-patience.js';
import { changesIn, followRun, jsonOutput } from './support/following.js';
import { describeEachNode } from './support/node-versions.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until } from './support/with-simulator.js';

const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const seconds = expect.any(Number);
const jobUrl = (id: number): string => `https://gitlab.example.com/group/app/-/jobs/${id}`;

function numbered(word: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${word} line ${index + 1}\n`).join('');
}

const wholeStory: PipelineScript = {
  stages: ['build', 'test', 'deploy'],
  createdForMs: 100,
  jobs: [
    { name: 'compile', stage: 'build', durationMs: 1000, retriesBeforeSuccess: 1 },
    {
      name: 'lint',
      stage: 'test',
      durationMs: 300,
      result: 'failed',
      allowFailure: true,
      log: 'a lint line\n',
    },
    {
      name: 'unit',
      stage: 'test',
      durationMs: 2500,
      result: 'failed',
      failureReason: 'script_failure',
      log: numbered('unit', 80),
    },
    { name: 'publish', stage: 'deploy' },
  ],
  bridges: [
    {
      name: 'smoke',
      stage: 'test',
      strategy: 'depend',
      downstream: {
        script: {
          createdForMs: 100,
          jobs: [
            { name: 'web', durationMs: 400, result: 'failed', log: 'web broke\n' },
            { name: 'api', durationMs: 300 },
          ],
        },
      },
    },
  ],
  tests: [
    {
      name: 'unit',
      cases: [
        { name: 'adds', status: 'success', executionTime: 0.5 },
        { name: 'rounds', status: 'failed' },
      ],
    },
  ],
};

describeEachNode('the story of a failed pipeline', ({ path: nodePath }) => {
  const test = testsAtOnce();

  test('appears in the log, in one annotation, in the outputs and in the report', async () => {
    const run = await followRun({
      nodePath,
      scenario: oneProject({ ci: valid(wholeStory) }),
      inputs: { poll_interval: '1s', log_lines: '50' },
    });

    const changes = changesIn(run);
    expect(changes[0]).toBe('pipeline 257 created');
    expect(changes[1]).toMatch(/^build compile(?: \(attempt 2\))? running$/);
    for (const line of [
      'test lint failed script_failure (allowed to fail)',
      'test unit running',
      'test unit failed script_failure',
      'test smoke failed',
      'test smoke › web failed script_failure',
      'test smoke › api success',
      'pipeline smoke failed',
      'pipeline 257 failed',
    ]) {
      expect(changes.filter((change) => change === line)).toEqual([line]);
    }
    expect(changes.join('\n')).toMatch(/build compile \(attempt 2\) success/);
    expect(changes.indexOf('test unit failed script_failure')).toBeGreaterThan(
      changes.indexOf('test unit running'),
    );

    expect(run.groups).toEqual([
      { title: 'failed tests (1)', lines: ['unit › rounds'] },
      { title: 'log of lint (job 9002, allowed to fail)', lines: ['a lint line'] },
      {
        title: 'last 50 lines of unit (job 9003)',
        lines: Array.from({ length: 50 }, (_, index) => `unit line ${index + 31}`),
      },
      { title: 'log of smoke › web (job 9007)', lines: ['web broke'] },
    ]);

    expect(run.exitCode).toBe(1);
    expect(run.annotations.map(({ kind }) => kind)).toEqual(['error', 'error']);
    expect(run.annotations[0]?.properties).toEqual({ title: 'unit › rounds' });
    const { message = '' } = run.annotations[1] ?? {};
    expect(message).toMatch(/^Pipeline 257 failed after [\d.]+s: 2 of 6 jobs failed \(unit, smoke › web\)/);
    expect(message).toContain(jobUrl(9003));
    expect(message).toContain('https://gitlab.example.com/group/app/-/pipelines/257');
    expect(run.shownLines.findLastIndex((line) => line.startsWith('##[error]'))).toBeGreaterThan(
      run.shownLines.lastIndexOf('##[endgroup]'),
    );

    const common = { queued_duration: seconds, started_at: isoTime, finished_at: isoTime };
    const unit = {
      id: 9003,
      name: 'unit',
      stage: 'test',
      status: 'failed',
      allow_failure: false,
      attempt: 1,
      duration: 2.5,
      failure_reason: 'script_failure',
      coverage: null,
      web_url: jobUrl(9003),
      path: [],
      ...common,
    };
    const lint = {
      ...unit,
      id: 9002,
      name: 'lint',
      allow_failure: true,
      duration: 0.3,
      web_url: jobUrl(9002),
    };
    const web = { ...unit, id: 9007, name: 'web', duration: 0.4, web_url: jobUrl(9007), path: ['smoke'] };
    expect(jsonOutput(run, 'failed_jobs')).toEqual({ version: 1, jobs: [lint, unit, web], omitted: 0 });
    expect(jsonOutput(run, 'jobs')).toEqual({
      version: 1,
      jobs: [
        {
          ...unit,
          id: 9006,
          name: 'compile',
          stage: 'build',
          status: 'success',
          attempt: 2,
          duration: 1,
          failure_reason: null,
          web_url: jobUrl(9006),
        },
        lint,
        unit,
        {
          ...unit,
          id: 9005,
          name: 'publish',
          stage: 'deploy',
          status: 'skipped',
          duration: null,
          queued_duration: null,
          failure_reason: null,
          started_at: null,
          finished_at: null,
          web_url: jobUrl(9005),
        },
        web,
        {
          ...web,
          id: 9008,
          name: 'api',
          status: 'success',
          duration: 0.3,
          failure_reason: null,
          web_url: jobUrl(9008),
        },
      ],
      omitted: 0,
    });
    expect(jsonOutput(run, 'downstream')).toEqual({
      version: 1,
      pipelines: [
        {
          path: ['smoke'],
          stage: 'test',
          bridge_status: 'failed',
          allow_failure: false,
          failure_reason: null,
          project_id: 42,
          pipeline_id: 258,
          status: 'failed',
          ref: 'main',
          sha: mainSha,
          duration: seconds,
          web_url: 'https://gitlab.example.com/group/app/-/pipelines/258',
        },
      ],
      omitted: 0,
    });

    for (const part of [
      '### Failed jobs',
      '### Jobs',
      '### Downstream pipelines',
      '```mermaid\ngantt\n',
      'unit line 80\n</pre>',
      '2 tests: 1 passed · 1 failed',
      '| Stage | Job | Status |',
    ]) {
      expect(run.summary).toContain(part);
    }
    expect(run.summary).not.toContain('unit line 30\n');
  });
});

describe('following a pipeline', () => {
  const test = testsAtOnce();

  for (const { name, release } of [
    { name: 'a GitLab that knows byte_offset', release: undefined },
    { name: 'an old GitLab, which ignores byte_offset', release: legacyRelease },
  ]) {
    test(`logs: all prints every line once, as it comes, from ${name}`, async () => {
      const sizes: number[] = [];
      const perSecond = 100;
      const log: JobScript['log'] = ({ elapsedMs, state }) => {
        const lines = state === 'ended' ? 300 : Math.floor((elapsedMs / 1000) * perSecond);
        const text = numbered('a rather long log', Math.min(lines, 300));
        sizes.push(text.length);
        return text;
      };
      const script: PipelineScript = { createdForMs: 0, jobs: [{ name: 'unit', durationMs: 3000, log }] };
      const run = await followRun({
        scenario: oneProject({ ci: valid(script) }, { release }),
        inputs: { logs: 'all', poll_interval: '1s', summary: 'false' },
      });

      const printed = run.shownLines.filter((line) => line.startsWith('a rather long log'));
      expect(printed.join('\n')).toBe(numbered('a rather long log', 300).trimEnd());
      expect(run.groups.length).toBeGreaterThan(1);
      expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'success']);
      if (release === undefined) {
        const offsets = run.requests
          .filter((line) => line.includes('/trace'))
          .map((line) => Number(/byte_offset=(\d+)/.exec(line)?.[1] ?? 0));
        // The list of jobs tells once how long the log of the ended job is, too.
        expect(sizes.length).toBe(offsets.length + 1);
        const asked = offsets.map((offset, index) => (sizes[index] ?? 0) - offset);
        const total = asked.reduce((sum, bytes) => sum + bytes, 0);
        // What was known is shown to fit by at most 2 KiB a look.
        expect(total).toBeLessThan((sizes.at(-1) ?? 0) + 2048 * offsets.length);
        expect(Math.max(...offsets)).toBeGreaterThan(3000);
      }
    });
  }

  test('logs: none reads no log and prints none', async () => {
    const run = await followRun({
      scenario: oneProject({ ci: valid(quickScript('failed', { log: 'a secret line\n' })) }),
      inputs: { logs: 'none' },
    });
    expect([run.exitCode, run.groups]).toEqual([1, []]);
    expect(run.requests.filter((line) => line.includes('/trace'))).toEqual([]);
    expect(run.rawStdout + run.summary).not.toContain('a secret line');
  });

  test('summary: false writes no report and requests no tests', async () => {
    const run = await followRun({
      scenario: oneProject({ ci: valid(quickScript('failed')) }),
      inputs: { summary: 'false' },
    });
    expect([run.exitCode, run.summary]).toEqual([1, '']);
    expect(run.requests.filter((line) => line.includes('test_report'))).toEqual([]);
  });

  const twoJobs = (unit: Partial<JobScript>): PipelineScript => ({
    createdForMs: 0,
    jobs: [
      { name: 'unit: [20]', durationMs: 100, ...unit },
      { name: 'unit: [22]', durationMs: 200 },
      { name: 'soak', durationMs: 3_600_000 },
    ],
  });
  for (const row of [
    { name: 'green jobs', unit: {}, want: [0, 'success'] },
    { name: 'a red one', unit: { result: 'failed' as const }, want: [1, 'failed'] },
    {
      name: 'one that may fail',
      unit: { result: 'failed' as const, allowFailure: true },
      want: [0, 'warnings'],
    },
  ]) {
    test(`jobs: the verdict is about them, and comes while the rest still runs (${row.name})`, async () => {
      const run = await followRun({
        scenario: oneProject({ ci: valid(twoJobs(row.unit)) }),
        inputs: { jobs: 'unit: [20]\nunit*' },
      });
      expect([run.exitCode, run.outputs.outcome]).toEqual(row.want);
      expect([run.statuses, run.outputs.status]).toEqual([['running'], 'running']);
    });
  }

  test('jobs: a name that no job has ends the step, and lists the existing ones', async () => {
    const run = await followRun({
      scenario: oneProject({ ci: valid(twoJobs({})) }),
      inputs: { jobs: 'unti' },
    });
    expect([run.exitCode, run.outputs.pipeline_id]).toEqual([2, '257']);
    expect(run.annotations[0]?.message).toMatch(/unti[\s\S]*soak/);
  });

  const manual: PipelineScript = {
    createdForMs: 0,
    stages: ['build', 'deploy'],
    jobs: [
      { name: 'compile', stage: 'build', durationMs: 100 },
      { name: 'ship', stage: 'deploy', result: 'manual', durationMs: 100 },
    ],
  };
  test('on_manual: stop ends with the outcome manual, and names the job', async () => {
    const run = await followRun({ scenario: oneProject({ ci: valid(manual) }) });
    expect([run.exitCode, run.outputs.outcome, run.statuses]).toEqual([1, 'manual', ['manual']]);
    expect(run.annotations[0]?.message).toContain('ship');
  });

  test('on_manual: play plays the job, once', async () => {
    const run = await followRun({
      scenario: oneProject({ ci: valid(manual) }),
      inputs: { on_manual: 'play' },
    });
    expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'success']);
    expect(run.requests.filter((line) => line.endsWith('/play'))).toHaveLength(1);
    expect(changesIn(run)).toContain('deploy ship played');
  });

  test('a trigger job that mirrors, on a server with the new list of trigger jobs only, is followed to its end', async () => {
    const child: PipelineScript = {
      jobs: [{ name: 'approve', result: 'manual', resultAfterPlay: 'failed' }],
    };
    const run = await followRun({
      scenario: oneProject(
        { ci: valid({ bridges: [{ name: 'gate', strategy: 'mirror', downstream: { script: child } }] }) },
        { release: { triggerJobRoutes: ['trigger_jobs'] } },
      ),
      inputs: { on_manual: 'play', poll_interval: '1s' },
    });
    expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'failed']);
    expect(changesIn(run)).toEqual(expect.arrayContaining(['test gate manual', 'test gate failed']));
    expect(run.requests.filter((line) => line.includes('/257/bridges'))).toHaveLength(1);
    expect(run.requests.filter((line) => line.endsWith('/play'))).toHaveLength(1);
  });

  test('on_manual: play without the permission reports that, and ends', async () => {
    const run = await followRun({
      scenario: oneProject({ ci: valid(manual) }),
      inputs: { on_manual: 'play', access_token: tokens.readApi },
    });
    expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'manual']);
    expect(changesIn(run).join('\n')).toContain('deploy ship could not be played');
  });

  test('on_manual: wait continues when a user plays the job', async () => {
    const run = await followRun({
      scenario: oneProject({ ci: valid(manual) }),
      inputs: { on_manual: 'wait', poll_interval: '1s' },
      meanwhile: async ({ gitlab, requests }) => {
        const isManual = (): boolean => gitlab.pipelines()[0]?.status === 'manual';
        await until(isManual);
        const seen = requests.length;
        await until(() => requests.slice(seen).some(({ target }) => target.endsWith('/pipelines/257')));
        post(gitlab, '/projects/42/jobs/9002/play');
      },
    });
    expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'success']);
  });

  const withChild = (result: 'success' | 'failed', durationMs = 100): PipelineScript => ({
    createdForMs: 0,
    jobs: [{ name: 'unit', durationMs: 100 }],
    bridges: [
      {
        name: 'child',
        downstream: { script: { createdForMs: 0, jobs: [{ name: 'below', durationMs, result }] } },
      },
    ],
  });
  for (const row of [
    { give: 'require', script: withChild('failed'), want: [1, 'failed'] },
    { give: 'require', script: withChild('success', 2000), want: [0, 'success'] },
    { give: 'show', script: withChild('failed'), want: [0, 'success'] },
    { give: 'ignore', script: withChild('failed'), want: [0, 'success'] },
  ] as const) {
    const child = row.script.bridges?.[0]?.downstream?.script.jobs?.[0];
    const { result = '', durationMs = 0 } = child ?? {};
    test(`downstream: ${row.give}, with a child that ends as ${result} after ${durationMs} ms`, async () => {
      const run = await followRun({
        scenario: oneProject({ ci: valid(row.script) }),
        inputs: { downstream: row.give },
      });
      expect([run.exitCode, run.outputs.outcome]).toEqual(row.want);
      if (row.give === 'require') expect(run.statuses[1]).toBe(result);
      if (row.give === 'ignore') {
        expect(run.requests.filter((line) => line.includes('/pipelines/258'))).toEqual([]);
      }
    });
  }

  for (const { status, message, want } of [
    { status: 403, message: '403 Forbidden', want: [3, 'outage'] },
    { status: 403, message: 'Forbidden', want: [4, 'outage'] },
    { status: 502, message: 'no', want: [4, 'outage'] },
  ]) {
    test(`downstream: require never passes when GitLab does not show what is downstream (${status}, ${message})`, async () => {
      const run = await followRun({
        scenario: oneProject({ ci: valid(withChild('failed')) }),
        inputs: { downstream: 'require', outage_timeout: '4s', poll_interval: '1s' },
        faults: [
          {
            when: { method: 'GET', pathMatches: /\/bridges\?/ },
            fault: { kind: 'status', status, work: 'not_done', body: JSON.stringify({ message }) },
          },
        ],
      });
      expect([run.exitCode, run.outputs.outcome]).toEqual(want);
      expect(run.annotations[0]?.message).toMatch(/257/);
    });
  }

  test('queue_timeout ends the wait for a runner, and only that', async () => {
    const queued = (queuedMs: number): PipelineScript => ({
      createdForMs: 0,
      jobs: [{ name: 'unit', queuedMs, durationMs: 2500 }],
    });
    const [late, ran] = await Promise.all([
      followRun({
        scenario: oneProject({ ci: valid(queued(3_600_000)) }),
        inputs: { queue_timeout: '1s' },
      }),
      followRun({
        scenario: oneProject({ ci: valid(queued(0)) }),
        inputs: { queue_timeout: '2s', poll_interval: '1s' },
      }),
    ]);
    expect([late.exitCode, late.outputs.outcome]).toEqual([5, 'timeout']);
    expect(late.annotations[0]?.message).toContain('queue_timeout');
    expect([ran.exitCode, ran.outputs.outcome]).toEqual([0, 'success']);
  });

  test('a pipeline that is retried right when it has failed is followed on', async () => {
    const faults = new RetryAtFailure();
    const run = await followRun({
      scenario: oneProject({
        ci: valid(quickScript('failed', { resultAfterRetry: 'success', durationMs: 900 })),
      }),
      inputs: { poll_interval: '1s' },
      faults,
      meanwhile: async ({ gitlab }) => {
        faults.gitlab = gitlab;
        await Promise.resolve();
      },
    });
    expect(faults.retries).toBe(1);
    expect([run.exitCode, run.outputs.outcome, run.annotations]).toEqual([0, 'success', []]);
    expect(jsonOutput(run, 'jobs')).toMatchObject({ jobs: [{ status: 'success', attempt: 2 }] });
  });
});

function post(gitlab: SimulatedGitLab, path: string): void {
  const { status } = gitlab.handle({
    method: 'POST',
    target: `/api/v4${path}`,
    headers: { 'private-token': tokens.api },
    body: Buffer.alloc(0),
  });
  if (status >= 300) throw new Error(`the simulator answered ${status}`);
}

/** Somebody who retries the pipeline between our look at it and our look at its jobs. */
class RetryAtFailure extends FaultPlan {
  gitlab: SimulatedGitLab | undefined;
  retries = 0;

  constructor() {
    super([]);
  }

  override atRequest(request: FaultTarget): Fault | undefined {
    const { gitlab } = this;
    const isFailed = gitlab?.pipelines()[0]?.status === 'failed';
    if (gitlab !== undefined && isFailed && this.retries === 0 && request.target.includes('/jobs?')) {
      this.retries += 1;
      post(gitlab, '/projects/42/pipelines/257/retry');
    }
    return super.atRequest(request);
  }
}

const weathers: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: 'a closed connection', fault: { kind: 'refuse' } },
  { name: 'a reset before the work', fault: { kind: 'reset_before' } },
  { name: 'a reset after the work', fault: { kind: 'reset_after' } },
  { name: 'a body that is cut off', fault: { kind: 'truncate' } },
  { name: 'a chunked body that is cut off', fault: { kind: 'truncate_chunked' } },
  { name: 'no answer', fault: { kind: 'stall' } },
  { name: 'no answer after the work', fault: { kind: 'stall_after_work' } },
  { name: 'an answer that drips', fault: { kind: 'drip', everyMs: 3000 } },
  { name: 'a login page', fault: { kind: 'html' } },
  {
    name: 'a redirect',
    fault: { kind: 'redirect', status: 302, location: 'https://login.example.invalid/' },
  },
  { name: 'a body of 100 MB', fault: { kind: 'too_large', megabytes: 100 } },
  { name: 'a throttle', fault: { kind: 'rate_limited', retryAfterSeconds: 1 } },
  ...[403, 404, 500, 502].map((status) => ({
    name: `the status ${status}`,
    fault: { kind: 'status', status, work: 'not_done' } as const,
  })),
  { name: 'maintenance', fault: { kind: 'maintenance' } },
];

describe('the outcome of a pipeline does not change', () => {
  const test = testsAtOnce();

  const lists = (fault: Fault): readonly FaultRule[] => [
    { when: { method: 'GET', pathMatches: /\/pipelines\/257\/jobs\?/, nth: 2 }, fault },
    { when: { method: 'GET', pathMatches: /\/bridges\?/, nth: 1, times: 2 }, fault },
  ];
  const details = (fault: Fault): readonly FaultRule[] => [
    { when: { method: 'GET', pathMatches: /\/trace/, nth: 1 }, fault },
    { when: { method: 'GET', pathMatches: /\/test_report_summary/ }, fault },
  ];

  for (const { name, fault } of weathers) {
    test(`from failed when lists, logs and tests meet ${name}`, async () => {
      const run = await followRun({
        scenario: oneProject({ ci: valid(quickScript('failed', { log: 'one\ntwo\n' })) }),
        inputs: { request_timeout: requestDeadline([fault]), poll_interval: '1s' },
        faults: [...lists(fault), ...details(fault)],
      });
      expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'failed']);
      expect(run.annotations.map(({ kind }) => kind)).toEqual(['error']);
      expect(run.annotations[0]?.message).toContain('[outcome_not_accepted]');
      expect(run.summary).toContain('failed after');
      expect(run.requests.filter((line) => line.startsWith('POST'))).toHaveLength(1);
    });
  }

  const kinds: readonly Fault['kind'][] = ['stall', 'truncate', 'html', 'status', 'redirect'];
  for (const { name, fault } of weathers.filter((weather) => kinds.includes(weather.fault.kind))) {
    test(`from success when lists and tests meet ${name}`, async () => {
      const run = await followRun({
        scenario: oneProject({ ci: valid(quickScript('success')) }),
        inputs: { request_timeout: requestDeadline([fault]), poll_interval: '1s' },
        faults: [...lists(fault), ...details(fault)],
      });
      expect([run.exitCode, run.outputs.outcome, run.annotations]).toEqual([0, 'success', []]);
    });
  }

  for (const logs of ['failed', 'all']) {
    test(`when GitLab refuses every log, with logs: ${logs}, and the log says so`, async () => {
      const run = await followRun({
        scenario: oneProject({ ci: valid(quickScript('failed', { log: 'one\n' })) }),
        inputs: { logs },
        faults: [
          {
            when: { method: 'GET', pathMatches: /\/trace/ },
            fault: { kind: 'status', status: 403, work: 'not_done', body: '{"message":"403 Forbidden"}' },
          },
        ],
      });
      expect([run.exitCode, run.outputs.outcome]).toEqual([1, 'failed']);
      expect(run.shownLines.join('\n')).toMatch(/log.* cannot be (?:read|shown)/i);
    });
  }
});
