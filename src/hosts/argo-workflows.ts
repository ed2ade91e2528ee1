// Argo Workflows.
// https://argo-workflows.readthedocs.io/en/latest/walk-through/output-parameters/
import type { CallerContext } from '../inputs/caller-context.js';
import { withoutRisk } from './harmless-text.js';
import type { HostMeans } from './host-means.js';
import type { OutputCarrier } from './output-carrier.js';
import { carrierTo } from './output-place.js';
import type { Host } from './ports.js';
import { spokenHost, type ReadVariable } from './spoken-host.js';

/**
 * A container of Argo Workflows. Each output has a file of its name in `gitlab-trigger`, in the folder for temporary files, for `outputs.parameters.valueFrom.path`; give it a `default`,
 * because Argo takes a missing one for a failure. A container that is stopped gets SIGTERM, and is killed when its time of grace is over.
 */
export function argoWorkflowsHost(means: HostMeans): Host {
  return spokenHost(means, { name: 'Argo Workflows', outputs: [parameterFiles(means)], context: contextOf });
}

function parameterFiles({ environment, writeText }: HostMeans): OutputCarrier {
  return carrierTo({
    audience: 'whoever_may_see_the_build',
    // Argo would look for a variable of its own in `{{name}}`.
    encode: ({ value }) => withoutRisk(value, /\{(?=\{)/g),
    limits: { entryBytes: 250_000 },
    put: (text, { name }) =>
      writeText(`${environment.TMPDIR ?? '/tmp'}/gitlab-trigger/${name}`, text, 'host'),
  });
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  return {
    workflow: read('ARGO_WORKFLOW_NAME'),
    runId: read('ARGO_WORKFLOW_UID'),
    job: read('ARGO_NODE_ID'),
  };
}
