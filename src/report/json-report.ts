import { assertNever } from '../base/assert-never.js';
import type { AppError } from '../base/errors.js';
import type { ProgressEvent, RunEvent } from '../model/events.js';
import { failuresOf } from '../model/failures.js';
import type { Job, Pipeline } from '../model/pipeline.js';
import type { JobRetry, Verdict } from '../model/verdict.js';
import { inert, jobEntry, statusEntry } from './json-outputs.js';

/** Increases when a member is removed or changes its meaning; new members do not change it. */
const version = 1;

export type JsonObject = Readonly<Record<string, unknown>>;

/** How a run ended, with everything known by then. */
export interface RunEnd {
  /** Absent if the command line names no known command. */
  readonly command: string | undefined;
  readonly exitCode: number;
  readonly outputs: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
  readonly verdict: Verdict | undefined;
  readonly error: EndError | undefined;
}

export type EndError = Pick<AppError, 'parts'> | { readonly fault: string };

/** The last object of a run; the only one for `--json`. `docs/command.md` describes its format. */
export function endObject({ command, exitCode, outputs, warnings, verdict, error }: RunEnd): JsonObject {
  return {
    version,
    event: 'end',
    command: command ?? null,
    exit_code: exitCode,
    outcome: outputs.get('outcome') ?? null,
    outputs: Object.fromEntries(outputs),
    verdict: verdict === undefined ? null : verdictEntry(verdict),
    error: error === undefined ? null : errorEntry(error),
    warnings,
  };
}

/**
 * The object for an event; `undefined` for events that programs do not need: polls without changes, and the
 * verdict, which the end object contains.
 */
export function eventObject(event: RunEvent): JsonObject | undefined {
  switch (event.kind) {
    case 'retrying':
      return { event: event.kind, why: event.why, delay_ms: Math.round(event.delayMs) };
    case 'response_lost':
      return { event: event.kind, why: event.why, retry_timeout_ms: Math.round(event.retryTimeoutMs) };
    case 'lost_pipeline_found':
      return { event: event.kind, pipeline_id: event.pipelineId };
    case 'lost_pipeline_absent':
      return { event: event.kind };
    case 'rerun_searching':
      return { event: event.kind, retry_timeout_ms: Math.round(event.retryTimeoutMs) };
    case 'rerun':
      return {
        event: event.kind,
        action: event.action,
        pipeline_id: event.earlier?.pipelineId ?? null,
        attempt: event.earlier?.attempt ?? null,
        status: event.earlier?.status ?? null,
      };
    case 'pipeline_known':
      return { event: event.kind, pipeline: pipelineEntry(event.pipeline) };
    case 'awaiting_pipeline':
      return {
        event: event.kind,
        sha: event.sha,
        ref: event.ref ?? null,
        source: event.source ?? null,
        passed_over: event.passedOver.map(passedOverEntry),
        remaining_ms: Math.round(event.remainingMs),
      };
    case 'pipelines_passed_over':
      return { event: event.kind, passed_over: event.pipelines.map(passedOverEntry) };
    case 'awaiting_commit':
      return {
        event: event.kind,
        sha: event.sha,
        ref: event.ref,
        at: event.tip ?? null,
        remaining_ms: Math.round(event.remainingMs),
      };
    case 'commit_arrived':
      return { event: event.kind, sha: event.sha, ref: event.ref, at: event.tip, newer: event.isNewer };
    case 'mirror_asked':
      return {
        event: event.kind,
        due_in_ms: event.dueInMs === undefined ? null : Math.round(event.dueInMs),
      };
    // A warning reports the first two.
    case 'await_failed':
    case 'project_unconfirmed':
    case 'snapshot':
    case 'ended':
      return undefined;
    case 'pipeline_changed':
    case 'job_changed':
    case 'job_played':
    case 'job_retried':
    case 'partial_data':
    case 'heartbeat':
    case 'poll_failed':
    case 'poll_recovered':
      return { event: event.kind, elapsed_ms: Math.round(event.elapsedMs), ...progressMembers(event) };
    default:
      return assertNever(event);
  }
}

