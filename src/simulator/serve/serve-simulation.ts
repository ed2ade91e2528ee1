import type { Clock } from '../../base/clock.js';
import { InputError } from '../../base/errors.js';
import type { SimulatedGitLab } from '../gitlab/simulated-gitlab.js';
import type { Scenario } from '../gitlab/state/scenario.js';
import type { FaultRule } from '../gitlab/wire/fault-plan.js';
import { type RunningServer, startServer } from '../gitlab/wire/server.js';
import { type WebhookReach, Webhooks, shownUrl, strayWebhook, webhooksOf } from '../webhooks/webhooks.js';
import { controlBeside } from './control.js';
import { listenError } from './listen-error.js';
import { PlayStage } from './stage.js';
import { hostsReached, makeTlsCertificate } from './tls-certificate.js';

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
  /** Whether it speaks HTTPS, with a certificate that is made for it; `false` when absent. */
  readonly tls?: boolean | undefined;
  /** Which receivers webhooks may be sent to; those on this machine when absent. */
  readonly webhookHosts?: WebhookReach | undefined;
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
  /** PEM, what clients trust it by; absent over plain HTTP. */
  readonly caCertificate: string | undefined;
}

/**
 * Serves a scenario to other programs, with the control API beside it.
 * @throws {InputError} when the port is taken or the address does not exist.
 * @throws {TypeError} when the scenario contradicts itself.
 */
export async function serveSimulation(simulation: ServedSimulation): Promise<ServedGitLab> {
  const { scenario, faults = [], clock, host, port, externalUrl, mostRequests = 1000 } = simulation;
  const { mostPipelines = 5000 } = simulation;
  const place = { host: host ?? '127.0.0.1', port: port ?? 0 };
  const tls =
    simulation.tls === true
      ? makeTlsCertificate(hostsReached(place.host, externalUrl), clock.epochMs())
      : undefined;
  const reach = simulation.webhookHosts ?? 'loopback';
  checkWebhooks(scenario, reach);
  const webhooks = new Webhooks({ clock, version: () => stage.gitlab.version });
  const stage: PlayStage = new PlayStage({
    play: { scenario, faults },
    clock,
    speed: simulation.speed ?? 1,
    externalUrl,
    scheme: tls === undefined ? 'http' : 'https',
    onGap: simulation.onGap ?? (() => undefined),
    webhooks,
  });
  const server: RunningServer = await startServer({
    gitlab: {
      relativeUrlRoot: stage.gitlab.relativeUrlRoot,
      handle: (request) => stage.handle(request),
    },
    clock: stage.clock,
    faults: stage.faults,
    tls,
    host,
    port,
    mostRequests,
    beside: controlBeside({
      stage,
      requests: () => server.requests,
      forgetRequests: () => server.forgetRequests(),
      caCertificate: tls?.ca,
      webhookHosts: reach,
    }),
  }).catch((error: unknown) => {
    throw listenError(place, error);
  });
  const stop = sweep(clock, () => {
    stage.gitlab.catchUp();
    stage.gitlab.forgetOldPipelines(mostPipelines);
  });
  return {
    ...server,
    stage,
    caCertificate: tls?.ca,
    get gitlab() {
      return stage.gitlab;
    },
    close: async () => {
      stop();
      webhooks.close();
      await server.close();
    },
  };
}

/** @throws {InputError} when a webhook leads where none may lead. */
function checkWebhooks(scenario: Scenario, reach: WebhookReach): void {
  for (const { url } of webhooksOf(scenario)) {
    const why = strayWebhook(url, reach);
    if (why === undefined) continue;
    throw new InputError({ code: 'invalid_input', what: `the webhook ${shownUrl(url)} ${why}` });
  }
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
