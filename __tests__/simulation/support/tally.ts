import { AppError } from '../../../src/base/errors.js';
import type { Judged } from './judge-seed.js';
import type { Exchange } from './wire.js';

/** Numbers of things by their names. */
export type Counts = Readonly<Record<string, number>>;

/** What came of many seeds, as plain numbers, so that processes can hand them to each other. */
export interface Tally {
  readonly seeds: number;
  /** Seeds that broke a promise. */
  readonly broken: number;
  readonly requests: number;
  readonly virtualMs: number;
  /** Lives by their end. */
  readonly endings: Counts;
  /** Broken promises. */
  readonly rules: Counts;
  /** Requests by what hit them at GitLab's door. */
  readonly faults: Counts;
  /** Requests by what somebody on the way made of them. */
  readonly strangers: Counts;
  /** Answers by what was peculiar about them. */
  readonly oddities: Counts;
}

export const nothingYet: Tally = {
  seeds: 0,
  broken: 0,
  requests: 0,
  virtualMs: 0,
  endings: {},
  rules: {},
  faults: {},
  strangers: {},
  oddities: {},
};

export function tallyOf(judged: Judged): Tally {
  const { life, violations } = judged;
  const { exchanges } = life;
  return {
    seeds: 1,
    broken: violations.length === 0 ? 0 : 1,
    requests: exchanges.length,
    virtualMs: life.post.endMs,
    endings: { [endingOf(judged)]: 1 },
    rules: countsOf(violations.map(({ rule }) => rule)),
    faults: countsOf(exchanges.map(({ fault }) => fault)),
    strangers: countsOf(exchanges.map(strangerOf)),
    oddities: countsOf(exchanges.map(({ oddity, isStale }) => oddity ?? (isStale && 'stale'))),
  };
}

export function together(one: Tally, other: Tally): Tally {
  return {
    seeds: one.seeds + other.seeds,
    broken: one.broken + other.broken,
    requests: one.requests + other.requests,
    virtualMs: one.virtualMs + other.virtualMs,
    endings: sumOf(one.endings, other.endings),
    rules: sumOf(one.rules, other.rules),
    faults: sumOf(one.faults, other.faults),
    strangers: sumOf(one.strangers, other.strangers),
    oddities: sumOf(one.oddities, other.oddities),
  };
}

const msAnHour = 3_600_000;

/** The figures for people, and for docs/reference/reliability.md. */
export function tallyLines(tally: Tally, seconds: number): readonly string[] {
  const { seeds, broken, requests, virtualMs } = tally;
  return [
    `how it ended: ${listed(tally.endings)}`,
    `faults: ${listed(tally.faults)}`,
    `strangers: ${listed(tally.strangers)}`,
    `peculiar: ${listed(tally.oddities)}`,
    ...Object.entries(tally.rules).map(([rule, count]) => `${count} × ${rule}`),
    `${seeds} seeds: ${broken} broken; ${requests} requests and ${Math.round(virtualMs / msAnHour)} hours of virtual time in ${seconds.toFixed(1)} s, ${Math.round(seeds / seconds)} seeds/s`,
  ];
}

function strangerOf({ stranger, shape, status = 0 }: Exchange): string | undefined {
  if (stranger !== 'answered' || shape === undefined) return stranger;
  return `answered ${Math.floor(status / 100)}xx ${shape}`;
}

/** What became of a run, in a word or two. */
function endingOf({ life: { main } }: Judged): string {
  if (main.kind !== 'ended') return main.kind;
  const outcome = main.record.outputs.findLast(({ name }) => name === 'outcome')?.value;
  const code = main.error instanceof AppError ? main.error.code : 'accepted';
  return `${main.exitCode} ${code}${outcome === undefined ? '' : ` (${outcome})`}`;
}

function countsOf(names: readonly (string | undefined)[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of names) if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sumOf(one: Counts, other: Counts): Counts {
  const sum: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function listed(counts: Counts): string {
  const byCount = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return byCount.map(([name, count]) => `${count} ${name}`).join(', ') || 'none';
}
