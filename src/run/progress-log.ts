import type { ProgressEvent } from '../model/events.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import { lineOf } from '../report/log-lines.js';
import { type TableSpace, emptyTable, tableAfter } from '../report/progress-table.js';

/** Logs the changes of a pipeline in aligned lines. */
export interface ProgressLog {
  readonly add: (event: ProgressEvent) => void;
  /** A poll succeeded. */
  readonly see: (snapshot: PipelineSnapshot) => void;
  /** Logs the events that were held back. */
  readonly flush: () => void;
}

/**
 * The events of a poll arrive before its snapshot. They are held back until the snapshot arrives right after
 * them, because it has all names and so the width of the table.
 */
export function createProgressLog(say: (line: string) => void, space: TableSpace): ProgressLog {
  let table = emptyTable(space);
  let held: readonly ProgressEvent[] = [];
  const flush = (): void => {
    const lines = held.map((event) => lineOf(event, table));
    held = [];
    for (const line of lines) say(line);
  };
  return {
    add: (event) => {
      held = [...held, event];
      if (held.every(({ kind }) => kind !== 'job_changed' && kind !== 'pipeline_changed')) flush();
    },
    see: (snapshot) => {
      table = tableAfter(table, snapshot);
      flush();
    },
    flush,
  };
}
