import { describe, expect } from '@jest/globals';

import type { JobScript, PipelineScript } from '../../src/simulator/gitlab/state/pipeline-script.js';
import { oneProject, valid } from '../support/one-project.js';
import { type Followed, followRun, jsonOutput } from './support/following.js';
import { testsAtOnce } from './support/tests-at-once.js';

function run(script: PipelineScript, inputs: Readonly<Record<string, string>>): Promise<Followed> {
  const scenario = oneProject({ ci: valid({ createdForMs: 0, ...script }) });
  return followRun({ scenario, inputs: { poll_interval: '1s', ...inputs } });
}

const child = (
  jobs: readonly JobScript[],
  externalStatuses?: PipelineScript['externalStatuses'],
): PipelineScript => ({
  createdForMs: 500,
  jobs,
  externalStatuses,
});

describe('a verdict by jobs', () => {
  const test = testsAtOnce();
  const deploying = (result: 'success' | 'failed'): PipelineScript => ({
    stages: ['build', 'deploy'],
    jobs: [
      { name: 'build', stage: 'build', durationMs: 100 },
      { name: 'slow', stage: 'build', durationMs: 1500 },
    ],
    bridges: [
      {
        name: 'deploy',
        stage: 'deploy',
        strategy: 'depend',
        downstream: { script: child([{ name: 'smoke', durationMs: 300, result }]) },
      },
    ],
  });
  for (const jobs of ['build\ndeploy/smoke', 'build\nsmoke', '*build\n*smoke', '*']) {
    test(`waits for the named pipeline below, and fails like it: ${JSON.stringify(jobs)}`, async () => {
      const done = await run(deploying('failed'), { jobs });
      expect([done.exitCode, done.outputs.outcome]).toEqual([1, 'failed']);
      expect(done.annotations[0]?.message).toContain('deploy › smoke');
    });
  }

  test('passes when all of the pipeline below passes', async () => {
    const done = await run(deploying('success'), { jobs: 'build\ndeploy/smoke' });
    expect([done.exitCode, done.outputs.outcome]).toEqual([0, 'success']);
  });

  for (const durationMs of [50, 3000]) {
    test(`is an error for a name that no job has, whether or not all has ended (${durationMs} ms)`, async () => {
      const done = await run({ jobs: [{ name: 'build', durationMs }] }, { jobs: 'build\ndeploy-production' });
      expect([done.exitCode, done.annotations[0]?.message]).toEqual([
        2,
        expect.stringContaining('matches deploy-production'),
      ]);
    });
  }

  test('matches the parts of a matrix by the name they share', async () => {
    const parts = (['success', 'failed'] as const).map((result) => ({
      name: `compile: [${result}]`,
      result,
      durationMs: 100,
    }));
    const done = await run(
      { jobs: [...parts, { name: 'soak', durationMs: 3_600_000 }] },
      { jobs: 'compile' },
    );
    expect([done.exitCode, done.outputs.outcome]).toEqual([1, 'failed']);
  });
});

describe('a manual job beside a failed job', () => {
  const test = testsAtOnce();
  const gated: PipelineScript = {
    jobs: [
      { name: 'build', durationMs: 100 },
      { name: 'unit', durationMs: 200, result: 'failed' },
      { name: 'deploy', result: 'manual' },
    ],
  };
  for (const inputs of [
    { on_manual: 'stop', accept: 'success, manual' },
    { on_manual: 'wait', timeout: '2m' },
    { on_manual: 'play' },
    { on_manual: 'wait', timeout: '2m', jobs: 'build\nunit\ndeploy' },
  ]) {
    test(`is not played, and the pipeline fails: ${JSON.stringify(inputs)}`, async () => {
      const done = await run(gated, inputs);
      expect([done.exitCode, done.outputs.outcome, done.outputs.status]).toEqual([1, 'failed', 'manual']);
      expect(done.annotations[0]?.message).toMatch(/failed after [\d.]+s: 1 of 3 jobs failed \(unit\)/);
      expect(done.requests.filter((line) => line.endsWith('/play'))).toEqual([]);
    });
  }

  test('is played when the failed job is allowed to fail', async () => {
    const mayFail = gated.jobs?.map((job) => ({ ...job, allowFailure: job.name === 'unit' }));
    const done = await run({ jobs: mayFail }, { on_manual: 'play' });
    expect([done.exitCode, done.outputs.outcome]).toEqual([0, 'warnings']);
  });
});

