import type { Clock } from '../../base/clock.js';
import { gapHeader } from '../gitlab/pages.js';
import { SimulatedGitLab } from '../gitlab/simulated-gitlab.js';
import type { Scenario } from '../gitlab/state/scenario.js';
import type { FaultPlan } from '../gitlab/wire/fault-plan.js';
import { splitTarget } from '../gitlab/wire/parameters.js';
import { type RunningServer, startServer } from '../gitlab/wire/server.js';
import type { SimulatedRequest, SimulatedResponse } from '../gitlab/wire/wire.js';
import { speededClock } from './speeded-clock.js';

export interface ServedSimulation {
  readonly scenario: Scenario;
  readonly clock: Clock;
  /** How many times as fast as the clock its time passes; 1 when absent. */
  readonly speed?: number | undefined;
  readonly faults?: FaultPlan | undefined;
  /** `127.0.0.1` when absent. */
  readonly host?: string | undefined;
  /** Any free one when absent or 0. */
  readonly port?: number | undefined;
  /** Scheme and host that it gives as its own; the address that each request came to when absent. */
  readonly externalUrl?: string | undefined;
  /** How many requests are remembered, so that it does not grow without end; 1,000 when absent. */
  readonly mostRequests?: number | undefined;
  /** Hears of each request that nothing is simulated for, e.g. `GET /api/v4/groups`. */
  readonly onGap?: ((request: string) => void) | undefined;
}

/**
 * Serves a scenario to other programs: what leads to itself leads to where they have found it.
 * @throws {Error} from the system when the port is taken or the address missing.
 * @throws {TypeError} when the scenario contradicts itself.
 */
export async function serveSimulation(
  simulation: ServedSimulation,
): Promise<RunningServer & { readonly gitlab: SimulatedGitLab }> {
  const { scenario, faults, host, port, externalUrl, mostRequests = 1000, onGap } = simulation;
  const clock =
    simulation.speed === undefined ? simulation.clock : speededClock(simulation.clock, simulation.speed);
  const gitlab = new SimulatedGitLab({ clock }, { ...scenario, externalUrl });
  const handle = (request: SimulatedRequest): SimulatedResponse => {
    const authority = request.headers.host;
    if (externalUrl === undefined && authority !== undefined) gitlab.setExternalUrl(`http://${authority}`);
    const answer = gitlab.handle(request);
    if (answer.headers[gapHeader] !== undefined) {
      onGap?.(`${request.method} ${splitTarget(request.target).path}`);
    }
    return answer;
  };
  const server = await startServer({
    gitlab: { relativeUrlRoot: gitlab.relativeUrlRoot, handle },
    clock,
    faults,
    host,
    port,
    mostRequests,
  });
  const stop = sweep(simulation.clock, gitlab);
  return {
    ...server,
    gitlab,
    close: async () => {
      stop();
      await server.close();
    },
  };
}

const sweepMs = 100;

/** Lets time pass between requests, too, so that the first one after a rest has little to make up for. */
function sweep(clock: Clock, gitlab: SimulatedGitLab): () => void {
  let dispose = clock.schedule(sweepMs, again);
  function again(): void {
    gitlab.catchUp();
    dispose = clock.schedule(sweepMs, again);
  }
  return () => dispose();
}
