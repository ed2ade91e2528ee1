import type { HostMeans } from './host-means.js';
import type { Host } from './ports.js';

/** One CI: how a step sees that it runs there, and its adapter, loaded only then. */
interface HostRow {
  readonly isHere: (environment: HostMeans['environment']) => boolean;
  readonly load: () => Promise<(means: HostMeans) => Host>;
}

/** The first row that fits wins: a CI that also sets the variables of another one stands above it. */
const rows: readonly HostRow[] = [
  {
    isHere: ({ GITHUB_ACTIONS }) => GITHUB_ACTIONS === 'true',
    load: async () => (await import('./github-actions.js')).githubActionsHost,
  },
];

/** The CI that this process runs in; a plain one where none is recognised. */
export async function detectHost(means: HostMeans): Promise<Host> {
  const row = rows.find(({ isHere }) => isHere(means.environment));
  if (row !== undefined) return (await row.load())(means);
  return (await import('./plain.js')).plainHost(means);
}
