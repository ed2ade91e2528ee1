// AWS CodeBuild.
// https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
// https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env.exported-variables
import type { CallerContext } from '../inputs/caller-context.js';
import { pullRequestNumber, repositoryIn, shortRef } from './caller-text.js';
import type { HostMeans } from './host-means.js';
import type { Host } from './ports.js';
import { shellFile } from './shell-file.js';
import { spokenHost, type ReadVariable } from './spoken-host.js';

/**
 * A command of AWS CodeBuild. Outputs are in `gitlab-trigger.env`, in the folder in which it runs; after `. ./gitlab-trigger.env` they can be
 * `exported-variables` of the build. How a build that is stopped ends is not documented.
 */
export function awsCodebuildHost(means: HostMeans): Host {
  return spokenHost(means, { name: 'AWS CodeBuild', outputs: [shellFile(means)], context: contextOf });
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
