import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { isPlugin, pluginInputs, pullRequestNumber, shortRef } from '../context-text.js';
import type { Host, HostMeans } from '../host.js';
import { shellFile } from '../output-files.js';

// Woodpecker CI.
// https://woodpecker-ci.org/docs/usage/environment
// https://woodpecker-ci.org/docs/usage/plugins/creating-plugins

/** The image runs as its own user, but the folder belongs to the host's user. */
const hint =
  'Let the user of the image write in the folder (plugin-git 2.6.3 does), or use an image of two lines: FROM this one, and USER root.';

/**
 * A step of Woodpecker, with its own commands or as a plugin. Steps share the working copy: outputs are in
 * `gitlab-trigger.env` there, for `. ./gitlab-trigger.env`. A stopped step loses its container.
 */
export function woodpeckerHost(means: HostMeans): Host {
  return consoleHost(means, {
    name: 'Woodpecker CI',
    inputs: pluginInputs(means),
    outputs: [shellFile(means, { hint: isPlugin(means.environment) ? hint : undefined })],
    context: contextOf,
  });
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const ref = read('CI_COMMIT_REF');
  const number = pullRequestNumber(read('CI_COMMIT_PULL_REQUEST'));
  return {
    repository: read('CI_REPO'),
    sha: read('CI_COMMIT_SHA'),
    ref,
    refName: shortRef(ref),
    actor: read('CI_PIPELINE_AUTHOR') ?? read('CI_COMMIT_AUTHOR'),
    event: read('CI_PIPELINE_EVENT'),
    workflow: read('CI_WORKFLOW_NAME'),
    job: read('CI_STEP_NAME'),
    runId: read('CI_PIPELINE_NUMBER'),
    runUrl: read('CI_PIPELINE_URL'),
    pullRequest:
      number === undefined
        ? undefined
        : {
            number,
            title: read('CI_COMMIT_PULL_REQUEST_TITLE') ?? '',
            headRef: read('CI_COMMIT_SOURCE_BRANCH'),
            baseRef: read('CI_COMMIT_TARGET_BRANCH'),
          },
  };
}
