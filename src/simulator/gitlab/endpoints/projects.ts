import { jsonAnswer } from '../answer.js';
import { viewerOf, type Call } from '../call.js';
import { projectEntity } from '../entities/project-entity.js';
import type { ProjectRecord } from '../records.js';
import type { SimulatedResponse } from '../wire.js';

/** `GET /projects/:id`. */
export function showProject(call: Call, project: ProjectRecord): SimulatedResponse {
  return jsonAnswer(200, projectEntity(call.instance, project, viewerOf(call)));
}
