import { demoScenario, failingScript } from './demo-scenario.js';
import type { JobScript, PipelineScript } from './gitlab/state/pipeline-script.js';
import type { RefDescription, Scenario } from './gitlab/state/scenario.js';

/** The scenarios that need no file. */
export const scenarioNames = [
  'success',
  'failed',
  'warnings',
  'manual',
  'slow',
  'children',
  'throttled',
  'maintenance',
  'gitlab-13',
] as const;

export type ScenarioName = (typeof scenarioNames)[number];

const passingLog = '$ npm test\n3 passed\nJob succeeded\n';

function job(name: string, stage: string, more: Partial<JobScript> = {}): JobScript {
  return { name, stage, durationMs: 800, log: passingLog, ...more };
}

const archive = {
  fileType: 'archive',
  filename: 'artifacts.zip',
  files: { 'preview.env': 'IMAGE_TAG=1.4.2\nPREVIEW_URL=https://preview.example.com\n' },
};

function scriptWith(...jobs: readonly JobScript[]): PipelineScript {
  return { stages: ['build', 'test', 'deploy'], jobs };
}

const compile = job('compile', 'build', { artifacts: [archive] });
const unit = job('unit', 'test', { coverage: 87.5 });

const passing: PipelineScript = {
  ...scriptWith(compile, unit, job('publish', 'deploy')),
  tests: [{ name: 'unit', cases: [{ name: 'adds two numbers', status: 'success', executionTime: 0.003 }] }],
};

const children: PipelineScript = {
  ...scriptWith(compile, unit),
  bridges: [
    {
      name: 'smoke',
      stage: 'deploy',
      strategy: 'depend',
      downstream: { script: { stages: ['smoke'], jobs: [job('api', 'smoke', { artifacts: [archive] })] } },
    },
  ],
};

/** The scripts of the pipelines of each ref; a scenario uses one of these for `main` too. */
const scripts = {
  fails: failingScript,
  warnings: scriptWith(
    compile,
    unit,
    job('lint', 'test', {
      result: 'failed',
      allowFailure: true,
      log: 'src/round.ts:3:1 missing docstring\n',
    }),
  ),
  manual: scriptWith(compile, unit, job('publish', 'deploy', { result: 'manual' })),
  slow: scriptWith(compile, job('unit', 'test', { durationMs: 600_000 })),
  children,
} satisfies Readonly<Record<string, PipelineScript>>;

function mainOf(name: ScenarioName): PipelineScript {
  switch (name) {
    case 'failed':
      return scripts.fails;
    case 'warnings':
    case 'manual':
    case 'slow':
    case 'children':
      return scripts[name];
    case 'success':
    case 'throttled':
    case 'maintenance':
    case 'gitlab-13':
      return passing;
  }
}

/**
 * The project of the demo, with refs that do what their names say; the scenario name determines `main` or the
 * server.
 */
export function namedScenario(name: ScenarioName): Scenario {
  const refs = Object.entries({ main: mainOf(name), ...scripts }).map(([ref, script]): RefDescription => ({
    name: ref,
    ci: { kind: 'valid', script },
  }));
  return {
    ...demoScenario,
    projects: demoScenario.projects.map((project) => ({ ...project, refs })),
    ...(name === 'throttled'
      ? { throttle: { unauthenticatedPerMinute: 2, authenticatedPerMinute: 10 } }
      : {}),
    ...(name === 'maintenance' ? { writes: 'maintenance' as const } : {}),
    ...(name === 'gitlab-13' ? { release: '13.0' as const } : {}),
  };
}
