import type { CallerContext } from '../../model/caller-context.js';
import { attemptOf } from '../attempts.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { fullRef, pullRequestNumber } from '../context-text.js';
import { exportedVariables, formerVariables, removeFormer } from '../handover/former-outputs.js';
import type { Host, HostMeans } from '../host.js';
import { exportLine, hostFile, longestVariableBytes } from '../output-files.js';
import type { OutputCarrier } from '../outputs.js';

// CircleCI.
// https://circleci.com/docs/guides/security/set-environment-variable/#parameters-and-bash-environment
// https://circleci.com/docs/reference/variables/

/**
 * A step of CircleCI. Outputs are exported in `$BASH_ENV`, which every later step of the job sources.
 * CircleCI does not document how a canceled step ends; in practice it gets SIGTERM, then is killed.
 */
export function circleciHost(means: HostMeans): Host {
  return consoleHost(means, {
    name: 'CircleCI',
    outputs: [exports(means)],
    context: contextOf,
  });
}

function exports(means: HostMeans): OutputCarrier {
  const file = hostFile(means, {
    variable: 'BASH_ENV',
    audience: 'later_steps',
    line: exportLine,
    limits: { entryBytes: longestVariableBytes },
  });
  return {
    ...file,
    clear: (names) => {
      const { BASH_ENV: path = '' } = means.environment;
      removeFormer(means, path, () => {
        const before = formerVariables(means.environment, names);
        const former = new Set([...before, ...exportedVariables(means.readText(path), names)]);
        if (former.size > 0) means.appendText(path, `unset ${Array.from(former).join(' ')}\n`);
      });
    },
  };
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const owner = read('CIRCLE_PROJECT_USERNAME');
  const repository = read('CIRCLE_PROJECT_REPONAME');
  const branch = read('CIRCLE_BRANCH');
  const tag = read('CIRCLE_TAG');
  const number = pullRequestNumber(read('CIRCLE_PULL_REQUEST') ?? read('CIRCLE_PR_NUMBER'));
  return {
    repository: owner && repository && `${owner}/${repository}`,
    sha: read('CIRCLE_SHA1'),
    ref: fullRef({ tag, branch }),
    refName: tag ?? branch,
    actor: read('CIRCLE_USERNAME'),
    workflow: '.circleci/config.yml',
    job: read('CIRCLE_JOB'),
    runId: read('CIRCLE_WORKFLOW_ID'),
    runUrl: read('CIRCLE_BUILD_URL'),
    attempt: attemptOf('circleci', read),
    pullRequest:
      number === undefined
        ? undefined
        : { number, title: '', url: read('CIRCLE_PULL_REQUEST'), headRef: branch },
  };
}
