/** Every status of pipelines and jobs that a request may name. */
export const availableStatuses: readonly string[] = [
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'success',
  'failed',
  'canceling',
  'canceled',
  'skipped',
  'manual',
  'scheduled',
];

/** Ended, until somebody retries. */
export function isCompleted(status: string): boolean {
  return ['success', 'failed', 'canceled', 'skipped'].includes(status);
}

/** Cancelling makes a difference; an unknown status counts as alive. */
export function isCancelable(status: string): boolean {
  return !isCompleted(status) && status !== 'manual' && status !== 'canceling';
}
