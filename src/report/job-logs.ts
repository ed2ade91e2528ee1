import { assertNever } from '../base/assert-never.js';
import { cleanLine } from '../base/text.js';
import type { LogBlock } from '../logs/log-entry.js';
import type { Job } from '../model/pipeline.js';
import { jobLabel } from './labels.js';

/** Lines of a log under a title. */
export interface TitledLines {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The title over the last lines of a failed job's log. */
export function tailTitle(
  { path, job }: { readonly path: readonly string[]; readonly job: Job },
  lines: { readonly shown: number; readonly omitted: number },
): string {
  const allowed = job.allowFailure ? ', allowed to fail' : '';
  const what = lines.omitted === 0 ? 'log' : `last ${lines.shown} lines`;
  return `${what} of ${jobLabel({ path, name: job.name }, 100)} (job ${job.id}${allowed})`;
}

/**
 * The new lines of a job's log, one group per section. A note, and a section with only its header, are groups
 * without lines.
 */
export function logGroupsOf(block: LogBlock): readonly TitledLines[] {
  switch (block.kind) {
    case 'closed':
      return [{ title: `logs cannot be read: ${cleanLine(block.why)}`, lines: [] }];
    case 'note':
      return [{ title: `${titleOf(block)} ${cleanLine(block.text)}`, lines: [] }];
    case 'lines': {
      const groups: { title: string; lines: string[]; isShown: boolean }[] = [];
      const begin = (title: string, isShown: boolean): void =>
        void groups.push({ title, lines: [], isShown });
      begin(titleOf(block), false);
      for (const entry of block.lines) {
        switch (entry.kind) {
          case 'line':
            groups.at(-1)?.lines.push(entry.text);
            break;
          case 'section_start':
            // The section header is a line like any other, and may be the only one.
            begin(
              `${titleOf(block)} › ${cleanLine(entry.title ?? entry.name, 200)}`,
              entry.title !== undefined,
            );
            break;
          case 'section_end':
            begin(titleOf(block), false);
            break;
          default:
            assertNever(entry);
        }
      }
      return groups
        .filter(({ lines, isShown }) => isShown || lines.length > 0)
        .map(({ title, lines }) => ({ title, lines }));
    }
    default:
      return assertNever(block);
  }
}

function titleOf({ path, job }: { readonly path: readonly string[]; readonly job: Job }): string {
  return `${jobLabel({ path, name: job.name }, 100)} (job ${job.id})`;
}
