import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import { type ReleaseName, releaseNames } from '../../src/simulator/gitlab/state/release.js';
import type { Scenario } from '../../src/simulator/gitlab/state/scenario.js';
import { endlessScript, inputsFor, mainSha, oneProject, tokens, valid } from '../support/one-project.js';
import { packing } from './support/archives.js';
import { jsonOutput } from './support/following.js';
import { runAction } from './support/run-action.js';
import { withSimulator } from './support/with-simulator.js';

const script: PipelineScript = {
  createdForMs: 50,
  jobs: [
    packing({ 'build.env': 'TAG=1.4.2\n' }),
    { name: 'flaky', durationMs: 100, retriesBeforeSuccess: 1 },
  ],
  tests: [{ name: 'pack', cases: [{ name: 'adds', status: 'success' }] }],
};

/** `main` passes, `soak` runs for an hour. */
function scenarioOf(release: ReleaseName): Scenario {
  return oneProject(
    {
      refs: [
        { name: 'main', sha: mainSha, ci: valid(script) },
        { name: 'soak', ci: valid(endlessScript) },
      ],
      triggers: [{ token: tokens.trigger, owner: 'ada', description: 'deploys' }],
    },
    { release },
  );
}

/** Steps of one workflow, each through dist, on one GitLab and in one folder. */
describe.each(releaseNames)('a workflow with GitLab %s', (release) => {
  test('triggers, waits, brings results back, cancels, and takes care of its token', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-release-'));
    try {
      await withSimulator({ scenario: scenarioOf(release), pace: 'of_who_follows' }, async (simulator) => {
        const place = { gitlab_url: simulator.url, project_id: 'group/app' };
        const run = (folderOf: string | undefined, inputs: Readonly<Record<string, string>>) =>
          runAction({
            ...(folderOf === undefined ? {} : { folder: folderOf }),
            with: inputs,
          });
        const whole = await run(undefined, {
          ...inputsFor(simulator.url),
          access_token: tokens.api,
          wait: 'true',
          values_from: 'pack:build.env',
          artifacts: 'pack',
        });
        expect([whole.exitCode, whole.outputs.outcome]).toEqual([0, 'success']);
        expect(jsonOutput(whole, 'values')).toEqual({ TAG: '1.4.2' });
        expect(jsonOutput(whole, 'tests')).toMatchObject({ total: 1, failed: 0 });
        expect(whole.shownLines.join('\n')).toContain('artifacts of pack: 1 file, 10 bytes');

        const seen = await run('wait', { ...place, pipeline_id: '257', access_token: tokens.readApi });
        expect([seen.exitCode, seen.outputs.outcome]).toEqual([0, 'success']);

        const soak = await run(undefined, { ...inputsFor(simulator.url), ref: 'soak' });
        expect(soak.outputs.pipeline_id).toBe('258');
        const canceled = await run('cancel', { ...place, pipeline_id: '258', access_token: tokens.api });
        expect(canceled.exitCode).toBe(0);
        expect(simulator.gitlab.pipelines().map(({ status }) => status)).toEqual(['success', 'canceled']);

        const file = join(folder, 'token.txt');
        const managing = { ...place, access_token: tokens.api };
        const rotated = await run('tokens', {
          ...managing,
          operation: 'rotate',
          description: 'deploys',
          save_to_file: file,
        });
        expect([rotated.exitCode, simulator.gitlab.triggerTokens(42).length]).toEqual([0, 1]);
        const token = (await readFile(file, 'utf8')).trim();
        expect(simulator.gitlab.triggerTokens(42).map((each) => each.token)).toEqual([token]);
        const again = await run(undefined, { ...inputsFor(simulator.url), token });
        expect([again.exitCode, again.outputs.pipeline_id]).toEqual([0, '259']);
        expect(again.shownLines.join('\n')).not.toContain(token);
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
