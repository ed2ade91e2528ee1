import { describe, expect, test } from '@jest/globals';

import type { JobScript, PipelineScript } from '../../../../src/simulator/gitlab/state/pipeline-script.js';
import { type World, createWorld, pick, pluck, scenario, startMs } from './support/world.js';

const one = '/projects/42/pipelines/257';

function running(script: PipelineScript): World {
  const world = createWorld(scenario({ ci: { kind: 'valid', script } }));
  world.trigger();
  return world;
}

function statusOf(world: World, id = 257): unknown {
  return pick(world.asAda('GET', `/projects/42/pipelines/${id}`).body, 'status');
}

/** `name:status` of the newest attempts, oldest first. */
function jobsOf(world: World, query = ''): readonly string[] {
  const { body } = world.asAda('GET', `${one}/jobs?per_page=100${query}`);
  const [names, statuses] = [pluck(body, 'name'), pluck(body, 'status')];
  return names.map((name, index) => `${String(name)}:${String(statuses[index])}`).reverse();
}

/** The status at each change, as `ms:status`, until nothing more happens by itself. */
function timeline(world: World): readonly string[] {
  const seen = [`0:${String(statusOf(world))}`];
  for (;;) {
    const next = world.gitlab.nextChangeMs();
    if (next === undefined) return seen;
    world.clock.pass(next - world.clock.epochMs());
    const status = String(statusOf(world));
    if (!seen.at(-1)?.endsWith(`:${status}`)) seen.push(`${world.clock.epochMs() - startMs}:${status}`);
  }
}

const pathOfTwoStages: PipelineScript = {
  stages: ['build', 'test'],
  jobs: [
    { name: 'unit', stage: 'test', durationMs: 2000, coverage: 80 },
    { name: 'compile', stage: 'build', queuedMs: 300, durationMs: 1500, coverage: 90.5 },
  ],
};

