import { assertNever } from '../base/assert-never.js';
import { formatDuration } from '../base/duration.js';
import { cleanLine } from '../base/foreign-text.js';
import type { FindTrouble } from '../follow/find-pipeline.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { TriggerRequest } from '../inputs/trigger-request.js';
import type { StartEvent } from '../trigger/start-event.js';

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

/** The warning for a pipeline that was started elsewhere and cannot be read yet. */
export function findTroubleLine(pipelineId: number, { why, patienceMs }: FindTrouble): string {
  return `Cannot read pipeline ${pipelineId} yet (${cleanLine(why)}); trying again for up to ${formatDuration(patienceMs)}`;
}

/** The line for what stands between the request and the pipeline. */
export function startEventLine(event: StartEvent): string {
  switch (event.kind) {
    case 'will_repeat':
      return `Nothing was started (${cleanLine(event.why)}); trying again in ${formatDuration(event.delayMs)}`;
    case 'answer_lost':
      return `The answer got lost (${cleanLine(event.why)}); looking for the pipeline for up to ${formatDuration(event.patienceMs)}`;
    case 'orphan_found':
      return `Found it: pipeline ${event.pipelineId} carries the mark of this run`;
    case 'orphan_absent':
      return 'It was certainly not started; sending the request once more';
    case 'project_unconfirmed':
      return `A pipeline was asked for in ${cleanLine(event.project)}, and the answer names another path: ${cleanLine(event.webUrl, 2000)} - the project has been moved, or something on the way mixes up answers. Give its present path or its number as project_id; with an access_token the step finds out by itself`;
    default:
      return assertNever(event);
  }
}
