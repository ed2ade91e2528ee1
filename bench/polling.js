// @ts-check
// How many looks does it take to follow a pipeline, and how late does it notice the end? Replays made-up
// pipelines of 5 s to 2 h in virtual time, for our timing and for fixed intervals. Same seed, same table.
//
//   node bench/polling.js [pipelines] [seed] [rows]        default: 4000 pipelines, seed 1, and all rows, not
//                                                          only those whose names fit a pattern
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { endedJobs, listedPipeline, replayOf, seededRandom, snapshotAt } from './replayed-pipelines.js';

/** @import { Replay, Run } from './replayed-pipelines.js' */
/** @import * as PollTiming from '../src/follow/poll-interval.js' */
/** @import * as PollMoments from '../src/follow/poll-state.js' */
/** @import * as UsualLengths from '../src/follow/history.js' */
/** @import * as ChangeWatches from '../src/follow/change-watch.js' */
/** @import * as ProbeTiming from '../src/follow/probe-timing.js' */
/** @import { Probe } from '../src/follow/change-probe.js' */
/**
 * @typedef {typeof PollTiming & typeof PollMoments & typeof UsualLengths & typeof ChangeWatches & typeof
 *   ProbeTiming} Ours
 */
/** @typedef {'nothing' | 'usual length' | 'job lengths'} Knowledge */
/**
 * How the question whether anything has changed is answered: not at all, truly, by a tag that never moves, or
 * by one that always does; truly, with data that is old for a moment.
 *
 * @typedef {'no answer' | 'true' | 'stuck' | 'restless' | 'replica lags'} Tag
 */
/** @typedef {{ looks: number, delayMs: number, probes: number, kilobytes: number }} Outcome */
/** @typedef {{ name: string, outcomes: Outcome[] }} Row */

const root = path.dirname(import.meta.dirname);
const count = Number(process.argv[2] ?? '4000');
const seed = Number(process.argv[3] ?? '1');
const wanted = new RegExp(process.argv[4] ?? '');
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
    const ours = /** @type {Ours} */ ({});
    const files = [
      'follow/poll-interval',
      'follow/poll-state',
      'follow/history',
      'follow/change-watch',
      'follow/probe-timing',
    ];
    for (const file of files) {
      /** @type {unknown} */
      const loaded = await import(pathToFileURL(path.join(outDir, `${file}.js`)).href);
      Object.assign(ours, loaded);
    }
    return ours;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Estimates of what goes over the wire uncompressed, heads of both directions included. */
const probeKilobytes = 0.9;
/** @param {Run} run */
const lookKilobytes = ({ jobs, neverRun }) => 4 + 2.5 * (jobs.length + neverRun.length);

/**
 * Looks until the end is seen. @param {Run} run @param {(ms: number) => number} pauseMs @returns {Outcome}
 */
function follow(run, pauseMs) {
  let ms = 0;
  let looks = 1;
  for (; ms < run.endMs; looks++) ms += pauseMs(ms);
  return { looks, delayMs: ms - run.endMs, probes: 0, kilobytes: looks * lookKilobytes(run) };
}

/**
 * What is usual, once it is worth asking. @param {Ours} ours @param {Replay} replay @param {Knowledge}
 * knowledge
 */
function learner(ours, { earlier }, knowledge) {
  /** @type {Pick<PollMoments.PollKnowledge, 'usual' | 'jobLengths'>} */
  let learned = {};
  let requests = 0;
  return {
    requests: () => requests,
    /** @param {number} ageMs */
    at: (ageMs) => {
      if (knowledge === 'nothing' || requests > 0 || ageMs < ours.askAfterMs) return learned;
      learned = { usual: ours.usualLengthOf(earlier.map(listedPipeline)) };
      requests = 1;
      if (knowledge === 'job lengths') {
        const read = earlier.filter(({ failed }) => !failed).slice(0, ours.jobLengthRuns);
        learned = { ...learned, jobLengths: ours.usualJobLengthsOf(read.map(endedJobs)) };
        requests += read.length;
      }
      return learned;
    },
  };
}

/**
 * @param {Ours} ours @param {Replay} replay @param {{ knowledge: Knowledge, random: () => number }} how
 *   @returns {Outcome}
 */
function followOurs(ours, replay, { knowledge, random }) {
  const { run } = replay;
  const learning = learner(ours, replay, knowledge);
  const outcome = follow(run, (ageMs) => {
    const known = { ...learning.at(ageMs), ageMs, pollInterval: /** @type {const} */ ('auto') };
    return ours.nextPollMs(ours.pollMomentOf(snapshotAt(run, ageMs), known), random);
  });
  return { ...outcome, looks: outcome.looks + learning.requests() };
}

/** How long a replica lags in the row of that name: longer than GitLab lets one be used for reads. */
const lagMs = 1000;

/**
 * The same with the question whether anything has changed, which takes no time here, as a look does not.
 * @param {Ours} ours @param {Replay} replay @param {{ knowledge: Knowledge, tag: Tag, random: () => number }}
 *   how @returns {Outcome}
 */
