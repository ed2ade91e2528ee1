import { describe, expect, test } from '@jest/globals';

import { TransportFault } from '../../../src/http/transport.js';
import type { JobRetriedEvent } from '../../../src/model/events.js';
import type { FollowRequest } from '../../../src/model/requests.js';
import type { JobScript, PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { SimulatedResponse } from '../../../src/simulator/gitlab/wire/wire.js';
import { tokens } from '../../support/one-project.js';
import { type SimulatedEnd, type SimulatedRun, followSimulated } from './follow-simulated.js';

const system = 'runner_system_failure';
const stuck = 'stuck_pending_with_matching_runners';

function upTo(most: number, reasons: readonly string[] = [system, stuck]): Partial<FollowRequest> {
  return { retryFailed: { most, reasons: new Set(reasons) } };
}

function jobs(...scripts: readonly JobScript[]): PipelineScript {
  return { createdForMs: 50, jobs: scripts };
}

/** A job that fails for these reasons, each time it runs, before it passes. */
const flaky = (...failures: readonly string[]): JobScript => ({ name: 'unit', durationMs: 10_000, failures });

function retriesIn({ events }: SimulatedEnd): readonly JobRetriedEvent[] {
  return events.filter((event) => event.kind === 'job_retried');
}

/** Names of the jobs for which a retry was asked, each time it was. */
function retriesAsked({ asked }: SimulatedEnd): number {
  return asked.filter(({ target }) => target.endsWith('/retry')).length;
}

/** Every attempt that GitLab has of the jobs of the pipeline. */
function attemptsOf({ gitlab }: SimulatedEnd): number {
  const target = `/api/v4/projects/42/pipelines/${gitlab.pipelines()[0]?.id}/jobs?include_retried=true`;
  const headers = { 'private-token': tokens.api };
  const { body } = gitlab.handle({ method: 'GET', target, headers, body: Buffer.alloc(0) });
  return (JSON.parse(body.toString()) as readonly unknown[]).length;
}

async function follow(run: SimulatedRun): Promise<SimulatedEnd> {
  return await followSimulated({ ...run, request: { timeoutMs: 3_600_000, ...run.request } });
}

describe('a job that failed for a reason of retry_on', () => {
  test('is retried, and the verdict is that of the new attempt', async () => {
    const end = await follow({ script: jobs(flaky(system)), request: upTo(1) });
    expect(end.verdict.outcome).toBe('success');
    expect(retriesIn(end)).toMatchObject([
      { job: { name: 'unit', failureReason: system }, attempt: 1, count: 1, most: 1, result: 'retried' },
    ]);
    expect(end.verdict.retries).toMatchObject([
      { count: 1, result: 'retried', next: { status: 'success' }, job: { status: 'failed' } },
    ]);
    expect(end.gitlab.pipelines()).toHaveLength(1);
  });

  test('is retried up to so many times, each for its own reason', async () => {
    const end = await follow({ script: jobs(flaky(system, stuck, system)), request: upTo(3) });
    expect(end.verdict.outcome).toBe('success');
    expect(retriesIn(end).map(({ count, job }) => [count, job.failureReason])).toEqual([
      [1, system],
      [2, stuck],
      [3, system],
    ]);
  });

  test('is retried no more often than that', async () => {
    const end = await follow({ script: jobs(flaky(system, system, system)), request: upTo(2) });
    expect([end.verdict.outcome, retriesAsked(end), attemptsOf(end)]).toEqual(['failed', 2, 3]);
  });

  test('is not retried when its new attempt fails for another reason', async () => {
    const end = await follow({ script: jobs(flaky(system, 'script_failure')), request: upTo(5) });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['failed', 1]);
  });

  test('has what it held up run after it', async () => {
    const later: JobScript = { name: 'deploy', stage: 'deploy', durationMs: 1000 };
    const script = { ...jobs(flaky(system), later), stages: ['test', 'deploy'] };
    const end = await follow({ script, request: upTo(1) });
    expect(end.verdict.outcome).toBe('success');
    expect(end.verdict.snapshot?.root.jobs.map(({ job }) => job.status)).toEqual(['success', 'success']);
  });

  test('is followed by the timeout of the whole run', async () => {
    const script = jobs({ ...flaky(system), durationMs: 60_000 });
    const end = await follow({ script, request: { ...upTo(1), timeoutMs: 90_000 } });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['timeout', 1]);
    expect(end.verdict.elapsedMs).toBeLessThan(96_000);
  });

  test('is not retried once the timeout is over', async () => {
    const script = jobs({ ...flaky(system), durationMs: 60_000 });
    const end = await follow({ script, request: { ...upTo(1), timeoutMs: 60_100 } });
    expect(retriesAsked(end)).toBe(0);
  });

  test('is not retried without retry_failed', async () => {
    const end = await follow({ script: jobs(flaky(system)) });
    expect([end.verdict.outcome, retriesAsked(end), end.verdict.retries]).toEqual(['failed', 0, undefined]);
  });
});

