import { describe, expect, test } from '@jest/globals';

import type { HookEvent } from '../../../../src/simulator/gitlab/hooks/events.js';
import { SimulatedGitLab } from '../../../../src/simulator/gitlab/simulated-gitlab.js';
import type { PipelineScript } from '../../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../../../src/simulator/gitlab/state/scenario.js';
import { heldClock } from '../../../support/held-clock.js';
import { oneProject, quickScript, tokens, valid } from '../../../support/one-project.js';

interface Watched {
  readonly gitlab: SimulatedGitLab;
  readonly events: readonly HookEvent[];
  readonly pass: (spanMs: number) => void;
  readonly ask: (method: string, path: string, body?: unknown) => number;
}

function watched(
  scenario: Scenario,
  wants: (projectId: number, kind: string) => boolean = () => true,
): Watched {
  const clock = heldClock();
  const gitlab = new SimulatedGitLab({ clock }, scenario);
  const events: HookEvent[] = [];
  gitlab.listenForHooks({ wants, hear: (event) => events.push(event) });
  return {
    gitlab,
    events,
    pass: (spanMs) => {
      clock.pass(spanMs);
      gitlab.catchUp();
    },
    ask: (method, path, body = {}) =>
      gitlab.handle({
        method,
        target: `/api/v4/projects/42${path}`,
        headers: { 'content-type': 'application/json', 'private-token': tokens.api },
        body: Buffer.from(JSON.stringify(body)),
      }).status,
  };
}

const trigger = { token: tokens.trigger, ref: 'main', variables: { ENVIRONMENT: 'staging' } };

interface Payload {
  readonly object_kind: string;
  readonly build_name?: string;
  readonly build_status?: string;
  readonly object_attributes?: { readonly status: string };
}

function payloadOf({ body }: HookEvent): Payload {
  return JSON.parse(body) as Payload;
}

function told({ events }: Watched): readonly string[] {
  return events.map((event) => {
    const { object_kind: kind, build_name: name, build_status: status, object_attributes } = payloadOf(event);
    return kind === 'build' ? `${name} ${status}` : `pipeline ${object_attributes?.status}`;
  });
}

function toldOf(script: PipelineScript, more: Partial<Scenario> = {}): Watched {
  const world = watched({ ...oneProject({ ci: valid(script) }), ...more });
  expect(world.ask('POST', '/trigger/pipeline', trigger)).toBe(201);
  return world;
}

describe('webhooks are told of', () => {
  test('each status of a job and of its pipeline, in the order in which they come', () => {
    const world = toldOf(quickScript('success'));
    expect(told(world)).toEqual(['unit created']);
    world.pass(60_000);
    expect(told(world)).toEqual([
      'unit created',
      'unit pending',
      'pipeline pending',
      'unit running',
      'pipeline running',
      'unit success',
      'pipeline success',
    ]);
  });

  test('a status once, however often the clock is looked at, and nothing while nothing changes', () => {
    const world = toldOf({ jobs: [{ name: 'soak', durationMs: 3_600_000 }] });
    for (let each = 0; each < 20; each += 1) world.pass(1_000);
    expect(told(world)).toEqual([
      'soak created',
      'soak pending',
      'pipeline pending',
      'soak running',
      'pipeline running',
    ]);
  });

  test('no manual, delayed or skipped job, as GitLab tells of none, but of their pipeline', () => {
    const world = toldOf({
      stages: ['test', 'deploy'],
      jobs: [
        { name: 'unit', result: 'failed' },
        { name: 'ask', result: 'manual', allowFailure: true },
        { name: 'never', stage: 'deploy' },
      ],
    });
    world.pass(60_000);
    expect(told(world).filter((line) => /^(?:ask|never)/.test(line))).toEqual([
      'ask created',
      'never created',
    ]);
    expect(told(world).at(-1)).toBe('pipeline failed');
  });

  test('a job that is repeated, under its new number', () => {
    const world = toldOf({ jobs: [{ name: 'unit', retriesBeforeSuccess: 1 }] });
    world.pass(60_000);
    const ids = world.events.flatMap(({ body }) => /"build_id":(\d+)/.exec(body)?.[1] ?? []);
    expect(new Set(ids).size).toBe(2);
    expect(told(world).filter((line) => line.startsWith('unit'))).toEqual([
      ...['unit created', 'unit pending', 'unit running', 'unit failed'],
      ...['unit pending', 'unit running', 'unit success'],
    ]);
  });

  test('a child pipeline and where it comes from, and of no trigger job', () => {
    const world = toldOf({
      jobs: [{ name: 'unit' }],
      bridges: [{ name: 'child', strategy: 'depend', downstream: { script: quickScript('success') } }],
    });
    world.pass(60_000);
    expect(told(world).filter((line) => line.startsWith('child'))).toEqual([]);
    expect(told(world).filter((line) => line === 'pipeline success')).toHaveLength(2);
    const child = world.events.map(payloadOf).find((payload) => 'source_pipeline' in payload);
    expect(child).toMatchObject({
      object_attributes: { source: 'parent_pipeline' },
      source_pipeline: { pipeline_id: 257, project: { path_with_namespace: 'group/app' } },
    });
  });

  test('what somebody cancels, and a pipeline that could never run', () => {
    const world = toldOf({ jobs: [{ name: 'soak', durationMs: 3_600_000 }] });
    world.pass(1_000);
    expect(world.ask('POST', '/pipelines/257/cancel')).toBe(200);
    world.pass(1_000);
    expect(told(world).slice(-2)).toEqual(['soak canceled', 'pipeline canceled']);
    const broken = watched(oneProject({ ci: { kind: 'failed_without_text' } }));
    broken.ask('POST', '/trigger/pipeline', trigger);
    expect(told(broken)).toEqual(['pipeline failed']);
  });

  test('nothing that nobody wants to hear', () => {
    const world = watched(oneProject(), (_, kind) => kind === 'pipeline');
    world.ask('POST', '/trigger/pipeline', trigger);
    world.pass(60_000);
    expect(told(world)).toEqual(['pipeline pending', 'pipeline running', 'pipeline success']);
  });
});

