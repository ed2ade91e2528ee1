import { sharedNameOf } from '../base/glob.js';
import { nearestName } from '../base/text.js';
import type { Job } from '../model/pipeline.js';
import type { JobPathLine } from '../model/requests.js';

/** A pipeline with the latest attempt of each of its jobs, and its downstream pipelines. */
export interface JobTree {
  readonly pipeline: { readonly id: number; readonly projectId: number };
  readonly jobs: readonly { readonly job: Job }[];
  readonly bridges: readonly {
    readonly bridge: { readonly name: string };
    readonly downstream: JobTree | undefined;
  }[];
}

/** A job, and what a request for it needs. */
export interface FoundJob {
  readonly projectId: number;
  /** The trigger jobs that lead to it, outermost first. */
  readonly path: readonly string[];
  readonly job: Job;
}

/**
 * What a line matches in a pipeline. `jobs` has more than one if the line names parallel jobs (`compile` for
 * `compile: [linux]` and `compile: [windows]`, `test` for `test 1/2` and `test 2/2`), in the order of the
 * pipeline.
 */
export type JobSearch =
  | {
      readonly kind: 'found';
      readonly jobs: readonly FoundJob[];
      /** The path in the artifacts of the job; absent if the line names only the job. */
      readonly path: string | undefined;
    }
  /** Several jobs have this name: one here, one in a child pipeline, because names may contain slashes. */
  | { readonly kind: 'ambiguous'; readonly name: string; readonly jobs: readonly FoundJob[] }
  /**
   * A trigger job, which has no artifacts. `below` has the jobs of its pipeline, as a line would name them.
   */
  | { readonly kind: 'trigger_job'; readonly name: string; readonly below: readonly string[] }
  /** `near`: similar names, as a line would write them. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/** Maximum number of names in a message. */
const mostNear = 5;

/**
 * Finds the jobs that a line names. Of all ways to split it, the one with the longest existing job name
 * counts. A full name takes precedence over a shared one. A job of a child pipeline is found only after its
 * trigger job (`child/unit`).
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
  // Names come from outside and can be long. A name that differs in hundreds of letters is not the intended
  // one.
  const short = names.filter(({ length }) => length <= 255).slice(0, 1000);
  const near = splits.flatMap(({ job }) => {
    const best = nearestName(job.slice(0, 255), short);
    const lastPart = short.filter((name) => name.endsWith(`/${job}`));
    return [...(best === undefined ? [] : [best]), ...lastPart];
  });
  return [...new Set(near)].slice(0, mostNear);
}
