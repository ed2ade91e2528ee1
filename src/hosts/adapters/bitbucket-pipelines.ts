import type { CallerContext } from '../../model/caller-context.js';
import { attemptOf } from '../attempts.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { fullRef, pullRequestNumber } from '../context-text.js';
import { assignedOutputs, removeFormer } from '../handover/former-outputs.js';
import type { Host, HostMeans } from '../host.js';
import { withoutRisk } from '../neutralize.js';
import { environmentName, hostFile, lineOf } from '../output-files.js';
import type { OutputCarrier } from '../outputs.js';

// Bitbucket Pipelines.
// https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
// https://www.atlassian.com/blog/bitbucket/easily-share-data-between-steps-in-bitbucket-pipelines

/**
 * A step of Bitbucket Pipelines. A later step gets the outputs that this step names in `output-variables`;
 * Bitbucket prints their values when that step starts. A stopped step loses its container.
 */
export function bitbucketPipelinesHost(means: HostMeans): Host {
  return consoleHost(means, {
    name: 'Bitbucket Pipelines',
    outputs: [variables(means)],
    context: contextOf,
  });
}

function variables(means: HostMeans): OutputCarrier {
  const file = hostFile(means, {
    variable: 'BITBUCKET_PIPELINES_VARIABLES_PATH',
    audience: 'whoever_may_see_the_build',
    line: variableLine,
    limits: { entries: 50, totalBytes: 100_000 },
  });
  return {
    ...file,
    clear: (names) => {
      const { BITBUCKET_PIPELINES_VARIABLES_PATH: path = '' } = means.environment;
      removeFormer(means, path, () => {
        // Emptied as if this call had set them, so that they count against the limits.
        for (const name of assignedOutputs(means.readText(path), names))
          file.carry({ name, value: '', isSecret: false });
      });
    },
  };
}

/**
 * Atlassian does not document how it reads the file, so a value contains nothing that a shell would replace.
 */
function variableLine(name: string, value: string): string | undefined {
  const text = withoutRisk(value, /[$`]/g);
  return text === undefined ? undefined : lineOf('dotenv')(environmentName(name), text);
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const repository = read('BITBUCKET_REPO_FULL_NAME');
  const runId = read('BITBUCKET_BUILD_NUMBER');
  const branch = read('BITBUCKET_BRANCH');
  const tag = read('BITBUCKET_TAG');
  const number = pullRequestNumber(read('BITBUCKET_PR_ID'));
  const home = repository && `https://bitbucket.org/${repository}`;
  return {
    repository,
    sha: read('BITBUCKET_COMMIT'),
    ref: fullRef({ tag, branch }),
    refName: tag ?? branch,
    actor: read('BITBUCKET_STEP_TRIGGERER_UUID'),
    workflow: 'bitbucket-pipelines.yml',
    runId,
    runUrl: home && runId && `${home}/pipelines/results/${runId}`,
    attempt: attemptOf('bitbucket-pipelines', read),
    pullRequest:
      number === undefined
        ? undefined
        : {
            number,
            title: '',
            url: home && `${home}/pull-requests/${number}`,
            headRef: branch,
            baseRef: read('BITBUCKET_PR_DESTINATION_BRANCH'),
          },
  };
}
