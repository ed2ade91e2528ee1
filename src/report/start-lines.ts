import { cleanLine } from '../base/foreign-text.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { TriggerRequest } from '../inputs/trigger-request.js';

/** How a project is written in messages: its path, or its number. */
export function projectLabel(project: TriggerRequest['project']): string {
  return project.kind === 'id' ? String(project.id) : project.path;
}

/** The first line of a run. */
export function requestLine({ project, ref, connection }: TriggerRequest): string {
  return `Triggering a pipeline in ${projectLabel(project)} at ${ref} on ${connection.apiUrl.host}`;
}

/** The line that says which pipeline it became. */
export function pipelineLine({ id, iid, webUrl }: Pipeline): string {
  const number = iid === undefined ? '' : ` (#${iid})`;
  return `Pipeline ${id}${number} ${cleanLine(webUrl, 2000)}`;
}
