import type { HostMeans } from './host-means.js';
import type { OutputCarrier } from './output-carrier.js';
import { ownFile } from './output-file.js';
import { exportLine, longestVariableBytes } from './output-lines.js';

/**
 * Outputs where the steps of a build share nothing but a folder: the script `gitlab-trigger.env`, in the folder in which the step runs, which a later step
 * reads with `. ./gitlab-trigger.env`.
 */
export function shellFile(means: HostMeans): OutputCarrier {
  return ownFile(means, {
    path: 'gitlab-trigger.env',
    audience: 'whoever_may_see_the_build',
    line: exportLine,
    limits: { entryBytes: longestVariableBytes },
  });
}
