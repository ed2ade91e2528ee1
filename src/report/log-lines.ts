import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine } from '../base/text.js';
import type { FindFailure } from '../follow/find-pipeline.js';
import { projectLabel } from '../model/addresses.js';
import type {
  EarlierPipeline,
  JobRetriedEvent,
  ProgressEvent,
  RerunAction,
  RerunEvent,
  StartEvent,
} from '../model/events.js';
import { type Job, type Pipeline, isTerminalStatus } from '../model/pipeline.js';
import type { TriggerRequest } from '../model/requests.js';
import type { Cancellation, ExternalStatuses } from '../model/verdict.js';
import { formatElapsed, formatRemaining, formatSeconds, jobLabel, listLabel, nameLabel } from './labels.js';
import { codeText, linkTo, plainText } from './markdown.js';
import {
  type ProgressRow,
  type ProgressTable,
  jobName,
  pipelineName,
  rowText,
  stageName,
} from './progress-table.js';

const unknownStatus = '(a status this version does not know; treated as running)';

/**
 * The log line for an event: elapsed time, stage, job, status, duration and reason, as far as the event has
 * them. Always one line.
 */
export function lineOf(event: ProgressEvent, table: ProgressTable): string {
  return `${formatElapsed(event.elapsedMs)}  ${sentenceOf(event, table)}`;
}

function sentenceOf(event: ProgressEvent, table: ProgressTable): string {
  switch (event.kind) {
    case 'pipeline_changed':
      return rowText(table, pipelineRow(event, table));
    case 'job_changed':
      return rowText(table, jobRow(event, table));
    case 'job_played':
      return rowText(table, {
        stage: stageName(event.job.stage, table.space),
        name: jobName({ path: event.path, name: event.job.name }, table.space),
        status: event.refusal === undefined ? 'played' : `could not be played: ${cleanLine(event.refusal)}`,
      });
    case 'job_retried':
      return rowText(table, {
        stage: stageName(event.job.stage, table.space),
        name: jobName({ path: event.path, name: event.job.name, attempt: event.attempt }, table.space),
        ...retryText(event),
      });
    case 'partial_data':
      return `cannot be shown: ${cleanLine(event.unreadablePart)}`;
    case 'heartbeat':
      return heartbeat(event);
    case 'poll_failed':
      return `no complete answer from GitLab (${cleanLine(event.why)}); trying again for up to ${formatDuration(event.retryTimeoutMs)}`;
    case 'poll_recovered':
      return `GitLab answers again after ${formatDuration(event.lastedMs)}`;
    default:
      return assertNever(event);
  }
}

function pipelineRow(
  {
    path,
    pipeline,
    known,
  }: { readonly path: readonly string[]; readonly pipeline: Pipeline; readonly known: boolean },
  { space }: ProgressTable,
): ProgressRow {
  const { status, statusGroup } = pipeline;
  const warned = status === 'success' && statusGroup === 'success-with-warnings';
  return {
    stage: 'pipeline',
    name: pipelineName(path, pipeline.id, space),
    status: cleanLine(status, 60),
    duration: isTerminalStatus(status) ? formatSeconds(pipeline.durationSeconds) : '',
    remark: known ? (warned ? 'with warnings' : '') : unknownStatus,
  };
}

function jobRow(
  {
    path,
    job,
    attempt,
    known,
  }: {
    readonly path: readonly string[];
    readonly job: Job;
    readonly attempt: number;
    readonly known: boolean;
  },
  { space }: ProgressTable,
): ProgressRow {
  const remarks = [
    job.failureReason === undefined ? '' : cleanLine(job.failureReason, 120),
    job.status === 'failed' && job.allowFailure ? '(allowed to fail)' : '',
    known ? '' : unknownStatus,
  ];
  return {
    stage: stageName(job.stage, space),
    name: jobName({ path, name: job.name, attempt }, space),
    status: cleanLine(job.status, 60),
    duration: isTerminalStatus(job.status) ? formatSeconds(job.durationSeconds) : '',
    remark: remarks.filter((remark) => remark !== '').join(' '),
  };
}

