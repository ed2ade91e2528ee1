import { describe, expect } from '@jest/globals';

import { exampleRun } from '../../src/simulator/runner/step-environment.js';
import { inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { specimenOf } from './support/arriving.js';
import { runAction } from './support/run-action.js';
import { runOnHost } from './support/run-on-host.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

const failsOnce = oneProject({ ci: valid(quickScript('failed', { resultAfterRetry: 'success' })) });

function postsIn(requests: Parameters<typeof requestLines>[0]): readonly string[] {
  return requestLines(requests)
    .filter((line) => line.startsWith('POST') && !line.endsWith('/graphql'))
    .map((line) => line.replace(/^POST \/api\/v4\/projects\/[^/]+/, ''));
}

/** What the environment of each attempt of a job has there. */
const attempts = {
  buildkite: [
    { BUILDKITE_BUILD_ID: '0190', BUILDKITE_RETRY_COUNT: '0' },
    { BUILDKITE_BUILD_ID: '0190', BUILDKITE_RETRY_COUNT: '1' },
  ],
  'gitlab-ci': [
    { CI_JOB_ID: '901', CI_JOB_RETRY_COUNT: '0' },
    { CI_JOB_ID: '902', CI_JOB_RETRY_COUNT: '1' },
  ],
} as const;

describe('a job that is run again', () => {
  const test = testsAtOnce();

  test('has what failed in its pipeline retried, on GitHub', async () => {
    await withSimulator({ scenario: failsOnce }, async ({ url, requests }) => {
      const attempt = async (runAttempt: number): ReturnType<typeof runAction> =>
        await runAction({
          run: { ...exampleRun, runAttempt },
          with: { ...inputsFor(url), access_token: tokens.api, on_rerun: 'retry', wait: 'true' },
        });
      const first = await attempt(1);
      expect([first.exitCode, first.outputs.outcome, first.outputs.pipeline_id]).toEqual([
        1,
        'failed',
        '257',
      ]);
      const second = await attempt(2);
      expect([second.exitCode, second.outputs.outcome, second.outputs.pipeline_id]).toEqual([
        0,
        'success',
        '257',
      ]);
      expect(second.shownLines).toContain('GitLab runs jobs of pipeline 257 of attempt 1 again');
      expect(postsIn(requests)).toEqual(['/trigger/pipeline', '/pipelines/257/retry']);
    });
  });

  for (const host of ['buildkite', 'gitlab-ci'] as const) {
    test(`takes its pipeline up again on ${host}`, async () => {
      await withSimulator({ scenario: oneProject() }, async ({ url, requests }) => {
        const ids: (string | undefined)[] = [];
        for (const environment of attempts[host]) {
          const run = await runOnHost({
            specimen: specimenOf(host),
            words: [
              'run',
              '--gitlab-url',
              url,
              '--project-id',
              '42',
              '--ref',
              'main',
              '--on-rerun',
              'follow',
            ],
            environment: {
              ...environment,
              GITLAB_TRIGGER_TOKEN: tokens.trigger,
              GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api,
            },
          });
          expect(run.exitCode).toBe(0);
          ids.push(Object.entries(run.outputs).find(([name]) => /pipeline_id$/i.test(name))?.[1]);
        }
        expect(ids).toEqual(['257', '257']);
        expect(postsIn(requests)).toEqual(['/trigger/pipeline']);
      });
    });
  }
});
