import { cleanLine } from '../base/text.js';
import type { TestCounts, TestReport, TestSuite } from '../model/test-report.js';

/** A suite of which GitLab lists fewer cases than it counted. */
export interface LackingSuite {
  readonly name: string;
  readonly counted: number;
  readonly listed: number;
}

/** Which cases are needed: all, or those that failed or ended with an error. */
export type NeededCases = 'failed' | 'all';

const statuses = {
  failed: ['failed', 'error'],
  all: ['success', 'failed', 'skipped', 'error'],
} as const;

/**
 * The suites of which the report lists fewer cases than GitLab counted: it is a copy of up to two minutes
 * ago, or the files of the jobs are gone. A suite with a problem has no cases, and GitLab says so.
 *
 * The numbered parts of a job share a suite. GitLab lists cases of the same name and status once there, but
 * counts them in each part, and adds their durations. So the list of such a suite may be shorter if it has
 * the whole duration, but not shorter than that of the part with the most cases.
 */
export function lackingSuites(
  counted: readonly TestSuite[],
  report: TestReport,
  needed: NeededCases,
): readonly LackingSuite[] {
  const listed = listedByName(report);
  return countedByName(counted).flatMap(({ name, parts, counts }) => {
    const { seconds, byStatus, total } = listed.get(name) ?? emptySuite();
    const isMerged = parts > 1 && Math.abs(seconds - counts.seconds) <= mostRoundedSeconds;
    const least = (count: number): number =>
      isMerged ? Math.max(Math.ceil(count / parts), Math.min(count, 1)) : count;
    const of = (status: string): number => byStatus.get(status) ?? 0;
    const wanted = statuses[needed];
    const isAll = needed === 'all';
    const lacks =
      wanted.some((status) => of(status) < least(counts[status])) || (isAll && total < least(counts.total));
    const sum = (numberOf: (status: (typeof wanted)[number]) => number): number =>
      wanted.reduce((all, status) => all + numberOf(status), 0);
    const inCounts = sum((status) => counts[status]);
    if (!lacks) return [];
    return [
      {
        name,
        counted: isAll ? Math.max(counts.total, inCounts) : inCounts,
        listed: isAll ? total : sum(of),
      },
    ];
  });
}

/** Sums of the same durations may be rounded in different ways. */
const mostRoundedSeconds = 0.01;

interface ListedSuite {
  seconds: number;
  total: number;
  readonly byStatus: Map<string, number>;
}

function emptySuite(): ListedSuite {
  return { seconds: 0, total: 0, byStatus: new Map() };
}

function listedByName({ suites }: TestReport): ReadonlyMap<string, ListedSuite> {
  const byName = new Map<string, ListedSuite>();
  for (const { name, seconds = 0, cases } of suites) {
    const suite = byName.get(name) ?? emptySuite();
    byName.set(name, suite);
    suite.seconds += seconds;
    suite.total += cases.length;
    for (const { status } of cases) suite.byStatus.set(status, (suite.byStatus.get(status) ?? 0) + 1);
  }
  return byName;
}

interface CountedSuites {
  readonly name: string;
  /** The number of jobs, each of which has a case of one name and status at most once. */
  readonly parts: number;
  readonly counts: TestCounts;
}

/** Servers before 13.2 do not say how many jobs a suite has: it may be any number. */
function countedByName(suites: readonly TestSuite[]): readonly CountedSuites[] {
  const byName = new Map<string, CountedSuites>();
  for (const { name, problem, jobIds, ...counts } of suites) {
    if (problem !== undefined) continue;
    const parts = jobIds?.length ?? Infinity;
    const known = byName.get(name);
    byName.set(
      name,
      known === undefined
        ? { name, parts, counts }
        : { name, parts: known.parts + parts, counts: added(known.counts, counts) },
    );
  }
  return [...byName.values()];
}

function added(one: TestCounts, other: TestCounts): TestCounts {
  return {
    total: one.total + other.total,
    success: one.success + other.success,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    error: one.error + other.error,
    seconds: one.seconds + other.seconds,
  };
}

/** Maximum number of suites named in a message. */
const mostNamed = 3;

/** `GitLab lists only 1 of the 3 test cases of unit that it counted in pipeline 7`. */
export function lackingWords(
  lacking: readonly LackingSuite[],
  { pipelineId, needed }: { readonly pipelineId: number; readonly needed: NeededCases },
): string {
  const noun = needed === 'all' ? 'test cases' : 'failed test cases';
  const each = lacking
    .slice(0, mostNamed)
    .map(({ name, counted, listed }) => `${listed} of the ${counted} ${noun} of ${cleanLine(name, 100)}`);
  const more = lacking.length - mostNamed;
  const rest = more > 0 ? [`not all of ${more} more ${more === 1 ? 'suite' : 'suites'}`] : [];
  return `GitLab lists only ${[...each, ...rest].join(', ')} that it counted in pipeline ${pipelineId}`;
}
