import { padText, textWidth } from '../base/text-width.js';
import { redactedLine } from '../base/text.js';
import { type PipelineSnapshot, placesOf, stepsOf } from '../model/snapshot.js';
import { joinedPath, withAttempt } from './labels.js';
import { type NameColumn, cellOf, emptyColumn, withNames } from './name-column.js';

/** Where the progress lines are printed. */
export interface TableSpace {
  /** The width of a line in cells; that of a CI log if absent. */
  readonly lineCells?: number | undefined;
  /**
   * Removes secrets from a name. Must run before the name is shortened, because a secret without its middle
   * is not recognized.
   */
  readonly redact: (text: string) => string;
}

/** The columns of the progress lines, for the names known so far. */
export interface ProgressTable {
  readonly space: TableSpace;
  readonly stages: NameColumn;
  readonly names: NameColumn;
}

/** Most CI logs show this width without a scroll bar. */
const logCells = 100;
const elapsedCells = 7;
const least = { stage: 8, name: 15 };
const most = { stage: 24, name: 80 };
/** Widths of status and duration. Longer statuses have no duration. */
const statusCells = 14;
const durationCells = 6;
/** Room for the most frequent remark: `script_failure`. */
const remarkCells = 14;

/** GitLab's limit. */
const longestName = 255;

/** The table before the first snapshot. */
export function emptyTable(space: TableSpace): ProgressTable {
  return { space, stages: emptyColumn(least.stage), names: emptyColumn(least.name) };
}

/** The table after another poll: wide enough for all names in the snapshot. */
export function tableAfter(table: ProgressTable, { root }: PipelineSnapshot): ProgressTable {
  const { space } = table;
  const stageNames: string[] = [];
  const names: string[] = [];
  for (const { path, node } of placesOf(root)) {
    names.push(pipelineName(path, node.pipeline.id, space));
    for (const { job, attempt } of stepsOf(node)) {
      stageNames.push(stageName(job.stage, space));
      names.push(jobName({ path, name: job.name, attempt }, space));
    }
  }
  // A pipeline without jobs has no names for a table yet.
  if (stageNames.length === 0) return table;
  const { lineCells = logCells } = space;
  const mostStage = within(Math.floor(lineCells / 5), least.stage, most.stage);
  const stages = withNames(table.stages, stageNames, mostStage);
  const rest = elapsedCells + stages.cells + statusCells + durationCells + remarkCells + 4;
  const mostName = within(lineCells - rest, least.name, most.name);
  return { space, stages, names: withNames(table.names, names, mostName) };
}

/** A row of the table. */
export interface ProgressRow {
  readonly stage: string;
  readonly name: string;
  readonly status: string;
  readonly duration?: string;
  readonly remark?: string;
}

/** A row of the table as one line, without trailing blanks. */
export function rowText(table: ProgressTable, row: ProgressRow): string {
  const { stage, name, status, duration = '', remark = '' } = row;
  const cells = [cellOf(table.stages, stage), cellOf(table.names, name)];
  // A text that is too wide for its column is followed by two blanks, so that its end stays visible.
  const words = [filled(status, statusCells), filled(duration, durationCells), remark];
  return [...cells, ...words].join(' ').trimEnd();
}

function filled(text: string, cells: number): string {
  return textWidth(text) <= cells ? padText(text, cells) : `${text} `;
}

/** The name of a stage, without secrets and control characters. */
export function stageName(stage: string, space: TableSpace): string {
  return foreignName(stage, space);
}

/** The pipeline itself by its ID, others by the trigger jobs that lead to them. */
export function pipelineName(path: readonly string[], id: number, space: TableSpace): string {
  return path.length === 0 ? String(id) : joinedPath(path.map((name) => foreignName(name, space)));
}

/** The name of a job behind its trigger jobs, with its attempt from the second on. */
export function jobName(
  of: { readonly path: readonly string[]; readonly name: string; readonly attempt?: number | undefined },
  space: TableSpace,
): string {
  const names = [...of.path, of.name].map((name) => foreignName(name, space));
  return withAttempt(joinedPath(names), of.attempt);
}

function foreignName(name: string, { redact }: TableSpace): string {
  return redactedLine(name, redact, longestName) || '(unnamed)';
}

function within(cells: number, atLeast: number, atMost: number): number {
  return Math.max(atLeast, Math.min(cells, atMost));
}
