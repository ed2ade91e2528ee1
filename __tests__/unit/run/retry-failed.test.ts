import { describe, expect, test } from '@jest/globals';

import { triggerAction } from '../../../src/run/trigger.js';
import type { JobScript, PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import { oneProject, tokens, valid } from '../../support/one-project.js';
import { type RunEnd, type RunStory, runInVirtualTime } from './support/run-in-virtual-time.js';

const system = 'runner_system_failure';

function flaky(job: Partial<JobScript> = {}): PipelineScript {
  return { createdForMs: 50, jobs: [{ name: 'unit', durationMs: 5000, failures: [system], ...job }] };
}

async function run(script: PipelineScript, { inputs, ...story }: Partial<RunStory> = {}): Promise<RunEnd> {
  return await runInVirtualTime({
    action: triggerAction,
    scenario: oneProject({ ci: valid(script) }),
    inputs: { wait: 'true', retry_failed: '1', ...inputs },
    ...story,
  });
}

const isRetry = (line: string): boolean => /^POST \S*\/jobs\/\d+\/retry$/.test(line);

describe('a step that retries failed jobs', () => {
  test('passes with the new attempt, and tells of it in the log, the last message and the report', async () => {
    const { exitCode, outputs, events, summaries, requests, statuses } = await run(flaky());
    expect([exitCode, outputs.outcome]).toEqual([0, 'success']);
    const log = events.join('\n');
    expect(log).toMatch(/info: \S+ +test +unit +retried +runner_system_failure; retry 1 of 1\n/);
    expect(log).toMatch(/info: \S+ +test +unit \(attempt 2\) +success/);
    expect(log).toMatch(/info: Pipeline 257 passed after \S+: retried: unit$/m);
    expect(summaries.join('')).toContain('### Retried jobs');
    expect(JSON.parse(outputs.jobs ?? '')).toMatchObject({
      jobs: [{ name: 'unit', status: 'success', attempt: 2 }],
    });
    expect(requests.filter(isRetry)).toHaveLength(1);
    expect(statuses).toHaveLength(1);
  });

  test('fails when GitLab refuses the retry, and says why', async () => {
    const { error, events, requests } = await run(flaky(), { inputs: { access_token: tokens.readApi } });
    expect(error).toMatchObject({ code: 'outcome_not_accepted', exitCode: 1 });
    expect(error?.message).toContain('; not retried by GitLab: unit');
    expect(events.join('\n')).toMatch(
      /could not be retried \(runner_system_failure; retry 1 of 1\): GitLab answered 403: /,
    );
    expect(requests.filter(isRetry)).toHaveLength(1);
  });

  test('asks for nothing without a token that may retry', async () => {
    const { error, requests } = await run(flaky(), { inputs: { access_token: '' } });
    expect(error).toMatchObject({ code: 'invalid_input', exitCode: 2 });
    expect(requests).toEqual([]);
  });

  test('cancels on timeout what it has retried a moment ago, although it was last seen to have failed', async () => {
    const { error, outputs, statuses } = await run(flaky({ durationMs: 30_000 }), {
      scenario: oneProject({ ci: valid(flaky({ durationMs: 30_000 })) }, { replicaLagMs: 60_000 }),
      inputs: { cancel_on: 'timeout', timeout: '1m35s', poll_interval: '5s' },
    });
    expect(error).toMatchObject({ code: 'wait_timeout' });
    expect(outputs.outcome).toBe('timeout');
    expect(statuses).toEqual(['canceled']);
  });

  test('cancels when it is stopped right after a retry, and does not say that it had already ended', async () => {
    const { error, statuses } = await run(flaky(), {
      onRequest: (line, { stop }) => {
        if (isRetry(line)) stop();
      },
    });
    expect(error).toMatchObject({ code: 'aborted' });
    expect(error?.message).not.toContain('had already ended');
    expect(statuses).toEqual(['canceled']);
  });
});
