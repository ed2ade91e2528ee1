import { SimulatedGitLab } from '../../../src/simulator/gitlab/simulated-gitlab.js';
import { exchange as delivered } from '../../../src/simulator/gitlab/wire/delivery.js';
import { type Fault, FaultPlan, type FaultRule } from '../../../src/simulator/gitlab/wire/fault-plan.js';
import type { SimulatedRequest } from '../../../src/simulator/gitlab/wire/wire.js';
import { createVirtualClock } from '../../../src/simulator/virtual-clock.js';
import { diceOf } from '../../simulation/support/dice.js';
import { loadedLate } from '../../simulation/support/loaded-late.js';
import { createVirtualTransport } from '../../simulation/support/virtual-transport.js';
import type { Wire } from '../../simulation/support/wire.js';
import { inputsFor, oneProject, tokens, valid } from '../../support/one-project.js';
import { type RunEnd, runInMemory } from '../network/support/run-in-memory.js';

const origin = 'https://gitlab.example.com';
const inputDeclarations = { env: { type: 'string', default: 'x' } } as const;

/** A check as it went. */
export interface CheckRun {
  readonly end: RunEnd;
  /** In the order of their arrival. */
  readonly requests: readonly SimulatedRequest[];
  readonly gitlab: SimulatedGitLab;
}

/** Virtual time does not wait for a module to be read from disk. */
export async function loadBefore(): Promise<void> {
  for (const load of Object.values(loadedLate)) await load();
  await import('../../../src/run/check.js');
}

/**
 * Checks a start against a simulated GitLab with one fault, in virtual time. The transport acts faults out as
 * the one over sockets does, of which `http/faults.test.ts` makes sure.
 */
export async function checkInVirtualTime(when: FaultRule['when'], fault: Fault): Promise<CheckRun> {
  const clock = createVirtualClock();
  const gitlab = new SimulatedGitLab(
    { clock },
    oneProject({ ci: valid({ jobs: [{ name: 'unit' }] }, inputDeclarations) }),
  );
  const faults = new FaultPlan([{ when, fault }]);
  const requests: SimulatedRequest[] = [];
  const wire: Pick<Wire, 'open' | 'arrive'> = {
    open: (phase, { method, url, headers, body = '' }) => {
      const sentMs = clock.nowMs();
      return { phase, method, url, headers, body, sentMs, end: 'open', worked: false, created: [] };
    },
    arrive: ({ method, url, headers, body }) => {
      const request = { method, target: url.pathname + url.search, headers, body: Buffer.from(body) };
      requests.push(request);
      return delivered({ gitlab, clock, faults }, request);
    },
  };
  const line = { wire, origin, clock, dice: diceOf(1, 'line'), phase: 'main' } as const;
  const latency = { leastMs: 20, mostMs: 20 };
  const end = await clock.run(
    runInMemory(
      {
        ...inputsFor(origin),
        access_token: tokens.api,
        inputs: 'env: y',
        wait: 'true',
        dry_run: 'true',
        request_timeout: '100s',
      },
      {},
      { clock, createTransport: () => createVirtualTransport({ ...line, latency, onTruncated: 'fault' }) },
    ),
  );
  return { end, requests, gitlab };
}
