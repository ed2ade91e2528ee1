// @ts-check
// Made-up pipelines, the same ones for the same seed: a project with stages and jobs, its earlier runs, and
// one run to be followed.

/** @import { Job } from '../src/model/pipeline.js' */
/** @import { Pipeline } from '../src/model/pipeline.js' */
/** @import { PipelineSnapshot } from '../src/model/snapshot.js' */
/** @typedef {() => number} Random */
/** @typedef {{ name: string, stage: string, usualMs: number }} PlannedJob */
/**
 * @typedef {{ name: string, stage: string, queuedMs: number, startMs: number, endMs: number, status:
 *   'success' | 'failed' }} JobRun
 */
/** @typedef {{ jobs: JobRun[], neverRun: PlannedJob[], endMs: number, failed: boolean }} Run */
/** @typedef {{ run: Run, earlier: Run[] }} Replay */

/**
 * What the world is like; none of it was chosen for the outcome, and all of it may be changed to see what
 * happens.
 */
const world = {
  shortestMs: 5000,
  longestMs: 7_200_000,
  mostStages: 5,
  /** A stage is at least this long, so that very short pipelines have few stages. */
  shortestStageMs: 4000,
  /** The chance of one more job beside those that a stage has, and where that stops. */
  oneMoreJob: 0.6,
  mostJobsInStage: 8,
  failing: 0.2,
  /**
   * How runs of a project differ (standard deviation of the logarithm): all jobs of a run together, and each
   * for itself.
   */
  runSpread: 0.08,
  jobSpread: 0.12,
  /** A job in twenty takes much longer than usual: a cold cache, a slow runner. */
  slowJob: 0.05,
  slowFactor: [1.2, 2.5],
  /** Until a runner takes a job: mostly seconds; on one run in ten runners are busy. */
  pickUpMs: 2000,
  pickUpSpread: 0.7,
  busy: 0.1,
  busyMs: 60_000,
  earlierRuns: 10,
};

/** A small generator of evenly spread numbers (mulberry32), seeded. @param {number} seed @returns {Random} */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {Random} random */
const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
/** @param {Random} random @param {number} spread */
const factor = (random, spread) => Math.exp(spread * normal(random));
/** @param {Random} random @param {number} low @param {number} high */
const between = (random, low, high) => low + (high - low) * random();

/** One project and what happens in it. @param {number} seed @returns {Replay} */
export function replayOf(seed) {
  const random = seededRandom(seed);
  const stages = plannedStages(random);
  const earlier = Array.from({ length: world.earlierRuns }, () => runOf(stages, random));
  return { run: runOf(stages, random), earlier };
}

/** @param {Random} random @returns {PlannedJob[][]} */
function plannedStages(random) {
  const lengthMs = Math.exp(between(random, Math.log(world.shortestMs), Math.log(world.longestMs)));
  const most = Math.max(1, Math.min(world.mostStages, Math.floor(lengthMs / world.shortestStageMs)));
  const shares = Array.from({ length: 1 + Math.floor(random() * most) }, () => 0.1 - Math.log(1 - random()));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, index) => {
    const stageMs = (lengthMs * share) / all;
    const jobs = [{ name: `job ${index}.0`, stage: `stage ${index}`, usualMs: stageMs }];
    while (jobs.length < world.mostJobsInStage && random() < world.oneMoreJob) {
      const usualMs = stageMs * between(random, 0.2, 1);
      jobs.push({ name: `job ${index}.${jobs.length}`, stage: `stage ${index}`, usualMs });
    }
    return jobs;
  });
}

/**
 * Stage by stage, as GitLab does it. A failing run fails at a point that any moment of its running time is
 * equally likely to be, in any of the jobs that run then; the jobs beside it go on to their end, and what
 * comes after does not begin.
 * @param {PlannedJob[][]} stages @param {Random} random @returns {Run}
 */
