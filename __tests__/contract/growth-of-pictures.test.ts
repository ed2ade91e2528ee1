import { afterAll, describe, expect, test } from '@jest/globals';

import { createOperationCounter } from '../support/operations.js';
import { jobWith, pipelineWith } from '../support/pipelines.js';
import { bridgeOf, nodeOf, numberedJob, snapshotOf } from '../unit/report/support/snapshots.js';
import { repeatedPieces } from '../support/repeated-pieces.js';

const counter = createOperationCounter();
afterAll(() => counter.close());

// Loaded here, so that they are counted.
const { matchesPattern } = await import('../../src/ci-rules/regex.js');
const { readRefusal } = await import('../../src/gitlab/responses/error-body.js');
const { readServerHints } = await import('../../src/gitlab/responses/reply.js');
const { emptyTable, tableAfter } = await import('../../src/report/progress-table.js');
const { shortNames } = await import('../../src/report/short-names.js');
const { formatSummary } = await import('../../src/report/summary/summary.js');
const { liveFrame, pictureAfter } = await import('../../src/terminal/frame.js');

const redact = (text: string): string => text;
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** What is drawn of a pipeline of so many jobs; the picture is made before, and is not counted. */
function frameOf(count: number, name: (index: number) => string): () => unknown {
  const jobs = range(count).map((index) =>
    jobWith({
      id: index + 1,
      name: name(index),
      stage: `stage ${index % 4}`,
      status: index % 400 === 7 ? 'failed' : index % 300 === 5 ? 'running' : 'success',
    }),
  );
  const snapshot = snapshotOf(nodeOf({ pipeline: { id: 257, status: 'running' }, jobs }));
  const picture = pictureAfter(
    undefined,
    { kind: 'snapshot', elapsedMs: 60_000, snapshot, remainingMs: 240_000 },
    { nowMs: 100_000, redact },
  );
  if (picture === undefined) throw new Error('no picture');
  return () => liveFrame(picture, { columns: 100, rows: 24, glyphs: 'unicode' }, 100_000);
}

function tableOf(count: number): () => unknown {
  const jobs = range(count).map((index) =>
    jobWith({ id: index + 1, name: `deploy-${index % 50}-to-a-place-${'far-'.repeat(20)}away: [${index}]` }),
  );
  const snapshot = snapshotOf(nodeOf({ jobs }));
  return () => tableAfter(emptyTable({ redact }), snapshot);
}

function namesOf(count: number): () => unknown {
  const names = range(count).map((index) => `${'x'.repeat(80)}${index}${'y'.repeat(80)}`);
  return () => expect(new Set(shortNames(names, 20).values()).size).toBe(count);
}

const log = range(1000).map((index) => `line ${index} ${'<&>'.repeat(40)}`);

/** The report of a pipeline, a twentieth of whose jobs are its own, and the others those of 20 pipelines. */
function summaryOf(count: number, status: string): () => unknown {
  const job = (index: number) =>
    numberedJob({
      id: index,
      name: `${'<long|name> '.repeat(20)}${index}`,
      stage: `stage ${Math.floor(index / 50)}`,
      status,
      failureReason: 'script_failure',
      startedAt: '2026-01-15T09:30:03.000Z',
      durationSeconds: index,
    });
  const share = Math.floor(count / 20);
  const nodeFrom = (first: number) => nodeOf({ jobs: range(share).map((index) => job(first + index)) });
  const bridges = range(19).map((child) =>
    bridgeOf(numberedJob({ id: 1_000_000 + child }), nodeFrom((child + 1) * share)),
  );
  const root = { ...nodeFrom(0), bridges };
  const content = {
    outcome: 'failed',
    pipeline: pipelineWith({ status }),
    elapsedMs: 62_000,
    snapshot: snapshotOf(root),
    logTails: new Map(range(count).map((index) => [index, log])),
  } as const;
  return () => formatSummary(content);
}

function matchOf(source: string, text: string): () => unknown {
  return () => expect(matchesPattern(text, { source, flags: '' })).toBe('no');
}

interface Reader {
  readonly make: (count: number) => () => unknown;
  readonly counts: readonly number[];
  /** Operations for each piece where there are the most pieces; a third more than they are. */
  readonly most: number;
}

const jobCounts = [500, 1000, 2000, 4000];
const textLengths = [375, 750, 1500];

const readers: Readonly<Record<string, Reader>> = {
  'a frame of jobs': { make: (n) => frameOf(n, (index) => `job ${index}`), counts: jobCounts, most: 35 },
  'a frame of long names': {
    make: (n) => frameOf(n, (index) => `${'long-'.repeat(30)}${index}`),
    counts: jobCounts,
    most: 385,
  },
  'long names made short': { make: namesOf, counts: jobCounts, most: 315 },
  'a table of long names': { make: tableOf, counts: [1250, 2500, 5000], most: 240 },
  'the report of jobs': { make: (n) => summaryOf(n, 'success'), counts: jobCounts, most: 85 },
  'the report of failed jobs with long logs': {
    make: (n) => summaryOf(n, 'failed'),
    counts: jobCounts,
    most: 115,
  },
  'a pattern, repeated repetition': {
    make: (n) => matchOf('(a+)+$', `${'a'.repeat(n)}!`),
    counts: textLengths,
    most: 105,
  },
  'a pattern, two ways to read each piece': {
    make: (n) => matchOf('(a|aa)*b', 'a'.repeat(n)),
    counts: textLengths,
    most: 80,
  },
  'a pattern, many places to end': {
    make: (n) => matchOf('.*.*.*.*.*.*.*.*x', 'a'.repeat(n)),
    counts: textLengths,
    most: 230,
  },
};

async function countsOf({ make, counts }: Reader): Promise<readonly number[]> {
  await counter.count(make(counts[0] ?? 1));
  const counted: number[] = [];
  for (const count of counts) counted.push(await counter.count(make(count)));
  return counted;
}

describe('the number of operations grows linearly with the pieces, and is small, for each:', () => {
  test.each(Object.entries(readers))('%s', async (_name, reader) => {
    const counts = await countsOf(reader);
    const growths = counts.slice(1).map((count, index) => count / (counts[index] ?? 1));
    const forEach = (counts.at(-1) ?? 0) / (reader.counts.at(-1) ?? 1);
    expect({ counts, growths, forEach, isLinear: growths.every((growth) => growth < 2.4) }).toMatchObject({
      isLinear: true,
    });
    expect(counts[0]).toBeGreaterThan(0);
    expect(forEach).toBeLessThan(reader.most);
  });
});

describe('a refusal of a megabyte takes twice the operations of half of it at most, whatever it repeats:', () => {
  const status = 403;
  const hints = readServerHints({ status, headers: {}, localTimeMs: 1_715_685_560_000 });
  const read = (piece: string, size: number): (() => void) => {
    const long = piece.repeat(Math.floor(size / piece.length));
    const texts = [long, `<html>${long}`, JSON.stringify({ message: long, error: [long, { base: long }] })];
    const bodies = texts.map((text) => Buffer.from(text));
    return () => {
      for (const body of bodies) readRefusal({ status, headers: {}, body, hints });
    };
  };

  test.each(repeatedPieces)('%j', async (piece) => {
    await counter.count(read(piece, 1000));
    const [half, whole] = [
      await counter.count(read(piece, 500_000)),
      await counter.count(read(piece, 1_000_000)),
    ];
    expect({ half, whole, isLinear: whole < 2.4 * half }).toMatchObject({ isLinear: true });
    expect(half).toBeGreaterThan(0);
  });
});
