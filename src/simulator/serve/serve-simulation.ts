import type { Clock } from '../../base/clock.js';
import type { SimulatedGitLab } from '../gitlab/simulated-gitlab.js';
import type { Scenario } from '../gitlab/state/scenario.js';
import type { FaultRule } from '../gitlab/wire/fault-plan.js';
import { type RunningServer, startServer } from '../gitlab/wire/server.js';
import { controlBeside } from './control.js';
import { PlayStage } from './stage.js';

export interface ServedSimulation {
  readonly scenario: Scenario;
  readonly clock: Clock;
  /** The speed of its time, as a multiple of the clock's; 1 when absent. */
  readonly speed?: number | undefined;
  readonly faults?: readonly FaultRule[] | undefined;
  /** `127.0.0.1` when absent. */
  readonly host?: string | undefined;
  /** Any free one when absent or 0. */
  readonly port?: number | undefined;
  /** Scheme and host of its own URLs; the address of each request when absent. */
  readonly externalUrl?: string | undefined;
  /** How many requests are kept, so that memory stays bounded; 1,000 when absent. */
  readonly mostRequests?: number | undefined;
  /** How many pipelines are kept, in addition to all that can still change; 5,000 when absent. */
  readonly mostPipelines?: number | undefined;
  /** Receives each request that the simulation does not support, e.g. `GET /api/v4/groups`. */
  readonly onGap?: ((request: string) => void) | undefined;
}

export interface ServedGitLab extends RunningServer {
  /** The current instance: another one after a reset. */
  readonly gitlab: SimulatedGitLab;
  readonly stage: PlayStage;
}

/**
 * Serves a scenario to other programs, with the control API beside it.
 * @throws {Error} from the system when the port is taken or the address does not exist.
 * @throws {TypeError} when the scenario contradicts itself.
 */
export async function serveSimulation(simulation: ServedSimulation): Promise<ServedGitLab> {
  const { scenario, faults = [], clock, host, port, externalUrl, mostRequests = 1000 } = simulation;
  const { mostPipelines = 5000 } = simulation;
  const stage = new PlayStage({
    play: { scenario, faults },
    clock,
    speed: simulation.speed ?? 1,
    externalUrl,
    onGap: simulation.onGap ?? (() => undefined),
  });
  const server = await startServer({
    gitlab: {
      relativeUrlRoot: stage.gitlab.relativeUrlRoot,
      handle: (request) => stage.handle(request),
    },
    clock: stage.clock,
    faults: stage.faults,
    host,
    port,
    mostRequests,
    beside: controlBeside({
      stage,
      requests: () => server.requests,
      forgetRequests: () => server.forgetRequests(),
    }),
  });
  const stop = sweep(clock, () => {
    stage.gitlab.catchUp();
    stage.gitlab.forgetOldPipelines(mostPipelines);
  });
  return {
    ...server,
    stage,
    get gitlab() {
      return stage.gitlab;
    },
    close: async () => {
      stop();
      await server.close();
    },
  };
}

const sweepMs = 100;

/** Lets time pass between requests too, so that the first one after a pause has little to catch up on. */
function sweep(clock: Clock, catchUp: () => void): () => void {
  let dispose = clock.schedule(sweepMs, again);
  function again(): void {
    catchUp();
    dispose = clock.schedule(sweepMs, again);
  }
  return () => dispose();
}
