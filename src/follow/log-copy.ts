import type { LogEntry } from './log-lines.js';

/** The same text, but not as a window into the larger one that it was cut from, which would be kept alive with it. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

export function ownCopyOfEntry(entry: LogEntry): LogEntry {
  switch (entry.kind) {
    case 'line':
      return { kind: 'line', text: ownCopy(entry.text) };
    case 'section_start':
      return {
        ...entry,
        name: ownCopy(entry.name),
        title: entry.title === undefined ? undefined : ownCopy(entry.title),
      };
    case 'section_end':
      return { kind: 'section_end', name: ownCopy(entry.name) };
  }
}
