/** What GitLab 19.1 sends, shortened to what a client could look at. */
export const pipelineAnswer = {
  id: 257,
  iid: 118,
  project_id: 42,
  sha: 'a'.repeat(40),
  ref: 'main',
  status: 'running',
  source: 'trigger',
  created_at: '2024-05-14T11:19:20.123Z',
  updated_at: '2024-05-14T11:20:20.123Z',
  web_url: 'https://gitlab.example.com/group/app/-/pipelines/257',
  before_sha: '0'.repeat(40),
  tag: false,
  yaml_errors: null,
  user: { id: 1, username: 'ada', name: 'Ada' },
  started_at: '2024-05-14T11:19:25.000Z',
  finished_at: null,
  committed_at: null,
  duration: 60,
  queued_duration: 5,
  coverage: '98.5',
  detailed_status: { icon: 'status_running', text: 'running', label: 'running', group: 'running' },
  name: null,
};

export const pipelineMust = ['id', 'project_id', 'status', 'ref', 'sha', 'web_url'];

export function jobAnswer(id: number, changes: object = {}): typeof job {
  return { ...job, id, name: `job ${id}`, ...changes };
}

const job = {
  id: 9001,
  name: 'unit',
  stage: 'test',
  status: 'success',
  ref: 'main',
  tag: false,
  coverage: 12.5 as number | null,
  allow_failure: false,
  created_at: '2024-05-14T11:19:20.123Z',
  started_at: '2024-05-14T11:19:25.000Z' as string | null,
  finished_at: '2024-05-14T11:19:40.000Z' as string | null,
  erased_at: null,
  duration: 15 as number | null,
  queued_duration: 0.5,
  failure_reason: null as string | null,
  web_url: 'https://gitlab.example.com/group/app/-/jobs/9001',
  pipeline: { id: 257, project_id: 42 },
};

export const jobMust = ['id', 'name', 'stage', 'status', 'web_url'];

export function bridgeAnswer(id: number, downstreamId: number): object {
  return {
    ...jobAnswer(id),
    name: `bridge ${id}`,
    stage: 'deploy',
    downstream_pipeline: {
      id: downstreamId,
      project_id: 42,
      status: 'success',
      web_url: `https://gitlab.example.com/group/app/-/pipelines/${downstreamId}`,
    },
  };
}

export const jobsAnswer = [
  jobAnswer(9001),
  jobAnswer(9002, { status: 'failed', failure_reason: 'script_failure', name: 'job 9001' }),
  jobAnswer(9003, { status: 'running', finished_at: null, duration: 20, stage: 'deploy' }),
  jobAnswer(9004, { status: 'created', started_at: null, finished_at: null, duration: null, stage: 'later' }),
];

export const variablesAnswer = [
  { key: 'DEPLOY', value: 'yes', variable_type: 'env_var', raw: false },
  { key: 'TRIGGER_PAYLOAD', value: '{"ref":"main"}', variable_type: 'file', raw: false },
];

export const testSummaryAnswer = {
  total: { time: 1.5, count: 3, success: 1, failed: 1, skipped: 1, error: 0, suite_error: null },
  test_suites: [
    {
      name: 'unit',
      total_time: 1.5,
      total_count: 3,
      success_count: 1,
      failed_count: 1,
      skipped_count: 1,
      error_count: 0,
      build_ids: [9001],
      suite_error: null,
    },
  ],
};

export const testReportAnswer = {
  total_time: 1.5,
  total_count: 3,
  success_count: 1,
  failed_count: 1,
  skipped_count: 1,
  error_count: 0,
  test_suites: [
    {
      name: 'unit',
      total_time: 1.5,
      total_count: 3,
      success_count: 1,
      failed_count: 1,
      skipped_count: 1,
      error_count: 0,
      suite_error: null,
      test_cases: [
        {
          status: 'failed',
          name: 'rounds',
          classname: 'round.test',
          file: 'src/round.test.ts',
          execution_time: 0.5,
          system_output: 'expected 2\n  at src/round.test.ts:14:22',
          stack_trace: null,
          recent_failures: null,
          attachment_url: null,
        },
        { status: 'success', name: 'adds', classname: '', file: null, execution_time: 0.25 },
        { status: 'skipped', name: 'waits', classname: '', file: null, execution_time: 0.75 },
      ],
    },
  ],
};

export const projectAnswer = {
  id: 42,
  path_with_namespace: 'group/app',
  web_url: 'https://gitlab.example.com/group/app',
  default_branch: 'main',
  archived: false,
};
