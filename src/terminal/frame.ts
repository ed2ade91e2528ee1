import { fitText, padText } from '../base/text-width.js';
import { cleanLine, redactedLine } from '../base/text.js';
import type { RunEvent } from '../model/events.js';
import { type PipelineNode, type PipelineSnapshot, rowsByStage } from '../model/snapshot.js';
import { formatElapsed, formatRemaining, joinedPath, nameLabel } from '../report/labels.js';
import { widestOf } from '../report/name-column.js';
import { shortNames } from '../report/short-names.js';

/** The terminal that the frame is drawn on. */
export interface FrameSpace {
  readonly columns: number;
  readonly rows: number;
  /** `ascii` for terminals without the other symbols. */
  readonly glyphs: 'unicode' | 'ascii';
}

/** A line of a frame, and its state, which determines its color. */
export interface FrameLine {
  readonly text: string;
  readonly state: LiveState | 'title';
}

/** A taller frame would push the log out of view. */
const mostRows = 24;
/** Bounds of a column of names in cells; within them it is as wide as the names need. */
const nameBounds = { least: 36, most: 60 };
const titleBounds = { least: 16, most: 40 };
/** Cells beside the name of a job: its symbol, its time, and room for the reason of a failure. */
const besideName = { mark: 5, time: 10, reason: 17 };
/** Cells for the summary of a stage. */
const countsCells = 30;
const mostJobsOfKind = 8;

const spinners = { unicode: Array.from('⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'), ascii: Array.from('|/-\\') };
const icons: Readonly<Record<FrameSpace['glyphs'], Readonly<Record<LiveState, string>>>> = {
  unicode: { failed: '✗', warned: '!', running: '', passed: '✓', waiting: '·', over: '-' },
  ascii: { failed: 'x', warned: '!', running: '', passed: '+', waiting: '.', over: '-' },
};
const states: readonly LiveState[] = ['failed', 'warned', 'running', 'passed', 'waiting', 'over'];
const nouns: Readonly<Record<LiveState, string>> = {
  failed: 'failed',
  warned: 'failed as allowed',
  running: 'running',
  passed: 'passed',
  waiting: 'waiting',
  over: 'not run',
};

/**
 * The view at a moment. It is never wider than the terminal, and never so high that it scrolls. If the jobs
 * do not all fit, stages are summarized, and failed and running jobs are named.
 */
export function liveFrame(picture: LivePicture, space: FrameSpace, nowMs: number): readonly FrameLine[] {
  const room = Math.max(1, Math.min(space.rows - 2, mostRows));
  const draw = drawerOf(picture, space, nowMs);
  const head = draw.head();
  const foot: FrameLine = {
    state: 'title',
    text: ` ${countsOf(picture.stages.flatMap(({ jobs }) => jobs))}`,
  };
  const count = picture.stages.reduce((sum, { jobs }) => sum + 1 + jobs.length, 2);
  const lines =
    count <= room
      ? [head, ...picture.stages.flatMap((stage) => [draw.title(stage), ...stage.jobs.map(draw.job)]), foot]
      : [head, ...summedUp(picture.stages, room - 2, draw), foot].slice(0, room);
  // The last column stays empty: some terminals wrap when it is written.
  return lines.map(({ text, state }) => ({ state, text: fitText(text, space.columns - 1).trimEnd() }));
}

interface Drawer {
  readonly head: () => FrameLine;
  readonly title: (stage: LiveStage) => FrameLine;
  readonly counts: (stage: LiveStage) => FrameLine;
  readonly job: (job: LiveJob) => FrameLine;
}

