// @ts-check
// How many looks does it take to follow a pipeline, and how late does it notice the end? Replays made-up
// pipelines of 5 s to 2 h in virtual time, for our timing and for fixed intervals. Same seed, same table.
//
//   node bench/polling.js [pipelines] [seed]        default: 4000 pipelines, seed 1
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { endedJobs, listedPipeline, replayOf, seededRandom, snapshotAt } from './replayed-pipelines.js';

/** @import { Replay } from './replayed-pipelines.js' */
/** @import * as PollTiming from '../src/follow/poll-interval.js' */
/** @import * as PollMoments from '../src/follow/poll-state.js' */
/** @import * as UsualLengths from '../src/follow/history.js' */
/** @typedef {typeof PollTiming & typeof PollMoments & typeof UsualLengths} Ours */
/** @typedef {'nothing' | 'usual length' | 'job lengths'} Knowledge */
/** @typedef {{ looks: number, delayMs: number }} Outcome */
/** @typedef {{ name: string, outcomes: Outcome[] }} Row */

const root = path.dirname(import.meta.dirname);
const count = Number(process.argv[2] ?? '4000');
const seed = Number(process.argv[3] ?? '1');
/** The goal is stated beside this one. */
const rivalSeconds = 15;

/** The follow's own modules, compiled for this run. @returns {Promise<Ours>} */
async function compileOurs() {
  await mkdir(path.join(root, 'out'), { recursive: true });
  const outDir = await mkdtemp(path.join(root, 'out', 'bench-'));
  try {
    const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '-p', path.join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', outDir];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tsc failed:\n${stdout}`);
    /** @type {Partial<Ours>} */
    const ours = {};
    for (const name of ['poll-timing', 'poll-moment', 'usual-length']) {
      /** @type {unknown} */
      const loaded = await import(pathToFileURL(path.join(outDir, 'follow', `${name}.js`)).href);
      Object.assign(ours, loaded);
    }
    return /** @type {Ours} */ (ours);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/**
 * Looks until the end is seen. @param {number} endMs @param {(ms: number) => number} pauseMs @returns
 * {Outcome}
 */
function follow(endMs, pauseMs) {
  let ms = 0;
  let looks = 1;
  for (; ms < endMs; looks++) ms += pauseMs(ms);
  return { looks, delayMs: ms - endMs };
}

/**
 * @param {Ours} ours @param {Replay} replay @param {{ knowledge: Knowledge, random: () => number }} how
 *   @returns {Outcome}
 */
function followOurs(ours, { run, earlier }, { knowledge, random }) {
  /** @type {Pick<PollMoments.PollKnowledge, 'usual' | 'jobLengths'>} */
  let learned = {};
  let extraRequests = 0;
  const outcome = follow(run.endMs, (ageMs) => {
    if (knowledge !== 'nothing' && extraRequests === 0 && ageMs >= ours.askAfterMs) {
      learned = { usual: ours.usualLengthOf(earlier.map(listedPipeline)) };
      extraRequests = 1;
      if (knowledge === 'job lengths') {
        const read = earlier.filter(({ failed }) => !failed).slice(0, ours.jobLengthRuns);
        learned = { ...learned, jobLengths: ours.usualJobLengthsOf(read.map(endedJobs)) };
        extraRequests += read.length;
      }
    }
    const moment = ours.pollMomentOf(snapshotAt(run, ageMs), { ...learned, ageMs, pollInterval: 'auto' });
    return ours.nextPollMs(moment, random);
  });
  return { ...outcome, looks: outcome.looks + extraRequests };
}

/** @param {number[]} numbers */
const meanOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
/** @param {number[]} numbers @param {number} share */
const quantileOf = (numbers, share) =>
  numbers.toSorted((one, other) => one - other)[
    Math.min(Math.floor(share * numbers.length), numbers.length - 1)
  ] ?? NaN;

/** @param {Row} row */
function figuresOf({ outcomes }) {
  const looks = outcomes.map((outcome) => outcome.looks);
  const delays = outcomes.map(({ delayMs }) => delayMs / 1000);
  return {
    looksMean: meanOf(looks),
    looksMedian: quantileOf(looks, 0.5),
    looksP95: quantileOf(looks, 0.95),
    delayMedian: quantileOf(delays, 0.5),
    delayP95: quantileOf(delays, 0.95),
    delayMean: meanOf(delays),
  };
}

/** @param {Row[]} rows @param {Row} rival */
function printTables(rows, rival) {
  const columns = /** @type {const} */ ([
    ['looksMean', 'looks mean', 1],
    ['looksMedian', 'median', 0],
    ['looksP95', 'p95', 0],
    ['delayMedian', 'delay median', 2],
    ['delayP95', 'p95', 2],
    ['delayMean', 'mean', 2],
  ]);
  const beside = figuresOf(rival);
  const head = ['', ...columns.map(([, title]) => title)];
  const absolute = rows.map((row) => {
    const figures = figuresOf(row);
    return [row.name, ...columns.map(([key, , digits]) => figures[key].toFixed(digits))];
  });
  const relative = rows.map((row) => {
    const figures = figuresOf(row);
    return [row.name, ...columns.map(([key]) => (figures[key] / beside[key]).toFixed(2))];
  });
  console.log(
    `Looks per pipeline (each request for what is usual counted as one more), and seconds from its end to our noticing\n\n${markdown(head, absolute)}\n`,
  );
  console.log(`The same, as multiples of ${rival.name}\n\n${markdown(head, relative)}`);
}

/** @param {string[]} head @param {string[][]} rows */
function markdown(head, rows) {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), 3),
  );
  /** @param {string[]} row */
  const line = (row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `| ${cells.join(' | ')} |`;
  };
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

const ours = await compileOurs();
const replays = Array.from({ length: count }, (_, index) => replayOf(seed * 1_000_003 + index));
const random = seededRandom(seed);

/** @param {Knowledge} knowledge */
const oursKnowing = (knowledge) => replays.map((replay) => followOurs(ours, replay, { knowledge, random }));
const nothing = oursKnowing('nothing');
const usual = oursKnowing('usual length');
const jobs = oursKnowing('job lengths');

/** @param {number} index */
const hasFailed = (index) => replays[index]?.run.failed === true;
/** @type {Row[]} */
const rows = [
  { name: 'auto, nothing known', outcomes: nothing },
  { name: 'auto, usual length known', outcomes: usual },
  { name: 'auto, job lengths known too', outcomes: jobs },
  { name: '… those that passed', outcomes: jobs.filter((_, index) => !hasFailed(index)) },
  { name: '… those that failed', outcomes: jobs.filter((_, index) => hasFailed(index)) },
  { name: 'auto, nothing and all known together', outcomes: [...nothing, ...jobs] },
];
/** @param {number} seconds */
const fixed = (seconds) => ({
  name: `fixed ${seconds} s`,
  outcomes: replays.map(({ run }) => follow(run.endMs, () => seconds * 1000)),
});
const rivals = [5, 10, rivalSeconds, 30].map(fixed);
const rival = fixed(rivalSeconds);
const failed = replays.filter(({ run }) => run.failed).length;
console.log(`${count} pipelines, ${failed} of them failing early; seed ${seed}\n`);
printTables([...rows, ...rivals], rival);
