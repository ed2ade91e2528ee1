import type { Instance, JobRecord, PipelineRecord } from '../state/records.js';
import { downstreamTarget, inheritedStatus } from './downstream.js';
import { type JobPlan, failureOf, planOf } from './job-steps.js';
import { newJob, startPipeline } from './pipeline-start.js';
import { nextPush, receivePush } from './pushes.js';
import { showStatus } from './shown-status.js';
import { type StatusPart, compositeStatus, isCompleted } from './statuses.js';
import { touchTags } from './touch-tags.js';

/** The attempts that count: for each job the newest one. */
export function latestJobs(pipeline: PipelineRecord): readonly JobRecord[] {
  return pipeline.jobs.filter((job) => !job.retried);
}

/** Advances everything to `nowMs`, in chronological order. */
export function advance(instance: Instance, nowMs: number): void {
  for (;;) {
    const due = nextDue(instance);
    if (due === undefined || due.atMs > nowMs) return;
    due.happen();
  }
}

/** When the state next changes by itself, in milliseconds since 1970; `undefined` if it does not. */
export function nextChangeMs(instance: Instance): number | undefined {
  return nextDue(instance)?.atMs;
}

interface Due {
  readonly atMs: number;
  readonly happen: () => void;
}

function nextDue(instance: Instance): Due | undefined {
  const pipeline = instance.moving.next(nextMomentOf);
  const first = pipeline === undefined ? undefined : dueOf(instance, pipeline);
  const push = nextPush(instance);
  if (push === undefined || (first !== undefined && first.atMs <= push.atMs)) return first;
  return { atMs: push.atMs, happen: () => receivePush(instance, push) };
}

/** When something happens next in a pipeline; this is asked for all the time. */
function nextMomentOf({ timeline, createdMs, processDueMs, jobs }: PipelineRecord): number | undefined {
  let atMs = Math.min(createdMs + (timeline[0]?.afterMs ?? Infinity), processDueMs);
  for (const { dueMs } of jobs) if (dueMs < atMs) atMs = dueMs;
  return atMs === Infinity ? undefined : atMs;
}

/** What happens next in a pipeline; of things at one moment its timeline comes first, and jobs last. */
function dueOf(instance: Instance, pipeline: PipelineRecord): Due | undefined {
  const atMs = nextMomentOf(pipeline);
  if (atMs === undefined) return undefined;
  const moment = pipeline.timeline[0];
  if (moment !== undefined && pipeline.createdMs + moment.afterMs === atMs) {
    return { atMs, happen: () => showMoment(instance, { pipeline, status: moment.status, atMs }) };
  }
  if (pipeline.processDueMs === atMs) {
    return {
      atMs,
      happen: () => {
        pipeline.processDueMs = Infinity;
        settle(instance, pipeline, atMs);
      },
    };
  }
  const job = pipeline.jobs.find(({ dueMs }) => dueMs === atMs);
  return job === undefined ? undefined : { atMs, happen: () => endStep(instance, job, atMs) };
}

function showMoment(
  instance: Instance,
  moment: { readonly pipeline: PipelineRecord; readonly status: string; readonly atMs: number },
): void {
  const { pipeline, status, atMs } = moment;
  pipeline.timeline = pipeline.timeline.slice(1);
  showStatus(pipeline, status, atMs);
  touchTags(instance, pipeline, atMs);
  tellUpstream(instance, pipeline, atMs);
}

function endStep(instance: Instance, job: JobRecord, atMs: number): void {
  enterStep(instance, { job, index: job.stepIndex + 1, atMs });
  settle(instance, job.pipeline, atMs);
}

/** Starts a plan of a job with its first step. */
export function follow(
  instance: Instance,
  course: { readonly job: JobRecord; readonly plan: JobPlan; readonly atMs: number },
): void {
  const { job, plan, atMs } = course;
  job.activated = true;
  job.steps = plan.steps;
  job.ending = plan.ending;
  enterStep(instance, { job, index: 0, atMs });
}

function enterStep(
  instance: Instance,
  entry: { readonly job: JobRecord; readonly index: number; readonly atMs: number },
): void {
  const { job, index, atMs } = entry;
  const step = job.steps[index];
  if (step === undefined) {
    endJob(instance, job, atMs);
    return;
  }
  job.stepIndex = index;
  job.status = step.status;
  job.dueMs = atMs + step.forMs;
  if (step.status === 'pending') job.queuedMs = atMs;
  if (step.status === 'running') job.startedMs = atMs;
  if (step.forMs !== Infinity) instance.moving.add(job.pipeline, job.dueMs);
}

function endJob(instance: Instance, job: JobRecord, atMs: number): void {
  job.dueMs = Infinity;
  if (job.owner.kind === 'bridge' && job.ending === 'success') {
    crossBridge(instance, job, atMs);
    return;
  }
  const { ending } = job;
  finish(job, { status: ending === 'repeat' ? 'failed' : ending, atMs });
  if (ending !== 'repeat') return;
  job.retried = true;
  const { pipeline, owner, attempt } = job;
  const next = newJob(instance, { pipeline, owner, attempt: attempt + 1, mode: 'first', atMs });
  follow(instance, { job: next, plan: planOf(next), atMs });
}

