import { sleep } from '../../../../src/base/clock.js';
import { AbortedError, AppError, type StopSignal } from '../../../../src/base/errors.js';
import type { Host } from '../../../../src/hosts/host.js';
import { type ActionRun, type RunDeps, runMasked } from '../../../../src/run/context.js';
import { SimulatedGitLab } from '../../../../src/simulator/gitlab/simulated-gitlab.js';
import type { Scenario } from '../../../../src/simulator/gitlab/state/scenario.js';
import type { FaultRule } from '../../../../src/simulator/gitlab/wire/fault-plan.js';
import { type VirtualClock, createVirtualClock } from '../../../../src/simulator/virtual-clock.js';
import { diceOf } from '../../../simulation/support/dice.js';
import { loadBefore } from '../../../simulation/support/judge-seed.js';
import { createRecordingHost } from '../../../simulation/support/recording-host.js';
import { createPlainWire } from '../../../simulation/support/plain-wire.js';
import { origin } from '../../../simulation/support/story.js';
import { createVirtualTransport } from '../../../simulation/support/virtual-transport.js';
import { inputsFor, tokens } from '../../../support/one-project.js';

/** What happens to a run from outside. */
export interface RunWorld {
  readonly gitlab: SimulatedGitLab;
  /** The first call stops the run, the second one hurries it. */
  readonly stop: (signal?: StopSignal) => void;
}

export interface RunStory {
  readonly action: ActionRun;
  readonly scenario: Scenario;
  /** Beside those that start a pipeline in `oneProject`; an empty one takes one of them away. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly faults?: readonly FaultRule[];
  /** What the main step has saved. */
  readonly state?: ReadonlyMap<string, string>;
  /** Whether somebody has started pipeline 257 before. */
  readonly isStarted?: boolean;
  /** When a request such as `POST /projects/42/trigger/pipeline` arrives, before GitLab works on it. */
  readonly onRequest?: (line: string, world: RunWorld) => void;
  /** By the time in milliseconds since the start. */
  readonly meanwhile?: Readonly<Record<number, (world: RunWorld) => void>>;
  readonly changeHost?: (host: Host) => Host;
  /** Where an earlier run has been; a GitLab of its own when absent. */
  readonly where?: RunPlace;
}

/** A GitLab, and the clock that it lives by. */
export interface RunPlace {
  readonly clock: VirtualClock;
  readonly gitlab: SimulatedGitLab;
}

export interface RunEnd {
  readonly exitCode: number | undefined;
  readonly error: { readonly code: string; readonly exitCode: number; readonly message: string } | undefined;
  /** Outputs as a later step sees them. */
  readonly outputs: Readonly<Record<string, string>>;
  /**
   * Everything that was said, set, saved and written, in order: `warning: …`, `output: NAME=VALUE`,
   * `saved: NAME=VALUE`, `summary`.
   */
  readonly events: readonly string[];
  readonly summaries: readonly string[];
  /** `POST /projects/42/trigger/pipeline` for each request. */
  readonly requests: readonly string[];
  /** What pipelines of the instance are like at the end. */
  readonly statuses: readonly string[];
  readonly tookMs: number;
  readonly where: RunPlace;
}

/** Long enough for it to run, as far as it does. */
const startedBeforeMs = 100;

/** One way, always. */
const latency = { leastMs: 10, mostMs: 10 };

/**
 * Runs an entry against a simulated GitLab in this process, on a clock that only moves when everything waits.
 */
export async function runInVirtualTime(story: RunStory): Promise<RunEnd> {
  await loadBefore();
  const clock = story.where?.clock ?? createVirtualClock();
  const gitlab = story.where?.gitlab ?? new SimulatedGitLab({ clock }, story.scenario);
  if (story.isStarted === true) {
    start(gitlab);
    await clock.run(sleep(clock, startedBeforeMs, new AbortController().signal));
  }
  const [stopping, forcing] = [new AbortController(), new AbortController()];
  const world: RunWorld = {
    gitlab,
    stop: (signal = 'SIGINT') => {
      (stopping.signal.aborted ? forcing : stopping).abort(new AbortedError(signal));
    },
  };
  const requests: string[] = [];
  const wire = createPlainWire({
    server: gitlab,
    clock,
    faults: story.faults ?? [],
    onArrive: (line) => {
      requests.push(line);
      story.onRequest?.(line, world);
    },
  });
  const given: Readonly<Record<string, string>> = {
    ...inputsFor(origin),
    access_token: tokens.api,
    ...story.inputs,
  };
  const { host: recording, record } = createRecordingHost({
    inputs: { read: (name) => given[name] },
    clock,
    state: story.state ?? new Map(),
    masks: 'honored',
  });
  const events: string[] = [];
  const host = withEvents(recording, events);
  const dice = diceOf(1, 'line');
  const startMs = clock.nowMs();
  for (const [afterMs, act] of Object.entries(story.meanwhile ?? {})) {
    clock.schedule(Number(afterMs), () => act(world));
  }
  const deps: RunDeps = {
    host: story.changeHost?.(host) ?? host,
    files: { readText: () => Promise.reject(new Error('there are no files')) },
    clock,
    random: () => 0.5,
    environment: {},
    createTransport: () =>
      createVirtualTransport({ wire, origin, clock, dice, phase: 'main', latency, onTruncated: 'fault' }),
  };
  const ended = runMasked(story.action, deps, { signal: stopping.signal, forceSignal: forcing.signal }).then(
    (exitCode) => ({ exitCode, error: undefined }),
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      const { code, exitCode, message } = error;
      return { exitCode: undefined, error: { code, exitCode, message } };
    },
  );
  return {
    ...(await clock.run(ended)),
    outputs: Object.fromEntries(record.outputs.map(({ name, value }) => [name, value])),
    events,
    summaries: record.summaries,
    requests,
    statuses: gitlab.pipelines().map(({ status }) => status),
    tookMs: clock.nowMs() - startMs,
    where: { clock, gitlab },
  };
}

function start(gitlab: SimulatedGitLab): void {
  gitlab.handle({
    method: 'POST',
    target: '/api/v4/projects/42/trigger/pipeline',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ ref: 'main', token: tokens.trigger })),
  });
}

function withEvents(host: Host, events: string[]): Host {
  const { log, outputs, state, summary, masker } = host;
  const hear = (kind: string, say: (text: string) => void) => (text: string) => {
    events.push(`${kind}: ${masker.redact(text)}`);
    say(text);
  };
  return {
    ...host,
    log: {
      ...log,
      info: hear('info', log.info),
      warning: hear('warning', log.warning),
      group: (title, lines) => {
        events.push(`group: ${masker.redact(title)}`);
        log.group(title, lines);
      },
    },
    masker: {
      ...masker,
      mask: (secret, origin) => {
        events.push(`masked: ${origin ?? 'a value'}`);
        masker.mask(secret, origin);
      },
    },
    outputs: {
      ...outputs,
      set: (name, value) => {
        events.push(`output: ${name}=${value}`);
        outputs.set(name, value);
      },
    },
    state: {
      ...state,
      save: (name, value) => {
        events.push(`saved: ${name}=${value}`);
        state.save(name, value);
      },
    },
    summary: {
      ...summary,
      write: async (markdown) => {
        events.push('summary');
        return await summary.write(markdown);
      },
    },
  };
}

/** Where an event stands among others that begin so; -1 where there is none. */
export function placeOf(events: readonly string[], beginning: string): number {
  return events.findIndex((event) => event.startsWith(beginning));
}
