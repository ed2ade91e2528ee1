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
  const isBlocked = judging.onManual === 'play' && tree.status === 'manual';
  return [...outcomes, isBlocked ? 'manual' : undefined].filter((outcome) => outcome !== undefined);
}

function outcomeOfTree(tree: PipelineTreeView, { downstream, onManual }: Judging): string | undefined {
  const own = ownOutcome(tree, onManual);
  if (own === undefined || downstream !== 'require') return own;
  const all = [own, ...below(tree).map((child) => ownOutcome(child, onManual))];
  if (all.includes('failed')) return 'failed';
  return all.includes(undefined) ? undefined : ranking.find((outcome) => all.includes(outcome));
}

function ownOutcome(tree: PipelineTreeView, onManual: string): string | undefined {
  if (tree.status === 'manual') return onManual === 'wait' ? undefined : 'manual';
  if (!hasEnded(tree)) return undefined;
  const isWarned = tree.jobs.some(
    ({ allowFailure, status }) => allowFailure && (status === 'failed' || status === 'canceled'),
  );
  return tree.status === 'success' && isWarned ? 'warnings' : tree.status;
}

function outcomeOfJobs(tree: PipelineTreeView, { jobs, downstream, onManual }: Judging): string | undefined {
  const places = downstream === 'ignore' ? [{ path: '', tree }] : placesIn(tree, '');
  const outcomes = places.flatMap((place) =>
    place.tree.jobs
      .filter(({ name }) =>
        jobs.some((pattern) => fits(pattern, name) || fits(pattern, `${place.path}${name}`)),
      )
      .map((job) => outcomeOfJob(job, { isOver: hasEnded(place.tree), onManual })),
  );
  if (outcomes.includes('failed')) return 'failed';
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
