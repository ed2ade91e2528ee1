import { hostCommands } from '../../base/text.js';
import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { fullRef, pullRequestNumber, repositoryIn } from '../context-text.js';
import type { Host, HostMeans } from '../host.js';
import { lineOf, ownFile } from '../output-files.js';

// Jenkins. https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables
// https://www.jenkins.io/doc/pipeline/steps/pipeline-utility-steps/#readproperties-read-properties-from-files-in-the-workspace-or-text

/**
 * A step of a Jenkins pipeline. Outputs are in `gitlab-trigger.properties`, in the working folder, for
 * `readProperties`. A stopped step gets SIGTERM with its whole process group, and Jenkins ignores its further
 * output.
 */
export function jenkinsHost(means: HostMeans): Host {
  return consoleHost(means, {
    name: 'Jenkins',
    harmless: (line) => line.replaceAll(hostCommands.jenkinsNote, ''),
    outputs: [
      ownFile(means, {
        path: 'gitlab-trigger.properties',
        audience: 'whoever_may_see_the_build',
        line: lineOf('properties'),
      }),
    ],
    context: contextOf,
  });
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const tag = read('TAG_NAME');
  // In a multibranch project, the branch of a pull request is called PR-7.
  const branch = read('CHANGE_BRANCH') ?? read('BRANCH_NAME') ?? read('GIT_BRANCH')?.replace(/^origin\//, '');
  const number = pullRequestNumber(read('CHANGE_ID'));
  return {
    repository: repositoryIn(read('GIT_URL')),
    sha: read('GIT_COMMIT'),
    ref: fullRef({ tag, branch }),
    refName: tag ?? branch,
    actor: read('BUILD_USER_ID') ?? read('CHANGE_AUTHOR'),
    workflow: read('JOB_NAME'),
    job: read('STAGE_NAME'),
    runId: read('BUILD_NUMBER'),
    runUrl: read('BUILD_URL'),
    pullRequest:
      number === undefined
        ? undefined
        : {
            number,
            title: read('CHANGE_TITLE') ?? '',
            url: read('CHANGE_URL'),
            headRef: read('CHANGE_BRANCH'),
            baseRef: read('CHANGE_TARGET'),
          },
  };
}