describe('a pipeline over time', () => {
  test('goes from created over pending and running to its end', () => {
    expect(timeline(running(pathOfTwoStages))).toEqual([
      '0:created',
      '200:pending',
      '500:running',
      '4000:success',
    ]);
  });

  test('shows times, durations and coverage as GitLab writes them', () => {
    const world = running(pathOfTwoStages);
    world.clock.pass(4000);
    expect(world.asAda('GET', one).body).toMatchObject({
      status: 'success',
      created_at: '2026-01-01T00:00:00.000Z',
      started_at: '2026-01-01T00:00:00.500Z',
      finished_at: '2026-01-01T00:00:04.000Z',
      updated_at: '2026-01-01T00:00:04.000Z',
      duration: 3,
      queued_duration: null,
      coverage: '85.25',
      name: null,
      detailed_status: { text: 'Passed', label: 'passed', group: 'success' },
    });
    expect(pick(world.asAda('GET', `${one}/jobs`).body, 1)).toMatchObject({
      id: 9001,
      name: 'compile',
      stage: 'build',
      status: 'success',
      coverage: 90.5,
      created_at: '2026-01-01T00:00:00.000Z',
      started_at: '2026-01-01T00:00:00.500Z',
      finished_at: '2026-01-01T00:00:02.000Z',
      duration: 1.5,
      queued_duration: 0.3,
      web_url: 'https://gitlab.example.com/group/app/-/jobs/9001',
      pipeline: { id: 257 },
      runner: { id: 1 },
      tag_list: [],
      artifacts: [],
    });
  });

  test('is the same whether it was polled or not', () => {
    const [watched, alone] = [running(pathOfTwoStages), running(pathOfTwoStages)];
    for (let passed = 0; passed < 5000; passed += 37) {
      watched.clock.pass(37);
      statusOf(watched);
    }
    alone.clock.pass(watched.clock.nowMs());
    expect(watched.gitlab.pipelines()).toEqual(alone.gitlab.pipelines());
  });

  test('without jobs stays created forever', () => {
    expect(timeline(running({}))).toEqual(['0:created']);
  });

  test('follows a timeline of any statuses instead of its jobs', () => {
    const script = {
      statusTimeline: [
        { afterMs: 0, status: 'waiting_for_callback' },
        { afterMs: 100, status: 'running' },
        { afterMs: 300, status: 'pondering' },
        { afterMs: 900, status: 'success' },
      ],
      jobs: [{ name: 'unit', result: 'failed' as const }],
    };
    const world = running(script);
    expect(timeline(world)).toEqual([
      '0:waiting_for_callback',
      '100:running',
      '300:pondering',
      '900:success',
    ]);
    expect(jobsOf(world)).toEqual(['unit:failed']);
    expect(world.asAda('GET', one).body).toMatchObject({ finished_at: '2026-01-01T00:00:00.900Z' });
  });

  test('skips later stages after a failure but not what runs always or on failure', () => {
    const world = running({
      jobs: [
        { name: 'compile', stage: 'build', result: 'failed', failureReason: 'runner_system_failure' },
        { name: 'unit', stage: 'test' },
        { name: 'rescue', stage: 'test', when: 'on_failure' },
        { name: 'notify', stage: 'after', when: 'always' },
      ],
    });
    expect(timeline(world).at(-1)).toMatch(/:failed$/);
    expect(jobsOf(world)).toEqual(['compile:failed', 'unit:skipped', 'rescue:success', 'notify:success']);
    expect(pick(world.asAda('GET', '/projects/42/jobs/9001').body, 'failure_reason')).toBe(
      'runner_system_failure',
    );
  });

  test('passes with warnings after an allowed failure', () => {
    const world = running({
      jobs: [{ name: 'lint', result: 'failed', allowFailure: true }, { name: 'unit' }],
    });
    timeline(world);
    expect(world.asAda('GET', one).body).toMatchObject({
      status: 'success',
      detailed_status: { label: 'passed with warnings', group: 'success-with-warnings' },
    });
  });

  test('shows a job in the statuses before pending', () => {
    const job: JobScript = {
      name: 'unit',
      startAfterMs: 100,
      before: [
        { status: 'waiting_for_resource', forMs: 100 },
        { status: 'preparing', forMs: 100 },
      ],
    };
    expect(timeline(running({ jobs: [job] }))).toEqual([
      '0:created',
      '300:waiting_for_resource',
      '400:preparing',
      '500:running',
      '1500:success',
    ]);
  });

  test('ends a skipped or canceled job as scripted', () => {
    expect(timeline(running({ jobs: [{ name: 'a', result: 'skipped' }] })).at(-1)).toBe('200:skipped');
    expect(timeline(running({ jobs: [{ name: 'a', result: 'canceled' }] })).at(-1)).toBe('1200:canceled');
  });
});

describe('the manual and delayed jobs', () => {
  const deploy: JobScript = { name: 'deploy', stage: 'deploy', result: 'manual' };
  const script = (manual: JobScript): PipelineScript => ({
    jobs: [{ name: 'unit', stage: 'test' }, manual, { name: 'smoke', stage: 'after' }],
  });

  test('block the pipeline until a user plays them', () => {
    const world = running(script(deploy));
    expect(timeline(world).at(-1)).toBe('1200:manual');
    expect(jobsOf(world)).toEqual(['unit:success', 'deploy:manual', 'smoke:created']);
    const played = world.asAda('POST', '/projects/42/jobs/9002/play');
    expect([played.status, pick(played.body, 'status')]).toEqual([200, 'pending']);
    expect(timeline(world).at(-1)).toMatch(/:success$/);
    expect(world.asAda('POST', '/projects/42/jobs/9002/play')).toMatchObject({
      status: 400,
      body: { message: '400 Bad request - Unplayable Job' },
    });
  });

  test('are ignored if they are optional, and playing one restarts a finished pipeline', () => {
    const world = running(script({ ...deploy, allowFailure: true, resultAfterPlay: 'failed' }));
    expect(timeline(world).at(-1)).toMatch(/:success$/);
    world.asAda('POST', '/projects/42/jobs/9002/play');
    world.clock.pass(10);
    expect(statusOf(world)).toBe('running');
    expect(timeline(world).at(-1)).toMatch(/:success$/);
    expect(jobsOf(world)).toEqual(['unit:success', 'deploy:failed', 'smoke:success']);
  });

  test('start by themselves if they are delayed', () => {
    const world = running(script({ ...deploy, result: 'scheduled', startAfterMs: 60_000 }));
    expect(timeline(world)).toEqual([
      '0:created',
      '200:running',
      '1200:scheduled',
      '61200:running',
      '63200:success',
    ]);
  });

  test('can be played before their time if they are delayed', () => {
    const world = running(script({ ...deploy, result: 'scheduled', startAfterMs: 60_000 }));
    world.clock.pass(5000);
    expect(world.asAda('POST', '/projects/42/jobs/9002/play').status).toBe(200);
    expect(timeline(world).at(-1)).toBe('7000:success');
  });
});

