import { cleanLine, redactedLine } from '../../base/text.js';
import { type ListedDownstream, listDownstream } from '../../model/failures.js';
import { type Job, isTerminalStatus } from '../../model/pipeline.js';
import { type PipelineNode, rowsByStage } from '../../model/snapshot.js';
import { jobLabel, pathLabel, statusIcon } from '../labels.js';

/** More bars than this are unreadable, and Mermaid rejects texts of more than 50,000 characters. */
const maxBars = 60;

/** The timeline of a pipeline. */
export interface Timeline {
  /** Mermaid source without the fence; `undefined` when no job has started. */
  readonly diagram: string | undefined;
  /** Number of omitted job runs; always the shortest. */
  readonly omitted: number;
}

/** Longest name of a stage, and of a trigger job in front of it. */
const longestStage = 40;
const longestName = 70;

/** Removes our secrets from a text. */
type Redact = (text: string) => string;

/** A run of a job. */
interface Bar {
  readonly path: readonly string[];
  readonly job: Job;
  readonly attempt: number;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * A Mermaid gantt diagram with a section for each stage and a bar for each run of a job, in the reader's time
 * zone. The bar of a running job extends to the last known time. `redact` removes secrets from the names
 * before these are written for Mermaid, because their punctuation is not recognized afterwards.
 * @see https://mermaid.js.org/syntax/gantt.html
 */
export function formatTimeline(root: PipelineNode, redact: Redact): Timeline {
  const nodes: readonly Pick<ListedDownstream, 'path' | 'node'>[] = [
    { path: [], node: root },
    ...listDownstream(root),
  ];
  const lastMs = lastTimeOf(nodes.flatMap(({ node }) => node ?? []));
  const all = nodes.flatMap(({ path, node }) => (node === undefined ? [] : barsOf(node, path, lastMs)));
  const shown = longest(all);
  if (shown.length === 0) return { diagram: undefined, omitted: 0 };
  return { diagram: diagramOf(shown, redact), omitted: all.length - shown.length };
}

/**
 * A text without Mermaid syntax. Mermaid has no quoting. So characters that end a task, a line or a comment,
 * or start a directive, an entity or a formula, are replaced by similar ones.
 */
export function mermaidText(text: string, maxCharacters: number): string {
  return cleanLine(text, maxCharacters).replace(/[:;#%,<>{}`"\\&$@[\]|]/g, (character) =>
    // Unicode has a fullwidth copy of each printable ASCII character.
    String.fromCharCode(character.charCodeAt(0) - 0x21 + 0xff01),
  );
}

function barsOf(node: PipelineNode, path: readonly string[], lastMs: number): readonly Bar[] {
  return rowsByStage(node)
    .flatMap(({ rows }) => rows)
    .filter(({ kind }) => kind === 'job')
    .flatMap(({ job, attempt, earlier }) => [
      ...earlier.map((run, index) => ({ path, job: run, attempt: index + 1 })),
      { path, job, attempt },
    ])
    .flatMap((run) => {
      const span = spanOf(run.job, lastMs);
      return span === undefined ? [] : [{ ...run, ...span }];
    });
}

function spanOf(job: Job, lastMs: number): Pick<Bar, 'startMs' | 'endMs'> | undefined {
  const startMs = timeOf(job.startedAt);
  if (startMs === undefined) return undefined;
  const lengthMs = isTerminalStatus(job.status) ? job.durationSeconds : undefined;
  const endMs = timeOf(job.finishedAt) ?? (lengthMs === undefined ? lastMs : startMs + lengthMs * 1000);
  // A bar without width would be invisible.
  return { startMs, endMs: Math.round(Math.max(endMs, startMs + 1000)) };
}

function sectionOf({ path, job }: Bar, redact: Redact): string {
  const names = [...path, job.stage].map((name) => redactedLine(name, redact, longestStage));
  return mermaidText(pathLabel(names, longestStage), 100);
}

/** The symbol before the name also keeps a job named `section` or `click` from being read as a keyword. */
function lineOf({ job, attempt, startMs, endMs }: Bar, redact: Redact): string {
  const name = redactedLine(job.name, redact, longestName);
  const label = mermaidText(jobLabel({ path: [], name, attempt }), longestName);
  return `  ${statusIcon(job)} ${label} :${tagOf(job)}, ${startMs}, ${endMs}`;
}

function tagOf({ status, allowFailure }: Job): string {
  if (status === 'failed') return allowFailure ? 'active' : 'crit';
  return status === 'success' ? 'done' : 'active';
}

function diagramOf(bars: readonly Bar[], redact: Redact): string {
  const spanMs =
    Math.max(...bars.map(({ endMs }) => endMs)) - Math.min(...bars.map(({ startMs }) => startMs));
  const sections = new Map<string, string[]>();
  for (const bar of bars) {
    const section = sectionOf(bar, redact);
    const lines = sections.get(section) ?? [];
    lines.push(lineOf(bar, redact));
    sections.set(section, lines);
  }
  return [
    'gantt',
    '  dateFormat x',
    `  axisFormat ${axisFormatOf(spanMs)}`,
    // A line for the current time means nothing once the pipeline has ended.
    '  todayMarker off',
    ...[...sections].flatMap(([section, lines]) => [`  section ${section}`, ...lines]),
  ].join('\n');
}

function axisFormatOf(spanMs: number): string {
  if (spanMs < 15 * 60_000) return '%H:%M:%S';
  return spanMs < 24 * 3_600_000 ? '%H:%M' : '%d. %H:%M';
}

/** The longest bars, in their original order. */
function longest(bars: readonly Bar[]): readonly Bar[] {
  if (bars.length <= maxBars) return bars;
  const chosen = new Set(
    [...bars].sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs)).slice(0, maxBars),
  );
  return bars.filter((bar) => chosen.has(bar));
}

function lastTimeOf(nodes: readonly PipelineNode[]): number {
  const times = nodes.flatMap(({ pipeline, jobs }) => [
    pipeline.updatedAt,
    pipeline.finishedAt,
    ...jobs.flatMap(({ job }) => [job.startedAt, job.finishedAt]),
  ]);
  return times.reduce((last, time) => Math.max(last, timeOf(time) ?? 0), 0);
}

/** Whole milliseconds since 1970; absent if the text is no time. */
function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) && time >= 0 ? time : undefined;
}
