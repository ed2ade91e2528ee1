import type { GitHubScenario } from '../../../src/simulator/github/scenario.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import { FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { RecordedRequest } from '../../../src/simulator/gitlab/wire/server.js';
import type { RunningStep, StepResult } from '../../../src/simulator/runner/runner.js';
import { type WorkflowRun, exampleRun } from '../../../src/simulator/runner/step-environment.js';
import { gitHubTokens, headSha, octoApp, pushedSha } from '../../support/octo-app.js';
import { inputsFor, oneProject, tokens } from '../../support/one-project.js';
import { type ActionRequest, runPost, startAction } from './run-action.js';
import { type RunningGitHub, withGitHub } from './start-github.js';
import type { RunningSimulator } from './start-simulator.js';
import { requestLines, withSimulator } from './with-simulator.js';

export const repository = 'octo/app';

/** A run for pull request 7 of `octo/app`; `head` is the repository that it comes from. */
export function pullRequestRun(head = repository): Partial<WorkflowRun> {
  return {
    eventName: 'pull_request',
    ref: 'refs/pull/7/merge',
    sha: '9'.repeat(40),
    event: {
      pull_request: {
        number: 7,
        title: 'Add a door',
        head: { ref: 'door', sha: headSha, repo: { full_name: head } },
        base: { ref: 'main', repo: { full_name: repository } },
      },
    },
  };
}

/** A run for a push to `octo/app`. */
export const pushRun: Partial<WorkflowRun> = { sha: pushedSha };

/** A step that gives feedback; it waits, and has a token that may write. */
export interface FeedbackRun {
  /** Starts a process with this Node; the action runs in the process of the tests unless given. */
  readonly nodePath?: string | undefined;
  readonly folder?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly run?: Partial<WorkflowRun>;
  readonly scenario?: Scenario;
  readonly faults?: readonly FaultRule[];
  readonly github?: GitHubScenario;
  readonly githubFaults?: readonly FaultRule[];
  /** Something that happens meanwhile. */
  readonly meanwhile?: (worlds: Worlds, step: RunningStep) => Promise<void>;
  /** A post stage follows. */
  readonly post?: 'runs';
}

/** Both sides that a step talks to. */
export interface Worlds {
  readonly gitlab: RunningSimulator;
  readonly github: RunningGitHub;
}

/** What came of it. */
export interface FedBack extends StepResult {
  /** To GitHub, as `POST /repos/…`. */
  readonly requests: readonly string[];
  readonly comments: readonly { readonly author: string; readonly body: string }[];
  /** `pending Pipeline 257 is running` for each status, oldest first. */
  readonly statuses: readonly string[];
  /** Where the statuses lead. */
  readonly targets: readonly (string | null)[];
  readonly warnings: readonly string[];
  /** Every request as it arrived, for tests that look for secrets. */
  readonly sent: Readonly<Record<keyof Worlds, readonly RecordedRequest[]>>;
  readonly post: StepResult | undefined;
}

/** Runs the action with `github_token`, between a simulated GitLab and a simulated GitHub. */
export async function feedbackRun(request: FeedbackRun): Promise<FedBack> {
  const { github = octoApp(), githubFaults = [] } = request;
  return await withGitHub(github, { faults: new FaultPlan(githubFaults) }, (server) =>
    feedbackRunOn(server, request),
  );
}

/** The same, with a GitHub that is there already: for several runs on one pull request. */
export async function feedbackRunOn(github: RunningGitHub, request: FeedbackRun): Promise<FedBack> {
  const { scenario = oneProject(), faults = [], run = pullRequestRun(), folder } = request;
  return await withSimulator(
    { scenario, faults: new FaultPlan(faults), pace: 'of_who_follows' },
    async (gitlab) => {
      const action: ActionRequest = {
        nodePath: request.nodePath,
        ...(folder === undefined ? {} : { folder }),
        run: { ...exampleRun, repository, apiUrl: github.url, ...run },
        with: {
          ...inputsFor(gitlab.url),
          access_token: tokens.api,
          wait: 'true',
          github_token: gitHubTokens.workflow,
          ...request.inputs,
        },
      };
      const step = await startAction(action);
      await request.meanwhile?.({ gitlab, github }, step);
      const main = await step.finished;
      const post = request.post === undefined ? undefined : await runPost(action, main);
      const statuses = github.github.statuses(repository);
      return {
        ...main,
        requests: requestLines(github.requests),
        comments: github.github.comments(repository, 7),
        statuses: statuses.map(({ state, description }) => `${state} ${description ?? ''}`),
        targets: statuses.map(({ targetUrl }) => targetUrl),
        warnings: main.annotations.filter(({ kind }) => kind === 'warning').map(({ message }) => message),
        sent: { gitlab: [...gitlab.requests], github: [...github.requests] },
        post,
      };
    },
  );
}