describe('the retry of a job', () => {
  test('by GitLab itself happens without a failure of the pipeline', () => {
    const world = running({
      jobs: [{ name: 'flaky', retriesBeforeSuccess: 2, failureReason: 'script_failure' }],
    });
    expect(timeline(world)).toEqual(['0:created', '200:running', '3200:success']);
    expect(jobsOf(world)).toEqual(['flaky:success']);
    expect(jobsOf(world, '&include_retried=true')).toEqual(['flaky:failed', 'flaky:failed', 'flaky:success']);
    expect(jobsOf(world, '&include_retried=true&scope[]=failed')).toHaveLength(2);
  });

  test('of a failed pipeline runs what failed, then what waited for it', () => {
    const world = running({
      jobs: [
        { name: 'ok', stage: 'build' },
        { name: 'compile', stage: 'build', result: 'failed', resultAfterRetry: 'success' },
        { name: 'unit', stage: 'test' },
      ],
    });
    expect(timeline(world).at(-1)).toMatch(/:failed$/);
    const { status, body } = world.asAda('POST', `${one}/retry`);
    expect([status, pick(body, 'status')]).toEqual([201, 'running']);
    expect(timeline(world).at(-1)).toMatch(/:success$/);
    expect(jobsOf(world)).toEqual(['ok:success', 'unit:success', 'compile:success']);
  });

  test('of a pipeline that passed changes nothing', () => {
    const world = running({ jobs: [{ name: 'unit' }] });
    timeline(world);
    const { status, body } = world.asAda('POST', `${one}/retry`);
    expect([status, pick(body, 'status')]).toEqual([201, 'success']);
  });

  test('of one job creates a new one, once', () => {
    const world = running({ jobs: [{ name: 'unit' }] });
    timeline(world);
    const { status, body } = world.asAda('POST', '/projects/42/jobs/9001/retry');
    expect([status, pick(body, 'id'), pick(body, 'status')]).toEqual([201, 9002, 'pending']);
    expect(world.asAda('POST', '/projects/42/jobs/9001/retry')).toMatchObject({
      status: 403,
      body: { message: '403 Forbidden - Job is not retryable' },
    });
  });
});

describe('the cancellation of a pipeline', () => {
  const script: PipelineScript = {
    jobs: [
      { name: 'unit', stage: 'test', durationMs: 60_000, cancelingForMs: 500 },
      { name: 'lint', stage: 'test', durationMs: 60_000 },
      { name: 'deploy', stage: 'deploy' },
    ],
  };

  test('stops what runs and what waits, through canceling if a job takes its time', () => {
    const world = running(script);
    world.clock.pass(1000);
    const { status, body } = world.asAda('POST', `${one}/cancel`);
    expect([status, pick(body, 'status')]).toEqual([200, 'canceling']);
    expect(jobsOf(world)).toEqual(['unit:canceling', 'lint:canceled', 'deploy:canceled']);
    expect(timeline(world).at(-1)).toBe('1500:canceled');
  });

  test('takes effect at once before anything ran', () => {
    const world = running(script);
    expect(pick(world.asAda('POST', `${one}/cancel`).body, 'status')).toBe('canceled');
    expect(timeline(world)).toEqual(['0:canceled']);
  });

  test('is 200 with an unchanged pipeline when it has ended', () => {
    const world = running({ jobs: [{ name: 'unit' }] });
    timeline(world);
    const { status, body } = world.asAda('POST', `${one}/cancel`);
    expect([status, pick(body, 'status')]).toEqual([200, 'success']);
  });

  test('ends a scripted timeline', () => {
    const world = running({ statusTimeline: [{ afterMs: 0, status: 'running' }] });
    world.asAda('POST', `${one}/cancel`);
    expect(timeline(world)).toEqual(['0:canceled']);
  });

  test('of one job does not affect the others', () => {
    const world = running(script);
    world.clock.pass(1000);
    expect(world.asAda('POST', '/projects/42/jobs/9002/cancel').status).toBe(201);
    expect(jobsOf(world)).toEqual(['unit:running', 'lint:canceled', 'deploy:created']);
  });
});

