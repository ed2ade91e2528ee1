import { cleanLine, controlCharacters, hostCommands, invisibleCharacter } from '../base/text.js';
import { type ListedDownstream, failuresOf, listDownstream, listJobs } from '../model/failures.js';
import type { Job } from '../model/pipeline.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import type { ExternalStatus, ExternalStatuses } from '../model/verdict.js';
import { byteLength } from './byte-budget.js';

/**
 * JSON that may be printed to a log, on whatever CI, whole or cut into lines: no command of any is in it, and
 * nothing that is not seen. The value stays the same.
 */
export function inertJson(value: unknown): string {
  return inert(JSON.stringify(value));
}

/** The same for a text that is JSON already. */
export function inert(json: string): string {
  const seen = asciiOnly.test(json) ? json : json.replace(unseen, escaped);
  return openings.reduce(
    // The last character alone, so that the rest stays legible. Commands stand in texts, never in what holds
    // JSON together.
    (rest, opening) => rest.replace(opening, (found) => found.slice(0, -1) + escaped(found.slice(-1))),
    seen,
  );
}

const asciiOnly = /^[\u0020-\u007e]*$/;
const unseen = new RegExp(`[${controlCharacters}]|${invisibleCharacter}`, 'gu');

/** Two number signs begin commands of several hosts, and of hosts to come. */
const openings: readonly RegExp[] = [/##/g, ...Object.values(hostCommands)];

function escaped(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

/** Rises when a field changes its meaning or goes; new fields may come without. */
const version = 1;

/**
 * The most that one of the outputs may take, in bytes of UTF-8: GitHub gives the outputs of a whole job 1 MB,
 * and counts two bytes a character.
 */
const maxBytes = 480_000;

/** GitLab allows 255 for a job's name; nothing that is longer came from there. */
const maxTextCharacters = 1000;

/**
 * A list as an output: JSON on one line, below 480,000 bytes; `omitted` counts the entries at its end that
 * found no room. The members of `more` come last.
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

/** Exactly as GitLab has it, so that it can be compared; only what GitLab would not allow is cut. */
export function bounded(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text.length > maxTextCharacters ? cleanLine(text, maxTextCharacters) : text;
}

/** The outputs that describe the jobs, as JSON on one line each. */
export interface JobOutputs {
  readonly jobs: string;
  readonly failed_jobs: string;
  readonly downstream: string;
}

/**
 * The jobs of a pipeline and of those below it, the failed ones of them, and the downstream pipelines.
 * `docs/outputs.md` tells the shape; a field that GitLab did not fill is null. Each stays below 480,000
 * bytes; `omitted` counts what found no room. Failed statuses of other systems come with the failed jobs,
 * where they were looked for.
 */
export function jobOutputs({ root }: PipelineSnapshot, statuses?: ExternalStatuses): JobOutputs {
  const jobs = listJobs(root);
  return {
    jobs: jsonList('jobs', jobs.map(jobEntry)),
    failed_jobs: jsonList('jobs', failuresOf(root).failed.map(jobEntry), statusMembers(statuses)),
    downstream: jsonList('pipelines', listDownstream(root).map(downstreamEntry)),
  };
}

/** A job as the outputs describe it. */
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

/** So many that the list stays within its bounds. */
const mostStatuses = 20;

function statusMembers(statuses: ExternalStatuses | undefined): object {
  if (statuses === undefined) return {};
  return { external_statuses: statuses.failed.slice(0, mostStatuses).map(statusEntry) };
}

/** A status that another system set, as the outputs describe it. */
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
 * GitHub gives all outputs of a job 1 MB and counts two bytes a character; the jobs of a pipeline need room,
 * too.
 */
export const maxValuesOutputBytes = 200_000;

/**
 * The output `values`, a JSON object on one line whose values are texts; `too_large` when it is longer than
 * 200,000 bytes.
 */
export function valuesOutput(values: ReadonlyMap<string, string>): { readonly values: string } | 'too_large' {
  // Written by hand: as a member of an object, `__proto__` would be lost.
  const members = [...values].map(([key, value]) => `${inertJson(key)}:${inertJson(value)}`);
  const json = `{${members.join(',')}}`;
  return byteLength(json) > maxValuesOutputBytes ? 'too_large' : { values: json };
}

/** An output for each value: `value_` before its key, which no output of ours begins with. */
export function singleValueOutputs(
  values: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly value: string }[] {
  return [...values].map(([key, value]) => ({ name: `value_${key}`, value }));
}
