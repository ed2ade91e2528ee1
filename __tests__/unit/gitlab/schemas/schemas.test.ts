import { describe, expect, test } from '@jest/globals';

import {
  readBridges,
  readCreatedPipeline,
  readJob,
  readJobs,
  readPipeline,
  readPipelines,
  readProject,
  readTestReport,
  readTestTotals,
  readTriggerToken,
  readTriggerTokens,
  readVariables,
} from '../../../../src/gitlab/schemas/schemas.js';
import type { Job } from '../../../../src/model/pipeline.js';

const least = {
  id: 257,
  project_id: 42,
  status: 'created',
  ref: 'main',
  sha: 'a'.repeat(40),
  web_url: 'https://gitlab.example.test/group/app/-/pipelines/257',
};

const leastRead = {
  id: 257,
  projectId: 42,
  status: 'created',
  ref: 'main',
  sha: 'a'.repeat(40),
  webUrl: 'https://gitlab.example.test/group/app/-/pipelines/257',
};

describe('readPipeline', () => {
  test('reads all known members and ignores the rest', () => {
    expect(
      readPipeline({
        ...least,
        iid: 118,
        source: 'trigger',
        name: 'Deploy',
        before_sha: '0'.repeat(40),
        tag: false,
        yaml_errors: 'jobs config',
        user: { id: 1, username: 'owner', surprise: true },
        created_at: '2026-11-21T12:00:00.000Z',
        updated_at: '2026-11-21T12:00:01.000Z',
        started_at: '2026-11-21T12:00:02.000Z',
        finished_at: '2026-11-21T12:01:02.000Z',
        committed_at: null,
        duration: 60,
        queued_duration: 1.5,
        coverage: '98.29',
        detailed_status: { group: 'success-with-warnings', icon: 'x', illustration: null },
      }),
    ).toEqual({
      kind: 'ok',
      value: {
        ...leastRead,
        iid: 118,
        source: 'trigger',
        name: 'Deploy',
        yamlErrors: 'jobs config',
        createdAt: '2026-11-21T12:00:00.000Z',
        updatedAt: '2026-11-21T12:00:01.000Z',
        startedAt: '2026-11-21T12:00:02.000Z',
        finishedAt: '2026-11-21T12:01:02.000Z',
        durationSeconds: 60,
        queuedSeconds: 1.5,
        coverage: '98.29',
        statusGroup: 'success-with-warnings',
      },
    });
  });

  test('treats null, a missing member and another type of an optional member as absent', () => {
    expect(
      readPipeline({ ...least, iid: 'x', name: null, coverage: null, duration: '5', detailed_status: 7 }),
    ).toEqual({ kind: 'ok', value: leastRead });
  });

  test('reads a numeric coverage, and an unknown status', () => {
    expect(readPipeline({ ...least, coverage: 98.5, status: 'brand_new' })).toEqual({
      kind: 'ok',
      value: { ...leastRead, coverage: '98.5', status: 'brand_new' },
    });
  });

  const unfit: { name: string; give: unknown; want: string }[] = [
    { name: 'null', give: null, want: 'its JSON is of another kind' },
    { name: 'a list', give: [least], want: 'its JSON is of another kind' },
    { name: 'a text', give: 'ok', want: 'its JSON is of another kind' },
    {
      name: 'an empty object',
      give: {},
      want: 'missing or of another type: id, status, ref, sha',
    },
    { name: 'an id that is a text', give: { ...least, id: '257' }, want: 'missing or of another type: id' },
    { name: 'a null status', give: { ...least, status: null }, want: 'missing or of another type: status' },
    {
      name: 'a project that is a text',
      give: { ...least, project_id: '42' },
      want: 'missing or of another type: project_id',
    },
    {
      name: 'an address that is none',
      give: { ...least, web_url: 'javascript:alert(1)' },
      want: 'missing or of another type: web_url',
    },
  ];

  test.each(unfit)('refuses $name', ({ give, want }) => {
    expect(readPipeline(give)).toEqual({ kind: 'unfit', why: want });
  });

  test('reads one of GitLab before 13.10, which omits its project', () => {
    const old = { ...least, project_id: undefined };
    const want = { ...leastRead, projectId: undefined };
    expect([readPipeline(old), readPipeline({ ...old, project_id: null })]).toEqual([
      { kind: 'ok', value: want },
      { kind: 'ok', value: want },
    ]);
  });
});

