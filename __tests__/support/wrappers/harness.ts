import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { at, environmentAt, filled, filledIn, listAt, meaningFor, textAt } from './document.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://developer.harness.io/docs/continuous-integration/use-ci/run-step-settings/ */
export const harness: ShellWrapper = {
  kind: 'shell',
  host: 'harness',
  icons: ({ folder }) => ({
    HARNESS_BUILD_ID: '7',
    DRONE: 'true',
    DRONE_OUTPUT: join(folder, 'drone-output'),
  }),
  trigger: (project) => {
    const spec = specOf(project, 0);
    const values = meaningFor({
      'secrets.getValue("gitlab_trigger_token")': project.secrets.token,
      'secrets.getValue("gitlab_api_token")': project.secrets.accessToken,
      'pipeline.sequenceId': project.commit,
    });
    // Behind the command, Harness takes the declared variables out of its shell, if that got so far.
    const declared = listAt(spec, 'outputVariables').map((variable) => textAt(variable, 'name'));
    const taking = declared.map((name) => `printf '%s=%s\\n' ${name} "$${name}" >> taken-variables`);
    return {
      shell: 'bash',
      script: ['set -e', textAt(spec, 'command'), ...taking].join('\n'),
      environment: filledIn(environmentAt(spec, 'envVariables'), (text) => filled(text, expression, values)),
    };
  },
  announce: (project, { exitCode }) => {
    if (exitCode !== 0) return undefined;
    const spec = specOf(project, 1);
    const values = meaningFor(
      Object.fromEntries(
        Object.entries(takenVariables(project)).map(([name, value]) => [
          `execution.steps.gitlab.output.outputVariables.${name}`,
          value,
        ]),
      ),
    );
    return {
      shell: 'sh',
      script: textAt(spec, 'command'),
      environment: filledIn(environmentAt(spec, 'envVariables'), (text) => filled(text, expression, values)),
    };
  },
};

const expression = /<\+([^>]+)>/g;

function specOf({ read }: Project, step: number): unknown {
  const stage = at(parse(read('pipeline.yml')), 'pipeline', 'stages', 0, 'stage');
  return at(stage, 'spec', 'execution', 'steps', step, 'step', 'spec');
}

function takenVariables({ folder }: Project): Environment {
  const path = join(folder, 'taken-variables');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2) as [string, string]));
}
