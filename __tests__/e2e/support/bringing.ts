import type { JobScript, PipelineScript } from '../../../src/simulator/gitlab/state/pipeline-script.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { StepResult } from '../../../src/simulator/runner/runner.js';
import { oneProject, tokens, valid } from '../../support/one-project.js';
import { type Followed, followRun } from './following.js';
import { runAction } from './run-action.js';
import { requestLines, withSimulator } from './with-simulator.js';

export type Inputs = Readonly<Record<string, string>>;

/** A project whose pipelines do this. */
export function scenarioOf(script: Partial<PipelineScript>): Scenario {
  return oneProject({ ci: valid({ createdForMs: 50, ...script }) });
}

export function jobsScenario(...jobs: readonly JobScript[]): Scenario {
  return scenarioOf({ jobs });
}

/** Starts a pipeline and waits for it; trouble is not met with patience. */
export async function runWith(
  scenario: Scenario,
  inputs: Inputs,
  faults: readonly FaultRule[] = [],
): Promise<Followed> {
  return await followRun({
    scenario,
    inputs: { poll_interval: '1s', outage_timeout: '0s', ...inputs },
    faults,
  });
}

/**
 * Runs the action `wait` on a pipeline that has ended long ago: only what comes after a verdict takes time.
 */
export async function waitWith(
  script: Partial<PipelineScript>,
  inputs: Inputs,
  faults: readonly FaultRule[] = [],
): Promise<Followed> {
  const scenario = oneProject({
    pastPipelines: [
      { ref: 'main', user: 'ada', startedAgoMs: 60_000, script: { createdForMs: 50, ...script } },
    ],
  });
  return await withSimulator({ scenario, faults: new FaultPlan(faults) }, async (simulator) => {
    const result = await runAction({
      folder: 'wait',
      with: {
        gitlab_url: simulator.url,
        project_id: 'group/app',
        pipeline_id: '257',
        access_token: tokens.readApi,
        outage_timeout: '0s',
        ...inputs,
      },
    });
    const statuses = simulator.gitlab.pipelines().map(({ status }) => status);
    return { ...result, requests: requestLines(simulator.requests), statuses };
  });
}

export function messagesOf({ annotations }: StepResult, kind: 'error' | 'warning'): readonly string[] {
  return annotations.filter((annotation) => annotation.kind === kind).map(({ message }) => message);
}

/** The codes at the end of messages. */
export function codesOf(
  result: StepResult,
  kind: 'error' | 'warning' = 'error',
): readonly (string | undefined)[] {
  return messagesOf(result, kind).map((message) => /\[(\w+)\]$/m.exec(message)?.[1]);
}