describe('readCreatedPipeline', () => {
  test.each([
    { name: 'a number and nothing else', give: { id: 33 }, want: { id: 33 } },
    {
      name: 'what is there, and nothing that is of another type',
      give: { ...least, project_id: '42', status: null, web_url: '/relative', sha: 7, iid: 'x' },
      want: { id: 257, ref: 'main' },
    },
    { name: 'a whole pipeline', give: least, want: leastRead },
  ])('reads $name as a pipeline', ({ give, want }) => {
    expect(readCreatedPipeline(give)).toEqual({ kind: 'ok', value: want });
  });

  test.each([{}, { id: '33' }, { id: 0 }, { id: -1 }, { id: 1.5 }, { id: null }, [least], 'x', null])(
    'reads %j as none',
    (give) => {
      expect(readCreatedPipeline(give)).toMatchObject({ kind: 'unfit' });
    },
  );
});

describe('readPipelines', () => {
  test('reads a list, and an empty one', () => {
    expect([readPipelines([least]), readPipelines([])]).toEqual([
      { kind: 'ok', value: [leastRead] },
      { kind: 'ok', value: [] },
    ]);
  });

  test('keeps the other entries if one cannot be read', () => {
    const broken = { id: 1, status: 'running' };
    const wrong = { ...least, id: 2, web_url: '/relative' };
    expect(readPipelines([broken, least, wrong, 'x'])).toEqual({
      kind: 'ok',
      value: [
        { unfit: 'missing or of another type: 0.ref, 0.sha', id: 1 },
        leastRead,
        { unfit: 'missing or of another type: 2.web_url', id: 2 },
        { unfit: 'missing or of another type: 3' },
      ],
    });
  });

  test.each([[[{}]], [[{ id: 1 }, 'x']], [{}], [null]])('reads %j as no list of pipelines', (give) => {
    expect(readPipelines(give)).toMatchObject({ kind: 'unfit' });
  });
});

describe('the message about GitLab before 11.2', () => {
  const older = { ...least, project_id: undefined, web_url: undefined };
  const page = 'https://gitlab.example.test/group/app/-/jobs/9';
  const job = { id: 9, name: 'unit', stage: 'test', status: 'running', web_url: page };
  const olderJob = { ...job, web_url: undefined };
  const sentence = (what: string): unknown => ({
    kind: 'unfit',
    why: `This GitLab is older than 11.2: it returns no web_url of its ${what}`,
    tooOld: true,
  });

  test.each([
    { name: 'a pipeline', read: () => readPipeline(older), what: 'pipelines' },
    {
      name: 'a pipeline with nulls',
      read: () => readPipeline({ ...older, project_id: null, web_url: null }),
      what: 'pipelines',
    },
    { name: 'pipelines', read: () => readPipelines([older, older]), what: 'pipelines' },
    { name: 'a job', read: () => readJob(olderJob), what: 'jobs' },
    { name: 'jobs', read: () => readJobs([olderJob, { ...olderJob, web_url: null }]), what: 'jobs' },
    { name: 'trigger jobs', read: () => readBridges([olderJob]), what: 'jobs' },
  ])('appears for $name', ({ read, what }) => {
    expect(read()).toEqual(sentence(what));
  });

  test.each([
    { name: 'a pipeline with its project', read: () => readPipeline({ ...older, project_id: 42 }) },
    { name: 'a pipeline with its address', read: () => readPipeline({ ...older, web_url: least.web_url }) },
    { name: 'no pipelines', read: () => readPipelines([]) },
    { name: 'no jobs', read: () => readJobs([]) },
    { name: 'pipelines of which one has its address', read: () => readPipelines([older, least]) },
    { name: 'jobs of which one has its address', read: () => readJobs([olderJob, job]) },
    { name: 'the answer to a start', read: () => readCreatedPipeline(older) },
  ])('does not appear for $name', ({ read }) => {
    expect(read()).toMatchObject({ kind: 'ok' });
  });

  test.each([
    { name: 'a job that lacks more', read: () => readJob({ ...olderJob, stage: undefined }) },
    { name: 'a job with a broken address', read: () => readJob({ ...olderJob, web_url: '/jobs/9' }) },
    { name: 'a pipeline that lacks more', read: () => readPipeline({ ...older, sha: undefined }) },
  ])('is not the reason for $name', ({ read }) => {
    const reading = read();
    expect([reading.kind, 'tooOld' in reading]).toEqual(['unfit', false]);
  });
});

