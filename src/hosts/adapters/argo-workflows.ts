import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import type { Host, HostMeans } from '../host.js';
import { withoutRisk } from '../neutralize.js';
import { type OutputCarrier, carrierTo } from '../outputs.js';

// Argo Workflows.
// https://argo-workflows.readthedocs.io/en/latest/walk-through/output-parameters/

/**
 * A container of Argo Workflows. Each output has a file of its name in `gitlab-trigger`, in the folder for
 * temporary files, for `outputs.parameters.valueFrom.path`; give it a `default`, because Argo takes a missing
 * one for a failure. A container that is stopped gets SIGTERM, and is killed when its time of grace is over.
 */
export function argoWorkflowsHost(means: HostMeans): Host {
  return consoleHost(means, { name: 'Argo Workflows', outputs: [parameterFiles(means)], context: contextOf });
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
