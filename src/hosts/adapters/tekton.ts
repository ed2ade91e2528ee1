import { consoleHost } from '../console-host.js';
import type { Host, HostMeans } from '../host.js';
import { type OutputCarrier, carrierTo } from '../outputs.js';
import { tektonResults } from '../tekton-results.js';

// Tekton.
// https://tekton.dev/docs/pipelines/tasks/#emitting-results

/**
 * A step of a Tekton task. An output becomes a result of the task if the task declares one of that name:
 * `$(tasks.deploy.results.pipeline_id)`. Tekton gives a step no context of its run. A deleted pod gets
 * SIGTERM, then is killed.
 */
export function tektonHost(means: HostMeans): Host {
  return consoleHost(means, { name: 'Tekton', outputs: [results(means)] });
}

function results({ environment, writeText }: HostMeans): OutputCarrier {
  return carrierTo({
    audience: 'whoever_may_see_the_build',
    // All results of a task share one message of 4 KiB. A longer one fails the whole task.
    limits: { totalBytes: 3_000 },
    counted: ({ name, value }) => `${JSON.stringify({ key: name, value, type: 1 })},`,
    put: (text, { name }) => writeText(`${tektonResults(environment)}/${name}`, text, 'host'),
  });
}