describe('what they are told', () => {
  const world = toldOf({
    jobs: [
      {
        name: 'unit',
        queuedMs: 2_000,
        durationMs: 3_000,
        result: 'failed',
        tags: ['linux'],
        artifacts: [{ fileType: 'archive', filename: 'artifacts.zip', files: { 'a.txt': 'a' } }],
      },
    ],
  });
  world.pass(60_000);
  const payloads = world.events.map((event) => JSON.parse(event.body) as Record<string, unknown>);
  const last = payloads.at(-1) ?? {};
  const job = payloads.at(-2) ?? {};

  // The keys of the examples on https://docs.gitlab.com/user/project/integrations/webhook_events/
  test('of a pipeline has the keys of GitLab', () => {
    expect(Object.keys(last)).toEqual([
      ...['object_kind', 'object_attributes', 'merge_request', 'user', 'project', 'commit', 'builds'],
    ]);
    expect(Object.keys(Object(last.object_attributes) as object)).toEqual([
      ...['id', 'iid', 'name', 'ref', 'tag', 'sha', 'before_sha', 'source', 'status', 'detailed_status'],
      ...['stages', 'created_at', 'finished_at', 'duration', 'queued_duration', 'protected_ref'],
      ...['variables', 'url'],
    ]);
    expect(last).toMatchObject({
      object_attributes: {
        status: 'failed',
        detailed_status: 'failed',
        duration: 3,
        queued_duration: 2,
        variables: expect.arrayContaining([{ key: 'ENVIRONMENT', value: 'staging' }]),
        url: 'https://gitlab.example.com/group/app/-/pipelines/257',
      },
      user: { username: 'ada', email: '[REDACTED]' },
      project: { id: 42, namespace: 'group', git_ssh_url: 'git@gitlab.example.com:group/app.git' },
      builds: [
        {
          name: 'unit',
          status: 'failed',
          duration: 3,
          queued_duration: 2,
          failure_reason: 'script_failure',
          when: 'on_success',
          manual: false,
          runner: { tags: ['linux'] },
          artifacts_file: { filename: 'artifacts.zip' },
        },
      ],
    });
  });

  test('of a job has the keys of GitLab', () => {
    expect(Object.keys(job)).toEqual([
      ...['object_kind', 'ref', 'tag', 'before_sha', 'sha', 'build_id', 'build_name', 'build_stage'],
      ...['build_status', 'build_created_at', 'build_started_at', 'build_finished_at', 'build_duration'],
      ...['build_queued_duration', 'build_allow_failure', 'build_failure_reason', 'pipeline_id', 'runner'],
      ...['project_id', 'project_name', 'user', 'commit', 'repository', 'environment', 'retries_count'],
    ]);
    expect(job).toMatchObject({
      object_kind: 'build',
      build_status: 'failed',
      build_duration: 3,
      build_failure_reason: 'script_failure',
      project_name: 'group / app',
      commit: { id: 257 },
      retries_count: 0,
    });
    expect(payloads[0]).toMatchObject({
      build_status: 'created',
      build_failure_reason: 'unknown_failure',
      build_started_at: null,
      build_duration: null,
      runner: null,
    });
  });

  test('holds no token', () => {
    const text = JSON.stringify(payloads);
    expect([text.includes(tokens.trigger), text.includes(tokens.api)]).toEqual([false, false]);
  });
});
