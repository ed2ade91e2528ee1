import { RefusedError } from '../base/app-error.js';
import type { Pipeline } from '../gitlab/pipeline.js';

/** The error for a pipeline that runs another commit than `expectedSha` (which may be shortened); `undefined` when it is the right one, or any will do. */
export function wrongCommit(pipeline: Pipeline, expectedSha: string | undefined): RefusedError | undefined {
  if (expectedSha === undefined || pipeline.sha.toLowerCase().startsWith(expectedSha)) return undefined;
  return new RefusedError({
    code: 'wrong_commit',
    what: `Pipeline ${pipeline.id} runs another commit than expected_sha`,
    why: `${pipeline.ref} was at ${pipeline.sha} when GitLab created it; expected was ${expectedSha}.`,
    cure: 'The ref has moved, or a mirror has not caught up: run the step again when GitLab has the commit, or trigger a ref that does not move.',
  });
}
