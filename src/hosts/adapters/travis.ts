import { hostCommands } from '../../base/text.js';
import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { fullRef, pullRequestNumber } from '../context-text.js';
import type { Host, HostMeans } from '../host.js';
import { wedge } from '../neutralize.js';
import { shellFile } from '../output-files.js';

// Travis CI.
// https://docs.travis-ci.com/user/environment-variables/#default-environment-variables

/**
 * A job of Travis CI. Outputs are in `gitlab-trigger.env`, for a later command of the same job:
 * `. ./gitlab-trigger.env`. A canceled job is killed.
 */
export function travisHost(means: HostMeans): Host {
  let folds = 0;
  return consoleHost(means, {
    name: 'Travis CI',
    harmless: (line) => line.replaceAll(hostCommands.travis, `travis${wedge}_`),
    group: (title, lines) => {
      const name = `gitlab_trigger_${means.processId}_${(folds += 1)}`;
      return [`travis_fold:start:${name}\r\u001b[0K${title}`, ...lines, `travis_fold:end:${name}\r\u001b[0K`];
    },
    outputs: [shellFile(means)],
    context: contextOf,
  });
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const repository = read('TRAVIS_REPO_SLUG');
  const tag = read('TRAVIS_TAG');
  const branch = read('TRAVIS_BRANCH');
  const number = pullRequestNumber(read('TRAVIS_PULL_REQUEST'));
  return {
    repository,
    sha: read('TRAVIS_COMMIT'),
    ref: fullRef({ tag, branch }),
    refName: tag ?? branch,
    event: read('TRAVIS_EVENT_TYPE'),
    workflow: '.travis.yml',
    job: read('TRAVIS_JOB_NAME'),
    runId: read('TRAVIS_BUILD_ID'),
    runUrl: read('TRAVIS_BUILD_WEB_URL'),
    pullRequest:
      number === undefined
        ? undefined
        : {
            number,
            title: '',
            headRef: read('TRAVIS_PULL_REQUEST_BRANCH'),
            headSha: read('TRAVIS_PULL_REQUEST_SHA'),
            // For a pull request, the branch of the build is the target branch.
            baseRef: branch,
          },
  };
}
