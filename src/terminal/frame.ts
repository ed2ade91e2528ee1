import { cleanLine } from '../base/text.js';
import type { RunEvent } from '../model/events.js';
import { type PipelineNode, type PipelineSnapshot, rowsByStage } from '../model/snapshot.js';
import { formatElapsed, formatRemaining, nameLabel } from '../report/labels.js';
import { fitText, padText } from './width.js';

/** What the frame is drawn on. */
export interface FrameSpace {
  readonly columns: number;
  readonly rows: number;
  /** `ascii` for terminals that lack the other marks. */
  readonly glyphs: 'unicode' | 'ascii';
}

/** A line of a frame, and what it means, for its colour. */
export interface FrameLine {
  readonly text: string;
  readonly state: LiveState | 'title';
}

/** A taller frame would push the log out of sight. */
const mostRows = 24;
const nameCells = 36;
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
 * The view at a moment: never wider than the terminal, never so high that it scrolls. When not every job finds room, stages are summed up, and those that failed or run are
 * named.
 */
export function liveFrame(picture: LivePicture, space: FrameSpace, nowMs: number): readonly FrameLine[] {
  const room = Math.max(1, Math.min(space.rows - 2, mostRows));
  const draw = drawerOf(picture, space, nowMs);
  const head = draw.head();
  const foot: FrameLine = {
    state: 'title',
    text: ` ${countsOf(picture.stages.flatMap(({ jobs }) => jobs))}`,
  };
  const all = picture.stages.flatMap((stage) => [draw.title(stage), ...stage.jobs.map(draw.job)]);
  const lines =
    all.length + 2 <= room
      ? [head, ...all, foot]
      : [head, ...summedUp(picture.stages, room - 2, draw), foot].slice(0, room);
  // The last column stays empty: some terminals wrap when it is written.
  return lines.map(({ text, state }) => ({ state, text: fitText(text, space.columns - 1).trimEnd() }));
}

interface Drawer {
  readonly head: () => FrameLine;
  readonly title: (stage: LiveStage) => FrameLine;
  readonly job: (job: LiveJob) => FrameLine;
}

function drawerOf(picture: LivePicture, { glyphs }: FrameSpace, nowMs: number): Drawer {
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
        failure === undefined ? '' : `no news from GitLab: ${cleanLine(failure, 100)}`,
      ];
      return {
        text: parts.filter((part) => part !== '').join('  '),
        state: failure === undefined ? 'title' : 'warned',
      };
    },
    title: ({ title }) => ({ text: ` ${title}`, state: 'title' }),
    job: ({ name, state, seconds, reason, status: word }) => {
      const liveSeconds = state === 'running' ? (seconds ?? 0) + sinceMs / 1000 : seconds;
      const time = liveSeconds === undefined || state === 'waiting' ? '' : formatElapsed(liveSeconds * 1000);
      const remark = state === 'failed' || state === 'warned' ? reason : state === 'over' ? word : '';
      return {
        text: `   ${iconOf(state)} ${padText(name, nameCells)} ${time.padStart(7)}  ${remark}`,
        state,
      };
    },
  };
}

/** Every stage on a line, and below it, as long as there is room, what failed and what runs. */
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
    { state: worstOf(stage.jobs), text: ` ${padText(stage.title, 16)} ${countsOf(stage.jobs)}` },
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

/** What a view of a run that is drawn anew shows; times are those of our own clock. */
export interface LivePicture {
  readonly pipelineId: number;
  readonly status: string;
  readonly stages: readonly LiveStage[];
  /** When following began. */
  readonly startMs: number;
  /** When the picture was taken. */
  readonly seenMs: number;
  /** Of the usual length, when the picture was taken; absent where that is not known. */
  readonly remainingMs: number | undefined;
  /** Why there is no news; absent when there is. */
  readonly failure: string | undefined;
}

/** A stage of the pipeline, or of one below it. */
export interface LiveStage {
  readonly title: string;
  readonly jobs: readonly LiveJob[];
}

export interface LiveJob {
  readonly name: string;
  readonly state: LiveState;
  readonly status: string;
  readonly seconds: number | undefined;
  /** Why it failed. */
  readonly reason: string;
}

/** What a status means for somebody who waits. */
export type LiveState = 'failed' | 'warned' | 'running' | 'passed' | 'waiting' | 'over';

const stateOf: Readonly<Record<string, LiveState>> = {
  success: 'passed',
  failed: 'failed',
  running: 'running',
  canceling: 'running',
  canceled: 'over',
  skipped: 'over',
};

/** The picture after something has happened; `undefined` while there is nothing to show, and at the end. */
export function pictureAfter(
  picture: LivePicture | undefined,
  event: RunEvent,
  nowMs: number,
): LivePicture | undefined {
  if (event.kind === 'snapshot') {
    return {
      ...snapshotPicture(event.snapshot),
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

function snapshotPicture({ root }: PipelineSnapshot): Pick<LivePicture, 'pipelineId' | 'status' | 'stages'> {
  const { id, status } = root.pipeline;
  return { pipelineId: id, status, stages: stagesOf(root, []) };
}

function stagesOf(node: PipelineNode, path: readonly string[]): readonly LiveStage[] {
  const own = rowsByStage(node).map(({ stage, rows }): LiveStage => ({
    title: [...path, stage].map((name) => nameLabel(name)).join(' › '),
    jobs: rows.map(({ job }) => ({
      name: nameLabel(job.name),
      state: job.status === 'failed' && job.allowFailure ? 'warned' : (stateOf[job.status] ?? 'waiting'),
      status: nameLabel(job.status),
      seconds: job.durationSeconds,
      reason: job.failureReason === undefined ? '' : nameLabel(job.failureReason),
    })),
  }));
  const below = node.bridges.flatMap(({ bridge, downstream }) =>
    downstream === undefined ? [] : stagesOf(downstream, [...path, bridge.name]),
  );
  return [...own, ...below];
}
