import { systemClock } from '../../../src/base/clock.js';
import type { GitHubScenario } from '../../../src/simulator/github/scenario.js';
import { SimulatedGitHub } from '../../../src/simulator/github/simulated-github.js';
import type { FaultPlan } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import { type RunningServer, startServer } from '../../../src/simulator/gitlab/wire/server.js';

/**
 * A simulated API of GitHub that other processes can reach; `url` is what a runner gives as `GITHUB_API_URL`.
 */
export interface RunningGitHub extends RunningServer {
  readonly github: SimulatedGitHub;
}

/** Puts a scenario on a loopback address. The test closes it. */
export async function startGitHub(
  scenario: GitHubScenario,
  options: { readonly faults?: FaultPlan } = {},
): Promise<RunningGitHub> {
  const github = await SimulatedGitHub.create({ clock: systemClock }, scenario);
  return { ...(await startServer({ gitlab: github, clock: systemClock, ...options })), github };
}

/** Does `work` with a simulated GitHub of its own, which is closed afterwards. */
export async function withGitHub<T>(
  scenario: GitHubScenario,
  options: { readonly faults?: FaultPlan },
  work: (server: RunningGitHub) => Promise<T>,
): Promise<T> {
  const server = await startGitHub(scenario, options);
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}
