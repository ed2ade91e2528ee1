import { parse } from 'yaml';

import { azureReader } from '../../contract/support/hosts/azure-reader.js';
import {
  at,
  defaultsIn,
  environmentAt,
  filled,
  filledIn,
  listAt,
  meaningFor,
  named,
  prefixed,
  textAt,
} from './document.js';
import type { Project, ShellWrapper } from './wrapper.js';

/** @see https://learn.microsoft.com/en-us/azure/devops/pipelines/process/templates */
export const azurePipelines: ShellWrapper = {
  kind: 'shell',
  host: 'azure-pipelines',
  icons: () => ({ TF_BUILD: 'True' }),
  trigger: (project) => {
    const template: unknown = parse(project.read('gitlab-trigger.yml'));
    const given = environmentAt(named(exampleSteps(project), 'template', 'gitlab-trigger.yml'), 'parameters');
    const parameters = meaningFor({ ...defaultsIn(listAt(template, 'parameters'), 'default'), ...given });
    const step = at(template, 'steps', 0);
    // First the expressions of the template, when the pipeline is made; then the macros, when the step
    // begins.
    const macros = meaningFor({
      GITLAB_TRIGGER_TOKEN: project.secrets.token,
      GITLAB_API_TOKEN: project.secrets.accessToken,
      'Build.SourceVersion': project.commit,
    });
    return {
      shell: 'bash',
      script: textAt(step, 'bash'),
      environment: filledIn(environmentAt(step, 'env'), (text) =>
        filled(filled(text, /\$\{\{ parameters\.(\w+) \}\}/g, parameters), /\$\(([\w.]+)\)/g, macros),
      ),
    };
  },
  announce: (project, { output }) => {
    const step = named(exampleSteps(project), 'condition', 'always()');
    const outputs = azureReader.outputs({
      stdout: output,
      readText: () => undefined,
      namesIn: () => [],
      programs: [],
    });
    const variables = meaningFor(prefixed('gitlab.', outputs));
    return {
      shell: 'bash',
      script: textAt(step, 'bash'),
      environment: filledIn(environmentAt(step, 'env'), (text) => filled(text, /\$\(([\w.]+)\)/g, variables)),
    };
  },
};

function exampleSteps({ read }: Project): readonly unknown[] {
  return listAt(parse(read('azure-pipelines.yml')), 'jobs', 0, 'steps');
}