describe('the bridges of a pipeline', () => {
  const child: PipelineScript = { jobs: [{ name: 'inner', durationMs: 5000, result: 'failed' }] };

  test('mirror the child if they depend on it, and show it once it exists', () => {
    const world = running({
      bridges: [{ name: 'children', strategy: 'depend', downstream: { script: child } }],
    });
    expect(pick(world.asAda('GET', `${one}/bridges`).body, 0, 'downstream_pipeline')).toBeNull();
    world.clock.pass(1000);
    expect(pick(world.asAda('GET', `${one}/bridges`).body, 0)).toMatchObject({
      name: 'children',
      status: 'running',
      downstream_pipeline: { id: 258, project_id: 42, source: 'parent_pipeline', status: 'running' },
    });
    expect(jobsOf(world)).toEqual([]);
    expect(timeline(world).at(-1)).toBe('5400:failed');
  });

  const inner = (job: Partial<JobScript>): PipelineScript => ({ jobs: [{ name: 'inner', ...job }] });
  test.each([
    { give: inner({}), depend: 'success', mirror: 'success' },
    { give: inner({ result: 'failed' }), depend: 'failed', mirror: 'failed' },
    { give: inner({ result: 'canceled' }), depend: 'canceled', mirror: 'canceled' },
    { give: inner({ result: 'skipped' }), depend: 'failed', mirror: 'skipped' },
    { give: inner({ result: 'manual' }), depend: 'running', mirror: 'manual' },
    { give: inner({ result: 'scheduled', startAfterMs: 60_000 }), depend: 'running', mirror: 'running' },
  ])('become $depend if they depend, and $mirror if they mirror', ({ give, ...want }) => {
    for (const strategy of ['depend', 'mirror'] as const) {
      const world = running({ bridges: [{ name: 'children', strategy, downstream: { script: give } }] });
      world.clock.pass(10_000);
      expect(pick(world.asAda('GET', `${one}/bridges`).body, 0, 'status')).toBe(want[strategy]);
    }
  });

  test('stay manual if they mirror, until the played job has ended, and run again with a retry', () => {
    const script = inner({ result: 'manual', resultAfterPlay: 'failed', resultAfterRetry: 'success' });
    const world = running({ bridges: [{ name: 'children', strategy: 'mirror', downstream: { script } }] });
    const bridge = (): unknown => pick(world.asAda('GET', `${one}/bridges`).body, 0, 'status');
    world.clock.pass(10_000);
    world.asAda('POST', '/projects/42/jobs/9002/play');
    expect([bridge(), statusOf(world), statusOf(world, 258)]).toEqual(['manual', 'manual', 'running']);
    world.clock.pass(10_000);
    expect([bridge(), statusOf(world)]).toEqual(['failed', 'failed']);
    world.asAda('POST', '/projects/42/pipelines/258/retry');
    expect([bridge(), statusOf(world)]).toEqual(['running', 'running']);
    world.clock.pass(10_000);
    expect([bridge(), statusOf(world)]).toEqual(['success', 'success']);
  });

  test('are listed by the names that the release knows', () => {
    const statuses = (triggerJobRoutes: readonly ('bridges' | 'trigger_jobs')[]): readonly unknown[] => {
      const world = createWorld(scenario({}, { release: { triggerJobRoutes } }));
      world.trigger();
      return ['bridges', 'trigger_jobs'].map((name) => world.asAda('GET', `${one}/${name}`));
    };
    const absent = { status: 404, body: { error: '404 Not Found' } };
    expect(statuses(['bridges'])).toMatchObject([{ status: 200 }, absent]);
    expect(statuses(['trigger_jobs'])).toMatchObject([absent, { status: 200 }]);
    expect(statuses(['bridges', 'trigger_jobs'])).toMatchObject([{ status: 200 }, { status: 200 }]);
  });

  test('succeed at once if they do not depend', () => {
    const world = running({ bridges: [{ name: 'children', downstream: { script: child } }] });
    expect(timeline(world)).toContain('200:success');
    expect(statusOf(world, 258)).toBe('failed');
  });

  test('start a pipeline of source pipeline in another project, and fail without the project', () => {
    const script = (projectId: number): PipelineScript => ({
      bridges: [{ name: 'deploy', downstream: { projectId, script: child } }],
    });
    const base = scenario({ ci: { kind: 'valid', script: script(43) } });
    const projects = base.projects.map((project) =>
      project.id === 43 ? { ...project, refs: [{ name: 'main' }] } : project,
    );
    const other = createWorld({ ...base, projects });
    other.trigger();
    other.clock.pass(1000);
    expect(other.gitlab.pipelines().map(({ projectId, source }) => [projectId, source])).toEqual([
      [42, 'trigger'],
      [43, 'pipeline'],
    ]);
    const missing = running(script(99));
    timeline(missing);
    expect(pick(missing.asAda('GET', `${one}/bridges`).body, 0)).toMatchObject({
      status: 'failed',
      failure_reason: 'downstream_bridge_project_not_found',
      downstream_pipeline: null,
    });
  });

  test('cancel the child with the parent', () => {
    const world = running({
      bridges: [{ name: 'children', strategy: 'depend', downstream: { script: child } }],
    });
    world.clock.pass(1000);
    world.asAda('POST', `${one}/cancel`);
    expect([statusOf(world), statusOf(world, 258)]).toEqual(['canceled', 'canceled']);
  });

  test('restart the parent when the child is retried', () => {
    const script = { jobs: [{ name: 'inner', result: 'failed', resultAfterRetry: 'success' }] } as const;
    const world = running({ bridges: [{ name: 'children', strategy: 'depend', downstream: { script } }] });
    expect(timeline(world).at(-1)).toMatch(/:failed$/);
    world.asAda('POST', '/projects/42/pipelines/258/retry');
    expect(statusOf(world)).toBe('running');
    expect(timeline(world).at(-1)).toMatch(/:success$/);
  });
});

