import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { isPlugin, pluginInputs, pullRequestNumber, shortRef } from '../context-text.js';
import type { Host, HostMeans } from '../host.js';
import { shellFile } from '../output-files.js';

// Drone.
// https://docs.drone.io/pipeline/environment/reference/
// https://docs.drone.io/plugins/overview/

/** The image runs as its own user, but the folder belongs to the host's user. */
const hint = 'The folder belongs to root: write `user: root` into the step.';

/**
 * A step of Drone, with its own commands or as a plugin. Steps share the working copy: outputs are in
 * `gitlab-trigger.env` there, for `. ./gitlab-trigger.env`. A stopped step loses its container.
 */
export function droneHost(means: HostMeans): Host {
  return consoleHost(means, {
    name: 'Drone',
    inputs: pluginInputs(means),
    outputs: [shellFile(means, { hint: isPlugin(means.environment) ? hint : undefined })],
    context: droneContext,
  });
}

/** The context that Drone provides; Harness provides the same. */
export function droneContext(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const ref = read('DRONE_COMMIT_REF');
  const number = pullRequestNumber(read('DRONE_PULL_REQUEST'));
  return {
    repository: read('DRONE_REPO'),
    sha: read('DRONE_COMMIT_SHA'),
    ref,
    refName: shortRef(ref),
    actor: read('DRONE_BUILD_TRIGGER'),
    event: read('DRONE_BUILD_EVENT'),
    workflow: read('DRONE_STAGE_NAME'),
    job: read('DRONE_STEP_NAME'),
    runId: read('DRONE_BUILD_NUMBER'),
    runUrl: read('DRONE_BUILD_LINK'),
    pullRequest:
      number === undefined
        ? undefined
        : {
            number,
            title: read('DRONE_PULL_REQUEST_TITLE') ?? '',
            headRef: read('DRONE_SOURCE_BRANCH'),
            baseRef: read('DRONE_TARGET_BRANCH'),
          },
  };
}
