import { describe, expect, test } from '@jest/globals';

import { Secret } from '../../../src/base/secret.js';
import { textWidth } from '../../../src/base/text-width.js';
import { createMasker } from '../../../src/hosts/redaction/redaction.js';
import type { Job } from '../../../src/model/pipeline.js';
import type { PipelineNode } from '../../../src/model/snapshot.js';
import { lineOf } from '../../../src/report/log-lines.js';
import {
  type ProgressTable,
  type TableSpace,
  emptyTable,
  tableAfter,
} from '../../../src/report/progress-table.js';
import { jobWith } from '../../support/pipelines.js';
import { bridgeOf, nodeOf, snapshotOf } from './support/snapshots.js';

const unchanged = (text: string): string => text;

function tableOf(root: PipelineNode, space: Partial<TableSpace> = {}): ProgressTable {
  return tableAfter(emptyTable({ redact: unchanged, ...space }), snapshotOf(root));
}

function lineFor(job: Job, table: ProgressTable, path: readonly string[] = []): string {
  return lineOf({ kind: 'job_changed', elapsedMs: 0, path, job, attempt: 1, known: true }, table);
}

function jobsNamed(...names: readonly string[]): readonly Job[] {
  return names.map((name, index) =>
    jobWith({ id: index + 1, name, status: 'failed', durationSeconds: 62, failureReason: 'script_failure' }),
  );
}

/** In which cell of each line a word begins. */
function placesOf(word: string, lines: readonly string[]): readonly number[] {
  return [
    ...new Set(
      lines.map((line) => (line.includes(word) ? textWidth(line.slice(0, line.indexOf(word))) : -1)),
    ),
  ];
}

function linesOf(names: readonly string[], space: Partial<TableSpace> = {}): readonly string[] {
  const jobs = jobsNamed(...names);
  const table = tableOf(nodeOf({ jobs }), space);
  return jobs.map((job) => lineFor(job, table));
}

describe('the progress lines are aligned', () => {
  const matrix = ['a', 'b'].map((part) => `deploy-eu-west-to-production-behind-a-canary: [${part}, blue]`);
  const names: readonly { readonly what: string; readonly names: readonly string[] }[] = [
    { what: 'short names', names: ['unit', 'lint'] },
    { what: 'names that are longer than the least column', names: ['unit', 'integration-tests-of-the-api'] },
    { what: 'very long names', names: ['unit', 'x'.repeat(255)] },
    { what: 'the parts of a matrix', names: ['unit', ...matrix] },
    { what: 'wide characters', names: ['unit', '日本語の長い名前のジョブ', '한국어'.repeat(20), '🦊 fox'] },
    { what: 'combining marks', names: ['unit', 'e\u0301'.repeat(20), 'u\u0308'.repeat(100)] },
    {
      what: 'marks that turn the direction',
      names: ['unit', '\u202edesrever\u2066 and long enough', 'שלום \u200fעולם'],
    },
    { what: 'joined emoji', names: ['unit', '👩‍👩‍👧 family with a rather long name'] },
    {
      what: 'two hundred jobs',
      names: Array.from({ length: 200 }, (_, index) => `job-${'x'.repeat(index)}-${index}`),
    },
  ];
  describe.each([
    { where: 'in the log of a CI', lineCells: undefined },
    { where: 'in a narrow terminal', lineCells: 40 },
    { where: 'in a terminal of usual width', lineCells: 80 },
    { where: 'in a wide terminal', lineCells: 250 },
  ])('$where', ({ lineCells }) => {
    test.each(names)('with $what', ({ names: given }) => {
      const lines = linesOf(given, { lineCells });
      expect(placesOf('failed  ', lines)).toHaveLength(1);
      expect(placesOf('1m02s', lines)).toHaveLength(1);
      expect(placesOf('script_failure', lines)).toHaveLength(1);
      expect(new Set(lines).size).toBe(given.length);
      for (const line of lines) expect(line).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u200f]/u);
    });
  });

  test('in at most a hundred cells if no terminal has a width', () => {
    const lines = linesOf(['unit', 'x'.repeat(255)]);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(100);
  });

  test('in forty columns with at least the status of each job', () => {
    for (const line of linesOf(['unit', 'x'.repeat(255)], { lineCells: 40 })) {
      expect(textWidth(line.slice(0, line.indexOf('failed') + 'success'.length))).toBeLessThanOrEqual(40);
    }
  });

  test('with long names of stages, and with the pipelines themselves', () => {
    const child = nodeOf({
      pipeline: { id: 300 },
      jobs: [jobWith({ id: 9, name: 'api', stage: 'y'.repeat(100) })],
    });
    const bridge = jobWith({ id: 2, name: 'a-trigger-job-of-a-length', stage: 'trigger-the-others' });
    const root = nodeOf({ jobs: [jobWith({})], bridges: [bridgeOf(bridge, child)] });
    const table = tableOf(root);
    const path = [bridge.name];
    const lines = [
      lineFor(jobWith({}), table),
      lineFor(bridge, table),
      lineFor(jobWith({ id: 9, name: 'api', stage: 'y'.repeat(100) }), table, path),
      ...[root, child].map((node, depth) =>
        lineOf(
          {
            kind: 'pipeline_changed',
            elapsedMs: 0,
            path: path.slice(0, depth),
            known: true,
            pipeline: { ...node.pipeline, status: 'success' },
          },
          table,
        ),
      ),
    ];
    expect(placesOf('success', lines)).toHaveLength(1);
    expect(lines[2]).toContain('a-trigger-job-of-a-length › api');
  });

  test.each(['4s', '59m59s', '23h59m', '10d00h'])('also behind a duration such as %s', (duration) => {
    const seconds = { '4s': 4, '59m59s': 3599, '23h59m': 86_399, '10d00h': 864_000 }[duration] ?? 0;
    const [job] = jobsNamed('unit');
    if (job === undefined) throw new Error('no job');
    const line = lineFor({ ...job, durationSeconds: seconds }, tableOf(nodeOf({ jobs: [job] })));
    expect(line).toContain(`${duration.padEnd(6)} script_failure`);
  });
});