describe('readProject', () => {
  test('reads a project', () => {
    expect(
      readProject({
        id: 42,
        path_with_namespace: 'group/app',
        web_url: 'https://gitlab.example.test/group/app',
        default_branch: 'main',
        archived: false,
        name: 'App',
      }),
    ).toEqual({
      kind: 'ok',
      value: {
        id: 42,
        path: 'group/app',
        webUrl: 'https://gitlab.example.test/group/app',
        defaultBranch: 'main',
        archived: false,
      },
    });
  });
});

test('readProject reads restricted members, and takes the higher of two roles', () => {
  const seen = {
    id: 42,
    path_with_namespace: 'group/app',
    web_url: 'https://gitlab.example.test/group/app',
    builds_access_level: 'disabled',
    ci_config_path: '',
    ci_pipeline_variables_minimum_override_role: 'no_one_allowed',
    restrict_user_defined_variables: true,
    permissions: { project_access: { access_level: 30 }, group_access: { access_level: 40 } },
  };
  expect(readProject(seen)).toEqual({
    kind: 'ok',
    value: {
      id: 42,
      path: 'group/app',
      webUrl: 'https://gitlab.example.test/group/app',
      ciAccess: 'disabled',
      ciConfigPath: '',
      variablesRole: 'no_one_allowed',
      restrictsVariables: true,
      accessLevel: 40,
    },
  });
  const noRoles = { ...seen, permissions: { project_access: null, group_access: null } };
  expect(readProject(noRoles)).not.toHaveProperty('value.accessLevel', expect.anything());
});

const leastJob = {
  id: 9,
  name: 'unit',
  stage: 'test',
  status: 'failed',
  web_url: 'https://gitlab.example.test/group/app/-/jobs/9',
};
const leastJobRead = {
  id: 9,
  name: 'unit',
  stage: 'test',
  status: 'failed',
  allowFailure: false,
  isAllowanceUnknown: true,
  webUrl: leastJob.web_url,
};

describe('readJob and readJobs', () => {
  test('read every member of a job that we use', () => {
    const full = {
      ...leastJob,
      allow_failure: true,
      created_at: '2026-01-01T00:00:00.000Z',
      started_at: '2026-01-01T00:00:01.000Z',
      finished_at: '2026-01-01T00:00:03.500Z',
      duration: 2.5,
      queued_duration: 0.5,
      failure_reason: 'script_failure',
      coverage: 91.5,
      artifacts: [
        { file_type: 'archive', size: 120, filename: 'artifacts.zip', file_format: 'zip' },
        { file_type: 'dotenv', size: null },
        { file_type: 7 },
      ],
      artifacts_file: { filename: 'artifacts.zip', size: 120 },
      artifacts_expire_at: '2026-02-01T00:00:00.000Z',
      pipeline: { id: 1 },
    };

    expect(readJob(full)).toEqual({
      kind: 'ok',
      value: {
        ...leastJobRead,
        allowFailure: true,
        isAllowanceUnknown: undefined,
        createdAt: full.created_at,
        startedAt: full.started_at,
        finishedAt: full.finished_at,
        durationSeconds: 2.5,
        queuedSeconds: 0.5,
        failureReason: 'script_failure',
        coverage: '91.5',
        artifacts: [
          { fileType: 'archive', bytes: 120, filename: 'artifacts.zip', fileFormat: 'zip' },
          { fileType: 'dotenv' },
        ],
        artifactsExpireAt: full.artifacts_expire_at,
      },
    });
  });

  test.each([[undefined], [[]]])(
    'know an archive that is only listed separately from the list %j',
    (artifacts) => {
      const old = { ...leastJob, artifacts, artifacts_file: { filename: 'artifacts.zip', size: 120 } };

      expect(readJob(old)).toEqual({
        kind: 'ok',
        value: {
          ...leastJobRead,
          artifacts: [{ fileType: 'archive', bytes: 120, filename: 'artifacts.zip', fileFormat: 'zip' }],
        },
      });
    },
  );

  test('accept null, missing and odd optional members', () => {
    const odd = { ...leastJob, allow_failure: null, duration: 'long', coverage: null, failure_reason: 7 };

    expect(readJobs([odd, leastJob])).toEqual({ kind: 'ok', value: [leastJobRead, leastJobRead] });
  });

  test.each([
    { name: 'without a status', give: { ...leastJob, status: null }, why: '1.status' },
    { name: 'with a relative address', give: { ...leastJob, web_url: '/jobs/9' }, why: '1.web_url' },
    { name: 'of another kind', give: null, why: '1', id: undefined },
  ])('reject an entry $name, and keep the others', ({ give, why, ...rest }) => {
    expect(readJobs([leastJob, give])).toEqual({
      kind: 'ok',
      value: [
        leastJobRead,
        { unfit: `missing or of another type: ${why}`, id: 'id' in rest ? undefined : leastJob.id },
      ],
    });
  });

  test.each([[[{ status: null }, 'x']], [[7]]])('reject a list without any id: %j', (give) => {
    expect(readJobs(give)).toMatchObject({ kind: 'unfit', why: expect.stringMatching(/^missing or of/) });
  });
});

