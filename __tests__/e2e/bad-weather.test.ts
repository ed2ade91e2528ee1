import { describe, expect } from '@jest/globals';

import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import {
  type Fault,
  FaultPlan,
  type FaultRule,
  type FaultTarget,
} from '../../src/simulator/gitlab/wire/fault-plan.js';
import type { StepResult } from '../../src/simulator/runner/runner.js';
import { endlessScript, inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { isSilent, requestDeadline } from '../support/request-patience.js';
import { runAction } from './support/run-action.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { readWeathers, weathers } from './support/weathers.js';
import { withSimulator } from './support/with-simulator.js';

/** A plan that also counts the attempts which are refused before anything of them is recorded. */
class WatchedFaults extends FaultPlan {
  posts = 0;
  gets = 0;
  connections = 0;

  override atConnection(): 'refuse' | 'accept' {
    this.connections += 1;
    return super.atConnection();
  }

  override atRequest(request: FaultTarget): Fault | undefined {
    // A question whether anything has changed is a POST, too, and starts nothing.
    if (request.method === 'POST' && !request.target.endsWith('/api/graphql')) this.posts += 1;
    else this.gets += 1;
    return super.atRequest(request);
  }
}

interface Run {
  readonly result: StepResult;
  readonly posts: number;
  readonly gets: number;
  readonly connections: number;
  readonly pipelines: number;
}

/**
 * Runs the action under `rules`; whatever the weather, there is never a second POST after one that may have
 * done something, and never a second pipeline.
 */
async function runUnder(
  rules: readonly FaultRule[],
  inputs: Readonly<Record<string, string>> = {},
  script: PipelineScript = quickScript('success'),
): Promise<Run> {
  const faults = new WatchedFaults(rules);
  const scenario = oneProject({ ci: valid(script) });
  return await withSimulator({ scenario, faults, pace: 'of_who_follows' }, async ({ url, gitlab }) => {
    const result = await runAction({
      with: { ...inputsFor(url), request_timeout: requestDeadline(rules), ...inputs },
    });
    const { posts, gets, connections } = faults;
    const pipelines = gitlab.pipelines().length;
    const mayRepeat = rules.every(({ fault }) => isHarmless(fault));
    expect([mayRepeat ? 0 : posts, pipelines].filter((count) => count > 1)).toEqual([]);
    return { result, posts, gets, connections, pipelines };
  });
}

/**
 * Whether GitLab has certainly done nothing: the request may then be sent again, five times in all. A
 * throttle is GitLab's by its headers.
 */
function isHarmless(fault: Fault): boolean {
  if (fault.kind === 'maintenance') return true;
  return fault.kind === 'rate_limited' && fault.retryAfterSeconds !== undefined;
}

function codeOf({ annotations }: StepResult): string | undefined {
  expect(annotations.map(({ kind }) => kind)).toEqual(['error']);
  return /\[(\w+)\]/.exec(annotations[0]?.message ?? '')?.[1];
}

/**
 * A request that nobody answers has ended with the time that it was given, which is a tenth of the usual one;
 * how many requests there were says of all others that they ended at once.
 */
function expectNoWaiting({ result }: Run, fault: Fault): void {
  if (!isSilent(fault)) return;
  expect(requestDeadline([fault])).toBe('3s');
  expect(result.shownLines.join('\n')).toContain('no complete answer within 3 s: ');
}

describe('the step reports, when the request that starts a pipeline meets', () => {
  const test = testsAtOnce();

  for (const { name, fault, start } of weathers) {
    test(name, async () => {
      const run = await runUnder([{ when: { method: 'POST' }, fault }]);

      const { result, posts, gets, pipelines } = run;
      const { exitCode } = result;
      expect({ exitCode, code: codeOf(result), pipelines }).toEqual(start);
      const isRepeated = isHarmless(fault);
      expect([result.conclusion, result.outputs, posts, gets]).toEqual([
        'failure',
        {},
        isRepeated ? 5 : 1,
        0,
      ]);
      expectNoWaiting(run, fault);
    });
  }

  test('a server that closes every connection at once', async () => {
    const { result, posts, connections } = await runUnder([{ when: {}, fault: { kind: 'refuse' } }]);

    expect([result.exitCode, codeOf(result), posts, connections]).toEqual([4, 'start_uncertain', 0, 1]);
  });

  test('an address at which nothing listens', async () => {
    const port = await withSimulator({ scenario: oneProject() }, async (closed) =>
      Promise.resolve(closed.port),
    );
    const result = await runAction({
      with: inputsFor(`http://127.0.0.1:${port}`),
    });
    expect([result.exitCode, codeOf(result)]).toEqual([4, 'connection_refused']);
  });
});

const waiting = { wait: 'true', access_token: tokens.readApi } as const;
const poll = /\/pipelines\/257$/;

describe('nothing is started, when the check before the start meets', () => {
  const test = testsAtOnce();

  for (const { name, fault, read } of readWeathers) {
    test(`${name}, and nothing is started`, async () => {
      const run = await runUnder([{ when: { method: 'GET', pathMatches: /\/pipelines\?/ }, fault }], waiting);

      const { result, posts, gets, pipelines } = run;
      const { exitCode } = result;
      expect({ exitCode, code: codeOf(result) }).toEqual(read);
      expect([posts, gets, pipelines, result.outputs]).toEqual([0, 1, 0, {}]);
      expect(result.annotations[0]?.message).toContain('Nothing was started');
      expectNoWaiting(run, fault);
    });
  }
});

describe('the step reports an outage, when every poll of the pipeline meets', () => {
  const test = testsAtOnce();

  for (const { name, fault, read } of readWeathers) {
    test(`${name}, which never counts as an outcome of the pipeline`, async () => {
      const run = await runUnder([{ when: { method: 'GET', pathMatches: poll }, fault }], {
        ...waiting,
        outage_timeout: '0s',
      });

      const { result, posts, gets, pipelines } = run;
      const { exitCode, outputs } = result;
      const code = read.exitCode === 4 ? 'outage' : read.code;
      expect({ exitCode, code: codeOf(result) }).toEqual({ exitCode: read.exitCode, code });
      expect(outputs).toMatchObject({ pipeline_id: '257', status: 'created', outcome: 'outage' });
      // The check before the start, and one look.
      expect([posts, gets, pipelines]).toEqual([1, 2, 1]);
      expectNoWaiting(run, fault);
    });
  }
});

describe('the step retries, when the first poll of the pipeline meets', () => {
  const test = testsAtOnce();

  for (const { name, fault } of weathers.filter(({ read }) => read.exitCode === 4)) {
    test(`${name}, and the run passes all the same`, async () => {
      const { result, posts, pipelines } = await runUnder(
        [{ when: { method: 'GET', pathMatches: poll, nth: 1 }, fault }],
        { ...waiting, outage_timeout: '30s' },
      );

      expect([result.exitCode, result.annotations, result.outputs.outcome]).toEqual([0, [], 'success']);
      expect([posts, pipelines]).toEqual([1, 1]);
      expect(
        result.shownLines.filter((line) => line.includes('no complete answer from GitLab')),
      ).toHaveLength(1);
    });
  }
});

describe('the step ends, when a later poll meets', () => {
  const test = testsAtOnce();

  for (const [status, message, outageTimeout] of [
    [401, '401 Unauthorized', '5m'],
    [403, '403 Forbidden', '5m'],
    // A replica that lags gives it as well: it ends the run when that time is over.
    [404, '404 Not found', '0s'],
  ] as const) {
    test(`GitLab's own ${status}, which ends the run at once`, async () => {
      const { result } = await runUnder(
        [
          {
            when: { method: 'GET', pathMatches: poll, nth: 2 },
            fault: { kind: 'status', status, work: 'not_done', body: JSON.stringify({ message }) },
          },
        ],
        { ...waiting, outage_timeout: outageTimeout },
        endlessScript,
      );

      expect([result.exitCode, result.outputs.pipeline_id, result.outputs.outcome]).toEqual([
        3,
        '257',
        'outage',
      ]);
    });
  }
});

describe('the step retries, when a server in front of GitLab answers the first poll with', () => {
  const test = testsAtOnce();

  for (const [status, contentType, body] of [
    [401, 'application/json', '{"message":"Unauthorized"}'],
    [403, 'text/html', '<!DOCTYPE html><title>Just a moment...</title>'],
    [403, 'application/json', '{"message":"Forbidden"}'],
    [404, 'text/html', '<html><head><title>404 Not Found</title></head></html>'],
    [404, 'application/json', '{"message":"no Route matched with those values"}'],
    [413, 'text/html', '<html><head><title>413 Request Entity Too Large</title></head></html>'],
    [302, 'text/html', '<html><body>Found</body></html>'],
  ] as const) {
    test(`${status} in ${contentType} (${body.slice(0, 30)}), which says nothing about the pipeline`, async () => {
      const { result } = await runUnder(
        [
          {
            when: { method: 'GET', pathMatches: poll, nth: 1 },
            fault: {
              kind: 'status',
              status,
              work: 'not_done',
              body,
              contentType,
              headers: status === 302 ? { location: 'https://login.example.invalid/' } : {},
            },
          },
        ],
        waiting,
      );

      expect([result.exitCode, result.annotations, result.outputs.outcome]).toEqual([0, [], 'success']);
    });
  }
});