describe('the input downstream: require', () => {
  const test = testsAtOnce();
  const required = { downstream: 'require', outage_timeout: '2s' };
  const withChild = (result: 'success' | 'failed', more: object = {}): PipelineScript => ({
    jobs: [{ name: 'unit', durationMs: 50 }],
    bridges: [
      { name: 'child', downstream: { script: child([{ name: 'below', durationMs: 100, result }]) }, ...more },
    ],
  });

  for (const { tells, result, want } of [
    { tells: 'status', result: 'failed', want: [1, 'failed'] },
    { tells: 'status', result: 'success', want: [0, 'success'] },
    { tells: 'garbled', result: 'success', want: [4, 'outage'] },
    { tells: 'nothing', result: 'success', want: [4, 'outage'] },
    { tells: 'nothing', result: 'failed', want: [4, 'outage'] },
  ] as const) {
    test(`judges a child pipeline that ${result} and of which GitLab shows: ${tells}`, async () => {
      const done = await run(withChild(result, { tells }), required);
      expect([done.exitCode, done.outputs.outcome]).toEqual(want);
    });
  }

  test('names the child pipeline below a trigger job that may fail, and its job', async () => {
    const done = await run(withChild('failed', { strategy: 'depend', allowFailure: true }), required);
    expect(done.exitCode).toBe(1);
    expect(done.annotations[0]?.message).toMatch(
      /failed after [\d.]+s: the child pipeline `child` failed \(downstream: require\); 1 of 2 jobs failed \(child › below\)/,
    );
    expect(done.groups.map(({ title }) => title)).not.toContain(expect.stringContaining('allowed to fail'));
  });
});

describe('the message about a pipeline that failed although no job of it has', () => {
  const test = testsAtOnce();
  const sonar = {
    name: 'sonar',
    status: 'failed',
    description: 'Quality gate failed',
    targetUrl: 'https://sonar.example.com/1',
  } as const;

  test('names the status of the external system, as do the report and the outputs', async () => {
    const script = { jobs: [{ name: 'unit', durationMs: 100 }], externalStatuses: [sonar] };
    const done = await run(script, {});
    expect([done.exitCode, done.outputs.outcome]).toEqual([1, 'failed']);
    const { message } = done.annotations[0] ?? {};
    expect(message).toMatch(/no job that GitLab lists failed; the external status failed \(`sonar`\)/);
    expect(message).toContain('sonar (external status): Quality gate failed https://sonar.example.com/1');
    expect(done.summary).toContain('### Failed statuses of other systems');
    expect(jsonOutput(done, 'failed_jobs')).toEqual({
      version: 1,
      jobs: [],
      omitted: 0,
      external_statuses: [
        {
          name: 'sonar',
          status: 'failed',
          description: 'Quality gate failed',
          target_url: 'https://sonar.example.com/1',
          path: [],
        },
      ],
    });
  });

  test('names that of a required child pipeline', async () => {
    const script: PipelineScript = {
      bridges: [
        { name: 'child', downstream: { script: child([{ name: 'below', durationMs: 50 }], [sonar]) } },
      ],
    };
    const done = await run(script, { downstream: 'require' });
    expect(done.exitCode).toBe(1);
    expect(done.annotations[0]?.message).toMatch(/the child pipeline `child` failed .*\(`child › sonar`\)/);
  });

  test('keeps the verdict and reports that the statuses cannot be read', async () => {
    const scenario = oneProject({
      ci: valid({ createdForMs: 0, jobs: [{ name: 'unit', durationMs: 50 }], externalStatuses: [sonar] }),
    });
    const done = await followRun({
      scenario,
      inputs: { poll_interval: '1s' },
      faults: [
        {
          when: { method: 'GET', pathMatches: /\/statuses/ },
          fault: { kind: 'status', status: 403, work: 'not_done' },
        },
      ],
    });
    expect([done.exitCode, done.outputs.outcome]).toEqual([1, 'failed']);
    expect(done.annotations[0]?.message).toMatch(/None of its jobs failed.*cannot be read/);
  });
});

describe('the message about a pipeline of which no job ran', () => {
  const test = testsAtOnce();
  test('says that all of them are manual', async () => {
    const done = await run({ jobs: [{ name: 'ship', result: 'manual', allowFailure: true }] }, {});
    expect([done.exitCode, done.outputs.outcome]).toEqual([1, 'skipped']);
    expect(done.annotations[0]?.message).toMatch(
      /was skipped after \S+: no job ran, because all of them are manual/,
    );
  });
});