describe('a job that is left alone', () => {
  test.each<{ name: string; script: PipelineScript; request?: Partial<FollowRequest> }>([
    { name: 'a script that failed', script: jobs(flaky('script_failure')) },
    {
      name: 'one beside a script that failed',
      script: jobs(flaky(system), { name: 'lint', result: 'failed' }),
    },
    {
      name: 'one beside a status that another system set',
      script: {
        ...jobs({ name: 'unit' }),
        externalStatuses: [{ name: 'scan', status: 'failed' }],
      },
    },
    {
      name: 'a trigger job that started nothing',
      script: {
        createdForMs: 50,
        bridges: [{ name: 'below', failureReason: 'downstream_pipeline_creation_failed' }],
      },
      request: upTo(1, ['downstream_pipeline_creation_failed']),
    },
  ])('$name', async ({ script, request = upTo(3) }) => {
    const end = await follow({ script, request });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['failed', 0]);
  });

  test('one that may fail', async () => {
    const end = await follow({ script: jobs({ ...flaky(system), allowFailure: true }), request: upTo(3) });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['warnings', 0]);
  });

  test('one that GitLab repeats by itself, until it has given up', async () => {
    const script = jobs({ name: 'unit', durationMs: 5000, retriesBeforeSuccess: 2, failureReason: system });
    const end = await follow({ script, request: upTo(3) });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['success', 0]);
  });

  test('one in a pipeline that somebody canceled', async () => {
    const end = await follow({
      script: jobs(flaky(system), { name: 'slow', durationMs: 600_000 }),
      request: upTo(3),
      meanwhile: { 60_000: ({ send }) => send('POST', '/pipelines/257/cancel') },
    });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['failed', 0]);
  });

  test('one that is not among the chosen jobs', async () => {
    const script = jobs(flaky(system), { name: 'lint', durationMs: 1000 });
    const end = await follow({ script, request: { ...upTo(3), jobs: ['lint'] } });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['success', 0]);
  });
});

describe('a chosen job', () => {
  test('is retried while the rest of its pipeline goes on', async () => {
    const script = jobs(flaky(system), { name: 'slow', durationMs: 600_000 });
    const end = await follow({ script, request: { ...upTo(3), jobs: ['unit'] } });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['success', 1]);
    expect(end.verdict.elapsedMs).toBeLessThan(120_000);
  });
});

describe('a job below', () => {
  const below = (strategy: 'depend' | 'none', projectId?: number): PipelineScript => ({
    createdForMs: 50,
    jobs: [{ name: 'lint' }],
    bridges: [{ name: 'child', strategy, downstream: { projectId, script: jobs(flaky(system, system)) } }],
  });

  test.each([
    { name: 'whose trigger job fails with it', strategy: 'depend', downstream: 'show' },
    { name: 'that is required', strategy: 'none', downstream: 'require' },
    {
      name: 'that is required, and whose trigger job fails with it',
      strategy: 'depend',
      downstream: 'require',
    },
  ] as const)('is retried: one $name', async ({ strategy, downstream }) => {
    const end = await follow({ script: below(strategy), request: { ...upTo(2), downstream } });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['success', 2]);
    expect(retriesIn(end).map(({ path }) => path)).toEqual([['child'], ['child']]);
  });

  test('is left alone where the pipelines below are not looked at', async () => {
    const end = await follow({ script: below('depend'), request: { ...upTo(2), downstream: 'ignore' } });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['failed', 0]);
  });
});

