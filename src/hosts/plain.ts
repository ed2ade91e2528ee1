import type { HostMeans } from './host-means.js';
import type { Host } from './ports.js';
import { spokenHost } from './spoken-host.js';

/** No CI that we know: a terminal, or a CI whose own commands we do not speak. Nobody takes outputs here; they can go to a file. */
export function plainHost(means: HostMeans): Host {
  return spokenHost(means, { name: 'a terminal' });
}
