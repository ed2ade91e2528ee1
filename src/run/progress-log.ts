import type { ProgressEvent } from '../model/events.js';
import type { PipelineSnapshot } from '../model/snapshot.js';
import { lineOf } from '../report/log-lines.js';
import { type TableSpace, emptyTable, tableAfter } from '../report/progress-table.js';

/** Says what happens to a pipeline, in lines that are a table. */
export interface ProgressLog {
  readonly add: (event: ProgressEvent) => void;
  /** A look at the pipeline has succeeded. */
  readonly see: (snapshot: PipelineSnapshot) => void;
  /** Says what was held back. */
  readonly flush: () => void;
}

/**
 * The changes that a look brings are told before the picture of it. They are held back until it is there,
 * which is at once: it has all names, and so the width of the table.
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
