import { matchesPattern } from '../../../src/ci-rules/regex.js';
import { readRefusal } from '../../../src/gitlab/responses/error-body.js';
import { readServerHints } from '../../../src/gitlab/responses/reply.js';
import { emptyTable, tableAfter } from '../../../src/report/progress-table.js';
import { shortNames } from '../../../src/report/short-names.js';
import { formatSummary } from '../../../src/report/summary/summary.js';
import { liveFrame, pictureAfter } from '../../../src/terminal/frame.js';
import type { Work } from '../../support/counting/counting-process.js';
import { jobWith, pipelineWith } from '../../support/pipelines.js';
import { repeatedPieces } from '../../support/repeated-pieces.js';
import { bridgeOf, nodeOf, numberedJob, snapshotOf } from '../../unit/report/support/snapshots.js';

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
  return () => {
    const { size } = new Set(shortNames(names, 20).values());
    if (size !== count) throw new Error(`${size} names, not ${count}`);
  };
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
    redact: (text: string) => text,
  } as const;
  return () => formatSummary(content);
}

function matchOf(source: string, text: string): () => unknown {
  return () => {
    if (matchesPattern(text, { source, flags: '' }) !== 'no') throw new Error('there is a match');
  };
}

/** Refusals of so many bytes that repeat a piece. */
function refusalOf(piece: string): Work {
  const status = 403;
  const hints = readServerHints({ status, headers: {}, localTimeMs: 1_715_685_560_000 });
  return (size) => {
    const long = piece.repeat(Math.floor(size / piece.length));
    const texts = [long, `<html>${long}`, JSON.stringify({ message: long, error: [long, { base: long }] })];
    const bodies = texts.map((text) => Buffer.from(text));
    return () => {
      for (const body of bodies) readRefusal({ status, headers: {}, body, hints });
    };
  };
}

export const works: Readonly<Record<string, Work>> = {
  'a frame of jobs': (n) => frameOf(n, (index) => `job ${index}`),
  'a frame of long names': (n) => frameOf(n, (index) => `${'long-'.repeat(30)}${index}`),
  'long names made short': namesOf,
  'a table of long names': tableOf,
  'the report of jobs': (n) => summaryOf(n, 'success'),
  'the report of failed jobs with long logs': (n) => summaryOf(n, 'failed'),
  'a pattern, repeated repetition': (n) => matchOf('(a+)+$', `${'a'.repeat(n)}!`),
  'a pattern, two ways to read each piece': (n) => matchOf('(a|aa)*b', 'a'.repeat(n)),
  'a pattern, many places to end': (n) => matchOf('.*.*.*.*.*.*.*.*x', 'a'.repeat(n)),
  ...Object.fromEntries(repeatedPieces.map((piece) => [`a refusal of ${piece}`, refusalOf(piece)])),
};
