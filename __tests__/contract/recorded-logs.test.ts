import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { stripTerminalSequences } from '../../src/base/text.js';
import { type LogEntry, createLogLines } from '../../src/logs/decode-lines.js';
import { tailOf } from '../../src/logs/tail.js';
import { logGroupsOf } from '../../src/report/job-logs.js';
import { createVirtualClock } from '../../src/simulator/virtual-clock.js';
import { jobWith, ok } from '../support/pipelines.js';

/** A log as GitLab's API gives it, and the lines that GitLab's own page shows of it. */
interface Trace {
  readonly source: string;
  readonly log: string;
  readonly gitlab_shows: readonly { readonly text: string; readonly header_of?: string }[];
}

const file = join(import.meta.dirname, '..', 'fixtures', 'recorded', 'traces.json');
const traces = JSON.parse(readFileSync(file, 'utf8')) as readonly Trace[];

/** As the fixture counts: without style, and nothing of what nobody sees. */
function seen(lines: readonly string[]): readonly string[] {
  return lines.map(stripTerminalSequences).filter((line) => line !== '');
}

/** GitLab leaves tabs as they are. */
function shownBy({ gitlab_shows }: Trace): readonly string[] {
  return gitlab_shows.map(({ text }) =>
    Array.from(text).reduce(
      (line, one) => line + (one === '\t' ? ' '.repeat(8 - (line.length % 8)) : one),
      '',
    ),
  );
}

function entriesOf(log: string, pieceBytes: number): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  const lines = createLogLines((entry) => entries.push(entry));
  const bytes = Buffer.from(log);
  for (let at = 0; at < bytes.length; at += pieceBytes) lines.push(bytes.subarray(at, at + pieceBytes));
  lines.end();
  return entries;
}

test('there are recorded logs', () => {
  expect(traces.length).toBeGreaterThan(10);
});

describe.each(traces)('the recorded log of $source', (trace) => {
  const wanted = shownBy(trace);

  test.each([1, 7, 65_536])('looks as in GitLab, in pieces of %i', (pieceBytes) => {
    const texts = entriesOf(trace.log, pieceBytes).flatMap((entry) => {
      if (entry.kind === 'line') return [entry.text];
      return entry.kind === 'section_start' ? [entry.title ?? ''] : [];
    });
    expect(seen(texts)).toEqual(wanted);
  });

  test('has the section headers of GitLab', () => {
    const heads = entriesOf(trace.log, 65_536).flatMap((entry) =>
      entry.kind === 'section_start' && entry.title !== undefined
        ? [{ text: stripTerminalSequences(entry.title), header_of: entry.name.replaceAll('_', '-') }]
        : [],
    );
    expect(heads).toEqual(trace.gitlab_shows.filter(({ header_of }) => header_of !== undefined));
  });

  test('looks the same with logs: all, with section headers without lines included', () => {
    const job = jobWith({ name: 'unit', id: 7 });
    const lines = entriesOf(trace.log, 65_536);
    const groups = logGroupsOf({ kind: 'lines', path: [], job, lines });
    const texts = groups.flatMap(({ title, lines: grouped }) => [title.split(' › ')[1] ?? '', ...grouped]);
    const heads = new Set(
      trace.gitlab_shows.flatMap(({ text, header_of }) => (header_of === undefined ? [] : [text])),
    );
    const names = lines.flatMap((entry) =>
      entry.kind === 'section_start' && entry.title === undefined ? [entry.name] : [],
    );
    expect(seen(texts).filter((text) => heads.has(text) || !names.includes(text))).toEqual(wanted);
  });

  test('has the same last lines as in GitLab when its job has failed', async () => {
    const clock = createVirtualClock();
    const streamTrace = (
      _: unknown,
      sink: (bytes: Buffer) => void,
    ): Promise<ReturnType<typeof ok<{ bytes: number }>>> => {
      sink(Buffer.from(trace.log));
      return Promise.resolve(ok({ bytes: trace.log.length }));
    };
    const deps = { gitlab: { streamTrace }, clock, random: () => 0 };
    const call = { project: { kind: 'id', id: 1 }, jobId: 7, lines: 12 } as const;
    const tail = await tailOf(deps, call, new AbortController().signal);
    const lines = tail.kind === 'lines' ? tail.lines : [];
    const shown = seen(lines);
    expect(shown).toEqual(wanted.slice(-shown.length));
    expect(shown.at(-1)).toBe(stripTerminalSequences(lines.at(-1) ?? ''));
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(shown.length).toBeGreaterThan(0);
  });
});