/** Ends a job. A failed one has the failure reason of its script, or `script_failure`. */
export function finish(job: JobRecord, end: { readonly status: string; readonly atMs: number }): void {
  job.status = end.status;
  job.dueMs = Infinity;
  if (end.status !== 'skipped') job.finishedMs = end.atMs;
  if (end.status !== 'failed') return;
  job.failureReason = failureOf(job) ?? job.owner.script.failureReason ?? 'script_failure';
}

function crossBridge(instance: Instance, job: JobRecord, atMs: number): void {
  const script = job.owner.kind === 'bridge' ? job.owner.script : undefined;
  const target = downstreamTarget(instance, job);
  job.startedMs = atMs;
  if (script?.downstream === undefined || target === undefined) {
    finish(job, { status: 'failed', atMs });
    job.failureReason = script?.failureReason ?? 'downstream_bridge_project_not_found';
    return;
  }
  const { pipeline } = job;
  job.downstream = startPipeline(instance, {
    ...target,
    user: pipeline.user,
    source: target.project === pipeline.project ? 'parent_pipeline' : 'pipeline',
    script: script.downstream.script,
    variables: [],
    inputs: {},
    upstream: job,
    atMs,
  });
  if (script.strategy === 'depend' || script.strategy === 'mirror') job.status = 'running';
  else finish(job, { status: 'success', atMs });
}

/** Starts the jobs that can start now, and updates the statuses. */
export function settle(instance: Instance, pipeline: PipelineRecord, atMs: number): void {
  const isWaiting = pipeline.jobs.some(({ activated }) => !activated);
  if (pipeline.processDueMs === Infinity && isWaiting) activateStages(instance, pipeline, atMs);
  if (pipeline.statusFrom === 'jobs') {
    const status = compositeStatus([...latestJobs(pipeline), ...externalParts(pipeline)]);
    if (status !== undefined) showStatus(pipeline, status, atMs);
  }
  touchTags(instance, pipeline, atMs);
  tellUpstream(instance, pipeline, atMs);
}

/** Statuses of external systems count for the whole pipeline, and for no stage. */
function externalParts({ externalStatuses }: PipelineRecord): readonly StatusPart[] {
  return externalStatuses.filter(({ retried }) => !retried);
}

function activateStages(instance: Instance, pipeline: PipelineRecord, atMs: number): void {
  const withNeeds = pipeline.jobs.some(({ owner }) => owner.script.needs !== undefined);
  const latest = latestJobs(pipeline);
  const earlier: JobRecord[] = [];
  for (const stage of pipeline.stages) {
    const isReached = earlier.every(isPassed);
    if (!isReached && !withNeeds) return;
    const own = latest.filter((candidate) => candidate.stage === stage);
    for (const job of own) {
      if (job.activated) continue;
      const needed = neededBy(job);
      const isReady = needed === undefined ? isReached : needed.every(isPassed);
      if (isReady) activate(instance, { job, outcome: outcomeOf(needed ?? earlier), atMs });
    }
    earlier.push(...own);
  }
}

/** The jobs that this one waits for by name; `undefined` if its stage decides. */
function neededBy({ owner, pipeline }: JobRecord): readonly JobRecord[] | undefined {
  const { needs } = owner.script;
  return needs === undefined ? undefined : latestJobs(pipeline).filter(({ name }) => needs.includes(name));
}

type StageOutcome = 'on_success' | 'on_failure' | 'canceled';

function outcomeOf(earlier: readonly JobRecord[]): StageOutcome {
  const status = compositeStatus(earlier);
  if (status === 'failed') return 'on_failure';
  return status === 'canceled' ? 'canceled' : 'on_success';
}

/** Later stages do not wait for it: it has ended, or is an optional manual job. */
function isPassed(job: JobRecord): boolean {
  return isCompleted(job.status) || (job.status === 'manual' && job.allowFailure);
}

interface Activation {
  readonly job: JobRecord;
  readonly outcome: StageOutcome;
  readonly atMs: number;
}

function activate(instance: Instance, { job, outcome, atMs }: Activation): void {
  const when = job.owner.script.when ?? 'on_success';
  const runs = when === outcome || (when === 'always' && outcome !== 'canceled');
  const plan = runs ? planOf(job) : { steps: [], ending: 'skipped' };
  follow(instance, { job, plan, atMs });
}

/** A bridge that follows this pipeline ends as it does, and runs again when it does. */
function tellUpstream(instance: Instance, pipeline: PipelineRecord, atMs: number): void {
  const bridge = pipeline.upstream;
  if (bridge === undefined || bridge.retried) return;
  const inherited = inheritedStatus(bridge, pipeline.status);
  if (inherited === undefined || inherited === bridge.status || bridge.status === 'canceled') return;
  if (inherited === 'running' || inherited === 'manual') {
    bridge.status = inherited;
    bridge.finishedMs = undefined;
  } else {
    finish(bridge, { status: inherited, atMs });
    if (inherited === 'failed') bridge.failureReason = bridge.owner.script.failureReason;
  }
  settle(instance, bridge.pipeline, atMs);
}
