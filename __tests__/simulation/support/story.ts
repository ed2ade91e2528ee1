import type { StopSignal } from '../../../src/base/errors.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import type { Fault, FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { Peculiarities } from './peculiarities.js';
import type { Stay } from './stranger.js';

/**
 * One whole run with everything that happens to it; follows from the seed alone. Times are milliseconds from
 * the start of the run.
 */
export interface Story {
  readonly seed: number;
  /** `wait` follows the pipeline {@link givenPipelineId}, which was there before. */
  readonly entry: 'trigger' | 'wait';
  readonly scenario: Scenario;
  readonly inputs: Readonly<Record<string, string>>;
  /** Every text that must not be seen anywhere, by what it is. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly faults: readonly FaultRule[];
  readonly outages: readonly Outage[];
  /** Requests that GitLab works on so late that nobody waits for the answer any more. */
  readonly lateWork: LateWork | undefined;
  /** Who stands between the run and GitLab, and when. */
  readonly stays: readonly Stay[];
  readonly peculiarities: Peculiarities;
  /** How many outputs reach a later step before their place is full. */
  readonly roomForOutputs: number;
  readonly stops: readonly Stop[];
  /** When the machine under the run disappears. */
  readonly killAtMs: number | undefined;
  /** When other people start pipelines on the same ref. */
  readonly neighborsAtMs: readonly number[];
  /** One way. */
  readonly latency: { readonly leastMs: number; readonly mostMs: number };
}

/** A time in which every request meets the same fault. */
export interface Outage {
  readonly fromMs: number;
  readonly toMs: number;
  readonly fault: Fault;
}

export interface LateWork {
  readonly pathMatches: RegExp;
  readonly method: string;
  /** Counted from 1 among the requests that fit. */
  readonly nth: number;
  readonly afterMs: number;
}

export interface Stop {
  readonly atMs: number;
  readonly signal: StopSignal;
}

/** Whether GitLab tells no project of a pipeline, as before 13.10. */
export function hidesProjects({ scenario, peculiarities }: Story): boolean {
  return scenario.release === '13.0' || peculiarities.age === '13.9';
}

export const origin = 'https://gitlab.example.com';
export const elsewhere = 'https://elsewhere.example.net';
export const projectId = 42;
export const otherProjectId = 43;
/** The id of the pipeline that a run of `wait` is given. */
export const givenPipelineId = 257;
export const mainSha = '1'.repeat(40);

/** Where jobs leave their name, as the value `JOB`. */
export const valuesPath = 'out.env';

/** The last line of every log. */
export const lastLogLine = 'this is where the log ends';
