import type { JobView, PipelineTreeView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import { otherProjectId } from './story.js';

/** How a run was told to judge, as far as the truth depends on it. */
export interface Judging {
  readonly jobs: readonly string[];
  readonly downstream: string;
  readonly onManual: string;
  /** Whether lists of trigger jobs say of what they started only the status, as before 13.10. */
  readonly onlyWords: boolean;
}

const ends: ReadonlySet<string> = new Set(['success', 'failed', 'canceled', 'skipped']);

/** The worst first. */
const ranking = ['failed', 'canceled', 'manual', 'skipped', 'warnings', 'success'];

export function hasEnded({ status }: Pick<PipelineTreeView, 'status'>): boolean {
  return ends.has(status);
}

/** Whether the word for a pipeline of the tree is one that its jobs do not bear out. */
export function contradictsItself(tree: PipelineTreeView): boolean {
  return [tree, ...below(tree)].some(({ status, jobs }) => {
    const hasFailed = jobs.some(failedForGood);
    if (status === 'success') return hasFailed || jobs.some((job) => !isPassed(job));
    if (status === 'failed') return jobs.length > 0 && !hasFailed;
    if (jobs.length > 0 && !isBorneOut(status, jobs)) return true;
    return hasFailed && ['manual', 'canceled', 'skipped', 'running'].includes(status);
  });
}

/**
 * GitLab says `manual` and `canceled` because of a job that is, and `skipped` when there is nothing but
 * skipped jobs and optional manual ones.
 */
function isBorneOut(status: string, jobs: readonly JobView[]): boolean {
  if (status === 'skipped') return jobs.every((job) => job.status === 'skipped' || job.status === 'manual');
  return !['manual', 'canceled'].includes(status) || jobs.some((job) => job.status === status);
}

/** Whether the list of trigger jobs shows nothing but the status of a pipeline in the tree. */
export function showsOnlyWords(tree: PipelineTreeView): boolean {
  return [tree, ...below(tree)].some(({ jobs }) =>
    jobs.some(({ downstream, tells }) => downstream !== undefined && tells === 'status'),
  );
}

function isPassed({ status, allowFailure }: JobView): boolean {
  return status === 'success' || status === 'skipped' || (allowFailure && passing.has(status));
}

/** What a job that may fail does in a pipeline that passes. One that has not ended goes on. */
const passing: ReadonlySet<string> = new Set(['failed', 'canceled', 'manual']);

/**
 * Every outcome that is true of a pipeline at this moment: none while it goes on, more than one where parts
 * of the tree may be hidden from the run. Written from the documentation alone, without looking at how the
 * product decides.
 */
export function trueOutcomes(tree: PipelineTreeView, judging: Judging): readonly string[] {
  const details = asShown(tree);
  const pictures = [details, withoutHidden(details), ...(judging.onlyWords ? [withoutBelow(details)] : [])];
  const outcomes = pictures.map((seen) => outcomeOf(seen, judging));
  // Nobody may play the job that blocks it: that is where it ends, whichever jobs are asked for.
  const isBlocked =
    judging.onManual === 'play' && tree.status === 'manual' && !hasFailure(tree) && !movesByItself(tree);
  // GitLab says that it passed, its jobs say that it failed, and neither ever changes: nobody can know.
  const isContradiction = tree.status === 'success' && hasFailure(tree) && judging.jobs.length === 0;
  return [
    ...outcomes,
    isBlocked ? 'manual' : undefined,
    ...(isContradiction ? ['failed', 'failed'] : []),
  ].filter((outcome) => outcome !== undefined);
}

/** Whether all that a run may read of a pipeline says how it has ended. */
export function isTold(tree: PipelineTreeView, judging: Judging): boolean {
  return outcomeOf(asShown(tree), judging) !== undefined;
}

function outcomeOf(seen: PipelineTreeView, judging: Judging): string | undefined {
  return judging.jobs.length > 0 ? outcomeOfJobs(seen, judging) : outcomeOfTree(seen, judging);
}

/** What is left when no list of trigger jobs may be read, as before 13.1, which has none. */
export function withoutTriggerJobs(tree: PipelineTreeView): PipelineTreeView {
  return { ...tree, jobs: tree.jobs.filter(({ kind }) => kind !== 'bridge') };
}

/** Whether a job of the pipeline itself has failed that must not. */
export function hasFailure({ jobs }: PipelineTreeView): boolean {
  return jobs.some(({ status, allowFailure }) => status === 'failed' && !allowFailure);
}

/**
 * Whether jobs may still come: those of a pipeline that has just been created, or those below a trigger job.
 */
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
  if (downstream !== 'require') return own;
  if (own === undefined && !isStuck(tree)) return own;
  const all = [own, ...below(tree).map((child) => ownOutcome(child, onManual)), ...neverStarted(tree)];
  if (all.includes('failed')) return 'failed';
  // Nobody knows how it ended.
  if ([tree, ...below(tree)].some(({ jobs }) => jobs.some(isUntold))) return undefined;
  return all.includes(undefined) ? undefined : ranking.find((outcome) => all.includes(outcome));
}

