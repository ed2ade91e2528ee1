import { join } from 'node:path';

import { parse } from 'yaml';

import {
  at,
  entriesAt,
  environmentAt,
  filled,
  filledIn,
  hasKey,
  listAt,
  meaningFor,
  prefixed,
  scalarText,
  textAt,
} from './document.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://circleci.com/docs/reference/reusing-config/ */
export const circleCi: ShellWrapper = {
  kind: 'shell',
  host: 'circleci',
  icons: ({ folder }) => ({ CIRCLECI: 'true', BASH_ENV: join(folder, 'bash.env') }),
  trigger: (project) => {
    const command = at(parse(project.read('orb.yml'), { merge: true }), 'commands', 'run');
    const given = filledIn(environmentAt(exampleSteps(project)[0], 'gitlab-trigger/run'), (text) =>
      filled(text, expression, meaningFor({ 'pipeline.git.revision': project.commit })),
    );
    const defaults: Environment = Object.fromEntries(
      entriesAt(command, 'parameters')
        .filter(([, parameter]) => hasKey(parameter, 'default'))
        .map(([name, parameter]) => [name, scalarText(at(parameter, 'default'))]),
    );
    const parameters = meaningFor(prefixed('parameters.', { ...defaults, ...given }));
    const run = at(command, 'steps', 0, 'run');
    return {
      shell: 'bash',
      script: textAt(run, 'command'),
      environment: {
        // From the context.
        GITLAB_TRIGGER_TOKEN: project.secrets.token,
        GITLAB_TRIGGER_ACCESS_TOKEN: project.secrets.accessToken,
        ...filledIn(environmentAt(run, 'environment'), (text) => filled(text, expression, parameters)),
      },
    };
  },
  // Bash reads the file that BASH_ENV names before each step.
  announce: (project) => ({
    shell: 'bash',
    script: textAt(exampleSteps(project)[1], 'run', 'command'),
    environment: {},
  }),
};

const expression = /<< ([\w.]+) >>/g;

function exampleSteps({ read }: Project): readonly unknown[] {
  return listAt(parse(read('config.yml')), 'jobs', 'deploy', 'steps');
}
