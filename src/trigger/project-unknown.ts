import { UnreachableError } from '../base/app-error.js';
import { unknownProjectId, type Pipeline } from '../gitlab/pipeline.js';

/** The error for a pipeline that was started and can only be named, because nobody tells the number of its project; `undefined` when it is known. */
export function projectUnknown(pipeline: Pipeline): UnreachableError | undefined {
  if (pipeline.projectId !== unknownProjectId) return undefined;
  return new UnreachableError({
    code: 'project_unknown',
    what: `Pipeline ${pipeline.id} was started, and cannot be followed`,
    why: 'GitLab before 13.10 does not tell the number of the project with a pipeline, and did not tell it when it was asked for the project.',
    cure: `Give the numeric project_id, or an access_token with the scope read_api. The pipeline goes on: ${pipeline.webUrl}`,
  });
}