function drawerOf(picture: LivePicture, { glyphs, columns }: FrameSpace, nowMs: number): Drawer {
  const { nameOf, titleOf, titleCellOf } = namesOnce(picture.stages, columns);
  const { pipelineId, status, startMs, seenMs, remainingMs, failure } = picture;
  const sinceMs = Math.max(0, nowMs - seenMs);
  const turns = spinners[glyphs];
  const spinner = turns[Math.floor(nowMs / 250) % turns.length] ?? '';
  const iconOf = (state: LiveState): string => (state === 'running' ? spinner : icons[glyphs][state]);
  return {
    head: () => {
      const parts = [
        `${spinner} Pipeline ${pipelineId} ${cleanLine(status, 40)}`,
        formatElapsed(nowMs - startMs),
        remainingMs === undefined ? '' : formatRemaining(remainingMs - sinceMs),
        failure === undefined ? '' : `no complete answer from GitLab: ${cleanLine(failure, 100)}`,
      ];
      return {
        text: parts.filter((part) => part !== '').join('  '),
        state: failure === undefined ? 'title' : 'warned',
      };
    },
    title: (stage) => ({ text: ` ${titleOf(stage)}`, state: 'title' }),
    counts: (stage) => ({
      text: ` ${titleCellOf(stage)} ${countsOf(stage.jobs)}`,
      state: worstOf(stage.jobs),
    }),
    job: (job) => {
      const { state, seconds, reason, status: word } = job;
      const liveSeconds = state === 'running' ? (seconds ?? 0) + sinceMs / 1000 : seconds;
      const time = liveSeconds === undefined || state === 'waiting' ? '' : formatElapsed(liveSeconds * 1000);
      const remark = state === 'failed' || state === 'warned' ? reason : state === 'over' ? word : '';
      return {
        text: `   ${iconOf(state)} ${nameOf(job)} ${time.padStart(7)}  ${remark}`,
        state,
      };
    },
  };
}

interface ShownNames {
  /** Padded to the width of the column. */
  readonly nameOf: (job: LiveJob) => string;
  readonly titleOf: (stage: LiveStage) => string;
  readonly titleCellOf: (stage: LiveStage) => string;
}

const namesOfPictures = new WeakMap<readonly LiveStage[], { columns: number; names: ShownNames }>();

/** A view is drawn several times per second with the same names, so they are computed once. */
function namesOnce(stages: readonly LiveStage[], columns: number): ShownNames {
  const before = namesOfPictures.get(stages);
  if (before?.columns === columns) return before.names;
  const names = namesOf(stages, columns);
  namesOfPictures.set(stages, { columns, names });
  return names;
}

/**
 * The displayed names of jobs and stages for a terminal width. A whole frame is drawn anew, so its columns
 * may change their width.
 */
function namesOf(stages: readonly LiveStage[], columns: number): ShownNames {
  const names = stages.flatMap(({ jobs }) => jobs.map(({ name }) => name));
  const titles = stages.map(({ title }) => title);
  const { mark, time, reason } = besideName;
  const mostName = Math.max(columns - mark - time - reason, Math.min(15, columns - mark - time), 1);
  const nameCells = boundedWidth(names, nameBounds, mostName);
  const titleCells = boundedWidth(titles, titleBounds, Math.max(columns - countsCells, 8));
  const shownNames = shortNames(names, nameCells);
  const wholeTitles = shortNames(titles, Math.max(columns - 2, 1));
  const titlesInCells = shortNames(titles, titleCells);
  return {
    nameOf: ({ name }) => padText(shownNames.get(name) ?? name, nameCells),
    titleOf: ({ title }) => wholeTitles.get(title) ?? title,
    titleCellOf: ({ title }) => padText(titlesInCells.get(title) ?? title, titleCells),
  };
}

function boundedWidth(
  names: readonly string[],
  { least, most }: { readonly least: number; readonly most: number },
  room: number,
): number {
  return Math.min(Math.max(least, Math.min(widestOf(names), most)), room);
}

/** One line per stage, followed by its failed and running jobs as long as there is room. */
function summedUp(stages: readonly LiveStage[], room: number, draw: Drawer): readonly FrameLine[] {
  const named = new Map<LiveStage, readonly LiveJob[]>();
  let left = room - stages.length;
  for (const state of ['failed', 'running', 'warned'] as const) {
    for (const stage of stages) {
      const jobs = stage.jobs.filter((job) => job.state === state).slice(0, Math.min(left, mostJobsOfKind));
      if (left <= 0 || jobs.length === 0) continue;
      named.set(stage, [...(named.get(stage) ?? []), ...jobs]);
      left -= jobs.length;
    }
  }
  const lines = stages.flatMap((stage): readonly FrameLine[] => [
    draw.counts(stage),
    ...(named.get(stage) ?? []).map(draw.job),
  ]);
  if (lines.length <= room) return lines;
  const more = lines.length - room + 1;
  return [...lines.slice(0, room - 1), { state: 'title', text: ` and ${more} more stages` }];
}

