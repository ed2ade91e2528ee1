import type { JobScript } from '../state/pipeline-script.js';
import type { JobRecord, JobStep } from '../state/records.js';

const defaultDurationMs = 1000;

/** The steps of a job from the moment its stage is reached, and how it ends. */
export interface JobPlan {
  readonly steps: readonly JobStep[];
  readonly ending: string;
}

/** The plan of a job by its script, its attempt and how it was started. */
export function planOf(job: JobRecord): JobPlan {
  const { owner } = job;
  switch (owner.kind) {
    case 'bridge':
      return { steps: [{ status: 'pending', forMs: owner.script.queuedMs ?? 0 }], ending: 'success' };
    case 'job':
      if (failureOf(job) !== undefined) {
        const wait = job.attempt === 1 ? delay(owner.script, 'created') : [];
        return { steps: [...wait, ...runOf(owner.script)], ending: 'failed' };
      }
      return job.mode === 'replay'
        ? { steps: runOf(owner.script), ending: replayEnding(owner.script) }
        : firstPlan(owner.script, job.attempt);
  }
}

/** The reason for which this very attempt fails by its script; `undefined` when its result decides. */
export function failureOf({ owner, attempt }: JobRecord): string | undefined {
  return owner.kind === 'job' ? owner.script.failures?.[attempt - 1] : undefined;
}

/** The plan of a manual job after a user has played it, or of a delayed one after its delay. */
export function playedPlan(script: JobScript): JobPlan {
  return { steps: runOf(script), ending: script.resultAfterPlay ?? 'success' };
}

function firstPlan(script: JobScript, attempt: number): JobPlan {
  const result = script.result ?? 'success';
  switch (result) {
    case 'skipped':
      return { steps: [], ending: 'skipped' };
    case 'manual':
      return {
        steps: [...delay(script, 'created'), { status: 'manual', forMs: Infinity }],
        ending: 'manual',
      };
    case 'scheduled': {
      const played = playedPlan(script);
      const wait = { status: 'scheduled', forMs: script.startAfterMs ?? 0 };
      return { steps: [wait, ...played.steps], ending: played.ending };
    }
    case 'success':
    case 'failed':
    case 'canceled': {
      const repeats = attempt <= (script.retriesBeforeSuccess ?? 0);
      const steps = attempt === 1 ? [...delay(script, 'created'), ...runOf(script)] : runOf(script);
      return { steps, ending: repeats ? 'repeat' : result };
    }
  }
}

function delay(script: JobScript, status: string): readonly JobStep[] {
  return script.startAfterMs === undefined ? [] : [{ status, forMs: script.startAfterMs }];
}

function runOf(script: JobScript): readonly JobStep[] {
  return [
    ...(script.before ?? []),
    { status: 'pending', forMs: script.queuedMs ?? 0 },
    { status: 'running', forMs: script.durationMs ?? defaultDurationMs },
  ];
}

function replayEnding(script: JobScript): string {
  if (script.resultAfterRetry !== undefined) return script.resultAfterRetry;
  const result = script.result ?? 'success';
  return result === 'manual' || result === 'scheduled' ? (script.resultAfterPlay ?? 'success') : result;
}

/** The log of a job at `nowMs`: empty before it runs, the lines due so far while it runs. */
export function logOf(job: JobRecord, nowMs: number): string {
  const log = job.owner.kind === 'job' ? job.owner.script.log : undefined;
  if (log === undefined || job.owner.kind !== 'job' || job.startedMs === undefined) return '';
  if (job.erasedMs !== undefined) return '';
  const elapsedMs = (job.finishedMs ?? nowMs) - job.startedMs;
  const state = job.finishedMs === undefined ? 'running' : 'ended';
  if (typeof log !== 'string') return log({ elapsedMs, state, attempt: job.attempt });
  if (state === 'ended') return log;
  const lines = log.split(/(?<=\n)/);
  const share = Math.min(1, elapsedMs / Math.max(1, job.owner.script.durationMs ?? 1000));
  return lines.slice(0, Math.floor(lines.length * share)).join('');
}
