import type { Instance } from '../state/records.js';
import { splitTarget } from './parameters.js';
import type { SimulatedRequest, SimulatedResponse } from './wire.js';

/**
 * A lagging replica: for a while after a change, a pipeline is shown as in the request before. A pipeline
 * that was not requested before is shown as it is.
 */
export class StaleReplica {
  readonly #known = new Map<string, SimulatedResponse>();

  answer(
    instance: Instance,
    { request, nowMs }: { readonly request: SimulatedRequest; readonly nowMs: number },
    answer: () => SimulatedResponse,
  ): SimulatedResponse {
    const pipelineId = /\/pipelines\/(\d+)/.exec(splitTarget(request.target).path)?.[1];
    if (instance.replicaLagMs <= 0 || request.method !== 'GET' || pipelineId === undefined) return answer();
    const key = `${request.headers['private-token'] ?? ''} ${request.target}`;
    const touchedMs = instance.changeTags.get(Number(pipelineId))?.touchedMs ?? -Infinity;
    const known = this.#known.get(key);
    if (known !== undefined && nowMs - touchedMs < instance.replicaLagMs) return known;
    const fresh = answer();
    if (fresh.status === 200) this.#known.set(key, { ...fresh, asOfMs: nowMs });
    return fresh;
  }
}