function worstOf(jobs: readonly LiveJob[]): LiveState {
  return states.find((state) => jobs.some((job) => job.state === state)) ?? 'waiting';
}

/** `12 jobs: 1 failed, 2 running, 9 passed`. */
function countsOf(jobs: readonly LiveJob[]): string {
  const counts = states.flatMap((state) => {
    const count = jobs.filter((job) => job.state === state).length;
    return count === 0 ? [] : [`${count} ${nouns[state]}`];
  });
  const total = `${jobs.length} ${jobs.length === 1 ? 'job' : 'jobs'}`;
  return counts.length === 0 ? total : `${total}: ${counts.join(', ')}`;
}

/** The state of a live view. Times are on our own clock. */
export interface LivePicture {
  readonly pipelineId: number;
  readonly status: string;
  readonly stages: readonly LiveStage[];
  /** When following began. */
  readonly startMs: number;
  /** The time of the snapshot. */
  readonly seenMs: number;
  /**
   * Time left until the typical duration is reached, at the time of the snapshot, in milliseconds; absent if
   * unknown.
   */
  readonly remainingMs: number | undefined;
  /** Why the last poll failed; absent if it succeeded. */
  readonly failure: string | undefined;
}

/** A stage of the pipeline or of a downstream pipeline. */
export interface LiveStage {
  readonly title: string;
  readonly jobs: readonly LiveJob[];
}

export interface LiveJob {
  readonly name: string;
  readonly state: LiveState;
  readonly status: string;
  readonly seconds: number | undefined;
  /** Why the job failed. */
  readonly reason: string;
}

/** The meaning of a status for a user who waits. */
export type LiveState = 'failed' | 'warned' | 'running' | 'passed' | 'waiting' | 'over';

const stateOf: Readonly<Record<string, LiveState>> = {
  success: 'passed',
  failed: 'failed',
  running: 'running',
  canceling: 'running',
  canceled: 'over',
  skipped: 'over',
};

/**
 * The state after an event; `undefined` before there is anything to show, and at the end. `redact` removes
 * secrets from names. It must run before they are shortened, because a secret without its middle is not
 * recognized.
 */
export function pictureAfter(
  picture: LivePicture | undefined,
  event: RunEvent,
  { nowMs, redact }: { readonly nowMs: number; readonly redact: (text: string) => string },
): LivePicture | undefined {
  if (event.kind === 'snapshot') {
    return {
      ...snapshotPicture(event.snapshot, redact),
      startMs: nowMs - event.elapsedMs,
      seenMs: nowMs,
      remainingMs: event.remainingMs,
      failure: event.snapshot.failure === undefined ? undefined : picture?.failure,
    };
  }
  if (event.kind === 'ended' || picture === undefined) return undefined;
  if (event.kind === 'poll_failed') return { ...picture, failure: event.why };
  return event.kind === 'poll_recovered' ? { ...picture, failure: undefined } : picture;
}

function snapshotPicture(
  { root }: PipelineSnapshot,
  redact: (text: string) => string,
): Pick<LivePicture, 'pipelineId' | 'status' | 'stages'> {
  const { id, status } = root.pipeline;
  const nameOf = (name: string): string => redactedLine(name, redact, longestName) || '(unnamed)';
  return { pipelineId: id, status, stages: stagesOf(root, [], nameOf) };
}

/** GitLab's limit. */
const longestName = 255;

function stagesOf(
  node: PipelineNode,
  path: readonly string[],
  nameOf: (name: string) => string,
): readonly LiveStage[] {
  const own = rowsByStage(node).map(({ stage, rows }): LiveStage => ({
    title: joinedPath([...path, stage].map(nameOf)),
    jobs: rows.map(({ job }) => ({
      name: nameOf(job.name),
      state: job.status === 'failed' && job.allowFailure ? 'warned' : (stateOf[job.status] ?? 'waiting'),
      status: nameLabel(job.status),
      seconds: job.durationSeconds,
      reason: job.failureReason === undefined ? '' : nameLabel(job.failureReason),
    })),
  }));
  const below = node.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : stagesOf(downstream, [...path, bridge.name], nameOf),
  );
  return [...own, ...below];
}
