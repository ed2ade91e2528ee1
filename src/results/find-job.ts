import { sharedNameOf } from '../base/glob.js';
import { nearestName } from '../base/text.js';
import type { Job } from '../model/pipeline.js';
import type { JobPathLine } from '../model/requests.js';

/**
 * A pipeline with the latest attempt of each of its jobs, and the pipelines that its trigger jobs started.
 */
export interface JobTree {
  readonly pipeline: { readonly id: number; readonly projectId: number };
  readonly jobs: readonly { readonly job: Job }[];
  readonly bridges: readonly {
    readonly bridge: { readonly name: string };
    readonly downstream: JobTree | undefined;
  }[];
}

/** A job, and how to ask for it. */
export interface FoundJob {
  readonly projectId: number;
  /** The trigger jobs that lead to it, outermost first. */
  readonly path: readonly string[];
  readonly job: Job;
}

/**
 * What a line means in a pipeline. `jobs` holds more than one when the line names what the parallel parts of
 * a job share (`compile` for `compile: [linux]` and `compile: [windows]`, `test` for `test 1/2` and
 * `test 2/2`), in the order of the pipeline.
 */
export type JobSearch =
  | {
      readonly kind: 'found';
      readonly jobs: readonly FoundJob[];
      /** In the artifacts of the job; absent when the line names the job alone. */
      readonly path: string | undefined;
    }
  /** Several jobs have this very name: one here, one in a child pipeline, because names may hold slashes. */
  | { readonly kind: 'ambiguous'; readonly name: string; readonly jobs: readonly FoundJob[] }
  /**
   * It is a trigger job, which has no artifacts; `below` are the jobs that it started, as a line would name
   * them.
   */
  | { readonly kind: 'trigger_job'; readonly name: string; readonly below: readonly string[] }
  /** `near`: names that may have been meant, as a line would write them. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/** How many names a message can show. */
const mostNear = 5;

/**
 * Finds the jobs that a line names: of all ways to read it, the one with the longest name that a job has. A
 * whole name wins over a shared one. A job of a child pipeline is only found behind its trigger job
 * (`child/unit`).
 */
export function findJobs(line: Pick<JobPathLine, 'splits'>, tree: JobTree): JobSearch {
  const named = namedJobsOf(tree);
  for (const { job: name, path } of line.splits) {
    const exact = named.filter((one) => one.name === name);
    if (exact.length > 1) return { kind: 'ambiguous', name, jobs: exact.map(({ found }) => found) };
    const same =
      exact.length === 1
        ? exact
        : named.filter((one) => one.name !== name && sharedNameOf(one.name) === name);
    if (same.length > 0) return { kind: 'found', jobs: same.map(({ found }) => found), path };
  }
  const triggerNames = new Set(triggerNamesOf(tree));
  for (const { job: name } of line.splits) {
    if (!triggerNames.has(name)) continue;
    const below = named.filter((one) => one.name.startsWith(`${name}/`)).map((one) => one.name);
    return { kind: 'trigger_job', name, below: below.slice(0, mostNear) };
  }
  return {
    kind: 'unknown',
    near: nearNames(
      line,
      named.map(({ name }) => name),
    ),
  };
}

interface NamedJob {
  /** `unit`, `child/unit`. */
  readonly name: string;
  readonly found: FoundJob;
}

function namedJobsOf(tree: JobTree, path: readonly string[] = []): readonly NamedJob[] {
  const own = tree.jobs.map(({ job }): NamedJob => ({
    name: lineNameOf({ path, job }),
    found: { projectId: tree.pipeline.projectId, path, job },
  }));
  const below = tree.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : namedJobsOf(downstream, [...path, bridge.name]),
  );
  return [...own, ...below];
}

/** A job as a line names it. */
export function lineNameOf({ path, job }: Pick<FoundJob, 'path' | 'job'>): string {
  return [...path, job.name].join('/');
}

function triggerNamesOf(tree: JobTree, path: readonly string[] = []): readonly string[] {
  return tree.bridges.flatMap(({ bridge, downstream }) => {
    const name = [...path, bridge.name];
    return [name.join('/'), ...(downstream === undefined ? [] : triggerNamesOf(downstream, name))];
  });
}

function nearNames({ splits }: Pick<JobPathLine, 'splits'>, names: readonly string[]): readonly string[] {
  // Names are foreign and can be long; nobody means one that differs in hundreds of letters.
  const short = names.filter(({ length }) => length <= 255).slice(0, 1000);
  const near = splits.flatMap(({ job }) => {
    const best = nearestName(job.slice(0, 255), short);
    const lastPart = short.filter((name) => name.endsWith(`/${job}`));
    return [...(best === undefined ? [] : [best]), ...lastPart];
  });
  return [...new Set(near)].slice(0, mostNear);
}