describe('the logs of jobs', () => {
  const trace = '/projects/42/jobs/9001/trace';

  test('grow line by line and are empty before the job runs', () => {
    const world = running({ jobs: [{ name: 'unit', queuedMs: 800, durationMs: 4000, log: 'a\nb\nc\nd\n' }] });
    const at = (spanMs: number): unknown => {
      world.clock.pass(spanMs);
      return world.asAda('GET', trace).body;
    };
    expect([at(0), at(1000), at(2000), at(1500), at(1000)]).toEqual([
      '',
      '',
      'a\nb\n',
      'a\nb\nc\n',
      'a\nb\nc\nd\n',
    ]);
  });

  test('can be a function of time', () => {
    const log = ({
      elapsedMs,
      state,
      attempt,
    }: {
      elapsedMs: number;
      state: string;
      attempt: number;
    }): string => `${elapsedMs} ${state} ${attempt}`;
    const world = running({ jobs: [{ name: 'unit', log }] });
    world.clock.pass(700);
    expect(world.asAda('GET', trace).body).toBe('500 running 1');
  });

  test.each([
    { traceOffsets: 'supported', give: '?byte_offset=3', want: '456789' },
    { traceOffsets: 'supported', give: '?byte_offset=2&byte_limit=3', want: 'ü4' },
    { traceOffsets: 'supported', give: '?byte_offset=99', want: '' },
    { traceOffsets: 'ignored', give: '?byte_offset=4', want: '1ü456789' },
  ] as const)('$give where offsets are $traceOffsets', ({ traceOffsets, give, want }) => {
    const log =
      traceOffsets === 'supported' && give === '?byte_offset=2&byte_limit=3' ? '01ü456789' : '1ü456789';
    const world = createWorld(
      scenario(
        { ci: { kind: 'valid', script: { jobs: [{ name: 'unit', log }] } } },
        { release: { traceOffsets } },
      ),
    );
    world.trigger();
    world.clock.pass(5000);
    const { status, headers, body } = world.asAda('GET', `${trace}${give}`);
    expect({ status, body }).toEqual({ status: 200, body: want });
    expect(headers).toMatchObject({
      'content-type': 'text/plain',
      'content-disposition': 'infile; filename="9001.log"',
    });
  });
});

