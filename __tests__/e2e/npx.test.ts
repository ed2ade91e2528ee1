import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect } from '@jest/globals';

import { pack } from '../../scripts/pack.js';
import { endlessScript, inputsFor, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import type { Environment, ShellStep } from '../support/wrappers/wrapper.js';
import { startShell, withProject, type RunningShell } from './support/run-wrapper.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until, withSimulator } from './support/with-simulator.js';

/** The line of the wrappers, by the real npx, with the packed archive in the place of what npm would fetch. */
describe('npx --call "exec …"', () => {
  let archives = '';
  let archive = '';
  beforeAll(async () => {
    archives = await realpath(await mkdtemp(join(tmpdir(), 'gitlab-trigger-archive-')));
    archive = pack(archives);
  });
  afterAll(async () => {
    await rm(archives, { recursive: true, force: true });
  });

  const test = testsAtOnce();

  function step(url: string, folder: string): ShellStep {
    const inputs = Object.entries({ ...inputsFor(url), access_token: tokens.api, wait: 'true' });
    return {
      shell: 'bash',
      script: `exec npx --yes --package '${archive}' --call 'exec gitlab-trigger run'`,
      environment: {
        ...Object.fromEntries(
          inputs.map(([name, value]): [string, string] => [`GITLAB_TRIGGER_${name.toUpperCase()}`, value]),
        ),
        npm_config_offline: 'true',
        npm_config_cache: join(folder, 'npm-cache'),
        npm_config_update_notifier: 'false',
      },
    };
  }

  interface Ended {
    readonly exitCode: number | null;
    readonly statuses: readonly string[];
  }

  async function run(
    script: ReturnType<typeof quickScript>,
    meanwhile: (running: RunningShell) => Promise<void> = () => Promise.resolve(),
  ): Promise<Ended> {
    return await withSimulator({ scenario: oneProject({ ci: valid(script) }) }, async ({ url, gitlab }) => {
      return await withProject('docker', url, async (project) => {
        // Without the folder of the programs that stand in for others.
        const path: Environment = { PATH: process.env.PATH ?? '' };
        const running = await startShell(step(url, project.folder), project, path);
        await meanwhile(running);
        const { exitCode, output } = await running.ended;
        if (gitlab.pipelines().length === 0) throw new Error(output);
        return { exitCode, statuses: gitlab.pipelines().map(({ status }) => status) };
      });
    });
  }

  test('passes on how the pipeline ended', async () => {
    const ended = await Promise.all([run(quickScript('success')), run(quickScript('failed'))]);
    expect(ended).toEqual([
      { exitCode: 0, statuses: ['success'] },
      { exitCode: 1, statuses: ['failed'] },
    ]);
  });

  for (const to of ['process', 'group'] as const) {
    test(`cancels the pipeline when SIGTERM comes to its ${to}`, async () => {
      const ended = await run(endlessScript, async (running) => {
        let isOver = false;
        void running.ended.then(() => (isOver = true));
        await until(() => isOver || /soak +running/.test(running.output()));
        running.signal('SIGTERM', to);
      });
      expect(ended).toEqual({ exitCode: 143, statuses: ['canceled'] });
    });
  }
});
