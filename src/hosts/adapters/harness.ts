import type { CallerContext } from '../../model/caller-context.js';
import { type ReadVariable, consoleHost } from '../console-host.js';
import { pluginInputs } from '../context-text.js';
import type { Host, HostMeans } from '../host.js';
import { withoutRisk } from '../neutralize.js';
import { hostFile } from '../output-files.js';
import type { OutputCarrier } from '../outputs.js';
import { droneContext } from './drone.js';

// Harness CI, which runs the plugins of Drone.
// https://developer.harness.io/docs/continuous-integration/troubleshoot-ci/ci-env-var
// https://developer.harness.io/docs/continuous-integration/use-ci/use-drone-plugins/plugin-step-settings-reference

/**
 * A step of Harness CI. Outputs are output variables of the step:
 * `<+steps.deploy.output.outputVariables.pipeline_id>`; Harness accepts them from a failed step too. A
 * stopped step loses its container.
 */
export function harnessHost(means: HostMeans): Host {
  const open = variables(means, 'DRONE_OUTPUT', 'whoever_may_see_the_build');
  const secret = variables(means, 'HARNESS_OUTPUT_SECRET_FILE', 'later_steps');
  return consoleHost(means, {
    name: 'Harness CI',
    inputs: pluginInputs(means),
    outputs: [
      {
        audience: 'later_steps',
        carry: (output) => (output.isSecret ? secret : open).carry(output),
        check: (kind) => (kind === 'secret' ? secret : open).check?.(kind),
      },
    ],
    context: contextOf,
  });
}

function variables(means: HostMeans, variable: string, audience: OutputCarrier['audience']): OutputCarrier {
  // One longer line makes the whole file unreadable.
  return hostFile(means, { variable, audience, line: quotedLine, limits: { entryBytes: 60_000 } });
}

/**
 * Two versions of godotenv read this line. For both, single quotes make everything literal, as long as the
 * text has no single quote and does not end with a backslash.
 */
function quotedLine(name: string, value: string): string | undefined {
  const text = withoutRisk(value, /['#]/g) ?? value;
  // The older version counts quotes to find out whether a number sign starts a comment.
  const isMisread = /['\r\n\0]|\\$/.test(text) || (text.includes('#') && text.includes('"'));
  return isMisread ? undefined : `${name}='${text}'\n`;
}

function contextOf(read: ReadVariable): Omit<CallerContext, 'ci'> {
  return {
    ...droneContext(read),
    workflow: read('HARNESS_PIPELINE_ID'),
    job: read('HARNESS_STAGE_ID'),
    runId: read('HARNESS_BUILD_ID'),
  };
}
