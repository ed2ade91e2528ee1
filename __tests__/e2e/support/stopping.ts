import type { PipelineView } from '../../../src/simulator/gitlab/api/pipeline-entity.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { StepResult } from '../../../src/simulator/runner/runner.js';
import { inputsFor, tokens } from '../../support/one-project.js';
import { type ActionRequest, type RunningAction, runPost, startAction } from './run-action.js';
import { startSlowLine } from './slow-line.js';
import type { RunningSimulator, Serving } from './start-simulator.js';
import { requestLines, until, withSimulator } from './with-simulator.js';

/**
 * The `request_timeout` of a run that is stopped. By design all is done within six seconds, which the
 * simulation judges in virtual time. Here it is enough that nobody waits for an answer that never comes: who
 * does, outlasts the time limit of the test, on any machine.
 */
export const endlessRequests = '10m';

/** What can be seen of a run from outside while it goes on. */
export interface Sight {
  /** `POST /api/v4/…`, in the order of arrival. */
  readonly requests: readonly string[];
  /** What it has said. */
  readonly lines: readonly string[];
}

/** Whether a run has come to where it is to be stopped. */
export type Reached = (sight: Sight) => boolean;

/** A run, and the moment at which it is stopped. */
export interface StopRequest {
  readonly scenario: Scenario;
  readonly rules?: FaultPlan | readonly FaultRule[];
  readonly pace?: Serving['pace'];
  /**
   * Starts processes of their own with this Node; both stages run in the process of the tests unless given.
   */
  readonly nodePath?: string | undefined;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly reached: Reached;
  /** How long after that the run is stopped. */
  readonly delayMs?: number;
  /** As the runner does unless given. */
  readonly stop?: (step: RunningAction, poll: () => Sight) => void | Promise<void>;
  /** Every answer comes so much later. */
  readonly answersAfterMs?: number;
  /** A post stage follows, with other faults than the main stage had. */
  readonly post?: 'runs';
}

/** What came of it. */
export interface Stopped {
  readonly main: StepResult;
  readonly post: StepResult | undefined;
  /** How many requests the post stage made. */
  readonly postRequests: readonly string[];
  readonly starts: number;
  readonly cancels: number;
  /** What GitLab has, when all is over. */
  readonly pipelines: readonly PipelineView[];
}

const ended: ReadonlySet<string> = new Set(['success', 'failed', 'canceled', 'skipped']);

/** Ids of pipelines that nobody has stopped. */
export function stillRunning({ pipelines }: Pick<Stopped, 'pipelines'>): readonly number[] {
  return pipelines.filter(({ status }) => !ended.has(status)).map(({ id }) => id);
}

/** Reached once GitLab has got such a request so many times. */
export function asked(method: string, path: RegExp, times = 1): Reached {
  return ({ requests }) =>
    requests.filter((line) => line.startsWith(`${method} `) && path.test(line.slice(method.length + 1)))
      .length >= times;
}

/** Reached once a line of the log fits. */
export function printed(pattern: RegExp): Reached {
  return ({ lines }) => lines.some((line) => pattern.test(line));
}

/** Reached as soon as it has been started. */
export const atOnce: Reached = () => true;

/** Sends a signal as anybody on the machine may. */
export function send(step: RunningAction, name: NodeJS.Signals): void {
  try {
    step.signal(name);
  } catch {
    // It has gone already, which the test sees by its exit code.
  }
}

/**
 * Runs the root action with an access token that may cancel, waits for the moment, stops it, and runs the
 * post stage if there is to be one.
 */
export async function stopRun(request: StopRequest): Promise<Stopped> {
  const { scenario, rules = [], pace } = request;
  const faults = rules instanceof FaultPlan ? rules : new FaultPlan(rules);
  return await withSimulator({ scenario, faults, pace }, async (simulator) => {
    if (request.answersAfterMs === undefined) return await stopOn(simulator, request);
    const line = await startSlowLine(simulator.port, request.answersAfterMs);
    try {
      return await stopOn({ ...simulator, url: line.url }, request);
    } finally {
      await line.close();
    }
  });
}

async function stopOn(simulator: RunningSimulator, request: StopRequest): Promise<Stopped> {
  const { reached, delayMs = 0, stop = (running: RunningAction): void => running.cancel() } = request;
  const { url, requests, gitlab } = simulator;
  const lines: string[] = [];
  const poll = (): Sight => ({ requests: requestLines(requests), lines });
  const action: ActionRequest = {
    nodePath: request.nodePath,
    with: {
      ...inputsFor(url),
      access_token: tokens.api,
      wait: 'true',
      request_timeout: endlessRequests,
      ...request.inputs,
    },
    onLine: (line) => lines.push(line),
  };
  const step = await startAction(action);
  let isOver = false;
  const finished = step.finished.finally(() => {
    isOver = true;
  });
  await until(() => isOver || reached(poll()));
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  await stop(step, poll);
  const main = await finished;
  const mainRequests = requests.length;
  const post = request.post === undefined ? undefined : await runPost(action, main);
  const all = requestLines(requests);
  return {
    main,
    post,
    postRequests: all.slice(mainRequests),
    starts: all.filter((line) => line.endsWith('/trigger/pipeline')).length,
    cancels: all.filter((line) => line.endsWith('/cancel')).length,
    pipelines: gitlab.pipelines(),
  };
}
