import type { JobView, PipelineTreeView } from '../../../src/simulator/gitlab/pipeline-tree-view.js';
import { otherProjectId } from './story.js';

/** How a run was told to judge, as far as the truth depends on it. */
export interface Judging {
  readonly jobs: readonly string[];
  readonly downstream: string;
  readonly onManual: string;
}

const ends: ReadonlySet<string> = new Set(['success', 'failed', 'canceled', 'skipped']);

/** The worst first. */
const ranking = ['failed', 'canceled', 'manual', 'skipped', 'warnings', 'success'];

export function hasEnded({ status }: Pick<PipelineTreeView, 'status'>): boolean {
  return ends.has(status);
}

/**
 * Every outcome that is true of a pipeline at this moment: none while it goes on, more than one where parts of the tree may be hidden from the
 * run. Written from the documentation alone, without looking at how the product decides.
 */
export function trueOutcomes(tree: PipelineTreeView, judging: Judging): readonly string[] {
  const outcomes = [tree, withoutHidden(tree)].map((seen) =>
    judging.jobs.length > 0 ? outcomeOfJobs(seen, judging) : outcomeOfTree(seen, judging),
  );
  // Nobody may play the job that blocks it: that is where it ends, whichever jobs are asked for.
  const isBlocked = judging.onManual === 'play' && tree.status === 'manual' && !hasFailure(tree);
  // GitLab says that it passed, its jobs say that it failed, and neither ever changes: nobody can know.
  const isContradiction = tree.status === 'success' && hasFailure(tree) && judging.jobs.length === 0;
  return [
    ...outcomes,
    isBlocked ? 'manual' : undefined,
    ...(isContradiction ? ['failed', 'failed'] : []),
  ].filter((outcome) => outcome !== undefined);
}

/** Whether a job of the pipeline itself has failed that must not. */
export function hasFailure({ jobs }: PipelineTreeView): boolean {
  return jobs.some(({ status, allowFailure }) => status === 'failed' && !allowFailure);
}

/** Whether jobs may still come: those of a pipeline that has just been created, or those below a trigger job. */
export function mayGrow({ status, jobs }: PipelineTreeView): boolean {
  return (
    status === 'created' ||
    jobs.some(({ kind, status: own, downstream }) =>
      downstream === undefined ? kind === 'bridge' && !ends.has(own) : mayGrow(downstream),
    )
  );
}

function outcomeOfTree(tree: PipelineTreeView, { downstream, onManual }: Judging): string | undefined {
  const own = ownOutcome(tree, onManual);
  if (own === undefined || downstream !== 'require') return own;
  const all = [own, ...below(tree).map((child) => ownOutcome(child, onManual))];
  if (all.includes('failed')) return 'failed';
  return all.includes(undefined) ? undefined : ranking.find((outcome) => all.includes(outcome));
}

function ownOutcome(tree: PipelineTreeView, onManual: string): string | undefined {
  // A gate hides no failure.
  if (tree.status === 'manual' && hasFailure(tree)) return 'failed';
  if (tree.status === 'manual') return onManual === 'wait' ? undefined : 'manual';
  if (!hasEnded(tree)) return undefined;
  const isWarned = tree.jobs.some(
    ({ allowFailure, status }) => allowFailure && (status === 'failed' || status === 'canceled'),
  );
  return tree.status === 'success' && isWarned ? 'warnings' : tree.status;
}

function outcomeOfJobs(tree: PipelineTreeView, { jobs, downstream, onManual }: Judging): string | undefined {
  const places = downstream === 'ignore' ? [{ path: '', tree }] : placesIn(tree, '');
  const isAsked = (pattern: string, { path }: Place, { name }: JobView): boolean =>
    fits(pattern, name) || fits(pattern, `${path}${name}`);
  const outcomes = places.flatMap((place) =>
    place.tree.jobs
      .filter((job) => jobs.some((pattern) => isAsked(pattern, place, job)))
      .map((job) => outcomeOfJob(job, { isOver: hasEnded(place.tree), onManual })),
  );
  if (outcomes.includes('failed')) return 'failed';
  // What a line asks for has to be there.
  const isThere = (pattern: string): boolean =>
    places.some((place) => place.tree.jobs.some((job) => isAsked(pattern, place, job)));
  if (!jobs.every(isThere)) return undefined;
  return outcomes.includes(undefined) ? undefined : ranking.find((outcome) => outcomes.includes(outcome));
}

function outcomeOfJob(
  { status, allowFailure }: JobView,
  { isOver, onManual }: { readonly isOver: boolean; readonly onManual: string },
): string | undefined {
  if (status === 'failed') return allowFailure ? 'warnings' : 'failed';
  if (ends.has(status)) return status;
  if (status === 'manual') return isOver || onManual === 'stop' ? 'manual' : undefined;
  return isOver ? 'skipped' : undefined;
}

function below(tree: PipelineTreeView): readonly PipelineTreeView[] {
  return tree.jobs.flatMap(({ downstream }) =>
    downstream === undefined ? [] : [downstream, ...below(downstream)],
  );
}

interface Place {
  /** The trigger jobs that lead there, a slash behind each. */
  readonly path: string;
  readonly tree: PipelineTreeView;
}

function placesIn(tree: PipelineTreeView, path: string): readonly Place[] {
  const deeper = tree.jobs.flatMap(({ name, downstream }) =>
    downstream === undefined ? [] : placesIn(downstream, `${path}${name}/`),
  );
  return [{ path, tree }, ...deeper];
}

/** What is left when the other project may not be read: its pipelines themselves are known by their trigger jobs, nothing in them. */
function withoutHidden(tree: PipelineTreeView): PipelineTreeView {
  return {
    ...tree,
    jobs: tree.jobs.map((job) => {
      const { downstream } = job;
      if (downstream === undefined) return job;
      const seen =
        downstream.projectId === otherProjectId ? { ...downstream, jobs: [] } : withoutHidden(downstream);
      return { ...job, downstream: seen };
    }),
  };
}

/** `*` stands for any text. */
function fits(pattern: string, name: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  return name.startsWith(head) && name.endsWith(rest.at(-1) ?? '');
}
