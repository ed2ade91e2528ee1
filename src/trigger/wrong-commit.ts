import { RefusedError } from '../base/app-error.js';
import type { Pipeline } from '../gitlab/pipeline.js';

/** The error for a pipeline that runs another commit than `expectedSha` (which may be shortened); `undefined` when it is the right one, or any will do. */
export function wrongCommit(pipeline: Pipeline, expectedSha: string | undefined): RefusedError | undefined {
  if (expectedSha === undefined || pipeline.sha.toLowerCase().startsWith(expectedSha)) return undefined;
  if (pipeline.sha === '') {
    return new RefusedError({
      code: 'wrong_commit',
      what: `It is not known which commit pipeline ${pipeline.id} runs`,
      why: `The answer to the start does not tell; expected was ${expectedSha}.`,
      cure: `Compare the commit at ${pipeline.webUrl}; with an access_token (scope read_api) the step reads it itself.`,
    });
  }
  return new RefusedError({
    code: 'wrong_commit',
    what: `Pipeline ${pipeline.id} runs another commit than expected_sha`,
    why: `${pipeline.ref} was at ${pipeline.sha} when GitLab created it; expected was ${expectedSha}.`,
    cure: 'The ref has moved, or a mirror has not caught up: run the step again when GitLab has the commit, or trigger a ref that does not move.',
  });
}
