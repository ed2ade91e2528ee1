/** A status with what it means for the pipeline. */
export interface MarkedStatus {
  readonly status: string;
  readonly allowFailure?: boolean | undefined;
}

const marks: ReadonlyMap<string, string> = new Map([
  ['created', '⚪'],
  ['waiting_for_resource', '⏳'],
  ['preparing', '⏳'],
  ['waiting_for_callback', '⏳'],
  ['pending', '⏳'],
  ['running', '🔄'],
  ['success', '✅'],
  ['failed', '❌'],
  ['canceling', '🚫'],
  ['canceled', '🚫'],
  ['skipped', '⏭️'],
  ['manual', '✋'],
  ['scheduled', '🕑'],
]);

const endedStatuses: ReadonlySet<string> = new Set(['success', 'failed', 'canceled', 'skipped']);

/** One symbol for a status; a question mark for one that did not exist when this was written. */
export function markOf({ status, allowFailure }: MarkedStatus): string {
  return status === 'failed' && allowFailure === true ? '⚠️' : (marks.get(status) ?? '❓');
}

/** Whether nothing more happens in this status by itself. */
export function hasEnded(status: string): boolean {
  return endedStatuses.has(status);
}