describe('a pipeline created by a user', () => {
  test('takes a list of variables and has the source api', () => {
    const world = createWorld();
    const { status, body } = world.asAda('POST', '/projects/group%2Fapp/pipeline', {
      ref: 'main',
      variables: [
        { key: 'A', value: '1' },
        { key: 'F', value: 'text', variable_type: 'file' },
      ],
    });
    expect([status, pick(body, 'source'), pick(body, 'user', 'username')]).toEqual([201, 'api', 'ada']);
    expect(world.gitlab.pipelines()[0]?.variables).toEqual({ A: '1', F: 'text' });
  });

  test.each([
    { give: {}, want: { status: 400, body: { error: 'ref is missing, ref is empty' } } },
    {
      give: { ref: 'main', variables: { A: '1' } },
      want: { status: 400, body: { error: 'variables is invalid' } },
    },
    {
      give: { ref: 'none' },
      want: { status: 400, body: { message: { base: ['Reference not found'] } } },
    },
  ])('$give is refused', ({ give, want }) => {
    expect(createWorld().asAda('POST', '/projects/42/pipeline', give)).toMatchObject(want);
  });

  test('is a 400 with too many active jobs, where a trigger gets 422', () => {
    const world = createWorld(scenario({ ci: { kind: 'too_many_active_jobs' } }));
    expect(world.asAda('POST', '/projects/42/pipeline', { ref: 'main' }).status).toBe(400);
    expect(world.trigger().status).toBe(422);
  });
});

test('the artifacts of a finished job are listed', () => {
  const artifacts = [
    { fileType: 'archive', filename: 'artifacts.zip', sizeBytes: 120 },
    { fileType: 'dotenv', filename: '.env.gz', sizeBytes: 30 },
  ];
  const world = running({ jobs: [{ name: 'unit', artifacts, tags: ['linux'] }] });
  timeline(world);
  expect(world.asAda('GET', '/projects/42/jobs/9001').body).toMatchObject({
    artifacts_file: { filename: 'artifacts.zip', size: 120 },
    artifacts: [
      { file_type: 'archive', size: 120, filename: 'artifacts.zip', file_format: 'zip' },
      { file_type: 'metadata', size: 100, filename: 'metadata.gz', file_format: 'gzip' },
      { file_type: 'dotenv', size: 30, filename: '.env.gz', file_format: 'gzip' },
    ],
    tag_list: ['linux'],
  });
});

test('the test report is empty until the job has ended', () => {
  const cases = [
    { name: 'adds', status: 'success', executionTime: 0.5 },
    { name: 'divides', status: 'failed', executionTime: 1, systemOutput: 'by zero' },
  ] as const;
  const world = running({ jobs: [{ name: 'unit' }], tests: [{ name: 'unit', cases }] });
  expect(pick(world.asAda('GET', `${one}/test_report`).body, 'total_count')).toBe(0);
  timeline(world);
  expect(world.asAda('GET', `${one}/test_report`).body).toMatchObject({
    total_time: 1.5,
    total_count: 2,
    success_count: 1,
    failed_count: 1,
    test_suites: [{ name: 'unit', test_cases: [{ name: 'adds' }, { system_output: 'by zero' }] }],
  });
  expect(pick(world.asAda('GET', `${one}/test_report_summary`).body, 'total')).toEqual({
    time: 1.5,
    count: 2,
    success: 1,
    failed: 1,
    skipped: 0,
    error: 0,
    suite_error: null,
  });
});
