import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { RunningStep, StepResult } from '../../../src/simulator/runner/runner.js';
import { inputsFor, tokens } from '../../support/one-project.js';
import { startAction } from './run-action.js';
import type { RunningSimulator } from './start-simulator.js';
import { requestLines, withSimulator } from './with-simulator.js';

/** A run that starts a pipeline and waits for it. */
export interface FollowedRun {
  readonly scenario: Scenario;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Starts a process with this Node; the action runs in the process of the tests unless given. */
  readonly nodePath?: string | undefined;
  readonly faults?: FaultPlan | readonly FaultRule[];
  /** Something that somebody does meanwhile. */
  readonly meanwhile?: (simulator: RunningSimulator, step: RunningStep) => Promise<void>;
}

/** What came of it, with the requests as `GET /api/v4/…`. */
export interface Followed extends StepResult {
  readonly requests: readonly string[];
  readonly statuses: readonly string[];
}

/** Runs the root action with `wait: true` and a token that may do everything. */
export async function followRun({ scenario, inputs, nodePath, ...rest }: FollowedRun): Promise<Followed> {
  const { faults = [], meanwhile } = rest;
  const plan = faults instanceof FaultPlan ? faults : new FaultPlan(faults);
  return await withSimulator({ scenario, faults: plan, pace: 'of_who_follows' }, async (simulator) => {
    const step = await startAction({
      nodePath,
      with: { ...inputsFor(simulator.url), access_token: tokens.api, wait: 'true', ...inputs },
    });
    await meanwhile?.(simulator, step);
    const result = await step.finished;
    return {
      ...result,
      requests: requestLines(simulator.requests),
      statuses: simulator.gitlab.pipelines().map(({ status }) => status),
    };
  });
}

/** The lines about changes, without their times: `build compile running`. */
export function changesIn({ shownLines }: StepResult): readonly string[] {
  return shownLines
    .filter((line) => /^\d\d:\d\d {2}/.test(line))
    .map((line) =>
      line
        .replace(/^\d\d:\d\d {2}/, '')
        .replace(/ +[\d.]+s(?= |$)/, '')
        .replace(/ +/g, ' '),
    );
}

/** The value of an output that is JSON. */
export function jsonOutput(result: StepResult, name: string): unknown {
  return JSON.parse(result.outputs[name] ?? 'null');
}