describe('a name that is too long for the log', () => {
  test('keeps its head and its tail', () => {
    const [, line = ''] = linesOf([
      'unit',
      'deploy-eu-west-to-production-with-everything-behind-a-canary: [a, b]',
    ]);
    expect(line).toMatch(/ deploy-eu-[^ ]+…[^ ]*-canary: \[a, b\] +failed/);
  });

  test('reveals nothing of a secret in it', () => {
    const token = 'glptt-5f0c1d2e3b4a59687786950a1b2c3d4e5f607182';
    const masker = createMasker();
    masker.mask(new Secret(token));
    const hidden = `\u001b[1m${token.slice(0, 9)}\u200b${token.slice(9)}`;
    for (const lineCells of [40, 80, undefined]) {
      const lines = linesOf(
        [token, `x${token}`, `${'long-'.repeat(9)}${hidden}`, `${token}${'y'.repeat(80)}`],
        {
          lineCells,
          redact: masker.redact,
        },
      );
      const text = lines.join('\n');
      for (let at = 0; at + 5 <= token.length; at += 1) expect(text).not.toContain(token.slice(at, at + 5));
    }
  });
});

describe('names of jobs that become known late', () => {
  const early = nodeOf({ jobs: jobsNamed('unit') });
  const late = nodeOf({
    jobs: jobsNamed('unit'),
    bridges: [
      bridgeOf(jobWith({ id: 7, name: 'smoke' }), nodeOf({ jobs: jobsNamed('a-rather-long-name-of-a-job') })),
    ],
  });

  test('widen the column for the following lines', () => {
    const before = tableOf(early);
    const after = tableAfter(before, snapshotOf(late));
    const [unit] = jobsNamed('unit');
    const [long] = jobsNamed('a-rather-long-name-of-a-job');
    if (unit === undefined || long === undefined) throw new Error('no jobs');
    expect(placesOf('failed', [lineFor(unit, after), lineFor(long, after, ['smoke'])])).toEqual([
      (placesOf('failed', [lineFor(unit, before)])[0] ?? 0) +
        'smoke › a-rather-long-name-of-a-job'.length -
        15,
    ]);
  });

  test('change nothing if they fit', () => {
    const before = tableOf(early);
    const after = tableAfter(before, snapshotOf(nodeOf({ jobs: jobsNamed('unit', 'lint') })));
    expect(after.names.cells).toBe(before.names.cells);
  });

  test('determine the width if there were none at first', () => {
    const none = tableOf(nodeOf({}));
    expect(tableAfter(none, snapshotOf(late)).names).toMatchObject({ growths: 0, cells: 35 });
  });
});

test('a table of five thousand long names costs almost nothing if nothing is new', () => {
  const jobs = Array.from({ length: 5000 }, (_, index) =>
    jobWith({ id: index + 1, name: `deploy-${index % 50}-to-a-place-${'far-'.repeat(20)}away: [${index}]` }),
  );
  const snapshot = snapshotOf(nodeOf({ jobs }));
  const table = tableAfter(emptyTable({ redact: unchanged }), snapshot);
  expect(tableAfter(table, snapshot).names).toBe(table.names);
});
