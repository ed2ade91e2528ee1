import { type Clock, nextTurn, sleep } from '../../../src/base/clock.js';
import { AbortedError, AppError, type ExitCode, exitCodes } from '../../../src/base/errors.js';
import type { StepAttempt } from '../../../src/model/caller-context.js';
import { cleanupAction } from '../../../src/run/cleanup.js';
import { type ActionRun, type EntryContext, type RunDeps, runMasked } from '../../../src/run/context.js';
import { triggerAction } from '../../../src/run/trigger.js';
import { waitAction } from '../../../src/run/wait.js';
import type { PipelineTreeView, PipelineView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import { type VirtualClock, createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { diceOf } from './dice.js';
import { type HostRecord, createRecordingHost } from './recording-host.js';
import { type Safeguards, intact } from './safeguards.js';
import { type Story, origin, projectId } from './story.js';
import { createVirtualTransport } from './virtual-transport.js';
import { type Exchange, type Phase, type Wire, createWire } from './wire.js';

/** How a process ended. */
export interface Ending {
  /** `hung`: everything waited, and nothing would ever have happened. */
  readonly kind: 'ended' | 'killed' | 'hung';
  readonly exitCode: ExitCode;
  /** What was thrown. */
  readonly error: unknown;
  readonly beginMs: number;
  readonly endMs: number;
  readonly leftTimers: number;
  readonly record: HostRecord;
}

/** A story as it went. */
export interface Life {
  readonly story: Story;
  readonly main: Ending;
  readonly post: Ending;
  readonly exchanges: readonly Exchange[];
  readonly subjectId: number | undefined;
  /** The pipeline of this run when the main step had ended, and when all was over. */
  readonly treeAfterMain: PipelineTreeView | undefined;
  readonly lastTree: PipelineTreeView | undefined;
  /** What became of the pipeline when everything in it had come to rest. */
  readonly finalTree: PipelineTreeView | undefined;
  readonly pipelines: readonly PipelineView[];
  /** Whether the tokens of the run may read pipelines at all, on a clear day. */
  readonly canFollow: boolean;
}

/** Lives a story through: the step, then its post step in a process of its own, as a runner starts them. */
export async function liveStory(story: Story, safeguards: Safeguards = intact): Promise<Life> {
  const clock = createVirtualClock();
  const wire = createWire(clock, story);
  const world: World = { story, safeguards, clock, wire };
  const action = story.entry === 'trigger' ? triggerAction : waitAction;
  const main = await runProcess(world, { phase: 'main', action, state: new Map() });
  const treeAfterMain = subjectTree(wire);
  const state = new Map(main.record.saved.map(({ name, value }) => [name, value]));
  const post = await runProcess(world, { phase: 'post', action: cleanupAction, state });
  const lastTree = subjectTree(wire);
  const pipelines = wire.gitlab.pipelines();
  // What is still on its way to GitLab arrives, too.
  await clock.run(sleep(clock, longAfterMs, new AbortController().signal));
  wire.close();
  return {
    story,
    main,
    post,
    exchanges: wire.exchanges,
    subjectId: wire.subjectId(),
    treeAfterMain,
    lastTree,
    finalTree: subjectTree(wire),
    pipelines,
    get canFollow() {
      return canFollow(story);
    },
  };
}

/** Longer than any pipeline of a story. */
const longAfterMs = 100 * 24 * 3_600_000;

/** Where processes live. */
export interface World {
  readonly story: Story;
  readonly safeguards: Safeguards;
  readonly clock: VirtualClock;
  readonly wire: Wire;
}

/** A process. */
export interface Task {
  readonly phase: Phase;
  readonly action: ActionRun;
  readonly state: ReadonlyMap<string, string>;
  readonly attempt?: StepAttempt | undefined;
}

/** Runs a process to its end, or to the moment when the story kills it. */
export async function runProcess(world: World, { phase, action, state, attempt }: Task): Promise<Ending> {
  const { story, safeguards, clock, wire } = world;
  const beginMs = clock.nowMs();
  const owned = createOwnClock(clock);
  const dice = diceOf(story.seed, `line ${phase}`);
  const inputs = safeguards.changeInputs(story.inputs);
  const { host, record } = createRecordingHost({
    inputs: { read: (name) => inputs[name] },
    clock,
    state,
    masks: safeguards.masks,
    roomForOutputs: phase === 'main' ? story.roomForOutputs : Infinity,
    onFullPlace: safeguards.onFullPlace,
    attempt,
  });
  const { latency } = story;
  const { onTruncated } = safeguards;
  const line = { wire, origin, clock: owned.clock, dice, phase, latency, onTruncated };
  const deps: RunDeps = {
    host,
    files: { readText: () => Promise.reject(new Error('there are no files')) },
    clock: owned.clock,
    random: diceOf(story.seed, `jitter ${phase}`).random,
    environment: {},
    createTransport: () => safeguards.wrapTransport(createVirtualTransport(line), owned.clock),
  };
  const stops = phase === 'main' ? createStops(world) : noStops();
  const killed = createKill(clock, phase === 'main' ? story.killAtMs : undefined);
  const settled = runMasked(action, deps, stops.context).then(
    (exitCode) => ({ kind: 'ended' as const, exitCode, error: undefined }),
    (error: unknown) => ({ kind: 'ended' as const, exitCode: exitCodeOf(error), error }),
  );
  const end = await clock
    .run(Promise.race([settled, killed.promise]))
    .catch((error: unknown) => ({ kind: 'hung' as const, exitCode: safeguards.firstExitCode, error }));
  const endMs = clock.nowMs();
  stops.dispose();
  killed.dispose();
  await nextTurn();
  const leftTimers = owned.pending();
  const kept = { ...record, outputs: [...record.outputs], lost: [...record.lost], saved: [...record.saved] };
  owned.drop();
  return { ...end, beginMs, endMs, leftTimers, record: kept };
}

function exitCodeOf(error: unknown): ExitCode {
  return error instanceof AppError ? error.exitCode : exitCodes.internal;
}

/** A clock whose timers go when their process does. */
function createOwnClock(clock: Clock): {
  readonly clock: Clock;
  readonly pending: () => number;
  readonly drop: () => void;
} {
  const forgets = new Set<() => void>();
  return {
    clock: {
      ...clock,
      schedule: (delayMs, callback) => {
        const disposeTimer = clock.schedule(delayMs, () => {
          forgets.delete(dispose);
          callback();
        });
        const dispose = (): void => {
          forgets.delete(dispose);
          disposeTimer();
        };
        forgets.add(dispose);
        return dispose;
      },
    },
    pending: () => forgets.size,
    drop: () => {
      for (const dispose of forgets) dispose();
    },
  };
}

interface Stops {
  readonly context: EntryContext;
  readonly dispose: () => void;
}

/** The signals of the story, as a process passes them on: the first stops, the second hurries. */
function createStops({ story, clock, safeguards }: World): Stops {
  const stop = new AbortController();
  const forceSignal = new AbortController();
  const forgets = story.stops.map(({ atMs, signal }) =>
    clock.schedule(atMs, () => {
      if (safeguards.signals === 'ignored') return;
      (stop.signal.aborted ? forceSignal : stop).abort(new AbortedError(signal));
    }),
  );
  return {
    context: { signal: stop.signal, forceSignal: forceSignal.signal },
    dispose: () => {
      for (const dispose of forgets) dispose();
    },
  };
}

function noStops(): Stops {
  const never = new AbortController().signal;
  return { context: { signal: never, forceSignal: never }, dispose: () => undefined };
}

interface Killed {
  readonly kind: 'killed';
  readonly exitCode: ExitCode;
  readonly error: undefined;
}

interface Kill {
  readonly promise: Promise<Killed>;
  readonly dispose: () => void;
}

function createKill(clock: Clock, atMs: number | undefined): Kill {
  if (atMs === undefined) return { promise: new Promise(() => undefined), dispose: () => undefined };
  let dispose = (): void => undefined;
  const promise = new Promise<Killed>((resolve) => {
    dispose = clock.schedule(atMs, () =>
      resolve({ kind: 'killed', exitCode: exitCodes.terminated, error: undefined }),
    );
  });
  return { promise, dispose: () => dispose() };
}

function canFollow({ scenario, inputs }: Story): boolean {
  const clock = createVirtualClock();
  const untouched = new SimulatedGitLab({ clock }, { ...scenario, throttle: undefined });
  const { access_token: token = '', token: starting = '' } = inputs;
  // A job token reads, too, where nothing better is given.
  const ownHeaders = starting.startsWith('glcbt-') ? { 'job-token': starting } : {};
  const { status } = untouched.handle({
    method: 'GET',
    target: `/api/v4/projects/${projectId}/pipelines`,
    headers: token === '' ? ownHeaders : { 'private-token': token },
    body: Buffer.alloc(0),
  });
  return status === 200;
}

function subjectTree(wire: Wire): PipelineTreeView | undefined {
  const id = wire.subjectId();
  return id === undefined ? undefined : wire.gitlab.tree(id);
}
