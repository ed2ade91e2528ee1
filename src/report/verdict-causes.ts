import { cleanLine } from '../base/text.js';
import { type FailedJob, failuresOf, listJobs } from '../model/failures.js';
import { type Job, hidesFailures, isBlocking, isTerminalStatus } from '../model/pipeline.js';
import { type PipelineNode, placesOf } from '../model/snapshot.js';
import type { ExternalStatus, RequiredPart, Verdict } from '../model/verdict.js';
import { jobLabel, listLabel, pathLabel, phraseOf } from './labels.js';

/**
 * Maximum number of each kind named in a message; the rest is counted. Runners truncate a message at 4,096
 * characters. With the limits below it stays under 4,000.
 */
const maxNamed = 5;

const maxUrlCharacters = 200;

/** The failed jobs that explain the outcome: those that must not fail, or for `warnings` those that may. */
export function blamedJobs({ outcome, snapshot, grounds }: Verdict): {
  readonly failed: readonly FailedJob[];
  readonly total: number;
} {
  if (snapshot === undefined) return { failed: [], total: 0 };
  const { failed, total } = failuresOf(snapshot.root, grounds);
  return { failed: failed.filter(({ allowed }) => allowed === (outcome === 'warnings')), total };
}

/**
 * The causes of the outcome, as parts of a sentence: required downstream parts, jobs, and what no list of
 * jobs has.
 */
export function causesOf(verdict: Verdict): readonly string[] {
  const { outcome, grounds } = verdict;
  if (outcome === 'success') return [];
  const below = grounds?.below ?? [];
  const shown = below.slice(0, maxNamed - 2).map(partPhrase);
  const more = below.length > shown.length ? [`${below.length - shown.length} more below`] : [];
  return [...shown, ...more, ...jobCauses(verdict), ...restCauses(verdict)];
}

function partPhrase({ path, kind, outcome }: RequiredPart): string {
  const name = `\`${pathLabel(path, 40)}\``;
  switch (kind) {
    case 'child':
      return `the child pipeline ${name} ${phraseOf(outcome)} (downstream: require)`;
    case 'downstream':
      return `the downstream pipeline ${name} ${phraseOf(outcome)} (downstream: require)`;
    case 'trigger_job':
      return `the trigger job ${name} started no pipeline (downstream: require)`;
  }
}

function jobCauses(verdict: Verdict): readonly string[] {
  const { failed, total } = blamedJobs(verdict);
  if (failed.length === 0) return [];
  const names = failed.map(({ path, job }) => cleanLine(jobLabel({ path, name: job.name }), 40));
  const allowed = verdict.outcome === 'warnings' ? ', which is allowed' : '';
  return [`${failed.length} of ${countOf(total)} failed${allowed} (${listLabel(names, maxNamed)})`];
}

/** Which jobs were retried on the way, and which GitLab would not retry. */
export function retryCauses({ retries = [] }: Verdict): readonly string[] {
  const phrases = { retried: 'retried', unconfirmed: 'perhaps retried', refused: 'not retried by GitLab' };
  return (['retried', 'unconfirmed', 'refused'] as const).flatMap((result) => {
    const names = retries
      .filter((retry) => retry.result === result)
      .map(({ path, job }) => cleanLine(jobLabel({ path, name: job.name }), 40));
    return names.length === 0 ? [] : [`${phrases[result]}: ${listLabel([...new Set(names)], maxNamed)}`];
  });
}

/** The causes beyond the jobs. */
function restCauses(verdict: Verdict): readonly string[] {
  const { outcome, externalStatuses } = verdict;
  if (outcome === 'skipped')
    return isOfManualJobs(verdict) ? ['no job ran, because all of them are manual'] : [];
  if (outcome !== 'failed') return [];
  const labels = (externalStatuses?.failed ?? []).map(
    ({ path, name }) => `\`${cleanLine(jobLabel({ path, name }), 40)}\``,
  );
  const statuses = labels.length === 1 ? 'the external status' : `${labels.length} external statuses`;
  const failed = labels.length === 0 ? [] : [`${statuses} failed (${listLabel(labels, maxNamed)})`];
  return isUnexplained(verdict) ? ['no job that GitLab lists failed', ...failed] : failed;
}

/** Whether a failed pipeline has jobs and none of them is the cause. */
function isUnexplained(verdict: Verdict): boolean {
  const { outcome, pipeline, grounds } = verdict;
  const { failed, total } = blamedJobs(verdict);
  const isBelow = grounds?.jobIds !== undefined || (grounds?.below ?? []).length > 0;
  const isOwn = pipeline.status === 'failed' && pipeline.yamlErrors === undefined;
  return outcome === 'failed' && isOwn && !isBelow && failed.length === 0 && total > 0;
}

