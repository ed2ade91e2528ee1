import { InputError } from '../base/errors.js';
import type { Host, HostMeans } from './host.js';
import { tektonResults } from './tekton-results.js';

/** One CI: how a step recognizes it, and its adapter, which is loaded only then. */
interface HostRow {
  /** The file name of the adapter in this folder, and the folder name of its wrapper in `ci/`. */
  readonly id: string;
  readonly isHere: (means: Pick<HostMeans, 'environment' | 'isFolder'>) => boolean;
  readonly load: () => Promise<(means: HostMeans) => Host>;
  /**
   * Its masks are commands that show each secret to whoever reads them: the log of any other CI would show
   * it. These are the only other CIs that such a step may see: what sets its variables too, and where its
   * runners run.
   */
  readonly masksBeside?: readonly string[];
}

/** Runners of other CIs run in these. */
const machines = ['aws-codebuild', 'google-cloud-build', 'argo-workflows', 'tekton'];

/** The first match wins: a CI that also sets the variables of another one comes before it. */
export const hostRows = [
  {
    id: 'forgejo',
    isHere: ({ environment }) => environment.FORGEJO_ACTIONS === 'true',
    load: async () => (await import('./adapters/forgejo.js')).forgejoHost,
    masksBeside: ['gitea', 'github-actions', ...machines],
  },
  {
    id: 'gitea',
    isHere: ({ environment }) => environment.GITEA_ACTIONS === 'true',
    load: async () => (await import('./adapters/gitea.js')).giteaHost,
    masksBeside: ['github-actions', ...machines],
  },
  {
    id: 'github-actions',
    isHere: ({ environment }) => environment.GITHUB_ACTIONS === 'true',
    load: async () => (await import('./adapters/github-actions.js')).githubActionsHost,
    masksBeside: machines,
  },
  {
    id: 'gitlab-ci',
    isHere: ({ environment }) => environment.GITLAB_CI === 'true',
    load: async () => (await import('./adapters/gitlab-ci.js')).gitlabCiHost,
  },
  {
    id: 'azure-pipelines',
    isHere: ({ environment }) => environment.TF_BUILD?.toLowerCase() === 'true',
    load: async () => (await import('./adapters/azure-pipelines.js')).azurePipelinesHost,
    masksBeside: machines,
  },
  {
    id: 'circleci',
    isHere: ({ environment }) => environment.CIRCLECI === 'true',
    load: async () => (await import('./adapters/circleci.js')).circleciHost,
  },
  {
    id: 'bitbucket-pipelines',
    isHere: ({ environment }) => has(environment, 'BITBUCKET_BUILD_NUMBER'),
    load: async () => (await import('./adapters/bitbucket-pipelines.js')).bitbucketPipelinesHost,
  },
  {
    id: 'buildkite',
    isHere: ({ environment }) => environment.BUILDKITE === 'true',
    load: async () => (await import('./adapters/buildkite.js')).buildkiteHost,
  },
  {
    id: 'teamcity',
    isHere: ({ environment }) => has(environment, 'TEAMCITY_VERSION'),
    load: async () => (await import('./adapters/teamcity.js')).teamcityHost,
  },
  {
    id: 'travis',
    isHere: ({ environment }) => environment.TRAVIS === 'true',
    load: async () => (await import('./adapters/travis.js')).travisHost,
  },
  {
    id: 'bitrise',
    // The command line of Bitrise also sets the second two on a user's own machine.
    isHere: ({ environment }) =>
      environment.BITRISE_IO === 'true' ||
      (has(environment, 'BITRISE_TRIGGERED_WORKFLOW_ID') && has(environment, 'ENVMAN_ENVSTORE_PATH')),
    load: async () => (await import('./adapters/bitrise.js')).bitriseHost,
  },
  {
    id: 'harness',
    isHere: ({ environment }) => has(environment, 'HARNESS_BUILD_ID'),
    load: async () => (await import('./adapters/harness.js')).harnessHost,
  },
  {
    id: 'woodpecker',
    isHere: ({ environment }) => environment.CI === 'woodpecker',
    load: async () => (await import('./adapters/woodpecker.js')).woodpeckerHost,
  },
  {
    id: 'drone',
    isHere: ({ environment }) => environment.DRONE === 'true',
    load: async () => (await import('./adapters/drone.js')).droneHost,
  },
  {
    id: 'aws-codebuild',
    isHere: ({ environment }) => has(environment, 'CODEBUILD_BUILD_ARN'),
    load: async () => (await import('./adapters/aws-codebuild.js')).awsCodebuildHost,
  },
  {
    id: 'jenkins',
    // Before an administrator configures its URL, Jenkins sets only the folder of a step.
    isHere: ({ environment }) =>
      has(environment, 'BUILD_ID') && (has(environment, 'JENKINS_URL') || has(environment, 'JENKINS_HOME')),
    load: async () => (await import('./adapters/jenkins.js')).jenkinsHost,
  },
  {
    id: 'google-cloud-build',
    isHere: ({ environment }) => has(environment, 'BUILDER_OUTPUT'),
    load: async () => (await import('./adapters/google-cloud-build.js')).googleCloudBuildHost,
  },
  {
    id: 'argo-workflows',
    isHere: ({ environment }) => has(environment, 'ARGO_NODE_ID') || has(environment, 'ARGO_TEMPLATE'),
    load: async () => (await import('./adapters/argo-workflows.js')).argoWorkflowsHost,
  },
  {
    id: 'tekton',
    isHere: ({ environment, isFolder }) => isFolder(tektonResults(environment)),
    load: async () => (await import('./adapters/tekton.js')).tektonHost,
  },
] as const satisfies readonly HostRow[];

export type HostId = (typeof hostRows)[number]['id'];

function has(environment: HostMeans['environment'], name: string): boolean {
  return (environment[name] ?? '') !== '';
}

/**
 * The CI that this process runs in; the plain host if none is recognized.
 * @throws {InputError} when the environment shows two CIs, and the masks of one would be read in the log of
 * the other: a variable may have been set by whoever started the build.
 */
export async function detectHost(means: HostMeans): Promise<Host> {
  const row = rowOf(means);
  if (row !== undefined) {
    refuseTwo(row, means);
    return (await row.load())(means);
  }
  const { plainHost } = await import('./console-host.js');
  return plainHost({ ...means, print: means.printInTerminal ?? means.print });
}

/** What the CIs whose masks are commands are recognized by. */
const signs = 'FORGEJO_ACTIONS, GITEA_ACTIONS, GITHUB_ACTIONS, TF_BUILD';

/** Whether a CI is recognized. */
export function isOnCi(means: Pick<HostMeans, 'environment' | 'isFolder'>): boolean {
  return rowOf(means) !== undefined;
}

function refuseTwo(row: HostRow, means: Pick<HostMeans, 'environment' | 'isFolder'>): void {
  const { id, masksBeside } = row;
  if (masksBeside === undefined) return;
  const other = hostRows.find(
    (each) => each.id !== id && !masksBeside.includes(each.id) && each.isHere(means),
  );
  if (other === undefined) return;
  throw new InputError({
    code: 'invalid_input',
    what: `The environment shows two CIs: ${id} and ${other.id}`,
    why: `On ${id} a secret is masked by a command that contains it, and another CI would show that command in its log.`,
    hint: `Unset the variables of the CI that does not run this step (${signs}).`,
  });
}

function rowOf(means: Pick<HostMeans, 'environment' | 'isFolder'>): HostRow | undefined {
  return hostRows.find(({ isHere }) => isHere(means));
}
