import { systemClock } from '../../../src/base/clock.js';
import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import {
  type RunningServer,
  type ServerOptions,
  startServer,
} from '../../../src/simulator/gitlab/wire/server.js';
import { createWaitingClock } from './patient-clock.js';

/** A simulated GitLab that other processes can reach, with a view of what became of it. */
export interface RunningSimulator extends RunningServer {
  readonly gitlab: SimulatedGitLab;
}

/** How a simulated GitLab is served. */
export interface Serving extends Pick<ServerOptions, 'tls' | 'faults'> {
  /**
   * `of_who_follows`: what a test expects to be seen of a pipeline must not depend on how fast the machine
   * is. The system's when absent.
   */
  readonly pace?: 'of_who_follows' | undefined;
}

/**
 * Puts a scenario on a loopback address, on a clock of the real world, because `dist/` runs in real time. The
 * test closes it.
 */
export async function startSimulator(
  scenario: Scenario,
  { pace, ...options }: Serving = {},
): Promise<RunningSimulator> {
  if (pace === undefined) {
    const gitlab = new SimulatedGitLab({ clock: systemClock }, scenario);
    return { ...(await startServer({ gitlab, clock: systemClock, ...options })), gitlab };
  }
  const clock = createWaitingClock();
  const gitlab = new SimulatedGitLab({ clock }, scenario);
  const watched: ServerOptions['gitlab'] = {
    relativeUrlRoot: gitlab.relativeUrlRoot,
    handle: (request) => {
      clock.onRequest(request);
      return gitlab.handle(request);
    },
  };
  return { ...(await startServer({ gitlab: watched, clock, ...options })), gitlab };
}