/** The object for a new output. */
export function outputObject(name: string, value: string): JsonObject {
  return { event: 'output', name, value };
}

/** The object for a warning. */
export function warningObject(text: string): JsonObject {
  return { event: 'warning', text };
}

/** One line of JSON, with `redact` applied to every string in it. Contains no command of any CI. */
export function jsonLine(object: JsonObject, redact: (text: string) => string): string {
  const text = JSON.stringify(object, (_, value: unknown) =>
    typeof value === 'string' ? redact(value) : value,
  );
  return `${inert(text)}\n`;
}

function progressMembers(event: ProgressEvent): JsonObject {
  switch (event.kind) {
    case 'pipeline_changed':
      return { path: event.path, pipeline: pipelineEntry(event.pipeline) };
    case 'job_changed':
      return { job: jobOf(event.job, event) };
    case 'job_played':
      return { job: jobOf(event.job, { ...event, attempt: 1 }), refusal: event.refusal ?? null };
    case 'job_retried':
      return {
        job: jobOf(event.job, event),
        result: event.result,
        retry: event.count,
        most: event.most,
        why: event.why ?? null,
      };
    case 'partial_data':
      return { unreadable: event.unreadablePart };
    case 'heartbeat':
      return {
        status: event.status,
        running: event.running,
        remaining_ms: event.remainingMs === undefined ? null : Math.round(event.remainingMs),
      };
    case 'poll_failed':
      return { why: event.why, retry_timeout_ms: Math.round(event.retryTimeoutMs) };
    case 'poll_recovered':
      return { lasted_ms: Math.round(event.lastedMs) };
    default:
      return assertNever(event);
  }
}

function jobOf(
  job: Job,
  { path, attempt }: { readonly path: readonly string[]; readonly attempt: number },
): object {
  return jobEntry({ path, job, attempt });
}

function pipelineEntry(pipeline: Pipeline): JsonObject {
  return {
    id: pipeline.id,
    iid: pipeline.iid ?? null,
    project_id: pipeline.projectId > 0 ? pipeline.projectId : null,
    status: pipeline.status,
    ref: pipeline.ref,
    sha: pipeline.sha,
    web_url: pipeline.webUrl,
    created_at: pipeline.createdAt ?? null,
    duration: pipeline.durationSeconds ?? null,
  };
}

function verdictEntry(verdict: Verdict): JsonObject {
  const { outcome, pipeline, snapshot, elapsedMs, limit, grounds, externalStatuses, retries } = verdict;
  const failures = snapshot === undefined ? undefined : failuresOf(snapshot.root, grounds);
  return {
    outcome,
    status: pipeline.status,
    elapsed_ms: Math.round(elapsedMs),
    limit: limit ?? null,
    jobs: failures?.total ?? null,
    failed_jobs: failures?.failed.filter(({ allowed }) => !allowed).length ?? null,
    ...(externalStatuses === undefined
      ? {}
      : { external_statuses: externalStatuses.failed.map(statusEntry) }),
    ...(retries === undefined ? {} : { retries: retries.map(retryEntry) }),
  };
}

function retryEntry({ path, job, count, result, why, next }: JobRetry): JsonObject {
  return {
    name: job.name,
    path,
    job_id: job.id,
    failure_reason: job.failureReason ?? null,
    retry: count,
    result,
    why: why ?? null,
    new_job_id: next?.id ?? null,
    new_status: next?.status ?? null,
  };
}

function errorEntry(error: EndError): JsonObject {
  if ('fault' in error) {
    const what = 'A bug in this program, not in your pipeline';
    return { code: 'internal', what, why: error.fault, hint: null };
  }
  const { code, what, why, hint } = error.parts;
  return { code, what, why: why ?? null, hint: hint ?? null };
}

function passedOverEntry(pipeline: Pipeline): JsonObject {
  return { ...pipelineEntry(pipeline), source: pipeline.source ?? null };
}
