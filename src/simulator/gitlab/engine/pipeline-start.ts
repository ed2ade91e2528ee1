import type { BridgeScript, JobScript, PipelineScript } from '../state/pipeline-script.js';
import type {
  Instance,
  JobRecord,
  PipelineRecord,
  PipelineVariable,
  ProjectRecord,
  RefRecord,
  StepOwner,
  TriggerRecord,
  UserRecord,
} from '../state/records.js';

/** Long enough for the response to the POST to show `created`, short enough not to delay a test. */
const defaultCreatedForMs = 200;

export interface PipelineOrder {
  readonly project: ProjectRecord;
  readonly ref: RefRecord;
  readonly user: UserRecord;
  readonly source: string;
  readonly script: PipelineScript;
  readonly variables: readonly PipelineVariable[];
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly trigger?: TriggerRecord | undefined;
  readonly upstream?: JobRecord | undefined;
  readonly atMs: number;
}

/** Creates a pipeline with all its jobs, all `created`; `advance` moves it from then on. */
export function startPipeline(instance: Instance, order: PipelineOrder): PipelineRecord {
  const pipeline = recordOf(instance, order);
  const owners: StepOwner[] = [
    ...(order.script.jobs ?? []).map((script): StepOwner => ({ kind: 'job', script })),
    ...(order.script.bridges ?? []).map((script): StepOwner => ({ kind: 'bridge', script })),
  ];
  for (const stage of pipeline.stages) {
    for (const owner of owners.filter((candidate) => stageOf(candidate.script) === stage)) {
      newJob(instance, { pipeline, owner, attempt: 1, mode: 'first', atMs: order.atMs });
    }
  }
  pipeline.processDueMs = order.atMs + (order.script.createdForMs ?? defaultCreatedForMs);
  const [first, ...later] = pipeline.timeline;
  if (first?.afterMs === 0) {
    pipeline.status = first.status;
    pipeline.timeline = later;
  }
  const momentMs = order.atMs + (pipeline.timeline[0]?.afterMs ?? Infinity);
  instance.moving.add(pipeline, Math.min(pipeline.processDueMs, momentMs));
  instance.onChange?.(pipeline, order.atMs);
  return pipeline;
}

/** Saves a pipeline that never ran: `failed`, without jobs. */
export function saveFailedPipeline(
  instance: Instance,
  order: PipelineOrder & { readonly yamlErrors: string | undefined },
): PipelineRecord {
  const pipeline = recordOf(instance, { ...order, script: {} });
  pipeline.status = 'failed';
  pipeline.finishedMs = order.atMs;
  pipeline.yamlErrors = order.yamlErrors;
  instance.onChange?.(pipeline, order.atMs);
  return pipeline;
}

function recordOf(instance: Instance, order: PipelineOrder): PipelineRecord {
  const { project, script, atMs } = order;
  const id = instance.nextIds.pipeline;
  instance.nextIds.pipeline += 1;
  project.pipelineCount += 1;
  const timeline = script.statusTimeline ?? [];
  const pipeline: PipelineRecord = {
    id,
    iid: project.pipelineCount,
    project,
    ref: order.ref,
    user: order.user,
    source: order.source,
    script,
    stages: stagesOf(script),
    variables: order.variables,
    inputs: order.inputs,
    trigger: order.trigger,
    upstream: order.upstream,
    createdMs: atMs,
    name: script.name,
    status: 'created',
    updatedMs: atMs,
    startedMs: undefined,
    finishedMs: undefined,
    durationSeconds: undefined,
    yamlErrors: script.yamlErrors,
    processDueMs: Infinity,
    timeline,
    statusFrom: timeline.length > 0 ? 'timeline' : 'jobs',
    externalStatuses: (script.externalStatuses ?? []).map((status) => ({
      id: undefined,
      name: status.name,
      status: status.status,
      retried: false,
      allowFailure: status.allowFailure ?? false,
      description: status.description,
      targetUrl: status.targetUrl,
      coverage: undefined,
    })),
    jobs: [],
  };
  instance.pipelines.set(id, pipeline);
  return pipeline;
}

function stageOf(script: JobScript | BridgeScript): string {
  return script.stage ?? 'test';
}

function stagesOf(script: PipelineScript): readonly string[] {
  const used = [...(script.jobs ?? []), ...(script.bridges ?? [])].map(stageOf);
  return [...new Set([...(script.stages ?? []), ...used])];
}

interface JobOrder {
  readonly pipeline: PipelineRecord;
  readonly owner: StepOwner;
  readonly attempt: number;
  readonly mode: JobRecord['mode'];
  readonly atMs: number;
}

/** GitLab saves the jobs of a pipeline one after another, and clients sort by that. */
const apartMs = 1;

/** A new attempt of a job, waiting for its stage; the last one of its pipeline. */
export function newJob(instance: Instance, { pipeline, owner, attempt, mode, atMs }: JobOrder): JobRecord {
  const id = instance.nextIds.job;
  instance.nextIds.job += 1;
  const job: JobRecord = {
    id,
    pipeline,
    owner,
    name: owner.script.name,
    stage: stageOf(owner.script),
    allowFailure: owner.script.allowFailure ?? false,
    attempt,
    mode,
    createdMs: Math.max(atMs, (pipeline.jobs.at(-1)?.createdMs ?? -Infinity) + apartMs),
    retried: false,
    activated: false,
    status: 'created',
    steps: [],
    stepIndex: 0,
    dueMs: Infinity,
    ending: 'success',
    queuedMs: undefined,
    startedMs: undefined,
    finishedMs: undefined,
    failureReason: undefined,
    downstream: undefined,
    erasedMs: undefined,
    artifactsFate: 'as_scripted',
  };
  pipeline.jobs.push(job);
  instance.jobs.add(job);
  return job;
}
