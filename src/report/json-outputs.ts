import { cleanLine, controlCharacters, hostCommands, invisibleCharacter } from '../base/text.js';
import { type ListedDownstream, failuresOf, listDownstream, listJobs } from '../model/failures.js';
import type { Job } from '../model/pipeline.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { ExternalStatus, ExternalStatuses } from '../model/verdict.js';
import { byteLength } from './byte-budget.js';

/**
 * JSON that is safe to print to the log of any CI, whole or split into lines: it contains no CI command and
 * no invisible character. The value stays the same.
 */
export function inertJson(value: unknown): string {
  return inert(JSON.stringify(value));
}

/** The same for a text that is already JSON. */
export function inert(json: string): string {
  const seen = asciiOnly.test(json) ? json : json.replace(unseen, escaped);
  return openings.reduce(
    // Only the last character is escaped, so the rest stays legible. Commands occur only in strings, never in
    // JSON's own syntax.
    (rest, opening) => rest.replace(opening, (found) => found.slice(0, -1) + escaped(found.slice(-1))),
    seen,
  );
}

const asciiOnly = /^[\u0020-\u007e]*$/;
const unseen = new RegExp(`[${controlCharacters}]|${invisibleCharacter}`, 'gu');

/** Two number signs start commands of several hosts, and possibly of future ones. */
const openings: readonly RegExp[] = [/##/g, ...Object.values(hostCommands)];

function escaped(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

/** Increases when a field is removed or changes its meaning; new fields do not change it. */
const version = 1;

/**
 * The size limit of one output in bytes of UTF-8: GitHub allows 1 MB for all outputs of a job, and counts two
 * bytes per character.
 */
const maxBytes = 480_000;

/** GitLab allows 255 characters in a job name; longer text does not come from there. */
const maxTextCharacters = 1000;

/**
 * A list as an output: JSON on one line, below 480,000 bytes. `omitted` counts the entries at the end that do
 * not fit. The members of `more` come last.
 */
export function jsonList(name: string, entries: readonly object[], more: object = {}): string {
  const rest = inertJson(more).slice(1, -1);
  const texts: string[] = [];
  let bytes = 100 + byteLength(rest);
  for (const entry of entries) {
    const text = inertJson(entry);
    bytes += byteLength(text) + 1;
    if (bytes > maxBytes) break;
    texts.push(text);
  }
  const end = `"omitted":${entries.length - texts.length}${rest === '' ? '' : `,${rest}`}`;
  return `{"version":${version},"${name}":[${texts.join(',')}],${end}}`;
}

/** Unchanged from GitLab, so that it can be compared. Only text longer than GitLab allows is truncated. */
export function bounded(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.length > maxTextCharacters ? cleanLine(text, maxTextCharacters) : text;
}

/** The outputs for jobs, each as JSON on one line. */
export interface JobOutputs {
  readonly jobs: string;
  readonly failed_jobs: string;
  readonly downstream: string;
}

/**
 * The jobs of a pipeline and of its downstream pipelines, the failed jobs, and the downstream pipelines.
 * `docs/outputs.md` describes the format; a field that GitLab does not fill is null. Each output stays below
 * 480,000 bytes; `omitted` counts what does not fit. Failed statuses of external systems are listed with the
 * failed jobs if they were read.
 */
export function jobOutputs({ root }: PipelineSnapshot, statuses?: ExternalStatuses): JobOutputs {
  const jobs = listJobs(root);
  return {
    jobs: jsonList('jobs', jobs.map(jobEntry)),
    failed_jobs: jsonList('jobs', failuresOf(root).failed.map(jobEntry), statusMembers(statuses)),
    downstream: jsonList('pipelines', listDownstream(root).map(downstreamEntry)),
  };
}

/** A job in the format of the outputs. */
export function jobEntry(of: {
  readonly path: readonly string[];
  readonly job: Job;
  readonly attempt: number;
}): object {
  const { path, job, attempt } = of;
  return {
    id: job.id,
    name: bounded(job.name),
    stage: bounded(job.stage),
    status: bounded(job.status),
    allow_failure: job.allowFailure,
    attempt,
    duration: job.durationSeconds ?? null,
    queued_duration: job.queuedSeconds ?? null,
    failure_reason: bounded(job.failureReason),
    coverage: percentOf(job.coverage),
    web_url: bounded(job.webUrl),
    started_at: bounded(job.startedAt),
    finished_at: bounded(job.finishedAt),
    path: path.map(bounded),
  };
}

/** Maximum number of statuses, so that the list stays within its limit. */
const mostStatuses = 20;

function statusMembers(statuses: ExternalStatuses | undefined): object {
  if (statuses === undefined) return {};
  return { external_statuses: statuses.failed.slice(0, mostStatuses).map(statusEntry) };
}

/** A status of an external system in the format of the outputs. */
export function statusEntry({ name, status, description, targetUrl, path }: ExternalStatus): object {
  return {
    name: bounded(name),
    status: bounded(status),
    description: bounded(description),
    target_url: bounded(targetUrl),
    path: path.map(bounded),
  };
}

function percentOf(coverage: string | undefined): number | null {
  const percent = Number(coverage ?? NaN);
  return Number.isFinite(percent) ? percent : null;
}

function downstreamEntry({ path, bridge, node }: ListedDownstream): object {
  const { downstream } = bridge;
  const pipeline = node?.pipeline;
  return {
    path: path.map(bounded),
    stage: bounded(bridge.stage),
    bridge_status: bounded(bridge.status),
    allow_failure: bridge.allowFailure,
    failure_reason: bounded(bridge.failureReason),
    project_id: pipeline?.projectId ?? downstream?.projectId ?? null,
    pipeline_id: pipeline?.id ?? downstream?.pipelineId ?? null,
    status: bounded(pipeline?.status ?? downstream?.status),
    ref: bounded(pipeline?.ref),
    sha: bounded(pipeline?.sha),
    duration: pipeline?.durationSeconds ?? null,
    web_url: bounded(pipeline?.webUrl ?? downstream?.webUrl),
  };
}

/**
 * GitHub allows 1 MB for all outputs of a job and counts two bytes per character. The outputs for jobs need
 * room too.
 */
export const maxValuesOutputBytes = 200_000;

/** The output `values`, a JSON object of strings on one line; `too_large` if it exceeds 200,000 bytes. */
export function valuesOutput(values: ReadonlyMap<string, string>): { readonly values: string } | 'too_large' {
  // Built by hand: as a member of an object, `__proto__` would be lost.
  const members = [...values].map(([key, value]) => `${inertJson(key)}:${inertJson(value)}`);
  const json = `{${members.join(',')}}`;
  return byteLength(json) > maxValuesOutputBytes ? 'too_large' : { values: json };
}

/** One output per value: `value_` and its key. No other output starts with `value_`. */
export function singleValueOutputs(
  values: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly value: string }[] {
  return [...values].map(([key, value]) => ({ name: `value_${key}`, value }));
}