/** GitLab calls a pipeline `skipped` if all its jobs are optional manual jobs. */
export function isOfManualJobs({ outcome, snapshot, grounds }: Verdict): boolean {
  if (outcome !== 'skipped' || snapshot === undefined || grounds?.jobIds !== undefined) return false;
  const { jobs, bridges } = snapshot.root;
  const steps = [...jobs.map(({ job }) => job), ...bridges.map(({ bridge }) => bridge)];
  return steps.length > 0 && steps.every(({ status }) => status === 'manual');
}

/** The causes, one line each, with links. */
export function causeLines(verdict: Verdict): readonly string[] {
  const { pipeline, snapshot, outcome, grounds, externalStatuses } = verdict;
  const { failed } = blamedJobs(verdict);
  const lines = [
    ...(grounds?.below ?? []).map((part) => `${partPhrase(part)}${urlOf(part.webUrl)}`),
    ...failed.map(jobLine),
    ...(externalStatuses?.failed ?? []).map(statusLine),
  ];
  const first = firstLines([...lines, ...hiddenLines(verdict)]);
  if (lines.length > 0) return first;
  if (pipeline.yamlErrors !== undefined) return [`GitLab says: ${cleanLine(pipeline.yamlErrors, 500)}`];
  if (isUnexplained(verdict)) return [unexplainedLine(verdict)];
  if (outcome !== 'manual' || snapshot === undefined) return first;
  return firstLines(
    [...listJobs(snapshot.root), ...listBareTriggerJobs(snapshot.root)]
      .filter(({ job }) => isBlocking(job))
      .map(jobLine),
  );
}

/** The trigger jobs below which nothing is shown. */
function listBareTriggerJobs(root: PipelineNode): readonly Pick<FailedJob, 'path' | 'job' | 'attempt'>[] {
  return placesOf(root).flatMap(({ path, node }) =>
    node.bridges.flatMap(({ bridge, downstream }) =>
      downstream === undefined ? [{ path, job: bridge, attempt: 1 }] : [],
    ),
  );
}

/** The line that explains that another status of GitLab hides a failed job. */
function hiddenLines({ outcome, pipeline }: Verdict): readonly string[] {
  return outcome === 'failed' && hidesFailures(pipeline.status)
    ? [`GitLab calls the pipeline '${pipeline.status}', and a job of it has failed`]
    : [];
}

function unexplainedLine({ externalStatuses, snapshot }: Verdict): string {
  const again = snapshot === undefined ? [] : listJobs(snapshot.root).filter(({ job }) => isUnderWay(job));
  if (again.length > 0) {
    const names = again.map(
      ({ path, job, attempt }) =>
        `${cleanLine(jobLabel({ path, name: job.name, attempt }), 100)} is ${cleanLine(job.status, 40)}`,
    );
    return `GitLab says so although no latest attempt has failed: ${listLabel(names, maxNamed)}`;
  }
  const lacks = snapshot?.root.incomplete?.jobs;
  if (lacks !== undefined) return `None of the jobs that can be read failed: ${cleanLine(lacks, 300)}`;
  const unread = externalStatuses?.unread;
  const end =
    unread === undefined
      ? 'none of them is reported as failed'
      : `they cannot be read (${cleanLine(unread, 300)})`;
  return `None of its jobs failed. Statuses that other systems set on its commit count as well: ${end}`;
}

function isUnderWay({ status }: Job): boolean {
  return !isTerminalStatus(status) && status !== 'manual' && status !== 'created';
}

/** The line about a failed job: stage, reason and link. */
export function jobLine({ path, job, attempt }: Pick<FailedJob, 'path' | 'job' | 'attempt'>): string {
  const label = cleanLine(jobLabel({ path, name: job.name, attempt }), 100);
  return `${label} (stage ${cleanLine(job.stage, 40)}): ${reasonOf(job)}${urlOf(job.webUrl)}`;
}

function statusLine({ path, name, description, targetUrl = '' }: ExternalStatus): string {
  const label = cleanLine(jobLabel({ path, name }), 100);
  const words = description === undefined ? 'failed' : cleanLine(description, 150) || 'failed';
  return `${label} (external status): ${words}${urlOf(targetUrl)}`;
}

function reasonOf(job: Job): string {
  return cleanLine((job.status === 'failed' ? job.failureReason : undefined) ?? job.status, 40);
}

/** A truncated URL leads nowhere. */
function urlOf(url: string): string {
  return url === '' || url.length > maxUrlCharacters ? '' : ` ${cleanLine(url, maxUrlCharacters)}`;
}

/** The first lines for a message, and a line that counts the others. */
export function firstLines(lines: readonly string[]): readonly string[] {
  const more = lines.length - maxNamed;
  return more > 0 ? [...lines.slice(0, maxNamed), `and ${more} more`] : lines;
}

function countOf(total: number): string {
  return total === 1 ? '1 job' : `${total} jobs`;
}
