import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { pullRequestNumber, repositoryIn, shortRef } from '../context-text.js';
import type { Host, HostMeans } from '../host.js';
import { shellFile } from '../output-files.js';

// AWS CodeBuild. https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
// https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.exported-variables

/**
 * A command of AWS CodeBuild. Outputs are in `gitlab-trigger.env`, in the working folder; after `.
 * ./gitlab-trigger.env` they can be `exported-variables` of the build. AWS does not document how a stopped
 * build ends.
 */
export function awsCodebuildHost(means: HostMeans): Host {
  return consoleHost(means, { name: 'AWS CodeBuild', outputs: [shellFile(means)], context: contextOf });
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  const ref = read('CODEBUILD_WEBHOOK_HEAD_REF');
  const [workflow, runId] = read('CODEBUILD_BUILD_ID')?.split(':') ?? [];
  const number = pullRequestNumber(/^pr\/(.*)$/.exec(read('CODEBUILD_WEBHOOK_TRIGGER') ?? '')?.[1]);
  return {
    repository: repositoryIn(read('CODEBUILD_SOURCE_REPO_URL')),
    sha: read('CODEBUILD_RESOLVED_SOURCE_VERSION'),
    ref,
    refName: shortRef(ref),
    actor: read('CODEBUILD_INITIATOR'),
    event: read('CODEBUILD_WEBHOOK_EVENT'),
    workflow,
    runId,
    runUrl: read('CODEBUILD_PUBLIC_BUILD_URL') ?? read('CODEBUILD_BUILD_URL'),
    pullRequest:
      number === undefined
        ? undefined
        : {
            number,
            title: '',
            headRef: shortRef(ref),
            baseRef: shortRef(read('CODEBUILD_WEBHOOK_BASE_REF')),
          },
  };
}