function runOf(stages, random) {
  const together = factor(random, world.runSpread);
  const waitingMs = random() < world.busy ? world.busyMs : 0;
  /** @type {JobRun[]} */
  const jobs = [];
  let stageStartMs = 0;
  for (const stage of stages) {
    const runs = stage.map(({ name, stage: itsStage, usualMs }) => {
      const slow =
        random() < world.slowJob ? between(random, world.slowFactor[0] ?? 1, world.slowFactor[1] ?? 1) : 1;
      const busyMs = -waitingMs * Math.log(1 - random());
      const startMs = stageStartMs + busyMs + world.pickUpMs * factor(random, world.pickUpSpread);
      const endMs = startMs + usualMs * together * slow * factor(random, world.jobSpread);
      const status = /** @type {const} */ ('success');
      return { name, stage: itsStage, queuedMs: stageStartMs, startMs, endMs, status };
    });
    jobs.push(...runs);
    stageStartMs = Math.max(...runs.map(({ endMs }) => endMs));
  }
  const failed = random() < world.failing;
  return failed
    ? failingRun(stages.flat(), jobs, random)
    : { jobs, neverRun: [], endMs: stageStartMs, failed };
}

/** @param {PlannedJob[]} planned @param {JobRun[]} jobs @param {Random} random @returns {Run} */
function failingRun(planned, jobs, random) {
  const wholeMs = Math.max(...jobs.map(({ endMs }) => endMs));
  for (;;) {
    const atMs = between(random, 0, wholeMs);
    const running = jobs.filter(({ startMs, endMs }) => startMs < atMs && atMs < endMs);
    const victim = running[Math.floor(random() * running.length)];
    if (victim === undefined) continue;
    const begun = jobs
      .filter(({ queuedMs }) => queuedMs <= victim.queuedMs)
      .map((job) =>
        job === victim ? { ...job, endMs: atMs, status: /** @type {const} */ ('failed') } : job,
      );
    const neverRun = planned.filter(({ name }) => !begun.some((job) => job.name === name));
    return { jobs: begun, neverRun, endMs: Math.max(...begun.map(({ endMs }) => endMs)), failed: true };
  }
}

const epochMs = Date.UTC(2026, 0, 1);
/** @param {number} ms */
const timeAt = (ms) => new Date(epochMs + Math.round(ms)).toISOString();

/** The run as an item of GitLab's list. @param {Run} run @returns {Pipeline} */
export function listedPipeline({ endMs, failed }) {
  return { ...pipelineAt(failed ? 'failed' : 'success'), updatedAt: timeAt(endMs) };
}

/** The jobs of the run, long after. @param {Run} run @returns {readonly Job[]} */
export function endedJobs(run) {
  return snapshotAt(run, run.endMs).root.jobs.map(({ job }) => job);
}

/** What a look at `ms` shows. @param {Run} run @param {number} ms @returns {PipelineSnapshot} */
export function snapshotAt(run, ms) {
  const ended = ms >= run.endMs;
  const status = ended ? (run.failed ? 'failed' : 'success') : 'running';
  /** @type {Job[]} */
  const jobs = run.jobs.map((job, index) => jobAt(job, { id: index + 1, ms }));
  for (const { name, stage } of run.neverRun) {
    jobs.push({ ...emptyJob(jobs.length + 1), name, stage, status: ended ? 'skipped' : 'created' });
  }
  return {
    root: {
      pipeline: pipelineAt(status),
      jobs: jobs.map((job) => ({ job, attempt: 1, earlier: [] })),
      bridges: [],
    },
    unreadable: [],
  };
}

/** @param {JobRun} run @param {{ id: number, ms: number }} at @returns {Job} */
function jobAt({ name, stage, queuedMs, startMs, endMs, status }, { id, ms }) {
  const job = { ...emptyJob(id), name, stage };
  if (ms < queuedMs) return { ...job, status: 'created' };
  if (ms < startMs) return { ...job, status: 'pending' };
  const startedAt = timeAt(startMs);
  if (ms < endMs) return { ...job, status: 'running', startedAt, durationSeconds: (ms - startMs) / 1000 };
  return { ...job, status, startedAt, finishedAt: timeAt(endMs), durationSeconds: (endMs - startMs) / 1000 };
}

/** @param {number} id */
function emptyJob(id) {
  return {
    id,
    name: '',
    stage: '',
    status: 'created',
    allowFailure: false,
    webUrl: '',
    createdAt: timeAt(0),
  };
}

/** @param {string} status @returns {Pipeline} */
function pipelineAt(status) {
  return { id: 1, projectId: 1, status, ref: 'main', sha: '0'.repeat(40), webUrl: '', createdAt: timeAt(0) };
}
