/** The statuses of pipelines and jobs. @see GitLab 19.1, `app/models/concerns/ci/has_status.rb` */
export const pipelineStatuses = [
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
] as const;

export type PipelineStatus = (typeof pipelineStatuses)[number];

/** Statuses in which nothing more happens unless somebody retries or plays a job. */
export const terminalStatuses = ['success', 'failed', 'canceled', 'skipped'] as const;

export type TerminalStatus = (typeof terminalStatuses)[number];

export function isKnownStatus(status: string): status is PipelineStatus {
  return (pipelineStatuses as readonly string[]).includes(status);
}

/** False for a status that did not exist when this was written: an unknown one means "still running". */
export function isTerminalStatus(status: string): status is TerminalStatus {
  return (terminalStatuses as readonly string[]).includes(status);
}
