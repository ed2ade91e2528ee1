import type { Scenario } from '../../../src/simulator/gitlab/state/scenario.js';
import type { RecordedRequest } from '../../../src/simulator/gitlab/wire/server.js';
import { type RunningSimulator, startSimulator } from './start-simulator.js';

/** A scenario, and how it is served. */
export type Stage = Parameters<typeof startSimulator>[1] & { readonly scenario: Scenario };

/** Does `work` with a simulated GitLab of its own, which is closed afterwards. */
export async function withSimulator<T>(
  { scenario, ...options }: Stage,
  work: (simulator: RunningSimulator) => Promise<T>,
): Promise<T> {
  const simulator = await startSimulator(scenario, options);
  try {
    return await work(simulator);
  } finally {
    await simulator.close();
  }
}

/** `POST /api/v4/…` for each request, in the order of arrival. */
export function requestLines(requests: readonly RecordedRequest[]): readonly string[] {
  return requests.map(({ method, target }) => `${method} ${target}`);
}

/** Settles once `isTrue` is; the test's own time limit ends a wait in vain. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