describe('a snapshot that is older than the retry', () => {
  test.each([{ lagMs: 5000 }, { lagMs: 20_000 }, { lagMs: 45_000 }])(
    'is no verdict: a replica that lags by $lagMs ms',
    async ({ lagMs }) => {
      const end = await follow({
        script: jobs(flaky(system)),
        scenario: { replicaLagMs: lagMs },
        request: upTo(1),
      });
      expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['success', 1]);
    },
  );

  test.each([{ only: 'jobs' }, { only: 'pipeline' }] as const)(
    'is no verdict where only the $only are old',
    async ({ only }) => {
      const isOld = (target: string): boolean =>
        only === 'jobs' ? target.includes('/jobs?') : /\/pipelines\/\d+$/.test(target);
      let kept: SimulatedResponse | undefined;
      let isRetried = false;
      let polls = 0;
      const end = await follow({
        script: jobs({ ...flaky(system), durationMs: 2000 }),
        request: { ...upTo(1), pollInterval: 1000 },
        wire: ({ target }, work) => {
          const answer = work();
          if (target.endsWith('/retry')) isRetried = true;
          if (!isOld(target)) return answer;
          if (!isRetried) kept = answer;
          polls += isRetried ? 1 : 0;
          return isRetried && polls <= 20 && kept !== undefined ? kept : answer;
        },
      });
      expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['success', 1]);
    },
  );

  test('for ever ends as outage, not as failed', async () => {
    let kept: SimulatedResponse | undefined;
    let isRetried = false;
    const end = await follow({
      script: jobs(flaky(system)),
      request: { ...upTo(1), outageTimeoutMs: 60_000 },
      wire: ({ target }, work) => {
        const answer = work();
        if (target.endsWith('/retry')) isRetried = true;
        if (!target.includes('/jobs?')) return answer;
        if (!isRetried) kept = answer;
        return isRetried && kept !== undefined ? kept : answer;
      },
    });
    expect([end.verdict.outcome, retriesAsked(end)]).toEqual(['outage', 1]);
    expect(end.verdict.question).toContain('does not show the new attempt');
  });
});

