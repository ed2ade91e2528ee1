import { join } from 'node:path';

import { parse } from 'yaml';

import { version } from '../../../src/cli/commands.js';
import { owner } from '../package-name.js';
import { at, entriesAt, filled, meaningFor, scalarText, textAt } from './document.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://buildkite.com/docs/pipelines/integrations/plugins/writing */
export const buildkite: ShellWrapper = {
  kind: 'shell',
  host: 'buildkite',
  icons: () => ({ BUILDKITE: 'true', BUILDKITE_STEP_KEY: 'gitlab' }),
  trigger: (project) => ({
    shell: 'bash',
    script: project.read(join('hooks', 'command')),
    environment: {
      ...Object.fromEntries(
        pluginSettings(project).map(([name, value]) => [
          `BUILDKITE_PLUGIN_GITLAB_TRIGGER_${name.toUpperCase()}`,
          scalarText(value),
        ]),
      ),
      ...secretsOf(project),
    },
  }),
  announce: (project) => ({
    shell: 'bash',
    script: textAt(stepsOf(project), 1, 'command'),
    environment: {},
  }),
};

/** The steps after the agent that uploads them has put in the variables. */
function stepsOf({ read, commit }: Project): unknown {
  const values = meaningFor({ BUILDKITE_COMMIT: commit });
  const text = filled(read('pipeline.yml'), /(?<!\$)\$(\w+)/g, values).replaceAll('$$', '$');
  return at(parse(text), 'steps');
}

function pluginSettings(project: Project): readonly (readonly [string, unknown])[] {
  return entriesAt(stepsOf(project), 0, 'plugins', 0, `${owner}/gitlab-trigger#v${version}`);
}

function secretsOf(project: Project): Environment {
  const values = meaningFor({
    gitlab_trigger_token: project.secrets.token,
    gitlab_api_token: project.secrets.accessToken,
  });
  return Object.fromEntries(
    entriesAt(stepsOf(project), 0, 'secrets').map(([variable, key]) => [variable, values(scalarText(key))]),
  );
}