describe('readBridges', () => {
  const child = { id: 300, project_id: 43, status: 'running', web_url: 'https://gitlab.example.test/c/300' };
  const cases: { name: string; give: object; want: object }[] = [
    {
      name: 'with its pipeline',
      give: { ...leastJob, downstream_pipeline: { ...child, ref: 'main' } },
      want: {
        ...leastJobRead,
        downstream: { projectId: 43, pipelineId: 300, status: 'running', webUrl: child.web_url },
      },
    },
    { name: 'without one', give: leastJob, want: leastJobRead },
    { name: 'with none yet', give: { ...leastJob, downstream_pipeline: null }, want: leastJobRead },
    ...[
      { ...child, id: undefined },
      { ...child, id: '300' },
      { ...child, project_id: null },
      { ref: 'main', status: 'running' },
    ].map((details) => ({
      name: `with one that only tells its status: ${JSON.stringify(details)}`,
      give: { ...leastJob, downstream_pipeline: details },
      want: { ...leastJobRead, unreadDownstream: { status: 'running' } },
    })),
    ...[null, '/c/300', undefined].map((web_url) => ({
      name: `with one whose page is ${String(web_url)}`,
      give: { ...leastJob, downstream_pipeline: { ...child, web_url } },
      want: {
        ...leastJobRead,
        downstream: { projectId: 43, pipelineId: 300, status: 'running', webUrl: leastJobRead.webUrl },
      },
    })),
    ...['x', 7, [], {}, { ...child, status: null }, false].map((details) => ({
      name: `with an odd one: ${JSON.stringify(details)}`,
      give: { ...leastJob, downstream_pipeline: details },
      want: { ...leastJobRead, unreadDownstream: {} },
    })),
  ];

  test.each(cases)('reads a trigger job $name', ({ give, want }) => {
    expect(readBridges([give])).toEqual({ kind: 'ok', value: [want] });
  });
});

describe('readVariables', () => {
  test('reads keys with values, and omits those without', () => {
    const give = [
      { variable_type: 'env_var', key: 'A', value: '1', raw: false },
      { key: 'EMPTY', value: '' },
      { key: 'HIDDEN', value: null },
    ];

    expect(readVariables(give)).toEqual({
      kind: 'ok',
      value: [
        { key: 'A', value: '1' },
        { key: 'EMPTY', value: '' },
      ],
    });
  });
});

