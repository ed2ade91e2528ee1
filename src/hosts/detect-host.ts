import type { HostMeans } from './host-means.js';
import type { Host } from './ports.js';

/** One CI: how a step sees that it runs there, and its adapter, loaded only then. */
interface HostRow {
  /** The file of the adapter in this folder, and the folder of its wrapper in `ci/`. */
  readonly id: string;
  readonly isHere: (means: Pick<HostMeans, 'environment' | 'isFolder'>) => boolean;
  readonly load: () => Promise<(means: HostMeans) => Host>;
}

/** The first row that fits wins: a CI that also sets the variables of another one stands above it. */
export const hostRows = [
  {
    id: 'github-actions',
    isHere: ({ environment }) => environment.GITHUB_ACTIONS === 'true',
    load: async () => (await import('./github-actions.js')).githubActionsHost,
  },
  {
    id: 'gitlab-ci',
    isHere: ({ environment }) => environment.GITLAB_CI === 'true',
    load: async () => (await import('./gitlab-ci.js')).gitlabCiHost,
  },
  {
    id: 'azure-pipelines',
    isHere: ({ environment }) => environment.TF_BUILD?.toLowerCase() === 'true',
    load: async () => (await import('./azure-pipelines.js')).azurePipelinesHost,
  },
  {
    id: 'circleci',
    isHere: ({ environment }) => environment.CIRCLECI === 'true',
    load: async () => (await import('./circleci.js')).circleciHost,
  },
] as const satisfies readonly HostRow[];

export type HostId = (typeof hostRows)[number]['id'];

/** The CI that this process runs in; a plain one where none is recognised. */
export async function detectHost(means: HostMeans): Promise<Host> {
  const row = hostRows.find(({ isHere }) => isHere(means));
  if (row !== undefined) return (await row.load())(means);
  return (await import('./plain.js')).plainHost(means);
}
