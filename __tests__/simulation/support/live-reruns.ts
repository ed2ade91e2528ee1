import { sleep } from '../../../src/base/clock.js';
import type { StepAttempt } from '../../../src/model/caller-context.js';
import { cleanupAction } from '../../../src/run/cleanup.js';
import { triggerAction } from '../../../src/run/trigger.js';
import type { PipelineView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import type { JobScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { inputsFor, oneProject, tokens, valid } from '../../support/one-project.js';
import { type Dice, diceOf } from './dice.js';
import { type Ending, runProcess } from './live-story.js';
import { ordinary } from './peculiarities.js';
import { randomFaults, randomLateWork, randomOutages } from './random-faults.js';
import { type Safeguards, intact } from './safeguards.js';
import { type Stop, type Story, origin } from './story.js';
import { type Violation, unless } from './violation.js';
import { type Exchange, createWire } from './wire.js';

/** What is made worse beside what surrounds each process. */
export interface RerunSafeguards extends Safeguards {
  /** What a host tells of an attempt. */
  readonly changeAttempt: (attempt: StepAttempt) => StepAttempt | undefined;
}

export const intactReruns: RerunSafeguards = { ...intact, changeAttempt: (attempt) => attempt };

/** One attempt, as it went. */
interface Attempt {
  readonly main: Ending;
  readonly outputs: Readonly<Record<string, string>>;
  /** The requests of its main step. */
  readonly exchanges: readonly Exchange[];
  /** The pipeline that it speaks of, when the step had ended. */
  readonly pipeline: PipelineView | undefined;
}

/** A step that was run again and again. */
interface RerunLife {
  readonly mode: 'follow' | 'retry';
  readonly attempts: readonly Attempt[];
  /** What its requests have started, in the end, and in the order of their numbers. */
  readonly started: readonly PipelineView[];
}

const longAfterMs = 10 * 24 * 3_600_000;

/** Lives a step through two or three attempts, most of which are killed or stopped, and judges it. */
export async function judgeReruns(
  seed: number,
  safeguards: RerunSafeguards = intactReruns,
): Promise<{ readonly life: RerunLife; readonly violations: readonly Violation[] }> {
  const life = await liveReruns(seed, safeguards);
  return { life, violations: rerunFaults(life) };
}

async function liveReruns(seed: number, safeguards: RerunSafeguards): Promise<RerunLife> {
  const dice = diceOf(seed, 'reruns');
  const mode = dice.pick(['follow', 'retry'] as const);
  const story = tellReruns(seed, { dice, mode });
  const clock = createVirtualClock();
  const wire = createWire(clock, story);
  const attempts: Attempt[] = [];
  const count = dice.between(2, 3);
  for (let number = 1; number <= count; number += 1) {
    const first = wire.exchanges.length;
    const killAtMs = dice.chance(0.45) ? dice.spread(5, 120_000) : undefined;
    const stops: readonly Stop[] = dice.chance(0.2)
      ? [{ atMs: dice.spread(5, 120_000), signal: 'SIGTERM' }]
      : [];
    const world = {
      story: { ...story, seed: seed * 10 + number, killAtMs, stops },
      safeguards,
      clock,
      wire,
    };
    const attempt = safeguards.changeAttempt({
      run: '77',
      step: ['trigger', '__self'],
      id: String(number),
      isFirst: number === 1,
    });
    const main = await runProcess(world, { phase: 'main', action: triggerAction, state: new Map(), attempt });
    const outputs = Object.fromEntries(main.record.outputs.map(({ name, value }) => [name, value]));
    const exchanges = wire.exchanges.slice(first);
    const pipeline = viewOf(wire.gitlab.pipelines(), outputs.pipeline_id);
    const state = new Map(main.record.saved.map(({ name, value }) => [name, value]));
    // Some machines are gone with all that was to come after the step.
    if (dice.chance(0.7)) {
      await runProcess(world, { phase: 'post', action: cleanupAction, state, attempt });
    }
    attempts.push({ main, outputs, exchanges, pipeline });
    await clock.run(sleep(clock, dice.spread(1000, 200_000), new AbortController().signal));
  }
  await clock.run(sleep(clock, longAfterMs, new AbortController().signal));
  wire.close();
  const ids = wire.exchanges.flatMap(({ created }) => created);
  const started = wire.gitlab.pipelines().filter(({ id }) => ids.includes(id));
  return { mode, attempts, started: [...started].sort((one, other) => one.id - other.id) };
}

function tellReruns(
  seed: number,
  { dice, mode }: { readonly dice: Dice; readonly mode: RerunLife['mode'] },
): Story {
  const retryFault: FaultRule = {
    when: { method: 'POST', pathMatches: /\/retry$/, nth: 1 },
    fault: dice.pick([{ kind: 'reset_after' }, { kind: 'stall_after_work' }, { kind: 'truncate' }] as const),
  };
  return {
    seed,
    entry: 'trigger',
    scenario: oneProject({ ci: valid({ createdForMs: 50, jobs: randomJobs(dice) }) }),
    inputs: {
      ...inputsFor(origin),
      access_token: tokens.api,
      on_rerun: mode,
      wait: 'true',
      timeout: dice.pick(['20s', '3m', '1h']),
      outage_timeout: dice.pick(['', '10s']),
      cancel_on: dice.pick(['', 'never', 'abort, timeout']),
      summary: 'false',
      logs: 'none',
    },
    secrets: { token: tokens.trigger, access_token: tokens.api },
    faults: [...randomFaults(diceOf(seed, 'faults'), ['x']), ...(dice.chance(0.4) ? [retryFault] : [])],
    outages: randomOutages(diceOf(seed, 'outages'), ['x']),
    lateWork: dice.chance(0.3) ? randomLateWork({ ...dice, chance: () => true }) : undefined,
    stays: [],
    peculiarities: ordinary,
    roomForOutputs: Infinity,
    stops: [],
    killAtMs: undefined,
    neighborsAtMs: dice.chance(0.2) ? [dice.spread(10, 200_000)] : [],
    latency: { leastMs: 5, mostMs: 200 },
  };
}

function randomJobs(dice: Dice): readonly JobScript[] {
  return Array.from({ length: dice.between(1, 2) }, (_, index) => ({
    name: `job-${index}`,
    durationMs: dice.spread(500, 200_000),
    result: dice.pick(['success', 'failed'] as const),
    resultAfterRetry: dice.pick(['success', 'failed'] as const),
  }));
}

function viewOf(pipelines: readonly PipelineView[], id: string | undefined): PipelineView | undefined {
  return pipelines.find((pipeline) => String(pipeline.id) === id);
}

function rerunFaults({ mode, attempts, started }: RerunLife): readonly Violation[] {
  const needless = started.slice(1).flatMap((pipeline, index) => {
    const before = started[index];
    const isOver =
      before !== undefined &&
      ['failed', 'canceled', 'skipped'].includes(before.status) &&
      (before.finishedMs ?? Infinity) <= pipeline.createdMs;
    return mode === 'follow' && isOver
      ? []
      : [`${pipeline.id} after ${before?.id ?? 0}, which ended as ${before?.status ?? 'nothing'}`];
  });
  return [
    ...unless(needless.length === 0, 'all attempts of a step have one pipeline', () => needless.join()),
    ...attempts.flatMap((attempt, index) => attemptFaults(attempt, index + 1)),
  ];
}

function attemptFaults({ main, pipeline, exchanges }: Attempt, number: number): readonly Violation[] {
  const retries = exchanges.filter(
    ({ method, url, worked }) => method === 'POST' && url.pathname.endsWith('/retry') && worked,
  );
  const creations = exchanges.flatMap(({ created }) => created);
  return [
    ...unless(
      main.kind !== 'hung' && (main.kind === 'killed' || main.exitCode !== 70),
      'it ends by itself, and not by a fault of its own',
      () => `attempt ${number}: ${String(main.error)}`,
    ),
    ...unless(
      main.exitCode !== 0 || main.kind !== 'ended' || pipeline?.status === 'success',
      'green means that the pipeline has passed',
      () => `attempt ${number}: ${pipeline?.id ?? 0} is ${pipeline?.status ?? 'not there'}`,
    ),
    ...unless(
      retries.length <= 1,
      'a retry that may have worked is not sent again',
      () => `attempt ${number}: ${retries.length}`,
    ),
    ...unless(creations.length <= 1, 'one attempt starts one pipeline', () => creations.join()),
  ];
}
