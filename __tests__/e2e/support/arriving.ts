import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { type HostSpecimen, hostSpecimens } from '../../contract/support/hosts/host-specimens.js';
import { inputsFor, oneProject, tokens } from '../../support/one-project.js';
import { type HostRun, type HostRunResult, runOnHost } from './run-on-host.js';
import { requestLines, withSimulator } from './with-simulator.js';

/** A command on a CI, about `group/app`. */
export interface HostStory extends Omit<HostRun, 'specimen' | 'words'> {
  readonly host: HostSpecimen['id'];
  readonly words: readonly string[];
  readonly scenario?: Scenario;
}

export interface HostTold extends HostRunResult {
  readonly requests: readonly string[];
}

/** Runs a command on a CI; where GitLab is, its flags say. */
export async function tellOnHost({
  host,
  words,
  scenario = oneProject(),
  ...run
}: HostStory): Promise<HostTold> {
  const specimen = specimenOf(host);
  return await withSimulator({ scenario, faults: new FaultPlan([]) }, async ({ url, requests }) => {
    const { project_id: project = '', ref = '' } = inputsFor(url);
    const [command = 'run', ...others] = words;
    const onRef = command === 'run' || command === 'check' ? ['--ref', ref] : [];
    const result = await runOnHost({
      ...run,
      specimen,
      words: [command, '--gitlab-url', url, '--project-id', project, ...onRef, ...others],
      environment: {
        GITLAB_TRIGGER_TOKEN: tokens.trigger,
        GITLAB_TRIGGER_ACCESS_TOKEN: tokens.api,
        ...run.environment,
      },
    });
    return { ...result, requests: requestLines(requests) };
  });
}

export function specimenOf(id: HostSpecimen['id']): HostSpecimen {
  const specimen = hostSpecimens.find((other) => other.id === id);
  if (specimen === undefined) throw new Error(`no specimen of ${id}`);
  return specimen;
}

/** The codes at the end of the messages in a log. */
export function codesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/\[([a-z_]+)\](?=$|%0A)/gm), ([, code = '']) => code);
}
