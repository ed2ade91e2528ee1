import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { fullRef, pullRequestNumber } from '../context-text.js';
import type { Host, HostMeans } from '../host.js';
import { lineOf, ownFile, shellFile } from '../output-files.js';

// Google Cloud Build.
// https://cloud.google.com/build/docs/configuring-builds/substitute-variable-values
// https://cloud.google.com/build/docs/api/reference/rest/v1/projects.builds#Results

/**
 * A step of Google Cloud Build. Steps share `/workspace`: outputs are in `gitlab-trigger.env` there, for `.
 * ./gitlab-trigger.env`, and as `name=value` lines in the step's own output (`results.buildStepOutputs`). The
 * substitutions of the build are available only with `automapSubstitutions`. A canceled build loses its
 * containers.
 */
export function googleCloudBuildHost(means: HostMeans): Host {
  return consoleHost(means, {
    name: 'Google Cloud Build',
    outputs: [
      shellFile(means),
      ownFile(means, {
        path: `${means.environment.BUILDER_OUTPUT ?? '.'}/output`,
        owner: 'host',
        audience: 'whoever_may_see_the_build',
        line: lineOf('dotenv'),
        // Google truncates longer outputs.
        limits: { totalBytes: 50_000 },
      }),
    ],
    context: contextOf,
  });
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const tag = read('TAG_NAME');
  const branch = read('BRANCH_NAME');
  const number = pullRequestNumber(read('_PR_NUMBER'));
  return {
    repository: read('REPO_FULL_NAME') ?? read('REPO_NAME'),
    sha: read('COMMIT_SHA') ?? read('REVISION_ID'),
    ref: fullRef({ tag, branch }),
    refName: tag ?? branch,
    workflow: read('TRIGGER_NAME') ?? read('TRIGGER_BUILD_CONFIG_PATH'),
    runId: read('BUILD_ID'),
    pullRequest:
      number === undefined
        ? undefined
        : { number, title: '', headRef: read('_HEAD_BRANCH'), baseRef: read('_BASE_BRANCH') },
  };
}
