import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import type { Host, HostMeans } from '../host.js';
import { withoutRisk } from '../neutralize.js';
import { type OutputCarrier, carrierTo } from '../outputs.js';

// Argo Workflows.
// https://argo-workflows.readthedocs.io/en/latest/walk-through/output-parameters/

/**
 * A container of Argo Workflows. Each output is a file of that name in the folder `gitlab-trigger` below the
 * temporary folder, for `outputs.parameters.valueFrom.path`. Give such a parameter a `default`, because Argo
 * fails if the file is missing. A stopped container gets SIGTERM, and is killed after its grace period.
 */
export function argoWorkflowsHost(means: HostMeans): Host {
  return consoleHost(means, { name: 'Argo Workflows', outputs: [parameterFiles(means)], context: contextOf });
}

function parameterFiles({ environment, writeText }: HostMeans): OutputCarrier {
  return carrierTo({
    audience: 'whoever_may_see_the_build',
    // Argo would replace `{{name}}` with one of its own variables.
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
