import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { GitHubScenario } from '../../../src/simulator/github/scenario.js';
import type { SimulatedGitHub } from '../../../src/simulator/github/simulated-github.js';
import type { TriggerTokenView } from '../../../src/simulator/gitlab/api/trigger-tokens.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { StepResult } from '../../../src/simulator/runner/runner.js';
import { gitHubTokens, octoApp } from '../../support/octo-app.js';
import { oneProject, tokens } from '../../support/one-project.js';
import { requestDeadline } from '../../support/request-patience.js';
import { type RunningAction, startAction } from './run-action.js';
import { type RunningGitHub, withGitHub } from './start-github.js';
import type { RunningSimulator } from './start-simulator.js';
import { requestLines, withSimulator } from './with-simulator.js';

/** Where trigger tokens are managed: a GitLab, a GitHub, and a file that holds the token that is in use. */
export interface TokenPlace {
  readonly gitlab: RunningSimulator;
  readonly github: RunningGitHub;
  readonly file: string;
  readonly run: (run: TokensRun) => Promise<TokensEnd>;
}

/** One run of the sub-action `tokens`, as user `ada`. */
export interface TokensRun {
  readonly inputs: Readonly<Record<string, string>>;
  /** As for `ActionRequest`. */
  readonly nodePath?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  readonly meanwhile?: (step: RunningAction) => Promise<void>;
}

export interface TokensEnd extends StepResult {
  /** The requests of this run to GitLab, as `GET /api/v4/…`. */
  readonly requests: readonly string[];
}

export const twoSecrets = 'octo/app:DEPLOY_TOKEN\nocto/app/environments/production:DEPLOY_TOKEN';

/** One token, called `deploys`, which is in use. */
export function deployScenario(changes: Partial<Scenario> = {}): Scenario {
  return oneProject({ triggers: [{ token: tokens.trigger, owner: 'ada', description: 'deploys' }] }, changes);
}

/** Opens such a place for `work`. */
export async function withTokenPlace<T>(
  given: {
    readonly scenario?: Scenario;
    readonly faults?: readonly FaultRule[];
    readonly githubFaults?: readonly FaultRule[];
    readonly githubScenario?: GitHubScenario;
  },
  work: (place: TokenPlace) => Promise<T>,
): Promise<T> {
  const { scenario = deployScenario(), faults = [], githubFaults = [], githubScenario = octoApp() } = given;
  const deadline = requestDeadline([...faults, ...githubFaults]);
  const folder = await mkdtemp(join(tmpdir(), 'gitlab-trigger-tokens-'));
  const file = join(folder, 'token');
  await writeFile(file, tokens.trigger, { mode: 0o644 });
  try {
    return await withSimulator({ scenario, faults: new FaultPlan(faults) }, (gitlab) =>
      withGitHub(githubScenario, { faults: new FaultPlan(githubFaults) }, (github) =>
        work({ gitlab, github, file, run: (run) => runTokens({ gitlab, github, deadline }, run) }),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runTokens(
  { gitlab, github, deadline }: Pick<TokenPlace, 'gitlab' | 'github'> & { readonly deadline: string },
  { inputs, nodePath, environment, meanwhile }: TokensRun,
): Promise<TokensEnd> {
  const before = gitlab.requests.length;
  const step = await startAction({
    folder: 'tokens',
    nodePath,
    with: {
      gitlab_url: gitlab.url,
      project_id: 'group/app',
      access_token: tokens.api,
      request_timeout: deadline,
      ...(inputs.github_secret === undefined
        ? {}
        : { github_token: gitHubTokens.personal, github_api_url: github.url }),
      ...inputs,
    },
    ...(environment === undefined ? {} : { environment }),
  });
  await meanwhile?.(step);
  const result = await step.finished;
  return { ...result, requests: requestLines(gitlab.requests.slice(before)) };
}

/** The tokens that work. */
export function aliveIn({ gitlab }: TokenPlace): readonly TriggerTokenView[] {
  return gitlab.gitlab.triggerTokens(42);
}

/** What a file holds, and who may read it. */
export async function fileIn({
  file,
}: TokenPlace): Promise<{ readonly text: string; readonly mode: string }> {
  return { text: await readFile(file, 'utf8'), mode: ((await stat(file)).mode & 0o777).toString(8) };
}

/** The values of the two secrets. */
export function secretsIn({
  github,
}: {
  readonly github: { readonly github: SimulatedGitHub };
}): readonly (string | undefined)[] {
  return ['repos/octo/app', 'environments/octo/app/production'].map(
    (place) => github.github.secret(place, 'DEPLOY_TOKEN')?.text,
  );
}
