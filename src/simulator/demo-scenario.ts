import type { Scenario } from './gitlab/scenario.js';

/** The pipeline trigger token of the demo; it opens nothing. */
export const demoToken = 'glptt-0000000000000000000000000000000000000000';

/** A GitLab with one public project, whose pipeline compiles, tests and deploys in a few seconds. */
export const demoScenario: Scenario = {
  users: [{ username: 'ada', name: 'Ada' }],
  projects: [
    {
      id: 42,
      path: 'group/app',
      visibility: 'public',
      members: { ada: 'maintainer' },
      refs: [{ name: 'main' }],
      triggers: [{ token: demoToken, owner: 'ada', description: 'demo' }],
      ci: {
        kind: 'valid',
        script: {
          stages: ['build', 'test', 'deploy'],
          createdForMs: 600,
          jobs: [
            { name: 'compile', stage: 'build', queuedMs: 700, durationMs: 1800 },
            { name: 'unit', stage: 'test', durationMs: 1500, coverage: 87.5 },
            { name: 'lint', stage: 'test', durationMs: 900, result: 'failed', allowFailure: true },
            { name: 'publish', stage: 'deploy', durationMs: 1200 },
          ],
        },
      },
    },
  ],
};