describe('an unreadable list of variables or trigger tokens', () => {
  test('keeps the entries that can be read', () => {
    expect([
      readVariables([{ value: '1' }, { key: 'A', value: '1' }]),
      readTriggerTokens([{ id: 1 }, { id: 'x', token: 'glptt-secret' }]),
    ]).toEqual([
      { kind: 'ok', value: [{ unfit: 'missing or of another type: 0.key' }, { key: 'A', value: '1' }] },
      {
        kind: 'ok',
        value: [{ id: 1, description: '', start: '' }, { unfit: 'missing or of another type: 1.id' }],
      },
    ]);
  });

  test.each([[{}], [null], [[{}]], [['x', 1]]])('is %j', (give) => {
    expect([readVariables(give).kind, readTriggerTokens(give).kind]).toEqual(['unfit', 'unfit']);
  });
});

describe('readTestTotals', () => {
  const none = { total: 0, success: 0, failed: 0, skipped: 0, error: 0, seconds: 0 };

  test('reads the totals and each suite', () => {
    const give = {
      total: { time: 1.5, count: 10, success: 6, failed: 2, skipped: 1, error: 1, suite_error: null },
      test_suites: [
        {
          name: 'unit',
          total_time: 1.5,
          total_count: 10,
          success_count: 6,
          failed_count: 2,
          skipped_count: 1,
          error_count: 1,
          build_ids: [1],
          suite_error: null,
        },
        { name: 'lint', total_count: 0, suite_error: 'JUnit XML parsing failed' },
        { total_count: 3 },
      ],
    };

    const counts = { total: 10, success: 6, failed: 2, skipped: 1, error: 1, seconds: 1.5 };
    expect(readTestTotals(give)).toEqual({
      kind: 'ok',
      value: {
        ...counts,
        suites: [
          { name: 'unit', ...counts, jobIds: [1] },
          { name: 'lint', ...none, problem: 'JUnit XML parsing failed' },
        ],
      },
    });
  });

  test.each([{ total: {} }, { total: { count: null }, test_suites: null }])(
    'reads %j as no tests',
    (give) => {
      expect(readTestTotals(give)).toEqual({ kind: 'ok', value: { ...none, suites: [] } });
    },
  );

  test('refuses what has no totals', () => {
    expect(readTestTotals({ test_suites: [] })).toEqual({
      kind: 'unfit',
      why: 'missing or of another type: total',
    });
  });
});

describe('readTriggerTokens', () => {
  test('reads omitted members as absent, and a token only if it is complete', () => {
    const bare = readTriggerTokens([
      { id: 1 },
      { id: 2, token: null, owner: null },
      { id: 3, token: '5f0c' },
    ]);
    expect(bare).toEqual({
      kind: 'ok',
      value: [
        { id: 1, description: '', start: '' },
        { id: 2, description: '', start: '' },
        { id: 3, description: '', start: '5f0c' },
      ],
    });
    const whole = readTriggerToken({ id: 1, token: 'SIE-glptt-5f0c1d2e', owner: { username: 'ada' } });
    if (whole.kind !== 'ok') throw new Error(whole.why);
    expect([whole.value.start, whole.value.secret?.reveal(), whole.value.owner]).toEqual([
      '5f0c',
      'SIE-glptt-5f0c1d2e',
      'ada',
    ]);
    expect(JSON.stringify(whole)).not.toContain('1d2e');
  });

  test.each([{ token: 'x' }, { id: 0 }, [], 'text', null])('refuses %j', (give) => {
    expect(readTriggerToken(give).kind).toBe('unfit');
  });
});

function readable(reading: ReturnType<typeof readJobs>): readonly Job[] {
  return reading.kind === 'ok' ? reading.value.filter((entry): entry is Job => 'name' in entry) : [];
}