/** A trigger job that has started something, or may have, and does not say what. */
function isUntold({ kind, status, downstream, tells, hasBegun }: JobView): boolean {
  // A manual one that has begun mirrors a pipeline that waits.
  const hasStarted = tells === 'garbled' || status === 'success' || (status === 'manual' && hasBegun);
  return kind === 'bridge' && downstream === undefined && hasStarted;
}

function ownOutcome(tree: PipelineTreeView, onManual: string): string | undefined {
  // A gate, or that somebody canceled the rest, hides no failure.
  const hides = ['manual', 'canceled', 'skipped'].includes(tree.status) || isStuck(tree);
  if (hides && tree.jobs.some(failedForGood)) return 'failed';
  if (tree.status === 'manual') return onManual === 'wait' || movesByItself(tree) ? undefined : 'manual';
  if (!hasEnded(tree)) return undefined;
  const isWarned = tree.jobs.some(
    ({ allowFailure, status }) => allowFailure && (status === 'failed' || status === 'canceled'),
  );
  return tree.status === 'success' && isWarned ? 'warnings' : tree.status;
}

function failedForGood({ status, allowFailure }: JobView): boolean {
  return status === 'failed' && !allowFailure;
}

/** Statuses of a job that needs nobody to go on, whatever stands at a gate beside it. */
const moving: ReadonlySet<string> = new Set([
  ...['pending', 'preparing', 'running', 'scheduled', 'canceling'],
  ...['waiting_for_resource', 'waiting_for_callback'],
]);

function movesByItself({ jobs }: PipelineTreeView): boolean {
  return jobs.some(({ status }) => moving.has(status));
}

/** Nothing happens any more unless somebody plays a job, here or below. */
function isStuck({ status, jobs }: PipelineTreeView): boolean {
  if (status === 'manual') return true;
  const waiting = jobs.filter(
    (job) => !ends.has(job.status) && job.downstream !== undefined && isStuck(job.downstream),
  );
  const others = jobs.filter((job) => !waiting.includes(job));
  return (
    !ends.has(status) &&
    waiting.length > 0 &&
    others.every((job) => ends.has(job.status) || job.status === 'created' || job.status === 'manual')
  );
}

/** Whether a line of `jobs` means no job of the tree, or none of what may be read of it. */
export function isUnmatched(tree: PipelineTreeView, { jobs, downstream }: Judging): boolean {
  const details = asShown(tree);
  return [details, withoutHidden(details), withoutBelow(details)].some((seen) => {
    const places = downstream === 'ignore' ? [{ path: '', tree: seen }] : placesIn(seen, '');
    return jobs.some((pattern) => chosenBy(pattern, places).found.length === 0);
  });
}

function outcomeOfJobs(tree: PipelineTreeView, { jobs, downstream, onManual }: Judging): string | undefined {
  const places = downstream === 'ignore' ? [{ path: '', tree }] : placesIn(tree, '');
  const choices = jobs.map((pattern) => chosenBy(pattern, places));
  const outcomes = choices.flatMap(({ found }) =>
    found.map(({ job, place }) => outcomeOfJob(job, { tree: place.tree, onManual })),
  );
  if (outcomes.includes('failed')) return 'failed';
  const isOpen = choices.some(({ found, scope }) => found.length === 0 || scope === 'tree');
  if (isOpen && places.some((place) => mayStartMore(place.tree, { downstream, onManual }))) {
    // What stands behind a gate that ends the wait does not come.
    if (!isShut(tree, onManual)) return undefined;
    outcomes.push('manual');
  } else if (choices.some(({ found }) => found.length === 0)) return undefined;
  else if (isOpen && places.some((place) => place.tree.jobs.some((job) => hidesJobs(job, downstream)))) {
    return undefined;
  }
  return outcomes.includes(undefined) ? undefined : ranking.find((outcome) => outcomes.includes(outcome));
}

