import { describe, expect } from '@jest/globals';

import { inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { tellOnHost } from './support/arriving.js';
import { runAction } from './support/run-action.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

const scenario = oneProject({
  ci: valid(quickScript('success', { failures: ['runner_system_failure'] })),
});

const line = /unit +retried +runner_system_failure; retry 1 of 2/;

function retriesIn(requests: readonly string[]): readonly string[] {
  return requests.filter((request) => /^POST \S+\/(?:jobs\/\d+\/retry|trigger\/pipeline)$/.test(request));
}

/** One pipeline was started, and one job of it was retried once. */
const wanted: readonly unknown[] = [
  expect.stringMatching(/\/trigger\/pipeline$/),
  'POST /api/v4/projects/42/jobs/9001/retry',
];

describe('a job that a runner has lost', () => {
  const test = testsAtOnce();

  test('is retried on GitHub, and the step passes with the new attempt', async () => {
    await withSimulator({ scenario }, async ({ url, requests }) => {
      const run = await runAction({
        with: { ...inputsFor(url), access_token: tokens.api, wait: 'true', retry_failed: '2' },
      });
      expect([run.exitCode, run.outputs.outcome, run.annotations]).toEqual([0, 'success', []]);
      expect(run.shownLines.join('\n')).toMatch(line);
      expect(run.summary).toContain('### Retried jobs');
      expect(retriesIn(requestLines(requests))).toEqual(wanted);
    });
  });

  for (const host of ['buildkite', 'circleci'] as const) {
    test(`is retried on ${host}, and the step passes with the new attempt`, async () => {
      const run = await tellOnHost({ host, scenario, words: ['run', '--wait', '--retry-failed', '2'] });
      expect([run.exitCode, run.outputs.outcome]).toEqual([0, 'success']);
      expect(run.shownLines.join('\n')).toMatch(line);
      expect(retriesIn(run.requests)).toEqual(wanted);
    });
  }
});
