import { describe, expect } from '@jest/globals';

import { actionWrappers, shellWrappers } from '../support/wrappers/all-wrappers.js';
import { endlessScript, oneProject, quickScript, tokens, valid } from '../support/one-project.js';
import { runAction } from './support/run-action.js';
import {
  hostileCommit,
  runShell,
  runWrapper,
  startShell,
  withProject,
  type WrapperRun,
} from './support/run-wrapper.js';
import { testsAtOnce } from './support/tests-at-once.js';
import { until, withSimulator } from './support/with-simulator.js';

const test = testsAtOnce();

interface Told extends WrapperRun {
  readonly variables: readonly Readonly<Record<string, string>>[];
}

async function tell(wrapper: (typeof shellWrappers)[number], result: 'success' | 'failed'): Promise<Told> {
  const scenario = oneProject({ ci: valid(quickScript(result)) });
  return await withSimulator({ scenario }, async ({ url, gitlab }) => {
    const run = await runWrapper(wrapper, url);
    return { ...run, variables: gitlab.pipelines().map(({ variables }) => variables) };
  });
}

const sentence = (outcome: string): string =>
  `Pipeline 257 ended as ${outcome}, see https://gitlab.example.com/group/app/-/pipelines/257`;

/** Lines with a token in them, but for those that tell the agent of Azure Pipelines what to hide. */
function secretsIn(output: string): readonly string[] {
  return output
    .split('\n')
    .filter((line) => !line.startsWith('##vso[task.setsecret]'))
    .filter((line) => [tokens.trigger, tokens.api].some((token) => line.includes(token)));
}

describe('the files of ci/, run by a shell as their host would', () => {
  for (const wrapper of shellWrappers) {
    const name = [wrapper.host, wrapper.variant].filter((part) => part !== undefined).join(' as ');

    test(`${name}: a green pipeline, its outputs in the next step`, async () => {
      const { trigger, announce, files, variables } = await tell(wrapper, 'success');
      expect([trigger.exitCode, trigger.output]).toEqual([0, expect.stringContaining('Pipeline 257 passed')]);
      expect(announce?.output).toContain(sentence('success'));
      // The commit came as it is, and no shell took it for a command.
      expect(variables).toEqual([expect.objectContaining({ IMAGE_TAG: hostileCommit })]);
      expect(files).not.toContain('pwned');
      expect(secretsIn(trigger.output)).toEqual([]);
    });

    test(`${name}: a red pipeline`, async () => {
      const { trigger, announce } = await tell(wrapper, 'failed');
      expect([trigger.exitCode, trigger.output]).toEqual([1, expect.stringContaining('Pipeline 257 failed')]);
      if (announce !== undefined) expect(announce.output).toContain(sentence('failed'));
    });
  }
});

describe('the workflows of ci/, run by a runner', () => {
  for (const wrapper of actionWrappers) {
    for (const { result, exitCode } of [
      { result: 'success', exitCode: 0 },
      { result: 'failed', exitCode: 1 },
    ] as const) {
      test(`${wrapper.host}: a pipeline that ends as ${result}`, async () => {
        const scenario = oneProject({ ci: valid(quickScript(result)) });
        await withSimulator({ scenario }, async ({ url, gitlab }) => {
          await withProject(wrapper.host, url, async (project) => {
            const step = await runAction({
              nodePath: process.execPath,
              environment: wrapper.marks(),
              ...wrapper.trigger(project),
            });
            expect(step.exitCode).toBe(exitCode);
            const announce = await runShell(wrapper.announce(project, step.outputs), project);
            expect(announce.output).toContain(sentence(result));
            expect(gitlab.pipelines().map(({ variables }) => variables)).toEqual([
              expect.objectContaining({ IMAGE_TAG: hostileCommit }),
            ]);
          });
        });
      });
    }
  }
});

describe('a step of ci/ that its host stops', () => {
  for (const { host, to } of [
    { host: 'jenkins', to: 'group' },
    { host: 'buildkite', to: 'group' },
    { host: 'tekton', to: 'process' },
    { host: 'bitrise', to: 'process' },
  ] as const) {
    test(`${host}: SIGTERM to the ${to} cancels the pipeline`, async () => {
      const [wrapper] = shellWrappers.filter((each) => each.host === host);
      if (wrapper === undefined) throw new TypeError(`there is no ${host}`);
      await withSimulator({ scenario: oneProject({ ci: valid(endlessScript) }) }, async ({ url, gitlab }) => {
        await withProject(host, url, async (project) => {
          const step = await startShell(wrapper.trigger(project), project, wrapper.marks(project));
          await until(() => /soak +running/.test(step.output()));
          step.signal('SIGTERM', to);
          const { output } = await step.ended;
          expect(gitlab.pipelines().map(({ status }) => status)).toEqual(['canceled']);
          expect(output).toContain('cancel');
        });
      });
    });
  }
});
