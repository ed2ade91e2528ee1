import { parse } from 'yaml';

import { environmentAt, filled, filledIn, listAt, meaningFor, named, textAt } from './document.js';
import type { ActionWrapper, Environment, Project } from './wrapper.js';

/** GitHub, and those that run its actions. */
export const githubFamily: readonly ActionWrapper[] = [
  workflow('github-actions', {}),
  workflow('forgejo', { FORGEJO_ACTIONS: 'true' }),
  workflow('gitea', { GITEA_ACTIONS: 'true' }),
];

function workflow(host: string, icons: Environment): ActionWrapper {
  const steps = ({ read }: Project): readonly unknown[] =>
    listAt(parse(read('deploy.yml')), 'jobs', 'deploy', 'steps');
  return {
    kind: 'action',
    host,
    icons: () => icons,
    trigger: (project) => {
      const values = meaningFor({
        'secrets.GITLAB_TRIGGER_TOKEN': project.secrets.token,
        'secrets.GITLAB_API_TOKEN': project.secrets.accessToken,
        'github.sha': project.commit,
      });
      const given = environmentAt(named(steps(project), 'id', 'gitlab'), 'with');
      return { with: filledIn(given, (text) => filled(text, expression, values)) };
    },
    announce: (project, outputs) => {
      const step = named(steps(project), 'if', 'always()');
      const values = meaningFor(
        Object.fromEntries(
          Object.entries(outputs).map(([name, value]) => [`steps.gitlab.outputs.${name}`, value]),
        ),
      );
      return {
        shell: 'bash',
        script: textAt(step, 'run'),
        environment: filledIn(environmentAt(step, 'env'), (text) => filled(text, expression, values)),
      };
    },
  };
}

const expression = /\$\{\{ ([\w.]+) \}\}/g;