describe('readJobs limits the memory of a list:', () => {
  const big = 'x'.repeat(95_000);
  const least = { id: 1, name: big, stage: big, status: big, web_url: `https://gitlab.example.com/${big}` };

  test('each text keeps a thousand characters, and only whole ones', () => {
    const reading = readJobs([{ ...least, failure_reason: big, created_at: big, coverage: big }]);
    const [job] = readable(reading);
    expect(
      Object.values(job ?? {}).filter((value) => typeof value === 'string' && value.length > 1000),
    ).toEqual([]);
    expect(job?.name).toBe(`${'x'.repeat(999)}…`);
    const halves = readJobs([{ ...least, name: `${'x'.repeat(998)}${'😀'.repeat(9)}` }]);
    expect(halves).toMatchObject({ value: [{ name: `${'x'.repeat(998)}…` }] });
  });

  test("a name of GitLab's maximum length stays complete", () => {
    const name = 'ü'.repeat(255);
    expect(readJobs([{ ...least, name }])).toMatchObject({ value: [{ name }] });
  });

  test('all possible artifacts of a job are kept', () => {
    const artifacts = Array.from({ length: 5000 }, () => ({
      file_type: big,
      filename: big,
      file_format: big,
    }));
    const reading = readJobs([{ ...least, artifacts, artifacts_file: { filename: big } }]);
    const [job] = readable(reading);
    expect(job?.artifacts?.length).toBeLessThan(300);
    expect(JSON.stringify(job?.artifacts).length).toBeLessThan(1_000_000);
  });
});

describe('readTestReport', () => {
  test('reads the cases of each suite, whatever their texts', () => {
    const give = {
      total_count: 5,
      test_suites: [
        {
          name: 'unit',
          test_cases: [
            {
              status: 'failed',
              name: 'rounds',
              classname: 'round.test',
              file: 'src/round.test.ts',
              execution_time: 0.002,
              system_output: 'expected 2',
              stack_trace: 'at x',
              recent_failures: null,
            },
            { status: 'error', name: 'breaks', system_output: { message: 'no such thing', type: 'Error' } },
            { status: 'error', name: 'bursts', system_output: { type: 'Error' } },
            { status: 'failed', name: 'falls', system_output: null, stack_trace: 'at y' },
            { status: 'success', name: 'adds', classname: '', file: null, system_output: 7 },
            { name: 'has no status' },
          ],
        },
        { name: 'lint' },
      ],
    };
    const at = { classname: undefined, file: undefined, seconds: 0, output: undefined };
    expect(readTestReport(give)).toEqual({
      kind: 'ok',
      value: {
        suites: [
          {
            name: 'unit',
            cases: [
              {
                status: 'failed',
                name: 'rounds',
                classname: 'round.test',
                file: 'src/round.test.ts',
                seconds: 0.002,
                output: 'expected 2',
              },
              { ...at, status: 'error', name: 'breaks', output: 'no such thing' },
              { ...at, status: 'error', name: 'bursts', output: '{"type":"Error"}' },
              { ...at, status: 'failed', name: 'falls', output: 'at y' },
              { ...at, status: 'success', name: 'adds' },
            ],
          },
          { name: 'lint', cases: [] },
        ],
      },
    });
  });

  test.each([
    { name: '', want: '' },
    { name: null, want: '' },
    { name: 7, want: '' },
    { name: ' ', want: ' ' },
  ])('keeps a failed case whose name is $name', ({ name, want }) => {
    const give = { test_suites: [{ name: '', test_cases: [{ status: 'failed', name, classname: 'C' }] }] };
    expect(readTestReport(give)).toEqual({
      kind: 'ok',
      value: {
        suites: [{ name: '', cases: [{ status: 'failed', name: want, classname: 'C', seconds: 0 }] }],
      },
    });
  });

  test.each([
    { printed: ['one', 'two'], want: 'one\ntwo' },
    { printed: ['one', { message: 'two' }], want: 'one\n{"message":"two"}' },
    { printed: [], want: 'at x' },
  ])('keeps the output of a case that is $said', ({ printed, want }) => {
    const one = { status: 'failed', name: 'a', system_output: printed, stack_trace: 'at x' };
    const reading = readTestReport({ test_suites: [{ name: 'unit', test_cases: [one] }] });
    expect(reading).toMatchObject({ value: { suites: [{ cases: [{ output: want }] }] } });
  });

  test('keeps the counts of a suite without a name', () => {
    const reading = readTestTotals({ total: {}, test_suites: [{ name: '', failed_count: 1 }] });
    expect(reading).toMatchObject({ value: { suites: [{ name: '', failed: 1 }] } });
  });

  test.each([{}, { test_suites: null }, { test_suites: [{}] }, []])('refuses %j', (give) => {
    expect(readTestReport(give).kind).toBe('unfit');
  });
});
