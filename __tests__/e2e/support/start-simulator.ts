import { systemClock } from '../../../src/base/clock.js';
import type { Scenario } from '../../../src/simulator/gitlab/scenario.js';
import { startServer, type RunningServer, type ServerOptions } from '../../../src/simulator/gitlab/server.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';

/** A simulated GitLab that other processes can reach, with a view of what became of it. */
export interface RunningSimulator extends RunningServer {
  readonly gitlab: SimulatedGitLab;
}

/** Puts a scenario on a loopback address, on the system's clock, because the action runs in a process of its own. The test closes it. */
export async function startSimulator(
  scenario: Scenario,
  options: Pick<ServerOptions, 'tls' | 'faults'> = {},
): Promise<RunningSimulator> {
  const gitlab = new SimulatedGitLab({ clock: systemClock }, scenario);
  return { ...(await startServer({ gitlab, clock: systemClock, ...options })), gitlab };
}
