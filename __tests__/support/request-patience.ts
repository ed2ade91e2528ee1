import type { Fault, FaultRule } from '../../src/simulator/gitlab/wire/fault-plan.js';

/** Faults after which no answer comes, or none in any time that a test would wait. */
const silent: ReadonlySet<Fault['kind']> = new Set(['stall', 'stall_after_work', 'drip']);

export function isSilent({ kind }: Fault): boolean {
  return silent.has(kind);
}

/**
 * The `request_timeout` of a run that meets these faults. Where every request is answered, it is out of reach
 * of the slowest machine; where one is not, there is no other end to it, and the requests beside it, which
 * are answered at once, have this long.
 */
export function requestDeadline(faults: readonly (Fault | FaultRule)[], whenSilent = '3s'): string {
  const kinds = faults.map((each) => ('fault' in each ? each.fault : each));
  return kinds.some(isSilent) ? whenSilent : '10m';
}
