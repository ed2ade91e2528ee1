import { RefusedError } from '../base/app-error.js';
import { cleanLine } from '../base/foreign-text.js';
import type { Pipeline } from '../gitlab/pipeline.js';
import type { StartContext } from './start-context.js';

/**
 * The error for a pipeline that was failed when GitLab answered: servers of before 17.x answer 201 where newer ones answer 422.
 * `undefined` when the pipeline was born healthy.
 */
export function stillbirthOf(pipeline: Pipeline, context: StartContext): RefusedError | undefined {
  if (pipeline.status !== 'failed') return undefined;
  return new RefusedError({
    code: 'ci_config_invalid',
    what: `GitLab created pipeline ${pipeline.id} in ${context.project} at ${context.ref}, and it failed at once`,
    why: yamlErrorsOf(pipeline) ?? 'GitLab gave no reason.',
    cure: `Mend the CI configuration on ${context.ref}, or look at the pipeline: ${pipeline.webUrl}`,
  });
}

/** A CI configuration can have an error a line; more of them would bury the first ones. */
const mostErrorsShown = 20;

function yamlErrorsOf({ yamlErrors }: Pipeline): string | undefined {
  const lines = yamlErrors?.split(/\r?\n/, mostErrorsShown).map((line) => cleanLine(line));
  return lines?.filter((line) => line !== '').join('\n');
}
