import type { Clock } from '../../../src/base/clock.js';
import { type DeliveryDeps, exchange } from '../../../src/simulator/gitlab/wire/delivery.js';
import { FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { Wire } from './wire.js';

/** A simulated server with nobody in front of it. */
export interface PlainWireDeps {
  readonly server: DeliveryDeps['gitlab'];
  readonly clock: Clock;
  readonly faults: readonly FaultRule[];
  /** Called with `POST /projects/42/trigger/pipeline` and the like before the server works on a request. */
  readonly onArrive: (line: string) => void;
}

/** Carries requests to a simulated server as they are; only the faults of the plan happen to them. */
export function createPlainWire(deps: PlainWireDeps): Pick<Wire, 'open' | 'arrive'> {
  const { server: gitlab, clock, onArrive } = deps;
  const faults = new FaultPlan(deps.faults);
  return {
    open: (phase, { method, url, headers, body = '' }) => ({
      phase,
      method,
      url,
      // As the transport over sockets does: GitHub refuses who does not say who it is.
      headers: { 'user-agent': 'gitlab-trigger', ...headers },
      body,
      sentMs: clock.nowMs(),
      end: 'open',
      worked: false,
      created: [],
    }),
    arrive: (arriving) => {
      const { method, url, headers, body } = arriving;
      arriving.arrivedMs = clock.nowMs();
      const target = url.pathname + url.search;
      onArrive(`${method} ${target.replace(/^\/api\/v4/, '')}`);
      return exchange({ gitlab, clock, faults }, { method, target, headers, body: Buffer.from(body) });
    },
  };
}