function retryText({
  job,
  count,
  most,
  result,
  why,
}: JobRetriedEvent): Pick<ProgressRow, 'status' | 'remark'> {
  const remark = `${cleanLine(job.failureReason ?? 'failed', 60)}; retry ${count} of ${most}`;
  const cause = cleanLine(why ?? '');
  switch (result) {
    case 'retried':
      return { status: 'retried', remark };
    case 'unconfirmed':
      return { status: `perhaps retried (${remark}), looking for the new attempt: ${cause}` };
    case 'refused':
      return { status: `could not be retried (${remark}): ${cause}` };
    case 'postponed':
      return { status: `is to be retried (${remark}), trying again: ${cause}` };
  }
}

function heartbeat(event: {
  readonly status: string;
  readonly running: readonly string[];
  readonly remainingMs?: number | undefined;
}): string {
  const names = listLabel(event.running.map((name) => nameLabel(name)));
  const still = names === '' ? cleanLine(event.status, 60) : `running: ${names}`;
  const left = event.remainingMs === undefined ? '' : `; ${formatRemaining(event.remainingMs)}`;
  return `still ${still}${left}`;
}

/** The first line of a run. */
export function requestLine({ project, ref, connection }: TriggerRequest): string {
  return `Triggering a pipeline in ${projectLabel(project)} at ${ref} on ${connection.apiUrl.host}`;
}

/** The line for the created pipeline. */
export function pipelineLine({ id, iid, webUrl }: Pipeline): string {
  const number = iid === undefined ? '' : ` (#${iid})`;
  return `Pipeline ${id}${number} ${cleanLine(webUrl, 2000)}`;
}

/** The line for a pipeline that was started elsewhere and cannot be read yet. */
export function findFailureLine(pipelineId: number, { why, retryTimeoutMs }: FindFailure): string {
  return `Cannot read pipeline ${pipelineId} yet (${cleanLine(why)}); trying again for up to ${formatDuration(retryTimeoutMs)}`;
}

/** The log line for an event between the request and the pipeline. */
export function startEventLine(event: StartEvent): string {
  switch (event.kind) {
    case 'retrying':
      return `Nothing was started (${cleanLine(event.why)}); trying again in ${formatDuration(event.delayMs)}`;
    case 'response_lost':
      return `The response was lost (${cleanLine(event.why)}); searching for the pipeline for up to ${formatDuration(event.retryTimeoutMs)}`;
    case 'lost_pipeline_found':
      return `Found it: pipeline ${event.pipelineId} carries the mark of this run`;
    case 'lost_pipeline_absent':
      return 'No pipeline was created; retrying';
    case 'project_unconfirmed':
      return `A pipeline was asked for in ${cleanLine(event.project)}, and the answer names another path: ${cleanLine(event.webUrl, 2000)} - the project has been moved, or something on the way mixes up answers. Give its present path or its number as project_id; with an access_token the step finds out by itself`;
    case 'rerun_searching':
    case 'rerun':
      return rerunLine(event);
    default:
      return assertNever(event);
  }
}

/** The log line for what a re-run does about the pipeline of an earlier attempt. */
function rerunLine(event: RerunEvent): string {
  if (event.kind === 'rerun_searching') {
    if (event.earlier !== undefined) {
      const name = pipelineLabel(event.earlier).replace(/^p/, 'P');
      return `${name} is ${statusOf(event.earlier)}; an attempt after it may have sent a request that is still on its way, so its pipeline is looked for during ${formatDuration(event.retryTimeoutMs)}`;
    }
    return `No pipeline of an earlier attempt is there; its request may still be on its way, so it is looked for during ${formatDuration(event.retryTimeoutMs)}`;
  }
  return actionLine(event.action, event.earlier);
}

