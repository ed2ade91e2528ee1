import { describe, expect } from '@jest/globals';

import type { MirrorDescription } from '../../src/simulator/gitlab/state/scenario.js';
import { inputsFor, oneProject, tokens } from '../support/one-project.js';
import { specimenOf } from './support/arriving.js';
import { runAction } from './support/run-action.js';
import { runOnHost } from './support/run-on-host.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { requestLines, withSimulator } from './support/with-simulator.js';

const sha = 'c'.repeat(40);

/** A project whose mirror brings a commit, and perhaps a pipeline of its own, when it is pulled. */
function mirrored(
  mirror: MirrorDescription,
  pipelines: readonly object[] = [],
): ReturnType<typeof oneProject> {
  const pushes = [{ afterMs: Infinity, ref: 'main', sha, user: 'ada', pipelines }];
  return oneProject({ mirror: { pullTakesMs: 0, ...mirror }, pushes });
}

function postsIn(requests: Parameters<typeof requestLines>[0]): readonly string[] {
  return requestLines(requests)
    .filter((line) => line.startsWith('POST'))
    .map((line) => line.replace(/^POST \/api\/v4\/projects\/[^/]+/, ''));
}

const hosts = ['buildkite', 'circleci'] as const;

describe('a project that GitLab mirrors', () => {
  const test = testsAtOnce();

  test('is pulled, and its pipeline runs the expected commit, on GitHub', async () => {
    await withSimulator({ scenario: mirrored({}) }, async ({ url, requests }) => {
      const run = await runAction({
        with: {
          ...inputsFor(url),
          access_token: tokens.api,
          expected_sha: sha,
          wait_for_commit: '5m',
          sync_mirror: 'true',
        },
      });
      expect([run.exitCode, run.outputs.sha, run.annotations]).toEqual([0, sha, []]);
      expect(run.shownLines.slice(0, 1)).toEqual(['GitLab was asked to pull its mirror now']);
      expect(postsIn(requests)).toEqual(['/mirror/pull', '/trigger/pipeline']);
    });
  });

  test('starts nothing when its mirror is paused', async () => {
    await withSimulator({ scenario: mirrored({ state: 'paused' }) }, async ({ url, requests }) => {
      const run = await runAction({
        with: {
          ...inputsFor(url),
          access_token: tokens.api,
          expected_sha: sha,
          wait_for_commit: '5m',
          sync_mirror: 'true',
        },
      });
      expect([run.exitCode, run.outputs]).toEqual([3, {}]);
      expect(run.annotations.map(({ message }) => message).join()).toMatch(
        /\[mirror_refused\][^]*Mirroring for the project is on pause[^]*Update now/,
      );
      expect(postsIn(requests)).toEqual(['/mirror/pull']);
    });
  });

  for (const host of hosts) {
    test(`is pulled, and its pipeline runs the expected commit, on ${host}`, async () => {
      await withSimulator({ scenario: mirrored({}) }, async ({ url, requests }) => {
        const run = await runOnHost({
          specimen: specimenOf(host),
          words: [
            ...['run', '--gitlab-url', url, '--project-id', 'group/app', '--ref', 'main'],
            ...['--expected-sha', sha, '--wait-for-commit', '5m', '--sync-mirror'],
          ],
          environment: { GITLAB_TRIGGER_TOKEN: tokens.trigger, GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api },
        });
        expect([run.exitCode, run.outputs.sha]).toEqual([0, sha]);
        expect(postsIn(requests)).toEqual(['/mirror/pull', '/trigger/pipeline']);
      });
    });

    test(`has the pipeline that it started by itself followed on ${host}`, async () => {
      await withSimulator({ scenario: mirrored({}, [{}]) }, async ({ url, gitlab, requests }) => {
        gitlab.bringPushes(42);
        const run = await runOnHost({
          specimen: specimenOf(host),
          words: [
            'wait',
            '--gitlab-url',
            url,
            '--project-id',
            'group/app',
            '--sha',
            sha,
            '--source',
            'push',
            '--ref',
            'main',
          ],
          environment: { GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api },
        });
        expect([run.exitCode, run.outputs.pipeline_id, run.outputs.sha]).toEqual([0, '257', sha]);
        expect(postsIn(requests)).toEqual([]);
      });
    });
  }
});
