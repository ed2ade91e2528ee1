import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { isGood, type Evidence } from './evidence.js';
import { contradictsItself, hasEnded } from './truth.js';
import { unless, type Violation } from './violation.js';

/** A runner asks again 7.5 s after its first signal, and everything is to be done before that. */
const stopMs = 6000;
/** The second signal leaves only what a request that starts something is worth. */
const forceMs = 2600;
/** From the verdict to the end: canceling, and details of the report. */
const reportMs = 65_000;
/** With all logs, what could not be read before. */
const lastLogsMs = 30_000;
/** A last look may take this much longer than `timeout`. */
const lastPollMs = 5000;
/**
 * Everything before following: repeated starts, before a search and after it, the minute of the rate limit,
 * and two searches for what was lost.
 */
const startMs = 2 * 120_000 + 63_000 + 2 * 150_000;
/** The post step. */
const cleanUpMs = 60_000;

/** It ends in time, and leaves nothing behind. */
export function limitFaults(evidence: Evidence): readonly Violation[] {
  const { life } = evidence;
  return [
    ...stopFaults(evidence),
    ...followFaults(evidence),
    ...[life.main, life.post].flatMap(({ kind, leftTimers }) =>
      unless(kind !== 'ended' || leftTimers === 0, 'no timer is left behind', () => `${leftTimers}`),
    ),
    ...unless(
      life.post.kind === 'ended' && life.post.exitCode === 0,
      'the post step never fails',
      () => `${life.post.kind} with ${life.post.exitCode}: ${String(life.post.error)}`,
    ),
    ...unless(
      life.post.endMs - life.post.beginMs <= cleanUpMs + evidence.requestTimeoutMs,
      'the post step ends in time',
      () => `${life.post.endMs - life.post.beginMs} ms`,
    ),
    ...unless(
      life.exchanges.every(
        ({ end, phase }) => end !== 'open' || (phase === 'main' && life.main.kind !== 'ended'),
      ),
      'no request is left open',
      () => '',
    ),
  ];
}

function stopFaults({ life }: Evidence): readonly Violation[] {
  const { main, story } = life;
  if (main.kind === 'killed') return [];
  const [first, second] = story.stops;
  return [
    ...unless(
      first === undefined || main.endMs <= first.atMs + stopMs,
      'a stopped step ends within six seconds',
      () => `${main.endMs - (first?.atMs ?? 0)} ms after the signal`,
    ),
    ...unless(
      second === undefined || main.endMs <= second.atMs + forceMs,
      'a second signal hurries',
      () => `${main.endMs - (second?.atMs ?? 0)} ms after the second signal`,
    ),
  ];
}

function followFaults(evidence: Evidence): readonly Violation[] {
  const { life, followMs, verdictMs, timeoutMs, requestTimeoutMs } = evidence;
  const { main } = life;
  if (main.kind === 'killed') return [];
  const retryTimeoutMs = life.story.entry === 'wait' ? evidence.outageTimeoutMs : startMs;
  const beganMs = followMs ?? main.endMs;
  const saidMs = verdictMs ?? main.endMs;
  const hasAllLogs = life.story.inputs.logs === 'all';
  const logsMs = hasAllLogs ? lastLogsMs : 0;
  return [
    ...unless(
      beganMs - main.beginMs <= retryTimeoutMs + 15 * requestTimeoutMs,
      'the start ends in time',
      () => `${beganMs - main.beginMs} ms`,
    ),
    ...unless(
      saidMs - beganMs <= timeoutMs + lastPollMs + (life.story.entry === 'wait' ? retryTimeoutMs : 0),
      'following ends with timeout',
      () => `${saidMs - beganMs} ms of ${timeoutMs}`,
    ),
    ...unless(
      main.endMs - saidMs <= reportMs + logsMs,
      'the report ends in time',
      () => `${main.endMs - saidMs} ms`,
    ),
    ...outageFaults(evidence),
    ...lateFaults(evidence),
  ];
}

/**
 * The longest pause, with the three polls of a doubt, and the way there and back of each. What a replica that
 * lags does not know yet, nobody can.
 */
const longestPauseMs = 60_000 * 1.1;
const doubtMs = 3 * 1000;
const roundTrips = 12;

/** Whatever the tag of a pipeline says: on a clear day its end is known as soon as without any. */
function lateFaults(evidence: Evidence): readonly Violation[] {
  const { life, verdictMs, judging, outputs, polls, isFollowing } = evidence;
  const { story, pipelines, subjectId, finalTree } = life;
  const { faults, outages, stops, latency, scenario, peculiarities } = story;
  // Strangers whom no request met are none.
  const met = life.exchanges.filter(({ stranger }) => stranger !== undefined);
  const isClear = [faults, outages, met, stops].every(({ length }) => length === 0);
  const isAtOdds = polls.some(({ tree }) => tree !== undefined && contradictsItself(tree));
  const isPlain = peculiarities.contradictions === 0 && peculiarities.downstream === undefined && !isAtOdds;
  const isBound = judging.downstream !== 'require' && judging.jobs.length === 0;
  const { finishedMs, status } = pipelines.find(({ id }) => id === subjectId) ?? {};
  if (!isFollowing || !isClear || !isPlain || !isBound || scenario.throttle !== undefined) return [];
  // A line that is slower than request_timeout brings no answers.
  if (evidence.requestTimeoutMs <= 2 * latency.mostMs) return [];
  if (verdictMs === undefined || finishedMs === undefined || status !== finalTree?.status) return [];
  // A pipeline at a gate still has the time of an end that a retry has undone.
  if (finalTree === undefined || !hasEnded(finalTree)) return [];
  const endedMs = Math.max(finishedMs - createVirtualClock().epochMs(), evidence.followMs ?? 0);
  const { replicaLagMs = 0 } = scenario;
  const mostMs = longestPauseMs + doubtMs + roundTrips * 2 * latency.mostMs + replicaLagMs;
  return unless(
    verdictMs - endedMs <= mostMs,
    'an end is known one poll after a minute',
    () => `${outputs.outcome} was said ${verdictMs - endedMs} ms after the end`,
  );
}

/** An outage ends with the limit for it, one look later at most. */
function outageFaults(evidence: Evidence): readonly Violation[] {
  const { life, polls, exchanges, outageTimeoutMs, requestTimeoutMs, verdictMs, isFollowing } = evidence;
  // Looks at a server that old may be none, as far as the run is concerned.
  const { peculiarities, scenario } = life.story;
  if (!isFollowing || peculiarities.age !== 'current' || scenario.release === '13.0') return [];
  const path = polls.at(-1)?.url.pathname;
  const looked = exchanges.filter(({ method, url }) => method === 'GET' && url.pathname === path);
  // What a cache gives is an answer, although an old one.
  const last = looked.findLastIndex(
    (exchange) => isGood(exchange) || (exchange.stranger === 'cached' && exchange.end === 'answer'),
  );
  const lost = path === undefined ? undefined : looked[last + 1];
  if (lost === undefined) return [];
  const lastedMs = (verdictMs ?? life.main.endMs) - lost.sentMs;
  return unless(
    lastedMs <= outageTimeoutMs + requestTimeoutMs + 1,
    'an outage ends with outage_timeout',
    () => `it lasted ${lastedMs} ms, and ${outageTimeoutMs} were given`,
  );
}