function actionLine(action: RerunAction, earlier: EarlierPipeline | undefined): string {
  const name = pipelineLabel(earlier);
  switch (action) {
    case 'followed':
      return `Reusing ${name}, which is ${statusOf(earlier)}: no other one is started`;
    case 'retrying':
      return `Retrying the failed and canceled jobs of ${name}, which is ${statusOf(earlier)}: no other one is started`;
    case 'retried':
      return `GitLab runs jobs of ${name} again`;
    case 'nothing_retried':
      return `GitLab took the retry of ${name}, and had nothing to retry in it`;
    case 'ended':
      return `Starting a new pipeline, because ${name} is ${statusOf(earlier)} and on_rerun is follow`;
    case 'other_request':
      return `Starting a new pipeline, because ${name} was started with other variables or inputs`;
    case 'absent':
      return 'Starting a new pipeline, because no earlier attempt of this step has left one';
    case 'unsupported':
      return 'Starting a new pipeline, because this host does not tell the attempts of a run apart (see docs/reruns.md)';
    default:
      return assertNever(action);
  }
}

function pipelineLabel(earlier: EarlierPipeline | undefined): string {
  return earlier === undefined
    ? 'the earlier pipeline'
    : `pipeline ${earlier.pipelineId} of attempt ${cleanLine(earlier.attempt, 60)}`;
}

function statusOf(earlier: EarlierPipeline | undefined): string {
  return cleanLine(earlier?.status ?? '', 60);
}

/** The log line for the result of canceling one pipeline. */
export function cancelLine({ pipeline, result, endedWhileCanceling, why }: Cancellation): string {
  const name = `Pipeline ${pipeline.id}`;
  const url = cleanLine(pipeline.webUrl, 2000);
  switch (result) {
    case 'canceled':
      return `${name} is canceled`;
    case 'canceling':
      return `${name} is being canceled; its running jobs stop as soon as their runners notice it`;
    case 'already_ended':
      return endedWhileCanceling === true
        ? `${name} ended as ${cleanLine(pipeline.status, 60)} after it was asked to stop`
        : `${name} had already ended as ${cleanLine(pipeline.status, 60)}`;
    case 'left_running':
      return `${name} is still running (${cleanLine(why ?? 'GitLab gave no reason')}); cancel it there: ${url}`;
    default:
      return assertNever(result);
  }
}

/**
 * What the last message of a stopped step says about its pipeline, which has ended or is about to. `wasOver`:
 * it was known to have ended when the step was stopped.
 */
export function endWithStep(
  { pipeline, result, endedWhileCanceling }: Cancellation,
  wasOver: boolean,
): string {
  const name = `Pipeline ${pipeline.id}`;
  const status = cleanLine(pipeline.status, 60);
  if (wasOver) return `${name} had already ended (${status}).`;
  if (result !== 'already_ended') return `${name} was canceled with it (${status}).`;
  return endedWhileCanceling === true
    ? `${name} ended after it was asked to stop (${status}).`
    : `${name} had already ended (${status}).`;
}

/** Maximum number of statuses listed; the pipeline's page has the rest. */
const mostShown = 20;

/** The failed statuses of external systems in Markdown, one line each, and the number of others. */
export function failedStatuses(statuses: ExternalStatuses | undefined): readonly string[] {
  const failed = statuses?.failed ?? [];
  const lines = failed.slice(0, mostShown).map(({ path, name, description, targetUrl }) => {
    const label = codeText(jobLabel({ path, name }), 200);
    const shown = targetUrl === undefined ? label : linkTo(label, targetUrl);
    const words = description === undefined ? '' : `: ${plainText(description, 200)}`;
    return `- ❌ ${shown}, a status that another system set${words}`;
  });
  const more = failed.length - lines.length;
  return more > 0 ? [...lines, `- and ${more} more`] : lines;
}