function followAsking(ours, replay, { knowledge, tag, random }) {
  const { run } = replay;
  const learning = learner(ours, replay, knowledge);
  const touchesMs = [
    ...new Set(run.jobs.flatMap(({ queuedMs, startMs, endMs }) => [queuedMs, startMs, endMs])),
  ];
  let asked = 0;
  /** @param {number} ms */
  const tagAt = (ms) => {
    if (tag === 'restless') return String(asked);
    return tag === 'stuck' ? '' : String(touchesMs.filter((touchMs) => touchMs <= ms).length);
  };
  /** What is seen of the run, and when it was so. @param {number} ms */
  const shownMs = (ms) => {
    if (tag !== 'replica lags') return ms;
    const lastMs = Math.max(0, ...touchesMs.filter((touchMs) => touchMs <= ms));
    return ms - lastMs < lagMs && lastMs > 0 ? lastMs - 1 : ms;
  };
  let watch = ours.newWatch;
  let ms = 0;
  let looks = 1;
  for (; shownMs(ms) < run.endMs; looks++) {
    const snapshot = snapshotAt(run, shownMs(ms));
    const known = { ...learning.at(ms), ageMs: ms, pollInterval: /** @type {const} */ ('auto') };
    const pollPauseMs = ours.nextPollMs(ours.pollMomentOf(snapshot, known), random);
    const moment = { ...ours.nearnessOf(snapshot), pollPauseMs, leastPollMs: 0, leastProbeMs: 0 };
    watch = ours.afterPoll(watch, { fingerprint: ours.statusFingerprint(snapshot), startMs: ms, endMs: ms });
    for (;;) {
      const move = ours.nextMove(watch, { ...moment, nowMs: ms }, random);
      ms = move.atMs;
      if (move.kind === 'poll') break;
      asked += 1;
      const found = tagAt(ms);
      /** @type {Probe} */
      const answer = found === watch.tag ? { kind: 'unchanged' } : { kind: 'changed', tag: found };
      watch = ours.afterProbe(watch, tag === 'no answer' ? noAnswer : answer, { nowMs: ms });
    }
  }
  const kilobytes = looks * lookKilobytes(run) + asked * probeKilobytes;
  return { looks: looks + learning.requests(), delayMs: ms - run.endMs, probes: asked, kilobytes };
}

/** @type {Probe} */
const noAnswer = { kind: 'unavailable', reason: 'no_such_path', lasts: 'for_good' };

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
    probesMean: meanOf(outcomes.map(({ probes }) => probes)),
    kilobytesMean: meanOf(outcomes.map(({ kilobytes }) => kilobytes)),
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
    ['probesMean', 'probes mean', 0],
    ['kilobytesMean', 'KB mean', 0],
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
    return [
      row.name,
      ...columns.map(([key]) => (beside[key] === 0 ? '' : (figures[key] / beside[key]).toFixed(2))),
    ];
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

/** @param {number} index */
const hasFailed = (index) => replays[index]?.run.failed === true;
/** @param {Outcome[]} outcomes @param {boolean} failed */
const partOf = (outcomes, failed) => outcomes.filter((_, index) => hasFailed(index) === failed);

/**
 * Every way to poll, reckoned once, when a row first asks for it. Each has a chance of its own: a row is the
 * same whichever others are printed.
 * @type {Map<string, Outcome[]>}
 */
const reckoned = new Map();
/** @param {Knowledge} knowledge @param {Tag} [tag] @returns {Outcome[]} */
function outcomesOf(knowledge, tag) {
  const key = `${knowledge}, ${tag ?? 'never asked'}`;
  const known = reckoned.get(key);
  if (known !== undefined) return known;
  const random = seededRandom(seed);
  const outcomes = replays.map((replay) =>
    tag === undefined
      ? followOurs(ours, replay, { knowledge, random })
      : followAsking(ours, replay, { knowledge, tag, random }),
  );
  reckoned.set(key, outcomes);
  return outcomes;
}

/** @param {number} seconds */
const fixed = (seconds) => replays.map(({ run }) => follow(run, () => seconds * 1000));
const rivalName = `fixed ${rivalSeconds} s`;

/** @type {[name: string, outcomes: () => Outcome[]][]} */
const allRows = [
  ['auto with probes, nothing known', () => outcomesOf('nothing', 'true')],
  ['auto with probes, job lengths known', () => outcomesOf('job lengths', 'true')],
  ['… those that passed', () => partOf(outcomesOf('job lengths', 'true'), false)],
  ['… those that failed', () => partOf(outcomesOf('job lengths', 'true'), true)],
  [
    'auto with probes, both together',
    () => [...outcomesOf('nothing', 'true'), ...outcomesOf('job lengths', 'true')],
  ],
  ['… replica lags by 1 s', () => outcomesOf('job lengths', 'replica lags')],
  ['… tag is stuck', () => outcomesOf('job lengths', 'stuck')],
  ['… tag is restless', () => outcomesOf('job lengths', 'restless')],
  ['… no answer', () => outcomesOf('job lengths', 'no answer')],
  ['auto, nothing known', () => outcomesOf('nothing')],
  ['auto, usual length known', () => outcomesOf('usual length')],
  ['auto, job lengths known too', () => outcomesOf('job lengths')],
  ['… those that passed', () => partOf(outcomesOf('job lengths'), false)],
  ['… those that failed', () => partOf(outcomesOf('job lengths'), true)],
  ['auto, nothing and all known together', () => [...outcomesOf('nothing'), ...outcomesOf('job lengths')]],
  ...[5, 10, rivalSeconds, 30].map(
    /** @returns {[string, () => Outcome[]]} */ (seconds) => [`fixed ${seconds} s`, () => fixed(seconds)],
  ),
];
const rows = allRows
  .filter(([name]) => wanted.test(name))
  .map(([name, outcomes]) => ({ name, outcomes: outcomes() }));
const failed = replays.filter(({ run }) => run.failed).length;
console.log(`${count} pipelines, ${failed} of them failing early; seed ${seed}\n`);
printTables(rows, { name: rivalName, outcomes: fixed(rivalSeconds) });