/** Whether jobs that count may be out of sight. */
function hidesJobs(job: JobView, downstream: string): boolean {
  if (downstream === 'ignore') return false;
  if (job.tells === 'status' || job.tells === 'garbled') return job.status !== 'skipped' && job.hasBegun;
  return isUntold(job);
}

/** The jobs that a line means, and whether a pipeline that is still to come may bring others. */
function chosenBy(
  pattern: string,
  places: readonly Place[],
): {
  readonly scope: 'pipeline' | 'tree';
  readonly found: readonly { readonly job: JobView; readonly place: Place }[];
} {
  const found = places.flatMap((place) =>
    place.tree.jobs
      .filter(({ name }) => fits(pattern, name) || fits(pattern, `${place.path}${name}`))
      .map((job) => ({ job, place })),
  );
  const own = found.filter(({ job, place }) => place.path === '' && job.kind === 'job');
  return own.length > 0 && !pattern.includes('*')
    ? { scope: 'pipeline', found: own }
    : { scope: 'tree', found };
}

function mayStartMore(
  tree: PipelineTreeView,
  { downstream: depth, onManual }: Pick<Judging, 'downstream' | 'onManual'>,
): boolean {
  // What comes in a pipeline that may not be read is not seen either.
  if (tree.status === 'created') return !isHidden(tree);
  if (depth === 'ignore') return false;
  return tree.jobs.some(({ kind, status, downstream }) => {
    if (kind === 'job' || downstream !== undefined || ends.has(status)) return false;
    return hasEnded(tree) ? moving.has(status) : status !== 'manual' || onManual !== 'stop';
  });
}

/** What was to be started, and was not. */
function neverStarted(tree: PipelineTreeView): readonly string[] {
  return [tree, ...below(tree)].flatMap(({ jobs }) =>
    jobs
      .filter(({ kind, downstream }) => kind === 'bridge' && downstream === undefined)
      .map(({ status }) => status)
      .filter((status) => status === 'failed' || status === 'canceled'),
  );
}

function outcomeOfJob(
  { status, allowFailure }: JobView,
  { tree, onManual }: { readonly tree: PipelineTreeView; readonly onManual: string },
): string | undefined {
  const isOver = hasEnded(tree);
  if (status === 'failed') return allowFailure ? 'warnings' : 'failed';
  if (ends.has(status)) return status;
  if (status === 'manual')
    return isOver || onManual === 'stop' || isShut(tree, onManual) ? 'manual' : undefined;
  if (status === 'created' && isShut(tree, onManual)) return 'manual';
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

/** The tree as far as the lists of trigger jobs tell of it. */
function asShown(tree: PipelineTreeView): PipelineTreeView {
  return {
    ...tree,
    jobs: tree.jobs.map((job) => {
      const { downstream, tells } = job;
      if (downstream === undefined) return { ...job, tells: undefined };
      if (tells === undefined) return { ...job, downstream: asShown(downstream) };
      return { ...job, downstream: tells === 'status' ? { ...downstream, jobs: [] } : undefined };
    }),
  };
}

/**
 * What is left when the other project may not be read: its pipelines themselves are known by their trigger
 * jobs, nothing in them.
 */
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

/** What is left when nothing is known of the pipelines below but their status. */
function withoutBelow(tree: PipelineTreeView): PipelineTreeView {
  const jobs = tree.jobs.map(({ downstream, ...job }) => ({
    ...job,
    downstream: downstream && { ...downstream, jobs: [] },
  }));
  return { ...tree, jobs };
}

/** Whether a gate is left shut for good: nobody is to open it, or we do not after a failure. */
function isShut(tree: PipelineTreeView, onManual: string): boolean {
  if (tree.status !== 'manual' || movesByItself(tree)) return false;
  return onManual === 'stop' || (onManual === 'play' && hasFailure(tree));
}

/** Every pipeline of a story has jobs; only `withoutHidden` takes them away. */
function isHidden({ projectId, jobs }: PipelineTreeView): boolean {
  return projectId === otherProjectId && jobs.length === 0;
}

/** `*` stands for any text. */
function fits(pattern: string, name: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  return name.startsWith(head) && name.endsWith(rest.at(-1) ?? '');
}
