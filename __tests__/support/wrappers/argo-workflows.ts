import { existsSync, readFileSync } from 'node:fs';

import { parse } from 'yaml';

import {
  at,
  defaultsIn,
  filled,
  filledIn,
  listAt,
  meaningFor,
  named,
  pairsOf,
  prefixed,
  textAt,
} from './document.js';
import { environmentOf } from './kubernetes.js';
import type { Environment, Project, ShellWrapper } from './wrapper.js';

/** @see https://argo-workflows.readthedocs.io/en/latest/fields/ */
export const argo: ShellWrapper = {
  kind: 'shell',
  host: 'argo-workflows',
  // The test's folder stands for the `/tmp` of the container.
  icons: ({ folder }) => ({ ARGO_NODE_ID: 'deploy-7', ARGO_TEMPLATE: '{}', TMPDIR: folder }),
  trigger: (project) => {
    const template = triggerTemplate(project);
    const given = filledIn(pairsOf(listAt(taskOf(project, 'gitlab'), 'arguments', 'parameters')), (text) =>
      filled(text, expression, meaningFor({ 'workflow.parameters.commit': project.commit })),
    );
    const defaults = defaultsIn(listAt(template, 'inputs', 'parameters'), 'value');
    const parameters = meaningFor(prefixed('inputs.parameters.', { ...defaults, ...given }));
    const script = at(template, 'script');
    return {
      shell: 'sh',
      script: textAt(script, 'source'),
      environment: filledIn(environmentOf(listAt(script, 'env'), project), (text) =>
        filled(text, expression, parameters),
      ),
    };
  },
  announce: (project) => {
    const outputs = meaningFor(outputsOf(project));
    const given = filledIn(pairsOf(listAt(taskOf(project, 'announce'), 'arguments', 'parameters')), (text) =>
      filled(text, expression, outputs),
    );
    const script = at(named(listAt(workflow(project), 'spec', 'templates'), 'name', 'announce'), 'script');
    return {
      shell: 'sh',
      script: textAt(script, 'source'),
      environment: filledIn(environmentOf(listAt(script, 'env'), project), (text) =>
        filled(text, expression, meaningFor(prefixed('inputs.parameters.', given))),
      ),
    };
  },
};

const expression = /\{\{([\w.]+)\}\}/g;

function workflow({ read }: Project): unknown {
  return parse(read('workflow.yml'));
}

/** With the test's folder in the place of the `/tmp` of the container that the outputs are in. */
function triggerTemplate({ read, folder }: Project): unknown {
  return at(
    parse(read('workflow-template.yml').replaceAll('/tmp/gitlab-trigger/', `${folder}/gitlab-trigger/`)),
    'spec',
    'templates',
    0,
  );
}

function taskOf(project: Project, name: string): unknown {
  return named(listAt(workflow(project), 'spec', 'templates', 0, 'dag', 'tasks'), 'name', name);
}

function outputsOf(project: Project): Environment {
  return Object.fromEntries(
    listAt(triggerTemplate(project), 'outputs', 'parameters').map((parameter) => {
      const path = textAt(parameter, 'valueFrom', 'path');
      return [
        `tasks.gitlab.outputs.parameters.${textAt(parameter, 'name')}`,
        existsSync(path) ? readFileSync(path, 'utf8') : textAt(parameter, 'valueFrom', 'default'),
      ];
    }),
  );
}