describe('an answer to a retry', () => {
  const reset = (reached: 'no' | 'maybe'): TransportFault =>
    new TransportFault({ kind: 'reset', reached, message: 'gitlab.example.com:443 closed the connection' });
  const answer = (status: number, body: string, type = 'application/json'): SimulatedResponse => ({
    status,
    headers: { 'content-type': type },
    body: Buffer.from(body),
  });

  const throttled = {
    ...answer(429, 'Retry later\n'),
    headers: { 'content-type': 'text/plain', 'retry-after': '5' },
  };

  interface Weather {
    readonly name: string;
    /** What the wire makes of the first retry; `work` has GitLab do it. */
    readonly first: (work: () => SimulatedResponse) => SimulatedResponse;
    readonly outcome: string;
    readonly asked: number;
    readonly results: readonly JobRetriedEvent['result'][];
  }

  const page = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>';
  const done = { outcome: 'success', asked: 1, results: ['unconfirmed'] } as const;
  const undone = { outcome: 'failed', asked: 1, results: ['unconfirmed'] } as const;
  const refused = { outcome: 'failed', asked: 1, results: ['refused'] } as const;
  const again = { outcome: 'success', asked: 2, results: ['postponed', 'retried'] } as const;

  test.each<Weather>([
    {
      name: 'that is lost once the work is done',
      first: (work) => {
        work();
        throw reset('maybe');
      },
      ...done,
    },
    {
      name: 'that is lost before it',
      first: () => {
        throw reset('maybe');
      },
      ...undone,
    },
    {
      name: 'of 502 once the work is done',
      first: (work) => {
        work();
        return answer(502, page, 'text/html');
      },
      ...done,
    },
    { name: 'of 502 before it', first: () => answer(502, page, 'text/html'), ...undone },
    { name: 'of 500', first: () => answer(500, '{"message":"500 Internal Server Error"}'), ...undone },
    { name: "that is a stranger's page", first: () => answer(200, page, 'text/html'), ...undone },
    {
      name: 'about another job',
      first: (work) => {
        const body = JSON.parse(work().body.toString()) as object;
        return answer(201, JSON.stringify({ ...body, name: 'other' }));
      },
      ...done,
    },
    { name: 'that refuses it', first: () => answer(403, '{"message":"403 Forbidden"}'), ...refused },
    { name: 'that knows no such job', first: () => answer(404, '{"message":"404 Not found"}'), ...refused },
    {
      name: 'that another retry is under way',
      first: () => answer(409, '{"message":"409 Conflict"}'),
      ...refused,
    },
    {
      name: 'that somebody else was quicker',
      first: (work) => {
        work();
        return answer(403, '{"message":"403 Forbidden - Job is not retryable"}');
      },
      outcome: 'success',
      asked: 1,
      results: ['refused'],
    },
    {
      name: 'of 429',
      first: () => throttled,
      ...again,
    },
    {
      name: 'that never was, for want of a connection',
      first: () => {
        throw reset('no');
      },
      ...again,
    },
  ])('$name', async ({ first, outcome, asked, results }) => {
    let retries = 0;
    const end = await follow({
      script: jobs(flaky(system)),
      request: upTo(1),
      wire: ({ target }, work) => {
        if (!target.endsWith('/retry')) return work();
        retries += 1;
        return retries === 1 ? first(work) : work();
      },
    });
    expect([end.verdict.outcome, retriesAsked(end), retriesIn(end).map(({ result }) => result)]).toEqual([
      outcome,
      asked,
      results,
    ]);
    // Never a second pipeline, and never two new attempts for one failure.
    expect(end.gitlab.pipelines()).toHaveLength(1);
    expect(attemptsOf(end)).toBe(outcome === 'success' ? 2 : 1);
  });

  test('that is always 429 ends as failed, in time', async () => {
    const end = await follow({
      script: jobs(flaky(system)),
      request: { ...upTo(1), outageTimeoutMs: 120_000 },
      wire: ({ target }, work) => (target.endsWith('/retry') ? throttled : work()),
    });
    expect([end.verdict.outcome, retriesIn(end).map(({ result }) => result)]).toEqual([
      'failed',
      ['postponed', 'refused'],
    ]);
    expect(end.verdict.elapsedMs).toBeLessThan(300_000);
  });

  test('that never comes holds the timeout', async () => {
    const end = await follow({
      script: jobs(flaky(system)),
      request: { ...upTo(1), timeoutMs: 60_000 },
      wire: ({ target }, work) => {
        if (target.endsWith('/retry')) throw reset('maybe');
        return work();
      },
    });
    expect(end.verdict.elapsedMs).toBeLessThanOrEqual(65_000);
    expect(end.verdict.outcome).toBe('timeout');
  });

  test('that is still awaited at the timeout is awaited no longer', async () => {
    const end = await follow({
      script: jobs(flaky(system)),
      request: { ...upTo(1), timeoutMs: 60_000 },
      tripMs: (target) => (target.endsWith('/retry') ? 600_000 : 0),
    });
    expect(end.verdict.elapsedMs).toBeLessThanOrEqual(60_000);
    expect(end.verdict.outcome).toBe('timeout');
  });

  test('that is still awaited at the timeout does not hide how the pipeline has ended', async () => {
    const end = await follow({
      script: jobs(flaky(system)),
      request: { ...upTo(1), timeoutMs: 60_000 },
      tripMs: (target) => (target.endsWith('/retry') ? 600_000 : 0),
      meanwhile: { 30_000: ({ send }) => send('POST', '/pipelines/257/retry') },
    });
    expect([end.verdict.outcome, end.verdict.elapsedMs]).toEqual(['success', 60_000]);
  });
});
